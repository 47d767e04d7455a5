"""A Word template filled: its text, and all that is no text left as it is."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemBytecodeCache

from renderers.templat_bawaan import build
from renderers.word import word
from renderers.word.ooxml import HEAD, NAMESPACES, W, paragraph, run
from renderers.word.structure import tags

MAIN = "word/document.xml"
_TYPES = "[Content_Types].xml"


def document(*texts: str) -> dict[str, bytes]:
    body = "".join(paragraph("Isi", run(text)) for text in texts)
    main = f"{HEAD}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>".encode()
    return {MAIN: main, "a.png": b"\x89", _TYPES: build.parts()[_TYPES]}


def filled(context: dict[str, Any], *texts: str) -> str:
    made = word.render(document(*texts), context)[MAIN].decode()
    return made.partition("<w:body>")[2].partition("</w:body>")[0]


def expected(*texts: str) -> str:
    return "".join(paragraph("Isi", run(text)) for text in texts)


def test_a_template_is_filled_and_what_is_no_text_stays() -> None:
    assert filled({"nama": "A & B <c>"}, "Yth. {{ nama }}") == expected("Yth. A & B <c>")
    assert word.render(document(), {})["a.png"] == b"\x89"


def test_prepared_once_and_filled_twice() -> None:
    prepared = word.prepare(document("{%p for n in angka %}", "{{ n }}", "{%p endfor %}"))
    made = [word.fill(prepared, {"angka": numbers})[MAIN] for numbers in ([1, 2], [3])]
    assert made == [document("1", "2")[MAIN], document("3")[MAIN]]


def test_line_breaks_and_tabs_become_those_of_word() -> None:
    br, tab = (f'</w:t><w:{mark}/><w:t xml:space="preserve">' for mark in ("br", "tab"))
    assert filled({"x": "a\nb\tc"}, "{{ x }}") == expected("a-b-c").replace("-", br, 1).replace("-", tab, 1)


def test_braces_that_people_typed_stay_as_they_typed_them_and_pass_the_gate() -> None:
    from lxml import etree

    made = word.render(document("{{ x }}"), {"x": "{{ 7*7 }} {% raw %} {a} {# b #}"})[MAIN]
    texts = [node.text for node in etree.fromstring(made).iter(f"{W}t")]
    assert texts == ["{", "{ 7*7 }", "} {", "% raw %", "} {a} {", "# b #", "}"]
    assert list(tags(etree.fromstring(made))) == []
    typed = document("{{ x }}")[MAIN].replace(b"{{ x }}", b"{</w:t></w:r><w:r><w:t>{ x }}")
    assert list(tags(etree.fromstring(typed))) == ["a template tag is left: {{ x }}"]


def test_typed_braces_in_a_property_of_the_file_stay_too() -> None:
    core = f"{HEAD}<a>{{{{ x }}}}</a>".encode()
    parts = {**document(), "docProps/core.xml": core, _TYPES: build.parts()[_TYPES]}
    assert word.render(parts, {"x": "{{ y }}"})["docProps/core.xml"] == f"{HEAD}<a>{{{{ y }}}}</a>".encode()


def test_a_fault_says_the_paragraphs_around_it() -> None:
    with pytest.raises(word.BrokenTemplate) as caught:
        filled({}, "Pembuka", "{% if %}", "Penutup")
    said = "Expected an expression, got 'end of statement block'"
    assert str(caught.value) == f"word/document.xml: {said} di sekitar: Pembuka / {{% if %}} / Penutup"


@pytest.mark.parametrize("error", [RuntimeError, PermissionError])
def test_a_folder_for_compiled_templates_that_is_not_ours_costs_no_report(
    monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    def refuse(_: object) -> str:
        raise error

    monkeypatch.setattr(FileSystemBytecodeCache, "_get_default_cache_dir", refuse)
    assert filled({"x": 1}, "{{ x }}") == expected("1")


def test_templates_are_compiled_once_each_though_their_parts_have_the_same_names(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(FileSystemBytecodeCache, "_get_default_cache_dir", lambda _: str(tmp_path))
    compiled, plainly = list[str](), Environment.compile

    def counted(env: Environment, source: str, name: str, filename: str | None) -> object:
        compiled.append(name)
        return plainly(env, source, name, filename)

    monkeypatch.setattr(Environment, "compile", counted)
    for n in range(3):
        for text in ("Laporan", "Surat"):
            assert filled({"n": n}, f"{text} {{{{ n }}}}") == expected(f"{text} {n}")
    assert [name for name in compiled if name == MAIN] == [MAIN] * 2


def test_a_full_disk_for_compiled_templates_costs_no_report(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    missing = str(tmp_path / "hilang")
    monkeypatch.setattr(FileSystemBytecodeCache, "_get_default_cache_dir", lambda _: missing)
    assert filled({"x": 1}, "{{ x }}") == expected("1")
