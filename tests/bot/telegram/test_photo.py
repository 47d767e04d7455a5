"""A photo at Telegram becomes a photo on our disk."""

import asyncio
import io
import shutil
import threading
from collections.abc import Callable
from datetime import date

import pytest
from PIL import Image

from bot import world
from bot.channel import Unfetched
from bot.intake import fetching
from bot.intake.fetching import FILES
from bot.telegram.channel import Telegram
from bot.workshop import received
from bot.workshop.foremen import Foreman
from bot.workshop.workshop import Workshop
from handlers.chat.messages import Chat, Foto, Incoming
from renderers.excel import ekspor, impor
from renderers.excel.ekspor import Column, Ekspor, Table
from renderers.photo import photo as photo_reader
from renderers.photo import prepared
from renderers.received import Row, Sheet
from storage.foto import photos
from tests.bot.conftest import Usage, jpeg
from tests.bot.updates import SAID_AT, Json, message, photo
from tests.bot.workshop.test_received import webp
from tests.botapi import BotAPI
from tests.botapi_wire import Fault

RUDI = Chat("telegram", "11")


def sent_photo(name: str = "Rudi") -> Json:
    return {"update_id": 7} | message(name, photo=photo("f"))


def sent_file(caption: str = "") -> Json:
    """A photo as a file, which comes as the phone has it."""
    facts = {"file_id": "f", "file_unique_id": "uf", "mime_type": "image/jpeg", "file_size": 3000, "file_name": "a.jpg"}
    return {"update_id": 7} | message("Rudi", document=facts, caption=caption)


async def test_a_photo_is_safe_on_disk_before_anybody_hears_of_it(channel: Telegram, api: BotAPI) -> None:
    api.files["f"] = jpeg()
    heard = await channel.incoming(sent_photo(), "7")
    assert heard
    assert heard.foto
    kept = (channel.store.folder / photos.name_of(heard.foto.sha256)).read_bytes()
    assert heard.foto == Foto(heard.foto.sha256, 64, 48, "uf")
    assert Image.open(io.BytesIO(kept)).size == (64, 48)


