"""Hands by which a template comes to be other than the built-in one: other programs, other habits, losses."""

import re
from collections.abc import Callable

from renderers.templat_bawaan import build
from renderers.word.model.package import joined
from renderers.word.ooxml import HEAD, MAIN, NAMESPACES, RELS, Parts, field, paragraph, run
from tests.renderers.templat_kantor.by_hand import edited
from tests.renderers.templat_kantor.test_foreign import PNG, drawing, relation, with_body
from tests.renderers.word.model.bodies import style

KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE, STYLES, LISTS = "docProps/core.xml", "word/styles.xml", "word/numbering.xml"
TOC = r'TOC \o "1-2" \h \z \u \f'
PLACE = paragraph("TOC1", field(TOC, run(build.NOT_YET)))
MARK = '<w:r><w:t xml:space="preserve">{{ surat.nomor }}'
END = "<w:sectPr>"
SPLIT = field(TOC, "|").split("|")
CELLS = (
    '<w:tbl><w:tblPr><w:tblW w:w="900" w:type="dxa"/></w:tblPr><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid>'
    f"<w:tr><w:tc>{paragraph('TOC1', SPLIT[0] + run('x'))}</w:tc></w:tr></w:tbl>{paragraph('TOC1', SPLIT[1])}"
)
NESTED = "<w:sdt><w:sdtContent><w:sdt><w:sdtContent>|</w:sdtContent></w:sdt></w:sdtContent></w:sdt>"
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>|</w:sdtContent></w:sdt>"
BEGIN, FINISH = '<w:bookmarkStart w:id="3" w:name="_Ref8812"/>', '<w:bookmarkEnd w:id="3"/>'
VML = 'xmlns:v="urn:schemas-microsoft-com:vml"'


def moved(parts: Parts, names: dict[str, str]) -> Parts:
    """The parts under other names, with relations and types that follow."""
    told = {"[Content_Types].xml", "_rels/.rels", RELS}

    def renamed(data: bytes) -> bytes:
        for old, new in names.items():
            data = data.replace(old.removeprefix("word/").encode(), new.removeprefix("word/").encode())
        return data

    kept = {names.get(name, name): renamed(data) if name in told else data for name, data in parts.items()}
    main = names.get(MAIN, MAIN).removeprefix("word/")
    return {name.replace("/document.xml.rels", f"/{main}.rels"): data for name, data in kept.items()}


def online() -> Parts:
    names = {f"word/{name}.xml": f"word/{name}2.xml" for name in ("document", "styles", "settings", "numbering")}
    return moved(build.parts(), names)


def template_type() -> Parts:
    return edited("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml", "[Content_Types].xml")


def strict() -> Parts:
    office = f"{KINDS}/officeDocument"
    return edited(office, "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument", "_rels/.rels")


def own_chapter() -> Parts:
    """All chapters in a style of the office that is based on Heading 1."""
    text = build.parts()[MAIN].replace(b'w:val="Heading1"', b'w:val="BabKantor"')
    sheet = edited("</w:styles>", style("Bab Kantor", "Heading1") + "</w:styles>", "word/styles.xml")
    return {**sheet, MAIN: text}


def wrapped(around: str, what: str = "") -> Parts:
    """The second chapter, or the first piece that fits a pattern, inside of such an element."""
    title = r"<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr>(?:(?!<w:p>).)*?KOORDINASI, KOM.*?</w:p>"
    opening, closing = around.split("|")
    return replaced(what or title, lambda found: f"{opening}{found[0]}{closing}")


def replaced(pattern: str, new: str | Callable[[re.Match[str]], str], count: int = 1) -> Parts:
    """The built-in template with what fits a pattern replaced."""
    parts = build.parts()
    text, done = re.subn(pattern, new, parts[MAIN].decode(), count=count, flags=re.DOTALL)
    assert done, pattern
    return {**parts, MAIN: text.encode()}


