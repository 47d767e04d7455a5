"""A report in a child of the workshop: drawn, filled and checked here, printed by the bot, which hears of each step."""

import json
from pathlib import Path
from socket import socket

from bot.workshop import limits
from bot.workshop.wire import Said, receive, send
from renderers.figures import Rekap
from renderers.frozen import thaw
from renderers.rekap import rekap
from renderers.word.office import NoPdf

REPORT = "report"


def fill(told: socket, asked: Said) -> Said:
    """`asked.blobs`: the frozen figures, the template or nothing; the answer has the .docx."""
    limits.bounded(asked.head["seconds"])
    limits.room(asked.head["room"])
    figures, template = asked.blobs
    report = rekap.draw(
        thaw(Rekap, json.loads(figures)),
        Path(asked.head["photos"]),
        lambda step: send(told, Said({"step": step})),
        bytes(template) or None,
        (lambda docx: _printed(told, docx)) if asked.head["office"] else None,
    )
    return Said({"catatan": report.catatan, "printed": report.pdf is not None}, [report.docx])


def _printed(told: socket, docx: bytes) -> bytes:
    send(told, Said({"print": True}, [docx]))
    answer = receive(told)
    if "without" in answer.head:
        raise NoPdf(answer.head["without"])
    return bytes(answer.blobs[0])
