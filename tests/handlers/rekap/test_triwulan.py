"""The triwulan by itself: who hears what on which morning, how often, and when nobody does."""

from collections import Counter
from datetime import date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from handlers import table
from handlers.atur import read
from handlers.chat.messages import Rejected
from handlers.reading.dates import calendar, periods
from handlers.reading.dates.periods import Periode
from handlers.rekap import triwulan
from storage.database import Database
from storage.kantor import audit
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker
from storage.laporan import decided
from storage.laporan.deliveries import Delivery
from storage.laporan.laporan import Laporan
from tests.conftest import WIB, Counted, here, make_office
from tests.handlers.records import held, known, shown
from tests.handlers.team import leads
from tests.phone import Phones

Q2 = Periode("triwulan", 2, 2022)
TODAY = date(2022, 6, 24)
FIRST, SECOND, THIRD, LAST = (date(2022, 6, n) for n in (16, 27, 29, 30))
MAYS = date(2022, 5, 10)


@pytest.fixture(autouse=True)
def _triwulan_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (triwulan.remind,))


@pytest.fixture
def history(database: Database, office: int) -> Phones:
    """An office with a kegiatan without photo of Rudi and of Kadir each, and a konten of Kadir, which nobody has told
    the bot yet."""
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        held(
            session, row, "Audiensi PMI", MAYS, who="Rudi", sektor="nonpemerintah", instansi="PMI", uraian="Koordinasi"
        )
        held(session, row, "Apel Pagi", MAYS, who="Kadir", sektor="internal")
        shown(session, row, "Foto Berita", "Apel Pagi", MAYS, who="Kadir", IG=1)
    return Phones(database)


@pytest.fixture
def phones(database: Database, history: Phones) -> Phones:
    """The same, where they have reported all of it themselves."""
    began(database, MAYS)
    return history


def began(database: Database, day: date, who: str = "Rudi") -> None:
    with database.transaction() as session:
        at = datetime.combine(day, time(16), WIB)
        audit.note(session, known(session, who), at, "kegiatan", 1, "catat")


def on(phones: Phones, day: date, at: time = time(8)) -> list[str]:
    return phones.at(datetime.combine(day, at, WIB))


def heads(said: list[str]) -> list[str]:
    return [line for line in said if line.startswith("Bot")]


def states(database: Database) -> dict[str, str]:
    with database.transaction() as session:
        rows = session.scalars(select(Delivery).order_by(Delivery.id))
        return {f"{row.kind} {row.period}": row.state.value for row in rows}


TO_QORI = "Bot→Qori> **Kelengkapan Triwulan II 2022**"
AGAIN = "Bot→Qori* **Kelengkapan Triwulan II 2022**"
READY = "Bot→Qori> **Laporan Triwulan II 2022 siap dibuat**"
READY_IN_PLACE = READY.replace(">", "*", 1)
OWN = [f"Bot→{who}> **Laporan Anda untuk Triwulan II 2022**" for who in ("Rudi", "Kadir")]


def test_a_whole_triwulan_by_the_clock_counts_the_messages_that_each_person_gets(phones: Phones) -> None:
    """Who answers nothing has one message that changes in place; what was written meanwhile pushes it up."""
    days = [date(2022, 4, 1) + timedelta(n) for n in range(112)]
    told = [line for day in days for at in (time(8), time(14, 59)) for line in heads(on(phones, day, at))]
    assert told == [TO_QORI, *OWN, AGAIN, AGAIN, READY_IN_PLACE]
    assert states(phones.database) == {
        "triwulan anggota 2022-TW2": "sent",
        **{f"triwulan 2022-TW2:{n}": "sent" for n in (0, 1, 2, "H")},
        "triwulan 2022-TW1:H": "empty",
    }


def test_who_writes_every_day_gets_four_messages_at_most_and_an_anggota_one(phones: Phones) -> None:
    told: list[str] = []
    for n in range(40):
        day = date(2022, 6, 1) + timedelta(n)
        told += heads(on(phones, day))
        for who in ("Qori", "Rudi", "Kadir"):
            phones.say(who, "terima kasih")
    assert Counter(line.split(">")[0] for line in told) == {"Bot→Qori": 4, "Bot→Rudi": 1, "Bot→Kadir": 1}


