"""The picture itself: at twice its size or on another sheet, as a document in the chat of whoever pressed."""

import re
from dataclasses import replace
from typing import Any

from handlers.chat.messages import Button, Chat, Drawing, Outgoing, Rejected, Says, Turn
from storage.chat import outbox
from storage.foto import photos
from storage.kantor import people
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery

# The words of the buttons, and the renderer's names.
BENTUK = {"persegi": "Persegi", "cerita": "Story", "a4": "A4"}
ASLI = "potret"
KIND, LINK = "kolase asli", re.compile(r"ko-(\d{1,9})-(asli|bentuk|persegi|cerita|a4)")
BLOCKED = "Buka chat pribadi dengan bot ini dan tekan Mulai, lalu coba lagi."


def press(turn: Turn) -> Says:
    """ko:<delivery>:<asli, bentuk or the name of a format>."""
    _, id_, what = turn.incoming.press.split(":")
    row = deliveries.find(turn, int(id_))
    if row is None or "cells" not in row.figures:
        raise Rejected("Kolase itu tidak ditemukan. Buat lagi dengan /kolase.")
    chat = _private(turn)
    if turn.incoming.chat.group and outbox.unreachable(turn.session, chat.channel, chat.id):
        # The link opens the chat; what was asked for comes once the person has pressed Start there.
        return [replace(turn.toast(BLOCKED), start=f"ko-{row.id}-{what}")]
    said = _formats(chat, row) if what == "bentuk" else _drawn(turn, chat, row, ASLI if what == "asli" else what)
    told = "Dikirim ke chat pribadi Anda." if turn.incoming.chat.group else ""
    return [*([turn.toast(told)] if turn.incoming.press_id else []), *said]


def started(turn: Turn) -> Says:
    """/start of somebody whom the bot could not reach when they pressed."""
    _, id_, what = turn.text.split("-")
    return press(replace(turn, incoming=replace(turn.incoming, press=f"ko:{id_}:{what}")))


def _private(turn: Turn) -> Chat:
    """Where the person is reached in this channel."""
    here = turn.incoming.chat
    if not here.group:
        return here
    known = [i for i in people.identities(turn.session, turn.anggota) if i.channel == here.channel]
    mine = next((i for i in known if i.person == turn.incoming.person), None)
    if mine is None or not mine.chat:
        raise Rejected(BLOCKED)
    return Chat(here.channel, mine.chat)


def _formats(chat: Chat, row: Delivery) -> list[Outgoing]:
    buttons = tuple(Button(label, f"ko:{row.id}:{name}") for name, label in BENTUK.items())
    text = f"Kolase {row.figures['pekan']}: bentuk yang mana?"
    return [Outgoing(chat, text=text, menu=(buttons,), card=f"bentuk:{row.id}")]


def _drawn(turn: Turn, chat: Chat, row: Delivery, bentuk: str) -> list[Outgoing]:
    if bentuk not in (ASLI, *BENTUK):
        raise LookupError(bentuk)
    # A format with fewer or more cells on a sheet divides them in its own way.
    lembar = row.lembar if bentuk == ASLI else 0
    figures = {**row.figures, "cells": _shown(turn, row), "bentuk": bentuk, "skala": 2}
    made = deliveries.claim(turn, KIND, turn.incoming.event, figures)
    if made is None:
        return []
    made.lembar = lembar
    text = f"Kolase {figures['pekan']}, {'ukuran asli' if bentuk == ASLI else f'format {BENTUK[bentuk]}'}."
    return [Outgoing(chat, text=text, drawing=Drawing("kolase", made.id), document=True, satker=turn.satker.id)]


def _shown(turn: Turn, row: Delivery) -> list[dict[str, Any]]:
    """Without what has been hidden since."""
    cells: list[dict[str, Any]] = row.figures["cells"]
    hidden = photos.hidden(turn, [cell["foto"] for cell in cells])
    left = [cell for cell in cells if cell["foto"] not in hidden]
    if not left:
        raise Rejected("Tidak ada foto yang boleh ditampilkan dalam kolase itu.")
    return left
