"""Phones on paper: plays the lines people say in a transcript and writes down what the bot says."""

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sqlalchemy import select

from handlers import dispatch
from handlers.chat import means
from handlers.chat.door import Door
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import (
    Act,
    Chat,
    Edit,
    Foto,
    Incoming,
    Leave,
    Outgoing,
    Presence,
    Reaction,
    Toast,
)
from handlers.chat.queue import SILENCE, from_payload
from handlers.tim import masuk
from storage.chat import drawing_order, inbox, outbox
from storage.chat.inbox import Inbox
from storage.chat.outbox import Due, Outbox, State
from storage.database import Database, Session
from tests import provinsi
from tests.conftest import NOW, WIB
from tests.templat import letter_file, word_file
from tests.workbook import sent_back

LINE = re.compile(r"(?P<who>[\w ]+?)(?:@(?P<grup>[\w# ]+))?> ?(?P<said>.*)")
FOTO = re.compile(r"\(foto (?P<name>\w+)(?:, album (?P<album>\w+))?\) ?(?P<text>.*)", re.DOTALL)
PRESS = re.compile(r"\[(?P<label>.+)\]")
GUTTER = "   │ "
EVENT = re.compile(
    r"\((?P<event>ditambahkan|dikeluarkan|dibisukan|diizinkan|topik ditutup|topik dibuka|memblokir|membuka blokir"
    r"|keluar|stiker|video|mengedit)(?: (?P<old>[^)]+))?\) ?(?P<text>.*)",
    re.DOTALL,
)
# Nobody waits here until no more photos come.
WAIT = max(SILENCE, means.of("whatsapp").gathers)
REFUSED = {
    "stiker": "Stiker tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    "video": "Video tidak dapat dicatat. Kirim fotonya, atau tautan videonya.",
    "berkas": "Berkas ini bukan foto. Kirim fotonya, atau tulis keterangannya.",
}
PLACES = {
    "ditambahkan": Presence.ADDED,
    "dikeluarkan": Presence.REMOVED,
    "dibisukan": Presence.MUTED,
    "diizinkan": Presence.HEARD,
    "topik ditutup": Presence.CLOSED,
    "topik dibuka": Presence.REOPENED,
    "memblokir": Presence.REMOVED,
    "membuka blokir": Presence.ADDED,
}
REPLY_FOTO = re.compile(r"\(balas foto (?P<name>\w+)\) ?(?P<text>.*)", re.DOTALL)
BERKAS = re.compile(r"\(berkas (?P<what>ekspor|templat)(?:, (?P<cells>.+))?\)")
LAPORAN = re.compile(r"\(berkas laporan (?P<kode>\d{4})(?: versi (?P<versi>\d))?(?:, (?P<cells>.+))?\)")
TAUTAN = re.compile(r"\(tautan (?P<whom>.+)\)")
OTHER = re.compile(r"\(berkas lain [\w ]+(?P<suffix>\.\w+)\)")
TEMPLAT = re.compile(
    r"\(berkas (?P<surat>surat )?(?P<nama>[\w ]+\.docx)(?:, (?P<old>.+) menjadi (?P<new>.+))?\) ?(?P<text>.*)"
)
REPLY = re.compile(r"\(balas (?P<to>[^)]+)\) ?(?P<text>.*)", re.DOTALL)
_WAITING = select(Outbox.state).where(Outbox.state.in_((State.NEW, State.DRAW)))


