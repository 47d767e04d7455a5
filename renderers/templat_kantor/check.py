"""The checker of a template: every typo that would vanish, be printed or break the report, with its place."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache

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
from renderers.templat_kantor.tidy import built_in
from renderers.templat_kantor.vocabulary import Kind, vocabulary
from renderers.word.allowed import filled
from renderers.word.ooxml import MAIN, Parts, W

_OTHERS = {"header": "kepala halaman", "footer": "kaki halaman"}
_HEARD = (f"{W}tblCaption", f"{W}tblDescription")
_RUN_TOGETHER = "Dua tabel berturut-turut akan menyatu; beri satu paragraf di antaranya"


def faults_of(parts: Parts) -> list[str]:
    """The faults of a tidied template, a sentence each, in the order of the document; empty for a sound one. A fault
    that another one may have caused is told only once that one is mended."""
    found = list(_all(parts))
    causes = [one for one in found if not one.follows] or found
    return list(dict.fromkeys(map(str, causes)))


def _all(parts: Parts) -> Iterator[Fault]:
    names = vocabulary().parts or {}
    body = etree.fromstring(parts[MAIN]).find(f"{W}body")
    if body is None:
        yield Fault("Templat tidak berisi apa-apa")
        return
    yield from _soundness(parts, body)
    yield from Walker(names, Place()).block(body)
    for name, kind in filled(parts).items():
        if kind in _OTHERS:
            yield from Walker(names, Place(_OTHERS[kind])).block(etree.fromstring(parts[name]))
    for core in (parts[name] for name, kind in filled(parts).items() if kind == "core-properties"):
        owner, walker = etree.fromstring(core), Walker(names, Place("properti dokumen"))
        for node in owner.iter():
            yield from walker.told(of_text(node.text or ""), owner)


def _soundness(parts: Parts, body: etree._Element) -> Iterator[Fault]:
    """Faults of the whole file: tracked changes, comments, no daftar isi, no chapter, styles that are missing."""
    if next(body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom"), None) is not None:
        yield Fault("Templat masih berisi perubahan yang dilacak; terima atau tolak semuanya di Word (tab Tinjau)")
    if next(body.iter(f"{W}commentReference"), None) is not None:
        yield Fault("Templat masih berisi komentar; hapus semuanya di Word (tab Tinjau), sebab akan ikut tercetak")
    codes = ["".join(c.text or "" for c in p.iter(f"{W}instrText")).strip() for p in body.iter(f"{W}p")]
    codes += [node.get(f"{W}instr", "").strip() for node in body.iter(f"{W}fldSimple")]
    if not any(code.startswith("TOC") for code in codes):
        yield Fault("Templat tidak lagi memuat daftar isi; sisipkan lewat tab Referensi, Daftar Isi")
    used = {style.get(f"{W}val") for style in body.iter(f"{W}pStyle")}
    if "Heading1" not in used:
        yield Fault("Tidak ada judul bab bergaya “Heading 1”, sehingga daftar isi akan kosong")
    known = {s.get(f"{W}styleId") for s in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    yield from (
        Fault(f"Gaya “{name}” dipakai tetapi tidak ada dalam templat") for name in sorted(filter(None, used - known))
    )


class Walker:
    """Reads one part of the file as people do, from above to below, and tells its faults."""

    def __init__(self, names: Mapping[str, Kind], place: Place) -> None:
        self.stack, self.place, self.in_body = Stack(names), place, not place.part

    def block(self, container: etree._Element) -> Iterator[Fault]:
        """The paragraphs and tables inside of the body, a cell or a text box."""
        before = False
        for child in container:
            if child.tag == f"{W}tbl":
                if before:
                    yield Fault(_RUN_TOGETHER, self.place)
                yield from self.table(child)
                before = True
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
    return frozenset({"loop", *re.findall(r"for (\w+) in", built_in()[MAIN].decode())})
