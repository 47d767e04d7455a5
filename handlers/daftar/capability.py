"""/daftar, /cari, /saya: what is recorded, in lists."""

from handlers.chat.access import ANGGOTA, EVERYONE
from handlers.chat.face import Capability, Command
from handlers.daftar import cari, daftar, saya

CAPABILITY = Capability(
    commands=(
        Command("daftar", EVERYONE, daftar.daftar, "yang tercatat, misalnya /daftar bulan"),
        Command("cari", EVERYONE, cari.cari, "cari catatan, misalnya /cari Bawaslu"),
        Command("saya", ANGGOTA, saya.saya, "catatan saya untuk e-Kinerja, misalnya /saya bulan"),
    ),
    presses={"d": (EVERYONE, daftar.press), "q": (EVERYONE, cari.press)},
)
