"""A received template, judged: bytes in, a tidied file or faults out. It is a program: let only the workshop run it."""

import re
from collections.abc import Iterator

from lxml import etree

from renderers.figures import Rekap
from renderers.rekap import document
from renderers.templat_kantor import example
from renderers.templat_kantor.check import faults_of
from renderers.templat_kantor.expressions import Wrong, program
from renderers.templat_kantor.files import NOT_WORD, opened
from renderers.templat_kantor.stack import DEEPEST
from renderers.templat_kantor.tidy import tidied
from renderers.templat_kantor.vocabulary import vocabulary
from renderers.word import gate, word
from renderers.word.ooxml import Parts, pack

MOST_FAULTS = 10
_LARGEST = 20 * 2**20  # bytes that the main part of the filled sample may have
_ITEM = re.compile(r"[\w.]+\[\d+\]")


def judge(data: bytes) -> tuple[bytes, list[str]]:
    """The tidied .docx and no faults, or no bytes and one sentence for each fault."""
    try:
        parts = tidied(opened(data))
        faults = faults_of(parts) or list(dict.fromkeys(_tried(parts, _read(parts))))
    except Wrong as problem:
        return b"", [f"{problem}."]
    except etree.XMLSyntaxError:
        return b"", [f"{NOT_WORD}."]
    except RecursionError:
        return b"", ["Templat memuat ungkapan yang terlalu dalam."]
    return (b"", faults) if faults else (pack(parts), [])


def _read(parts: Parts) -> Parts:
    """The template as it will be filled; Wrong where Jinja would run more than the checker has seen."""
    prepared = word.prepare(parts)
    for source in word.sources(prepared).values():
        program(source, vocabulary().parts or {}, DEEPEST)
    return prepared


def _tried(parts: Parts, prepared: Parts) -> Iterator[str]:
    """The faults that appear when the template is filled with a full quarter, then with an empty one."""
    for rekap, when in ((example.FULL, "dengan data contoh"), (example.EMPTY, "untuk triwulan tanpa catatan")):
        try:
            _filled(prepared, rekap)
        except word.BrokenTemplate as error:
            yield f"Templat gagal diisi {when}: {_said(str(error), parts)}."
        except gate.Broken as error:
            yield f"Templat menghasilkan dokumen yang rusak {when} ({str(error).partition(';')[0]})."
        except MemoryError:
            yield "Templat menghasilkan dokumen yang terlalu besar."
        except (TypeError, ValueError, LookupError, ArithmeticError) as error:
            # Python itself refuses some expressions, such as a text compared with a number.
            yield f"Templat gagal diisi {when}: {error}."


def _filled(prepared: Parts, rekap: Rekap) -> None:
    written = document.assemble(rekap, example.material(rekap), prepared)
    if len(written.plan.xml) > _LARGEST:
        raise MemoryError
    document.finished(written, ["1"] * len(written.plan.entries))


def _said(error: str, parts: Parts) -> str:
    """The sentence about an empty list: Jinja does not name the list whose entry is missing, so it is found in the
    template."""
    if "has no element" not in error:
        return error
    asked = _ITEM.search(parts["word/document.xml"].decode())
    name = asked[0] if asked else "butir"
    return f"{name} diminta padahal daftarnya kosong; lindungi dengan {{%p if {name.partition('[')[0]} %}}"