def gap(name: str) -> Parts:
    """A row whose edge was dragged: a column stays free at its beginning or its end."""
    text = build.parts()[MAIN].decode()
    grid = '<w:gridCol w:w="1191"/><w:gridCol w:w="227"/><w:gridCol w:w="3458"/><w:gridCol w:w="4195"/>'
    at = text.index(grid)
    end = text.index("</w:tbl>", at)
    more = '<w:gridCol w:w="200"/>'
    row = f'<w:trPr><w:{name} w:val="1"/><w:cantSplit/></w:trPr>'
    letter = text[at:end].replace(grid, more + grid if name == "gridBefore" else grid + more)
    letter = letter.replace("<w:trPr><w:cantSplit/></w:trPr>", row)
    return {**build.parts(), MAIN: (text[:at] + letter + text[end:]).encode()}


def floating(*places: str) -> Parts:
    """Small tables one behind the other before the letter's closing; "x" one that text flows around."""
    cell = '<w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="900" w:type="dxa"/></w:tcPr>'
    around = '<w:tblpPr w:leftFromText="180" w:vertAnchor="text" w:tblpX="100" w:tblpY="100"/>'
    made = "".join(
        f'<w:tbl><w:tblPr>{around if place == "x" else ""}<w:tblW w:w="900" w:type="dxa"/></w:tblPr>{cell}'
        "<w:p/></w:tc></w:tr></w:tbl>"
        for place in places
    )
    return edited(
        '<w:p><w:pPr><w:pStyle w:val="SuratTembusan"/>', f'{made}<w:p><w:pPr><w:pStyle w:val="SuratTembusan"/>'
    )


def titled(before: str, after: str = "") -> Parts:
    """The month's title in its loop with something before and after its text."""
    text = '<w:r><w:t xml:space="preserve">Bulan {{ b.bulan }}</w:t></w:r>'
    return edited(text, before + text + after)


def tc(level: int, application: str = "") -> Parts:
    parts = edited('TC "HALAMAN JUDUL" \\l 1', f'TC "HALAMAN JUDUL" \\l {level}')
    return saved_by(application, parts) if application else parts


def listed(new: str) -> Parts:
    """Something in the place of the daftar isi."""
    return edited(PLACE, new)


def coded(code: str) -> Parts:
    """The daftar isi with another code."""
    return listed(paragraph("TOC1", field(code, run("lama"))))


def added(xml: str) -> Parts:
    """The template with more at its end."""
    return with_body(xml)


def beside(text: str, more: str = "") -> Parts:
    """The template with something before the number of the letter."""
    return edited(MARK, text + MARK + more)


def with_notes(kind: str, text: str, before: str = "") -> Parts:
    """The built-in template with a note; `kind`: "footnote" or "endnote"; `before`: other notes."""
    parts = beside(f'<w:r><w:{kind}Reference w:id="2"/></w:r>')
    note = f'<w:{kind} w:id="2">{paragraph("Isi", text)}</w:{kind}>'
    notes = f"{HEAD}<w:{kind}s {NAMESPACES}>{before}{note}</w:{kind}s>"
    rels = f'<Relationship Id="rId90" Type="{KINDS}/{kind}s" Target="{kind}s.xml"/></Relationships>'
    types = f'<Override PartName="/word/{kind}s.xml" ContentType="{WORD}.{kind}s+xml"/></Types>'
    return {
        **parts,
        f"word/{kind}s.xml": notes.encode(),
        RELS: parts[RELS].replace(b"</Relationships>", rels.encode()),
        "[Content_Types].xml": parts["[Content_Types].xml"].replace(b"</Types>", types.encode()),
    }


SEPARATORS = "".join(
    f'<w:footnote w:type="{kind}" w:id="{n}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
    for n, kind in enumerate(("separator", "continuationSeparator"), start=-1)
)


