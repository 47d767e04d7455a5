"""The placeholders of a letter that SRIKANDI fills once it is numbered and signed: until then they stay as they are."""

import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from itertools import accumulate

from lxml import etree

from renderers.indonesian import daftar
from renderers.word.allowed import ALLOWED, filled
from renderers.word.model.fields import fields
from renderers.word.model.package import written
from renderers.word.ooxml import MAIN, Parts, W

NAMES = {
    "nomor_naskah": "nomor surat",
    "tanggal_naskah": "tanggal surat",
    "ttd_pengirim": "tanda tangan elektronik",
    "nama_pengirim": "nama penanda tangan",
    "jabatan_pengirim": "jabatan penanda tangan",
    "nip_pengirim": "NIP penanda tangan",
    "sifat": "sifat surat",
    "hal": "hal surat",
}
NEEDED = ("nomor_naskah", "tanggal_naskah", "ttd_pengirim")
"""The placeholders without which a letter cannot be numbered, dated or signed."""

_PLACEHOLDER = re.compile(r"\$\{(\w+)\}")
# So people type them too; two braces begin a tag of ours.
_BRACED = re.compile(r"(?<!\{)\$?\s*\{\s*(\w+)\s*\}(?!\})")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def names(parts: Parts) -> set[str]:
    """The names of all placeholders in the text of a document."""
    return {name for text in _texts(parts) for name in _PLACEHOLDER.findall(text)}


def is_letter(parts: Parts) -> bool:
    """Whether a template is that of a letter: it has placeholders, and no daftar isi as a report has."""
    return bool(names(parts)) and not any(one.name == "TOC" for one in fields(etree.fromstring(parts[MAIN])))


def joined(parts: Parts) -> Parts:
    """The document with each placeholder in a single run, in whose text alone SRIKANDI looks for it."""
    roots = _roots(parts)
    for root in roots.values():
        for texts in _paragraphs(root):
            _join(texts)
    return {**parts, **{name: written(root) for name, root in roots.items()}}


def hidden(parts: Parts) -> Parts:
    """The document with its placeholders as plain words, for a checker that takes each brace for a tag."""
    roots = _roots(parts)
    for root in roots.values():
        for text in root.iter(f"{W}t"):
            text.text = _BRACED.sub(lambda found: found[0] if _is_tag(found) else found[1], text.text or "")
    return {**parts, **{name: written(root) for name, root in roots.items()}}


def _is_tag(found: re.Match[str]) -> bool:
    """Whether the checker of tags is to judge it."""
    return not _PLACEHOLDER.fullmatch(found[0]) and not _meant(found[1])


def faults(parts: Parts) -> Iterator[str]:
    """A sentence for each placeholder that SRIKANDI would not find; `parts`: a document whose placeholders are
    joined."""
    found = [one for text in _texts(parts) for one in _BRACED.finditer(text)]
    nearly = {one[0].strip(): meant for one in found if (meant := _meant(one[1]))}
    wrong = {typed: meant for typed, meant in nearly.items() if typed != f"${{{meant}}}"}
    yield from (f"“{typed}” tidak dikenal SRIKANDI; tulis ${{{meant}}}." for typed, meant in wrong.items())
    if gone := missing(parts) - set(wrong.values()):
        yield f"Isian SRIKANDI {told(gone)} tidak ada; salin dari templat surat bawaan."


def missing(parts: Parts) -> set[str]:
    """The needed placeholders that are not there."""
    return set(NEEDED) - names(parts)


def told(named: Collection[str]) -> str:
    """Placeholders as a sentence tells them, in the order of the letter."""
    return daftar([f"${{{name}}}" for name in NAMES if name in named])


def _meant(name: str) -> str:
    return next(iter(get_close_matches(name.casefold(), NAMES, n=1, cutoff=0.8)), "")


def _roots(parts: Parts) -> dict[str, etree._Element]:
    return {name: etree.fromstring(parts[name]) for name, kind in filled(parts).items() if ALLOWED[kind].text}


def _texts(parts: Parts) -> Iterator[str]:
    for root in _roots(parts).values():
        for found in _paragraphs(root):
            yield "".join(t.text or "" for t in found)


def _paragraphs(root: etree._Element) -> Iterator[list[etree._Element]]:
    """The texts of each paragraph; what stands in a text box inside of it has a paragraph of its own."""
    for paragraph in root.iter(f"{W}p"):
        yield [t for t in paragraph.iter(f"{W}t") if next(t.iterancestors(f"{W}p")) is paragraph]


def _join(texts: list[etree._Element]) -> None:
    whole = "".join(t.text or "" for t in texts)
    ends = list(accumulate(len(t.text or "") for t in texts))
    for found in reversed(list(_PLACEHOLDER.finditer(whole))):
        first, last = (next(n for n, end in enumerate(ends) if end > at) for at in (found.start(), found.end() - 1))
        if first == last:
            continue
        before = (texts[first].text or "")[: found.start() - (ends[first - 1] if first else 0)]
        after = (texts[last].text or "")[found.end() - ends[last - 1] :]
        for n in range(first, last + 1):
            texts[n].text = {first: before + found[0], last: after}.get(n) or None
            texts[n].set(_SPACE, "preserve")
