"""A channel without edits, toasts and albums: what it is told instead, once and in new messages."""

from collections.abc import Sequence

import pytest
from sqlalchemy import select, update

from handlers.chat.door import Run
from handlers.chat.means import aloud, fitting
from handlers.chat.messages import Act, Button, Chat, Edit, Incoming, Menu, Outgoing, Toast
from handlers.chat.queue import queue, to_payload
from storage.catatan.kegiatan import Kegiatan
from storage.chat import cards, outbox, rest
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.foto.photos import Foto
from storage.kantor.people import Identity
from tests.conftest import NOW
from tests.phone import Phones

RUDI, QORI = Chat("whatsapp", "Rudi"), Chat("whatsapp", "Qori")
PRESSED = Incoming(RUDI, "e1", "Rudi", press="j:x", press_id="e1", message="m1")
CARD = Outgoing(RUDI, title="Tema", text="Biru", card="tema")
QUIET, CLOSED = CARD.quietly(), Edit(RUDI, text="Pindah", card="isian")
HERS = Outgoing(QORI, text="Kartu Qori", card="hers").quietly()


def toast(text: str = "") -> Toast:
    return Toast(RUDI, "e1", text)


TOLD: tuple[tuple[str, Sequence[Act], list[Act]], ...] = (
    ("nothing", [], []),
    ("an empty toast", [toast()], []),
    ("a toast alone", [toast("Sudah tersimpan.")], [Outgoing(RUDI, text="Sudah tersimpan.")]),
    ("a toast and a card", [toast("Ditutup."), CARD], [Outgoing(RUDI, "Tema", "Ditutup.\n\nBiru", card="tema")]),
    ("a card that is only renewed", [toast(), QUIET], [CARD]),
    ("a closed question and a new card", [CLOSED, CARD], [CLOSED, CARD]),
    ("a closed question alone", [CLOSED], [Outgoing(RUDI, text="Pindah", card="isian")]),
    ("two that are renewed", [CLOSED, QUIET], [CLOSED, CARD]),
    ("a renewal elsewhere", [HERS, toast("Ya.")], [HERS, Outgoing(RUDI, text="Ya.")]),
)


@pytest.mark.parametrize(("says", "told"), [one[1:] for one in TOLD], ids=[one[0] for one in TOLD])
def test_an_answer_is_a_new_message_and_a_toast_stands_in_it(says: Sequence[Act], told: list[Act]) -> None:
    assert aloud(PRESSED, says) == told


def rows(database: Database) -> list[tuple[str, str]]:
    with database.transaction() as session:
        return [(row.kind, row.payload.get("text", "")) for row in session.scalars(select(Outbox).order_by(Outbox.id))]


def test_a_quiet_renewal_is_not_queued_unless_its_card_still_waits(database: Database) -> None:
    with database.transaction() as session:
        queue(session, [QUIET], NOW)
        queue(session, [CARD, Outgoing(RUDI, text="Hijau", card="tema").quietly()], NOW)
        queue(session, [Outgoing(Chat("telegram", "1"), text="Lain", card="tema").quietly()], NOW)
    assert rows(database) == [("say", "Hijau"), ("edit", "Lain")]


def presses(*words: str) -> Menu:
    return tuple((Button(word, Run(word)),) for word in words)


TEN = [str(n) for n in range(10)]
LINK = (Button("Situs", url="https://kpu.go.id"),)


def test_choices_beyond_ten_wait_behind_a_button() -> None:
    ten = Outgoing(RUDI, text="Yang mana?", menu=(*presses(*TEN), LINK))
    assert fitting(ten) == ten
    many = fitting(Outgoing(RUDI, text="Yang mana?", menu=presses(*TEN, "10", "11")))
    assert [one.label for row in many.menu for one in row] == [*TEN[:6], "Lainnya…", "9", "10", "11"]
    assert many.rest == presses("6", "7", "8")
    grid = (*presses(*TEN), tuple(row[0] for row in presses("10", "11", "12", "13")))
    assert fitting(Outgoing(RUDI, menu=grid)).rest == presses("9", "10", "11", "12", "13")
    telegram = Outgoing(Chat("telegram", "1"), menu=presses(*TEN, "10", "11"))
    assert fitting(telegram) == telegram


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    with database.transaction() as session:
        session.execute(update(Identity).values(channel="whatsapp"))
    return Phones(database, channel="whatsapp")


