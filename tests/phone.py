"""Phones on paper: plays the lines people say in a transcript and writes down what the bot says."""

import hashlib
import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from handlers import dispatch
from handlers.chat.door import Door
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Act, Chat, Edit, Foto, Incoming, Leave, Outgoing, Reaction, Toast, from_payload
from handlers.chat.queue import SILENCE
from handlers.tim import masuk
from storage.chat import drawing_order, inbox, outbox
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database, Session
from tests.conftest import NOW, WIB
from tests.templat import word_file
from tests.workbook import sent_back

LINE = re.compile(r"(?P<who>[\w ]+?)(?:@(?P<grup>[\w ]+))?> ?(?P<said>.*)")
FOTO = re.compile(r"\(foto (?P<name>\w+)(?:, album (?P<album>\w+))?\) ?(?P<text>.*)", re.DOTALL)
PRESS = re.compile(r"\[(?P<label>.+)\]")
GUTTER = "   │ "
EVENT = re.compile(
    r"\((?P<event>ditambahkan|dikeluarkan|keluar|stiker|video|mengedit)(?: (?P<old>[^)]+))?\) ?(?P<text>.*)", re.DOTALL
)
REFUSED = {
    "stiker": "Stiker tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    "video": "Video tidak dapat dicatat. Kirim fotonya, atau tautan videonya.",
}
REPLY_FOTO = re.compile(r"\(balas foto (?P<name>\w+)\) ?(?P<text>.*)", re.DOTALL)
BERKAS = re.compile(r"\(berkas (?P<what>ekspor|templat)(?:, (?P<cells>.+))?\)")
TAUTAN = re.compile(r"\(tautan (?P<whom>.+)\)")
TEMPLAT = re.compile(r"\(berkas (?P<nama>[\w ]+\.docx)(?:, (?P<old>.+) menjadi (?P<new>.+))?\) ?(?P<text>.*)")
REPLY = re.compile(r"\(balas (?P<to>[^)]+)\) ?(?P<text>.*)", re.DOTALL)


@dataclass
class Phones:
    """Every chat that the test knows, and the clock on the wall."""

    database: Database
    now: datetime = NOW
    count: int = 0
    answers: int = 0
    shown: dict[str, dict[str, Outgoing]] = field(default_factory=dict)
    told: dict[str, dict[str, str]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)

    def say(self, who: str, said: str, grup: str | None = None) -> list[str]:
        """One line of a person; returns the lines that the bot answers with."""
        self.send(who, said, grup)
        return self.hear()

    def send(self, who: str, said: str, grup: str | None = None) -> None:
        """One line of a person, whose answers nobody hears yet."""
        self.count, self.answers = self.count + 1, 0
        chat = Chat("test", grup or who, group=bool(grup))
        incoming = self._incoming(chat, who, said.replace("⏎", "\n"))
        with self.database.transaction() as session:
            lane = chat.id
            row = Inbox(channel="test", event=incoming.event, urut=self.count, lane=lane, body={"text": said})
            row.received_at = self.now
            inbox.put(session, [row])
        dispatch.handle(self.database, incoming, self.now)

    def at(self, when: datetime) -> list[str]:
        """The clock moves and strikes."""
        self.now = when
        dispatch.tick(self.database, when)
        return self.hear()

    def hear(self) -> list[str]:
        """All that is drawn, sent and heard of until nothing is left to be sent now."""
        told: list[str] = []
        with self.database.transaction() as session:
            self._draw(session)
            while rows := outbox.due(session, "test", self.now + SILENCE):
                for row in rows:
                    told += self._deliver(session, row)
                self._draw(session)
        return told

    def _draw(self, session: Session) -> None:
        for row in drawing_order.to_draw(session, "test", self.now):
            outbox.drawn(row, [])
            if row.payload["drawing"]["renderer"] == "logo":
                dispatch.happened(Outcome(session, row, Became.KEPT, self.now, "e" * 64))
            dispatch.happened(Outcome(session, row, Became.DRAWN, self.now))

    def _deliver(self, session: Session, waiting: Outbox) -> list[str]:
        row = outbox.claim(session, waiting.id)
        if row is None:
            return []
        act = from_payload(row.kind, row.payload)
        card, replaces = outbox.card_of(session, row), act.replaces if isinstance(act, Edit) else ()
        if isinstance(act, Edit) and card is None and not replaces:
            outbox.give_up(row, outbox.State.DEAD, "no card to renew")
            return []
        in_place = bool(replaces) or (card is not None and (not card.pushed or isinstance(act, Edit)))
        message = card.message_id if card and in_place else next(iter(replaces), self._next())
        if card and not in_place:
            self.gone.add(card.message_id)
        if isinstance(act, Outgoing) and (act.text or act.title):
            self.shown.setdefault(row.chat, {}).pop(message, None)
            self.shown[row.chat][message] = act
        outbox.sent(session, row, [message], self.now)
        dispatch.happened(Outcome(session, row, Became.SENT, self.now))
        return written(act, in_place=in_place)

    def _next(self) -> str:
        """The id of the bot's next message; ids grow within a chat, those of people and bot in one order."""
        self.answers += 1
        return f"{self.count}{self.answers:03}"

    def _incoming(self, chat: Chat, who: str, said: str) -> Incoming:
        event, sent = str(self.count), f"{self.count}000"
        if reply := REPLY_FOTO.fullmatch(said):
            return replace(self._incoming(chat, who, reply["text"]), reply_foto=picture(reply["name"]))
        if reply := REPLY.fullmatch(said):
            return replace(self._incoming(chat, who, reply["text"]), reply_to=self._message(chat.id, reply["to"]))
        if found := PRESS.fullmatch(said):
            message, data = self._button(chat.id, found["label"])
            return Incoming(chat, event, who, message=message, press=data, press_id=event)
        if found := FOTO.fullmatch(said):
            self.told.setdefault(chat.id, {})[sent] = found["text"]
            foto = picture(found["name"])
            return Incoming(chat, event, who, text=found["text"], message=sent, foto=foto, album=found["album"] or "")
        if found := EVENT.fullmatch(said):
            incoming = self._event(chat, event, who, found["event"], found["text"])
            return (
                replace(incoming, message=self._message(chat.id, found["old"], own=True)) if found["old"] else incoming
            )
        if link := TAUTAN.fullmatch(said):
            said = f"/start {self._token(link['whom'])}"
        text, files = self._files(said)
        self.told.setdefault(chat.id, {})[sent] = text
        return replace(Incoming(chat, event, who, name=who, text=text, message=sent), **files)

    def _token(self, whom: str) -> str:
        """The newest link that was shown for somebody; "pertama" is the one that `bot run` prints."""
        if whom == "pertama":
            with self.database.transaction() as session:
                return masuk.first_links(session, self.now)[0][1]
        shown = [o for chat in self.shown.values() for o in chat.values() if o.start and whom in o.title]
        return shown[-1].start

    def _files(self, said: str) -> tuple[str, dict[str, Any]]:
        """The words of a line, and the file that came with them."""
        if found := TEMPLAT.fullmatch(said):
            return found["text"], {"templat": word_file(found["nama"], found["old"] or "", found["new"] or "")}
        if found := BERKAS.fullmatch(said):
            return "", {"workbook": sent_back(self.database, found["cells"] or "", found["what"])}
        return said, {}

    def _event(self, chat: Chat, event: str, who: str, kind: str, text: str) -> Incoming:
        refused = REFUSED.get(kind, "")
        return Incoming(
            chat,
            event,
            who,
            text=text,
            message=f"{event}000",
            refused=refused,
            added=kind == "ditambahkan",
            removed=kind == "dikeluarkan",
            left=kind == "keluar",
            edited=kind == "mengedit",
        )

    def _message(self, chat: str, words: str, *, own: bool = False) -> str:
        """The newest message that says these words, the bot's before the person's own."""
        bots = ((id_, f"{o.title}\n{o.text}") for id_, o in reversed(self.shown.get(chat, {}).items()))
        mine = reversed(self.told.get(chat, {}).items())
        for id_, text in mine if own else (*bots, *mine):
            if words in text and id_ not in self.gone:
                return id_
        msg = f"no message {words!r} in {chat}"
        raise LookupError(msg)

    def button(self, chat: str, said: str) -> str:
        """The data of the newest button of a label, to be pressed later as "[!data]"."""
        return self._button(chat, said.strip("[]"))[1]

    def _button(self, chat: str, label: str) -> tuple[str, str]:
        """The newest button of that label and its message; "!data" presses what no message shows."""
        if label.startswith("!"):
            return "", label[1:]
        for message, outgoing in reversed(self.shown.get(chat, {}).items()):
            for button in (b for row in outgoing.menu for b in row):
                if button.label == label:
                    return message, button.data
        msg = f"no button {label!r} in {chat}"
        raise LookupError(msg)


