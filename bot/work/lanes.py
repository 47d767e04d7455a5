"""The lanes handle the inbox: messages of one chat in their order, several chats at the same time."""

import asyncio
import logging
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.channel import Unfetched
from bot.world import World, pause, rung
from handlers import dispatch
from handlers.chat import queue
from handlers.chat.messages import Chat, Incoming, Outgoing
from storage.chat import inbox
from storage.chat.inbox import Head, Inbox
from storage.database import LASTS, Session, away
from storage.locks import Locks

log = logging.getLogger(__name__)

# Lanes at work at once, without those that wait for a file; and all that have begun.
SIDE_BY_SIDE, MOST = 8, 32
# Seconds after which a lane counts as one that waits for its file.
SLOW = 0.5
# Beside the lanes of known people runs one lane of strangers at a time, which gives way to the next after 50 messages.
STRANGERS, AT_ONCE = 1, 50
LOOK = 30
PAUSE = 2
# Seconds until a lane that another process holds is looked at again.
ELSEWHERE = 0.2
FATAL = "Maaf, pesan atau berkas ini berulang kali menghentikan bot, jadi tidak diolah. Kirim dalam bentuk lain."
NOT_FETCHED = "Maaf, foto Anda tidak dapat diambil karena gangguan jaringan. Mohon kirim sekali lagi."


