"""/masalah, /saran, /surat, /narasi: the texts of a report that only people can write."""

from handlers.chat.access import KETUA_PELAKSANA
from handlers.chat.face import Capability, Command
from handlers.naskah import masalah, narasi, saran, surat

CAPABILITY = Capability(
    commands=(
        Command("masalah", KETUA_PELAKSANA, masalah.masalah, "masalah dan tantangan untuk laporan"),
        Command("saran", KETUA_PELAKSANA, saran.saran, "saran dan rekomendasi, misalnya /saran Q2"),
        Command("surat", KETUA_PELAKSANA, surat.surat, "nomor dan tanggal surat pengantar, misalnya /surat Q2"),
        Command("narasi", KETUA_PELAKSANA, narasi.narasi, "teks laporan: baca, tulis sendiri, sebab, rencana"),
    ),
    presses={
        "ms": (KETUA_PELAKSANA, masalah.press),
        "sr": (KETUA_PELAKSANA, saran.press),
        "su": (KETUA_PELAKSANA, surat.press),
        "na": (KETUA_PELAKSANA, narasi.press),
    },
    answers={
        masalah.PRESS: (KETUA_PELAKSANA, masalah.answer),
        saran.PRESS: (KETUA_PELAKSANA, saran.answer),
        surat.PRESS: (KETUA_PELAKSANA, surat.answer),
        narasi.PRESS: (KETUA_PELAKSANA, narasi.answer),
    },
)
