"""The audit of the dependencies fails on what is known, and never passes silently where nobody could look."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests import audit

SAFE = {"name": "yarl", "version": "1.25.1", "vulns": []}
BAD = {"name": "jinja2", "version": "2.0", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3.1.6"]}, {"id": "PYSEC-2"}]}
SKIPPED = {"name": "lxml", "skip_reason": "Dependency not found on PyPI"}
GONE = "requests.exceptions.ProxyError: HTTPSConnectionPool(host='pypi.org', port=443): Max retries exceeded"


@pytest.mark.parametrize(
    ("found", "code", "told"),
    [
        ([SAFE], 0, "1 packages audited, 0 known vulnerabilities"),
        ([SAFE, SKIPPED], 0, "1 packages audited, 1 not known to the service, 0 known vulnerabilities"),
        (
            [SAFE, BAD],
            1,
            "jinja2 2.0: PYSEC-1, fixed in 3.1.6\njinja2 2.0: PYSEC-2\n2 packages audited, 2 known vulnerabilities",
        ),
        ([SKIPPED], 0, audit.NOT_REACHABLE),
        ([], 0, audit.NOT_REACHABLE),
    ],
)
def test_a_known_vulnerability_fails(found: list[object], code: int, told: str) -> None:
    assert audit.judged(json.dumps({"dependencies": found, "fixes": []}), "") == (code, told)


@pytest.mark.parametrize(
    ("out", "err", "judged"),
    [
        ("", GONE, (0, audit.NOT_REACHABLE)),
        ("", "ERROR:pip_audit._cli:Could not connect to PyPI's vulnerability feed", (0, audit.NOT_REACHABLE)),
        (
            "",
            "ERROR:pip_audit._cli:requirement yarl is not pinned",
            (2, "ERROR:pip_audit._cli:requirement yarl is not pinned"),
        ),
        ("", "", (2, "pip-audit said nothing")),
    ],
)
def test_only_the_network_is_excused(out: str, err: str, judged: tuple[int, str]) -> None:
    assert audit.judged(out, err) == judged


def test_the_lock_holds_exact_versions_of_what_pip_audit_reads(tmp_path: Path) -> None:
    text = "".join(lock.read_text(encoding="utf-8") for lock in audit.LOCKS)
    lines = [line for line in text.splitlines() if line and line[0] not in "# "]
    assert [line for line in lines if "==" not in line] == []
    broken = tmp_path / "requirements.lock"
    broken.write_text("yarl\n", encoding="utf-8")
    command = [str(broken) if part == str(audit.LOCKS[0]) else part for part in audit.COMMAND]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (audit.judged(run.stdout, run.stderr)[0], command[0]) == (2, sys.executable)
