"""A received template, judged in a process of its own that may neither take long nor grow large: bytes in, JSON out."""

import base64
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator

from lxml import etree

from renderers.figures import Rekap
from renderers.received import CheckedTemplate
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
CPU_SECONDS, BYTES = 20, 2**30
_SECONDS = 30
_LARGEST = 20 * 2**20  # bytes that the main part of the filled sample may have
_ITEM = re.compile(r"[\w.]+\[\d+\]")
_TOO_LONG = "Templat ini terlalu lama atau terlalu besar saat dicoba. Kurangi perulangan di dalamnya, lalu kirim lagi."


def receive(data: bytes, name: str, seconds: float = _SECONDS) -> CheckedTemplate:
    """The template judged by a process of its own, within `seconds`; never raises, the faults tell the reason.

    A template is a program, and this one came from outside.
    """
    # The same Python is started by its own path, and finds the packages that this process sees.
    command = [sys.executable, "-m", "renderers.templat_kantor.trial"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603  (a list, no shell, nothing from outside in it)
            command, input=data, env=env, capture_output=True, timeout=seconds, check=True
        )
        told = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return CheckedTemplate(name, faults=(_TOO_LONG,))
    return CheckedTemplate(name, told["docx"], tuple(told["faults"][:MOST_FAULTS]))


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
    """Jinja does not name the list whose entry is missing; the template does."""
    if "has no element" not in error:
        return error
    asked = _ITEM.search(parts["word/document.xml"].decode())
    name = asked[0] if asked else "butir"
    return f"{name} diminta padahal daftarnya kosong; lindungi dengan {{%p if {name.partition('[')[0]} %}}"


def _bounded() -> None:
    """Ends this process where it takes too much processor time or memory."""
    import resource  # noqa: PLC0415  (Windows has no such module, and only the trial needs it)

    for what, most in ((resource.RLIMIT_CPU, CPU_SECONDS), (resource.RLIMIT_AS, BYTES)):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    _bounded()
    tidy, wrong = judge(sys.stdin.buffer.read())
    json.dump({"docx": base64.b64encode(tidy).decode(), "faults": wrong}, sys.stdout)
