"""A Word template filled strictly: an unknown name, broken XML or a forbidden expression is an error."""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, islice
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from jinja2 import (
    DictLoader,
    Environment,
    FileSystemBytecodeCache,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)
from jinja2.bccache import Bucket
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment

from renderers.word.allowed import filled
from renderers.word.ooxml import HELD, PARTED, Parts, parted
from renderers.word.structure import places
from renderers.word.tables import Figures, Xml

# No character at all, and so in no text of people: it stands between typed braces until they are in their runs.
_MARK = "\ufdd0"
_TEXT = re.compile(rb"<w:t(?: [^>]*)?>")
_OPEN, _CLOSE = "\x02", "\x03"  # around italic words; XML forbids both, so that no cleaned text has them
# The first byte of each sign, which is no usual one.
_BREAKS, _ITALICS = (b"\n", b"\t", _MARK.encode()[:1]), (_OPEN.encode(),)
_RUN = re.compile(rb"<w:r(?: [^>]*)?>")
_ITALIC = re.compile(rb"\x02([^\x02\x03]*)\x03(?=[^<>]*<)")  # in a text, not in an attribute
_PROPERTIES = re.compile(rb"<w:rPr>.*?</w:rPr>", re.DOTALL)
# The schema wants these before the mark for italics.
_BEFORE = re.compile(rb"<w:rPr>(?:<w:(?:rStyle|rFonts|b|bCs)(?: [^>]*)?/>)*")
_AT_ONCE = 2048  # pieces of a part that are joined
_AROUND = 3  # lines of the template that are shown before and after a fault


class BrokenTemplate(Exception):  # noqa: N818  (said to the person who edited the template)
    """The template cannot be filled; the message says where."""


class _Compiled(FileSystemBytecodeCache):
    """A cache of compiled templates in a folder of the user; a report must not fail where it cannot be written."""

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        # The parts of the report, its letter and the templates of offices have the same names; two letters of its sum
        # part most, and keep the files few.
        return super().get_bucket(environment, f"{name} {self.get_source_checksum(source)[:2]}", filename, source)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


