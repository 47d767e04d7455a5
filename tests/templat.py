"""A Word file as somebody in a transcript sends it: a built-in template with one change, judged as on arrival."""

from base64 import b64encode
from functools import cache

from renderers.received import CheckedTemplate
from renderers.templat_bawaan import build
from renderers.templat_kantor.lost import lost
from renderers.templat_kantor.trial import judged
from renderers.word.ooxml import Parts, pack


@cache
def word_file(nama: str, old: str = "", new: str = "") -> CheckedTemplate:
    return _file(build.parts(), nama, old, new)


@cache
def letter_file(nama: str, old: str = "", new: str = "") -> CheckedTemplate:
    return _file(build.letter(), nama, old, new)


def _file(parts: Parts, nama: str, old: str, new: str) -> CheckedTemplate:
    text = parts["word/document.xml"].decode()
    assert old in text, old
    sent = pack({**parts, "word/document.xml": text.replace(old, new, 1).encode()})
    tidy, wrong, letter = judged(sent)
    gone = tuple(lost(sent, tidy)) if tidy and not letter else ()
    return CheckedTemplate(nama, b64encode(tidy).decode(), tuple(wrong), gone, letter)