def test_at_eight_on_the_tenth_working_day_before_the_last_one_and_once(phones: Phones) -> None:
    assert heads(on(phones, FIRST, time(7, 59))) == []
    assert on(phones, FIRST) == [
        TO_QORI,
        "   │ Tanggal laporan Kamis, 30 Juni 2022, 10 hari kerja lagi.",
        "   │",
        "   │ 8 penting, 8 boleh dibiarkan. Buat laporan mengirimnya ke grup.",
        "   │",
        "   │ 1 dari 16 · Surat dan naskah · penting",
        "   │ Belum ada masalah dan tantangan untuk periode ini.",
        "   │ [Buat laporan]",
        "   │ [Isi masalah] [Biarkan]",
        "   │ [Berikutnya ›]",
        "   │ [Periksa lagi]",
        "   │ [Atur pengingat]",
        OWN[0],
        "   │ 2 hal dari laporan Anda sebaiknya dilengkapi sebelum Kamis, 30 Juni 2022.",
        "   │",
        "   │ • #1 Audiensi PMI: keterangan belum diisi.",
        "   │ • #1 Audiensi PMI belum berfoto.",
        "   │ [Lihat #1]",
        OWN[1],
        "   │ 1 hal dari laporan Anda sebaiknya dilengkapi sebelum Kamis, 30 Juni 2022.",
        "   │",
        "   │ • #2 Apel Pagi belum berfoto.",
        "   │ [Lihat #2]",
    ]
    assert on(phones, FIRST, time(8, 1)) == []


def test_other_days_set_meanwhile_bring_no_more_messages_and_leave_the_day_itself(
    database: Database, phones: Phones
) -> None:
    assert [heads(on(phones, day)) for day in (FIRST, SECOND)] == [[TO_QORI, *OWN], [AGAIN]]
    with database.transaction() as session:
        session.get_one(Satker, 1).laporan_ingat = [2, 0]
    assert [heads(on(phones, day)) for day in (date(2022, 6, 28), LAST)] == [[], [READY_IN_PLACE]]


def test_after_an_outage_the_last_step_alone_is_caught_up_with(phones: Phones) -> None:
    assert heads(on(phones, SECOND, time(15))) == []
    assert heads(on(phones, date(2022, 6, 28))) == [TO_QORI, *OWN]
    assert states(phones.database) == {"triwulan anggota 2022-TW2": "sent", "triwulan 2022-TW2:1": "sent"}
    assert heads(on(phones, LAST)) == [READY_IN_PLACE]


@pytest.mark.parametrize(("day", "heard"), [(date(2022, 7, 1), 3), (date(2022, 7, 6), 3), (date(2022, 7, 7), 0)])
def test_the_day_itself_is_caught_up_with_for_a_week(phones: Phones, day: date, heard: int) -> None:
    said, passed = on(phones, day), "Tanggal laporan, Kamis, 30 Juni 2022, sudah lewat"
    assert len(heads(said)) == heard
    told = [READY, f"   │ {passed}; isinya sampai sekarang 2 kegiatan, 1 konten, dan 1 publikasi."]
    assert said[:2] == told[:heard]


def test_on_the_day_the_report_waits_for_one_press(phones: Phones) -> None:
    said = on(phones, LAST)
    assert said[:6] == [
        READY,
        "   │ Hari ini tanggal laporan; isinya sampai sekarang 2 kegiatan, 1 konten, dan 1 publikasi.",
        "   │",
        "   │ 8 penting, 8 boleh dibiarkan. Buat laporan mengirimnya ke grup.",
        "   │",
        "   │ 1 dari 16 · Surat dan naskah · penting",
    ]
    assert (
        phones.say("Qori", "[Buat laporan]")[2]
        == "Bot@Grup> **Laporan Bakohumas KPU Kota Probolinggo Triwulan II 2022**"
    )


def test_a_triwulan_that_has_been_reported_is_over(database: Database, phones: Phones) -> None:
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Buat laporan]")
    assert [heads(on(phones, day)) for day in (SECOND, THIRD, LAST)] == [[], [], []]
    assert states(database) == {f"triwulan 2022-TW2:{n}": "empty" for n in (1, 2, "H")}