class _Sandbox(SandboxedEnvironment):
    """Looks into a dict before it looks at it, and knows the number of a row to be harmless: a report asks for the
    fields of its rows thousands of times."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if type(obj) is dict and attribute in obj:
            return obj[attribute]
        return obj.index if attribute == "index" and type(obj) is LoopContext else super().getattr(obj, attribute)


def environment(sources: dict[str, str] | None = None, held: list[bytes] | None = None) -> SandboxedEnvironment:
    """The sandbox in which templates are read and filled; unknown names are errors. `held`: see fill."""
    # Jinja by default runs any Python expression, and leaves an ampersand as it is, which breaks XML.
    env = _Sandbox(
        undefined=StrictUndefined,
        autoescape=True,
        loader=DictLoader(sources or {}),
        finalize=_marked if held is None else partial(_figures, held),
        bytecode_cache=_compiled() if sources else None,
    )
    env.filters["held"] = str if held is None else partial(_hold, held)
    return env


def _marked(value: Any) -> Any:
    """A value with its typed braces marked, of the same type: finished XML stays unescaped."""
    return type(value)(parted(value, _MARK)) if isinstance(value, str) and ("{" in value or "}" in value) else value


def _compiled() -> _Compiled | None:
    try:
        # What was compiled without marking braces has another name.
        return _Compiled(pattern="__laporan_2_%s.cache")
    except (RuntimeError, OSError):  # the folder belongs to somebody else, or cannot be made
        return None


def render(parts: Parts, context: dict[str, Any]) -> Parts:
    """The parts of a template with the values of `context`; raises BrokenTemplate."""
    return fill(prepare(parts), context)


def prepare(parts: Parts) -> Parts:
    """The parts with their tags as Jinja reads them, out of the runs, rows and paragraphs in which Word keeps them."""
    # Only docxtpl's reading of tags is used: its filling takes quadratic time, and cuts out broken XML.
    from docxtpl import DocxTemplate  # noqa: PLC0415  (heavy, and not needed for a template prepared before)

    template, tagged = DocxTemplate(None), filled(parts)
    return {
        # Each paragraph begins a line, so that an error can say where it is.
        name: template.patch_xml(data.decode()).replace("<w:p>", "\n<w:p>").replace("<w:p ", "\n<w:p ").encode()
        if name in tagged
        else data
        for name, data in parts.items()
    }


def names(parts: Parts) -> set[str]:
    """The names that the template asks for."""
    from jinja2 import meta  # noqa: PLC0415  (only the checker needs the parser)

    env = environment()
    return {
        found
        for source in sources(prepare(parts)).values()
        for found in meta.find_undeclared_variables(env.parse(source))
    }


def fill(prepared: Parts, context: dict[str, Any], held: list[bytes] | None = None) -> Parts:
    """The parts of a prepared template with the values of `context`; raises BrokenTemplate. `held`: takes the tables of
    figures and those that the filter of this name is around, whose places stay marked. It is given for our own template
    alone: no office has written that, so that only the gate looks whether it is sound."""
    found, ours = sources(prepared), held is not None
    env = environment(found, held)
    return {**prepared, **{name: _part(env, name, source, context, ours=ours) for name, source in found.items()}}


def _figures(held: list[bytes], value: Any) -> Any:
    return _hold(held, _marked(value)) if type(value) is Figures else _marked(value)


def _hold(held: list[bytes], table: str) -> Xml:
    held.append(_written(table.encode()))
    return Xml(HELD)


def sources(prepared: Parts) -> dict[str, str]:
    """The parts of a prepared template that are filled, as the source that Jinja reads."""
    return {name: prepared[name].decode() for name in filled(prepared)}


def _part(env: SandboxedEnvironment, name: str, source: str, context: dict[str, Any], *, ours: bool) -> bytes:
    try:
        xml = _written(_joined(env.get_template(name).generate(context)))
        if not ours:
            ParserCreate().Parse(xml, True)
    except TemplateError as error:
        raise BrokenTemplate(f"{name}: {error.message} {_place(error, source)}".strip()) from error
    except ExpatError as error:
        raise BrokenTemplate(f"{name}: {error}") from error
    return xml


def _joined(pieces: Iterator[str]) -> bytes:
    """The part without the lines that tell where a fault is, which stand within a piece; some pieces at a time, for a
    long one is not held twice."""
    xml = list[bytes]()
    while some := list(islice(pieces, _AT_ONCE)):
        xml.append("".join(some).replace("\n<w:p", "<w:p").encode())
    return b"".join(xml)


def _written(xml: bytes) -> bytes:
    """The part with what people typed as Word writes it."""
    return italic_runs(_breaks(xml))


Span = tuple[int, int]


def _changed(
    xml: bytes,
    signs: Sequence[bytes],
    span: Callable[[bytes, int, int], Span | None],
    change: Callable[[bytes], bytes],
) -> bytes:
    """The part with each span changed in which one of `signs` stands. `span`: where it begins and ends, by the end of
    the one before and the place of the sign; None where the sign stays."""
    done, end, whole = list[bytes | memoryview](), 0, memoryview(xml)
    for at in sorted(chain.from_iterable(places(xml, sign) for sign in signs)):
        if at >= end and (found := span(xml, end, at)):
            done += whole[end : found[0]], change(xml[found[0] : found[1]])
            end = found[1]
    return b"".join([*done, whole[end:]]) if done else xml


def _breaks(xml: bytes) -> bytes:
    """The part with the line breaks, tabs and typed braces inside of texts as those of Word."""
    written = _changed(xml, _BREAKS, _text, _broken)
    return written.replace(_MARK.encode(), b"") if _BREAKS[-1] in written else written


def _text(xml: bytes, _before: int, at: int) -> Span | None:
    """The text element around a place in its text."""
    begin, end = xml.rfind(b"<", 0, at), xml.find(b"<", at)
    opened = _TEXT.match(xml, max(begin, 0))
    return (begin, end + 6) if opened and opened.end() <= at and xml.startswith(b"</w:t>", end) else None


def _broken(text: bytes) -> bytes:
    between = PARTED.replace("><", "><w:{}/><")
    signs = {"\n": between.format("br"), "\t": between.format("tab"), _MARK: PARTED}
    return "".join(signs.get(sign, sign) for sign in text.decode()).encode()


def italic(text: str, words: re.Pattern[str]) -> str:
    """A value for a template, in which the group of each match of `words` is to be printed in italics."""
    return words.sub(lambda found: f"{_OPEN}{found[1]}{_CLOSE}", text)


def italic_runs(xml: bytes) -> bytes:
    """The part with italic words as runs of their own; where no run stands, as plain words."""
    if _OPEN.encode() not in xml:
        return xml
    parted = _changed(xml, _ITALICS, _run, _parted)
    return parted.replace(_OPEN.encode(), b"").replace(_CLOSE.encode(), b"")


def _run(xml: bytes, before: int, at: int) -> Span | None:
    """The run around a place."""
    last = xml.rfind(b"</w:r>", before, at)
    begin, end = _RUN.search(xml, before if last < 0 else last, at), xml.find(b"</w:r>", at)
    return (begin.start(), end + 6) if begin and end >= 0 else None


def _parted(run: bytes) -> bytes:
    """A run as those before, within and behind its italic words, each with the properties of the run."""
    found = _PROPERTIES.search(run)
    upright = found[0] if found else b""
    again = b'</w:t></w:r><w:r>%s<w:t xml:space="preserve">'
    return _ITALIC.sub(lambda words: again % _slanted(upright) + words[1] + again % upright, run)


def _slanted(properties: bytes) -> bytes:
    if b"<w:i/>" in properties:
        return properties
    return _BEFORE.sub(lambda found: found[0] + b"<w:i/>", properties or b"<w:rPr></w:rPr>", count=1)


def _place(error: TemplateError, source: str) -> str:
    if not isinstance(error, TemplateSyntaxError):
        return ""
    around = source.splitlines()[max(error.lineno - 1 - _AROUND, 0) : error.lineno + _AROUND]
    lines = [re.sub(r"<[^>]+>", "", line).strip() for line in around]
    return f"di sekitar: {' / '.join(line for line in lines if line)}" if any(lines) else ""
