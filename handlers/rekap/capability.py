"""/rekap and what belongs to it: completeness, versions, closed months, template, the period at a glance."""

from handlers.chat import drawn
from handlers.chat.access import EVERYONE, KETUA_PELAKSANA, PEMIMPIN
from handlers.chat.face import Capability, Command, Hears, Rank
from handlers.rekap import digest, kelengkapan, progress, rekap, ringkas, status, templat, tutup

CAPABILITY = Capability(
    commands=(
        Command("status", EVERYONE, status.status, "triwulan ini sekilas: angka, grafik, dan kekurangan"),
        Command("ringkas", EVERYONE, ringkas.ringkas, "satu periode pada satu halaman, misalnya /ringkas Q2"),
        Command("rekap", PEMIMPIN, rekap.rekap, "laporan triwulan ke grup, misalnya /rekap Q2", group=True),
        Command("tutup", KETUA_PELAKSANA, tutup.ask, "tutup bulan, misalnya /tutup Juni"),
        Command("buka", KETUA_PELAKSANA, tutup.buka, "buka lagi bulan yang ditutup, misalnya /buka Juni"),
        Command("templat", KETUA_PELAKSANA, templat.templat, "templat Word laporan: unduh, ubah, unggah"),
    ),
    presses={
        "tp": (KETUA_PELAKSANA, templat.press),
        "rk": (PEMIMPIN, rekap.press),
        "pk": (PEMIMPIN, kelengkapan.press),
        "pb": (KETUA_PELAKSANA, kelengkapan.biarkan),
        "tu": (KETUA_PELAKSANA, tutup.press),
    },
    answers={templat.PRESS: (KETUA_PELAKSANA, templat.answer)},
    jobs=(digest.digest,),
    drawn={
        "rekap": progress.happened,
        "status": drawn.happened,
        "ringkas": drawn.happened,
        "templat": templat.happened,
        "contoh": templat.happened,
    },
    hears=(Hears(Rank.FILE, templat.berkas),),
)
