"""The try-out over HTTP: what is posted goes through inbox, core and outbox, and comes back as bubbles."""

import re
from collections.abc import AsyncIterator
from datetime import date, datetime, timedelta
from importlib.resources import files
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.channel import Gone
from bot.intake.attached import OTHER_BOOKS, REFUSED
from bot.webchat.channel import WebChat, press_id, presser
from bot.webchat.clock import START, WIB
from bot.webchat.state import GROUP, Room, as_json
from handlers.chat.messages import Button, Chat, Edit, Outgoing, Reaction
from handlers.lapor.doors import Drop
from handlers.table import COMMANDS
from handlers.tim import bantuan
from renderers.excel import ekspor
from renderers.excel.ekspor import Column, Ekspor, Table
from renderers.photo import photo, refusal
from storage.chat.inbox import Inbox, State
from storage.database import Database
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from tests.bot.browser.page import Page, opened, page
from tests.bot.conftest import jpeg
from tests.bot.workshop.test_received import webp

FRIDAY = datetime(2022, 6, 24, 16, 0, 1, tzinfo=WIB)


@pytest.fixture
def unbound(database: Database, office: int) -> Database:
    """The office of the tests, whose group no channel knows yet."""
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        row.grup_channel = row.grup = row.terhubung_at = None
    return database


@pytest.fixture
async def site(unbound: Database, tmp_path: Path) -> AsyncIterator[str]:
    async with opened(unbound, tmp_path / "data") as url:
        yield url


@pytest.fixture
async def phones(site: str) -> AsyncIterator[Page]:
    async with page(site) as phones:
        yield phones


def said(phones: Page, chat: str) -> list[tuple[str, str]]:
    return [(m["name"] or "Bot", m["title"] or m["text"]) for m in phones.bubbles.values() if m["chat"] == chat]


async def test_a_page_that_opens_hears_who_is_there_and_what_time_it_is(phones: Page) -> None:
    people = [(p["nama"], p["role"]) for p in phones.state["people"]]
    assert people == [
        ("Hudri", "pembina"), ("Agus", "ketua"), ("Qori", "ketua_pelaksana"), ("Rudi", "anggota"), ("Kadir", "anggota"),
        ("Orang baru", ""),
    ]  # fmt: skip
    assert phones.state["grup"] == {"chat": GROUP, "nama": "Bakohumas KPU Kota Probolinggo"}
    assert timedelta(0) <= datetime.fromisoformat(phones.state["now"]) - START < timedelta(seconds=15)


async def test_the_page_lists_the_commands_that_telegram_does_and_in_the_group_those_of_the_group(phones: Page) -> None:
    listed = {role: {c["word"] for c in phones.state["commands"] if role in c["listed"]} for role in Role}
    assert listed == {role: {f"/{word}" for word, _ in bantuan.of_role(COMMANDS, role)} for role in Role}
    group = {c["word"] for c in phones.state["commands"] if c["grup"] and Role.KETUA_PELAKSANA in c["roles"]}
    assert group == {f"/{one.word}" for one in COMMANDS if one.group}


async def test_a_message_is_shown_and_answered_in_its_chat(phones: Page) -> None:
    assert await phones.say("Rudi", "  /start ") == 204
    await phones.told(phones.who("Rudi")["chat"], "Selamat datang")
    assert said(phones, phones.who("Rudi")["chat"]) == [("Rudi", "/start"), ("Bot", "Selamat datang, Rudi")]


async def test_what_is_shown_is_safe_in_the_inbox(phones: Page, unbound: Database) -> None:
    await phones.say("Rudi", "/lapor Apel Pagi")
    await phones.told(phones.who("Rudi")["chat"], "Laporan kegiatan")
    with unbound.transaction() as session:
        row = session.scalars(select(Inbox)).one()
    chat = {"channel": "webchat", "id": phones.who("Rudi")["chat"]}
    mine = await phones.own()
    assert (row.channel, row.lane, row.state, row.urut) == ("webchat", chat["id"], State.DONE, int(row.event))
    assert row.body == {
        "chat": chat, "event": row.event, "person": phones.who("Rudi")["person"], "name": "Rudi",
        "text": "/lapor Apel Pagi", "message": mine["id"],
    }  # fmt: skip


