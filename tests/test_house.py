"""The house: rooms taken in at a glance, rules that read nothing, capabilities that are read from their face."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "storage", "renderers")
MODULES, LINES = 12, 270
# A schema is one list of tables, and a later one stands beside it.
EXEMPT = {"storage/migrations/versions/0100_the_first_schema.py"}
# They read for the rules, which read nothing.
READERS = {"handlers/periksa/material.py", "handlers/periksa/expired.py"}


def _modules(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from (p for p in (ROOT / folder).rglob("*.py") if p.name != "__init__.py")


def _named(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_no_room_holds_more_than_twelve_modules() -> None:
    # Each change of the schema adds a migration, and none may be put away.
    rooms = [p.parent for p in _modules(*PACKAGES) if p.parent.name != "versions"]
    assert {_named(room): rooms.count(room) for room in rooms if rooms.count(room) > MODULES} == {}


def test_no_module_is_longer_than_a_few_screens() -> None:
    long = {_named(p): n for p in _modules(*PACKAGES) if (n := len(p.read_text().splitlines())) > LINES}
    assert {name: n for name, n in long.items() if name not in EXEMPT} == {}


def test_a_module_opens_with_a_sentence() -> None:
    said = {_named(p): ast.get_docstring(ast.parse(p.read_text())) or "" for p in _modules(*PACKAGES, "tests")}
    assert {name for name, text in said.items() if not re.match(r"\S[^\n]*(?:\n[^\n]+)?\.(?:\s|$)", text)} == set()


def test_what_reads_words_and_what_judges_a_report_asks_no_database() -> None:
    paths = (p for p in _modules("handlers/reading", "handlers/periksa") if _named(p) not in READERS)
    assert [f"{_named(p)}:{name}" for p in paths for name in _asking(ast.parse(p.read_text()))] == []


def _asking(tree: ast.AST) -> Iterator[str]:
    """Functions with a parameter that leads to the database."""
    for one in (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)):
        kinds = {ast.unparse(arg.annotation) for arg in one.args.args if arg.annotation}
        if kinds & {"Session", "Here", "Turn"}:
            yield one.name


CAPABILITIES = sorted(p.parent for p in (ROOT / "handlers").glob("*/capability.py"))


@pytest.mark.parametrize("room", CAPABILITIES, ids=lambda room: room.name)
def test_every_module_of_a_capability_is_reached_from_its_face_or_from_above(room: Path) -> None:
    reached, waiting = set[str](), ["capability", *_led_into(room)]
    while waiting:
        name = waiting.pop()
        reached.add(name)
        waiting += _neighbours(room, name) - reached - set(waiting)
    assert {_within(room, p) for p in _modules(_named(room))} - reached == set()


def _led_into(room: Path) -> set[str]:
    """What the process, the transaction and the routes call themselves: neither command nor press leads there."""
    above = (*_modules("bot"), ROOT / "handlers/dispatch.py", ROOT / "handlers/routes.py")
    names = {name for path in above for name in _imported(ast.parse(path.read_text()))}
    return _among(room, names)


def _neighbours(room: Path, module: str) -> set[str]:
    """Modules of the same room that a module imports."""
    return _among(room, set(_imported(ast.parse((room / f"{module.replace('.', '/')}.py").read_text()))))


def _among(room: Path, names: set[str]) -> set[str]:
    """The modules of a room and of the rooms in it that have one of these names."""
    within = {_within(room, p) for p in _modules(_named(room))}
    return {one for one in within if f"handlers.{room.name}.{one}" in names}


def _within(room: Path, path: Path) -> str:
    return ".".join(path.relative_to(room).with_suffix("").parts)


def _imported(tree: ast.AST) -> Iterable[str]:
    for one in ast.walk(tree):
        if isinstance(one, ast.ImportFrom):
            yield from (str(one.module), *(f"{one.module}.{alias.name}" for alias in one.names))
