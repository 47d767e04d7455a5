"""WhatsApp as a channel: the Cloud API of Meta, for chats with one person each."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.channel import Gone, Permanent, Transient, Unknown, Waits
from bot.intake.fetching import Fetching
from bot.intake.patience import Patience
from bot.whatsapp import errors, media, read, statuses, write
from bot.whatsapp.graph import Graph, Json
from handlers.chat.messages import Chat, Edit, Incoming, Offer, Outgoing, Reaction, Toast
from storage.chat import heard
from storage.chat import statuses as rows
from storage.chat.statuses import State, Told
from storage.database import Database
from storage.foto.store import Store

log = logging.getLogger(__name__)

# So long after their last word people may be written to: a little less than WhatsApp allows, for a call takes time.
WINDOW = timedelta(hours=24) - timedelta(minutes=5)


class WhatsApp:
    name = read.NAME
    deletes_within: timedelta | None = None
    settles = timedelta(seconds=20)

    def __init__(
        self,
        graph: Graph,
        database: Database,
        store: Store,
        opened: Callable[[str], None] = lambda _number: None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """`opened` hears the bot's number, digits alone, as soon as the Graph API has told it."""
        self.graph, self.database, self.opened, self.clock = graph, database, opened, clock
        self.fetching = Fetching("WhatsApp", database, store, clock)
        self.uploads = media.Uploads(graph)
        self.number = ""
        # Nothing waits for read marks, but a task that nobody holds may vanish.
        self.marks: set[asyncio.Task[None]] = set()

    async def open(self) -> None:
        """Ask for the bot's own number until it is told; a wrong token is mended without a new start."""
        patience = Patience()
        while not self.number:
            try:
                told = await self.graph.get(self.graph.number, fields="display_phone_number")
                self.number = "".join(filter(str.isdigit, str(told.get("display_phone_number", ""))))
            except (Permanent, Transient, Unknown) as problem:
                log.warning("WhatsApp does not tell the number: %s", problem)
                await asyncio.sleep(patience.failed())
        self.opened(self.number)

    async def close(self) -> None:
        await self.graph.close()

    def link(self, start: str) -> str:
        return write.link(self.number, start)

    def problem(self, code: int, words: str) -> Exception:
        return errors.problem(code, words)

    async def incoming(self, body: Json, event: str) -> Incoming | None:
        found = read.read(body, event)
        if found is None:
            return None
        incoming, picture = found
        if not incoming.migrated_to:
            self._mark_read(event)
        if picture is None:
            return incoming
        file = picture
        return await self.fetching.brought(incoming, picture, lambda: media.fetched(self.graph, file))

    def _mark_read(self, message: str) -> None:
        task = asyncio.create_task(self._marked_read(message))
        self.marks.add(task)
        task.add_done_callback(self.marks.discard)

    async def _marked_read(self, message: str) -> None:
        """Two blue ticks, and "typing…" until the answer comes; it does no harm where that fails."""
        mark = {"status": "read", "message_id": message, "typing_indicator": {"type": "text"}}
        try:
            await self.graph.post("messages", mark)
        except Exception as problem:  # noqa: BLE001 - whatever it is, the answer itself tells that the message was read
            log.info("a message is not marked as read: %s", problem)

    async def send(self, outgoing: Outgoing, files: Sequence[Path]) -> list[str]:
        """Each message of a row carries its mark, so that what is out is not sent again after one that is not."""
        knocks = bool(outgoing.template) and not (outgoing.title or outgoing.text or outgoing.menu or files)
        if not knocks and await asyncio.to_thread(self._silent, outgoing.chat.id):
            raise Waits("the person was silent for a day")
        uploaded = [await self.uploads.of(path) for path in files]
        told = write.template(outgoing.template) if knocks and outgoing.template else None
        bodies = [told] if told else write.payloads(outgoing, uploaded, self.number)
        done = await asyncio.to_thread(self._out, outgoing.mark) if outgoing.mark else {}
        said: list[str] = []
        for part, body in enumerate(bodies):
            said.append(done.get(part) or await self._said(outgoing, part, body, last=part + 1 == len(bodies)))
        self.uploads.forget(tuple(files))
        return said

    async def _said(self, outgoing: Outgoing, part: int, body: Json, *, last: bool) -> str:
        told: Json = {"biz_opaque_callback_data": statuses.mark(outgoing.mark, part)} if outgoing.mark else {}
        try:
            message = await self._post(outgoing.chat, {**body, **told})
        except Unknown as problem:
            # The status may have come before the answer, and tells what the answer would have told.
            out = await asyncio.to_thread(self._out, outgoing.mark)
            if part not in out:
                raise Unknown(str(problem), part) from problem
            return out[part]
        if outgoing.mark and not last:
            taken = Told(message, outgoing.chat.id, outgoing.mark, part, State.ACCEPTED)
            await asyncio.to_thread(self._taken, taken)
        return message

    async def _post(self, chat: Chat, body: Json) -> str:
        # A person is known by their number, or by an id that holds letters.
        whom = {"to": chat.id} if chat.id.isdecimal() else {"recipient": chat.id}
        answer: Any = await self.graph.post("messages", {"recipient_type": "individual", **whom, **body})
        try:
            return str(answer["messages"][0]["id"])
        except (LookupError, TypeError):
            raise Unknown("the answer names no message") from None

    def _silent(self, chat: str) -> bool:
        """Whether a person may not be written to; where nothing is known of them, WhatsApp itself tells."""
        with self.database.transaction() as session:
            spoke = heard.spoke(session, self.name, chat)
        return spoke is not None and self.clock() - spoke > WINDOW

    def _out(self, mark: str) -> dict[int, str]:
        with self.database.transaction() as session:
            return rows.out(session, self.name, mark)

    def _taken(self, told: Told) -> None:
        with self.database.transaction() as session:
            rows.note(session, self.name, told, self.clock())

    async def edit(self, message: str, outgoing: Outgoing) -> None:  # noqa: ARG002 - nothing can be edited
        raise Gone("WhatsApp edits nothing")

    async def replace(self, outgoing: Edit, files: Sequence[Path]) -> list[str]:  # noqa: ARG002 - as above
        raise Gone("WhatsApp exchanges nothing")

    async def delete(self, chat: str, message: str) -> None:  # noqa: ARG002 - as above
        raise Gone("WhatsApp deletes nothing")

    async def answer(self, toast: Toast) -> None:
        """Nothing to do: no press waits for an answer, and the words of one come as a message."""

    async def react(self, reaction: Reaction) -> None:
        await self._post(reaction.chat, write.reaction(reaction))

    async def leave(self, chat: str) -> None:
        """Nothing to do: there are no groups."""

    async def offer(self, offered: Offer) -> None:
        """Nothing to do: commands are offered to everybody or to nobody."""
