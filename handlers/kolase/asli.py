"""The kolase as a file: at twice the size, one sheet of it or another format, sent to the private chat of the person
who pressed."""

import re
from dataclasses import replace
from typing import Any

from handlers.chat import drawn as chat_drawn
from handlers.chat.messages import Button, Chat, Drawing, Outgoing, Rejected, Says, Toast, Turn
from handlers.kolase.doors import Draw, Formats, Shape
from storage.chat import handed
from storage.foto import photos
from storage.kantor import people
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery, View

LABELS = {Shape.SQUARE: "Persegi", Shape.STORY: "Story", Shape.A4: "A4"}
# The renderer's name of the sheets that are posted; the other formats have the names of their shapes.
POSTED = "potret"
KIND = "kolase asli"
# A payload of /start holds no colons: it is the written door with hyphens.
LINK = re.compile(rf"{Draw.code}-\d{{1,9}}-({'|'.join(Shape)})|{Formats.code}-\d{{1,9}}", re.ASCII)
BLOCKED = "Buka chat pribadi dengan bot ini dan tekan Mulai, lalu coba lagi."


def drawn(turn: Turn, door: Draw) -> Says:
    row = _delivery(turn, door.delivery)
    chat = _private(turn)
    return _blocked(turn, chat, door) or [*_told(turn), *_drawn(turn, chat, row, door.shape)]


def formats(turn: Turn, door: Formats) -> Says:
    return [_which(turn.incoming.chat, _delivery(turn, door.delivery))]


def link(door: Draw | Formats) -> str:
    return door.written().replace(":", "-")


def started(turn: Turn) -> Says:
    """The /start of a person whom a button of the group sent to the private chat."""
    data = turn.text.replace("-", ":")
    if data.startswith(f"{Formats.code}:"):
        return formats(turn, Formats.read(data))
    return drawn(turn, Draw.read(data))


def _delivery(turn: Turn, id_: int) -> Delivery:
    row = deliveries.find(turn, id_)
    if row is None or "cells" not in row.figures:
        raise Rejected("Kolase itu tidak ditemukan. Buat lagi dengan /kolase.")
    return row


def _blocked(turn: Turn, chat: Chat, door: Draw) -> list[Toast]:
    """The answer to a person whose private chat the bot cannot reach: a link that opens it; the file comes after /start
    there."""
    if turn.incoming.chat.group and handed.unreachable(turn.session, chat.channel, chat.id):
        return [replace(turn.toast(BLOCKED), start=link(door))]
    return []


def _told(turn: Turn) -> list[Toast]:
    said = "Dikirim ke chat pribadi Anda." if turn.incoming.chat.group else ""
    return [turn.toast(said)] if turn.incoming.press_id else []


def _private(turn: Turn) -> Chat:
    """The private chat of the person in this channel."""
    here = turn.incoming.chat
    if not here.group:
        return here
    known = [i for i in people.identities(turn.session, turn.anggota) if i.channel == here.channel]
    mine = next((i for i in known if i.person == turn.incoming.person), None)
    if mine is None or not mine.chat:
        raise Rejected(BLOCKED)
    return Chat(here.channel, mine.chat)


def _which(chat: Chat, row: Delivery) -> Outgoing:
    buttons = tuple(Button(label, Draw(row.id, shape)) for shape, label in LABELS.items())
    text = f"Kolase {row.figures['pekan']}: bentuk yang mana?"
    return Outgoing(chat, text=text, menu=(buttons,), card=f"bentuk:{row.id}")


def _drawn(turn: Turn, chat: Chat, row: Delivery, shape: Shape) -> list[Outgoing]:
    # A format with fewer or more cells on a sheet divides them in its own way.
    form, lembar = (POSTED, row.lembar) if shape == Shape.ORIGINAL else (shape.value, 0)
    figures, view = row.figures | {"cells": _shown(turn, row)}, View(format=form, scale=2)
    if chat_drawn.same(turn, chat, "kolase", figures, view):
        return []
    made = deliveries.claim(turn, KIND, turn.incoming.event, figures, view=view)
    if made is None:
        return []
    made.lembar = lembar
    text = f"Kolase {figures['pekan']}, {f'format {LABELS[shape]}' if shape in LABELS else 'ukuran asli'}."
    return [Outgoing(chat, text=text, drawing=Drawing("kolase", made.id), document=True, satker=turn.satker.id)]


def _shown(turn: Turn, row: Delivery) -> list[dict[str, Any]]:
    """The figures without photos that were hidden since the post."""
    cells: list[dict[str, Any]] = row.figures["cells"]
    hidden = photos.hidden(turn, [foto for cell in cells for foto in _files(cell)])
    shown = [(cell, [foto for foto in _files(cell) if foto not in hidden]) for cell in cells]
    left = [cell | _photos(cell, files) for cell, files in shown if files]
    if not left:
        raise Rejected("Tidak ada foto yang boleh ditampilkan dalam kolase itu.")
    return left


def _files(cell: dict[str, Any]) -> list[str]:
    return [cell["foto"], *cell.get("lagi", ())]


def _photos(cell: dict[str, Any], files: list[str]) -> dict[str, Any]:
    """The photos of a cell that are left; the next one stands for a large one that is gone, without its crop."""
    return {"foto": files[0], "lagi": files[1:]} | ({} if files[0] == cell["foto"] else {"geser": ""})
