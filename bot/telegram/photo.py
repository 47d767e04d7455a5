"""Files at Telegram are fetched before the handlers hear of the message: photos are kept, documents are read."""

import shutil
from dataclasses import replace

from telegram import Bot

from bot.channel import Permanent, Transient, Unfetched, Unknown
from bot.health import NO_SPACE
from bot.telegram.errors import translated
from bot.telegram.read import TOO_LARGE, Picture
from bot.workshop import received
from bot.workshop.workshop import NotNow, Refused
from bot.world import apart
from handlers.chat.messages import Foto, Incoming
from storage.foto import photos
from storage.foto.store import Store, Unreachable

NOT_THERE = "Foto ini tidak dapat diambil dari Telegram. Mohon kirim ulang."
NO_ROOM = "Ruang penyimpanan bot penuh, jadi foto ini belum dapat disimpan. Tulis dahulu laporannya tanpa foto."
NO_WORKBOOK = "Berkas ini tidak dapat diambil dari Telegram. Mohon kirim ulang."


class NoRoom(Exception):  # noqa: N818 - it is the disk's fault
    """The disk is full."""


async def fetched(bot: Bot, store: Store, picture: Picture, incoming: Incoming) -> Incoming:
    """The message with its photo safe on disk, or with the sentence why not; Unfetched if it is worth another try."""
    missing = NO_WORKBOOK if picture.workbook or picture.templat else NOT_THERE
    try:
        with translated():
            file = await bot.get_file(picture.file_id)
            data = await file.download_as_bytearray()
        if picture.workbook:
            return replace(incoming, workbook=await apart(received.workbook, data))
        if picture.templat:
            return replace(incoming, templat=await apart(received.template, data, picture.templat))
        foto = await apart(_kept, store, data, picture.uid)
        return replace(incoming, reply_foto=foto) if picture.replied else replace(incoming, foto=foto)
    except NoRoom:
        return replace(incoming, refused=NO_ROOM)
    except Refused as error:
        # What Telegram made itself is a photo; other bytes came of the line, and another try brings the right ones.
        if picture.certain:
            raise Unfetched(incoming) from error
        return replace(incoming, refused=str(error))
    except Permanent as error:
        return replace(incoming, refused=TOO_LARGE if "too big" in str(error) else missing)
    except (Transient, Unknown, Unreachable, NotNow) as error:
        raise Unfetched(incoming) from error


def _kept(store: Store, data: bytes | bytearray, uid: str) -> Foto:
    folder = store.folder
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < NO_SPACE:
        raise NoRoom
    found = received.photo(data)
    sha256 = store.keep(found.jpeg)
    if found.small:
        photos.keep_small(folder, sha256, found.small)
    return Foto(sha256, *found.size, uid)
