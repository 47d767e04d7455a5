"""The words below a kolase name what it shows, for those who cannot see it and for the search."""

from datetime import datetime

import pytest
from sqlalchemy import select

from handlers import table
from handlers.kolase import kolase
from handlers.kolase.words import listed
from storage.database import Database
from storage.kantor.people import Anggota
from tests.conftest import WIB
from tests.phone import Phones

FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)


@pytest.fixture(autouse=True)
def _kolase_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (kolase.weekly,))


@pytest.mark.usefixtures("office")
def test_the_post_names_its_activities_and_people_as_people_write_them(database: Database) -> None:
    phones = Phones(database)
    for name, text in (("a", "Rapat Pleno Rutin"), ("b", "Apel Pagi Senin 20 Juni 2022")):
        phones.say("Rudi", f"(foto {name}) {text}")
        phones.say("Rudi", "simpan")
    with database.transaction() as session:
        session.scalars(select(Anggota).where(Anggota.nama == "Rudi")).one().nama = "RUDI HARTONO RAHAP, S.Sos."
    assert phones.at(FRIDAY)[1:4] == [
        "   │ 2 kegiatan pekan ini. Terima kasih kepada Rudi Hartono Rahap, S.Sos.",
        "   │ • Apel Pagi",
        "   │ • Rapat Pleno Rutin",
    ]


def cells(*names: str) -> dict[str, list[dict[str, str]]]:
    return {"cells": [{"caption": name} for name in names]}


@pytest.mark.parametrize(("room", "told"), [
    (100, "• Apel\n• Rapat\n• Audiensi\n• Pleno"),
    (33, "• Apel\n• Rapat\n• Audiensi\n• Pleno"),
    (30, "• Apel\n• Rapat\n• dan 2 lainnya"),
    (29, "• Apel\n• dan 3 lainnya"),
    (22, "• Apel\n• dan 3 lainnya"),
    (21, ""),
])  # fmt: skip
def test_what_finds_no_room_is_counted(room: int, told: str) -> None:
    assert listed(cells("Apel", "Rapat", "Audiensi", "Pleno"), 0, room) == told


def test_only_what_the_sheets_show_is_listed_for_the_rest_follows_below() -> None:
    names = [f"Rapat {n}" for n in range(1, 15)]
    assert listed(cells(*names), 1, 1000) == "\n".join(f"• {name}" for name in names[:12])
    assert listed(cells("x" * 400), 0, 1000) == f"• {'x' * 149}…"


@pytest.mark.usefixtures("office")
def test_the_longest_week_stays_within_a_caption(database: Database) -> None:
    phones = Phones(database)
    for n in range(1, 17):
        phones.say("Rudi", f"(foto f{n}) Sosialisasi Tahapan Pemilihan Umum kepada Pemilih Pemula ke-{n} 20 Juni 2022")
        phones.say("Rudi", "simpan")
    phones.at(FRIDAY)
    (post,) = (one for one in phones.shown["Grup"].values())
    assert 900 < len(f"{post.title}\n{post.text}") <= 1024
    assert post.text.splitlines()[-1] == "• dan 3 lainnya"
