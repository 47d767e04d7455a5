"""The question for Repost: once a pekan, answered by one counted konten that stands in the month of the pekan."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from handlers import table
from handlers.lapor import repost
from handlers.lapor.doors import AskReposts, Reposts
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import CloseMonth, MakeVersion
from storage.catatan.konten import Konten
from storage.database import Database
from storage.kantor.audit import Audit
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from storage.laporan.deliveries import Delivery
from tests.conftest import WIB, make_office
from tests.handlers.records import known, shown
from tests.phone import Phones, forged

FRIDAY = datetime(2022, 6, 24, 15, tzinfo=WIB)
WHY = "Jumlahnya dihitung sebagai konten dalam laporan."
ASKED = f"Bot→Qori> Berapa repost pekan ini (20–24 Juni 2022)? {WHY}"
OVER = ["Bot→Qori* Repost 20–24 Juni 2022 tidak diisi.", "   │ [Isi jumlahnya]"]
NEXT = f"Bot→Qori> Berapa repost pekan ini (27 Juni–1 Juli 2022)? {WHY}"
NUMBERS = [
    "   │ [0] [1] [2] [3]",
    "   │ [4] [5] [6] [7]",
    "   │ [8] [9] [10] [11]",
    "   │ [12] [13] [14] [15]",
    "   │ [Lewati]",
]


@pytest.fixture(autouse=True)
def _question_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (repost.weekly,))


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    return Phones(database)


def asked(phones: Phones, at: datetime) -> list[str]:
    return [line for line in phones.at(at) if line.startswith("Bot")]


def counted(phones: Phones) -> list[tuple[int, date, dict[str, int]]]:
    with phones.database.transaction() as session:
        rows = session.scalars(select(Konten).where(Konten.dihapus_at.is_(None)).order_by(Konten.nomor))
        return [(row.nomor, row.tanggal, {p.platform: p.jumlah for p in row.postingan}) for row in rows]


def test_asked_once_on_friday_at_three(phones: Phones) -> None:
    assert [asked(phones, FRIDAY + timedelta(minutes=n)) for n in (-1, 0, 1, 60)] == [[], [ASKED], [], []]
    assert asked(phones, FRIDAY + timedelta(days=1)) == []
    assert sorted(phones.at(FRIDAY + timedelta(weeks=1))) == sorted([*OVER, NEXT, *NUMBERS])


@pytest.mark.parametrize(
    ("at", "mulai"),
    [
        ("2022-06-24 14:59", None),
        ("2022-06-24 23:59", "2022-06-20"),
        ("2022-06-25 09:00", None),
        ("2022-06-27 07:59", None),
        ("2022-06-27 08:00", "2022-06-20"),
        ("2022-06-30 14:59", "2022-06-20"),
        ("2022-06-30 15:00", None),
        ("2022-04-15 15:00", None),
        ("2022-04-18 08:00", "2022-04-11"),
    ],
)
def test_after_an_outage_or_a_holiday_the_next_working_day_asks(at: str, mulai: str | None) -> None:
    pekan = repost.due(datetime.fromisoformat(at).replace(tzinfo=WIB))
    assert (pekan.mulai.isoformat() if pekan else None) == mulai


def test_a_late_question_says_that_it_is_about_last_week(phones: Phones) -> None:
    assert asked(phones, FRIDAY + timedelta(days=3)) == [f"Bot→Qori> Berapa repost pekan lalu (20–24 Juni 2022)? {WHY}"]


def test_the_answer_is_one_counted_konten_on_the_usual_platforms(phones: Phones) -> None:
    phones.at(FRIDAY)
    assert phones.say("Qori", "[7]") == [
        "Bot→Qori* **Tercatat #1**",
        "   │ 7 Repost di IG, Twitter, dan FB, 20–24 Juni 2022.",
        "   │ [Ubah] [Hapus] [Teks WA]",
    ]
    assert counted(phones) == [(1, date(2022, 6, 23), {"IG": 7, "Twitter": 7, "FB": 7})]
    with phones.database.transaction() as session:
        entry = session.scalars(select(Audit).where(Audit.action == "catat")).one()
        assert (entry.anggota_id, entry.ref) == (known(session, "Qori").id, 1)
        assert entry.after == {"jenis": "Repost", "jumlah": 7, "pekan": "2022-W25"}


def test_a_second_press_counts_nothing_twice(phones: Phones) -> None:
    phones.at(FRIDAY)
    phones.say("Qori", "[7]")
    assert phones.say("Qori", forged(Reposts(1, 7))) == ["Bot! Sudah tercatat #1. Tekan Ubah, atau ketik /ubah 1."]
    assert [n for n, *_ in counted(phones)] == [1]


def test_none_records_nothing_and_can_be_put_right(phones: Phones) -> None:
    phones.at(FRIDAY)
    assert phones.say("Qori", "[0]") == [
        "Bot→Qori* Tidak ada repost pada 20–24 Juni 2022.",
        "   │ [Isi jumlahnya]",
    ]
    assert counted(phones) == []
    assert phones.say("Qori", "[Isi jumlahnya]") == [ASKED.replace(">", "*"), *NUMBERS]
    phones.say("Qori", "[15]")
    assert counted(phones) == [(1, date(2022, 6, 23), {"IG": 15, "Twitter": 15, "FB": 15})]


def test_a_question_passed_over_is_not_asked_again_and_records_nothing(phones: Phones) -> None:
    phones.at(FRIDAY)
    assert phones.say("Qori", "[Lewati]") == ["Bot→Qori* Repost 20–24 Juni 2022 dilewati.", "   │ [Isi jumlahnya]"]
    assert (phones.at(FRIDAY + timedelta(days=1)), counted(phones)) == ([], [])
    assert asked(phones, FRIDAY + timedelta(weeks=1)) == [NEXT]
    older = forged(AskReposts(1))
    assert phones.say("Qori", older)[0] == f"Bot→Qori* Berapa repost pekan lalu (20–24 Juni 2022)? {WHY}"


def test_an_answer_takes_the_question_from_the_others_whom_it_asked(phones: Phones) -> None:
    with phones.database.transaction() as session:
        known(session, "Agus").role = Role.KETUA_PELAKSANA
    phones.at(FRIDAY)
    phones.say("Agus", "/ingatkan mati")
    first = phones.say("Qori", "[Lewati]")
    phones.say("Agus", "[Isi jumlahnya]")
    assert [first, phones.say("Agus", "[7]")] == [
        [line.format(who) for who in order for line in lines]
        for order, lines in (
            (("Qori", "Agus"), ["Bot→{}* Repost 20–24 Juni 2022 dilewati.", "   │ [Isi jumlahnya]"]),
            (
                ("Agus", "Qori"),
                [
                    "Bot→{}* **Tercatat #1**",
                    "   │ 7 Repost di IG, Twitter, dan FB, 20–24 Juni 2022.",
                    "   │ [Ubah] [Hapus] [Teks WA]",
                ],
            ),
        )
    ]


def test_the_question_goes_when_its_month_is_closed(phones: Phones) -> None:
    phones.at(FRIDAY)
    assert phones.say("Qori", forged(CloseMonth(date(2022, 5, 1))))[3:] == []
    assert phones.say("Qori", forged(CloseMonth(date(2022, 6, 1))))[-2:] == OVER
    assert asked(phones, FRIDAY + timedelta(weeks=1)) == []


def test_the_question_goes_when_the_report_has_told_of_its_pekan(phones: Phones) -> None:
    phones.at(FRIDAY)
    phones.say("Qori", forged(MakeVersion(Periode.of_kode("2022-TW2"), 1)))
    assert phones.say("Qori", "[Isi jumlahnya]") == [ASKED.replace(">", "*"), *NUMBERS]
    # What is left of the triwulan is told as susulan, so it is asked for.
    assert asked(phones, FRIDAY + timedelta(weeks=1)) == [NEXT, OVER[0]]


def test_a_pekan_between_two_months_counts_in_the_month_of_its_thursday(phones: Phones) -> None:
    phones.at(datetime(2022, 4, 1, 15, tzinfo=WIB))
    phones.say("Qori", "[2]")
    assert [day for _, day, _ in counted(phones)] == [date(2022, 3, 31)]


def test_what_is_recorded_already_is_told(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        shown(session, row, "Repost", "", date(2022, 6, 20), IG=3)
        shown(session, row, "Repost", "KPU RI", date(2022, 6, 26), IG=1)
        shown(session, row, "Repost", "", date(2022, 6, 1), sebulan=True, IG=9)
        shown(session, row, "Repost", "", date(2022, 6, 19), IG=9)
        shown(session, row, "Infografik", "", date(2022, 6, 20), IG=9)
    assert asked(Phones(database), FRIDAY) == [
        f"Bot→Qori> Berapa repost pekan ini (20–24 Juni 2022) di luar 4 yang sudah tercatat? {WHY}"
    ]


def test_only_the_ketua_pelaksana_of_the_office_answers_and_only_what_was_offered(phones: Phones) -> None:
    with phones.database.transaction() as session:
        make_office(session, "3575", "KPU Lain")
    phones.at(FRIDAY)
    assert phones.say("Rudi", forged(Reposts(1, 3))) == ["Bot! Tombol ini bukan untuk peran Anda."]
    gone = ["Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."]
    assert phones.say("Qori 3575", forged(Reposts(1, 3))) == gone
    assert phones.say("Qori", forged(Reposts(1, 16))) == gone
    assert phones.say("Qori", "[!w:1:-1]") == gone
    assert counted(phones) == []


def test_no_question_to_who_wants_no_reminders(phones: Phones) -> None:
    phones.say("Qori", "/ingatkan mati")
    assert asked(phones, FRIDAY) == []
    with phones.database.transaction() as session:
        assert [row.period for row in session.scalars(select(Delivery))] == ["2022-W25"]


def test_an_office_without_usual_platforms_counts_on_the_first(database: Database, office: int) -> None:
    with database.transaction() as session:
        session.get_one(Satker, office).platform_bawaan = []
    phones = Phones(database)
    phones.at(FRIDAY)
    phones.say("Qori", "[1]")
    assert counted(phones) == [(1, date(2022, 6, 23), {"IG": 1})]
