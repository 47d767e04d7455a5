"""What people send, opened in the workshop: a photo, a workbook, a template, an emblem."""

from dataclasses import dataclass

from bot.workshop.workshop import WORKSHOP, Died, Refused
from renderers.photo.refusal import TOO_MUCH
from renderers.received import CheckedTemplate, Row, Sheet

UNSAFE_WORKBOOK = "Berkas ini terlalu berat untuk dibaca. Kirim berkas .xlsx dari /ekspor."
UNSAFE_TEMPLATE = (
    "Templat ini terlalu lama atau terlalu besar saat dicoba. Kurangi perulangan di dalamnya, lalu kirim lagi."
)


@dataclass(frozen=True)
class Photo:
    """`jpeg`: upright, without metadata; `size` in pixels."""

    jpeg: bytes
    size: tuple[int, int]


def photo(data: bytes | bytearray) -> Photo:
    """A received photo; raises Refused with the sentence for the sender."""
    try:
        answer = WORKSHOP.ask("photo", data)
    except Died:
        raise Refused(TOO_MUCH) from None
    width, height = answer.head["size"]
    # A clean JPEG stays as it came, and need not come back.
    return Photo(bytes(answer.blobs[0] or data), (width, height))


def small(jpeg: bytes, *, aside: bool = False) -> bytes:
    """The small copy of a kept photo; empty where none can be made. `aside`: nobody waits for it."""
    try:
        return bytes(WORKSHOP.ask("small", jpeg, aside=aside).blobs[0])
    except Died:
        return b""


def emblem(jpeg: bytes) -> bytes | None:
    """A kept photo as the emblem of an office; None where nothing can be seen."""
    try:
        return bytes(WORKSHOP.ask("emblem", jpeg).blobs[0]) or None
    except Died:
        return None


def workbook(data: bytes | bytearray) -> tuple[Sheet, ...]:
    """The sheets of a received .xlsx; raises Refused with the sentence for the sender."""
    try:
        told = WORKSHOP.ask("workbook", data).head["sheets"]
    except Died:
        raise Refused(UNSAFE_WORKBOOK) from None
    return tuple(
        Sheet(one["name"], tuple(one["columns"]), tuple(Row(row["number"], tuple(row["cells"])) for row in one["rows"]))
        for one in told
    )


def template(data: bytes | bytearray, name: str) -> CheckedTemplate:
    """A received .docx, judged: a template is a program, and this one came from outside. The faults tell the reason."""
    try:
        answer = WORKSHOP.ask("template", data)
    except (Died, Refused):
        return CheckedTemplate(name, faults=(UNSAFE_TEMPLATE,), letter=None)
    told = answer.head
    return CheckedTemplate.of(name, bytes(answer.blobs[0]), tuple(told["faults"]), tuple(told["lost"]), told["letter"])
