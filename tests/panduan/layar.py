"""A transcript as a phone shows it: bubbles, pictures, buttons, and the one that is to be pressed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape

from tests.phone import FOTO, GUTTER, LINE, PRESS, REPLY

BOT = re.compile(r"Bot(?:→(?P<to>[^*>]+)|@(?P<grup>[^*>:!]+))(?P<how>[*>]) ?(?P<said>.*)")
BUTTONS = re.compile(r"(?:\[[^\]]+\] ?)+")
DRAWN = re.compile(r"<(?P<renderer>\w+) \d+>")
TITLE = re.compile(r"\*\*(.+)\*\*")
PAPERS = ("docx", "pdf", "xlsx")
ARROW = '<svg class="panah" viewBox="0 0 16 10"><path d="M1 5h13M10 1l4 4-4 4"/></svg>'


@dataclass(frozen=True)
class Balon:
    """One bubble; without `siapa` it is the bot's."""

    siapa: str = ""
    baris: tuple[str, ...] = ()
    foto: str = ""
    balas: str = ""

    @property
    def tombol(self) -> list[list[str]]:
        return [re.findall(r"\[([^\]]+)\]", line) for line in self.baris if BUTTONS.fullmatch(line)]


def percakapan(transcript: str, chat: str) -> list[Balon]:
    """What stands in a chat at the end: cards that were edited in place stand there once."""
    shown: list[Balon] = []
    for balon, in_place in _said(transcript.splitlines(), chat):
        old = next((n for n in reversed(range(len(shown))) if shown[n].tombol), None) if in_place else None
        if old is not None:
            shown[old] = balon
        else:
            shown.append(balon)
    return shown


def _said(lines: list[str], chat: str) -> Iterator[tuple[Balon, bool]]:
    here: Balon | None = None
    how = ""
    for line in [*lines, "@"]:
        if line.startswith(GUTTER.rstrip()):
            here = replace(here, baris=(*here.baris, line.removeprefix(GUTTER.rstrip())[1:])) if here else None
            continue
        if here:
            yield here, how == "*"
        here, how = None, ">"
        if found := BOT.fullmatch(line):
            here = Balon(baris=(found["said"],)) if chat in (found["to"], found["grup"]) else None
            how = found["how"]
        elif not line.startswith(("Bot", "@", "#")) and (spoken := LINE.fullmatch(line)):
            here = _person(spoken["who"], spoken["said"]) if chat == (spoken["grup"] or spoken["who"]) else None


def _person(who: str, said: str) -> Balon | None:
    if PRESS.fullmatch(said):
        return None
    if found := FOTO.fullmatch(said):
        return Balon(who, (found["text"],) if found["text"] else (), found["name"])
    if found := REPLY.fullmatch(said):
        return Balon(who, (found["text"],), balas=found["to"])
    return Balon(who, tuple(said.split("⏎")))


def ponsel(
    transcript: str, chat: str, nama: str = "Bot Bakohumas", akhir: str = "0", tekan: str = "", baris: str = "99"
) -> str:
    """A phone with the last `akhir` bubbles of a chat, each with its first `baris` lines; `tekan` is the button that a
    finger points at."""
    shown = [_first(one, int(baris)) for one in percakapan(transcript, chat)[-int(akhir) :]]
    inside = "".join(_bubble(one, chat, tekan if one is shown[-1] else "") for one in shown)
    head = f"<header><i>{escape(nama[0])}</i><b>{escape(nama)}</b></header>"
    return f'<figure class="ponsel">{head}<div class="isi">{inside}</div></figure>'


def _first(one: Balon, most: int) -> Balon:
    """A bubble whose text ends where the paper does; its pictures and buttons stay."""
    text = [line for line in one.baris if not (BUTTONS.fullmatch(line) or DRAWN.fullmatch(line))]
    rest = one.baris[len(text) :]
    return replace(one, baris=(*text[:most], "…", *rest)) if len(text) > most else one


def _bubble(one: Balon, chat: str, tekan: str) -> str:
    mine = one.siapa == chat
    said = [line for line in one.baris if not BUTTONS.fullmatch(line)]
    while said and not said[-1]:
        said.pop()
    who = f"<em>{escape(one.siapa)}</em>" if one.siapa and not mine else ""
    quote = f"<q>{escape(one.balas)}</q>" if one.balas else ""
    foto = f'<img src="../gambar/panduan-{one.foto}.jpg" alt="Foto {one.foto}">' if one.foto else ""
    text = f"{foto}{who}{quote}{''.join(_line(line, said) for line in said)}"
    keys = "".join(_row(row, tekan) for row in one.tombol)
    return f'<div class="balon{" saya" if mine else ""}">{text}</div>{keys}'


def _line(line: str, said: list[str]) -> str:
    if found := TITLE.fullmatch(line):
        return f"<b>{_text(found[1])}</b>"
    if found := DRAWN.fullmatch(line):
        return _drawing(found["renderer"], said[0].strip("*"))
    if line == "<tautan>":
        return "<u>https://t.me/bakohumas_bot?start=…</u>"
    return f"<p>{_text(line)}</p>" if line else "<hr>"


def _drawing(renderer: str, title: str) -> str:
    if renderer == "rekap":
        return "".join(f'<span class="berkas {kind}"><i>{kind}</i>{escape(title)}.{kind}</span>' for kind in PAPERS)
    return f'<img src="../gambar/panduan-{renderer}.jpg" alt="{renderer}">'


def _text(said: str) -> str:
    return escape(said).replace("→", ARROW)


def _row(row: list[str], tekan: str) -> str:
    cells = (f"<span{' class=tekan' if label == tekan else ''}>{escape(label)}</span>" for label in row)
    return f'<div class="tombol">{"".join(cells)}</div>'
