"""What a channel cannot do, as facts under its name, and what is said there instead."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import timedelta

from handlers.chat.door import More
from handlers.chat.messages import Act, Button, Edit, Incoming, Menu, Outgoing, Toast

NONE = timedelta(0)
# So many buttons at the end stay in sight; more of them are choices like those above.
LEADING_ON = 3
_MORE = Button("Lainnya…", More())


@dataclass(frozen=True)
class Means:
    """`edits`: a message that was sent can be changed and deleted; `toasts`: a press can be answered by a line that
    disappears; `gathers`: the seconds within which photos belong together, zero where the channel itself has albums;
    `choices`: the most that one message offers; `keeps`: so long, with hours to spare, it holds ready what people said
    while nobody listened; `groups`: the bot can join one, else people forward what is for theirs."""

    edits: bool = True
    toasts: bool = True
    gathers: timedelta = NONE
    choices: int = 100
    keeps: timedelta = timedelta(hours=20)
    groups: bool = True


_OF = {
    "whatsapp": Means(
        edits=False,
        toasts=False,
        gathers=timedelta(seconds=4),
        choices=10,
        keeps=timedelta(days=6, hours=20),
        groups=False,
    )
}


def of(channel: str) -> Means:
    return _OF.get(channel, Means())


def aloud(incoming: Incoming, says: Sequence[Act]) -> list[Act]:
    """The answer to a person where nothing can be edited: the words of a toast stand above it, and where it would only
    have renewed messages in place, the last of these is told as a new one."""
    toast = next((one.text for one in says if isinstance(one, Toast) and one.text), "")
    said = [one for one in says if not isinstance(one, Toast)]
    at = _answers(incoming, said)
    if at is None:
        return [*said, Outgoing(incoming.chat, text=toast)] if toast else said
    answer = _new(said[at])
    return [*said[:at], replace(answer, text=_above(toast, answer.text)), *said[at + 1 :]]


def _answers(incoming: Incoming, said: Sequence[Act]) -> int | None:
    """The place of the first message that is new in the chat of the person, else of the last that is renewed there."""
    mine = [n for n, one in enumerate(said) if isinstance(one, Outgoing) and one.chat == incoming.chat]
    new = [n for n in mine if not isinstance(said[n], Edit)]
    return new[0] if new else mine[-1] if mine else None


def _new(act: Act) -> Outgoing:
    if not isinstance(act, Outgoing):
        raise TypeError(act)
    return Outgoing(**{one.name: getattr(act, one.name) for one in fields(Outgoing)})


def fitting(said: Outgoing) -> Outgoing:
    """A message with as many choices as its channel offers at once; the button among them shows the others. The last
    rows stay, for they lead on: Simpan, Batal, Kembali."""
    most, at = of(said.chat.channel).choices, len(said.menu)
    if _presses(said.menu) <= most:
        return said
    while _presses(said.menu[at - 1 :]) <= LEADING_ON:
        at -= 1
    above, last = _buttons(said.menu[:at]), _buttons(said.menu[at:])
    ends = [n for n, one in enumerate(above) if one.data][most - 1 - _presses(said.menu[at:])]
    return replace(said, menu=_single((*above[:ends], _MORE, *last)), rest=_single(above[ends:]))


def _buttons(menu: Menu) -> list[Button]:
    return [one for row in menu for one in row]


def _presses(menu: Menu) -> int:
    return sum(bool(one.data) for one in _buttons(menu))


def _single(buttons: Iterable[Button]) -> Menu:
    return tuple((one,) for one in buttons)


def _above(words: str, text: str) -> str:
    return "\n\n".join(part for part in (words, text) if part)
