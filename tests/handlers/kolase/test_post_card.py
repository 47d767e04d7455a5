"""What a preview says of its week's post, and what can be done about it: before, after, empty, lost, long past."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from handlers import dispatch, table
from handlers.chat.events import Became, Outcome
from handlers.kolase import hidup, kolase, pratinjau
from handlers.kolase.doors import PostNow, RenewPost
from handlers.reading.dates.pekan import Pekan
from storage.chat import outbox, stuck
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from tests.conftest import WIB, here
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)
THIS = Pekan.of(FRIDAY.date())
TITLE = "**Kolase Pekan Keempat Juni 2022**"
WEEK = "Pekan Keempat Juni 2022 (20–24 Juni 2022)"
POST = f"Bot@Grup> **Kegiatan KPU Kota Probolinggo, {WEEK}**"


@pytest.fixture(autouse=True)
def _kolase_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (pratinjau.preview, pratinjau.late, kolase.weekly, hidup.renew))


@pytest.fixture
def phones(database: Database) -> Phones:
    return Phones(database)


def report(phones: Phones, text: str = "Rapat Pleno Rutin", foto: str = "a") -> None:
    phones.say("Rudi", f"(foto {foto}) {text}")
    phones.say("Rudi", "simpan")


def seen(phones: Phones) -> list[str]:
    """What the card of /kolase says first of the post, and its buttons."""
    phones.say("Qori", "/kolase 2022-W25")
    told = phones.say("Qori", "[Susun]")
    return [told[1].removeprefix("   │ "), *(line.removeprefix("   │ ") for line in told if "[" in line)]


def ended(database: Database, phones: Phones, what: Became) -> None:
    """The group's row comes to an end."""
    with database.transaction() as session:
        row = session.scalars(
            select(Outbox).where(Outbox.group, Outbox.state.in_((outbox.State.DRAW, outbox.State.NEW)))
        ).one()
        outbox.give_up(row, outbox.State.DEAD, "no")
        dispatch.happened(Outcome(session, row, what, phones.now))


def test_a_week_that_was_empty_is_shown_once_it_has_a_photo_and_sent_when_asked(phones: Phones) -> None:
    assert phones.at(FRIDAY) == [
        f"Bot→Qori> Belum ada kegiatan berfoto pada {WEEK}, jadi tidak ada kolase pekan ini.",
    ]
    phones.now += timedelta(hours=2)
    report(phones)
    assert phones.at(phones.now + timedelta(minutes=2)) == [
        f"Bot→Qori> {TITLE}",
        "   │ Belum dikirim ke grup: pada jamnya belum ada kegiatan berfoto.",
        "   │",
        "   │ 1. Rapat Pleno Rutin",
        "   │ <kolase 4>",
        "   │ [Kirim sekarang]",
        "   │ [Susun] [Teks WA]",
    ]
    assert phones.at(phones.now + timedelta(hours=1)) == []
    sent = phones.say("Qori", "[Kirim sekarang]")
    assert sent[:2] == ["Bot! Dikirim ke grup.", POST]
    assert seen(phones) == [
        "Sudah dikirim ke grup. Perubahan di sini mengganti gambarnya dalam beberapa menit.",
        "[Susun] [Teks WA]",
    ]
    assert phones.say("Qori", f"[!{PostNow(THIS).written()}]") == ["Bot! Kolase pekan itu sudah dikirim ke grup."]
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    assert phones.at(phones.now + timedelta(minutes=4))[1:5] == [
        "   │ 2 kegiatan pekan ini. Terima kasih kepada Rudi.",
        "   │ • Apel Pagi",
        "   │ • Rapat Pleno Rutin",
        "   │ Diperbarui Jumat, 24 Juni 2022: bertambah 1 kegiatan.",
    ]


def test_a_week_that_stays_empty_is_not_heard_of_again(phones: Phones) -> None:
    phones.at(FRIDAY)
    phones.say("Rudi", "/lapor Rapat Staf")
    phones.say("Rudi", "simpan")
    assert [phones.at(FRIDAY + timedelta(hours=n)) for n in (1, 2)] == [[], []]


def test_what_did_not_arrive_can_be_sent_again(phones: Phones, database: Database) -> None:
    report(phones)
    phones.now = FRIDAY
    dispatch.tick(database, FRIDAY)
    ended(database, phones, Became.FAILED)
    phones.hear()
    assert seen(phones) == ["Kolase ini tidak sampai di grup.", "[Kirim ulang]", "[Susun] [Teks WA]"]
    assert phones.say("Qori", "[Kirim ulang]")[1] == POST
    assert phones.say("Qori", "[Kirim ulang]") == ["Bot! Sudah dikirim ulang."]


def test_a_post_that_was_deleted_can_be_sent_again(phones: Phones, database: Database) -> None:
    report(phones)
    phones.at(FRIDAY)
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    phones.now += timedelta(minutes=4)
    dispatch.tick(database, phones.now)
    ended(database, phones, Became.GONE)
    phones.hear()
    assert seen(phones) == [
        "Kiriman di grup sudah dihapus atau tidak dapat diubah lagi.",
        "[Kirim ulang]",
        "[Susun] [Teks WA]",
    ]


