"""The periodic report: figures in, a Word document with a right daftar isi and its PDF out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from renderers import contents, dokumentasi, gate, kolase, office, word
from renderers.clean import clean
from renderers.dokumentasi import Kartu
from renderers.fields import Lembar, fields
from renderers.figures import Kolase, Rekap
from renderers.package import Parts, add_pictures, pack, unpack
from renderers.pictures import Album, logo

TEMPLATE = Path(__file__).parent / "templates" / "laporan.docx"
_SEGARKAN = "Di Word, nomor halaman daftar isi dapat disegarkan dengan klik kanan, lalu Perbarui Bidang."
_TANPA = "nomor halaman daftar isi masih “…” dan diisi Word saat berkas dibuka (jawab Ya), sedangkan PDF tidak dibuat."

Step = Callable[[str], None]
"""Hears what is being done: "kolase 5/13", "dokumen", "halaman"."""


@dataclass(frozen=True)
class Laporan:
    """`catatan`: one sentence for the person who asked for the report."""

    docx: bytes
    pdf: bytes | None
    catatan: str


def unheard(_what: str) -> None: ...


def draw(rekap: Rekap, folder: Path, step: Step = unheard) -> Laporan:
    sheets: list[Lembar] = []
    for n, k in enumerate(rekap.kolase, 1):
        step(f"kolase {n}/{len(rekap.kolase)}")
        sheets += lembaran(k, kolase.draw(k, folder))
    kartu = dokumentasi.prepare(rekap.kegiatan, folder)
    return compose(rekap, sheets, logo(folder, rekap.satker.logo), office.program(), step, kartu)


def lembaran(k: Kolase, sheets: Sequence[bytes]) -> list[Lembar]:
    when = f"{k.pekan} ({k.rentang})" if k.rentang else k.pekan
    many = [f", lembar {n} dari {len(sheets)}" if len(sheets) > 1 else "" for n in range(1, len(sheets) + 1)]
    return [Lembar(sheet, f"{k.judul} {when}{part}") for sheet, part in zip(sheets, many, strict=True)]


def compose(
    rekap: Rekap,
    sheets: Sequence[Lembar],
    emblem: bytes,
    soffice: str | None,
    step: Step = unheard,
    kartu: Sequence[Kartu] = (),
) -> Laporan:
    step("dokumen")
    album = Album()
    filled = fields(clean(rekap), clean(tuple(sheets)), emblem, album, clean(tuple(kartu)))
    parts = word.render(unpack(TEMPLATE.read_bytes()), filled)
    plan = contents.outline(parts)
    parts = add_pictures(parts, album.files)
    if soffice is None:
        return Laporan(_finished(parts, plan, None), None, f"LibreOffice tidak terpasang: {_TANPA}")
    step("halaman")
    try:
        pdf, pages = _print(parts, plan, soffice)
    except office.NoPdf as problem:
        return Laporan(_finished(parts, plan, None), None, f"{problem}: {_TANPA}")
    return Laporan(_finished(parts, plan, pages), pdf, _SEGARKAN)


def _print(parts: Parts, plan: contents.Outline, soffice: str) -> tuple[bytes, list[str]]:
    """The PDF and the page of every heading. A second pass only where the front matter is longer than guessed."""
    guessed = contents.guess(plan)
    for _ in range(3):
        pdf = office.pdf(_package(parts, contents.fill_for_office(plan, guessed)), soffice)
        pages = contents.pages(plan, pdf)
        if all(a == b for a, b, entry in zip(guessed, pages, plan.entries, strict=True) if entry.roman):
            break
        guessed = pages
    return pdf, pages


def _finished(parts: Parts, plan: contents.Outline, pages: Sequence[str] | None) -> bytes:
    if pages is None:
        parts = {**parts, "word/settings.xml": _updating(parts["word/settings.xml"])}
    docx = _package(parts, contents.fill(plan, pages or ["…"] * len(plan.entries)))
    gate.check(docx)
    return docx


def _package(parts: Parts, document: bytes) -> bytes:
    return pack({**parts, "word/document.xml": document})


def _updating(settings: bytes) -> bytes:
    # Word then asks whether to refresh the fields, which fills the page numbers.
    return settings.replace(b"<w:defaultTabStop", b'<w:updateFields w:val="true"/><w:defaultTabStop')