def test_nothing_is_said_before_the_day_where_nothing_important_is_missing(
    phones: Phones, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.periksa.groups.PENTING", frozenset())
    monkeypatch.setattr("handlers.periksa.groups.OF_A_PERSON", ())
    assert [heads(on(phones, day)) for day in (FIRST, SECOND, THIRD, LAST)] == [[], [], [], [READY]]


def test_an_office_that_records_nothing_hears_nothing(database: Database, office: int) -> None:
    assert office
    assert [heads(on(Phones(database), day)) for day in (FIRST, LAST)] == [[], []]


def test_what_was_due_before_the_office_began_is_not_caught_up_with(database: Database, history: Phones) -> None:
    began(database, FIRST + timedelta(days=1))
    assert [heads(on(history, day)) for day in (date(2022, 6, 20), SECOND)] == [[], [TO_QORI, *OWN]]
    assert states(database)["triwulan 2022-TW2:0"] == "empty"


def test_an_office_that_comes_with_its_history_hears_from_the_next_step_on(database: Database, history: Phones) -> None:
    assert heads(on(history, TODAY)) == []
    began(database, TODAY)
    assert [heads(on(history, day)) for day in (TODAY, SECOND)] == [[], [TO_QORI, *OWN]]


def test_it_is_off_for_the_office_and_for_who_wants_no_reminders(database: Database, phones: Phones) -> None:
    with database.transaction() as session:
        session.get_one(Satker, 1).laporan_ingat = []
    assert heads(on(phones, FIRST)) == []
    with database.transaction() as session:
        session.get_one(Satker, 1).laporan_ingat = [10, 0]
        for one in session.scalars(select(Anggota).where(Anggota.nama.in_(("Qori", "Rudi")))):
            one.ingatkan = False
    assert heads(on(phones, FIRST)) == [OWN[1]]


def test_two_ketua_pelaksana_know_of_each_other_and_make_one_report(database: Database, phones: Phones) -> None:
    leads(phones, "Agus")
    said = on(phones, LAST)
    assert [line for line in said if "juga dikirim" in line] == [
        f"   │ Hari ini tanggal laporan; isinya sampai sekarang 2 kegiatan, 1 konten, dan 1 publikasi. Daftar ini juga "
        f"dikirim kepada {other}."
        for other in ("Qori", "Agus")
    ]
    phones.say("Qori", "[Buat laporan]")
    assert phones.say("Agus", "[Buat laporan]")[0] == "Bot! Versi 1 sudah dibuat."
    with database.transaction() as session:
        assert [row.versi for row in session.scalars(select(Laporan))] == [1]


def test_an_office_without_group_is_told_where_its_report_goes(database: Database, phones: Phones) -> None:
    with database.transaction() as session:
        session.get_one(Satker, 1).grup = None
    assert on(phones, LAST)[3] == (
        "   │ 8 penting, 8 boleh dibiarkan. Grup belum terhubung, jadi Buat laporan mengirimnya ke chat ini."
    )


def test_an_anggota_hears_nothing_of_what_was_let_be_and_of_six_gaps_at_most(
    database: Database, phones: Phones
) -> None:
    with database.transaction() as session:
        office = session.get_one(Satker, 1)
        decided.leave(here(session, office), Q2.kode, "#2 Apel Pagi belum berfoto.", known(session, "Qori"))
        for n in range(8):
            held(session, office, f"Rapat {n}", MAYS, who="Rudi", sektor="pemerintah", instansi="Dinas", uraian="Rapat")
    said = on(phones, FIRST)
    assert heads(said) == [TO_QORI, OWN[0]]
    assert said[-9:] == [
        *(f"   │ • #{n} Rapat {n - 4}: keterangan belum diisi." for n in range(4, 9)),
        "   │ • dan 4 lainnya",
        "   │ [Lihat #1] [Lihat #4]",
        "   │ [Lihat #5] [Lihat #6]",
        "   │ [Lihat #7] [Lihat #8]",
    ]


def test_each_office_by_its_own_date_and_clock(database: Database, phones: Phones) -> None:
    with database.transaction() as session:
        other = make_office(session, "3577", "KPU Kota Madiun")
        held(session, other, "Apel", MAYS, sektor="internal")
        other.laporan_hari, other.zona = 7, "Asia/Makassar"
    began(database, MAYS, "Rudi 3577")
    day = date(2022, 6, 23)
    # It is the second office, and has its turn a minute after the first.
    assert heads(on(phones, day, time(7, 0))) == []
    assert heads(on(phones, day, time(7, 1))) == ["Bot→Qori 3577> **Laporan Triwulan II 2022 siap dibuat**"]
    assert heads(on(phones, day)) == [TO_QORI, *OWN]


def test_the_offices_of_the_country_take_turns_within_twenty_minutes() -> None:
    turns = Counter(Satker(id=n).turn for n in range(1, 515))
    assert set(turns) == {timedelta(minutes=n) for n in range(20)}
    assert (min(turns.values()), max(turns.values())) == (25, 26)


def test_a_turn_is_a_stable_minute_of_its_morning(database: Database) -> None:
    hours = [datetime.combine(FIRST, time(*at), WIB) for at in ((0, 5), (8, 0), (8, 18), (8, 19), (15, 0))]
    offices = {n: Satker(id=n, zona="Asia/Jakarta", laporan_hari=0, laporan_ingat=[10]) for n in (1, 20, 21)}
    with database.transaction() as session:
        told = {n: [triwulan.due(here(session, one, at)) is not None for at in hours] for n, one in offices.items()}
    assert told == {
        1: [False, True, True, True, False],
        20: [False, False, False, True, False],
        21: [False, True, True, True, False],
    }


def test_a_minute_in_which_nothing_is_due_asks_the_database_once_at_most(phones: Phones, counted: Counted) -> None:
    on(phones, FIRST)
    asked = {}
    for at in (time(7), time(9)):
        phones.now = datetime.combine(FIRST, at, WIB)
        with phones.database.transaction() as session:
            office = session.get_one(Satker, 1)
            with counted() as statements:
                assert list(triwulan.remind(here(session, office, phones.now))) == []
        asked[at] = len(statements)
    assert asked == {time(7): 0, time(9): 1}


DAYS = (
    (Periode("triwulan", 1, 2022), 0, date(2022, 3, 31), date(2022, 3, 17)),
    (Q2, 0, date(2022, 6, 30), date(2022, 6, 16)),
    (Q2, 5, date(2022, 6, 24), date(2022, 6, 10)),  # the 25th is a Saturday
    (Q2, -5, date(2022, 7, 5), date(2022, 6, 21)),
    (Periode("triwulan", 4, 2022), 0, date(2022, 12, 30), date(2022, 12, 16)),  # the 31st is a Saturday
)


@pytest.mark.parametrize(("periode", "before", "day", "tenth"), DAYS)
def test_the_day_of_the_report_is_a_working_day(periode: Periode, before: int, day: date, tenth: date) -> None:
    assert (periods.report_day(periode, before), calendar.workdays_before(day, 10)) == (day, tenth)
    assert calendar.workdays_between(tenth, day) == 10


READ = (
    ("hari kerja terakhir", 0, "hari kerja terakhir triwulan"),
    ("23 Juni 2023", 7, "7 hari sebelum triwulan berakhir"),
    ("30 Juni", 0, "hari kerja terakhir triwulan"),
    ("5 juli", -5, "5 hari sesudah triwulan berakhir"),
    ("24/6", 6, "6 hari sebelum triwulan berakhir"),
    ("7 hari sebelum triwulan berakhir", 7, "7 hari sebelum triwulan berakhir"),
    ("3 hari sesudah", -3, "3 hari sesudah triwulan berakhir"),
)


@pytest.mark.parametrize(("said", "before", "told"), READ)
def test_the_date_of_the_report_as_people_tell_it(said: str, before: int, told: str) -> None:
    assert (read.report_day(said, TODAY), read.told_report_day(before)) == (before, told)


FAR = "Tanggal laporan paling awal 30 hari sebelum dan paling lambat 20 hari sesudah triwulan berakhir."


@pytest.mark.parametrize(
    ("said", "today", "answer"),
    [
        ("23 Juni 2022", TODAY, "23 Juni 2022 sudah lewat; tulis tanggal yang akan datang."),
        ("26 Juni", date(2022, 6, 25), "Tidak ada hari kerja lagi sampai 26 Juni 2022; pilih tanggal sesudahnya."),
        ("15 Agustus", TODAY, FAR),
        ("31 Juni", TODAY, "Tanggal itu tidak ada dalam kalender."),
        ("besok", TODAY, "Tulis misalnya 23 Juni, 7 hari sebelum triwulan berakhir, atau hari kerja terakhir."),
    ],
)  # fmt: skip
def test_a_date_that_cannot_be(said: str, today: date, answer: str) -> None:
    with pytest.raises(Rejected) as refused:
        read.report_day(said, today)
    assert str(refused.value) == answer


@pytest.mark.parametrize(
    ("said", "days", "told"),
    [
        ("H-10, H-3, H-1", [10, 3, 1, 0], "H-10, H-3, H-1, dan hari H"),
        ("3 dan 10", [10, 3, 0], "H-10, H-3, dan hari H"),
        ("h-5", [5, 0], "H-5 dan hari H"),
        ("hari H", [0], "hari H"),
        ("mati", [], "mati"),
        ("-", [], "mati"),
    ],
)
def test_the_days_of_the_reminders_as_people_tell_them(said: str, days: list[int], told: str) -> None:
    assert (read.reminders(said, TODAY), read.told_reminders(days)) == (days, told)


@pytest.mark.parametrize("said", ["H-9, H-5, H-2, H-1", "kadang", "H-31", ""])
def test_reminders_that_cannot_be(said: str) -> None:
    with pytest.raises(Rejected, match="Tulis paling banyak 3 hari"):
        read.reminders(said, TODAY)
