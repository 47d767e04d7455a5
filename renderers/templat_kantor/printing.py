"""Whether what a tag prints can be printed there, and in that way."""

import re
from collections.abc import Iterator
from functools import cache

from renderers.templat_kantor.expressions import Names, Wrong, kind_of
from renderers.templat_kantor.stack import ANY
from renderers.templat_kantor.tags import Fault, Place, Tag
from renderers.templat_kantor.tidy import built_in

_FITS = {"gambar": "r", "tabel": "p"}


def printed(tag: Tag, names: Names, place: Place) -> Iterator[Fault]:
    try:
        found = kind_of(tag.isi, names, tag.teks)
    except Wrong as problem:
        yield Fault(str(problem), place, akibat=problem.nama in _loops())
        return
    fit, right = _FITS.get(found.apa, ""), tag.isi
    if found is ANY:
        return
    if found.apa in {"daftar", "kumpulan", "ya/tidak"}:
        how = {
            "daftar": f"ulangi dengan {{%p for x in {right} %}}",
            "kumpulan": "sebutkan bagiannya",
            "ya/tidak": f"pakai dalam {{%p if {right} %}}",
        }[found.apa]
        yield Fault(f"“{right}” adalah {found.apa} dan tidak dapat dicetak; {how}", place)
    elif fit != tag.awalan:
        yield Fault(f"“{right}” adalah {found.apa}; tulis {{{{{fit} {right} }}}}, bukan {tag.teks}", place)
    elif fit and place.bagian:
        yield Fault(f"{tag.teks} hanya dapat diletakkan di badan dokumen", place)


@cache
def _loops() -> frozenset[str]:
    """Names that only live inside of the loops of our own template: unknown where such a loop is broken."""
    return frozenset({"loop", *re.findall(r"for (\w+) in", built_in()["word/document.xml"].decode())})
