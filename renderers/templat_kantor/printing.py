"""Whether a tag prints something that can be printed, where it stands and as it is written."""

import re
from collections.abc import Iterator
from functools import cache

from renderers.templat_kantor.expressions import Names, Wrong, kind_of
from renderers.templat_kantor.stack import ANY
from renderers.templat_kantor.tags import Fault, Place, Tag
from renderers.templat_kantor.tidy import built_in

_FITS = {"gambar": "r", "tabel": "p"}  # the prefix of a tag that prints this kind; other kinds have no prefix


def printed(tag: Tag, names: Names, place: Place) -> Iterator[Fault]:
    try:
        found = kind_of(tag.inside, names, tag.text)
    except Wrong as problem:
        yield Fault(str(problem), place, follows=problem.name in _loops())
        return
    fit, right = _FITS.get(found.what, ""), tag.inside
    if found is ANY:
        return
    if found.what in {"daftar", "kumpulan", "ya/tidak"}:
        how = {
            "daftar": f"ulangi dengan {{%p for x in {right} %}}",
            "kumpulan": "sebutkan bagiannya",
            "ya/tidak": f"pakai dalam {{%p if {right} %}}",
        }[found.what]
        yield Fault(f"“{right}” adalah {found.what} dan tidak dapat dicetak; {how}", place)
    elif fit != tag.prefix:
        yield Fault(f"“{right}” adalah {found.what}; tulis {{{{{fit} {right} }}}}, bukan {tag.text}", place)
    elif fit and place.part:
        yield Fault(f"{tag.text} hanya dapat diletakkan di badan dokumen", place)


@cache
def _loops() -> frozenset[str]:
    """Names that the loops of our own template make: they are unknown where staff have broken such a loop."""
    return frozenset({"loop", *re.findall(r"for (\w+) in", built_in()["word/document.xml"].decode())})
