"""Posts to the group whose arrival is uncertain: the ketua pelaksana is asked whether they came."""

from handlers.chat.events import Uncertain
from handlers.chat.face import Capability, On, Opens
from handlers.deliveries import trouble
from handlers.deliveries.doors import Arrived, SendAgain

CAPABILITY = Capability(
    doors=(Opens(Arrived, trouble.arrived), Opens(SendAgain, trouble.send_again)),
    on=(On(Uncertain, trouble.asked),),
)
