"""LibreOffice shut in: what it prints, what it cannot see or reach, and what the shipped unit lets it use."""

import os
import subprocess
from pathlib import Path

import pytest

from renderers.templat_bawaan import build
from renderers.word import office, sandbox
from renderers.word.ooxml import pack
from tests.renderers.word.shipped.inside import tried

UNIT = Path(__file__).parents[3] / "docs" / "bakohumas-bot.service"
needs_walls = pytest.mark.skipif(office.unsafe() != "", reason=f"this system lacks {office.unsafe()}")
needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


@needs_walls
def test_a_program_that_is_shut_in_sees_no_data_and_reaches_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_TOKEN", "1:rahasia")
    folder, secret = tmp_path / "own", tmp_path / "data" / "bakohumas.db"
    for path in (folder, secret.parent):
        path.mkdir()
    secret.write_text("rahasia")
    told = tried(folder, secret)
    assert told.pop("own") == "1"
    assert "BOT_TOKEN" not in told.pop("environment")
    assert set(told.values()) == {"PermissionError"}
    assert secret.read_text() == "rahasia"


@needs_walls
@needs_office
def test_libreoffice_prints_while_it_is_shut_in() -> None:
    soffice = office.program()
    assert soffice is not None
    assert office.pdf(pack(build.parts()), soffice).startswith(b"%PDF")


@needs_walls
@needs_office
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may become somebody else")
def test_libreoffice_prints_as_somebody_without_any_right() -> None:
    """As under the unit: no capability, no new privileges, another person's files closed."""
    soffice = office.program()
    assert soffice is not None
    folder = Path(subprocess.check_output(["mktemp", "-d", "--tmpdir", "laporan-XXXXXX"], text=True).strip())
    (folder / "laporan.docx").write_bytes(pack(build.parts()))
    code = folder / "sandbox.py"
    code.write_bytes(Path(str(sandbox.__file__)).read_bytes())
    for path in (folder, *folder.iterdir()):
        os.chown(path, 65534, 65534)
    plain = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--no-new-privs", "--bounding-set=-all"]
    command = ["/usr/bin/python3", "-I", "-S", str(code), str(folder), *office.command_of(soffice, folder)]
    subprocess.run([*plain, *command], env=office.environment(folder), capture_output=True, check=True, timeout=120)
    assert (folder / "laporan.pdf").read_bytes().startswith(b"%PDF")


def test_the_unit_lets_the_bot_shut_libreoffice_in() -> None:
    told = dict(line.split("=", 1) for line in UNIT.read_text().splitlines() if "=" in line and line[0] != "#")
    calls = set(told["SystemCallFilter"].split())
    assert calls >= {"landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self", "seccomp"}
    assert "AF_UNIX" in told["RestrictAddressFamilies"].split()


def test_a_system_without_walls_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(sandbox, "__file__", str(tmp_path / "sandbox.py"))
    (tmp_path / "sandbox.py").write_text("import sys\nsys.stdout.write('Landlock')\nsys.exit(97)\n")
    office.unsafe.cache_clear()
    try:
        assert office.unsafe() == "Landlock"
    finally:
        office.unsafe.cache_clear()


def test_the_profile_is_that_of_a_strangers_document(tmp_path: Path) -> None:
    office.profile(tmp_path / "profile", "soffice")
    told = (tmp_path / "profile" / "user" / "registrymodifications.xcu").read_text()
    assert 'name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true' in told
    assert 'name="DisableMacrosExecution" oor:op="fuse"><value>true' in told


@needs_office
def test_it_starts_once_and_does_not_try_how_it_draws(tmp_path: Path) -> None:
    soffice, user = office.program() or "", tmp_path / "profile" / "user"
    (tmp_path / "laporan.docx").write_bytes(pack(build.parts()))
    office.profile(user.parent, soffice)
    subprocess.run(office.command_of(soffice, tmp_path), env=office.environment(tmp_path), check=True, timeout=120)
    assert (tmp_path / "laporan.pdf").exists()
    assert list(user.glob("GraphicsRenderTests*")) == []
    assert "OfficeRestartInProgress" not in (user / "registrymodifications.xcu").read_text()
