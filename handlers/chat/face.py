"""The face of a capability: its commands, doors, questions, jobs and hooks, as the table reads them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Flag, IntEnum, auto
from re import Pattern
from typing import Any, Generic, TypeVar

from handlers.chat.door import EVERYONE, ROLE_NAMES, Door, Run, Stale
from handlers.chat.events import Outcome
from handlers.chat.messages import Event, Place, Rejected, Says, Told, Turn
from renderers import indonesian
from storage.kantor.audit import Audit
from storage.kantor.people import Role
from storage.kantor.satker import Here

D = TypeVar("D", bound=Door)
E = TypeVar("E", bound=Event)
Who = frozenset[Role]
Handler = Callable[[Turn], Says]
Job = Callable[[Here], Says]
Drawn = Callable[[Outcome], Says]


class Given(IntEnum):
    """What a command takes from words that ask for it without a slash."""

    NOTHING = auto()
    PERIOD = auto()
    WORDS = auto()  # those that neither ask nor name the command
    TEXT = auto()  # all of it


@dataclass(frozen=True)
class Command:
    """A word after a slash. `tells` is its line in /bantuan; `group`: may also be said in the satker's group; `said`:
    the words by which people ask for it without a slash, each a phrase in small letters; `given`: what the command
    takes from such words; `asked`: what they run in place of `run`, for asking must change nothing; `place`: the button
    of a card that leads to it, in place of a line in the list after a slash; `tells_also`: its line for roles to which
    it answers something else."""

    word: str
    who: Who
    run: Handler
    tells: str
    group: bool = False
    said: tuple[str, ...] = ()
    given: Given = Given.NOTHING
    asked: Handler | None = None
    place: Place | None = None
    tells_also: Mapping[Role, str] = field(default_factory=dict)

    def barred(self, role: Role) -> str:
        """Why somebody of this role may not say it; empty where they may."""
        if role in self.who:
            return ""
        names = indonesian.daftar([ROLE_NAMES[one] for one in Role if one in self.who])
        return f"Perintah /{self.word} hanya untuk {names}."


def commands_of(commands: Sequence[Command], role: Role) -> tuple[Told, ...]:
    """The commands of a role; listed is also the one whose card this role cannot open."""
    mine = [one for one in commands if role in one.who]
    shut = {f"/{one.word}" for one in commands} - {f"/{one.word}" for one in mine}
    places = [None if one.place and one.place.card in shut else one.place for one in mine]
    told = zip(mine, places, strict=True)
    return tuple(Told(one.word, one.tells_also.get(role, one.tells), place) for one, place in told)


def pressed(commands: Sequence[Command], turn: Turn, door: Run) -> Says:
    """The answer of a command that is pressed on its card."""
    command = next((one for one in commands if one.word == door.word and one.place), None)
    if command is None:
        raise Stale
    if why := command.barred(turn.anggota.role):
        raise Rejected(why)
    return command.run(turn)


def asked(command: Command, turn: Turn, text: str = "") -> Says:
    """The answer of a command that somebody asks for without a slash. `text`: the words behind it."""
    if why := command.barred(turn.anggota.role):
        raise Rejected(why)
    said = replace(turn.incoming, text=f"/{command.word} {text}".strip())
    return (command.asked or command.run)(replace(turn, incoming=said))


@dataclass(frozen=True)
class Opens(Generic[D]):
    """The handler of a door's button; the roles that may press stand with the door."""

    door: type[D]
    run: Callable[[Turn, D], Says]


class Takes(Flag):
    """The kinds of message that answer a question; a photo with a caption answers only where both PHOTO and TEXT are
    taken."""

    TEXT = auto()
    PHOTO = auto()
    FILE = auto()


@dataclass(frozen=True)
class Ask(Generic[D]):
    """A question that the next message of the person answers. `door` says which question about which row; `example`:
    the words in the empty input field meanwhile, at most 64 letters; `instead`: what to send in place of a file with
    such a suffix, which cannot be taken."""

    door: type[D]
    answer: Callable[[Turn, D], Says]
    example: Callable[[D], str]
    takes: Takes = Takes.TEXT
    who: Who | None = None
    instead: Callable[[str], str] = lambda _suffix: ""

    def open_to(self, role: Role) -> bool:
        return role in (self.door.who if self.who is None else self.who)


class Rank(IntEnum):
    """The order in which a message is offered to capabilities, if it is neither a command nor a press nor the answer to
    an open question (`Ask`)."""

    FILE = auto()  # a workbook or a template
    ALBUM = auto()  # a photo of an album that is known already
    REPLY = auto()  # a reply to a receipt, to a card or to one's own message; "#12 …"
    NUMBER = auto()  # "#12"
    FOLLOW = auto()  # more photos of a record, its correction or deletion, right after its receipt
    DRAFT = auto()  # words and photos for the report that is being filled in
    ASKED = auto()  # a command in words
    REPORT = auto()  # the first words or photo of a new report
    SETUP = auto()  # what nobody above has taken may answer a card of the set-up that asked long ago
    TALK = auto()  # thanks and greetings
    UNCLEAR = auto()  # words that are kept until the person says what they are


@dataclass(frozen=True)
class Hears:
    """A listener for messages: words (or files), photos, or edited messages. A function that returns None leaves the
    message to the next rank."""

    rank: Rank
    words: Callable[[Turn], Says | None] | None = None
    photos: Callable[[Turn], Says | None] | None = None
    edits: Callable[[Turn], Says | None] | None = None
    who: Who = EVERYONE


@dataclass(frozen=True)
class Starts:
    """The handler of a /start with this payload, which a button in the group sends when it opens the private chat."""

    payload: Pattern[str]
    run: Handler
    who: Who = EVERYONE


@dataclass(frozen=True)
class On(Generic[E]):
    """What a capability adds to the answer when an event of another one happens."""

    event: type[E]
    run: Callable[[E], Says]


@dataclass(frozen=True)
class Undoes:
    """How Urungkan works on one table: `run` takes the change back and shows the card of the row. `what`: the name of
    the table in the audit, or "table.column" for a column with a card of its own ("satker.logo")."""

    what: str
    who: Who
    run: Callable[[Turn, Audit], Says]


@dataclass(frozen=True)
class Before:
    """What a capability answers in place of a command of another one, in offices that are its business; None leaves it
    to the command. `who`: the roles that may say it beside those of the command, to whom it does what `tells` says."""

    word: str
    run: Callable[[Turn], Says | None]
    who: Who = frozenset()
    tells: str = ""


def preceded(command: Command, before: Before) -> Command:
    """The command where something is answered in its place, whether it is typed or asked for in words."""

    def first(run: Handler) -> Handler:
        def answered(turn: Turn) -> Says:
            says = before.run(turn)
            return run(turn) if says is None else says

        return answered

    asked_ = first(command.asked) if command.asked else None
    also = dict.fromkeys(before.who, before.tells)
    return replace(command, who=command.who | before.who, run=first(command.run), asked=asked_, tells_also=also)


@dataclass(frozen=True)
class Capability:
    """The face of a capability. `drawn`: by the name of a renderer, the function that is told what became of its
    drawings."""

    commands: tuple[Command, ...] = ()
    doors: tuple[Opens[Any], ...] = ()
    asks: tuple[Ask[Any], ...] = ()
    jobs: tuple[Job, ...] = ()
    drawn: Mapping[str, Drawn] = field(default_factory=dict)
    hears: tuple[Hears, ...] = ()
    starts: tuple[Starts, ...] = ()
    on: tuple[On[Any], ...] = ()
    undoes: tuple[Undoes, ...] = ()
    before: tuple[Before, ...] = ()