def test_a_closed_month_and_a_week_long_past_change_by_hand_alone(phones: Phones) -> None:
    report(phones)
    phones.at(FRIDAY)
    phones.now = datetime(2022, 7, 5, 9, tzinfo=WIB)
    phones.say("Qori", "/tutup Juni")
    phones.say("Qori", "[Tutup]")
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    assert [line for line in phones.at(phones.now + timedelta(minutes=5)) if "Grup" in line] == []
    asked = "Sudah dikirim ke grup. Gambarnya di sana hanya diganti bila Anda memintanya."
    assert seen(phones) == [asked, "[Perbarui di grup]", "[Susun] [Teks WA]"]
    assert phones.say("Qori", "[Perbarui di grup]")[:6] == [
        "Bot! Gambar di grup diganti.",
        POST.replace("Grup>", "Grup*"),
        "   │ 2 kegiatan pekan ini. Terima kasih kepada Rudi.",
        "   │ • Apel Pagi",
        "   │ • Rapat Pleno Rutin",
        "   │ Diperbarui Selasa, 5 Juli 2022: bertambah 1 kegiatan.",
    ]
    assert phones.say("Qori", "[Perbarui di grup]") == ["Bot! Gambar di grup sudah sesuai dengan catatan."]
    phones.say("Qori", "/buka Juni")
    phones.now += timedelta(weeks=9)
    assert seen(phones) == [asked, "[Perbarui di grup]", "[Susun] [Teks WA]"]


def test_a_month_that_is_opened_again_catches_up(phones: Phones) -> None:
    report(phones)
    phones.at(FRIDAY)
    phones.now = datetime(2022, 7, 5, 9, tzinfo=WIB)
    phones.say("Qori", "/tutup Juni")
    phones.say("Qori", "[Tutup]")
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    phones.at(phones.now + timedelta(minutes=5))
    phones.say("Qori", "/buka Juni")
    told = phones.at(phones.now + timedelta(minutes=5))
    assert [line for line in told if "Diperbarui" in line] == [
        "   │ Diperbarui Selasa, 5 Juli 2022: bertambah 1 kegiatan."
    ]


def test_what_is_not_in_the_group_cannot_be_renewed_there(phones: Phones) -> None:
    assert phones.say("Qori", f"[!{RenewPost(THIS).written()}]") == ["Bot! Kolase pekan itu tidak ada di grup."]


def test_a_week_that_was_put_off_is_shown_as_it_is_until_it_goes_out(phones: Phones) -> None:
    report(phones)
    phones.at(FRIDAY - timedelta(hours=2))
    phones.say("Qori", "[Tunda]")
    assert phones.say("Qori", "[Senin]")[1] == "   │ Dikirim ke grup Senin, 27 Juni 2022 pukul 16.00."
    phones.now = FRIDAY + timedelta(days=2)
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    assert phones.at(phones.now + timedelta(minutes=1)) == [
        f"Bot→Qori* {TITLE}",
        "   │ Dikirim ke grup Senin, 27 Juni 2022 pukul 16.00.",
        "   │",
        "   │ 1. Apel Pagi",
        "   │ 2. Rapat Pleno Rutin",
        "   │ <kolase 1>",
        "   │ [Kirim sekarang] [Batal tunda]",
        "   │ [Susun] [Teks WA]",
    ]
    assert phones.at(datetime(2022, 6, 27, 16, tzinfo=WIB))[0] == POST


def test_a_post_of_another_group_is_left_alone(phones: Phones, database: Database) -> None:
    report(phones)
    phones.at(FRIDAY)
    with database.transaction() as session:
        session.scalars(select(Satker)).one().grup = "Grup baru"
    assert seen(phones) == ["Sudah dikirim ke grup yang lama.", "[Susun] [Teks WA]"]


def test_without_a_group_nothing_is_promised(phones: Phones, database: Database) -> None:
    report(phones)
    with database.transaction() as session:
        session.scalars(select(Satker)).one().grup = None
    assert seen(phones) == ["Belum ada grup; kolase tidak dikirim dengan sendirinya.", "[Susun] [Teks WA]"]


def test_a_picture_has_not_surely_seen_the_last_minute(phones: Phones, database: Database) -> None:
    report(phones)
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        newest = deliveries.newest_change(here(session, office))
        assert newest > 0
        assert deliveries.seen(here(session, office, phones.now + timedelta(seconds=30))) == 0
        assert deliveries.seen(here(session, office, phones.now + timedelta(seconds=90))) == newest


@pytest.mark.parametrize("kode", ["2022-W54", "2022-25", "1022-W25", "2022-W٢٥", "2022-W" + "9" * 30])
def test_what_is_no_code_of_a_week(kode: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what a door reads as an old button
        Pekan.of_kode(kode)


def test_a_week_by_its_code() -> None:
    assert [Pekan.of_kode(kode).kode for kode in ("2022-W25", "2020-W53", "2021-W01")] == [
        "2022-W25",
        "2020-W53",
        "2021-W01",
    ]


def test_a_post_that_waits_for_its_group_says_so(phones: Phones, database: Database) -> None:
    report(phones)
    dispatch.tick(database, FRIDAY)
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.group)).one()
        outbox.drawn(row, [])
        stuck.hold(row, "closed", FRIDAY)
    phones.now = FRIDAY
    assert seen(phones) == ["Kolase ini dikirim begitu bot dapat menulis di grup.", "[Susun] [Teks WA]"]
    with database.transaction() as session:
        assert stuck.release(session, "test", "Grup", FRIDAY) == 1
    phones.hear()
    assert seen(phones)[0].startswith("Sudah dikirim ke grup.")
