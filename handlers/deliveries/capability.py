"""What the group was sent: asked about where its outcome is unknown."""

from handlers.chat.access import KETUA_PELAKSANA
from handlers.chat.events import Uncertain
from handlers.chat.face import Capability, On
from handlers.deliveries import uncertain

CAPABILITY = Capability(
    presses={"o": (KETUA_PELAKSANA, uncertain.press)},
    on=(On(Uncertain, uncertain.asked),),
)
