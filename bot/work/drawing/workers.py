"""The drawing worker: rows that carry a Drawing become files, outside transaction and event loop."""

import asyncio
import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import nullcontext, suppress
from datetime import timedelta
from functools import partial
from pathlib import Path
from secrets import token_hex

from bot.channel import Channel
from bot.work.drawing import kept, sharing, sheets
from bot.work.drawing.drawer import Draw, Drawn, beside
from bot.work.drawing.drawers import DRAWERS, INVITATION, PRINTED, QUICK, frozen, invitation
from bot.work.drawing.sharing import Lease
from bot.work.outcome import tell
from bot.work.parcel import bury, forget
from bot.workshop.workshop import Died, NotNow
from bot.world import World, apart, rung
from handlers.chat.events import Became, Outcome
from storage import atomic
from storage.chat import drawing_order, outbox
from storage.chat.outbox import Outbox
from storage.database import away
from storage.foto.store import Unreachable, photos_in
from storage.locks import Locks, ring

log = logging.getLogger(__name__)

# The open channels by their names.
Channels = Mapping[str, Channel]
LOOK, REST = 30, 0.1
# A drawing that makes the process crash is given up after so many attempts.
TRIES = 3
# The worker of what LibreOffice prints, so that no picture waits for pages.
PRINTER = "printer"


def workers(world: World, channels: Channels | None = None, held: Locks | None = None) -> tuple["Drawings", "Drawings"]:
    """Both workers, which share out all kinds of drawings. `held`: where other processes draw too."""
    quick = Drawings(world, kinds=QUICK, channels=channels, held=held)
    return quick, Drawings(world, name=PRINTER, kinds=PRINTED, channels=channels, held=held)


# A name on the disk has 255 bytes, and an office or a template may be called anything.
LONGEST_NAME = 180


def named(name: str) -> str:
    """A safe name for a sent file: no path, at most 180 bytes and a short suffix."""
    plain = Path(name.replace("/", "-").replace("\\", "-").replace("\0", "").lstrip(".") or "berkas")
    suffix = plain.suffix[:12]
    return plain.stem.encode()[: LONGEST_NAME - len(suffix.encode())].decode(errors="ignore") + suffix


