"""The buttons of a message as WhatsApp has them: three to press, or a list of ten to choose from, with short labels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from handlers.chat.messages import Button, Menu

Json = dict[str, Any]

BUTTONS, ROWS = 3, 10
BUTTON, ROW, DESCRIPTION = 20, 24, 72
ID = 200
CHOOSE = "Pilih"
# Labels of the bot that do not fit a button, in the words that do.
SHORT = {
    "Ubah mulai triwulan ini": "Mulai triwulan ini",
    "Ubah hanya triwulan ini": "Hanya triwulan ini",
    "Ubah mulai semester ini": "Mulai semester ini",
    "Ubah hanya semester ini": "Hanya semester ini",
    "Lihat Teks WA dan e-Kinerja": "Teks WA, e-Kinerja",
    "Sebab kenaikan/penurunan": "Sebab naik/turun",
    "Kirim pengingat ke semua": "Ingatkan semua",
}


@dataclass(frozen=True)
class Choice:
    """A choice of a menu: the press it sends, and its whole label."""

    id: str
    label: str


def choices(menu: Menu) -> list[Choice]:
    """What may be pressed, each press once, in the order of the rows; links are no choices."""
    found: dict[str, Choice] = {}
    for one in (button for row in menu for button in row if button.data):
        found.setdefault(one.data, Choice(one.data, one.label))
    return list(found.values())


def linked(menu: Menu) -> list[Button]:
    """The buttons that open an address or the chat; those that choose a group do not exist here, for it has none."""
    return [one for row in menu for one in row if one.url or one.start]


def interactive(offered: Sequence[Choice]) -> Json:
    """The menu of at most ten choices: the parts of `interactive` but for the body."""
    titles = [short(one.label, BUTTON) for one in offered]
    if len(offered) <= BUTTONS and all(map(_whole, titles, offered)) and len({*titles}) == len(titles):
        replies = [
            {"type": "reply", "reply": {"id": one.id, "title": t}} for one, t in zip(offered, titles, strict=True)
        ]
        return {"type": "button", "action": {"buttons": replies}}
    rows = [_row(one) for one in offered[:ROWS]]
    return {"type": "list", "action": {"button": CHOOSE, "sections": [{"rows": rows}]}}


def _whole(title: str, choice: Choice) -> bool:
    """Whether a title says all that its label says."""
    return title in (_line(choice.label), SHORT.get(choice.label))


def _row(choice: Choice) -> Json:
    title = short(choice.label, ROW)
    whole = {} if _whole(title, choice) else {"description": cut(_line(choice.label), DESCRIPTION)}
    return {"id": choice.id, "title": title, **whole}


def short(label: str, room: int) -> str:
    """The label where it fits, else the short form that the table has for it, else its beginning."""
    line = _line(label)
    return line if length(line) <= room else cut(SHORT.get(label, line), room)


def cut(line: str, room: int) -> str:
    """At most so much of a line, ending at a word where one ends near, and an ellipsis where something is missing."""
    if length(line) <= room:
        return line
    kept = line
    while length(kept) > room - 1:
        kept = kept[:-1]
    words = kept[: kept.rfind(" ")] if " " in kept else kept
    return (words if len(words) > room // 2 else kept).rstrip(" ,:(") + "…"


def length(text: str) -> int:
    """Letters as apps count them: an emoji is two."""
    return len(text.encode("utf-16-le")) // 2


def _line(label: str) -> str:
    return " ".join(label.split())
