"""Posts to the group whose arrival is uncertain, or that wait because the bot may not write there."""

from handlers.chat.events import Held, Uncertain
from handlers.chat.face import Capability, On, Opens
from handlers.deliveries import place, trouble
from handlers.deliveries.doors import Arrived, SendAgain

CAPABILITY = Capability(
    doors=(Opens(Arrived, trouble.arrived), Opens(SendAgain, trouble.send_again)),
    on=(On(Uncertain, trouble.asked), On(Held, place.held)),
    jobs=(place.retried,),
)
