"""/kolase and /tema: the picture of the week, its preview, its layout and its looks."""

from handlers.chat.access import EVERYONE, KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Starts
from handlers.kolase import asli, hidup, kolase, pratinjau, susun, tema, when

CAPABILITY = Capability(
    commands=(
        Command("kolase", EVERYONE, kolase.kolase, "kolase pekan ini, atau /kolase pekan lalu", group=True),
        Command("tema", KETUA_PELAKSANA, tema.tema, "warna, pola, dan logo kolase"),
    ),
    presses={
        "ko": (EVERYONE, asli.press),
        "ks": (KETUA_PELAKSANA, susun.press),
        tema.PRESS: (KETUA_PELAKSANA, tema.press),
    },
    answers={
        when.PRESS: (KETUA_PELAKSANA, susun.answer),
        tema.PRESS: (KETUA_PELAKSANA, tema.answer),
    },
    jobs=(pratinjau.preview, pratinjau.late, kolase.weekly, hidup.renew),
    drawn={"kolase": pratinjau.happened},
    starts=(Starts(asli.LINK, asli.started),),
)
