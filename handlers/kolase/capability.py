"""/kolase and /tema: the picture of the week, its preview, its layout and its looks."""

from handlers.chat.door import EVERYONE, KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Given, Opens, Starts, Undoes
from handlers.chat.messages import Place
from handlers.kolase import asli, doors, hidup, kolase, post_card, pratinjau, susun, tema

CAPABILITY = Capability(
    commands=(
        Command(
            "kolase",
            EVERYONE,
            kolase.kolase,
            "kolase pekan ini, atau /kolase pekan lalu",
            group=True,
            said=("kolase", "poster pekan", "gambar pekan"),
            asked=kolase.asked,
            given=Given.PERIOD,
        ),
        Command(
            "tema",
            KETUA_PELAKSANA,
            tema.tema,
            "warna, pola, dan logo kolase",
            said=("tema", "warna kolase", "logo kolase"),
            place=Place("/atur", "Tema kolase"),
        ),
    ),
    doors=(
        Opens(doors.Draw, asli.drawn),
        Opens(doors.Formats, asli.formats),
        Opens(doors.ChooseTheme, tema.themed),
        Opens(doors.ChoosePattern, tema.patterned),
        Opens(doors.ReplaceLogo, tema.asked),
        Opens(doors.RemoveLogo, tema.removed),
        Opens(doors.Look, susun.looked),
        Opens(doors.Sheet, susun.turned),
        Opens(doors.Cell, susun.chosen),
        Opens(doors.Move, susun.moved),
        Opens(doors.Hide, susun.hidden),
        Opens(doors.NextPhoto, susun.next_photo),
        Opens(doors.PlaceCrop, susun.cropped),
        Opens(doors.Retitle, susun.asked),
        Opens(doors.OwnTitle, susun.untitled),
        Opens(doors.PutOff, susun.put_off),
        Opens(doors.PostInTime, susun.in_time),
        Opens(doors.PostNow, post_card.now),
        Opens(doors.PostAgain, post_card.again),
        Opens(doors.RenewPost, post_card.renewed),
    ),
    undoes=(
        Undoes("susunan", KETUA_PELAKSANA, susun.undone),
        *(Undoes(f"satker.{look}", KETUA_PELAKSANA, tema.undone) for look in ("tema", "pola", "logo")),
    ),
    asks=(tema.EMBLEM, susun.TITLE),
    jobs=(pratinjau.preview, pratinjau.late, kolase.weekly, hidup.renew),
    drawn={"kolase": pratinjau.happened},
    starts=(Starts(asli.LINK, asli.started),),
)
