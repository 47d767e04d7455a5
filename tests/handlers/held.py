"""A card put straight before a person, with records that no reader has to find first."""

from handlers.dialog import held
from handlers.reading.dates.forms import Days
from handlers.reading.message.parts import Doubt, Reading
from storage.catatan import drafts
from storage.database import Database
from tests.conftest import NOW
from tests.handlers.records import known
from tests.phone import Phones

TODAY = Days.on(NOW.date()).json
WEDNESDAY, THURSDAY = (Days.on(NOW.date().replace(day=day)).json for day in (22, 23))
WHEN = Doubt(
    "tanggal",
    "23 Juni 2022 itu hari Kamis. Yang benar Rabu, 22 Juni 2022 atau Kamis, 23 Juni 2022?",
    ((WEDNESDAY, "Rabu, 22 Juni"), (THURSDAY, "Kamis, 23 Juni")),
)
SAID = "Pesan semula"
"""The words of the message that told the records, by which it is replied to and edited."""
PLENO = Reading("kegiatan", {"nama": "Rapat pleno", "sektor": "internal"}, (WHEN,))
APEL = Reading("kegiatan", {"nama": "Apel pagi", "tanggal": THURSDAY, "sektor": "internal"})
SENAM = Reading("kegiatan", {"nama": "Senam sehat", "tanggal": TODAY, "sektor": "internal", "tempat": "Alun-alun"})
MASKOT = Reading(
    "konten",
    {"jenis": "Video lainnya", "judul": "Maskot pemilu", "platform": ["TikTok"], "informasi": "Tidak", "tautan": None},
)


def opened(database: Database, *readings: Reading, who: str = "Rudi") -> Phones:
    """The phones of the office, where this person has just told these records."""
    with database.transaction() as session:
        draft = drafts.begin(session, known(session, who), NOW, readings[0].form, tanggal=TODAY)
        held.take(draft, readings, NOW)
        held.onward(draft, NOW)
        drafts.remember(session, draft, ("test", who, "0"), "", readings[0].answers)
    return Phones(database, told={who: {"0": SAID}})
