"""What the peers are given: our template with tables of rows instead of finished XML, our fields as plain values."""

import re
from dataclasses import asdict, is_dataclass
from html import unescape
from itertools import groupby
from typing import Any

from renderers.photo.album import Picture
from renderers.word.tables import Xml

# The marks around italic words are none that the peers know; Word files must not have them.
_ITALIC = dict.fromkeys(map(ord, "\x02\x03"))
_ROWS = re.compile(r"<w:tr>.*?</w:tr>", re.DOTALL)
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*)(</w:t>)")
_TAG_ROW = re.compile(r"<w:tr>(?:(?!</w:tr>).)*\{%tr (.*?) ?%\}(?:(?!</w:tr>).)*</w:tr>", re.DOTALL)
_TAG_PARAGRAPH = re.compile(r"(<w:p>(?:(?!</w:p>).)*)\{%p (.*?) ?%\}((?:(?!</w:p>).)*</w:p>)", re.DOTALL)
_MARK = '<w:tr><w:tc><w:tcPr/><w:p><w:r><w:t xml:space="preserve">{{%tr {} %}}</w:t></w:r></w:p></w:tc></w:tr>'


def plain(value: Any, pictures: dict[str, str]) -> Any:  # noqa: PLR0911  (a case each)
    """The fields of a report as JSON; `pictures`: relationship id -> file."""
    if isinstance(value, Picture):
        return {"picture": pictures[value.rid], "lebar": value.width, "tinggi": value.height}
    if isinstance(value, Xml):
        return {f"g{n}": group for n, group in enumerate(_groups(value))}
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value), pictures)
    if hasattr(value, "_asdict"):
        return plain(value._asdict(), pictures)
    if isinstance(value, dict):
        return {name: plain(item, pictures) for name, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item, pictures) for item in value]
    return value if isinstance(value, int | bool | None) else str(value).translate(_ITALIC)


def docxtpl(document: str, context: dict[str, Any]) -> str:
    """Each `{{p table }}` becomes a table with rows in loops; pictures stand in plain tags."""
    looped = {"b.tabel": context["matriks"][0]["tabel"], **{n: context[n] for n in ("rekapitulasi", "evaluasi")}}
    for name, xml in looped.items():
        place = re.compile(r"<w:p>(?:(?!</w:p>).)*\{\{p " + re.escape(name) + r" \}\}(?:(?!</w:p>).)*</w:p>", re.DOTALL)
        document = place.sub(_template(name, xml).replace("\\", r"\\"), document, count=1)
    return re.sub(r"\{\{r ", "{{ ", document)


def docxtemplater(document: str) -> str:
    """The tags of the other peer: sections instead of for and if, each else a section of its own."""
    document = re.sub(r"\{\{ (\w+\.gambar|logo\w*) \}\}", r"{{%\1}}", document)
    document = _TAG_ROW.sub(lambda tag: f"<row {tag[1]}/>", document)
    # Rows of an empty table: the data have none.
    document = re.sub(r"<row else/>.*?<row endfor/>", "<row endfor/>", document, flags=re.DOTALL)
    document = re.sub(r"<row (for [^/]*)/>(.*?<w:t(?: [^>]*)?>)", r"\2{{#\1}}", document, flags=re.DOTALL)
    document = re.sub(r"(</w:t></w:r></w:p></w:tc></w:tr>)<row endfor/>", r"{{/}}\1", document)
    return _sections(document)


def _sections(document: str) -> str:
    opened: list[list[str]] = []
    document = _TAG_PARAGRAPH.sub(lambda p: "".join(p[1] + t + p[3] for t in _section(p[2], opened)), document)
    return re.sub(r"\{% (.*?) %\}", lambda tag: "".join(_section(tag[1], opened)), document)


def _section(tag: str, opened: list[list[str]]) -> list[str]:
    """`opened`: the conditions that have been tried so far, innermost last."""
    word, _, rest = tag.partition(" ")
    if word in {"endfor", "endif"}:
        opened.pop()
        return ["{{/}}"]
    if word in {"for", "if"}:
        opened.append([rest.partition(" in ")[2] if word == "for" else rest])
        return [f"{{{{#{word} {rest}}}}}"]
    tried = " and ".join(f"not truthy({condition})" for condition in opened[-1])
    opened[-1].append(rest)
    return ["{{/}}", f"{{{{#if {tried}{f' and truthy({rest})' if rest else ''}}}}}"]


def _template(name: str, xml: Xml) -> str:
    rows, made = _ROWS.findall(xml), list[str]()
    for n, (_, group) in enumerate(groupby([row for row in rows if "tblHeader" not in row], _cells)):
        made += [_MARK.format(f"for s in {name}.g{n}"), _prototype(next(group)), _MARK.format("endfor")]
    heads = [row for row in rows if "tblHeader" in row]
    return xml[: xml.index("<w:tr>")] + "".join([*heads, *made]) + "</w:tbl>"


def _prototype(row: str) -> str:
    numbers = iter(range(_cells(row)))
    return _TEXT.sub(lambda text: f"{text[1]}{{{{ s[{next(numbers)}] }}}}{text[3]}", row)


def _groups(xml: Xml) -> list[list[list[str]]]:
    """The texts of the rows below the head, parted where the number of cells changes."""
    rows = [row for row in _ROWS.findall(xml) if "tblHeader" not in row]
    return [[[unescape(text[1]) for text in _TEXT.findall(row)] for row in group] for _, group in groupby(rows, _cells)]


def _cells(row: str) -> int:
    return row.count("<w:tc>")
