"""/tema: what is chosen is what is drawn from then on; posts that stand keep their colours; all can be taken back."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from handlers import dispatch
from handlers.chat.changes import Undo
from handlers.chat.events import Became, Outcome
from handlers.kolase.doors import ChoosePattern, ChooseTheme, RemoveLogo
from handlers.laporan import week
from handlers.reading.dates.pekan import Pekan
from storage.chat import outbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.foto import photos
from storage.kantor.satker import Satker
from tests.conftest import NOW, here
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")


def look(database: Database) -> tuple[str, str, str | None]:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        picture = week.gather(here(session, office), Pekan.of(NOW.date()))
        return picture.tema, picture.pola, picture.logo


def test_chosen_drawn_and_taken_back(database: Database) -> None:
    phones = Phones(database)
    phones.say("Qori", "/tema")
    phones.say("Qori", "[Hijau]")
    phones.say("Qori", "[Polos]")
    assert look(database) == ("hijau", "polos", None)
    phones.say("Qori", "[Urungkan]")
    assert look(database) == ("hijau", "", None)
    phones.say("Qori", "[Ungu]")
    assert look(database) == ("ungu", "", None)


def test_the_emblem_is_the_square_that_was_made_of_it(database: Database) -> None:
    phones = Phones(database)
    phones.say("Qori", "/tema")
    phones.say("Qori", "[Pasang logo]")
    phones.say("Qori", "(foto logo)")
    assert look(database) == ("marun", "", f"ee/{'e' * 64}.jpg")
    with database.transaction() as session:
        assert photos.known(session) == {"e" * 64}
    phones.say("Qori", "[Urungkan]")
    assert look(database) == ("marun", "", None)


def test_an_emblem_that_shows_nothing_is_said(database: Database) -> None:
    phones = Phones(database)
    phones.say("Qori", "/tema")
    phones.say("Qori", "[Pasang logo]")
    told: list[str] = []
    original = phones.hear

    def hear() -> list[str]:
        with database.transaction() as session:
            rows = session.scalars(select(Outbox).where(Outbox.state == outbox.State.DRAW).order_by(Outbox.id)).all()
            for row in rows:
                outbox.give_up(row, outbox.State.DEAD, "no emblem to be seen")
                dispatch.happened(Outcome(session, row, Became.FAILED, phones.now))
        told.extend(original())
        return told

    phones.hear = hear  # type: ignore[method-assign]
    phones.say("Qori", "(foto kosong)")
    assert told == [
        "Bot→Qori> Maaf, tidak ada logo yang terlihat pada gambar itu. Coba gambar lain dengan /tema.",
        "Bot→Qori* Terima kasih, logonya sedang disiapkan.",
    ]
    assert look(database)[2] is None


def test_only_the_ketua_pelaksana(database: Database) -> None:
    phones = Phones(database)
    assert phones.say("Agus", "/tema") == ["Bot→Agus> Perintah /tema hanya untuk Ketua Pelaksana."]
    assert phones.say("Agus", f"[!{ChooseTheme('biru').written()}]") == ["Bot! Tombol ini bukan untuk peran Anda."]


@pytest.mark.parametrize(("data", "answer"), [
    (ChooseTheme("marun").written(), "Sudah dipakai."),
    (RemoveLogo().written(), "Sudah dipakai."),
    (ChooseTheme("emas").written(), "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."),
    (Undo(99).written(), "Perubahan itu tidak ditemukan."),
    (ChoosePattern("polkadot").written(), "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."),
    ("tm", "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."),
])  # fmt: skip
def test_odd_buttons(database: Database, data: str, answer: str) -> None:
    assert Phones(database).say("Qori", f"[!{data}]") == [f"Bot! {answer}"]


def test_a_post_that_stands_keeps_its_colours(database: Database) -> None:
    phones = Phones(database)
    phones.say("Rudi", "(foto a) Rapat")
    phones.say("Rudi", "simpan")
    friday = NOW.replace(hour=16)
    phones.at(friday)
    phones.say("Qori", "/tema")
    phones.say("Qori", "[Biru]")
    told: list[Any] = phones.at(friday + timedelta(minutes=10))
    assert [line for line in told if "Grup" in line] == []
