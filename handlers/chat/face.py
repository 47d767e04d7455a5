"""The face of a capability: its commands, doors, questions, jobs and hooks, as the table reads them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Flag, IntEnum, auto
from re import Pattern
from typing import Any, Generic, TypeVar

from handlers.chat.door import EVERYONE, Door
from handlers.chat.events import Outcome
from handlers.chat.messages import Event, Says, Turn
from storage.kantor.audit import Audit
from storage.kantor.people import Role
from storage.kantor.satker import Here

D = TypeVar("D", bound=Door)
E = TypeVar("E", bound=Event)
Who = frozenset[Role]
Handler = Callable[[Turn], Says]
Job = Callable[[Here], Says]
Drawn = Callable[[Outcome], Says]


@dataclass(frozen=True)
class Command:
    """A word after a slash. `tells` is its line in /bantuan; `group`: may also be said in the satker's group."""

    word: str
    who: Who
    run: Handler
    tells: str
    group: bool = False


@dataclass(frozen=True)
class Opens(Generic[D]):
    """What a press of a door's button does; who may press stands with the door."""

    door: type[D]
    run: Callable[[Turn, D], Says]


class Takes(Flag):
    """What can answer a question; a photo with words beside it is one only where both are taken."""

    TEXT = auto()
    PHOTO = auto()
    FILE = auto()


@dataclass(frozen=True)
class Ask(Generic[D]):
    """A question that the next message answers; its door says what is asked of what. `example` is what stands in the
    empty field meanwhile (at most 64 letters)."""

    door: type[D]
    answer: Callable[[Turn, D], Says]
    example: Callable[[D], str]
    takes: Takes = Takes.TEXT
    who: Who | None = None

    def open_to(self, role: Role) -> bool:
        return role in (self.door.who if self.who is None else self.who)


class Rank(IntEnum):
    """In which order a message that is no command and no press, and answers no card (`Ask`), is offered to those who
    may know what it means."""

    FILE = auto()  # a workbook or a template
    ALBUM = auto()  # a photo of an album that is known already
    REPLY = auto()  # to a receipt, a card or one's own message; "#12 …"
    NUMBER = auto()  # "#12"
    DRAFT = auto()  # the report that is being filled in
    REPORT = auto()  # a new one
    SETUP = auto()  # the answer to a card of the set-up, long after it; only what is nothing else


@dataclass(frozen=True)
class Hears:
    """Takes messages: words (and files), photos, or an edited message; None leaves the message to the next rank."""

    rank: Rank
    words: Callable[[Turn], Says | None] | None = None
    photos: Callable[[Turn], Says | None] | None = None
    edits: Callable[[Turn], Says | None] | None = None
    who: Who = EVERYONE


@dataclass(frozen=True)
class Starts:
    """A payload of /start, by which a button leads from the group into the private chat."""

    payload: Pattern[str]
    run: Handler
    who: Who = EVERYONE


@dataclass(frozen=True)
class On(Generic[E]):
    """What else is said when an event of another capability happens."""

    event: type[E]
    run: Callable[[E], Says]


@dataclass(frozen=True)
class Undoes:
    """Takes a change back and shows the card where it stands. `what`: the table that the audit names, or a column of
    it that has a card of its own ("satker.logo")."""

    what: str
    who: Who
    run: Callable[[Turn, Audit], Says]


@dataclass(frozen=True)
class Capability:
    """`drawn`: who hears what became of a drawing, by the name of its renderer."""

    commands: tuple[Command, ...] = ()
    doors: tuple[Opens[Any], ...] = ()
    asks: tuple[Ask[Any], ...] = ()
    jobs: tuple[Job, ...] = ()
    drawn: Mapping[str, Drawn] = field(default_factory=dict)
    hears: tuple[Hears, ...] = ()
    starts: tuple[Starts, ...] = ()
    on: tuple[On[Any], ...] = ()
    undoes: tuple[Undoes, ...] = ()