async def test_a_press_changes_the_card_in_place(phones: Page) -> None:
    chat = phones.who("Rudi")["chat"]
    await phones.say("Rudi", "/lapor Malam Keakraban")
    card = await phones.told(chat, "Laporan kegiatan")
    assert [[b["label"] for b in row] for row in card["menu"]] == [
        ["Internal", "Pemerintah", "Nonpemerintah"], ["Lewati"], ["Simpan", "Ubah", "Batal"],
    ]  # fmt: skip
    assert await phones.press("Rudi", "Simpan") == 204
    receipt = await phones.told(chat, "Tercatat #1")
    assert (receipt["id"], receipt["edited"], len(phones.bubbles)) == (card["id"], True, 2)


async def test_a_card_moves_below_what_was_said_after_it(phones: Page) -> None:
    chat = phones.who("Rudi")["chat"]
    await phones.say("Rudi", "/lapor")
    first = await phones.told(chat, "Laporan baru")
    await phones.say("Rudi", "Rapat Pleno Rutin")
    await phones.told(chat, "Laporan kegiatan")
    await phones.until(lambda: first["id"] not in phones.bubbles)
    assert said(phones, chat) == [("Rudi", "/lapor"), ("Rudi", "Rapat Pleno Rutin"), ("Bot", "Laporan kegiatan")]


async def test_several_photos_are_one_bubble_and_one_report(phones: Page) -> None:
    chat = phones.who("Rudi")["chat"]
    await phones.say(
        "Rudi", "Rapat Pleno Rutin", ("a.jpg", jpeg(1)), ("catatan.txt", b"bukan foto"), ("b.jpeg", jpeg(2))
    )
    await phones.told(chat, REFUSED["document"])
    card = await phones.until(lambda: next((m for m in phones.bubbles.values() if "Foto: 2" in m["text"]), None))
    shown = await phones.own()
    names = [(f["name"], f["picture"], bool(f["url"])) for f in shown["files"]]
    assert names == [("a.jpg", True, True), ("catatan.txt", False, False), ("b.jpg", True, True)]
    assert card["text"].splitlines()[0] == "Nama: Rapat Pleno Rutin"


async def test_a_file_is_judged_as_on_every_other_channel(phones: Page) -> None:
    chat = phones.who("Qori")["chat"]
    for name, data, told in (
        ("Lama.xls", b"lama", OTHER_BOOKS[".xls"]),
        ("surat.pdf", b"%PDF-1.7", REFUSED["document"]),
        ("foto.jpg", b"bukan foto", refusal.NOT_A_PHOTO),
    ):
        await phones.say("Qori", "", (name, data))
        await phones.told(chat, told)


async def test_a_workbook_is_read_and_answered(phones: Page) -> None:
    table = Table("Lain", (Column("Nomor", 9),), ((12,),))
    await phones.say("Qori", "", ("Data.xlsx", ekspor.draw(Ekspor("Data", date(2022, 6, 24), (table,)))))
    told = await phones.told(phones.who("Qori")["chat"], "Tidak ada yang diimpor. Perbaiki dahulu:")
    missing = [f"• Lembar {name} tidak ada; yang ada: “Lain”." for name in ("Kegiatan", "Konten")]
    assert told["text"].splitlines()[1:] == missing


async def test_a_photo_is_not_opened_in_the_process_of_the_page(phones: Page, monkeypatch: pytest.MonkeyPatch) -> None:
    def here(_data: bytes) -> bytes:
        raise AssertionError("decoded in the process of the page")

    monkeypatch.setattr(photo, "upright", here)
    await phones.say("Rudi", "Rapat Pleno Rutin", ("a.jpg", jpeg(1)), ("b.webp", webp()))
    await phones.told(phones.who("Rudi")["chat"], "Foto ini berukuran 64 megapiksel")
    await phones.until(lambda: next((m for m in phones.bubbles.values() if "Foto: 1" in m["text"]), None))