@dataclass
class Phones:
    """Every chat that the test knows, and the clock on the wall; `channel`: of the private chats, the group is on
    "test", unless that is `alone`."""

    database: Database
    now: datetime = NOW
    channel: str = "test"
    alone: bool = False
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
        named, _, topic = (grup or who).partition("#")
        channel = "test" if grup else self.channel
        chat = Chat(channel, named, group=bool(grup), topic="" if topic == "General" else topic)
        incoming = replace(self._incoming(chat, who, said.replace("⏎", "\n")), forum=bool(topic))
        self.send_event(incoming, said)

    def send_event(self, incoming: Incoming, said: str = "") -> None:
        """One event of the channel."""
        with self.database.transaction() as session:
            chat = incoming.chat
            row = Inbox(channel=chat.channel, event=incoming.event, urut=self.count, lane=chat.id, body={"text": said})
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
            while rows := self._due(session):
                for row in rows:
                    told += self._deliver(session, row)
        return told

    def _due(self, session: Session) -> Sequence[Due]:
        """What is to be sent, once all is drawn. The two queries of the bot are long: where nothing waits, one asks."""
        waiting = set(session.scalars(_WAITING))
        if State.DRAW in waiting:
            self._draw(session)
        every = self._channels() if waiting else ()
        return [one for on in every for one in outbox.due(session, on, self.now + WAIT)]

    def _channels(self) -> list[str]:
        return [self.channel] if self.alone else [*dict.fromkeys((self.channel, "test"))]

    def _draw(self, session: Session) -> None:
        for row in drawing_order.to_draw(session, self._channels(), self.now + WAIT):
            outbox.drawn(row, [])
            if row.payload["drawing"]["renderer"] == "logo":
                dispatch.happened(Outcome(session, row, Became.KEPT, self.now, "e" * 64))
            dispatch.happened(Outcome(session, row, Became.DRAWN, self.now))

    def _deliver(self, session: Session, waiting: Due) -> list[str]:
        row = outbox.claim(session, waiting.id)
        if row is None:
            return []
        act = from_payload(row.kind, row.payload)
        act = replace(act, chat=replace(act.chat, id=row.chat, topic=row.topic))
        card = outbox.card_of(session, row) if means.of(row.channel).edits else None
        replaces = act.replaces if isinstance(act, Edit) else ()
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
            return self._press(chat, event, who, found["label"])
        if found := FOTO.fullmatch(said):
            self.told.setdefault(chat.id, {})[sent] = found["text"]
            foto, album = picture(found["name"]), "" if means.of(chat.channel).gathers else found["album"] or ""
            return Incoming(chat, event, who, text=found["text"], message=sent, foto=foto, album=album)
        if found := EVENT.fullmatch(said):
            incoming = self._event(chat, event, who, found["event"], found["text"])
            return (
                replace(incoming, message=self._message(chat.id, found["old"], own=True)) if found["old"] else incoming
            )
        if link := TAUTAN.fullmatch(said):
            said = f"/start {self.token(link['whom'])}"
        text, files = self._files(said)
        self.told.setdefault(chat.id, {})[sent] = text
        return replace(Incoming(chat, event, who, name=who, text=text, message=sent), **files)

    def _press(self, chat: Chat, event: str, who: str, label: str) -> Incoming:
        """A press; of a link to the private chat the /start that it says there."""
        message, data = self._button(chat.id, label)
        if data.startswith("/start "):
            return self._incoming(Chat("test", who), who, data)
        return Incoming(chat, event, who, message=message, press=data, press_id=event)

    def token(self, whom: str) -> str:
        """The newest link that was shown for somebody; "pertama" is the one that `bot run` prints."""
        if whom == "pertama":
            with self.database.transaction() as session:
                return masuk.first_links(session, self.now)[0][1]
        shown = [o for chat in self.shown.values() for o in chat.values() if o.start and whom in o.title]
        return shown[-1].start

    def _files(self, said: str) -> tuple[str, dict[str, Any]]:
        """The words of a line, and the file that came with them."""
        if found := OTHER.fullmatch(said):
            return "", {"refused": REFUSED["berkas"], "suffix": found["suffix"]}
        if found := TEMPLAT.fullmatch(said):
            changed = found["nama"], found["old"] or "", found["new"] or ""
            return found["text"], {"templat": letter_file(*changed) if found["surat"] else word_file(*changed)}
        if found := LAPORAN.fullmatch(said):
            return "", {"workbook": provinsi.sent(found["kode"], int(found["versi"] or 1), found["cells"] or "")}
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
            place=PLACES.get(kind),
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
        """The newest button of that label, its message, and what a press says: a link to the private chat says /start
        there. "!data" presses what no message shows."""
        if label.startswith("!"):
            return "", label[1:]
        for message, outgoing in reversed(self.shown.get(chat, {}).items()):
            for button in (b for row in outgoing.menu for b in row):
                if button.label == label:
                    return message, f"/start {button.start}" if button.start else button.data
        msg = f"no button {label!r} in {chat}"
        raise LookupError(msg)


def forged(door: Door) -> str:
    """What presses a door that perhaps no message shows."""
    return f"[!{door.written()}]"


def picture(name: str) -> Foto:
    return Foto(hashlib.sha256(name.encode()).hexdigest(), 1280, 960, name)


def written(act: Act, *, in_place: bool) -> list[str]:
    """One thing the bot does, as lines of a transcript."""
    where = f"@{act.chat.id}{f'#{act.chat.topic}' if act.chat.topic else ''}" if act.chat.group else ""
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
    lines += [f"▌ {line}".rstrip() for block in outgoing.blocks for line in block.split("\n")]
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