class Lanes:
    def __init__(self, world: World, held: Locks | None = None) -> None:
        self.held = held or Locks(world.database)
        self.database, self.channel, self.clock, self.wake = world.database, world.channel, world.clock, world.wake
        self.ear = self.wake.lanes.ear()
        self.busy: dict[str, asyncio.Task[None]] = {}
        # What the last look found and could not start: the inbox need not be read again for it.
        self.left: list[Head] = []
        # The busy lanes that belong to strangers.
        self.strangers: set[str] = set()
        # Those among them that wait for a file to be fetched and opened.
        self.slow: set[str] = set()
        self.recovered = False

    async def run(self) -> None:
        while not self.wake.stop.is_set():
            try:
                seconds = await self.look()
            except Exception:
                log.exception("the inbox cannot be read")
                seconds = PAUSE
            await rung(self.ear, seconds)
        await self.idle()

    async def look(self) -> float:
        """Start every lane that has messages; returns the seconds until the next look."""
        if not self.recovered:
            await self._recover()
        return self._start(await asyncio.to_thread(self._heads))

    async def idle(self) -> None:
        """Wait until the messages under way are handled."""
        await asyncio.gather(*self.busy.values())

    async def _recover(self) -> None:
        """Handle the messages that were under way each time a process ended, one at a time: if one of them ends it
        again, the others lose no attempt."""
        for lane in await asyncio.to_thread(self._interrupted):
            self.busy[lane] = asyncio.create_task(self._work_off(lane, 1))
            await self.busy[lane]
        self.recovered = True

    def _interrupted(self) -> Sequence[str]:
        with self.database.transaction() as session:
            return inbox.interrupted(session, self.channel.name)

    def _heads(self) -> Sequence[Head]:
        with self.database.transaction() as session:
            return inbox.heads(session, self.channel.name)

    def _start(self, heads: Sequence[Head]) -> float:
        pauses: list[float] = [LOOK]
        self.left = []
        for head in heads:
            seconds = (head.next_try - self.clock()).total_seconds() if head.next_try else 0
            if seconds > 0:
                pauses.append(seconds)
            elif head.lane in self.busy or not self._free(head.known):
                self.left.append(head)
            else:
                self.strangers |= set() if head.known else {head.lane}
                most = inbox.AT_ONCE if head.known else AT_ONCE
                self.busy[head.lane] = asyncio.create_task(self._work_off(head.lane, most))
        return min(pauses)

    def _free(self, known: bool) -> bool:
        if not known:
            return len(self.strangers) < STRANGERS
        return len(self.busy) < MOST and len(self.busy) - len(self.strangers | self.slow) < SIDE_BY_SIDE

    async def _work_off(self, lane: str, most: int) -> None:
        through = False
        try:
            through = await self._locked(lane, most)
        except Exception:
            # The name of a lane holds the number of a person, so it stays out of the log.
            log.exception("a lane stopped")
            await pause(self.wake.stop, PAUSE)
        finally:
            del self.busy[lane]
            self.strangers.discard(lane)
            if through and not self.wake.stop.is_set():
                self._start(self.left)
            else:
                self.wake.lanes.set()

    async def _locked(self, lane: str, most: int) -> bool:
        """Work a lane off that no other process has; False if something is, or may be, still to be done in it."""
        if not self.held.shared:
            return await self._through(lane, most)
        name = f"lane {self.channel.name} {lane}"
        if not await asyncio.to_thread(self.held.take, name):
            await pause(self.wake.stop, ELSEWHERE)
            return False
        try:
            return await self._through(lane, most)
        finally:
            await asyncio.to_thread(self.held.give, name)

    async def _through(self, lane: str, most: int) -> bool:
        rows, begun = await asyncio.to_thread(self._of_lane, lane, most)
        for row in rows:
            first = row is rows[0]
            # An attempt that has been counted is made, also where the process is to stop.
            if (self.wake.stop.is_set() and not first) or not await self._handled(row, begun=begun and first):
                return False
        return len(rows) < most

    def _of_lane(self, lane: str, most: int) -> tuple[Sequence[Inbox], bool]:
        """The messages of a lane, read after it is locked, for another process may have handled some in between; and
        whether the first is begun."""
        with self.database.transaction(lasting=False) as session:
            rows = inbox.of_lane(session, self.channel.name, lane, self.clock(), most)
            return rows, bool(rows) and inbox.begun(session, rows[0])

    async def _handled(self, row: Inbox, *, begun: bool) -> bool:
        """Handle one row; False if it must be tried again, so that later messages of the lane wait."""
        if not begun and not await asyncio.to_thread(self._begun, row):
            return True
        try:
            return await self._tried(row)
        except Exception:
            # An error that reaches this place is a fault of the bot or its database, and not of the message.
            await asyncio.to_thread(self._unmade, row)
            raise

    async def _tried(self, row: Inbox) -> bool:
        try:
            incoming = await self._read(row)
        except Unfetched as error:
            if row.tries + 1 < inbox.TRIES or not error.incoming.text:
                return await asyncio.to_thread(self._failed, row, error, inbox.TRIES, error.incoming)
            # The photo is given up, the words that came with it are not.
            incoming = replace(error.incoming, refused=NOT_FETCHED)
        except Exception as error:
            if away(error):
                raise
            log.exception("update %s cannot be read", row.event)
            return await asyncio.to_thread(self._failed, row, error, 1)
        if incoming is None:
            await asyncio.to_thread(self._nothing, row)
            return True
        done = await asyncio.to_thread(dispatch.handle, self.database, incoming, self.clock())
        self.wake.sender.set()
        return done

    async def _read(self, row: Inbox) -> Incoming | None:
        """The message; while its file keeps the lane waiting, another lane may work."""
        reading = asyncio.ensure_future(self.channel.incoming(row.body, row.event))
        try:
            await asyncio.wait({reading}, timeout=SLOW)
            if not reading.done():
                self.slow.add(row.lane)
                self._start(self.left)
            return await reading
        finally:
            reading.cancel()
            self.slow.discard(row.lane)

    def _begun(self, row: Inbox) -> bool:
        """Count the attempt before the message is touched; False where the message ended the process so often that it
        is now put aside."""
        now = self.clock()
        # Attempts are counted against messages that end the process; a power cut is not their fault.
        with self.database.transaction(lasting=False) as session:
            if inbox.begun(session, row):
                return True
            session.info[LASTS] = True
            inbox.given_up(session, row.channel, row.event, now)
            queue.queue(session, _fatal(session, row, now), now)
        self.wake.sender.set()
        return False

    def _unmade(self, row: Inbox) -> None:
        with self.database.transaction() as session:
            inbox.unmade(session, row.channel, row.event)

    def _nothing(self, row: Inbox) -> None:
        with self.database.transaction() as session:
            inbox.take(session, row.channel, row.event, self.clock())
            inbox.strip(session, row.channel, row.event, next((key for key in row.body if key != "update_id"), ""))

    def _failed(self, row: Inbox, error: Exception, limit: int, incoming: Incoming | None = None) -> bool:
        now = self.clock()
        with self.database.transaction() as session:
            given_up = inbox.failed(session, row.channel, row.event, repr(error.__cause__ or error), now, limit)
            if given_up:
                queue.queue(session, _sorry(session, row, incoming, now), now)
        self.wake.sender.set()
        return given_up


def _fatal(session: Session, row: Inbox, now: datetime) -> Iterable[Outgoing]:
    """The apology for a message that ends the bot, which the person is not asked to send again."""
    told = _sorry(session, row, None, now)
    return [replace(one, text=FATAL) if one.chat.id == row.lane else one for one in told]


def _sorry(session: Session, row: Inbox, incoming: Incoming | None, now: datetime) -> Iterable[Outgoing]:
    if incoming is None:
        # The sender cannot be read from a broken message, but the id of a private chat is the id of its person.
        return dispatch.apology(session, Incoming(Chat(row.channel, row.lane), row.event, row.lane), now)
    return [] if incoming.chat.group else [Outgoing(incoming.chat, text=NOT_FETCHED)]