async def test_a_photo_can_be_looked_at(phones: Page) -> None:
    await phones.say("Rudi", "", ("a b.jpg", jpeg(1)))
    shown = await phones.own()
    async with phones.session.get(phones.url.rstrip("/") + shown["files"][0]["url"]) as answer:
        assert await answer.read() == photo.upright(jpeg(1))
        assert (answer.content_type, answer.headers["Content-Disposition"]) == (
            "image/jpeg",
            "inline; filename*=UTF-8''a%20b.jpg",
        )
        # A foreign page may not even show it.
        assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    async with phones.session.get(f"{phones.url}files/9/x.jpg") as answer:
        assert answer.status == 404


async def test_a_toast_is_for_the_one_who_pressed(phones: Page) -> None:
    await phones.say("Rudi", "/lapor Apel Pagi")
    card = await phones.told(phones.who("Rudi")["chat"], "Laporan kegiatan")
    stale = {"person": phones.who("Rudi")["person"], "message": card["id"], "data": "zz:1"}
    assert await phones.post("press", stale) == 204
    toast = await phones.until(lambda: next((data for name, data in phones.heard if name == "toast"), None))
    text = "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
    assert toast == {"person": phones.who("Rudi")["person"], "text": text}


async def test_in_the_group_the_bot_nods_and_points_to_the_private_chat(phones: Page) -> None:
    await phones.say("Rudi", "/lapor", chat=GROUP)
    button = (await phones.group("Silakan lapor"))["menu"][0][0]
    nodded = await phones.until(lambda: next((m for m in phones.bubbles.values() if m["reaction"]), None))
    assert (nodded["text"], nodded["reaction"]) == ("/lapor", "👌")
    assert (button["label"], button["start"]) == ("Buka chat pribadi", "lapor")


async def test_friday_brings_the_kolase_into_the_group(phones: Page) -> None:
    await phones.say("Rudi", "Rapat Pleno Rutin", ("a.jpg", jpeg(1, (640, 480))))
    await phones.told(phones.who("Rudi")["chat"], "Laporan kegiatan")
    await phones.press("Rudi", "Simpan")
    await phones.told(phones.who("Rudi")["chat"], "Tercatat #1")
    assert await phones.post("advance", {}) == 204
    post = await phones.group("Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2022 (20–24 Juni 2022)")
    assert ("clock", {"now": FRIDAY.isoformat()}) in [
        (n, {"now": d.get("now", "")[:19] + "+07:00"}) for n, d in phones.heard
    ]
    assert [(f["name"], f["picture"]) for f in post["files"]] == [("kolase-1.jpg", True)]
    async with phones.session.get(phones.url.rstrip("/") + post["files"][0]["url"]) as answer:
        assert photo.size(await answer.read()) == (1080, 1350)


async def recorded(phones: Page, words: str) -> tuple[str, dict[str, str]]:
    """The chat of Rudi, who has reported that, and the receipt."""
    chat = phones.who("Rudi")["chat"]
    await phones.say("Rudi", words, ("a.jpg", jpeg(1, (640, 480))))
    await phones.told(chat, "Laporan kegiatan")
    await phones.press("Rudi", "Simpan")
    return chat, await phones.told(chat, "Tercatat #1")


async def test_a_reply_to_the_receipt_corrects_its_record(phones: Page) -> None:
    chat, receipt = await recorded(phones, "Rapat Pleno Rutin")
    rudi = phones.who("Rudi")["person"]
    form = {"person": rudi, "chat": chat, "text": "tanggal 22", "reply": receipt["id"]}
    assert await phones.post("message", form) == 204
    changed = await phones.told(chat, "Diubah #1")
    mine = next(m for m in phones.bubbles.values() if m["text"] == "tanggal 22")
    assert (mine["reply"], "22 Juni" in changed["text"]) == (receipt["id"], True)
    assert await phones.post("message", form | {"reply": "99"}) == 400
    assert await phones.post("message", form | {"chat": GROUP}) == 400


