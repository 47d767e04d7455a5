"""Rules about the language of talk: what the editor could not put in written words by itself."""

from collections.abc import Iterator

from handlers.catatan.gazetteer import KINDS
from handlers.periksa.material import Gap, Material, Wording, wordings_of_period, wordings_of_records
from handlers.reading.editor.unsure import talk
from handlers.reading.text import shortened
from renderers import indonesian

MOST, LONGEST = 3, 60


def spoken(material: Material) -> Iterator[Gap]:
    for one in (*wordings_of_records(material), *wordings_of_period(material)):
        if found := list(talk(one.text, KINDS)):
            yield _gap(one, found)


def _gap(one: Wording, found: list[tuple[str, str]]) -> Gap:
    shown = [f"“{shortened(word, LONGEST)}”{f' ({means})' if means else ''}" for word, means in found[:MOST]]
    more = [f"{len(found) - MOST} lainnya"] if len(found) > MOST else []
    return Gap(f"Bahasa percakapan pada {one.source}: {indonesian.daftar([*shown, *more])}.", one.label, one.door)


RULES = (spoken,)
