"""/matriks: the postingan of a month by jenis and platform, and their corrections."""

from handlers.chat import drawn
from handlers.chat.access import EVERYONE, KETUA_PELAKSANA
from handlers.chat.face import Capability, Command
from handlers.matriks import matriks

CAPABILITY = Capability(
    commands=(Command("matriks", EVERYONE, matriks.matriks, "matriks postingan sebulan, misalnya /matriks Juni"),),
    presses={"x": (KETUA_PELAKSANA, matriks.press)},
    drawn={"matriks": drawn.happened},
)
