"""What is installed is what was locked: exact versions, each file by its hash, and nothing beside them."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parent.parent
LOCKS = ("requirements.lock", "requirements-dev.lock")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
# What tells how the bot or its tests are installed.
TOLD = ("README.md", "docs/operasi.md", "docs/Containerfile", ".ci/run")
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def locked(name: str) -> list[tuple[Requirement, list[str]]]:
    """Each library of a lock file, and the hashes of its files."""
    text = re.sub(r"^#.*\n", "", (ROOT / name).read_text("utf-8"), flags=re.MULTILINE)
    entries = text.replace("\\\n", " ").splitlines()
    return [(Requirement(entry.partition(" --hash")[0]), entry.split()) for entry in entries]


def test_each_library_is_locked_to_one_version_and_to_its_files() -> None:
    for name in LOCKS:
        for library, words in locked(name):
            hashes = [word for word in words if word.startswith("--")]
            assert (str(library.specifier)[:2], bool(hashes)) == ("==", True), library
            assert [word for word in hashes if not HASH.fullmatch(word)] == []
            assert library.url is None


def test_the_bot_is_locked_whole_and_its_tests_beside_it() -> None:
    bot, tests = (dict(versions(name)) for name in LOCKS)
    named = [*PROJECT["project"]["dependencies"], *EXTRAS["postgres"], *EXTRAS["s3"]]
    needed = [Requirement(line) for line in [*named, *PROJECT["build-system"]["requires"], *EXTRAS["build"]]]
    assert [str(one) for one in needed if not fits(one, bot)] == []
    wanted = [Requirement(line) for line in EXTRAS["dev"]]
    assert [str(one) for one in wanted if not fits(one, tests | bot)] == []
    assert bot.keys() & tests.keys() == set()


def versions(name: str) -> list[tuple[str, list[str]]]:
    """Each library of a lock file in lower letters, and its versions: some have one for each Python."""
    every = [(plain(library.name), str(library.specifier)[2:]) for library, _ in locked(name)]
    return [(name, [version for other, version in every if other == name]) for name, _ in every]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def fits(wanted: Requirement, locked: dict[str, list[str]]) -> bool:
    found = locked.get(plain(wanted.name), [])
    return bool(found) and all(version in wanted.specifier for version in found)


@pytest.mark.parametrize("name", TOLD)
def test_nothing_is_installed_without_its_hash(name: str) -> None:
    """Whatever is told: either from the lock files, or the bot itself without anything beside it."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    told = [part.strip() for line in text.splitlines() for part in line.split("&&") if "pip install" in part]
    safe = ("--require-hashes -r requirements", "--no-deps --no-build-isolation")
    assert [part for part in told if not any(words in part for words in safe)] == []
