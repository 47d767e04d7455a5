"""Help is quick: nothing heavy is imported before a command runs, and every command finds its function."""

import inspect
import subprocess
import sys
from pkgutil import resolve_name

import click
import pytest

from bot.__main__ import main

HEAVY = (
    "telegram", "httpx", "aiohttp", "sqlalchemy", "alembic", "pydantic", "pydantic_settings", "PIL", "numpy", "docx",
    "docxtpl", "jinja2", "lxml", "pypdf", "xlsxwriter", "openpyxl", "pi_heif", "holidays", "rapidfuzz", "segno",
    "obstore", "psycopg",
)  # fmt: skip
OURS = ("handlers", "storage", "renderers")
HELPED = f"""
import sys
from bot.__main__ import main
try:
    main(sys.argv[1:])
finally:
    print(sorted(set(sys.modules) & {{*{HEAVY + OURS}}}), file=sys.stderr)
"""


def imported(*words: str) -> str:
    """The heavy packages and our own rooms that a fresh interpreter knows at the end."""
    run = subprocess.run([sys.executable, "-c", HELPED, *words], capture_output=True, text=True, check=True)
    assert run.stdout.startswith("Usage: ")
    return run.stderr.strip()


@pytest.mark.parametrize("words", [(), ("rekap",), ("check",), ("run",)])
def test_help_imports_nothing_heavy(words: tuple[str, ...]) -> None:
    assert imported(*words, "--help") == "[]"


def test_a_command_that_cannot_be_read_imports_nothing_heavy() -> None:
    run = subprocess.run([sys.executable, "-c", HELPED, "rekap"], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stderr.splitlines()[-1]) == (2, "[]")


@pytest.mark.parametrize("command", main.commands.values(), ids=list(main.commands))
def test_a_command_finds_a_function_that_takes_its_values(command: click.Command) -> None:
    does = inspect.getclosurevars(command.callback).nonlocals["does"]  # type: ignore[arg-type]
    inspect.signature(resolve_name(does)).bind(**{param.name: None for param in command.params if param.name})
