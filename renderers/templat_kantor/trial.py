"""A received template, judged: bytes in, a tidied file or faults out. It is a program: let only the workshop run it."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from renderers.figures import Rekap
from renderers.rekap import document
from renderers.templat_bawaan import srikandi
from renderers.templat_kantor import example
from renderers.templat_kantor.check import faults_of
from renderers.templat_kantor.expressions import Wrong, program
from renderers.templat_kantor.files import NOT_WORD, opened
from renderers.templat_kantor.stack import DEEPEST
from renderers.templat_kantor.tidy import tidied
from renderers.templat_kantor.vocabulary import vocabulary
from renderers.word import gate, word
from renderers.word.ooxml import Parts, pack, unpack

MOST_FAULTS = 10
_LARGEST = 20 * 2**20  # bytes that the main part of the filled sample may have
_ITEM = re.compile(r"[\w.]+\[\d+\]")


class Judged(NamedTuple):
    """`docx`: the tidied file, empty where there are `faults`, a sentence each; `letter`: it is a template of the
    covering letter, None where that cannot be seen."""

    docx: bytes
    faults: list[str]
    letter: bool | None = False


def judge(data: bytes) -> tuple[bytes, list[str]]:
    """The tidied .docx and no faults, or no bytes and one sentence for each fault."""
    return judged(data)[:2]


def judged(data: bytes) -> Judged:
    """The same, and of which document it is the template."""
    letter: bool | None = None
    try:
        parts = opened(data)
        letter = srikandi.is_letter(parts)
        parts = srikandi.joined(tidied(parts)) if letter else tidied(parts)
        faults = _faults(parts, letter) or list(_tried(parts, _read(parts), letter))
    except Wrong as problem:
        return Judged(b"", [f"{problem}."], letter)
    except etree.XMLSyntaxError:
        return Judged(b"", [f"{NOT_WORD}."], letter)
    except RecursionError:
        return Judged(b"", ["Templat memuat ungkapan yang terlalu dalam."], letter)
    return Judged(b"" if faults else pack(parts), faults, letter)


def _faults(parts: Parts, letter: bool) -> list[str]:
    if not letter:
        return faults_of(parts)
    return [*srikandi.faults(parts), *faults_of(srikandi.hidden(parts), letter=True)]


def _read(parts: Parts) -> Parts:
    """The template as it will be filled; Wrong where Jinja would run more than the checker has seen."""
    prepared = word.prepare(parts)
    for source in word.sources(prepared).values():
        program(source, vocabulary().parts or {}, DEEPEST)
    return prepared


def _tried(parts: Parts, prepared: Parts, letter: bool) -> Iterator[str]:
    """What appears when the template is filled with a full quarter, or else with an empty one: the first fault, for
    the same one would be told twice."""
    for rekap, when in ((example.FULL, "dengan data contoh"), (example.EMPTY, "untuk triwulan tanpa catatan")):
        if fault := _fault(parts, prepared, rekap, when, letter):
            yield fault
            return


def _fault(parts: Parts, prepared: Parts, rekap: Rekap, when: str, letter: bool) -> str:
    try:
        docx = _filled(prepared, rekap)
        if letter and (gone := srikandi.missing(unpack(docx))):
            return f"Isian SRIKANDI {srikandi.told(gone)} hilang {when}; keluarkan dari {{%p if … %}} atau perulangan."
    except word.BrokenTemplate as error:
        return f"Templat gagal diisi {when}: {_said(str(error), parts)}."
    except gate.Broken as error:
        return f"Templat menghasilkan dokumen yang rusak {when}{_where(str(error))}."
    except MemoryError:
        return "Templat menghasilkan dokumen yang terlalu besar."
    except (TypeError, ValueError, LookupError, ArithmeticError):
        # Python itself refuses some expressions, such as a text compared with a number.
        return f"Templat gagal diisi {when}: ada ungkapan yang membandingkan atau menghitung isian yang tidak sejenis."
    return ""


# What the gate names in its own words, and the part of the document that people would look at.
_LOOK_AT = {
    "row of": "; periksa jumlah kolom pada setiap baris tabel",
    "field": "; periksa bidang seperti daftar isi dan nomor halaman",
    "bookmark": "; periksa bookmark dan rujukan silang",
    "style": "; periksa gaya yang dihapus",
    "relationship": "; periksa gambar dan tautan",
    "content type": "; periksa gambar yang disisipkan",
}


def _where(faults: str) -> str:
    return next(
        (told for word_, told in _LOOK_AT.items() if word_ in faults), "; simpan ulang dengan Word, lalu coba lagi"
    )


def _filled(prepared: Parts, rekap: Rekap) -> bytes:
    written = document.assemble(rekap, example.material(rekap), prepared)
    if len(written.plan.xml) > _LARGEST:
        raise MemoryError
    return document.finished(written, ["1"] * len(written.plan.entries))


def _said(error: str, parts: Parts) -> str:
    """The sentence about a fault that only filling shows: Jinja does not name the list whose entry is missing, so it is
    found in the template."""
    if "has no element" in error:
        asked = _ITEM.search(parts["word/document.xml"].decode())
        name = asked[0] if asked else "butir"
        return f"{name} diminta padahal daftarnya kosong; lindungi dengan {{%p if {name.partition('[')[0]} %}}"
    near = error.partition("di sekitar: ")[2]
    return f"ada isian yang tidak dapat dibaca{f', di sekitar “{near}”' if near else ''}"
