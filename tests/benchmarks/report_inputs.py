"""A folder for the engines: the same report as frozen figures, as plain fields, as blocks, as parts; its pictures."""

import json
import re
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

from lxml import etree
from pydantic import TypeAdapter

from renderers.clean import clean
from renderers.figures import Rekap
from renderers.photo import emblem
from renderers.photo.album import Album
from renderers.rekap import charts, document
from renderers.rekap.fields import fields
from renderers.rekap.pictures import Material, Sheet
from renderers.rekap.rekap import TEMPLATE
from renderers.word.ooxml import Parts, W, pack, unpack
from tests.benchmarks import report_data, report_peers

MAIN = "word/document.xml"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
_BLOCKS = {f"{W}p", f"{W}tbl"}


def prepare(folder: Path, scale: int, sheets: int) -> None:
    folder.mkdir(parents=True)
    rekap = report_data.rekap(scale)
    drawn = [report_data.sheet(n) for n in range(min(sheets, 13))]
    # Further sheets differ in a byte behind the picture: each is a file of its own.
    lembar = [Sheet(drawn[n % 13] + bytes(n // 13), f"Kegiatan pekan ke-{n + 1}") for n in range(sheets)]
    bahan = Material(emblem.emblem(), lembar, (), charts.diagrams(clean(rekap)))
    (folder / "figures.json").write_bytes(TypeAdapter(Rekap).dump_json(rekap))
    _pictures(folder, bahan)
    parts = unpack(document.finished(document.assemble(rekap, bahan), None))
    with ZipFile(folder / "parts.zip", "w", ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    _for_templates(folder, rekap, bahan)
    _for_cells(folder, parts)


def _pictures(folder: Path, bahan: Material) -> None:
    names = {
        "lambang": "lambang.png",
        "lembar": [(f"lembar{n}.jpg", x.caption) for n, x in enumerate(bahan.sheets)],
        "diagram": {
            place: [(f"{place}{n}.png", d.alt, d.caption) for n, d in enumerate(found)]
            for place, found in bahan.charts.items()
        },
    }
    (folder / "pictures.json").write_text(json.dumps(names))
    files = {"lambang.png": bahan.emblem} | {f"lembar{n}.jpg": x.jpeg for n, x in enumerate(bahan.sheets)}
    files |= {f"{place}{n}.png": d.png for place, found in bahan.charts.items() for n, d in enumerate(found)}
    for name, data in files.items():
        (folder / name).write_bytes(data)


def _for_templates(folder: Path, rekap: Rekap, bahan: Material) -> None:
    album = Album()
    context = fields(clean(rekap), bahan, album)
    known = {path.read_bytes(): path.name for path in folder.iterdir() if path.suffix in {".png", ".jpg"}}
    files = {rid: known[data] for rid, data in album.files.items()}
    (folder / "context.json").write_text(json.dumps(report_peers.plain(context, files)))
    parts = unpack(TEMPLATE.read_bytes())
    template = report_peers.docxtpl(parts[MAIN].decode(), context)
    (folder / "docxtpl.docx").write_bytes(pack({**parts, MAIN: template.encode()}))
    (folder / "docxtemplater.docx").write_bytes(pack({**parts, MAIN: report_peers.docxtemplater(template).encode()}))


def _for_cells(folder: Path, parts: Parts) -> None:
    """What our own document shows, block by block, and a shell with its styles."""
    body = etree.fromstring(parts[MAIN])[0]
    styles = {
        s.get(f"{W}styleId"): s[0].get(f"{W}val") for s in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")
    }
    links = dict(re.findall(r'Id="(rIdG\d+)"[^>]*Target="([^"]+)"', parts["word/_rels/document.xml.rels"].decode()))
    known = {path.read_bytes(): path.name for path in folder.iterdir() if path.suffix in {".png", ".jpg"}}
    files = {rid: known[parts[f"word/{target}"]] for rid, target in links.items()}
    blocks = [_block(node, styles, files) for node in body if node.tag in _BLOCKS]
    (folder / "blocks.json").write_text(json.dumps(blocks))
    shell = unpack(TEMPLATE.read_bytes())
    shell[MAIN] = re.sub(rb"<w:body>.*(?=<w:sectPr>)", b"<w:body>", shell[MAIN], flags=re.DOTALL)
    (folder / "shell.docx").write_bytes(pack(shell))


def _block(node: etree._Element, styles: dict[Any, Any], files: dict[str, str]) -> dict[str, Any]:
    if node.tag == f"{W}tbl":
        rows = [[_cell(cell, styles, files) for cell in row.iter(f"{W}tc")] for row in node.iter(f"{W}tr")]
        return {"columns": len(list(node.iter(f"{W}gridCol"))), "rows": rows}
    shown = {f"{W}br": "\n", f"{W}tab": "\t"}
    texts = [n.text or "" if n.tag == f"{W}t" else shown.get(str(n.tag), "") for run in node.iter(f"{W}r") for n in run]
    style = node.find(f"{W}pPr/{W}pStyle")
    return {
        "style": styles[style.get(f"{W}val")] if style is not None else "Normal",
        "text": "".join(texts),
        "pictures": [_picture(drawing, files) for drawing in node.iter(f"{W}drawing")],
    }


def _cell(cell: etree._Element, styles: dict[Any, Any], files: dict[str, str]) -> dict[str, Any]:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    blocks = [_block(node, styles, files) for node in cell if node.tag == f"{W}p"]
    return {"span": int(span.get(f"{W}val", "1")) if span is not None else 1, "blocks": blocks}


def _picture(drawing: etree._Element, files: dict[str, str]) -> dict[str, Any]:
    blip, extent = next(drawing.iter(_A)), next(drawing.iter(_EXTENT))
    sides = {name: int(extent.get(key, "0")) / 360_000 for name, key in (("lebar", "cx"), ("tinggi", "cy"))}
    return {"picture": files[blip.get(_R, "")], **sides}