class Drawings:
    """A worker; of several each has the kinds that are its own, else it draws all of them. `channels`: for whose chats
    it draws, read anew each time; without them only for those of its world's channel."""

    def __init__(
        self,
        world: World,
        drawers: Mapping[str, Draw] = DRAWERS,
        name: str = "",
        kinds: Iterable[str] | None = None,
        channels: Channels | None = None,
        held: Locks | None = None,
    ) -> None:
        self.world, self.wake, self.drawers, self.name, self.kinds = world, world.wake, drawers, name, kinds
        self.ear, self.lease = world.wake.drawing.ear(), Lease(held)
        self.channels = {world.channel.name: world.channel} if channels is None else channels

    async def run(self) -> None:
        while not self.wake.stop.is_set():
            try:
                while not self.wake.stop.is_set() and (await self.one() or await self._ahead()):
                    self.wake.sender.set()
            except Exception:
                log.exception("drawing cannot go on")
            await rung(self.ear, LOOK, REST)

    async def one(self) -> bool:
        """Draw the row whose turn it is; False if none waits."""
        row = await asyncio.to_thread(self._begun)
        if row is None:
            return False
        self.wake.sender.set()
        try:
            drawn = await apart(self._draw, row, asyncio.get_running_loop())
            await asyncio.to_thread(self._drawn, row, drawn)
        except (Unreachable, NotNow) as error:
            log.warning("outbox row %d waits for its photos or the workshop: %r", row.id, error)
            await asyncio.to_thread(self._later, row)
        except Died:
            log.warning("outbox row %d has ended a child of the workshop", row.id)
        except Exception as error:
            if away(error):
                raise
            log.exception("outbox row %d cannot be drawn", row.id)
            await asyncio.to_thread(self._failed, row, error)
        return True

    async def _ahead(self) -> bool:
        """Where nobody waits, draw what a report will need; False where it needs nothing, or another worker sees to
        that."""
        return self.name != PRINTER and await apart(sheets.one, self.world, self.lease)

    def _begun(self) -> Outbox | None:
        now = self.world.clock()
        if self.lease.held:
            with self.world.database.transaction() as session:
                if not drawing_order.waits(session, [*self.channels], now, self.kinds):
                    return None
        drawer = self.lease.renewed()
        with self.world.database.transaction() as session:
            row = drawing_order.take_next(session, [*self.channels], now, self.name, self.kinds, drawer)
            if row:
                tell(Outcome(session, row, Became.DRAWING, now))
            return row

    def _draw(self, row: Outbox, loop: asyncio.AbstractEventLoop) -> Drawn:
        if row.tries > TRIES:
            raise RuntimeError(f"given up after {TRIES} attempts")
        drawing, world = row.payload["drawing"], self.world
        if drawing["renderer"] == INVITATION:
            return invitation(world.database, row, self.channels[row.channel].link(row.payload["start"]))
        step = partial(self._step, row, loop)
        before = self._fetched(drawing["renderer"], drawing["id"])
        draw = self.drawers[drawing["renderer"]]
        drawn = beside(draw, world.store)(world.database, drawing["id"], world.data_dir, step)
        if drawn.foto:
            world.store.keep(drawn.foto)
        # Before anybody hears of it: this machine may be gone when it is asked for again.
        with suppress(Unreachable) if drawn.sha256 == before else nullcontext():
            kept.share(world.store, world.data_dir, drawn.sha256)
        return drawn

    def _fetched(self, renderer: str, row_id: int) -> str:
        """Fetch what a drawing needs from the bucket, where there is one; the hash of the report that it was before."""
        world = self.world
        if world.store.bucket is None:
            return ""
        figures, sha256 = frozen(world.database, renderer, row_id)
        world.store.present(photos_in(figures))
        kept.present(world.store, world.data_dir, sha256)
        return sha256

    def _step(self, row: Outbox, loop: asyncio.AbstractEventLoop, told: str) -> None:
        with self.world.database.transaction() as session:
            if fresh := drawing_order.still_drawn(session, row):
                tell(Outcome(session, fresh, Became.STEP, self.world.clock(), told))
        loop.call_soon_threadsafe(self.wake.sender.set)

    def _drawn(self, row: Outbox, drawn: Drawn) -> None:
        older = [*self._lying(row.id)]
        # Nobody who sees other files, such as a program that prints an uploaded template, can guess where it lies.
        folder = self.world.data_dir / "drawn" / f"{row.id}-{token_hex(16)}"
        names = [self._kept(folder, name, data) for name, data in drawn.files]
        if self.lease.held:
            sharing.shared(self.world, names)
        with self.world.database.transaction() as session:
            fresh = drawing_order.still_drawn(session, row)
            if fresh is None:
                forget(self.world.data_dir / name for name in names)
                return
            outbox.drawn(fresh, names)
            ring(session)
            fresh.tries = 0
            if drawn.sha256:
                became = Became.COMPLETED if drawn.completes else Became.KEPT
                tell(Outcome(session, fresh, became, self.world.clock(), drawn.sha256))
            tell(Outcome(session, fresh, Became.DRAWN, self.world.clock(), drawn.detail))
        # Another process that drew it too may be sending what lies there, until this one is the one that counts.
        forget(older)
        if self.lease.held and not self.wake.leads.is_set():
            # Whoever sends it fetches it.
            forget(self.world.data_dir / name for name in names)

    def _lying(self, row_id: int) -> Iterator[Path]:
        """What was drawn for a row before."""
        return (self.world.data_dir / "drawn").glob(f"{row_id}-*/*")

    def _kept(self, folder: Path, name: str, data: bytes) -> str:
        """Write a file, whole or not at all; returns its name relative to the data folder."""
        target = folder / named(name)
        atomic.written(target, data)
        return str(target.relative_to(self.world.data_dir))

    def _later(self, row: Outbox) -> None:
        """Wait without counting an attempt, for what is missing is no fault of the drawing."""
        with self.world.database.transaction() as session:
            if fresh := drawing_order.still_drawn(session, row):
                fresh.tries, fresh.drawer, fresh.next_try = 0, "", self.world.clock() + timedelta(seconds=LOOK)

    def _failed(self, row: Outbox, error: Exception) -> None:
        with self.world.database.transaction() as session:
            fresh = drawing_order.still_drawn(session, row)
            if fresh is None:
                return
            outbox.give_up(fresh, outbox.State.DEAD, repr(error))
            tell(Outcome(session, fresh, Became.FAILED, self.world.clock()))
            bury(session, fresh, self._lying(row.id))