async def test_photos_that_wait_for_the_workshop_leave_all_others_their_threads(
    channel: Telegram, api: BotAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, waiting = threading.Event(), threading.Semaphore(0)

    def slow(_data: bytes) -> received.Photo:
        waiting.release()
        assert gate.wait(60)
        return received.Photo(jpeg(), (64, 48))

    monkeypatch.setattr(received, "photo", slow)
    api.files["f"] = jpeg()
    photos_ = [asyncio.create_task(channel.incoming(sent_photo(), str(n))) for n in range(9)]
    for _ in range(FILES):
        await world.apart(waiting.acquire)
    assert await asyncio.wait_for(asyncio.to_thread(threading.current_thread), 30) is not threading.current_thread()
    # The ninth is not even fetched, for each may have 20 MB.
    assert len([call for call in api.calls if call.method == "download"]) == FILES
    gate.set()
    assert all(await asyncio.gather(*photos_))


async def test_a_photo_of_somebody_unknown_is_not_fetched(channel: Telegram, api: BotAPI) -> None:
    heard = await channel.incoming(sent_photo("Orang Asing"), "7")
    assert heard == Incoming(Chat("telegram", "99"), "7", "99", "Orang Asing", message="5", said_at=SAID_AT)
    assert api.said("getFile", "download") == []


@pytest.mark.parametrize(
    ("method", "kind"), [("getFile", 500), ("getFile", 429), ("download", "reset"), ("download", 404)]
)
async def test_a_photo_that_does_not_come_now_may_come_later(
    channel: Telegram, api: BotAPI, method: str, kind: int | str
) -> None:
    api.files["f"] = jpeg()
    # A download whose connection is reset is begun once more at once.
    more = {"parameters": {"retry_after": 1}} if kind == 429 else {"times": 2} if kind == "reset" else {}
    api.faults = [Fault(method, kind, **more)]
    with pytest.raises(Unfetched) as caught:
        await channel.incoming(sent_photo(), "7")
    assert caught.value.incoming == Incoming(RUDI, "7", "11", "Rudi", message="5", said_at=SAID_AT)
    heard = await channel.incoming(sent_photo(), "7")
    assert heard
    assert heard.foto


async def test_without_room_on_the_disk_a_photo_is_refused_and_nothing_else(
    channel: Telegram, api: BotAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    api.files["f"] = jpeg()
    with monkeypatch.context() as patched:
        patched.setattr(shutil, "disk_usage", lambda _: Usage(10**10, 10**10, 10**8))
        heard = await channel.incoming(sent_photo(), "7")
    assert heard
    assert (heard.foto, heard.refused) == (None, fetching.NO_ROOM)
    assert list(channel.store.folder.iterdir()) == []


async def test_a_broken_file_gets_its_sentence(channel: Telegram, api: BotAPI) -> None:
    api.files["f"] = jpeg(size=(640, 480))[:700]
    heard = await channel.incoming(sent_file(), "7")
    assert heard
    assert (heard.foto, heard.refused) == (None, "Foto ini terpotong atau rusak. Mohon kirim ulang.")


@pytest.mark.parametrize("sent", [sent_photo, sent_file], ids=["as a photo", "as a file"])
async def test_a_photo_that_lacks_only_its_end_mark_is_taken(
    channel: Telegram, api: BotAPI, sent: Callable[[], Json]
) -> None:
    api.files["f"] = jpeg(size=(640, 480))[:-2]
    heard = await channel.incoming(sent(), "7")
    assert heard
    assert heard.foto
    kept = channel.store.folder / photos.name_of(heard.foto.sha256)
    assert kept.read_bytes() == jpeg(size=(640, 480))


async def test_the_words_with_a_file_that_was_cut_short_stay(channel: Telegram, api: BotAPI) -> None:
    api.files["f"] = jpeg(size=(640, 480))[:700]
    heard = await channel.incoming(sent_file(caption="Rapat pleno rutin"), "7")
    assert heard
    assert (heard.text, heard.foto, heard.refused) == (
        "Rapat pleno rutin", None, "Foto ini terpotong atau rusak. Mohon kirim ulang."
    )  # fmt: skip


async def test_a_photo_of_telegram_that_comes_as_other_bytes_is_fetched_again(channel: Telegram, api: BotAPI) -> None:
    for bytes_ in (b"<html>Silakan masuk ke jaringan hotel</html>", jpeg(size=(640, 480))[:700], b""):
        api.files["f"] = bytes_
        with pytest.raises(Unfetched):
            await channel.incoming(sent_photo(), "7")
    api.files["f"] = jpeg()
    heard = await channel.incoming(sent_photo(), "7")
    assert heard
    assert heard.foto


@pytest.mark.parametrize(("description", "sentence"), [
    ("Bad Request: file is too big", "Berkas ini lebih dari 20 MB. Mohon kirim versi yang lebih kecil."),
    ("Bad Request: wrong file_id", "Foto ini tidak dapat diambil dari Telegram. Mohon kirim ulang."),
])  # fmt: skip
async def test_a_photo_that_never_comes_gets_its_sentence(
    channel: Telegram, api: BotAPI, description: str, sentence: str
) -> None:
    api.faults = [Fault("getFile", 400, description=description)]
    heard = await channel.incoming(sent_photo(), "7")
    assert heard
    assert heard.refused == sentence


async def test_38_bytes_that_would_unfold_to_a_gigabyte_get_a_sentence(channel: Telegram, api: BotAPI) -> None:
    api.files["f"] = webp()
    heard = await channel.incoming(sent_file(), "7")
    assert heard
    assert heard.refused == "Foto ini berukuran 64 megapiksel, paling banyak 20. Mohon kirim versi yang lebih kecil."


def _here(*_: object) -> bytes:
    raise AssertionError("decoded in the process of the bot")


async def test_nothing_that_came_from_outside_is_opened_in_the_process_of_the_bot(
    channel: Telegram, api: BotAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module, name in ((photo_reader, "upright"), (photo_reader, "size"), (prepared, "make"), (impor, "read")):
        monkeypatch.setattr(module, name, _here)
    api.files["f"] = jpeg()
    heard = await channel.incoming(sent_photo(), "7")
    assert heard
    assert heard.foto
    await channel.fetching.copies.done()
    kept = channel.store.folder / photos.name_of(heard.foto.sha256)
    assert (kept.exists(), prepared.beside(kept).exists()) == (True, True)
    heard = await channel.incoming(sent_workbook(), "7")
    assert heard
    assert heard.refused == "Berkas ini bukan berkas Excel (.xlsx)."


async def test_a_photo_that_kills_its_reader_gets_a_sentence(
    channel: Telegram, api: BotAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    deadly = Workshop(foreman="tests.bot.workshop.misdeeds")
    monkeypatch.setattr(received, "WORKSHOP", deadly)
    api.files["f"] = jpeg()
    heard = await channel.incoming(sent_file(), "7")
    deadly.close()
    assert heard
    assert heard.refused == (
        "Foto ini terlalu berat untuk dibuka. Mohon kirim sebagai foto biasa, bukan sebagai berkas."
    )


async def test_while_no_child_can_be_started_a_photo_waits(
    channel: Telegram, api: BotAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> Foreman:
        raise BlockingIOError

    empty = Workshop()
    monkeypatch.setattr(received, "WORKSHOP", empty)
    monkeypatch.setattr("bot.workshop.workshop.Foreman", full)
    api.files["f"] = jpeg()
    with pytest.raises(Unfetched):
        await channel.incoming(sent_photo(), "7")


def sent_workbook() -> Json:
    facts = {"file_id": "f", "file_unique_id": "uf", "mime_type": "application/zip", "file_name": "Data.xlsx"}
    return {"update_id": 7} | message("Qori", document=facts)


async def test_a_workbook_becomes_its_sheets_and_leaves_nothing_on_disk(channel: Telegram, api: BotAPI) -> None:
    table = Table("Kegiatan", (Column("Nomor", 9),), ((12,),))
    api.files["f"] = ekspor.draw(Ekspor("Data", date(2022, 6, 24), (table,)))
    heard = await channel.incoming(sent_workbook(), "7")
    assert heard
    assert heard.workbook == (Sheet("Kegiatan", ("Nomor",), (Row(2, ("12",)),)),)
    assert (heard.foto, heard.refused, channel.store.folder.exists()) == (None, "", False)


async def test_a_workbook_that_is_none_or_never_comes_gets_its_sentence(channel: Telegram, api: BotAPI) -> None:
    api.files["f"] = b"nothing of the kind"
    heard = await channel.incoming(sent_workbook(), "7")
    assert heard
    assert (heard.workbook, heard.refused) == ((), "Berkas ini bukan berkas Excel (.xlsx).")
    api.faults = [Fault("getFile", 400, description="Bad Request: wrong file_id")]
    heard = await channel.incoming(sent_workbook(), "7")
    assert heard
    assert heard.refused == "Berkas ini tidak dapat diambil dari Telegram. Mohon kirim ulang."
