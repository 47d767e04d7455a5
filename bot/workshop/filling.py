"""A report in a child of the workshop: drawn, filled and checked here, printed by the bot, which hears of each step."""

import json
from pathlib import Path
from socket import socket

from bot.workshop import limits
from bot.workshop.wire import LETTER, PICTURES, REPORT, ROLLUP, SHEETS, WORKBOOK, Said, receive, send
from renderers.figures import Kolase, Rekap
from renderers.frozen import thaw
from renderers.kolase import kolase
from renderers.photo.emblem import logo
from renderers.provinsi import buku
from renderers.provinsi.papan import papan
from renderers.provinsi.recap import RekapSatker
from renderers.rekap import rekap, rekap_xlsx, surat
from renderers.rekap.document import fault_of
from renderers.rekap.kept import FORM, SCALE, Kept
from renderers.word.office import NoPdf


def fill(told: socket, asked: Said) -> Said:
    """`asked.blobs`: the frozen figures, the template or nothing; the answer has the file, or a fault of our own."""
    limits.room(limits.bounded(asked.head["seconds"]), asked.head["room"])
    try:
        return _DONE[asked.head["job"]](told, asked)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001  (told to the bot, which raises it again)
        return Said({"fault": fault_of(error)})


def _booked(_told: socket, asked: Said) -> Said:
    made = asked.head["made"]
    return Said({}, [rekap_xlsx.draw(thaw(Rekap, json.loads(asked.blobs[0])), (made[0], made[1]) if made else None)])


def _pictured(_told: socket, asked: Said) -> Said:
    return Said({}, papan.draw(thaw(RekapSatker, json.loads(asked.blobs[0]))))


def _rolled_up(_told: socket, asked: Said) -> Said:
    return Said({}, [buku.draw(thaw(RekapSatker, json.loads(asked.blobs[0])))])


def _written(_told: socket, asked: Said) -> Said:
    figures, template = asked.blobs
    rekap_ = thaw(Rekap, json.loads(figures))
    letter = surat.draw(rekap_, logo(Path(asked.head["photos"]), rekap_.satker.logo), bytes(template) or None)
    return Said({"catatan": letter.catatan, "template": letter.fault}, [letter.docx])


def _filled(told: socket, asked: Said) -> Said:
    figures, template = asked.blobs
    report = rekap.draw(
        thaw(Rekap, json.loads(figures)),
        Path(asked.head["photos"]),
        lambda step: send(told, Said({"step": step})),
        bytes(template) or None,
        (lambda docx: _printed(told, docx)) if asked.head["office"] else None,
        annex=asked.head["annex"],
        kept=Kept(
            asked.head["kept"],
            lambda week, sheets: send(told, Said({"week": week}, sheets)),
            lambda week: _given(told, week),
        ),
    )
    head = {"catatan": report.catatan, "printed": report.pdf is not None, "template": report.fault}
    return Said(head, [report.docx])


def _given(told: socket, week: int) -> list[bytes]:
    """The sheets of a week that another child draws meanwhile."""
    send(told, Said({"wanted": week}))
    return [bytes(sheet) for sheet in receive(told).blobs]


def _sheeted(told: socket, asked: Said) -> Said:
    """The sheets of each week, told as soon as they are drawn."""
    for week in json.loads(asked.blobs[0]):
        send(told, Said({}, kolase.draw(thaw(Kolase, week), Path(asked.head["photos"]), FORM, SCALE)))
    return Said({})


def _printed(told: socket, docx: bytes) -> bytes:
    send(told, Said({"print": True}, [docx]))
    answer = receive(told)
    if "without" in answer.head:
        raise NoPdf(answer.head["without"])
    return bytes(answer.blobs[0])


_DONE = {
    REPORT: _filled,
    WORKBOOK: _booked,
    LETTER: _written,
    SHEETS: _sheeted,
    PICTURES: _pictured,
    ROLLUP: _rolled_up,
}
