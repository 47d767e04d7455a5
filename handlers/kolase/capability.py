"""/kolase and /tema: the picture of the week, its preview, its layout and its looks."""

from handlers.chat.access import EVERYONE, KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Opens, Starts
from handlers.kolase import asli, hidup, kolase, pratinjau, susun, tema, when
from handlers.kolase.doors import ChoosePattern, ChooseTheme, Draw, Formats, RemoveLogo, ReplaceLogo, UndoLook

CAPABILITY = Capability(
    commands=(
        Command("kolase", EVERYONE, kolase.kolase, "kolase pekan ini, atau /kolase pekan lalu", group=True),
        Command("tema", KETUA_PELAKSANA, tema.tema, "warna, pola, dan logo kolase"),
    ),
    doors=(
        Opens(Draw, asli.drawn),
        Opens(Formats, asli.formats),
        Opens(ChooseTheme, tema.themed),
        Opens(ChoosePattern, tema.patterned),
        Opens(ReplaceLogo, tema.asked),
        Opens(RemoveLogo, tema.removed),
        Opens(UndoLook, tema.undone),
    ),
    asks=(tema.EMBLEM,),
    presses={
        "ks": (KETUA_PELAKSANA, susun.press),
    },
    answers={
        when.PRESS: (KETUA_PELAKSANA, susun.answer),
    },
    jobs=(pratinjau.preview, pratinjau.late, kolase.weekly, hidup.renew),
    drawn={"kolase": pratinjau.happened},
    starts=(Starts(asli.LINK, asli.started),),
)
