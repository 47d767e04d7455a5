"""The page for engineers is true: its six recipes work as written, its libraries are those we depend on."""

import re
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from storage.database import Database
from tests.conftest import NOW, make_office
from tests.handlers.records import held
from tests.mengembangkan.resep import PAGE, ROOT, apply, copied, recipes, run

# What a recipe makes true, and how many files one writes for it.
TOLD = {
    "A question": ("question", 2),
    "A command": ("command", 3),
    "A platform": ("platform", 1),
    "A jenis": ("jenis", 1),
    "A theme": ("theme", 1),
    "A chapter": ("chapter", 3),
}
DISTRIBUTIONS = re.compile(r"^[A-Za-z0-9_.-]+")


def test_there_are_six() -> None:
    assert list(recipes()) == list(TOLD)


@pytest.fixture
def folder(tmp_path: Path, empty_database: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the project, beside a database that was there before."""
    monkeypatch.setenv("BEFORE", str(before(empty_database, tmp_path / "before.db")))
    return copied(tmp_path / "copy")


def test_all_of_them_work_as_written(folder: Path) -> None:
    written = {title: len(apply(text, folder)) for title, text in recipes().items()}
    assert written == {title: files for title, (_, files) in TOLD.items()}
    tried(folder, *(name for name, _ in TOLD.values()))


@pytest.mark.slow
@pytest.mark.parametrize("title", TOLD)
def test_each_works_alone(title: str, folder: Path) -> None:
    apply(recipes()[title], folder)
    tried(folder, TOLD[title][0])


def tried(folder: Path, *names: str) -> None:
    # In a folder of its own: two that clear away what earlier runs left in the common one disturb each other.
    apart = ("-p", "no:cacheprovider", "--basetemp", str(folder.parent / "basetemp"))
    run(folder, "-m", "pytest", "-q", *apart, *(f"tests/mengembangkan/{name}.py" for name in names))


def before(empty: Path, path: Path) -> Path:
    """A database of the project as it is, with a kegiatan in it."""
    path.write_bytes(empty.read_bytes())
    database = Database(f"sqlite:///{path}")
    with database.transaction() as session:
        held(session, make_office(session), "Rapat Pleno", NOW.date())
    database.close()
    return path


def test_every_library_is_named_with_its_reason() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    needed = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    rows = re.findall(
        r"^\| ([\w, .-]+) \| .+ \|$", PAGE.read_text("utf-8").split("\n## What it stands on\n")[1], re.MULTILINE
    )
    named = [name for row in rows[1:] for name in row.split(", ")]
    assert sorted(named) == sorted({DISTRIBUTIONS.match(line)[0] for line in needed})  # type: ignore[index]


@pytest.mark.parametrize("page", ["README.md", "docs/mengembangkan.md"])
def test_what_a_page_points_to_is_there(page: str) -> None:
    path = ROOT / page
    text = path.read_text("utf-8")
    links = re.findall(r'(?:\]\(|src=")(?!https?:)([^)#"]+)', text)
    code = re.findall(r"`((?:bot|handlers|storage|renderers|tests|docs)/[\w./-]+)`", text)
    assert [name for name in links if not (path.parent / name).exists()] == []
    assert [name for name in code if not (ROOT / name).exists()] == []
