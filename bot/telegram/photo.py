"""Files at Telegram are fetched before the handlers hear of the message: photos are kept, documents are read."""

import asyncio
import shutil
from dataclasses import replace

from telegram import Bot

from bot.channel import Permanent, Transient, Unfetched, Unknown
from bot.health import NO_SPACE
from bot.telegram.errors import translated
from bot.telegram.read import TOO_LARGE, Picture
from bot.work import kept
from handlers.chat.messages import Foto, Incoming
from renderers.excel import impor
from renderers.photo import photo
from renderers.templat_kantor.trial import receive
from storage.foto.store import Store, Unreachable

NOT_THERE = "Foto ini tidak dapat diambil dari Telegram. Mohon kirim ulang."
NO_ROOM = "Ruang penyimpanan bot penuh, jadi foto ini belum dapat disimpan. Tulis dahulu laporannya tanpa foto."
NO_WORKBOOK = "Berkas ini tidak dapat diambil dari Telegram. Mohon kirim ulang."


async def fetched(bot: Bot, store: Store, picture: Picture, incoming: Incoming) -> Incoming:
    """The message with its photo safe on disk, or with the sentence why not; Unfetched if it is worth another try."""
    missing = NO_WORKBOOK if picture.workbook or picture.templat else NOT_THERE
    try:
        with translated():
            file = await bot.get_file(picture.file_id)
            data = await file.download_as_bytearray()
        if picture.workbook:
            return replace(incoming, berkas=await asyncio.to_thread(impor.read, bytes(data)))
        if picture.templat:
            return replace(incoming, templat=await asyncio.to_thread(receive, bytes(data), picture.templat))
        foto = await asyncio.to_thread(_kept, store, bytes(data), picture.uid)
        return replace(incoming, reply_foto=foto) if picture.replied else replace(incoming, foto=foto)
    except (photo.Unreadable, impor.Unreadable) as error:
        return replace(incoming, refused=str(error))
    except Permanent as error:
        return replace(incoming, refused=TOO_LARGE if "too big" in str(error) else missing)
    except (Transient, Unknown, Unreachable) as error:
        raise Unfetched(incoming) from error


def _kept(store: Store, data: bytes, uid: str) -> Foto:
    folder = store.folder
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < NO_SPACE:
        raise photo.Unreadable(NO_ROOM)
    upright = photo.upright(data)
    lebar, tinggi = photo.size(upright)
    sha256 = store.keep(upright)
    kept.prepare(folder, sha256)
    return Foto(sha256, lebar, tinggi, uid)