def said(phones: Phones, *lines: str) -> list[str]:
    """What is answered to several lines that come before anything goes out."""
    for line in lines:
        phones.send("Rudi", line)
    return [line.strip(" │") for line in phones.hear()]


READY = ["Foto: 3", "", "Sudah benar? Tekan Simpan.", "[Simpan] [Ubah] [Batal]"]
CAPTIONED = ("(foto a) Rapat Pleno Rutin", "(foto b)", "(foto c)")


@pytest.mark.parametrize("lines", [CAPTIONED, CAPTIONED[::-1], (CAPTIONED[1], CAPTIONED[0], CAPTIONED[2])])
def test_photos_one_by_one_are_one_card_wherever_the_caption_stands(phones: Phones, lines: tuple[str, ...]) -> None:
    card = ["Bot→Rudi> **Laporan kegiatan**", "Nama: Rapat Pleno Rutin", "Tanggal: Jumat, 24 Juni 2022"]
    assert said(phones, *lines) == [*card, "Mitra: Internal", *READY]


def albums(database: Database) -> list[str]:
    with database.transaction() as session:
        found = [row.album for row in session.scalars(select(Foto).order_by(Foto.id))]
    names = {name: str(n) for n, name in enumerate(dict.fromkeys(found))}
    return [names[one] for one in found]


def test_photos_belong_together_within_seconds_and_until_another_brings_its_own_words(
    phones: Phones, database: Database
) -> None:
    said(phones, "(foto a) Rapat Pleno Rutin", "(foto b)", "(foto c) Suasana rapat pleno", "(foto d)")
    phones.now = NOW.replace(second=5)
    said(phones, "(foto e)")
    assert albums(database) == ["0", "0", "1", "1", "2"]


def test_a_photo_that_comes_after_simpan_joins_what_was_saved(phones: Phones, database: Database) -> None:
    said(phones, "(foto a) Rapat Pleno Rutin")
    said(phones, "[Simpan]", "(foto b)")
    with database.transaction() as session:
        saved = session.scalars(select(Kegiatan)).one()
        assert [row.kegiatan_id for row in session.scalars(select(Foto))] == [saved.id] * 2


def test_the_choices_behind_lainnya_are_shown_and_kept_until_a_name_among_them_is_erased(
    phones: Phones, database: Database
) -> None:
    menu = presses(*TEN[:8], "Siti", *TEN[8:], "Tutup")
    with database.transaction() as session:
        queue(session, [Outgoing(RUDI, text="Yang mana?", menu=menu, card="x")], NOW)
    phones.hear()
    shown = ["Bot→Rudi> Pilihan lainnya:", "   │ [6]", "   │ [7]", "   │ [Siti]"]
    assert phones.say("Rudi", "[Lainnya…]") == shown
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.card == "x")).one()
        assert row.payload == {"drawing": None, "rest": to_payload(Outgoing(RUDI, rest=menu[6:9]))["rest"]}
        outbox.over(session, row)
        rest.erase_naming(session, ["", "Sit"])
        assert row.payload == {"drawing": None}


def test_every_message_that_showed_a_card_is_that_card(database: Database) -> None:
    with database.transaction() as session:
        for ids in (["wamid.1", "wamid.2"], ["wamid.3"]):
            queue(session, [CARD], NOW)
            row = session.scalars(select(Outbox).order_by(Outbox.id.desc())).first()
            assert row
            outbox.sent(session, row, ids, NOW)
        shown = [cards.key_at(session, "whatsapp", "Rudi", f"wamid.{n}") for n in range(1, 5)]
    assert shown == ["tema", "tema", "tema", ""]


def test_a_reply_to_an_older_receipt_corrects_its_record(phones: Phones) -> None:
    for line in ("(foto a) Rapat Pleno Rutin", "[Simpan]", "[1]", "(balas Berapa Foto Berita) tanggal kemarin"):
        told = phones.say("Rudi", line)
    assert told[1:3] == ["   │ Tanggal: Jumat, 24 Juni 2022 → Kamis, 23 Juni 2022", "   │"]


def test_a_button_whose_choices_are_gone_says_so(phones: Phones) -> None:
    assert phones.say("Rudi", "[!lg]") == [
        "Bot→Rudi> Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
    ]