async def test_new_words_for_an_own_message_are_read_again(phones: Page) -> None:
    chat, _ = await recorded(phones, "Rapat Pleno Rutin")
    mine = next(m for m in phones.bubbles.values() if m["text"] == "Rapat Pleno Rutin")
    rudi = {"person": phones.who("Rudi")["person"], "message": mine["id"]}
    assert await phones.post("edit", rudi | {"text": "Rapat Pleno Rutin Juni"}) == 204
    await phones.told(chat, "Pesan asli #1 diubah")
    shown = phones.bubbles[mine["id"]]
    assert (shown["text"], shown["edited"]) == ("Rapat Pleno Rutin Juni", True)
    for wrong in ({"text": " "}, {"text": "x" * 4097}, {"text": "a", "person": phones.who("Kadir")["person"]}):
        assert await phones.post("edit", rudi | wrong) == 400


async def test_the_clock_goes_to_what_is_due_next(phones: Page) -> None:
    await recorded(phones, "Rapat Pleno Rutin")
    hours = []
    while not any(m["chat"] == GROUP for m in phones.bubbles.values()):
        phones.heard.clear()
        assert await phones.post("following", {}) == 204
        hours += await phones.until(lambda: [told["now"][:16] for name, told in phones.heard if name == "clock"])
        if len(hours) == 3:
            await phones.group("Kegiatan KPU Kota Probolinggo")
    assert hours == ["2022-06-24T13:00", "2022-06-24T15:00", "2022-06-24T16:00"]


async def test_an_empty_week_is_told_to_the_ketua_pelaksana_alone(phones: Page) -> None:
    await phones.post("advance", {})
    chat, empty = phones.who("Qori")["chat"], "Belum ada kegiatan berfoto pada Pekan Keempat Juni 2022"
    await phones.told(chat, empty)
    assert [m["chat"] for m in phones.bubbles.values() if m["text"].startswith(empty)] == [chat]


async def test_an_invitation_lets_the_newcomer_in(phones: Page) -> None:
    await phones.say("Qori", "/undang Siti Aminah")
    link = await phones.until(lambda: next((m for m in phones.bubbles.values() if m["start"]), None))
    await phones.say("Orang baru", f"/start {link['start']}")
    await phones.told(phones.who("Orang baru")["chat"], "Selamat datang, Siti Aminah")


async def test_a_page_opened_later_sees_what_was_said_before(site: str, phones: Page) -> None:
    await phones.say("Rudi", "/start")
    await phones.told(phones.who("Rudi")["chat"], "Selamat datang")
    async with page(site) as later:
        assert later.bubbles == phones.bubbles


@pytest.mark.parametrize(
    "form",
    [
        {"person": "99", "chat": GROUP, "text": "halo"},
        {"person": "RUDI", "chat": "p1", "text": "halo"},
        {"person": "RUDI", "chat": "arisan", "text": "halo"},
        {"person": "RUDI", "chat": GROUP, "text": " "},
        {"person": "RUDI", "chat": GROUP, "text": "x" * 4097},
        {},
    ],
)
async def test_nobody_speaks_where_they_are_not(phones: Page, form: dict[str, str]) -> None:
    rudi = {key: phones.who("Rudi")["person"] if value == "RUDI" else value for key, value in form.items()}
    assert await phones.post("message", rudi) == 400


async def test_in_the_group_photos_are_not_taken(phones: Page) -> None:
    assert await phones.say("Rudi", "/lapor", ("a.jpg", jpeg()), chat=GROUP) == 400


