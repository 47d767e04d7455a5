"""python -m tests.audit: fails on a known vulnerability in a locked library, and says so where nobody could look."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
LOCKS = (ROOT / "requirements.lock", ROOT / "requirements-dev.lock")
FILES = [word for lock in LOCKS for word in ("-r", str(lock))]
COMMAND = (sys.executable, "-m", "pip_audit", *FILES, "--require-hashes", "--disable-pip", "-f", "json")
NOT_REACHABLE = "advisory service not reachable, not audited"
# What pip-audit's last words are when it was the network's fault and not the file's.
NETWORK = (
    "requests.exceptions.",
    "Could not connect",
    "not redirecting",
    "ServiceError",
    "your network may be blocking",
)


def judged(out: str, err: str) -> tuple[int, str]:
    """The exit code, and what is said."""
    try:
        found: list[dict[str, Any]] = json.loads(out)["dependencies"]
    except (ValueError, KeyError):
        return (
            (0, NOT_REACHABLE) if any(sign in err for sign in NETWORK) else (2, err.strip() or "pip-audit said nothing")
        )
    seen = [one for one in found if "skip_reason" not in one]
    # A mirror that knows no advisories answers "not found" for everything.
    if not seen:
        return 0, NOT_REACHABLE
    bad = [f"{one['name']} {one['version']}: {_named(vuln)}" for one in seen for vuln in one["vulns"]]
    missed = f", {len(found) - len(seen)} not known to the service" if len(seen) < len(found) else ""
    told = [*bad, f"{len(seen)} packages audited{missed}, {len(bad)} known vulnerabilities"]
    return (1 if bad else 0), "\n".join(told)


def _named(vuln: dict[str, Any]) -> str:
    mended = f", fixed in {', '.join(vuln['fix_versions'])}" if vuln.get("fix_versions") else ""
    return f"{vuln['id']}{mended}"


def main() -> int:
    run = subprocess.run(COMMAND, capture_output=True, text=True, check=False)
    code, told = judged(run.stdout, run.stderr)
    sys.stdout.write(f"audit: {told}\n")
    return code


if __name__ == "__main__":
    sys.exit(main())
