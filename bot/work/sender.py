"""The sender sends the outbox: in order within a chat, at a permitted pace, and writes every outcome down."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple, TypeVar

from bot.channel import Gone, Migrated, Permanent, Shut, Telling, Transient, Unknown, Waits
from bot.work import outcome, settling
from bot.work.drawing import sharing
from bot.work.drawing.sharing import is_spread
from bot.work.pace import Pace
from bot.work.parcel import Parcel, claim, forget
from bot.world import World, apart, pause, rung
from handlers.chat.messages import Edit, Leave, Offer, Outgoing, Reaction, Toast
from handlers.chat.queue import MOVED
from storage import lead
from storage.chat import outbox, stuck
from storage.chat.outbox import Due
from storage.database import Session, away
from storage.foto.store import Unreachable
from storage.lead import Lost

log = logging.getLogger(__name__)

# Seconds between two looks at most, and at least.
LOOK, REST = 10, 0.01
GRACE = 20
# Time to spare before the channel's limit for deleting, for its clock and ours differ and a call takes its time.
MARGIN = timedelta(minutes=5)
T = TypeVar("T")


class Found(NamedTuple):
    """What a look into the outbox has found: the rows that go now, claimed in the same transaction; the seconds until
    another one may; whether any is to be drawn first."""

    going: Sequence[tuple[Due, Parcel | None]]
    seconds: float
    draws: bool


class Sender:
    def __init__(self, world: World) -> None:
        self.world, self.channel, self.wake = world, world.channel, world.wake
        # The channel, if it tells later what became of its messages.
        self.telling = world.channel if isinstance(world.channel, Telling) else None
        self.settles = self.telling.settles if self.telling else None
        self.ear, self.pace = world.wake.sender.ear(), Pace(world.channel.name)
        self.busy: dict[int, asyncio.Task[None]] = {}

    async def run(self) -> None:
        await self.recover()
        try:
            while not self.wake.stop.is_set():
                try:
                    seconds = await self.look()
                except Exception:
                    log.exception("the outbox cannot be read")
                    seconds = 1
                await rung(self.ear, seconds, REST)
        finally:
            # Also where the lead is lost: what is under way is not begun anew beside itself.
            await self.idle()

    async def recover(self) -> None:
        at = self.world.database, self.channel.name
        await self._written(lambda: outcome.recover(*at, self.world.clock(), self.settles))

    async def look(self) -> float:
        """Begin to send the rows that may go now; returns the seconds until the next look."""
        looking = asyncio.ensure_future(asyncio.to_thread(self._found))
        try:
            return self._begun(await asyncio.shield(looking))
        except asyncio.CancelledError:
            # What it has claimed is sent, or given back where another process leads by now.
            with suppress(Exception):
                self._begun(await looking)
            raise

    def _begun(self, found: Found) -> float:
        for row, parcel in found.going:
            self.busy[row.id] = asyncio.create_task(self._deliver(row, parcel))
        if found.draws:
            self.wake.drawing.set()
        return found.seconds

    async def idle(self) -> None:
        """Wait until the messages under way are sent, but at most 20 seconds; what takes longer is given up."""
        _, late = await asyncio.wait(self.busy.values(), timeout=GRACE) if self.busy else (set(), set())
        for task in late:
            task.cancel()

    def _found(self) -> Found:
        now, name = self.world.clock(), self.channel.name
        with self._claiming() as session:
            if self.telling:
                settling.overdue(session, self.telling, now, self.world.data_dir)
            due, draws, soon = stuck.outlook(session, name, now)
            rows, seconds = self._paced(outbox.due(session, name, now) if due else (), now)
            going = [(row, None if self._is_far(row) else self._claimed(session, row)) for row in rows]
        return Found(going, min(seconds, (soon - now).total_seconds() if soon else LOOK), draws > 0)

    def _claiming(self) -> AbstractContextManager[Session]:
        return self.world.database.transaction(lasting=self.telling is not None)

    def _paced(self, rows: Sequence[Due], now: datetime) -> tuple[list[Due], float]:
        """Those of the rows that need not wait for the pace, and the seconds until another need not."""
        free, pauses = list[Due](), [float(LOOK)]
        for row in rows:
            seconds = 0.0 if row.kind in outbox.ASIDE else self.pace.wait(row.chat, row.group, now)
            if seconds > 0:
                pauses.append(seconds)
            elif row.id not in self.busy:
                if row.kind not in outbox.ASIDE:
                    self.pace.note(row.chat, row.group, now, max(1, len(row.files)))
                free.append(row)
        return free, min(pauses)

    def _is_far(self, row: Due) -> bool:
        """Whether a row has files that may have to be fetched from the bucket before it is claimed."""
        return bool(row.files) and self.world.store.bucket is not None

    def _claimed(self, session: Session, row: Due) -> Parcel | None:
        try:
            return claim(session, row.id, self.world.data_dir)
        except Exception as error:
            if away(error):
                raise
            # It holds no other row up.
            log.exception("outbox row %d cannot be claimed", row.id)
            outbox.retry(outbox.get(session, row.id), self.world.clock(), repr(error))
            return None

    async def _fetched(self, row: Due) -> Parcel | None:
        await apart(sharing.fetched, self.world, row.files)

        def claimed() -> Parcel | None:
            with self._claiming() as session:
                return claim(session, row.id, self.world.data_dir)

        return await asyncio.to_thread(claimed)

    async def _deliver(self, row: Due, parcel: Parcel | None) -> None:
        try:
            parcel = await self._fetched(row) if self._is_far(row) else parcel
            if parcel and lead.is_over():
                # Stopped in between: by now another process may lead, and this is its to send.
                await asyncio.to_thread(outcome.unsent, self.world.database, parcel, self.world.clock())
            elif parcel:
                await self._sent(parcel)
        except Lost:
            log.warning("outbox row %d is left to who leads now", row.id)
        except Exception:
            # The row is not lost: it is either not claimed yet, or the next start finds it as interrupted.
            log.exception("outbox row %d", row.id)
            await pause(self.wake.stop, 1)
        finally:
            del self.busy[row.id]
            self.wake.sender.set()
            if row.files:
                # What a report will need may be drawn ahead once a post is out.
                self.wake.drawing.set()

    async def _sent(self, parcel: Parcel) -> None:
        try:
            messages = await self._say(parcel)
        except (Gone, Migrated, Permanent, Shut, Transient, Unknown, Waits) as problem:
            log.warning("outbox row %d, %s: %s", parcel.row, type(problem).__name__, problem)
            await self._failed(parcel, problem)
        except Exception as problem:
            log.exception("outbox row %d cannot be sent", parcel.row)
            await self._failed(parcel, problem)
        else:
            if await self._written(lambda: self._noted(parcel, messages)):
                await self._tidied(parcel, messages)

    def _noted(self, parcel: Parcel, messages: list[str]) -> bool:
        """Write down that a row was sent; False where the channel has yet to tell whether it arrives."""
        database, now = self.world.database, self.world.clock()
        if self.telling and messages:
            return settling.taken(database, self.telling, parcel, messages, now)
        outcome.sent(database, parcel, messages, now)
        return True

    async def _failed(self, parcel: Parcel, problem: Exception) -> None:
        database, clock = self.world.database, self.world.clock
        seconds = await self._written(lambda: outcome.failed(database, parcel, problem, clock(), self.settles))
        asyncio.get_running_loop().call_later(seconds or 0, self.wake.sender.set)

    async def _say(self, parcel: Parcel) -> list[str]:
        try:
            match parcel.act:
                case Toast():
                    await self.channel.answer(parcel.act)
                case Reaction():
                    await self.channel.react(parcel.act)
                case Leave():
                    await self.channel.leave(parcel.act.chat.id)
                case Offer():
                    await self.channel.offer(parcel.act)
                case Outgoing():
                    return await self._shown(parcel, parcel.act)
        except Unknown as problem:
            # Only a new message would be seen twice; anything else is tried again as if it had had no effect.
            raise (Transient(str(problem)) if parcel.repeatable else problem) from problem
        return []

    async def _shown(self, parcel: Parcel, outgoing: Outgoing) -> list[str]:
        if isinstance(outgoing, Edit) and outgoing.replaces:
            return await self._renewed(outgoing, parcel.files)
        if parcel.edits and parcel.files:
            return await self.channel.replace(outgoing.quietly(parcel.edits), parcel.files)
        if parcel.edits:
            await self.channel.edit(parcel.edits, outgoing)
            return [parcel.edits]
        return await self.channel.send(outgoing, parcel.files)

    async def _renewed(self, edit: Edit, files: Sequence[Path]) -> list[str]:
        """Exchange the pictures of a post, or the words of one message."""
        if files:
            return await self.channel.replace(edit, files)
        await self.channel.edit(edit.replaces[0], edit)
        return [edit.replaces[0]]

    async def _tidied(self, parcel: Parcel, messages: list[str]) -> None:
        """Put away the old message of a card that was sent anew below, and delete the sent files."""
        if parcel.card and parcel.card not in messages:
            try:
                await self._put_away(parcel)
            except Exception as problem:  # noqa: BLE001 - an old card does no harm, its buttons answer politely
                log.info("an old card stays: %s", problem)
        if parcel.files:
            await asyncio.to_thread(forget, parcel.files)
        if parcel.files and is_spread(self.world):
            with suppress(Unreachable):
                await apart(sharing.forgotten, self.world.store, self.world.data_dir, parcel.files)

    async def _put_away(self, parcel: Parcel) -> None:
        """Delete the old message of a card; a message that is too old to be deleted becomes a line without buttons."""
        limit, since = self.channel.deletes_within, parcel.since
        if not (limit and since and self.world.clock() - since >= limit - MARGIN):
            try:
                return await self.channel.delete(parcel.act.chat.id, parcel.card)
            except Permanent as problem:
                log.info("an old card cannot be deleted: %s", problem)
        return await self.channel.edit(parcel.card, Outgoing(parcel.act.chat, text=MOVED))

    async def _written(self, write: Callable[[], T]) -> T | None:
        """Write an outcome down, trying until the database is back, for a sent message cannot be taken back."""
        while True:
            try:
                return await asyncio.to_thread(write)
            except Exception:
                log.exception("the outbox cannot be written")
                if self.wake.stop.is_set():
                    return None
                await pause(self.wake.stop, 1)
