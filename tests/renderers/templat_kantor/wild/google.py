"""The template of an office in the markup that Google Docs writes, imitated from public files: Word's own styles alone,
all else said at each run; captions and the cover without fields, measures with fractions, every grid told twice."""

import re

from lxml import etree

from renderers.word.model.fields import Field, fields
from renderers.word.ooxml import MAIN, Parts, W, pack
from tests.renderers.templat_kantor.wild import office
from tests.renderers.templat_kantor.wild.office import TYPES

_KEPT = {"Normal", "Heading1", "Heading2", "Heading3"}
_BLANK = "".join(f' w:{name}="00000000"' for name in ("rsidR", "rsidDel", "rsidP", "rsidRDefault", "rsidRPr"))
_LIST = (
    '<w:sdt><w:sdtPr><w:id w:val="-123"/><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
    '<w:docPartUnique w:val="1"/></w:docPartObj></w:sdtPr><w:sdtContent><w:p><w:pPr><w:tabs><w:tab w:val="right" '
    'w:leader="dot" w:pos="12000"/></w:tabs><w:spacing w:before="60" w:lineRule="auto"/></w:pPr><w:r><w:fldChar '
    'w:fldCharType="begin"/><w:instrText xml:space="preserve"> TOC \\h \\u \\z \\t "Heading 1,1,Heading 2,2,'
    'Heading 3,3," </w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:hyperlink w:anchor="_heading=h.1x0">'
    '<w:r><w:t xml:space="preserve">PENDAHULUAN</w:t><w:tab/></w:r></w:hyperlink></w:p><w:p><w:r><w:fldChar '
    'w:fldCharType="end"/></w:r></w:p></w:sdtContent></w:sdt>'
)
_CELL = (
    '<w:shd w:fill="auto" w:val="clear"/><w:tcMar><w:top w:w="20.0" w:type="dxa"/><w:left w:w="57.0" w:type="dxa"/>'
    '<w:bottom w:w="20.0" w:type="dxa"/><w:right w:w="57.0" w:type="dxa"/></w:tcMar></w:tcPr>'
)
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_BORDERS = "".join(f'<w:{side} w:color="8c7b78" w:space="0" w:sz="4" w:val="single"/>' for side in _SIDES)


def saved() -> bytes:
    made = office.parts()
    sheet = etree.fromstring(made["word/styles.xml"])
    told = {str(style.get(f"{W}styleId")): style for style in sheet.iterfind(f"{W}style")}
    made[MAIN] = _written(_plain(_laid_out(made[MAIN].decode(), told))).encode()
    for name in ("word/footer1.xml", "word/footer2.xml"):
        made[name] = _plain(_laid_out(made[name].decode(), told)).replace(">1</w:t>", "></w:t>").encode()
    for id_, style in told.items():
        if id_ not in _KEPT and style.get(f"{W}type") == "paragraph":
            sheet.remove(style)
    made["word/styles.xml"] = etree.tostring(sheet)
    return pack(_without_properties(made))


def _laid_out(text: str, told: dict[str, etree._Element]) -> str:
    """The part with the looks of the office's own styles at their paragraphs and runs instead."""
    root = etree.fromstring(text.encode())
    for place in root.iter(f"{W}p"):
        named = place.find(f"{W}pPr/{W}pStyle")
        id_ = named.get(f"{W}val", "") if named is not None else "Normal"
        if named is not None and id_ not in _KEPT:
            _given(place, named, told[id_])
    return etree.tostring(root, encoding="unicode")


def _given(place: etree._Element, named: etree._Element, style: etree._Element) -> None:
    own = place[0]
    own.remove(named)
    looks = [etree.fromstring(etree.tostring(one)) for one in style.iterfind(f"{W}pPr/*")]
    own[:] = [*(one for one in looks if one.tag != f"{W}outlineLvl" and own.find(str(one.tag)) is None), *own]
    for run in place.iterfind(f".//{W}r"):
        words, face = (
            run.find(f"{W}rPr"),
            [etree.fromstring(etree.tostring(one)) for one in style.iterfind(f"{W}rPr/*")],
        )
        if words is None and face:
            run.insert(0, words := etree.Element(f"{W}rPr"))
        if words is not None:
            words.extend(face)


def _plain(text: str) -> str:
    """The part without the fields that Google Docs turns to text, and with its blank ids."""
    root = etree.fromstring(text.encode())
    for one in fields(root):
        if one.name in {"SEQ", "TC"} and one.end is not None:
            _flat(one)
    text = re.sub(
        r"<w:r>(?!<w:rPr>)", '<w:r><w:rPr><w:rtl w:val="0"/></w:rPr>', etree.tostring(root, encoding="unicode")
    )
    return text.replace("<w:p>", f"<w:p{_BLANK}>").replace("<w:r>", f"<w:r{_BLANK}>").replace(" PAGE ", "PAGE")


def _flat(one: Field) -> None:
    first, last = (mark.getparent() for mark in (one.begin, one.end) if mark is not None)
    place = first.getparent() if first is not None else None
    if place is not None and first is not None and last is not None:
        for run in place[place.index(first) : place.index(last) + 1]:
            if run.find(f"{W}t") is None:
                place.remove(run)


def _written(text: str) -> str:
    contents = re.compile(r"<w:p [^>]*>(?:(?!</w:p>).)*? TOC (?:(?!</w:p>).)*</w:p>")
    text = contents.sub(lambda _: _LIST, text, count=1)
    text = text.replace('<w:tblStyle w:val="TabelPolos"/>', "")
    text = re.sub(r'<w:tblStyle w:val="\w+"/>', f"<w:tblBorders>{_BORDERS}</w:tblBorders>", text)
    text = re.sub(r'(<w:(?:tblW|tcW) w:w="\d+)"', r'\1.0"', text)
    text = re.sub(r'(<w:gridCol w:w="\d+)"', r'\1.338582677165"', text)
    text = re.sub(r"<w:tblGrid>(.*?)</w:tblGrid>", _twice, text)
    text = re.sub(r'<w:shd [^>]*fill="F3E6DE"/>', "", text).replace("</w:tcPr>", _CELL)
    text = text.replace("<w:cantSplit/>", '<w:cantSplit w:val="1"/>')
    text = re.sub(r'<w:pgNumType w:fmt="\w+"', "<w:pgNumType", text).replace("<w:pgNumType/>", "")
    return re.sub(r'<w:pgSz w:w="(\d+)" w:h="(\d+)"', r'<w:pgSz w:h="\2" w:w="\1"', text)


def _twice(found: re.Match[str]) -> str:
    was = f'<w:tblGridChange w:id="0"><w:tblGrid>{found[1]}</w:tblGrid></w:tblGridChange>'
    return f"<w:tblGrid>{found[1]}{was}</w:tblGrid>"


def _without_properties(made: Parts) -> Parts:
    types = re.sub(rb'<Override PartName="/docProps/core.xml"[^>]*/>', b"", made[TYPES])
    rels = re.sub(rb'<Relationship [^>]*Target="docProps/core.xml"[^>]*/>', b"", made["_rels/.rels"])
    kept = {name: data for name, data in made.items() if name != "docProps/core.xml"}
    return {**kept, TYPES: types, "_rels/.rels": rels}
