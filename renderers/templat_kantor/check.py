"""The checker of a template: every typo that would vanish, be printed or break the report, with its place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from lxml import etree

from renderers.templat_kantor.expressions import Names, Wrong, kind_of
from renderers.templat_kantor.stack import ANY, Stack
from renderers.templat_kantor.tags import (
    HEADINGS,
    Fault,
    Paragraph,
    Place,
    Tag,
    is_open,
    loose,
    of_paragraph,
    of_text,
    short,
)
from renderers.templat_kantor.vocabulary import Kind, loops, vocabulary
from renderers.word.allowed import ALLOWED, kinds
from renderers.word.model.fields import fields, toc
from renderers.word.model.places import tocs
from renderers.word.model.styles import Styles
from renderers.word.ooxml import MAIN, Parts, W
from renderers.word.structure import floating, tracked

_OTHERS = {
    "header": "kepala halaman",
    "footer": "kaki halaman",
    "footnotes": "catatan kaki",
    "endnotes": "catatan akhir",
}
_UNFILLED = {"styles": "gaya", "numbering": "tanda daftar", "settings": "setelan", "theme": "tema"}
_READ = {kind for kind, allowed in ALLOWED.items() if allowed.text or allowed.filled} | _UNFILLED.keys()
# What a picture says to those who cannot see it.
_TOLD = {"descr", "title", "alt"}
_TAGGED = re.compile(r"\{[{%#]")
_HEARD = (f"{W}tblCaption", f"{W}tblDescription")
_RUN_TOGETHER = "Dua tabel berturut-turut akan menyatu; beri satu paragraf di antaranya"


def faults_of(parts: Parts, *, letter: bool = False) -> list[str]:
    """The faults of a tidied template, a sentence each, in the order of the document; empty for a sound one. A fault
    that another one may have caused is told only once that one is mended. `letter`: it needs no chapters."""
    found = list(_all(parts, letter))
    causes = [one for one in found if not one.follows] or found
    return list(dict.fromkeys(map(str, causes)))


def _all(parts: Parts, letter: bool) -> Iterator[Fault]:
    names = vocabulary().parts or {}
    found = {name: kind for name, kind in kinds(parts).items() if kind in _READ}
    trees = {name: etree.fromstring(parts[name]) for name in found}
    body = trees[MAIN].find(f"{W}body")
    if body is None:
        yield Fault("Templat tidak berisi apa-apa")
        return
    read = [(kind, trees[name]) for name, kind in found.items()]
    yield from _reviewed(body, [root for kind, root in read if ALLOWED[kind].text])
    styles, used = Styles(parts), {style.get(f"{W}val", "") for style in body.iter(f"{W}pStyle")}
    if not letter:
        yield from _chapters(body, styles, used)
    yield from (
        Fault(f"Gaya “{name}” dipakai tetapi tidak ada dalam templat")
        for name in sorted(filter(None, used - styles.known.keys()))
    )
    yield from Walker(names, Place()).block(body)
    for kind, root in read:
        if kind in _OTHERS:
            walker = Walker(names, Place(_OTHERS[kind]))
            for container in root if kind.endswith("notes") else [root]:
                yield from walker.block(container)
    for kind, root in read:
        yield from _beside(kind, root, names)
    for owner in (root for kind, root in read if kind == "core-properties"):
        walker = Walker(names, Place("properti dokumen"))
        for node in owner.iter():
            yield from walker.told(of_text(node.text or ""), owner)


def _beside(kind: str, root: etree._Element, names: Names) -> Iterator[Fault]:
    """Tags outside of the text: those in the words for people who cannot see are filled, all others are faults."""
    if not ALLOWED[kind].text and kind not in _UNFILLED:
        return
    place = Place(_OTHERS.get(kind) or _UNFILLED.get(kind) or "badan dokumen")
    for node in root.iter(etree.Element):
        for key, value in node.attrib.items():
            if _TAGGED.search(str(value)) and node.tag not in _HEARD:
                yield from _in_attribute(str(key), str(value), Walker(names, place), node, ALLOWED[kind].filled)
        if not ALLOWED[kind].filled and _TAGGED.search(node.text or ""):
            yield Fault(f"Isian “{short(node.text or '')}” tidak akan terisi; hapus", place)


def _in_attribute(key: str, value: str, walker: "Walker", node: etree._Element, filled_: bool) -> Iterator[Fault]:
    if not filled_:
        yield Fault(f"Isian “{short(value)}” tidak akan terisi; hapus", walker.place)
    elif etree.QName(key).localname in _TOLD:
        yield from walker.told(of_text(value), node)


def _reviewed(body: etree._Element, texts: Sequence[etree._Element]) -> Iterator[Fault]:
    """Tracked changes and comments, which would be printed."""
    if any(map(tracked, texts)):
        yield Fault("Templat masih berisi perubahan yang dilacak; terima atau tolak semuanya di Word (tab Tinjau)")
    if next(body.iter(f"{W}commentReference"), None) is not None:
        yield Fault("Templat masih berisi komentar; hapus semuanya di Word (tab Tinjau), sebab akan ikut tercetak")


def _chapters(body: etree._Element, styles: Styles, used: set[str]) -> Iterator[Fault]:
    """No daftar isi, a broken one, or no chapter that it could list."""
    lists = [one for one in fields(body) if one.name == "TOC"]
    if not any(not toc(one.code).label for one in lists):
        yield Fault("Templat tidak lagi memuat daftar isi; sisipkan lewat tab Referensi, Daftar Isi")
    if len(tocs(body)) < len(lists):
        yield Fault("Daftar isi tidak berakhir di tempat ia dimulai; hapus, lalu sisipkan lagi lewat tab Referensi")
    names = {str(mark.get(f"{W}name")).casefold() for mark in body.iter(f"{W}bookmarkStart")}
    for place in (toc(one.code).within for one in lists):
        if place and place.casefold() not in names:
            yield Fault(f"Daftar isi dibatasi pada bookmark “{short(place)}” (\\b), yang tidak ada; hapus batas itu")
    if not any(styles.get(one).heading == 1 for name in used for one in styles.chain(name)):
        yield Fault("Tidak ada judul bab bergaya “Heading 1”, sehingga daftar isi akan kosong")


class Walker:
    """Reads one part of the file as people do, from above to below, and tells its faults."""

    def __init__(self, names: Mapping[str, Kind], place: Place) -> None:
        self.stack, self.place, self.in_body = Stack(names), place, not place.part

    def block(self, container: etree._Element) -> Iterator[Fault]:
        """The paragraphs and tables inside of the body, a cell or a text box."""
        before = False
        for child in container:
            if child.tag == f"{W}tbl":
                if before and not floating(child):
                    yield Fault(_RUN_TOGETHER, self.place)
                yield from self.table(child)
                before = not floating(child)
            elif child.tag == f"{W}p":
                read = of_paragraph(child)
                yield from self.paragraph(child, read, container)
                if not any(tag.prefix == "p" and tag.mark == "%" for tag in read.tags):
                    is_table = any(tag.prefix == "p" for tag in read.tags)
                    if before and is_table:
                        yield Fault(_RUN_TOGETHER, self.place)
                    before = is_table
        yield from self.stack.leave(container)

    def table(self, table: etree._Element) -> Iterator[Fault]:
        outer = self.place
        self.place = replace(outer, table=outer.table + (not outer.row), row=0, column=0)
        for node in table.iterfind(f"{W}tblPr/*"):
            if node.tag in _HEARD:
                yield from self.told(of_text(node.get(f"{W}val", "")), node)
        for n, row in enumerate(table.iterfind(f"{W}tr"), start=1):
            self.place = replace(self.place, row=n, column=0)
            yield from self.row(row, table)
        yield from self.stack.leave(table)
        self.place = outer if outer.row else replace(self.place, row=0, column=0)

    def row(self, row: etree._Element, table: etree._Element) -> Iterator[Fault]:
        read = [of_paragraph(p) for p in row.iter(f"{W}p")]
        control = [tag for one in read for tag in one.tags if tag.prefix == "tr"]
        if not control:
            for n, cell in enumerate(row.iterfind(f"{W}tc"), start=1):
                self.place = replace(self.place, column=n)
                yield from self.block(cell)
            return
        beside = short(" ".join(one.text for one in read).replace(control[0].text, "", 1).strip())
        if beside:
            yield Fault(
                f"Baris dengan {control[0].text} tidak boleh berisi hal lain (“{beside}” akan hilang)", self.place
            )
        for tag in control:
            yield from self.stack.take(tag, table, self.place)

    def paragraph(self, node: etree._Element, read: Paragraph, container: etree._Element) -> Iterator[Fault]:
        style = node.find(f"{W}pPr/{W}pStyle")
        if self.in_body and not self.place.row and style is not None and style.get(f"{W}val") in HEADINGS:
            title = short(read.text)
            self.place = Place(heading=title) if title else self.place
        place = self.place.at(read.text)
        yield from (Fault(sentence, place) for sentence in loose(read))
        for tag in read.tags:
            yield from self.tag(tag, node, read, container, place)
        yield from self.stack.leave(node)
        for inner in node.iter(f"{W}txbxContent"):
            yield from self.block(inner)

    def told(self, read: Paragraph, owner: etree._Element) -> Iterator[Fault]:
        """The tags of an attribute or a property, which stand in no paragraph."""
        yield from (Fault(sentence, self.place) for sentence in loose(read))
        for tag in read.tags:
            yield from self.inline(tag, owner, self.place)
        yield from self.stack.leave(owner)

    def tag(
        self, tag: Tag, node: etree._Element, read: Paragraph, container: etree._Element, place: Place
    ) -> Iterator[Fault]:
        if is_open(tag):
            return
        if tag.cut:
            yield Fault(f"{tag.text} terpotong oleh gambar, tautan, atau bidang; hapus lalu ketik ulang", place)
        elif tag.prefix == "p":
            yield from self.alone(tag, node, read, container, place)
        else:
            yield from self.inline(tag, node, place)

    def alone(
        self, tag: Tag, node: etree._Element, read: Paragraph, container: etree._Element, place: Place
    ) -> Iterator[Fault]:
        """A tag that begins with “p”: the paragraph around it goes when the template is filled."""
        beside = short(read.text.replace(tag.text, "", 1) if len(read.tags) > 1 else read.rest.replace("\x00", ""))
        if beside or read.picture:
            yield Fault(f"{tag.text} harus sendirian dalam paragrafnya (“{beside or 'gambar'}” akan hilang)", place)
        if node.find(f"{W}pPr/{W}sectPr") is not None:
            yield Fault(f"Pergantian bagian berada di paragraf {tag.text} dan akan hilang; pindahkan", place)
        if container.tag == f"{W}tc" and container[-1] is node:
            yield Fault(f"Sel tabel harus diakhiri paragraf biasa; tambahkan satu di bawah {tag.text}", place)
        if tag.mark == "%":
            yield from self.stack.take(tag, container, place)
        elif tag.mark == "{":
            yield from printed(tag, self.stack.scope(), place)

    def inline(self, tag: Tag, owner: etree._Element, place: Place) -> Iterator[Fault]:
        first = tag.inside.partition(" ")[0]
        if first in {"p", "r", "tr", "tc"} and " " in tag.inside and tag.mark != "#":
            mark = f"{{{tag.mark}"
            yield Fault(f"Pada {tag.text}, tulis “{mark}{first}” tanpa spasi di antaranya", place)
            self.stack.skip(tag.inside.split()[1], tag)
        elif tag.prefix == "tr":
            yield Fault(f"{tag.text} hanya untuk baris tabel", place)
            self.stack.skip(tag.inside.split()[0], tag)
        elif tag.prefix in {"tc", "-"} or (tag.prefix == "r" and tag.mark == "%"):
            yield Fault(f"Tanda “{{{tag.mark}{tag.prefix}” pada {tag.text} tidak didukung", place)
        elif tag.mark == "%":
            yield from self.stack.take(tag, owner, place)
        elif tag.mark == "{":
            yield from printed(tag, self.stack.scope(), place)


_FITS = {"gambar": "r", "tabel": "p"}  # the prefix of a tag that prints this kind; other kinds have no prefix


def printed(tag: Tag, names: Names, place: Place) -> Iterator[Fault]:
    try:
        found = kind_of(tag.inside, names, tag.text)
    except Wrong as problem:
        yield Fault(str(problem), place, follows=problem.name in loops())
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
