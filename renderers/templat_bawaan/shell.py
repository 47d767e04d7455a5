"""The parts of our own template beside its text: styles, numbering, settings, footer, sections."""

from renderers.templat_bawaan.styles import MAROON, STYLES, Style, style_id
from renderers.word.ooxml import HEAD, NAMESPACES, field, paragraph, run

_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="8C7B78"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_LINES = f"<w:tblBorders>{_BORDERS}</w:tblBorders>"
_MARGINS = '<w:tblCellMar><w:left w:w="{0}" w:type="dxa"/><w:right w:w="{0}" w:type="dxa"/></w:tblCellMar>'
_SIZE = '<w:pgSz w:w="11906" w:h="16838"/>'
_EDGES = 'w:top="1134" w:right="{right}" w:bottom="1417" w:left="{left}" w:header="567" w:footer="680" w:gutter="0"'
_PAGE = f"{_SIZE}<w:pgMar {_EDGES.format(left=1701, right=1134)}/>"
_COVER = f"{_SIZE}<w:pgMar {_EDGES.format(left=1531, right=1531)}/>"
_FRAME = "".join(
    f'<w:{side} w:val="double" w:sz="12" w:space="28" w:color="{MAROON}"/>'
    for side in ("top", "left", "bottom", "right")
)
_FOOTER = '<w:footerReference w:type="default" r:id="rId4"/>'
_ROMAN = '<w:pgNumType w:fmt="lowerRoman"'
_NEXT = '<w:type w:val="nextPage"/>'

SECTIONS = {
    "surat": f"{_NEXT}{_PAGE}",
    "lepas": _PAGE,
    "sampul": f'{_NEXT}{_COVER}<w:pgBorders w:offsetFrom="page">{_FRAME}</w:pgBorders>{_ROMAN} w:start="1"/>',
    "depan": f"{_FOOTER}{_NEXT}{_PAGE}{_ROMAN}/>",
    "isi": f'{_FOOTER}{_NEXT}{_PAGE}<w:pgNumType w:fmt="decimal" w:start="1"/>',
}

LAST = {"isi", "lepas"}
"""The sections that end a document."""


def section(name: str) -> str:
    return f"<w:sectPr>{SECTIONS[name]}</w:sectPr>"


def _style(style: Style) -> str:
    ours = ' w:customStyle="1"' if style.name[0].isupper() else ""
    return (
        f'<w:style w:type="paragraph"{ours} w:styleId="{style_id(style.name)}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style_id(style.based_on)}"/><w:qFormat/>'
        f"<w:pPr>{style.paragraph}</w:pPr><w:rPr>{style.text}</w:rPr></w:style>"
    )


def _table_style(name: str, margin: int, borders: str = "") -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{style_id(name)}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{borders}{_MARGINS.format(margin)}</w:tblPr></w:style>'
    )


def styles() -> str:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
    return (
        f"{HEAD}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        '<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val="id-ID" w:eastAsia="id-ID" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr>'
        f"{_MARGINS.format(57)}</w:tblPr></w:style>"
        f"{_table_style('Tabel Polos', 28)}"
        f"{_table_style('Tabel Laporan', 57, _LINES)}{_table_style('Tabel Rapat', 23, _LINES)}"
        f"{''.join(map(_style, STYLES))}</w:styles>"
    )


_HEADINGS = (
    # Nothing follows the number, so that "BAB IV" stands in the middle of its line. Word's daftar isi has a space for
    # the line break that begins the title.
    ("upperRoman", "Heading1", "nothing", "BAB %1", 'w:left="0" w:firstLine="0"'),
    ("upperLetter", "Heading2", "tab", "%2.", 'w:left="425" w:hanging="425"'),
    ("none", "Heading3", "nothing", "", 'w:left="0" w:firstLine="0"'),
)


def numbering(lists: list[str]) -> str:
    """The headings as list 1, then a Word list for each entry ("decimal" or "lowerLetter"): each starts at one."""
    headings = "".join(_heading(n, *level) for n, level in enumerate(_HEADINGS))
    abstract = [_abstract(0, "multilevel", headings)]
    for n, fmt in enumerate(lists, start=1):
        level = f'<w:numFmt w:val="{fmt}"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>'
        abstract.append(_abstract(n, "singleLevel", _level(0, level, 'w:left="567" w:hanging="425"')))
    nums = "".join(f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(abstract)))
    return f"{HEAD}<w:numbering {NAMESPACES}>{''.join(abstract)}{nums}</w:numbering>"


def _heading(depth: int, fmt: str, style: str, after: str, text: str, indent: str) -> str:
    marks = f'<w:numFmt w:val="{fmt}"/><w:pStyle w:val="{style}"/><w:suff w:val="{after}"/><w:lvlText w:val="{text}"/>'
    return _level(depth, f'{marks}<w:lvlJc w:val="left"/>', indent)


def _level(depth: int, marks: str, indent: str) -> str:
    return f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/>{marks}<w:pPr><w:ind {indent}/></w:pPr></w:lvl>'


def _abstract(n: int, kind: str, levels: str) -> str:
    # Word merges lists whose nsid is missing or equal.
    marks = f'<w:nsid w:val="{0x4B505500 + n:08X}"/><w:multiLevelType w:val="{kind}"/>'
    return f'<w:abstractNum w:abstractNumId="{n}">{marks}{levels}</w:abstractNum>'


def settings() -> str:
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="id-ID"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def footer() -> str:
    text = (
        run("Laporan Bakohumas {{ satker.nama }} · {{ waktu.lengkap }}")
        + "<w:r><w:tab/></w:r>"
        + field("PAGE", run("1"))
    )
    return f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer', text)}</w:ftr>"


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OPC = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS = ("styles", "numbering", "settings", "footer", "fontTable", "theme")


def _relationships(rows: str) -> str:
    return f'{HEAD}<Relationships xmlns="{_OPC}/relationships">{rows}</Relationships>'


def _target(kind: str) -> str:
    return {"footer": "footer1.xml", "theme": "theme/theme1.xml"}.get(kind, f"{kind}.xml")


def _kind(kind: str) -> str:
    return "application/vnd.openxmlformats-officedocument.theme+xml" if kind == "theme" else f"{_WORD}.{kind}+xml"


PACKAGE = {
    "[Content_Types].xml": (
        f'{HEAD}<Types xmlns="{_OPC}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/><Default Extension="jpg" ContentType="image/jpeg"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>'
        + "".join(f'<Override PartName="/word/{_target(kind)}" ContentType="{_kind(kind)}"/>' for kind in _KINDS)
        + '<Override PartName="/docProps/core.xml" '
        + 'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
    ),
    "_rels/.rels": _relationships(
        f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{_OPC}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    ),
    "word/_rels/document.xml.rels": _relationships(
        "".join(
            f'<Relationship Id="rId{n}" Type="{_OFFICE}/{kind}" Target="{_target(kind)}"/>'
            for n, kind in enumerate(_KINDS, start=1)
        )
    ),
    "docProps/core.xml": (
        f'{HEAD}<cp:coreProperties xmlns:cp="{_OPC}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<dc:title>Laporan Bakohumas {{ satker.nama }} {{ waktu.lengkap }}</dc:title>"
        "<dc:subject>Kegiatan kehumasan {{ waktu.rentang }}</dc:subject>"
        "<dc:creator>{{ satker.nama }}</dc:creator>"
        "<cp:keywords>Bakohumas, {{ satker.nama }}, {{ waktu.lengkap }}</cp:keywords>"
        "<cp:category>Laporan Bakohumas</cp:category>"
        "<dc:language>id-ID</dc:language></cp:coreProperties>"
    ),
}
