"""The periodic report: from figures a Word document whose daftar isi has its page numbers, and a PDF of it."""

from collections.abc import Sequence
from pathlib import Path

from renderers.clean import clean
from renderers.figures import Kolase, Rekap
from renderers.kolase import kolase
from renderers.photo.emblem import logo
from renderers.rekap import charts, document, surat
from renderers.rekap.document import Document, fault_of
from renderers.rekap.kept import FORM, NONE, SCALE, Kept
from renderers.rekap.kolase import shown, shown_in
from renderers.rekap.photos.cards import prepare
from renderers.rekap.pictures import Card, Material, Sheet
from renderers.report import DOCUMENT, PAGES, PASSES, Print, Report, Step, unheard
from renderers.word import contents, office, word
from renderers.word.ooxml import Parts, unpack

TEMPLATE = Path(__file__).parents[1] / "templat_bawaan" / "laporan.docx"
REFRESH = "Di Word, nomor halaman daftar isi dapat disegarkan dengan klik kanan, lalu Perbarui Bidang."
OURS = "Templat kantor tidak dapat diisi dengan data periode ini, jadi laporan memakai templat bawaan. "
_WITHOUT = (
    f"nomor halaman daftar isi masih “…” dan diisi Word saat berkas dibuka (jawab Ya), sedangkan {office.NO_PDF}."
)


def draw(
    rekap: Rekap,
    folder: Path,
    step: Step = unheard,
    template: bytes | None = None,
    printed: Print | None = None,
    *,
    annex: bool = False,
    kept: Kept = NONE,
) -> Report:
    """The report; `folder` has photos and logo; `template`: the office's own .docx, checked when it came, else ours;
    `annex`: without its letter; `kept`: sheets that were drawn before.

    Raises MemoryError where a template takes too much of it.
    """
    sheets, seen = list[Sheet](), set[str]()
    for n, k in enumerate(rekap.kolase, 1):
        drawn = kept.read(folder, n - 1)
        if drawn:
            seen |= shown_in(k)
        else:
            step(f"kolase {n}/{len(rekap.kolase)}")
            drawn = kept.given(n - 1) or kolase.draw(k, folder, FORM, SCALE)
            kept.drawn(n - 1, drawn)
        sheets += sheets_of(k, drawn)
    cards = prepare(rekap.kegiatan, folder, shown(rekap), frozenset(seen))
    return compose(rekap, sheets, logo(folder, rekap.satker.logo), printed, step, cards, template, annex=annex)


def sheets_of(k: Kolase, sheets: Sequence[bytes]) -> list[Sheet]:
    """The sheets of a kolase with their captions."""
    many = [f", lembar {n} dari {len(sheets)}" if len(sheets) > 1 else "" for n in range(1, len(sheets) + 1)]
    return [Sheet(sheet, f"{k.judul} {k.kapan}{part}") for sheet, part in zip(sheets, many, strict=True)]


def compose(
    rekap: Rekap,
    sheets: Sequence[Sheet],
    emblem: bytes,
    printed: Print | None,
    step: Step = unheard,
    cards: Sequence[Card] = (),
    template: bytes | None = None,
    *,
    annex: bool = False,
) -> Report:
    """The report of drawn sheets and prepared cards; `printed`: None where there is no LibreOffice."""
    step(DOCUMENT)
    drawn = charts.diagrams(clean(rekap))
    material = Material(emblem, tuple(sheets), tuple(cards), drawn, annex)
    written, note, fault = _assembled(rekap, material, template)
    if printed is None:
        return Report(document.finished(written, None), None, f"{note}LibreOffice tidak terpasang: {_WITHOUT}", fault)
    step(PAGES)
    try:
        pdf, pages = _print(written, printed)
    except office.NoPdf as problem:
        return Report(document.finished(written, None), None, f"{note}{problem}: {_WITHOUT}", fault)
    return Report(document.finished(written, pages), pdf, note + REFRESH, fault)


def _assembled(rekap: Rekap, material: Material, template: bytes | None) -> tuple[Document, str, str]:
    """The document, a remark on it, and the fault for which the office's own template could not be filled, so that ours
    was taken."""
    fault = ""
    if template is not None:
        try:
            parts, note = _for(material, unpack(template))
            written = document.assemble(rekap, material, word.prepare(parts))
            document.finished(written, None)
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001  (told with the report)
            # An office gets its report, whatever its own template makes of the figures.
            fault = fault_of(error)
        else:
            return written, note, ""
    ours = word.prepare(_for(material, unpack(TEMPLATE.read_bytes()))[0]) if material.annex else None
    return document.assemble(rekap, material, ours), OURS if fault else "", fault


def _for(material: Material, template: Parts) -> tuple[Parts, str]:
    return surat.without(template) if material.annex else (template, "")


def _print(written: Document, printed: Print) -> tuple[bytes, list[str]]:
    """The PDF and the page of every heading; printed again only where the front matter is longer than was guessed."""
    plan = written.plan
    guessed = contents.guess(plan)
    for _ in range(PASSES):
        pdf = printed(document.for_office(written, guessed))
        pages = contents.pages(plan, pdf)
        if all(a == b for a, b, entry in zip(guessed, pages, plan.entries, strict=True) if not entry.counted):
            break
        guessed = pages
    return pdf, pages
