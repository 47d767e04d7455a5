"""The jenis of the recipe: a row where the list has it, understood in a tally and beside a link."""

from handlers.laporan import gather
from handlers.reading.dates import periods
from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import NOW, here
from tests.phone import Phones


def test_it_has_its_row(database: Database, office: int) -> None:
    phones = Phones(database)
    phones.say("Rudi", "/lapor podcast 2")
    phones.say("Rudi", "[Simpan]")
    phones.say("Rudi", "podcast pemilu https://youtu.be/abcdefgh")
    phones.say("Rudi", "[Simpan]")
    with database.transaction() as session:
        rekap = gather.gather(
            here(session, session.get_one(Satker, office)), periods.parse("Q2", NOW.date()), NOW.date()
        )
    assert rekap.jenis[9:] == ("Repost", "Podcast", "Video lainnya")
    june = {m.bulan.month: m.angka for m in rekap.matriks}[6]
    assert june[10] == (2, 2, 2, 0, 1)
