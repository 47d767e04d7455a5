"""How promptly an office records: from the day on which it began to, in /status, /ringkas and, where wanted, BAB IV."""

from datetime import date, datetime, timedelta

import pytest

from handlers.laporan import gather, week
from handlers.laporan.held import Held
from handlers.reading.dates.pekan import Pekan
from handlers.reading.dates.periods import Periode
from renderers.figures import Ketepatan, Rekap
from renderers.prosa import publikasi
from storage.database import Database
from storage.kantor import audit
from storage.kantor.satker import Here, Satker
from tests.conftest import WIB, here
from tests.handlers.records import held, known, shown
from tests.phone import Phones

Q2, END = Periode("triwulan", 2, 2022), date(2022, 6, 30)
BEGAN = datetime(2022, 6, 6, 9, tzinfo=WIB)


@pytest.fixture
def recorded(database: Database, office: int) -> Database:
    """An office that began on Monday 6 June: two of its three kegiatan since are recorded by their last day, and two of
    its four weeks have konten."""
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        audit.note(session, known(session, "Rudi"), BEGAN, "kegiatan", 1, "catat")
        days = ((date(2022, 5, 3), None, 40), (date(2022, 6, 7), None, 0), (date(2022, 6, 8), None, 1))
        for first, last, late in (*days, (date(2022, 6, 13), date(2022, 6, 15), -1)):
            kegiatan = held(session, row, "Rapat", first, last, sektor="pemerintah")
            at = (last or first) + timedelta(days=late)
            kegiatan.dibuat_at = datetime(at.year, at.month, at.day, 23, 59, tzinfo=WIB)
        for day in (date(2022, 5, 20), date(2022, 6, 12), date(2022, 6, 20)):
            shown(session, row, "Foto Berita", "Rapat", day, IG=1)
    return database


def told(database: Database, today: date, wanted: bool = True) -> tuple[Ketepatan | None, Rekap]:
    with database.transaction() as session:
        office = session.get_one(Satker, 1)
        office.ketepatan = wanted
        seen: Here = here(session, office)
        span = Held(seen, Pekan.of(Q2.mulai).mulai, Q2.selesai)
        return week.prompt(span, Q2, today), gather.gather(seen, Q2, today)


TWO_OF_THREE = Ketepatan(3, 2, 4, 2, "Juni pekan 3 dan 5")


def test_only_days_and_weeks_since_the_office_began_count_and_only_weeks_that_are_over(recorded: Database) -> None:
    assert told(recorded, END)[0] == TWO_OF_THREE
    assert told(recorded, date(2022, 6, 18))[0] == Ketepatan(3, 2, 1, 0)
    assert told(recorded, date(2022, 6, 7))[0] == Ketepatan(1, 1, 0, 0)
    assert told(recorded, date(2022, 6, 5))[0] is None


def test_of_konten_that_are_counted_for_a_month_nobody_knows_the_week(recorded: Database) -> None:
    with recorded.transaction() as session:
        shown(session, session.get_one(Satker, 1), "Repost", "", date(2022, 6, 1), sebulan=True, IG=40)
    assert told(recorded, END)[0] == Ketepatan(3, 2, 2, 0)


def test_an_office_that_has_recorded_nothing_itself_is_told_nothing(database: Database, office: int) -> None:
    assert office
    assert told(database, END)[0] is None


def test_status_and_ringkas_tell_it(recorded: Database) -> None:
    phones, lines = Phones(recorded, datetime(2022, 7, 4, 9, tzinfo=WIB)), ["Dicatat pada harinya: 2 dari 3 kegiatan"]
    lines.append("Pekan tanpa konten: 2 dari 4 (Juni pekan 3 dan 5)")
    for said in ("/status Q2", "/ringkas Q2"):
        heard = phones.say("Hudri", said)
        assert [line[5:] for line in heard if "harinya" in line or "tanpa konten" in line] == lines


BOTH = (
    "Sebanyak 2 dari 3 kegiatan (67 persen) dicatat pada hari pelaksanaannya. "
    "Dari 4 pekan, 2 pekan tanpa konten, yaitu Juni pekan 3 dan 5."
)
SENTENCES = (
    (TWO_OF_THREE, BOTH),
    (Ketepatan(0, 0, 2, 0), "Setiap pekan dari 2 pekan ada konten yang dimuat."),
    (Ketepatan(1, 1, 0, 0), "Sebanyak 1 dari 1 kegiatan (100 persen) dicatat pada hari pelaksanaannya."),
    (Ketepatan(8, 1, 0, 0), "Sebanyak 1 dari 8 kegiatan (13 persen) dicatat pada hari pelaksanaannya."),
)


def test_bab_iv_tells_it_where_the_office_wants_it(recorded: Database) -> None:
    (_, without), (_, rekap) = told(recorded, END, wanted=False), told(recorded, END)
    assert (without.ketepatan, rekap.ketepatan) == (None, TWO_OF_THREE)
    assert publikasi.narasi(rekap) == f"{publikasi.narasi(without)} {BOTH}"


@pytest.mark.parametrize(("one", "sentence"), SENTENCES)
def test_the_sentence(recorded: Database, one: Ketepatan, sentence: str) -> None:
    rekap = told(recorded, END)[1]
    assert publikasi.narasi(rekap.__class__(**vars(rekap) | {"ketepatan": one})).endswith(sentence)


def test_turning_it_on_makes_a_new_version_that_says_so(recorded: Database) -> None:
    phones = Phones(recorded, datetime(2022, 6, 30, 9, tzinfo=WIB))
    for said in ("/rekap Q2", "[Buat laporan]", "/atur ketepatan ya"):
        phones.say("Qori", said)
    heard = phones.say("Qori", "/rekap Q2")
    assert [line[5:] for line in heard if "Ketepatan" in line] == ["• Ketepatan waktu berubah (Qori)"]
