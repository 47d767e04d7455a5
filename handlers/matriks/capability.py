"""/matriks: the postingan of a month by jenis and platform, and their corrections."""

from handlers.chat import drawn
from handlers.chat.door import EVERYONE, KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Given, Opens, Undoes
from handlers.matriks import matriks
from handlers.matriks.doors import Correct, Month, Put

CAPABILITY = Capability(
    commands=(
        Command(
            "matriks",
            EVERYONE,
            matriks.matriks,
            "matriks postingan sebulan, misalnya /matriks Juni",
            said=(
                "matriks",
                "berapa postingan",
                "jumlah postingan",
                "total postingan",
                "berapa konten",
                "jumlah konten",
                "total konten",
                "total berapa postingan",
                "jumlah berapa postingan",
            ),
            given=Given.PERIOD,
        ),
    ),
    doors=(
        Opens(Month, matriks.month),
        Opens(Correct, matriks.correct),
        Opens(Put, matriks.put),
    ),
    undoes=(Undoes("matriks", KETUA_PELAKSANA, matriks.undone),),
    drawn={"matriks": drawn.happened},
)
