"""How an Outgoing looks to Telegram."""

import pytest

from bot.telegram.write import cut, html, keyboard, markup
from handlers.chat.messages import Button, Chat, Outgoing
from handlers.dialog.asking import Cancel
from handlers.koreksi.doors import Change, Delete
from handlers.lapor.doors import Save

RUDI = Chat("telegram", "11")
LOOKS = (
    (Outgoing(RUDI, text="Rapat <A & B>"), "Rapat &lt;A &amp; B&gt;"),
    (Outgoing(RUDI, title="Tercatat #1 <x>", text="Nama: Rapat"), "<b>Tercatat #1 &lt;x&gt;</b>\nNama: Rapat"),
    (Outgoing(RUDI, title="Judul"), "<b>Judul</b>"),
    (Outgoing(RUDI, text="Teruskan.", start="a_b-1"), "Teruskan.\nhttps://t.me/bakohumas_bot?start=a_b-1"),
    (Outgoing(RUDI, text="Buka.", startgroup="hubungkan"), "Buka.\nhttps://t.me/bakohumas_bot?startgroup=hubungkan"),
    (Outgoing(RUDI, text="Salin.", blocks=("*A* <b>", "C\nD")), "Salin.\n<pre>*A* &lt;b&gt;</pre>\n<pre>C\nD</pre>"),
)


@pytest.mark.parametrize(("outgoing", "written"), LOOKS)
def test_text_is_escaped_html(outgoing: Outgoing, written: str) -> None:
    assert html(outgoing, "bakohumas_bot") == written


def test_what_is_too_long_loses_the_end_of_its_text_and_nothing_else() -> None:
    written = html(Outgoing(RUDI, title="Daftar", text="kata & " * 900, start="x"), "b")
    head, tail = "<b>Daftar</b>\nkata &amp; kata", "&amp; kata…\nhttps://t.me/b?start=x"
    assert (written[: len(head)], written[-len(tail) :]) == (head, tail)
    assert len(written.replace("&amp;", "&").replace("<b>", "").replace("</b>", "")) == 4095


@pytest.mark.parametrize(("text", "limit", "kept"), [
    ("pendek", 10, "pendek"),
    ("satu dua tiga", 10, "satu dua…"),
    ("satukata yangpanjangsekali", 20, "satukata yangpanjan…"),
    ("x" * 30, 10, "xxxxxxxxx…"),
])  # fmt: skip
def test_a_cut_ends_at_a_word(text: str, limit: int, kept: str) -> None:
    assert cut(text, limit) == kept


def test_buttons_have_data_or_a_link_and_two_have_a_colour() -> None:
    menu = (
        (Button("Simpan", Save(1, 2)), Button("Ubah", Change(7)), Button("Hapus", Delete(7))),
        (),
        (Button("Buka chat pribadi", start="lapor"),),
        (Button("Tambahkan ke grup", startgroup="hubungkan"),),
        (Button("Buka WhatsApp", url="https://wa.me/?text=Izin%20melaporkan"),),
    )
    made = keyboard(menu, "bakohumas_bot")
    assert made is not None
    assert made.to_dict() == {
        "inline_keyboard": [
            [
                {"text": "Simpan", "callback_data": Save(1, 2).written(), "style": "success"},
                {"text": "Ubah", "callback_data": Change(7).written()},
                {"text": "Hapus", "callback_data": Delete(7).written(), "style": "danger"},
            ],
            [{"text": "Buka chat pribadi", "url": "https://t.me/bakohumas_bot?start=lapor"}],
            [{"text": "Tambahkan ke grup", "url": "https://t.me/bakohumas_bot?startgroup=hubungkan"}],
            [{"text": "Buka WhatsApp", "url": "https://wa.me/?text=Izin%20melaporkan"}],
        ]
    }


def test_no_menu_is_no_keyboard() -> None:
    assert keyboard((), "b") is None


def test_a_button_that_telegram_would_refuse_is_never_sent() -> None:
    with pytest.raises(ValueError, match="callback data of 'Pilih'"):
        keyboard(((Button("Pilih"),),), "b")


ASKS = "Misalnya: 5 Juli 2022"


@pytest.mark.parametrize(
    ("outgoing", "shown"),
    [
        (
            Outgoing(RUDI, text="Belum terbaca.", placeholder=ASKS),
            {"force_reply": True, "input_field_placeholder": ASKS},
        ),
        (Outgoing(RUDI, text="Belum terbaca."), None),
        # A card is edited in place, and what has buttons keeps them.
        (Outgoing(RUDI, text="Nama: …", placeholder=ASKS, card="draft:1"), None),
        (
            Outgoing(RUDI, text="Tulis.", placeholder=ASKS, menu=((Button("Batal", Cancel("x")),),)),
            {"inline_keyboard": [[{"text": "Batal", "callback_data": Cancel("x").written()}]]},
        ),
    ],
)
def test_the_field_shows_what_is_awaited_where_nothing_is_lost_by_it(outgoing: Outgoing, shown: object) -> None:
    found = markup(outgoing, "b")
    assert (found.to_dict() if found else None) == shown
