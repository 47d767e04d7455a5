"""/atur and /akun: the settings of the office, and the followers of its accounts."""

from handlers.atur import akun, atur
from handlers.chat.access import ANGGOTA, EVERYONE, KETUA_PELAKSANA
from handlers.chat.face import Capability, Command

CAPABILITY = Capability(
    commands=(
        Command("akun", EVERYONE, akun.akun, "pengikut akun, misalnya /akun TikTok 586 pengikut, 1713 suka"),
        Command("atur", KETUA_PELAKSANA, atur.atur, "pengaturan satker, misalnya /atur kolase Jumat 16.00"),
    ),
    presses={"at": (KETUA_PELAKSANA, atur.press), "ak": (EVERYONE, akun.press)},
    answers={"at": (KETUA_PELAKSANA, atur.answer), "ak": (ANGGOTA, akun.answer)},
)