def forged(door: Door) -> str:
    """What presses a door that perhaps no message shows."""
    return f"[!{door.written()}]"


def picture(name: str) -> Foto:
    return Foto(hashlib.sha256(name.encode()).hexdigest(), 1280, 960, name)


def written(act: Act, *, in_place: bool) -> list[str]:
    """One thing the bot does, as lines of a transcript."""
    where = f"@{act.chat.id}" if act.chat.group else ""
    match act:
        case Toast():
            return [f"Bot{where}! {act.text}"] if act.text else []
        case Reaction():
            return [f"Bot{where}: {act.emoji}"]
        case Leave():
            return [f"Bot{where}: keluar"]
        case Outgoing():
            head = f"Bot{where or f'→{act.chat.id}'}{'*' if in_place else '>'} "
            return [((head if n == 0 else GUTTER) + line).rstrip() for n, line in enumerate(_body(act))]
    return []


def _body(outgoing: Outgoing) -> list[str]:
    lines = [f"**{outgoing.title}**"] if outgoing.title else []
    lines += outgoing.text.split("\n") if outgoing.text else []
    lines += [f"<{outgoing.drawing.renderer} {outgoing.drawing.id}>"] if outgoing.drawing else []
    lines += ["<tautan>"] if outgoing.start or outgoing.startgroup else []
    return lines + [" ".join(f"[{b.label}]" for b in row) for row in outgoing.menu]


def played(phones: Phones, transcript: str) -> str:
    """The transcript as it goes now: what people say is kept, what the bot says is written anew."""
    out: list[str] = []
    for line in transcript.splitlines():
        if line.startswith(("Bot", GUTTER.rstrip())):
            continue
        out.append(line)
        if line.startswith("@ "):
            out += phones.at(datetime.strptime(line[2:], "%Y-%m-%d %H.%M").replace(tzinfo=WIB))
        elif line and not line.startswith("#"):
            found = LINE.fullmatch(line)
            if found is None:
                msg = f"not a line of a transcript: {line}"
                raise ValueError(msg)
            out += phones.say(found["who"], found["said"], found["grup"])
    return "\n".join(out) + "\n"