def with_picture(told: str) -> Parts:
    """A picture with words for who cannot see; the tag of the letterhead is the picture itself."""
    return beside(
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9" cy="9"/>'
        f'<wp:docPr id="7" name="Gambar" descr="{told}"/><a:graphic><a:graphicData uri="x"/></a:graphic></wp:inline>'
        "</w:drawing></w:r>"
    )


def with_shape(told: str) -> Parts:
    """A picture in the markup of older programs, with words for who cannot see."""
    return beside(f'<w:r><w:pict><v:shape {VML} id="_x0000_s1026" alt="{told}"/></w:pict></w:r>')


def looped(more: str, relations: str = "", parts: Parts | None = None) -> Parts:
    """The list of suggestions with something behind each of its texts."""
    made = with_body("", relations, parts=parts)
    text = made[MAIN].decode()
    assert "{{ s }}</w:t></w:r>" in text
    return {**made, MAIN: text.replace("{{ s }}</w:t></w:r>", f"{{{{ s }}}}</w:t></w:r>{more}").encode()}


def picture_looped() -> Parts:
    image = drawing('<a:blip r:embed="rId77"/>')
    return looped(f"<w:r>{image}</w:r>", relation("image", "media/image1.png"), {"word/media/image1.png": PNG})


def footed(text: str) -> Parts:
    """The footer with other contents."""
    return {**build.parts(), "word/footer1.xml": f"{HEAD}<w:ftr {NAMESPACES}>{text}</w:ftr>".encode()}


def tracked(old: str, new: str, part: str = MAIN) -> Parts:
    """A change that is tracked; `new`: with a bar in the place of its author."""
    return edited(old, new.replace("|", ' w:id="1" w:author="a"'), part)


def without_core() -> Parts:
    """As Google Docs saves."""
    parts = build.parts()
    types = re.sub(rb'<Override PartName="/docProps/core.xml"[^>]*/>', b"", parts["[Content_Types].xml"])
    rels = re.sub(rb'<Relationship [^>]*Target="docProps/core.xml"[^>]*/>', b"", parts["_rels/.rels"])
    kept = {name: data for name, data in parts.items() if name != "docProps/core.xml"}
    return {**kept, "_rels/.rels": rels, "[Content_Types].xml": types}


def related(kind: str, target: str) -> Parts:
    """The template with a relation that nothing uses."""
    return with_body("", relation(kind, target))


def saved_by(program: str, parts: Parts) -> Parts:
    spaces = 'xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"'
    app = f"<Properties {spaces}><Application>{program}</Application></Properties>".encode()
    kind = "extended-properties"
    return joined(parts, "docProps/app.xml", app, kind=kind, id_="rId88", type_=f"{KINDS}/{kind}")


def linked(name: str) -> Parts:
    """A link to a bookmark that the program has set at a heading by itself."""
    link = f'<w:hyperlink w:anchor="{name}">{run("lihat")}</w:hyperlink>'
    mark = f'<w:bookmarkStart w:id="7" w:name="{name}"/>{run("Gambaran Umum")}<w:bookmarkEnd w:id="7"/>'
    text = edited(run("Gambaran Umum"), mark)[MAIN].decode()
    return {**build.parts(), MAIN: text.replace(MARK, link + MARK, 1).encode()}


def note(text: str) -> str:
    return f'<w:footnote w:id="2">{paragraph("Isi", run(text))}</w:footnote>'


def boxed(text: str) -> str:
    """A run with a text box in the markup of older programs."""
    inside = f"<w:txbxContent>{paragraph('Isi', run(text))}</w:txbxContent>"
    return f'<w:r><w:pict><v:shape {VML} id="_x0000_s1027"><v:textbox>{inside}</v:textbox></v:shape></w:pict></w:r>'


def formula(text: str) -> str:
    spaces = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    return f"<m:oMath {spaces}><m:r><m:t>{text}</m:t></m:r></m:oMath>"
