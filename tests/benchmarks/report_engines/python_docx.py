"""The peer that people write themselves: python-docx, paragraph by paragraph and cell by cell."""

import json
import sys
from pathlib import Path
from typing import Any

from docx import Document
from docx.shared import Cm

folder, target = map(Path, sys.argv[1:])
document = Document(str(folder / "shell.docx"))


def fill(paragraph: Any, block: dict[str, Any]) -> None:
    paragraph.style = block["style"]
    run = paragraph.add_run(block["text"])
    for picture in block["pictures"]:
        run.add_picture(str(folder / picture["picture"]), Cm(picture["lebar"]), Cm(picture["tinggi"]))


def fill_cell(cell: Any, blocks: list[dict[str, Any]]) -> None:
    for n, block in enumerate(blocks):
        fill(cell.add_paragraph() if n else cell.paragraphs[0], block)


def add_table(columns: int, rows: list[list[dict[str, Any]]]) -> None:
    table = document.add_table(0, columns)
    for row in rows:
        cells, at = table.add_row().cells, 0
        for cell in row:
            place = cells[at]
            if cell["span"] > 1:
                place = place.merge(cells[at + cell["span"] - 1])
            fill_cell(place, cell["blocks"])
            at += cell["span"]


for block in json.loads((folder / "blocks.json").read_text()):
    if "rows" in block:
        add_table(block["columns"], block["rows"])
    else:
        fill(document.add_paragraph(), block)
document.save(str(target))
