"""The document of a report: figures and prepared pictures in, a Word file out whose daftar isi can be filled."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from renderers.clean import clean
from renderers.figures import Rekap
from renderers.photo.album import Album
from renderers.rekap.fields import fields
from renderers.rekap.pictures import Material
from renderers.word import contents, gate, word
from renderers.word.contents import Outline
from renderers.word.ooxml import Parts, add_pictures, pack, unpack

_MAIN = "word/document.xml"
# What the schema wants after updateFields.
_AFTER = re.compile(
    rb"(?=<w:(?:hdrShapeDefaults|footnotePr|endnotePr|compat|docVars|rsids|themeFontLang)\b|</w:settings>)"
)
PREPARED = Path(__file__).parents[1] / "templat_bawaan" / "laporan.docx.j2"  # laporan.docx with its tags read already


@dataclass(frozen=True)
class Document:
    """A package without its main part, and that part with its daftar isi still open."""

    parts: Parts
    plan: Outline


def assemble(rekap: Rekap, bahan: Material, template: Parts | None = None) -> Document:
    """`template`: one that has been prepared; without it our own."""
    album = Album()
    context = fields(clean(rekap), clean(bahan), album)
    parts = word.fill(template or unpack(PREPARED.read_bytes()), context)
    plan = contents.outline(parts)
    parts.pop(_MAIN)
    return Document(add_pictures(parts, album.files), plan)


def for_office(dokumen: Document, pages: Sequence[str]) -> bytes:
    return pack({**dokumen.parts, _MAIN: contents.fill_for_office(dokumen.plan, pages)})


def finished(dokumen: Document, pages: Sequence[str] | None) -> bytes:
    """Past the gate. Without pages Word is asked to fill them."""
    parts = dokumen.parts
    if pages is None:
        parts = {**parts, "word/settings.xml": _updating(parts["word/settings.xml"])}
    plan = dokumen.plan
    docx = pack({**parts, _MAIN: contents.fill(plan, pages or ["…"] * len(plan.entries))})
    gate.check(docx)
    return docx


def _updating(settings: bytes) -> bytes:
    # Word then asks whether to refresh the fields, which fills the page numbers.
    return _AFTER.sub(b'<w:updateFields w:val="true"/>', settings, count=1)
