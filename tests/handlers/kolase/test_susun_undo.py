"""A change of the layout is taken back by the button that its card offers, as long as nothing came after it."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from handlers import table
from handlers.kolase import kolase, pratinjau
from handlers.laporan import week
from handlers.reading.dates.pekan import Pekan
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from storage.laporan.susunan import Susunan
from tests.conftest import WIB, here
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)
WEEK = Pekan.of(FRIDAY.date())
TITLE = "**Kolase Pekan Keempat Juni 2022**"
AGAIN = ["Bot! Bagian itu sudah diubah lagi sesudahnya."]


@pytest.fixture
def phones(database: Database, monkeypatch: pytest.MonkeyPatch) -> Phones:
    """Two kegiatan in a preview that two leaders see; Qori looks at the second, which has two photos."""
    monkeypatch.setattr(table, "JOBS", (pratinjau.preview, kolase.weekly))
    phones = Phones(database)
    with database.transaction() as session:
        agus = people.find(session, "test", "Agus")
        assert agus
        agus.role = Role.KETUA_PELAKSANA
    for said in ("(foto a) Apel Pagi 20 Juni 2022", "simpan", "(foto b) Rapat Pleno", "(foto c)", "simpan"):
        phones.say("Rudi", said)
    phones.at(FRIDAY - timedelta(hours=3))
    for said in ("[Susun]", "[2]"):
        phones.say("Qori", said)
    return phones


def laid(database: Database) -> tuple[dict[str, Any], list[int]]:
    with database.transaction() as session:
        row = session.scalars(select(Susunan)).one()
        return row.sel, row.urut


def seen_by(who: str, told: list[str]) -> list[str]:
    """What one of them sees now of the preview, below its title."""
    at = next(n for n, line in enumerate(told) if line in (f"Bot→{who}* {TITLE}", f"Bot→{who}> {TITLE}")) + 1
    ends = (n for n, line in enumerate(told) if n > at and line.startswith("Bot"))
    return told[at : next(ends, len(told))]


def cells(database: Database) -> list[tuple[str, str]]:
    """What the kolase says, and where its photo lies."""
    with database.transaction() as session:
        row = session.scalars(select(Satker)).one()
        return [(cell.caption, cell.geser) for cell in week.gather(here(session, row), WEEK).cells]


@pytest.mark.parametrize(
    "said",
    [
        ("[Naik]",),
        ("[Foto lain]",),
        ("[Sembunyikan]",),
        ("[Geser ke kiri]",),
        ("[Tampilkan utuh]",),
        ("[Ganti judul]", "Pleno Juni"),
    ],
    ids=lambda said: said[0],
)
def test_every_change_is_taken_back_where_it_was_made(
    phones: Phones, database: Database, said: tuple[str, ...]
) -> None:
    phones.say("Qori", "[Geser ke kanan]")
    before, seen = laid(database), cells(database)
    for one in said:
        told = phones.say("Qori", one)
    assert "   │ [Urungkan] [Kembali]" in told
    assert laid(database) != before
    told = seen_by("Qori", phones.say("Qori", "[Urungkan]"))
    assert told[:5] == ["   │ Diurungkan.", "   │", "   │ Rapat Pleno", "   │ Jumat, 24 Juni 2022", "   │"]
    assert told[5] == "   │ Urutan: 2 dari 2. Foto 1 dari 2. Potongan: digeser ke kanan."
    assert told[-1] == "   │ [Kembali]"
    assert (laid(database), cells(database)) == (before, seen)


def test_a_change_since_or_a_second_press_is_refused(phones: Phones, database: Database) -> None:
    phones.say("Qori", "[Geser ke kiri]")
    first = f"[!{phones.button('Qori', '[Urungkan]')}]"
    phones.say("Qori", "[Naik]")
    after = laid(database)
    assert phones.say("Qori", first) == AGAIN
    assert laid(database) == after
    phones.say("Qori", "[Urungkan]")
    assert seen_by("Qori", phones.say("Qori", first))[0] == "   │ Diurungkan."
    assert cells(database) == [("Apel Pagi", ""), ("Rapat Pleno", "")]
    assert phones.say("Qori", first) == ["Bot! Sudah diurungkan."]


def test_the_other_leader_sees_it_and_has_no_button_for_it(phones: Phones) -> None:
    phones.say("Qori", "[Naik]")
    told = seen_by("Agus", phones.say("Qori", "[Urungkan]"))
    assert told[2:4] == ["   │ 1. Apel Pagi", "   │ 2. Rapat Pleno"]
    assert "Urungkan" not in "".join(told)
