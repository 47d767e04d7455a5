"""A received template, judged in a process of its own that may neither take long nor grow large: bytes in, JSON out."""

import base64
import json
import os
import re
import subprocess
import sys
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from renderers.figures import Rekap
from renderers.rekap import dokumen
from renderers.templat_kantor import contoh
from renderers.templat_kantor.berkas import BUKAN, buka
from renderers.templat_kantor.periksa import cacat
from renderers.templat_kantor.rapi import rapi
from renderers.templat_kantor.ungkapan import Salah
from renderers.word import gate, word
from renderers.word.ooxml import Parts, pack

TERBANYAK = 10
_DETIK = 30
_LAMA = "Templat ini terlalu lama atau terlalu besar saat dicoba. Kurangi perulangan di dalamnya, lalu kirim lagi."


@dataclass(frozen=True)
class Berkas:
    """`isi` is the tidy file in base64; empty where `salah` says what is wrong."""

    nama: str
    isi: str = ""
    salah: tuple[str, ...] = ()

    @property
    def docx(self) -> bytes:
        return b64decode(self.isi)


def terima(data: bytes, nama: str, seconds: float = _DETIK) -> Berkas:
    """Judged by a process of its own: a template is a program, and this one came from outside."""
    # The program itself is asked, by its own path, with the packages that this process sees.
    command = [sys.executable, "-m", "renderers.templat_kantor.coba"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603  (a list, no shell, nothing from outside in it)
            command, input=data, env=env, capture_output=True, timeout=seconds, check=True
        )
        told = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return Berkas(nama, salah=(_LAMA,))
    return Berkas(nama, told["isi"], tuple(told["salah"][:TERBANYAK]))


DETIK, BYTES = 20, 2**30
_TERBESAR = 20 * 2**20  # what the sample may become
_BUTIR = re.compile(r"[\w.]+\[\d+\]")


def periksa(data: bytes) -> tuple[bytes, list[str]]:
    """The tidy template, or what is wrong with it."""
    try:
        parts = rapi(buka(data))
        faults = cacat(parts) or list(dict.fromkeys(_tried(parts)))
    except Salah as problem:
        return b"", [f"{problem}."]
    except etree.XMLSyntaxError:
        return b"", [f"{BUKAN}."]
    except RecursionError:
        return b"", ["Templat memuat ungkapan yang terlalu dalam."]
    return (b"", faults) if faults else (pack(parts), [])


def _tried(parts: Parts) -> Iterator[str]:
    """Filled with a full quarter and with an empty one."""
    prepared = word.prepare(parts)
    for rekap, when in ((contoh.CONTOH, "dengan data contoh"), (contoh.KOSONG, "untuk triwulan tanpa catatan")):
        try:
            _filled(prepared, rekap)
        except word.BrokenTemplate as error:
            yield f"Templat gagal diisi {when}: {_said(str(error), parts)}."
        except gate.Broken as error:
            yield f"Templat menghasilkan dokumen yang rusak {when} ({str(error).partition(';')[0]})."
        except MemoryError:
            yield "Templat menghasilkan dokumen yang terlalu besar."
        except (TypeError, ValueError, LookupError, ArithmeticError) as error:
            # What Python itself says inside of an expression, as of a text compared with a number.
            yield f"Templat gagal diisi {when}: {error}."


def _filled(prepared: Parts, rekap: Rekap) -> None:
    written = dokumen.susun(rekap, contoh.bahan(rekap), prepared)
    if len(written.plan.xml) > _TERBESAR:
        raise MemoryError
    dokumen.finished(written, ["1"] * len(written.plan.entries))


def _said(error: str, parts: Parts) -> str:
    if "has no element" not in error:
        return error
    asked = _BUTIR.search(parts["word/document.xml"].decode())
    name = asked[0] if asked else "butir"
    return f"{name} diminta padahal daftarnya kosong; lindungi dengan {{%p if {name.partition('[')[0]} %}}"


def _bounded() -> None:
    import resource  # noqa: PLC0415  (only this process needs it, and only where there is such a thing)

    for what, most in ((resource.RLIMIT_CPU, DETIK), (resource.RLIMIT_AS, BYTES)):
        resource.setrlimit(what, (most, most))


if __name__ == "__main__":
    _bounded()
    tidy, wrong = periksa(sys.stdin.buffer.read())
    json.dump({"isi": base64.b64encode(tidy).decode(), "salah": wrong}, sys.stdout)
