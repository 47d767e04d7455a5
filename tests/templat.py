"""A Word file as somebody in a transcript sends it: the built-in template with one change, judged as on arrival."""

from base64 import b64encode
from functools import cache

from renderers.received import CheckedTemplate
from renderers.templat_bawaan import build
from renderers.templat_kantor.trial import judge
from renderers.word.ooxml import pack


@cache
def word_file(nama: str, old: str = "", new: str = "") -> CheckedTemplate:
    parts = build.parts()
    text = parts["word/document.xml"].decode()
    assert old in text, old
    tidy, wrong = judge(pack({**parts, "word/document.xml": text.replace(old, new, 1).encode()}))
    return CheckedTemplate(nama, b64encode(tidy).decode(), tuple(wrong))
