"""/daftar, /cari, /saya: what is recorded, in lists."""

from handlers.chat import drawn
from handlers.chat.door import ANGGOTA, EVERYONE
from handlers.chat.face import Capability, Command, Given, Opens
from handlers.daftar import daftar, saya
from handlers.daftar.doors import Found, FoundByKept, Mine, MyMonth, OfDay, OfMonth, OfPekan

CAPABILITY = Capability(
    commands=(
        Command(
            "daftar",
            EVERYONE,
            daftar.daftar,
            "yang tercatat, misalnya /daftar bulan",
            said=(
                "daftar laporan",
                "daftar kegiatan",
                "daftar konten",
                "daftar catatan",
                "laporan apa",
                "kegiatan apa",
                "konten apa",
                "data kegiatan",
                "data konten",
                "laporan masuk",
                "apa tercatat",
                "berapa kegiatan",
                "berapa laporan",
            ),
            given=Given.PERIOD,
        ),
        Command(
            "cari",
            EVERYONE,
            daftar.cari,
            "cari catatan, misalnya /cari Bawaslu",
            said=("cari", "carikan", "kapan terakhir", "pernah"),
            given=Given.WORDS,
            asked=daftar.asked,
        ),
        Command(
            "saya",
            ANGGOTA,
            saya.saya,
            "catatan saya untuk e-Kinerja, misalnya /saya bulan; pengingat, data pribadi",
            said=(
                "laporan saya",
                "catatan saya",
                "kegiatan saya",
                "laporan saya apa",
                "kegiatan saya apa",
                "kinerja",
                "ekinerja",
            ),
            given=Given.PERIOD,
            asked=saya.asked,
        ),
    ),
    doors=(
        Opens(OfMonth, daftar.of_month),
        Opens(OfDay, daftar.of_day),
        Opens(OfPekan, daftar.of_pekan),
        Opens(Mine, saya.mine),
        Opens(MyMonth, saya.book),
        Opens(Found, daftar.of_words),
        Opens(FoundByKept, daftar.of_kept),
    ),
    drawn={"saya": drawn.happened},
)
