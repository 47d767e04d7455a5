"""What a template has lost against the built-in one, told as warnings: it is taken all the same."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lxml import etree

from renderers.indonesian import daftar
from renderers.templat_kantor.files import opened
from renderers.templat_kantor.tidy import built_in
from renderers.word.allowed import kinds
from renderers.word.model.fields import Toc, fields, switches, toc
from renderers.word.model.styles import Styles
from renderers.word.ooxml import MAIN, Parts, W, unpack

_NUMBERED = re.compile(r"(?:Tabel|Gambar) \d+\b")
_MANY = 0.5  # the share of our styles that must be gone before anything is said of them
_NAMED = 3  # at most so many examples in a sentence
_NAMES = {"Heading1": "Heading 1", "Heading2": "Heading 2", "JudulDepan": "Judul Depan"}
_NAMES |= {"JudulLampiran": "Judul Lampiran"}


class _Read(NamedTuple):
    """A template as the warnings look at it: its styles, its daftar isi, and the texts of its paragraphs."""

    styles: Styles
    toc: Toc
    paragraphs: tuple[tuple[str, etree._Element], ...]

    def titles(self) -> dict[str, str]:
        """The texts of the daftar isi with the styles of their paragraphs."""
        listed = ((text, one) for text, one in self.paragraphs if text and self.toc.level_of(one, self.styles))
        return {text: self.styles.of(one) for text, one in listed}

    def marks(self) -> list[str]:
        """The texts of the TC fields that the daftar isi lists."""
        codes = (one.code for _, place in self.paragraphs for one in fields(place) if one.name == "TC")
        return [switches(code)[0] for code in codes if self.toc.marks(code)]

    def used(self) -> set[str]:
        return {self.styles.of(one) for _, one in self.paragraphs}


def lost(sent: bytes, tidy: bytes) -> list[str]:
    """A sentence for each loss of a template; `sent`: the file that came, `tidy`: what the trial has made of it."""
    found, ours = _read(unpack(tidy)), _ours()
    told = [*_titles(found, ours), *_marks(found, ours), *_captions(found), *_styles(found, ours)]
    if "core-properties" not in kinds(opened(sent)).values():
        told.append(
            "Properti berkas (judul, subjek, kata kunci) hilang dan diambil dari templat bawaan; "
            "tidak ada yang perlu diperbaiki."
        )
    return told


@cache
def _ours() -> _Read:
    return _read(built_in())


def _read(parts: Parts) -> _Read:
    root = etree.fromstring(parts[MAIN])
    codes = (one.code for one in fields(root) if one.name == "TOC")
    lists = [found for found in map(toc, codes) if not found.label]
    texts = ((" ".join("".join(t.text or "" for t in p.iter(f"{W}t")).split()), p) for p in root.iter(f"{W}p"))
    return _Read(Styles(parts), lists[0] if lists else toc("TOC"), tuple(texts))


def _titles(found: _Read, ours: _Read) -> Iterator[str]:
    """Titles that the daftar isi no longer has: for their style, or for what the field says."""
    listed, there = found.titles(), defaultdict[str, set[str]](set)
    for text, one in found.paragraphs:
        there[text].add(found.styles.of(one))
    gone = {text: style for text, style in ours.titles().items() if text in there and text not in listed}
    for style in sorted(set(gone.values())):
        if bare := [text for text, named in gone.items() if named == style and style not in there[text]]:
            yield (
                f"{_quoted(bare)} kehilangan gaya judulnya, jadi tidak ada di daftar isi; beri gaya "
                f"“{_NAMES.get(style, style)}” di Word."
            )
    # A daftar isi of fewer levels is a choice.
    whole = [text for text, style in gone.items() if style in there[text] and ours.styles.outline(style) == 1]
    if whole:
        yield (
            f"Daftar isi tidak lagi memuat {_quoted(whole)}; di Word klik kanan daftar isi, pilih Edit Bidang, "
            "lalu centang tingkat kerangka paragraf."
        )


def _marks(found: _Read, ours: _Read) -> Iterator[str]:
    if gone := [text for text in ours.marks() if text not in found.marks()]:
        yield (
            f"{_quoted(gone)} tidak lagi ditandai (bidang TC), jadi tidak ada di daftar isi; salin tandanya dari "
            "templat bawaan bila masih diperlukan."
        )


def _captions(found: _Read) -> Iterator[str]:
    fixed = [
        text
        for text, one in found.paragraphs
        if _NUMBERED.match(text) and not any(field.name == "SEQ" for field in fields(one))
    ]
    if fixed:
        yield (
            f"Keterangan {_quoted([text.partition('.')[0] for text in fixed])} bernomor tetap, jadi nomornya tidak "
            "berurutan dalam laporan; ganti nomornya lewat tab Referensi, Sisipkan Keterangan."
        )


def _styles(found: _Read, ours: _Read) -> Iterator[str]:
    wanted = ours.used()
    gone = sorted(wanted - found.used())
    if len(gone) > _MANY * len(wanted):
        names = [ours.styles.get(style).name for style in gone]
        yield (
            f"Gaya {_quoted(names)} tidak terpakai lagi, seperti bila templat disimpan Google Docs, jadi huruf dan "
            "jarak laporan berubah; unduh templat lagi lewat /templat dan sunting di Word."
        )


def _quoted(texts: list[str]) -> str:
    """The first few texts in quotes, and how many there are beside them."""
    shown = list(dict.fromkeys(texts))
    more = [f"{len(shown) - _NAMED} lainnya"] if len(shown) > _NAMED else []
    return daftar([*(f"“{text}”" for text in shown[:_NAMED]), *more])