async def test_only_buttons_that_one_sees_can_be_pressed(phones: Page) -> None:
    await phones.say("Rudi", "/lapor")
    card = await phones.told(phones.who("Rudi")["chat"], "Laporan baru")
    rudi, kadir = phones.who("Rudi")["person"], phones.who("Kadir")["person"]
    drop = Drop(1, 1).written()
    for person, message, data in ((kadir, card["id"], drop), (rudi, "1", drop), (rudi, card["id"], "x" * 65)):
        assert await phones.post("press", {"person": person, "message": message, "data": data}) == 400


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Host": "localhost:8022"}, 200),
        ({"Host": "contoh.id"}, 403),
        ({"Host": "127.0.0.1.contoh.id:8022"}, 403),
        ({"Host": "[::1"}, 403),
        ({"Origin": "http://contoh.id"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_other_sites_cannot_use_the_page(phones: Page, headers: dict[str, str], status: int) -> None:
    async with phones.session.get(phones.url, headers=headers) as answer:
        assert answer.status == status


async def test_the_page_loads_from_nowhere_else(phones: Page) -> None:
    names = [file.name for file in (files("bot.webchat") / "page").iterdir() if file.name != "index.html"]
    for name in ("", *names):
        async with phones.session.get(phones.url + name) as answer:
            assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'; img-src 'self' blob:;")
            assert (answer.status, answer.headers["X-Content-Type-Options"]) == (200, "nosniff")


def test_page_files_name_no_other_site_and_write_no_markup() -> None:
    foreign = re.compile(
        r"https?:|[\"'(]//|innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|style=|onclick"
    )
    for file in (files("bot.webchat") / "page").iterdir():
        assert (file.name, foreign.findall(file.read_text(encoding="utf-8"))) == (file.name, [])


def test_page_files_are_short() -> None:
    lengths = {file.name: len(file.read_text().splitlines()) for file in (files("bot.webchat") / "page").iterdir()}
    assert {name: length for name, length in lengths.items() if length > 150} == {}


async def test_a_text_to_be_copied_and_an_address_to_be_opened_are_on_the_page() -> None:
    room, address = Room(), "https://wa.me/?text=Izin"
    menu = ((Button("Buka WhatsApp", url=address),),)
    said = Outgoing(Chat("webchat", "p1"), text="Salin.", blocks=("Izin *melaporkan*",), menu=menu)
    (message,) = await WebChat(room, lambda: START).send(said, [])
    told = as_json(room.messages[message])
    assert (told["blocks"], told["menu"][0][0]["url"]) == (("Izin *melaporkan*",), address)


async def test_what_the_bot_asks_for_stands_where_one_writes() -> None:
    room = Room()
    said = Outgoing(Chat("webchat", "p1"), text="Siapa mitranya?", placeholder="Nama mitra")
    (message,) = await WebChat(room, lambda: START).send(said, [])
    assert as_json(room.messages[message])["placeholder"] == "Nama mitra"


async def test_the_page_knows_how_large_a_picture_is(phones: Page) -> None:
    await phones.say("Rudi", "", ("a.jpg", jpeg(1, (64, 48))))
    (shown,) = (await phones.own())["files"]
    assert (shown["wide"], shown["high"]) == (64, 48)


async def test_an_office_that_was_there_before_cannot_begin_anew(phones: Page) -> None:
    assert (phones.state["sample"], await phones.post("anew", {})) == (False, 400)


async def test_what_is_gone_cannot_be_changed() -> None:
    channel = WebChat(Room(), lambda: START)
    here = Chat("webchat", "p1")
    for change in (
        channel.edit("1", Outgoing(here, text="x")),
        channel.delete("p1", "1"),
        channel.react(Reaction(here, "1", "👌")),
    ):
        with pytest.raises(Gone):
            await change


async def test_leaving_is_noted_in_the_chat() -> None:
    room = Room()
    await WebChat(room, lambda: START).leave("arisan")
    assert [(m.chat, m.text) for m in room.messages.values()] == [("arisan", "Bot keluar dari grup ini.")]


def test_a_press_knows_its_presser() -> None:
    assert presser(press_id("12", "tamu")) == "tamu"


async def test_pictures_of_a_post_change_where_it_stands(tmp_path: Path) -> None:
    room = Room()
    channel = WebChat(room, lambda: FRIDAY)
    (tmp_path / "a.jpg").write_bytes(b"a")
    (tmp_path / "b.jpg").write_bytes(b"b")
    group = Chat("webchat", GROUP, group=True)
    (message,) = await channel.send(Outgoing(group, text="1"), [tmp_path / "a.jpg"])
    said = Edit(group, text="2", replaces=(message,))
    assert await channel.replace(said, [tmp_path / "a.jpg", tmp_path / "b.jpg"]) == [message]
    shown = room.messages[message]
    assert (shown.text, shown.edited, [file.name for file in shown.files]) == ("2", True, ["a.jpg", "b.jpg"])
    document = await channel.send(Outgoing(group, text="asli", document=True), [tmp_path / "a.jpg"])
    assert [file.picture for file in room.messages[document[0]].files] == [False]
    await channel.delete(GROUP, message)
    with pytest.raises(Gone):
        await channel.replace(said, [tmp_path / "a.jpg"])
