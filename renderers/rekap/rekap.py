"""The periodic report: figures in, a Word document with a right daftar isi and its PDF out."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from renderers.clean import clean
from renderers.figures import Kolase, Rekap
from renderers.kolase import kolase
from renderers.photo.emblem import logo
from renderers.rekap import charts, document, dokumentasi
from renderers.rekap.document import Document
from renderers.rekap.pictures import Card, Material, Sheet
from renderers.word import contents, office, word
from renderers.word.ooxml import unpack

log = logging.getLogger(__name__)

TEMPLATE = Path(__file__).parents[1] / "templat_bawaan" / "laporan.docx"
_REFRESH = "Di Word, nomor halaman daftar isi dapat disegarkan dengan klik kanan, lalu Perbarui Bidang."
_OURS = "Templat kantor tidak dapat diisi dengan data periode ini, jadi laporan memakai templat bawaan. "
_WITHOUT = (
    f"nomor halaman daftar isi masih “…” dan diisi Word saat berkas dibuka (jawab Ya), sedangkan {office.NO_PDF}."
)

Step = Callable[[str], None]
"""Hears what is being done: "kolase 5/13", "dokumen", "halaman"."""


@dataclass(frozen=True)
class Report:
    """`catatan`: one sentence for the person who asked for the report."""

    docx: bytes
    pdf: bytes | None
    catatan: str


def unheard(_what: str) -> None: ...


def draw(rekap: Rekap, folder: Path, step: Step = unheard, template: bytes | None = None) -> Report:
    """`template`: the office's own Word file, checked when it came; without it ours."""
    sheets: list[Sheet] = []
    for n, k in enumerate(rekap.kolase, 1):
        step(f"kolase {n}/{len(rekap.kolase)}")
        sheets += sheets_of(k, kolase.draw(k, folder))
    kartu = dokumentasi.prepare(rekap.kegiatan, folder)
    return compose(rekap, sheets, logo(folder, rekap.satker.logo), office.program(), step, kartu, template)


def sheets_of(k: Kolase, sheets: Sequence[bytes]) -> list[Sheet]:
    when = f"{k.pekan} ({k.rentang})" if k.rentang else k.pekan
    many = [f", lembar {n} dari {len(sheets)}" if len(sheets) > 1 else "" for n in range(1, len(sheets) + 1)]
    return [Sheet(sheet, f"{k.judul} {when}{part}") for sheet, part in zip(sheets, many, strict=True)]


def compose(
    rekap: Rekap,
    sheets: Sequence[Sheet],
    emblem: bytes,
    soffice: str | None,
    step: Step = unheard,
    kartu: Sequence[Card] = (),
    template: bytes | None = None,
) -> Report:
    step("dokumen")
    diagram = charts.diagrams(clean(rekap))
    written, note = _assembled(rekap, Material(emblem, tuple(sheets), tuple(kartu), diagram), template)
    if soffice is None:
        return Report(document.finished(written, None), None, f"{note}LibreOffice tidak terpasang: {_WITHOUT}")
    step("halaman")
    try:
        pdf, pages = _print(written, soffice)
    except office.NoPdf as problem:
        return Report(document.finished(written, None), None, f"{note}{problem}: {_WITHOUT}")
    return Report(document.finished(written, pages), pdf, note + _REFRESH)


def _assembled(rekap: Rekap, bahan: Material, template: bytes | None) -> tuple[Document, str]:
    """A report must come: where its own template cannot take these figures, ours does, and that is said."""
    if template is not None:
        try:
            written = document.assemble(rekap, bahan, word.prepare(unpack(template)))
            document.finished(written, None)
        except Exception:
            # Whatever the template of an office does with its figures, the office gets its report.
            log.exception("own template cannot be filled")
        else:
            return written, ""
    return document.assemble(rekap, bahan), _OURS if template else ""


def _print(written: Document, soffice: str) -> tuple[bytes, list[str]]:
    """The PDF and the page of every heading. A second pass only where the front matter is longer than guessed."""
    plan = written.plan
    guessed = contents.guess(plan)
    for _ in range(3):
        pdf = office.pdf(document.for_office(written, guessed), soffice)
        pages = contents.pages(plan, pdf)
        if all(a == b for a, b, entry in zip(guessed, pages, plan.entries, strict=True) if entry.roman):
            break
        guessed = pages
    return pdf, pages
