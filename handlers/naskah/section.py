"""A section of a report that is a list of texts, as data: all that sets masalah and saran apart."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from handlers.chat.messages import Menu, Turn
from handlers.naskah.doors import CloseText, DeleteText, Lists, ReopenText, RewriteText
from handlers.reading.dates.periods import Periode
from storage.kantor.satker import Here
from storage.laporan.laporan import Masalah, Saran

T = TypeVar("T", bound=Masalah | Saran)
Action = tuple[str, type[RewriteText | DeleteText | CloseText | ReopenText]]
REWRITE, DELETE = ("Ubah", RewriteText), ("Hapus", DeleteText)


@dataclass(frozen=True)
class Section(Generic[T]):
    """`title`, `new` (of the question for a new text) and `empty` take the name of a period, `how` says how to write a
    text. `rows` are the texts in the report of a period; a new one begins with the columns that `begun` gives and those
    that `read` makes of somebody's words, which `written` gives back. `line` tells a text on its card, `name` in a
    sentence about it (empty: the card is enough), `counted` how many there are. `actions` are the labels and the doors
    of its buttons."""

    key: Lists
    kind: type[T]
    title: str
    new: str
    empty: str
    how: str
    example: str
    rows: Callable[[Here, Periode], Sequence[T]]
    begun: Callable[[Turn, Periode], dict[str, Any]]
    read: Callable[[str], dict[str, str]]
    written: Callable[[T], str]
    line: Callable[[T], str]
    name: Callable[[T], str]
    counted: Callable[[Sequence[T]], str]
    actions: Callable[[T], tuple[Action, ...]] = lambda _row: (REWRITE, DELETE)
    if_empty: Callable[[Turn, Periode], Menu] = lambda _turn, _periode: ()
    below: Callable[[Turn, Periode], Menu] = lambda _turn, _periode: ()
