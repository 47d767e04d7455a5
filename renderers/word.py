"""A Word template filled strictly: an unknown name, broken XML or a forbidden expression stops the report."""

from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from renderers.package import Parts

_RENDERED = ("word/document", "word/header", "word/footer", "docProps/core")


class BrokenTemplate(Exception):  # noqa: N818  (said to the one who edited the template)
    """The template cannot be filled; the message says where."""


def environment() -> SandboxedEnvironment:
    # docxtpl's own default runs any Python expression and drops what stands after an ampersand.
    return SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)


def render(parts: Parts, context: dict[str, Any]) -> Parts:
    return {name: _part(name, data, context) if name.startswith(_RENDERED) else data for name, data in parts.items()}


def names(parts: Parts) -> set[str]:
    """What the template asks for."""
    from jinja2 import meta  # noqa: PLC0415  (only the checker needs the parser)

    env, template = environment(), DocxTemplate(None)
    sources = [template.patch_xml(data.decode()) for name, data in parts.items() if name.startswith(_RENDERED)]
    return {found for source in sources for found in meta.find_undeclared_variables(env.parse(source))}


def _part(name: str, data: bytes, context: dict[str, Any]) -> bytes:
    # Only docxtpl's reading of tags is used: its way back through lxml is quadratic and repairs broken XML by cutting.
    template = DocxTemplate(None)
    try:
        filled: str = template.render_xml_part(template.patch_xml(data.decode()), None, context, environment())
    except TemplateError as error:
        raise BrokenTemplate(f"{name}: {error.message} {_place(error)}".strip()) from error
    xml = filled.encode()
    try:
        etree.fromstring(xml)
    except etree.XMLSyntaxError as error:
        raise BrokenTemplate(f"{name}: {error.msg}") from error
    return xml


def _place(error: TemplateError) -> str:
    around = [line.strip() for line in getattr(error, "docx_context", ())]
    return f"di sekitar: {' / '.join(line for line in around if line)}" if any(around) else ""
