"""/matriks: the postingan of a month by jenis and platform, and their corrections."""

from handlers.chat import drawn
from handlers.chat.access import EVERYONE
from handlers.chat.face import Capability, Command, Opens
from handlers.matriks import matriks
from handlers.matriks.doors import Correct, Month, Put, UndoCorrection

CAPABILITY = Capability(
    commands=(Command("matriks", EVERYONE, matriks.matriks, "matriks postingan sebulan, misalnya /matriks Juni"),),
    doors=(
        Opens(Month, matriks.month),
        Opens(Correct, matriks.correct),
        Opens(Put, matriks.put),
        Opens(UndoCorrection, matriks.undo),
    ),
    drawn={"matriks": drawn.happened},
)
