"""The Word file of a report: filled with figures and pictures, then with the page numbers of its daftar isi."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from renderers.clean import clean
from renderers.figures import Rekap
from renderers.photo.album import Album
from renderers.rekap.fields import fields
from renderers.rekap.pictures import Material
from renderers.word import contents, gate, properties, word
from renderers.word.contents import Outline
from renderers.word.ooxml import MAIN, Parts, add_pictures, pack, unpack

# The schema wants updateFields before these.
_AFTER = re.compile(
    rb"(?=<w:(?:hdrShapeDefaults|footnotePr|endnotePr|compat|docVars|rsids|themeFontLang)\b|</w:settings>)"
)
# Our own template with its tags read already.
PREPARED = Path(__file__).parents[1] / "templat_bawaan" / "laporan.docx.j2"


class Document(NamedTuple):
    """The parts of a .docx but the main one, and in `plan` that one with its daftar isi still open."""

    parts: Parts
    plan: Outline


def fault_of(error: Exception) -> str:
    """The kind of a fault and its place, without its message, which might quote what people wrote."""
    from traceback import extract_tb  # noqa: PLC0415  (a report without a fault has no need of it)

    place = extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__} at {place.filename}:{place.lineno} {place.name}"


def assemble(rekap: Rekap, material: Material, template: Parts | None = None) -> Document:
    """The filled template; raises BrokenTemplate. `template`: one that word.prepare has read, else our own."""
    album, held = Album(), list[bytes]()
    parts = _filled(clean(rekap), clean(material), album, template, held)
    if template is not None:
        parts = _fitted(parts)
    plan = contents.outline(parts, held)
    parts.pop(MAIN)
    return Document(add_pictures(parts, album.files), plan)


def _fitted(parts: Parts) -> Parts:
    """The parts of an office's template fitted to its pages; our own fits, and shows no picture twice."""
    from renderers.word.model.fitted import fitted, numbered  # noqa: PLC0415  (only for templates of offices)

    # A long report has tens of megabytes of it: each step lets go of what the one before has made.
    return {**parts, MAIN: numbered(fitted(parts.pop(MAIN)))}


def _filled(rekap: Rekap, material: Material, album: Album, template: Parts | None, held: list[bytes]) -> Parts:
    context = fields(rekap, material, album)
    filled = word.fill(template or unpack(PREPARED.read_bytes()), context, held if template is None else None)
    return properties.owned(filled, context["satker"].nama, rekap.batas)


def for_office(document: Document, pages: Sequence[str]) -> bytes:
    """The .docx from which LibreOffice makes the PDF; `pages`: a guess for each heading."""
    return pack(properties.bound({**document.parts, MAIN: contents.fill_for_office(document.plan, pages)}))


def finished(document: Document, pages: Sequence[str] | None) -> bytes:
    """The .docx with the page of each heading, past the gate, which raises Broken; without pages Word fills them."""
    parts = document.parts
    if pages is None:
        parts = {**parts, "word/settings.xml": _updating(parts["word/settings.xml"])}
    plan = document.plan
    whole = {**parts, MAIN: contents.fill(plan, pages or ["…"] * len(plan.entries))}
    gate.check(whole)
    return pack(whole)


def _updating(settings: bytes) -> bytes:
    # Word then asks when it opens the file whether to refresh the fields, which fills in the page numbers.
    return _AFTER.sub(b'<w:updateFields w:val="true"/>', settings, count=1)
