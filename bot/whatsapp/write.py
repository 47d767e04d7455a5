"""An Outgoing in WhatsApp's terms: the bodies of calls of `messages`, without their recipient; pure, nothing is sent
here."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import quote

from bot.whatsapp.greeting import greeting
from bot.whatsapp.marks import bold, plain
from bot.whatsapp.menus import BUTTON, Choice, Json, choices, cut, interactive, length, linked, short
from handlers.chat.messages import Button, Outgoing, Reaction, Template
from handlers.whatsapp.templates import LANGUAGE

TEXT, CAPTION, BODY, NAME = 4096, 1024, 1024, 240
# A menu needs words above it.
NOTHING = "Silakan pilih."
# Of an approved text: the press of its button, the most letters in a gap, what stands in an empty one.
OPEN, PARAMETER, NO_WORDS = "buka", 200, "–"


@dataclass(frozen=True)
class Uploaded:
    """A file that waits at WhatsApp under the id `media`; `picture`: it may be shown as one."""

    media: str
    name: str
    picture: bool


def payloads(outgoing: Outgoing, files: Sequence[Uploaded] = (), number: str = "") -> list[Json]:
    """The bodies in their order, always the same for the same message; each lacks its recipient. `number`: of the bot,
    for links that open its chat."""
    offered, shown = choices(outgoing.menu), [_file(one) for one in files]
    words = said(outgoing, number)
    if len(shown) > 1 and offered and outgoing.companion:
        shown, words = _captioned(shown, words), plain(outgoing.companion)
    elif shown and not offered:
        shown, words = _captioned(shown, words), ""
    below = _menu(words, offered, shown) if offered else [*shown, *_texts(words)]
    if not (offered or files):
        below = _opening(outgoing, number) or below
    every = [*below, *(one for block in outgoing.blocks for one in _texts(block))]
    return [{**one, "context": {"message_id": outgoing.answers}} if outgoing.answers else one for one in every]


def said(outgoing: Outgoing, number: str) -> str:
    """Title in bold, words, and the addresses of links, which no button can open beside others."""
    parts = [bold(outgoing.title), plain(outgoing.text), *([link(number, outgoing.start)] if outgoing.start else [])]
    parts += [f"{plain(one.label)}: {_address(one, number)}" for one in linked(outgoing.menu)]
    return "\n".join(part for part in parts if part)


def link(number: str, start: str) -> str:
    """The address that opens the chat with the bot, in which the app has written the words for this payload."""
    return f"https://wa.me/{number}?text={quote(greeting(start))}"


def _address(button: Button, number: str) -> str:
    return button.url or link(number, button.start)


def reaction(act: Reaction) -> Json:
    return {"type": "reaction", "reaction": {"message_id": act.message, "emoji": act.emoji}}


def _file(file: Uploaded) -> Json:
    # A picture is never taken as a document.
    if file.picture:
        return {"type": "image", "image": {"id": file.media}}
    # Without it the person sees a document without a name.
    return {"type": "document", "document": {"id": file.media, "filename": file.name[-NAME:]}}


def _captioned(shown: Sequence[Json], words: str) -> list[Json]:
    """Files with their words: as the caption of the first picture or of the last document, or below where they are too
    long for one."""
    if not words or length(words) > CAPTION:
        return [*shown, *_texts(words)]
    at = 0 if shown[0]["type"] == "image" else len(shown) - 1
    kind = shown[at]["type"]
    return [*shown[:at], {**shown[at], kind: {**shown[at][kind], "caption": words}}, *shown[at + 1 :]]


def _menu(words: str, offered: Sequence[Choice], shown: Sequence[Json]) -> list[Json]:
    """The choices below their words; a single file stands above three buttons in the same message."""
    body = (split(words, BODY) or [NOTHING])[-1]
    above = _texts(words.removesuffix(body).rstrip())
    menu = {**interactive(offered), "body": {"text": body}}
    if len(shown) == 1 and not above and menu["type"] == "button":
        kind = shown[0]["type"]
        menu, shown = {**menu, "header": {"type": kind, kind: shown[0][kind]}}, ()
    return [*shown, *above, {"type": "interactive", "interactive": menu}]


def _opening(outgoing: Outgoing, number: str) -> list[Json]:
    """A message whose only button opens an address, with that button; nothing for any other message."""
    links, words = linked(outgoing.menu), said(replace(outgoing, menu=()), number)
    if len(links) != 1 or not 0 < length(words) <= BODY:
        return []
    opens = {"display_text": short(links[0].label, BUTTON), "url": _address(links[0], number)}
    action = {"name": "cta_url", "parameters": opens}
    return [{"type": "interactive", "interactive": {"type": "cta_url", "body": {"text": words}, "action": action}}]


def _texts(words: str) -> list[Json]:
    return [{"type": "text", "text": {"body": part, "preview_url": False}} for part in split(words, TEXT)]


def split(text: str, room: int) -> list[str]:
    """Parts of at most so many letters, which end at a paragraph, else a line, else a word; none of blanks alone."""
    parts = []
    while length(text) > room:
        end = _end(text, room)
        parts.append(text[:end].rstrip())
        text = text[end:].lstrip("\n ")
    return [part for part in (*parts, text) if part.strip()]


def _end(text: str, room: int) -> int:
    fits = room - (length(text[:room]) - len(text[:room]))
    ends = (text.rfind(gap, fits // 2, fits + 1) for gap in ("\n\n", "\n", " "))
    return next((end for end in ends if end > 0), fits)


def template(told: Template) -> Json:
    """An approved text with its words, each in one line, and the one button under which everything waits."""
    words = [{"type": "text", "text": cut(" ".join(one.split()), PARAMETER) or NO_WORDS} for one in told.parameters]
    body = [{"type": "body", "parameters": words}] if words else []
    presses = {"type": "payload", "payload": OPEN}
    button = {"type": "button", "sub_type": "quick_reply", "index": "0", "parameters": [presses]}
    content = {"name": told.name, "language": {"code": LANGUAGE}, "components": [*body, button]}
    return {"type": "template", "template": content}
