"""/daftar, /cari, /saya: what is recorded, in lists."""

from handlers.chat.door import ANGGOTA, EVERYONE
from handlers.chat.face import Capability, Command, Opens
from handlers.daftar import daftar, saya
from handlers.daftar.doors import Found, OfMonth, OfPekan

CAPABILITY = Capability(
    commands=(
        Command("daftar", EVERYONE, daftar.daftar, "yang tercatat, misalnya /daftar bulan"),
        Command("cari", EVERYONE, daftar.cari, "cari catatan, misalnya /cari Bawaslu"),
        Command("saya", ANGGOTA, saya.saya, "catatan saya untuk e-Kinerja, misalnya /saya bulan"),
    ),
    doors=(
        Opens(OfMonth, daftar.of_month),
        Opens(OfPekan, daftar.of_pekan),
        Opens(Found, daftar.of_words),
    ),
)
