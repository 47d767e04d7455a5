"""The named styles and lists of the report template: what staff see in Word's style gallery."""

from typing import NamedTuple

from renderers.word.ooxml import HEAD, NAMESPACES

_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "7A0E16", "lt2": "F3E6DE", "accent1": "7A0E16", "accent2": "B98A2F",
    "accent3": "595959", "accent4": "9E1C22", "accent5": "E0B04A", "accent6": "766A5A",
    "hlink": "7A0E16", "folHlink": "595959",
}  # fmt: skip
_FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_LINE = f'<a:ln w="6350">{_FILL}</a:ln>'
_EFFECT = "<a:effectStyle><a:effectLst/></a:effectStyle>"


def theme() -> str:
    colors = "".join(f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in _COLORS.items())
    space = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    return (
        f'{HEAD}<a:theme {space} name="Laporan"><a:themeElements>'
        f'<a:clrScheme name="Laporan">{colors}</a:clrScheme>'
        f'<a:fontScheme name="Laporan"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}</a:minorFont>'
        f'</a:fontScheme><a:fmtScheme name="Laporan"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{_LINE * 3}</a:lnStyleLst><a:effectStyleLst>{_EFFECT * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def fonts() -> str:
    shape = '<w:panose1 w:val="020B0604020202020204"/><w:charset w:val="00"/><w:family w:val="swiss"/>'
    return f'{HEAD}<w:fonts {NAMESPACES}><w:font w:name="Arial">{shape}</w:font></w:fonts>'


MAROON, GOLD, GREY = "7A0E16", "B98A2F", "595959"


class Style(NamedTuple):
    """A paragraph style; `paragraph` and `text` are its pPr and rPr, children in the order of the schema."""

    name: str
    based_on: str = "Normal"
    paragraph: str = ""
    text: str = ""


def style_id(name: str) -> str:
    return (
        name.title().replace(" ", "")
        if name.startswith(("heading", "footer", "caption", "table"))
        else name.replace(" ", "").replace("toc", "TOC")
    )


def _spacing(before: int = 0, after: int = 0, line: int = 0) -> str:
    # Exact heights: Word and LibreOffice then break pages alike (twentieths of a point).
    rule = f' w:line="{line}" w:lineRule="exact"' if line else ' w:line="240" w:lineRule="auto"'
    return f'<w:spacing w:before="{before}" w:after="{after}"{rule}/>'


def _indent(left: int = 0, hanging: int = 0, first: int = 0, right: int = 0) -> str:
    extra = f' w:hanging="{hanging}"' if hanging else f' w:firstLine="{first}"'
    return f'<w:ind w:left="{left}" w:right="{right}"{extra}/>'


def _numbered(level: int) -> str:
    """A level of the list of headings: the first list of numbering.xml."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'


def _font(size: float, *, bold: bool = False, color: str = "", space: int = 0) -> str:
    parts = "<w:b/>" if bold else ""
    parts += f'<w:color w:val="{color}"/>' if color else ""
    parts += f'<w:spacing w:val="{space}"/>' if space else ""
    return f'{parts}<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'


def _rule(side: str, color: str, size: int, val: str = "single") -> str:
    return f'<w:pBdr><w:{side} w:val="{val}" w:sz="{size}" w:space="1" w:color="{color}"/></w:pBdr>'


_KEEP, _PAGE, _CENTER, _BOTH = (
    "<w:keepNext/><w:keepLines/>",
    "<w:pageBreakBefore/>",
    '<w:jc w:val="center"/>',
    '<w:jc w:val="both"/>',
)
_TOC_TAB = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9071"/></w:tabs>'
_FOOT_TAB = '<w:tabs><w:tab w:val="clear" w:pos="4536"/><w:tab w:val="right" w:pos="9071"/></w:tabs>'
_BAB = _font(14, bold=True, color=MAROON)

STYLES = (
    Style("Isi", paragraph=_spacing(0, 120, 360) + _indent(first=567) + _BOTH),
    Style("Isi Lekat", paragraph="<w:keepNext/>" + _spacing(0, 120, 360) + _indent(first=567) + _BOTH),
    Style("Butir", paragraph=_spacing(0, 60, 360) + _BOTH),
    Style("Butir Isi", "Butir", _indent(left=567)),
    Style(
        "heading 1",
        paragraph=_KEEP + _PAGE + _numbered(0) + _spacing(0, 320) + _CENTER + '<w:outlineLvl w:val="0"/>',
        text=_BAB,
    ),
    Style(
        "heading 2",
        paragraph=_KEEP + _numbered(1) + _spacing(240, 120) + _indent(425, 425) + '<w:outlineLvl w:val="1"/>',
        text=_font(12, bold=True),
    ),
    Style(
        "heading 3",
        paragraph=_KEEP + _numbered(2) + _spacing(120, 40) + '<w:outlineLvl w:val="2"/>',
        text=_font(11, bold=True, color=MAROON),
    ),
    Style("Judul Depan", paragraph=_KEEP + _PAGE + _spacing(0, 320) + _CENTER + '<w:outlineLvl w:val="0"/>', text=_BAB),
    Style("Judul Lampiran", paragraph=_KEEP + _PAGE + _spacing() + _CENTER + '<w:outlineLvl w:val="0"/>', text=_BAB),
    Style("Anak Judul", paragraph=_KEEP + _spacing(0, 160) + _CENTER, text=_BAB),
    Style("toc 1", paragraph=_TOC_TAB + _spacing(120, 20) + _indent(0, 0, 0, 0), text=_font(11, bold=True)),
    Style("toc 2", paragraph=_TOC_TAB + _spacing(20, 20) + _indent(851, 425, 0, 0), text=_font(11)),
    Style("toc 3", paragraph=_TOC_TAB + _spacing(20, 20) + _indent(1276, 425, 0, 0), text=_font(11)),
    Style("table of figures", paragraph=_TOC_TAB + _spacing(20, 20) + _indent(0, 0, 0, 0), text=_font(11)),
    Style("footer", paragraph=_rule("top", MAROON, 6) + _FOOT_TAB + _spacing(), text=_font(9, color=GREY)),
    Style("Kop Logo", paragraph=_spacing() + _CENTER),
    Style("Kop Lembaga", paragraph=_spacing() + _CENTER, text=_font(16, bold=True)),
    Style("Kop Alamat", paragraph=_spacing(60) + _CENTER, text=_font(10)),
    Style(
        "Kop Garis", paragraph=_rule("bottom", "000000", 18, "thickThinSmallGap") + _spacing(0, 240, 80), text=_font(2)
    ),
    Style("Surat", paragraph=_spacing(20, 20)),
    Style("Surat Tanggal", paragraph=_spacing(20, 20) + '<w:jc w:val="right"/>'),
    Style("Surat Kepada", paragraph=_spacing(280, 280, 340)),
    Style("Surat Isi", paragraph=_spacing(0, 140, 380) + _indent(first=851) + _BOTH),
    Style("Surat Tembusan", paragraph=_spacing(0, 20), text=_font(10)),
    Style("Tanda Tangan", paragraph="<w:keepLines/>" + _spacing(360, 360, 300) + _indent(4535) + _CENTER),
    Style("Sampul Logo", paragraph=_spacing(480, 280) + _CENTER),
    Style("Sampul Lembaga", paragraph=_spacing(0, 120) + _CENTER, text=_font(20, bold=True, space=10)),
    Style(
        "Sampul Garis",
        paragraph=_rule("bottom", MAROON, 24, "thinThickSmallGap") + _spacing(0, 140, 120) + _indent(1700, right=1700),
        text=_font(4),
    ),
    Style(
        "Sampul Garis Emas",
        paragraph=_rule("bottom", GOLD, 12) + _spacing(0, 220, 160) + _indent(3200, right=3200),
        text=_font(4),
    ),
    Style("Sampul Tagline", paragraph=_spacing(60) + _CENTER, text=_font(11, color=GOLD, bold=True, space=30)),
    Style("Sampul Judul", paragraph=_spacing() + _CENTER, text=_font(26, bold=True, color=MAROON)),
    Style("Sampul Periode", paragraph=_spacing() + _CENTER, text=_font(16, bold=True)),
    Style("Sampul Tahun", paragraph=_spacing() + _CENTER, text=_font(24, bold=True, color=MAROON, space=60)),
    Style("Sampul Alamat", paragraph=_spacing(0, 120) + _CENTER, text=_font(11)),
    Style("Sel", paragraph=_spacing(20, 20), text=_font(10)),
    Style("Sel Tengah", "Sel", _CENTER),
    Style("Sel Judul", "Sel", "<w:keepNext/>" + _CENTER, _font(9, bold=True)),
    Style("Sel Kecil", "Sel", _CENTER, _font(8)),
    Style("Sel Kecil Kiri", "Sel", "", _font(8)),
    Style("Sel Kecil Judul", "Sel Judul", "", _font(8, bold=True)),
    Style("Setelah Tabel", paragraph=_spacing(0, 0, 200), text=_font(6)),
    Style("Catatan", paragraph=_spacing(60, 200), text=_font(9.5)),
    Style("Kolase", paragraph="<w:keepNext/>" + _spacing(0, 80) + _CENTER),
    Style("caption", paragraph=_spacing(0, 0) + _CENTER, text=_font(10)),
    Style("Keterangan Tabel", "caption", "<w:keepNext/>" + _spacing(0, 40)),
    Style("Halaman Baru", paragraph=_PAGE + _spacing(0, 0, 20), text=_font(1)),
    Style("Jeda", paragraph=_spacing(0, 0, 20), text=_font(1)),
)
