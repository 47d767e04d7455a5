"""A post in the group lives: late and mended records change it in place, once, and it is never posted again."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from handlers import dispatch, table
from handlers.chat.events import Became, Outcome
from handlers.kolase import hidup, kolase
from handlers.kolase.doors import PostAgain
from handlers.kolase.words import diperbarui, juga
from handlers.reading.dates.pekan import Pekan
from storage.chat import outbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery
from tests.conftest import WIB, Counted, here
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)
AGAIN = f"[!{PostAgain(Pekan.of(FRIDAY.date())).written()}]"
TITLE = "**Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)**"
GONE = (
    "Kolase Pekan Keempat Juni 2022 (20–24 Juni 2022) di grup tidak dapat diperbarui lagi: kirimannya sudah dihapus "
    "atau terlalu lama. Kirim ulang sebagai kiriman baru?"
)
BUTTONS = "   │ [Ukuran asli] [Format lain]"


@pytest.fixture(autouse=True)
def _kolase_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (kolase.weekly, hidup.renew))


@pytest.fixture
def phones(database: Database) -> Phones:
    """A week with one kegiatan, posted."""
    phones = Phones(database)
    report(phones, "Rapat Pleno Rutin", "a")
    phones.at(FRIDAY)
    return phones


def report(phones: Phones, text: str, foto: str) -> None:
    phones.say("Rudi", f"(foto {foto}) {text}")
    phones.say("Rudi", "simpan")


def in_group(told: list[str]) -> list[str]:
    """What the group hears, with the lines below each."""
    out: list[str] = []
    for line in told:
        if line.startswith("Bot"):
            mine = line.startswith("Bot@Grup")
        if mine:
            out.append(line)
    return out


def after(phones: Phones, minutes: float) -> list[str]:
    return in_group(phones.at(phones.now + timedelta(minutes=minutes)))


def delivery(database: Database) -> Delivery:
    with database.transaction() as session:
        return session.scalars(
            select(Delivery).where(Delivery.kind == deliveries.WEEKLY, Delivery.state != "empty")
        ).one()


def test_a_late_kegiatan_changes_the_picture_in_place(phones: Phones) -> None:
    phones.now = FRIDAY + timedelta(days=4)
    report(phones, "Apel Pagi Senin lalu 20 Juni 2022", "b")
    assert after(phones, 2) == []
    assert after(phones, 1) == [
        f"Bot@Grup* {TITLE}",
        "   │ 2 kegiatan pekan ini. Terima kasih kepada Rudi.",
        "   │ • Apel Pagi",
        "   │ • Rapat Pleno Rutin",
        "   │ Diperbarui Selasa, 28 Juni 2022: bertambah 1 kegiatan.",
        "   │ <kolase 3>",
        BUTTONS,
    ]
    assert [after(phones, n) for n in (1, 5, 600)] == [[], [], []]


def changed(phones: Phones, *said: str) -> list[str]:
    """The last lines of the post after what Rudi did."""
    phones.now += timedelta(days=1)
    for line in said:
        phones.say("Rudi", line)
    return after(phones, 4)[1:-2]


def test_everything_that_is_mended_is_told_and_what_is_taken_back_is_not(phones: Phones) -> None:
    thanks = "   │ 1 kegiatan pekan ini. Terima kasih kepada Rudi."
    assert changed(phones, "/ubah 1", "[Nama]", "Rapat Pleno Terbuka", "simpan") == [
        thanks,
        "   │ • Rapat Pleno Terbuka",
        "   │ Diperbarui Sabtu, 25 Juni 2022: 1 kegiatan diperbaiki.",
    ]
    phones.now += timedelta(days=1)
    assert changed(phones, "/ubah 1", "[Nama]", "Rapat Pleno Rutin", "simpan") == [thanks, "   │ • Rapat Pleno Rutin"]
    assert changed(phones, "/hapus 1", "[Hapus]") == [
        "   │ Tidak ada kegiatan pekan ini.",
        "   │ Diperbarui Selasa, 28 Juni 2022: berkurang 1 kegiatan.",
    ]


def test_another_week_and_other_records_leave_the_post_alone(phones: Phones) -> None:
    phones.now += timedelta(days=4)
    report(phones, "Audiensi KPU", "c")
    phones.say("Rudi", "/lapor foto 3, link 1")
    phones.say("Rudi", "simpan")
    assert after(phones, 5) == []


def test_changes_in_a_row_are_one_edit_but_not_for_ever(phones: Phones) -> None:
    told = []
    for minute in range(17):
        report(phones, f"Rapat ke-{minute} tanggal 20 Juni 2022", f"f{minute}")
        told.append(after(phones, 1)[1:-2])
    assert [lines for lines in told if lines] == [
        [
            "   │ 16 kegiatan pekan ini. Terima kasih kepada Rudi.",
            *(f"   │ • Rapat ke-{n}" for n in range(12)),
            "   │ Juga: Rapat ke-12; Rapat ke-13; Rapat ke-14; Rapat Pleno Rutin.",
            "   │ Diperbarui Jumat, 24 Juni 2022: bertambah 15 kegiatan.",
        ]
    ]


def test_another_group_keeps_what_was_posted_there(phones: Phones, database: Database) -> None:
    with database.transaction() as session:
        session.scalars(select(Satker)).one().grup = "Grup Baru"
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    assert phones.at(phones.now + timedelta(minutes=4)) == []


def test_the_last_state_goes_out_before_the_next_is_decided(phones: Phones, database: Database) -> None:
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    phones.now += timedelta(minutes=4)
    dispatch.tick(database, phones.now)
    report_quietly = phones.now + timedelta(minutes=4)
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        row = session.scalars(
            select(Delivery).where(Delivery.kind == deliveries.WEEKLY, Delivery.state == "sent")
        ).one()
        row.dilihat = 0
        assert list(hidup.renew(here(session, office, report_quietly))) == []
        assert row.dilihat == 0


def test_a_post_of_eight_weeks_ago_is_history(phones: Phones) -> None:
    phones.now = FRIDAY + timedelta(weeks=9)
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    assert after(phones, 5) == []


def test_a_deleted_post_is_given_up_and_sent_again_only_when_asked(phones: Phones, database: Database) -> None:
    phones.now += timedelta(days=1)
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    phones.now += timedelta(minutes=4)
    dispatch.tick(database, phones.now)
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.state == outbox.State.DRAW)).one()
        outbox.give_up(row, outbox.State.DEAD, "the card is gone")
        dispatch.happened(Outcome(session, row, Became.GONE, phones.now))
    assert phones.hear()[-2:] == [f"Bot→Qori> {GONE}", "   │ [Kirim ulang]"]
    report(phones, "Apel Siang 21 Juni 2022", "c")
    assert after(phones, 5) == []
    assert phones.say("Rudi", AGAIN) == ["Bot! Tombol ini bukan untuk peran Anda."]
    assert in_group(phones.say("Qori", "[Kirim ulang]")) == [
        f"Bot@Grup> {TITLE}",
        "   │ 3 kegiatan pekan ini. Terima kasih kepada Rudi.",
        "   │ • Apel Pagi",
        "   │ • Apel Siang",
        "   │ • Rapat Pleno Rutin",
        "   │ <kolase 3>",
        BUTTONS,
    ]
    assert phones.say("Qori", AGAIN) == ["Bot! Sudah dikirim ulang."]
    report(phones, "Apel Sore 22 Juni 2022", "d")
    assert after(phones, 5)[6] == "   │ Diperbarui Sabtu, 25 Juni 2022: bertambah 1 kegiatan."


def test_an_idle_office_costs_one_query(phones: Phones, database: Database, counted: Counted) -> None:
    with counted() as asked, database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        asked.clear()
        assert list(hidup.renew(here(session, office, phones.now))) == []
    assert len(asked) == 1


def test_what_finds_no_place_is_named() -> None:
    cells = [{"caption": f"Kegiatan {n}"} for n in range(1, 15)]
    assert juga({"cells": cells}, 1) == "Juga: Kegiatan 13; Kegiatan 14."
    assert juga({"cells": cells}, 0) == ""
    long = [{"caption": "x" * 80}] * 30
    assert juga({"cells": long}, 1) == f"Juga: {'; '.join(['x' * 59 + '…'] * 6)}; dan 12 kegiatan lain."


def test_a_post_of_an_earlier_release_knows_no_numbers() -> None:
    old = {"cells": [{"foto": "a", "caption": "A", "tanggal": "t"}], "pekan": "P", "rentang": ""}
    new = {"cells": [{**old["cells"][0], "geser": ""}], "pekan": "P", "rentang": "", "kegiatan": [1], "sel": [1]}  # type: ignore[dict-item]
    assert diperbarui(old, new, FRIDAY.date()) == ""
    assert diperbarui(old, {**new, "cells": []}, FRIDAY.date()) == (
        "Diperbarui Jumat, 24 Juni 2022: isinya diperbaiki."
    )


def test_only_the_order_changed() -> None:
    cell = {"foto": "a", "caption": "A", "tanggal": "t", "geser": ""}
    one = {"cells": [cell, {**cell, "foto": "b"}], "pekan": "P", "rentang": "", "kegiatan": [1, 2], "sel": [1, 2]}
    other = {**one, "cells": [{**cell, "foto": "b"}, cell], "sel": [2, 1]}
    assert diperbarui(one, other, FRIDAY.date()) == "Diperbarui Jumat, 24 Juni 2022: urutannya diperbaiki."


def test_the_first_figures_stay_known(phones: Phones, database: Database) -> None:
    report(phones, "Apel Pagi 20 Juni 2022", "b")
    after(phones, 4)
    row = delivery(database)
    assert row.semula
    assert (row.semula["kegiatan"], row.figures["kegiatan"], row.lembar, row.grup) == ([1], [2, 1], 1, "Grup")
    assert row.state == deliveries.State.SENT
