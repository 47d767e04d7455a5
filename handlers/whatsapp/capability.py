"""Teks WA: what the WhatsApp group of the office is told, ready to be forwarded."""

from handlers.chat.door import More
from handlers.chat.face import Capability, Opens
from handlers.whatsapp import doors, more, whatsapp

CAPABILITY = Capability(
    doors=(
        Opens(More, more.further),
        Opens(doors.OfRecords, whatsapp.of_records),
        Opens(doors.OfDays, whatsapp.of_the_days),
        Opens(doors.OfReport, whatsapp.of_version),
        Opens(doors.Open, whatsapp.opened),
    ),
    jobs=(whatsapp.daily,),
)
