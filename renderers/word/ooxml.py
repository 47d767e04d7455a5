"""A .docx as parts, and the few elements of its XML of which the template and the tables of a report are made."""

import re
from collections.abc import Sequence
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Parts = dict[str, bytes]
"""The files of a .docx by their names in it."""

_FIRST = "[Content_Types].xml"
# Deflates in half the time of the usual 6; of a report with its pictures the file grows by a hundredth or two.
_LEVEL = 3
MAIN, RELS = "word/document.xml", "word/_rels/document.xml.rels"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
DOC_PR = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
CONTENT_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
CREAM = "F3E6DE"  # the shade of header cells
HARD_SPACE = "\N{NO-BREAK SPACE}"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def unpack(docx: bytes) -> Parts:
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Parts) -> bytes:
    """The bytes of a .docx, the same for the same parts."""
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            archive.writestr(_entry(name), parts[name], compresslevel=_LEVEL)
    return target.getvalue()


def _entry(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.compress_type = ZIP_STORED if name.endswith((".jpg", ".png")) else ZIP_DEFLATED
    info.create_system = 0
    return info


def add_pictures(parts: Parts, pictures: dict[str, bytes]) -> Parts:
    """The parts with pictures, JPEG or PNG bytes by relationship id; a template names both content types already."""
    names = {rid: f"media/{rid}.{_suffix(data)}" for rid, data in pictures.items()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    links = "".join(f'<Relationship Id="{rid}" Type="{kind}" Target="{name}"/>' for rid, name in names.items())
    merged = parts[RELS].replace(b"</Relationships>", f"{links}</Relationships>".encode())
    return {**parts, RELS: merged, **{f"word/{name}": pictures[rid] for rid, name in names.items()}}


def _suffix(picture: bytes) -> str:
    return "png" if picture.startswith(b"\x89PNG") else "jpg"


def rels_of(name: str) -> str:
    """The name of the file with the relations of a part."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


def twips(cm: float) -> int:
    """Twentieths of a point, Word's unit of length."""
    return round(cm * 1440 / 2.54)


def run(text: str, properties: str = "") -> str:
    """A run of text, with a line break for each newline; `properties`: those of the run as XML."""
    body = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(part, quote=False)}</w:t>' if part else "" for part in text.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{body}</w:r>"


HELD = "<w:tbl><w:held/></w:tbl>"
"""The place of a table that is put in again at the end: what looks through a document then has no work with it."""

PARTED = '</w:t><w:t xml:space="preserve">'
"""Between two texts of one run: the braces that people typed are written so, and the gate knows them by it."""
_TYPED = re.compile(r"(?<=\{)(?=[{%#])|(?<=[}%#])(?=\})")


def parted(text: str, mark: str = PARTED) -> str:
    """The text with `mark` inside of what would look like a tag of a template."""
    return _TYPED.sub(mark, text) if "{" in text or "}" in text else text


def paragraph(style: str, content: str = "", properties: str = "") -> str:
    """A paragraph; `properties` come after its style, in the order of the schema: keepNext, numPr, …, sectPr."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{content}</w:p>'


def cell(width: int, content: str, *, span: int = 1, merge: str = "", fill: str = "", align: str = "") -> str:
    """A cell `width` twips wide; `merge`: "restart" or "continue" of a vertical merge; `fill`: a colour as "F3E6DE"."""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    merges = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    shades = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    aligns = f'<w:vAlign w:val="{align}"/>' if align else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}{merges}{shades}{aligns}</w:tcPr>{content}</w:tc>'


def row(cells: Sequence[str], *, header: bool = False, height: int = 0) -> str:
    """A row that no page breaks; `header`: repeated on every page; `height`: at least so many twips."""
    heights = f'<w:trHeight w:val="{height}" w:hRule="atLeast"/>' if height else ""
    headers = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{heights}{headers}</w:trPr>{''.join(cells)}</w:tr>"


def table(style: str, widths: Sequence[int], rows: Sequence[str], title: str = "", about: str = "") -> str:
    """A table with columns of `widths` twips; `title` and `about` are read to people who cannot see it."""
    told = f'<w:tblCaption w:val="{escape(title)}"/>' if title else ""
    told += f'<w:tblDescription w:val="{escape(about)}"/>' if about else ""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="0620"/>{told}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(rows)}</w:tbl>"
    )


def field(instruction: str, result: str = "", properties: str = "") -> str:
    """A complex field with its result as runs; one without a result shows nothing, as TC does."""
    mark = '<w:r>{0}<w:fldChar w:fldCharType="{1}"/></w:r>'
    rpr = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    shown = mark.format(rpr, "separate") + result if result else ""
    code = f'<w:r>{rpr}<w:instrText xml:space="preserve"> {escape(instruction, quote=False)} </w:instrText></w:r>'
    return mark.format(rpr, "begin") + code + shown + mark.format(rpr, "end")
