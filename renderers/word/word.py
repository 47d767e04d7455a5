"""A Word template filled strictly: an unknown name, broken XML or a forbidden expression is an error."""

import re
from contextlib import suppress
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from jinja2 import DictLoader, FileSystemBytecodeCache, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.bccache import Bucket
from jinja2.sandbox import SandboxedEnvironment

from renderers.word.allowed import filled
from renderers.word.ooxml import Parts

_TEXT = re.compile(rb"<w:t(?: [^>]*)?>[^<]*[\n\t][^<]*</w:t>")
_AROUND = 3  # lines of the template that are shown before and after a fault


class BrokenTemplate(Exception):  # noqa: N818  (said to the person who edited the template)
    """The template cannot be filled; the message says where."""


class _Compiled(FileSystemBytecodeCache):
    """A cache of compiled templates in a folder of the user; a report must not fail where it cannot be written."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


def environment(sources: dict[str, str] | None = None) -> SandboxedEnvironment:
    """The sandbox in which templates are read and filled; unknown names are errors."""
    # Jinja by default runs any Python expression, and leaves an ampersand as it is, which breaks XML.
    return SandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=True,
        loader=DictLoader(sources or {}),
        bytecode_cache=_compiled() if sources else None,
    )


def _compiled() -> _Compiled | None:
    try:
        return _Compiled()
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


def fill(prepared: Parts, context: dict[str, Any]) -> Parts:
    """The parts of a prepared template with the values of `context`; raises BrokenTemplate."""
    found = sources(prepared)
    env = environment(found)
    return {**prepared, **{name: _part(env, name, source, context) for name, source in found.items()}}


def sources(prepared: Parts) -> dict[str, str]:
    """The parts of a prepared template that are filled, as the source that Jinja reads."""
    return {name: prepared[name].decode() for name in filled(prepared)}


def _part(env: SandboxedEnvironment, name: str, source: str, context: dict[str, Any]) -> bytes:
    try:
        xml = b"".join(map(str.encode, env.get_template(name).generate(context)))
        xml = _breaks(xml.replace(b"\n<w:p", b"<w:p"))
        ParserCreate().Parse(xml, True)
    except TemplateError as error:
        raise BrokenTemplate(f"{name}: {error.message} {_place(error, source)}".strip()) from error
    except ExpatError as error:
        raise BrokenTemplate(f"{name}: {error}") from error
    return xml


def _breaks(xml: bytes) -> bytes:
    """The part with the line breaks and tabs inside of texts as those of Word."""
    return _TEXT.sub(lambda text: text[0].replace(b"\n", _broken(b"br")).replace(b"\t", _broken(b"tab")), xml)


def _broken(mark: bytes) -> bytes:
    return b'</w:t><w:%s/><w:t xml:space="preserve">' % mark


def _place(error: TemplateError, source: str) -> str:
    if not isinstance(error, TemplateSyntaxError):
        return ""
    around = source.splitlines()[max(error.lineno - 1 - _AROUND, 0) : error.lineno + _AROUND]
    lines = [re.sub(r"<[^>]+>", "", line).strip() for line in around]
    return f"di sekitar: {' / '.join(line for line in lines if line)}" if any(lines) else ""
