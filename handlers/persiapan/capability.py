"""The set-up of a new office, led through in one card."""

from handlers.chat.access import KETUA_PELAKSANA
from handlers.chat.events import Bound, Came, Imported, SettingsOpened
from handlers.chat.face import Capability, Hears, On, Rank
from handlers.persiapan import card, onward, persiapan

CAPABILITY = Capability(
    presses={card.PRESS: (KETUA_PELAKSANA, persiapan.press)},
    answers={card.PRESS: (KETUA_PELAKSANA, persiapan.answer), card.SENT: (KETUA_PELAKSANA, persiapan.answer)},
    drawn={"logo": onward.logo, "qr": onward.invited},
    on=(
        On(Came, onward.came),
        On(SettingsOpened, onward.opened),
        On(Bound, onward.grouped),
        On(Imported, onward.imported),
    ),
    hears=(Hears(Rank.SETUP, onward.late),),
)
