"""What was recorded is changed, completed, merged, deleted and brought back."""

from handlers.chat.access import ANGGOTA
from handlers.chat.face import Capability, Command, Hears, Opens, Rank
from handlers.koreksi import edited, foto, gabung, minta, reply, riwayat, ubah, urungkan
from handlers.koreksi.doors import AskToComplete, History

CAPABILITY = Capability(
    commands=(
        Command("ubah", ANGGOTA, ubah.ubah, "ubah catatan, misalnya /ubah 12"),
        Command("hapus", ANGGOTA, ubah.hapus, "hapus catatan, misalnya /hapus 12"),
        Command("riwayat", ANGGOTA, riwayat.riwayat, "siapa mengubah apa, misalnya /riwayat 12"),
    ),
    doors=(Opens(AskToComplete, minta.begun), Opens(History, riwayat.page)),
    asks=(minta.MISSING,),
    presses={
        "c": (ANGGOTA, ubah.press),
        "e": (ANGGOTA, edited.press),
        "g": (ANGGOTA, gabung.press),
        "k": (ANGGOTA, urungkan.press),
        "p": (ANGGOTA, foto.press),
    },
    hears=(
        Hears(Rank.REPLY, reply.teks, reply.foto, who=ANGGOTA),
        Hears(Rank.NUMBER, ubah.by_text, who=ANGGOTA),
        Hears(Rank.REPORT, edits=edited.edited),
    ),
)
