"""Whether what a tag prints can be printed there, and in that way."""

import re
from collections.abc import Iterator
from functools import cache

from renderers.templat_kantor.rapi import bawaan
from renderers.templat_kantor.tanda import Cacat, Tanda, Tempat
from renderers.templat_kantor.tumpukan import BEBAS
from renderers.templat_kantor.ungkapan import Names, Salah, jenis

_FITS = {"gambar": "r", "tabel": "p"}


def cetak(tag: Tanda, names: Names, place: Tempat) -> Iterator[Cacat]:
    try:
        found = jenis(tag.isi, names, tag.teks)
    except Salah as problem:
        yield Cacat(str(problem), place, akibat=problem.nama in _loops())
        return
    fit, right = _FITS.get(found.apa, ""), tag.isi
    if found is BEBAS:
        return
    if found.apa in {"daftar", "kumpulan", "ya/tidak"}:
        how = {
            "daftar": f"ulangi dengan {{%p for x in {right} %}}",
            "kumpulan": "sebutkan bagiannya",
            "ya/tidak": f"pakai dalam {{%p if {right} %}}",
        }[found.apa]
        yield Cacat(f"“{right}” adalah {found.apa} dan tidak dapat dicetak; {how}", place)
    elif fit != tag.awalan:
        yield Cacat(f"“{right}” adalah {found.apa}; tulis {{{{{fit} {right} }}}}, bukan {tag.teks}", place)
    elif fit and place.bagian:
        yield Cacat(f"{tag.teks} hanya dapat diletakkan di badan dokumen", place)


@cache
def _loops() -> frozenset[str]:
    """Names that only live inside of the loops of our own template: unknown where such a loop is broken."""
    return frozenset({"loop", *re.findall(r"for (\w+) in", bawaan()["word/document.xml"].decode())})
