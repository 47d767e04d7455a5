"""The project tells the truth about itself: settings, commands and schema."""

import re
from pathlib import Path

import pytest

import bot.__main__ as command_line
from bot.settings import Settings
from handlers.table import COMMANDS

ROOT = Path(__file__).parent.parent
PACKAGES = ("bot", "handlers", "storage", "renderers")


def test_env_example_names_every_setting_and_its_default(monkeypatch: object, tmp_path: Path) -> None:
    assert monkeypatch
    assert tmp_path
    lines = (ROOT / ".env.example").read_text().splitlines()
    told = dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))
    defaults = {name.upper(): str(field.default or "") for name, field in Settings.model_fields.items()}
    assert told == defaults


def test_what_is_copied_from_the_example_is_read_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    (tmp_path / ".env").write_text((ROOT / ".env.example").read_text())
    monkeypatch.chdir(tmp_path)
    read = Settings()
    assert (read.watchdog_usec, read.data_dir, read.health, read.log_level) == (0, Path("data"), "", "INFO")


def test_readme_names_every_command_of_chat_and_shell() -> None:
    readme = (ROOT / "README.md").read_text()
    missing = [f"/{c.word}" for c in COMMANDS if f"`/{c.word}" not in readme]
    missing += [f"bot {name}" for name in command_line.main.commands if f"bot {name}" not in readme]
    assert missing == []


def test_the_manual_of_operations_names_every_command_of_the_shell() -> None:
    manual = (ROOT / "docs" / "operasi.md").read_text()
    assert [name for name in command_line.main.commands if not re.search(rf"\bbot {name}\b", manual)] == []


def test_the_notices_name_each_font_icon_and_model_and_nothing_that_is_gone() -> None:
    named = re.findall(r"^\| `([^`]+)`", (ROOT / "NOTICE.md").read_text("utf-8"), re.MULTILINE)
    found = [{str(path.relative_to(ROOT)) for path in ROOT.glob(pattern)} for pattern in named]
    assert all(found)
    kinds = (".ttf", ".otf", ".woff", ".woff2", ".npy", ".onnx")
    carried = {
        str(p.relative_to(ROOT)) for top in (*PACKAGES, "docs") for p in (ROOT / top).rglob("*") if p.suffix in kinds
    }
    assert carried - set().union(*found) == set()


def test_the_house_is_what_the_design_lists() -> None:
    folders = {p.name for p in ROOT.iterdir() if p.is_dir() and not p.name.startswith((".", "__")) and p.name != "data"}
    built = {"build", "dist", "docs"} | {n for n in folders if n.endswith(".egg-info")}
    assert folders - built == {"bot", "handlers", "storage", "renderers", "tests"}


def test_no_file_speaks_of_the_machine_it_was_made_on() -> None:
    spoken = re.compile(r"(?<!\w)/(?:work|root|tmp)/[a-z]")
    files = [p for p in ROOT.rglob("*.py") if not {".venv", "build"} & set(p.parts)]
    assert [str(p) for p in files if p != Path(__file__) and spoken.search(p.read_text())] == []
