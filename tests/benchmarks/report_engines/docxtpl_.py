"""The peer that people would take: docxtpl as its manual shows it, rows by {%tr%}, pictures by InlineImage."""

import json
import sys
from pathlib import Path
from typing import Any

from docx.shared import Cm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Environment

folder, target = map(Path, sys.argv[1:])
template = DocxTemplate(folder / "docxtpl.docx")


def with_pictures(value: Any) -> Any:
    if isinstance(value, list):
        return [with_pictures(item) for item in value]
    if not isinstance(value, dict):
        return value
    if "picture" in value:
        return InlineImage(template, str(folder / value["picture"]), Cm(value["lebar"]), Cm(value["tinggi"]))
    return {name: with_pictures(item) for name, item in value.items()}


context = with_pictures(json.loads((folder / "context.json").read_text()))
template.render(context, Environment(autoescape=True))
template.save(target)
