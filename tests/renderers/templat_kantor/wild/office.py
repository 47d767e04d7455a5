"""A template as an office makes it of the built-in one: a kop with its logo, margins of an official letter, one more
chapter, a table that lies across in a section of its own, and page numbers of three kinds."""

import re
from functools import cache
from io import BytesIO

from PIL import Image, ImageDraw

from renderers.templat_bawaan import build
from renderers.word.ooxml import HEAD, MAIN, NAMESPACES, RELS, Parts, cell, field, paragraph, row, run, table, twips

TYPES = "[Content_Types].xml"
CHAPTER = "LAYANAN INFORMASI"
SECTIONS = 7
"""Those of the report: letter, cover, front matter, chapters, the table across, the last chapter, the appendices."""
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_MARGINS = 'w:top="2268" w:right="1701" w:bottom="1701" w:left="2268" w:header="709" w:footer="709" w:gutter="0"'
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_EMU = 360_000  # to the centimetre
_WIDTHS = [twips(cm) for cm in (1.2, 3.5, 2.8, 6.2, 4.0, 5.0)]
_HEADS = ("NO.", "TANGGAL", "WAKTU", "KEGIATAN", "TEMPAT", "PESERTA")
_CELLS = ("{{ loop.index }}.", *(f"{{{{ k.{name} }}}}" for name in ("tanggal", "waktu", "uraian", "instansi")))


@cache
def logo() -> bytes:
    """A square emblem as PNG."""
    drawn = Image.new("RGB", (96, 96), "white")
    ImageDraw.Draw(drawn).ellipse((4, 4, 92, 92), fill="maroon")
    out = BytesIO()
    drawn.save(out, "PNG")
    return out.getvalue()


def picture(rid: str, cm: float) -> str:
    """A run with a square picture."""
    size = f'cx="{round(cm * _EMU)}" cy="{round(cm * _EMU)}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr id="1" name="Gambar 1" descr="Lambang {{{{ satker.nama }}}}"/><a:graphic><a:graphicData '
        f'uri="{_PICTURE}"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="lambang.png"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{rid}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        f'<a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def _kop() -> str:
    words = paragraph("KopLembaga", run("{{ satker.lembaga|upper }}\n{{ satker.tempat|upper }}"))
    address = paragraph("KopAlamat", run("{{ satker.alamat }}"))
    cells = [cell(1361, paragraph("KopLogo", picture("rId20", 2))), cell(6576, words + address)]
    return table("TabelPolos", [1361, 6576], [row(cells)]) + paragraph("KopGaris")


def _section(text: str, *changes: tuple[str, str]) -> str:
    """The last section of the built-in template with other figures, footer or paper."""
    section = str(re.findall(r"<w:sectPr>.*?</w:sectPr>", text)[-1])
    for old, new in changes:
        section = re.sub(old, new, section)
    return section


def _across() -> str:
    """The chapter of its own, and behind it the table that is wider than an upright page."""
    told = run("Meja layanan {{ satker.nama }} melayani permohonan informasi pada setiap hari kerja.")
    caption = run("Tabel ") + field(r"SEQ Tabel \* ARABIC", run("1")) + run(". Jadwal koordinasi")
    heads = [cell(w, paragraph("SelJudul", run(text))) for w, text in zip(_WIDTHS, _HEADS, strict=True)]
    told_of = (*_CELLS, "{{ k.keterangan }}")
    cells = [cell(w, paragraph("Sel", run(text))) for w, text in zip(_WIDTHS, told_of, strict=True)]
    turn = [cell(sum(_WIDTHS), paragraph("Sel", run(f"{{%tr {what} %}}")), span=6) for what in _LOOP]
    rows = [row(heads, header=True), row(turn[:1]), row(cells), row(turn[1:])]
    return (
        paragraph("Heading1", run(f"\n{CHAPTER}")) + paragraph("Heading2", run("Meja Layanan"))
        + paragraph("Isi", told) + paragraph("Jeda", "", "§chapters§")
        + paragraph("Heading2", run("Jadwal Koordinasi")) + paragraph("KeteranganTabel", caption)
        + table("TabelLaporan", _WIDTHS, rows) + paragraph("Jeda", "", "§across§")
    )  # fmt: skip


_LOOP = ("for k in koordinasi.pemerintah", "endfor")


def parts() -> Parts:
    """The template, in the markup of the built-in one."""
    made = build.parts()
    text = re.sub(r"(?<=<w:pgMar )[^/]*", _MARGINS, made[MAIN].decode())
    kop = re.compile(r"<w:tbl>.*?</w:tbl><w:p><w:pPr><w:pStyle w:val=\"KopGaris\"/></w:pPr></w:p>", re.DOTALL)
    text = kop.sub(_kop(), text, count=1)
    lying = (r'w:w="11906" w:h="16838"', 'w:w="16838" w:h="11906" w:orient="landscape"')
    going, letters = (r' w:start="1"', ""), (r"<w:pgNumType[^>]*>", '<w:pgNumType w:fmt="upperLetter" w:start="1"/>')
    found = {
        "§chapters§": _section(text),
        "§across§": _section(text, lying, going),
        "§last§": _section(text, going),
        _section(text) + "</w:body>": _section(text, letters, ("rId4", "rId21")) + "</w:body>",
    }
    last = text.index('<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:br/><w:t xml:space="preserve">PENUTUP')
    behind = text.index("<w:p>", text.index("{{ satker.ketua }}", last))
    text = text[:last] + _across() + text[last:behind] + paragraph("Jeda", "", "§last§") + text[behind:]
    for mark, section in found.items():
        text = text.replace(mark, section)
    return _packed({**made, MAIN: text.encode()})


def _packed(made: Parts) -> Parts:
    feet = {
        "word/footer1.xml": run("Laporan {{ satker.nama }}\t") + run("Halaman ") + field("PAGE", run("1")),
        "word/footer2.xml": run("Lampiran Laporan {{ satker.nama }}\t") + run("Halaman ") + field("PAGE", run("A")),
    }
    told = {
        name: f"{HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer', text.replace(_TAB, _TABBED))}</w:ftr>".encode()
        for name, text in feet.items()
    }
    rels = (
        f'<Relationship Id="rId20" Type="{_KINDS}/image" Target="media/image1.png"/>'
        f'<Relationship Id="rId21" Type="{_KINDS}/footer" Target="footer2.xml"/></Relationships>'
    )
    types = f'<Override PartName="/word/footer2.xml" ContentType="{_WORD}.footer+xml"/></Types>'
    return {
        **made,
        **told,
        "word/media/image1.png": logo(),
        RELS: made[RELS].replace(b"</Relationships>", rels.encode()),
        TYPES: made[TYPES].replace(b"</Types>", types.encode()),
    }


_TAB, _TABBED = "\t</w:t>", "</w:t><w:tab/>"
