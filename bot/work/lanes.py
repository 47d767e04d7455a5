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
from storage.database import Session, away
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
        for lane, next_try, known in heads:
            seconds = (next_try - self.clock()).total_seconds() if next_try else 0
            if seconds > 0:
                pauses.append(seconds)
            elif lane not in self.busy and self._free(known):
                self.strangers |= set() if known else {lane}
                self.busy[lane] = asyncio.create_task(self._work_off(lane, inbox.AT_ONCE if known else AT_ONCE))
        return min(pauses)

    def _free(self, known: bool) -> bool:
        if not known:
            return len(self.strangers) < STRANGERS
        return len(self.busy) < MOST and len(self.busy) - len(self.strangers | self.slow) < SIDE_BY_SIDE

    async def _work_off(self, lane: str, most: int) -> None:
        name, mine = f"lane {self.channel.name} {lane}", False
        try:
            mine = await asyncio.to_thread(self.held.take, name)
            for row in await asyncio.to_thread(self._of_lane, lane, most) if mine else ():
                if self.wake.stop.is_set() or not await self._handled(row):
                    break
        except Exception:
            # The name of a lane holds the number of a person, so it stays out of the log.
            log.exception("a lane stopped")
            await pause(self.wake.stop, PAUSE)
        finally:
            if mine:
                await asyncio.to_thread(self.held.give, name)
            await pause(self.wake.stop, 0 if mine else ELSEWHERE)
            del self.busy[lane]
            self.strangers.discard(lane)
            self.wake.lanes.set()

    def _of_lane(self, lane: str, most: int) -> Sequence[Inbox]:
        """The messages of a lane, read after it is locked, for another process may have handled some in between."""
        with self.database.transaction() as session:
            return inbox.of_lane(session, self.channel.name, lane, self.clock(), most)

    async def _handled(self, row: Inbox) -> bool:
        """Handle one row; False if it must be tried again, so that later messages of the lane wait."""
        if not await asyncio.to_thread(self._begun, row):
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
        self.wake.all()
        return done

    async def _read(self, row: Inbox) -> Incoming | None:
        """The message; while its file keeps the lane waiting, another lane may work."""
        reading = asyncio.ensure_future(self.channel.incoming(row.body, row.event))
        try:
            await asyncio.wait({reading}, timeout=SLOW)
            if not reading.done():
                self.slow.add(row.lane)
                self.wake.lanes.set()
            return await reading
        finally:
            reading.cancel()
            self.slow.discard(row.lane)

    def _begun(self, row: Inbox) -> bool:
        """Count the attempt before the message is touched; False where the message ended the process so often that it
        is now put aside."""
        now = self.clock()
        with self.database.transaction() as session:
            if inbox.begun(session, row):
                return True
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
