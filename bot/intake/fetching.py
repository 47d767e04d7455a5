"""Files at a channel are fetched before the handlers hear of the message: photos are kept, documents are read."""

import asyncio
import shutil
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.channel import Permanent, Transient, Unfetched, Unknown
from bot.health import NO_SPACE
from bot.intake.attached import TOO_LARGE, Picture
from bot.intake.copies import Copies
from bot.workshop import received
from bot.workshop.workshop import NotNow, Refused
from bot.world import apart
from handlers import dispatch
from handlers.chat.access import Sent
from handlers.chat.messages import Foto, Incoming
from storage.database import Database
from storage.foto.store import Store, Unreachable

# Files fetched and opened at once, for each may have 20 MB.
FILES = 8
NOT_THERE = "Foto ini tidak dapat diambil dari {}. Mohon kirim ulang."
NO_ROOM = "Ruang penyimpanan bot penuh, jadi foto ini belum dapat disimpan. Tulis dahulu laporannya tanpa foto."
NO_WORKBOOK = "Berkas ini tidak dapat diambil dari {}. Mohon kirim ulang."


class NoRoom(Exception):  # noqa: N818 - it is the disk's fault
    """The disk is full."""


@dataclass(frozen=True)
class Fetching:
    """Fetches the files of a channel, which people know as `title`."""

    title: str
    database: Database
    store: Store
    clock: Callable[[], datetime]
    few: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(FILES))
    copies: Copies = field(default_factory=Copies)

    async def brought(
        self, incoming: Incoming, picture: Picture, fetch: Callable[[], Awaitable[bytes | bytearray]]
    ) -> Incoming:
        """The message with its file, if its sender may send one now; else, where it asks for an answer, the reason."""
        refused = await asyncio.to_thread(dispatch.refusal, self.database, incoming, picture.sent, self.clock())
        # Words that come with a workbook or a template speak of it, and are no report.
        without = incoming if picture.sent is Sent.PHOTO else replace(incoming, text="")
        if refused is None:
            async with self.few:
                heard = await self._fetched(incoming, picture, fetch)
            return replace(without, refused=heard.refused) if heard.refused else heard
        # A command that replies to a photo itself answers those who may not say it, in its own words.
        return incoming if picture.replied else replace(without, refused=refused)

    async def _fetched(
        self, incoming: Incoming, picture: Picture, fetch: Callable[[], Awaitable[bytes | bytearray]]
    ) -> Incoming:
        """The message with its photo safe on disk, or with the sentence why not; Unfetched if it is worth another
        try."""
        missing = (NO_WORKBOOK if picture.workbook or picture.templat else NOT_THERE).format(self.title)
        try:
            return await self._opened(incoming, picture, await fetch())
        except NoRoom:
            return replace(incoming, refused=NO_ROOM)
        except Refused as error:
            # What the channel made itself is a photo; other bytes came of the line, and another try brings the right
            # ones.
            if picture.certain:
                raise Unfetched(incoming) from error
            return replace(incoming, refused=str(error))
        except Permanent as error:
            return replace(incoming, refused=TOO_LARGE if "too big" in str(error) else missing)
        except (Transient, Unknown, Unreachable, NotNow) as error:
            raise Unfetched(incoming) from error

    async def _opened(self, incoming: Incoming, picture: Picture, data: bytes | bytearray) -> Incoming:
        if picture.workbook:
            return replace(incoming, workbook=await apart(received.workbook, data))
        if picture.templat:
            return replace(incoming, templat=await apart(received.template, data, picture.templat))
        foto = await apart(_kept, self.store, data, picture.uid)
        self.copies.add(self.store.folder, foto.sha256)
        return replace(incoming, reply_foto=foto) if picture.replied else replace(incoming, foto=foto)


def _kept(store: Store, data: bytes | bytearray, uid: str) -> Foto:
    folder = store.folder
    folder.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(folder).free < NO_SPACE:
        raise NoRoom
    found = received.photo(data)
    return Foto(store.keep(found.jpeg), *found.size, uid)
