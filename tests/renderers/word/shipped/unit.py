"""The shipped unit as it is, started by a systemd that sees processes, mounts and a network of its own alone.

What differs: another program stands in the bot's place, and the data folder lies in the test's.
"""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from tests.patience import PATIENCE
from tests.renderers.word.shipped.inside import INSIDE, Told, read

ROOT = Path(__file__).parents[4]
UNIT = ROOT / "docs" / "bakohumas-bot.service"
NEEDED = ("/lib/systemd/systemd", "/usr/bin/python3", "/usr/bin/unshare")
# Only what starts and ends the unit is said anew; every limit and every wall is the unit's.
ANOTHER = f"""
[Unit]
SuccessAction=exit-force
FailureAction=exit-force
[Service]
Type=oneshot
Restart=no
ExecStart=
ExecStart=/usr/bin/python3 -I {INSIDE}
StandardOutput=file:/var/lib/told.json
StandardError=file:/var/lib/error.txt
"""
APART = ("--mount", "--pid", "--fork", "--kill-child", "--uts", "--ipc", "--net", "--cgroup", "--mount-proc")
# The machine as this systemd sees it: the project where it is installed, a data folder, and nothing to be changed.
MACHINE = """
set -eu
mount --make-rshared /
mount --bind "$1/passwd" /etc/passwd
mount --bind "$1/group" /etc/group
if [ -d /var/lib/libreoffice ]; then mount --bind /var/lib/libreoffice "$1/lib/libreoffice"; fi
mount --rbind "$1/lib" /var/lib
mount --bind "$2" "$1/opt/bakohumas"
mount --rbind "$1/opt" /opt
mount -t tmpfs -o mode=755 tmpfs /run
cp -r "$1/units" /run
for own in /tmp /var/tmp; do mount -t tmpfs -o mode=1777 tmpfs $own; done
mount -t cgroup2 cgroup2 /sys/fs/cgroup
mount --bind -o ro /proc/sys /proc/sys
mount --bind /dev/null /dev/kmsg
exec env -i container=test PATH=/usr/sbin:/usr/bin SYSTEMD_UNIT_PATH=/run/units SYSTEMD_GENERATOR_PATH=/nowhere \\
    SYSTEMD_ENVIRONMENT_GENERATOR_PATH=/nowhere \\
    /lib/systemd/systemd --system --unit=bakohumas-bot.service --log-target=null --show-status=no
"""


def lacking(_folder: Path) -> str:
    """What this machine lacks to start the unit; empty where it lacks nothing."""
    if os.geteuid() != 0:
        return "root"
    missing = [path for path in NEEDED if not Path(path).exists()]
    if missing or not os.access(_groups(), os.W_OK):
        return ", ".join(missing) or "control groups of its own"
    tried = subprocess.run(["unshare", *APART, "mount", "-t", "cgroup2", "c", "/mnt"], check=False, capture_output=True)
    return tried.stderr.decode().strip()


def told(folder: Path, report: bytes) -> Told:
    """What `inside` tells from within the unit, with `report` to be printed."""
    _laid_out(folder, report)
    with _group() as group:
        into = f'echo $$ >{group}/cgroup.procs; exec "$@"'
        words = ["unshare", *APART, "bash", "-c", MACHINE, "machine", str(folder), str(ROOT)]
        done = subprocess.run(["bash", "-c", into, "into", *words], check=False, capture_output=True, timeout=PATIENCE)
    error = folder / "lib/error.txt"
    assert done.returncode == 0, f"{done.stderr.decode()}{error.read_text() if error.exists() else done.returncode}"
    return read((folder / "lib/told.json").read_bytes())


def _laid_out(folder: Path, report: bytes) -> None:
    for name in ("lib/bakohumas", "lib/libreoffice", "opt/bakohumas", "units/bakohumas-bot.service.d"):
        (folder / name).mkdir(parents=True)
    (folder / "lib/bakohumas/laporan.docx").write_bytes(report)
    (folder / "passwd").write_text(f"{Path('/etc/passwd').read_text()}bakohumas:x:64998:64998::/:/bin/false\n")
    (folder / "group").write_text(f"{Path('/etc/group').read_text()}bakohumas:x:64998:\n")
    shutil.copy(UNIT, folder / "units")
    (folder / "units/bakohumas-bot.service.d/another.conf").write_text(ANOTHER)
    for name in ("sysinit", "basic", "shutdown"):
        (folder / f"units/{name}.target").write_text("[Unit]\nDefaultDependencies=no\n")


def _groups() -> Path:
    own = next(line[4:] for line in Path("/proc/self/cgroup").read_text().splitlines() if line.startswith("0::/"))
    return next(root for root in map(Path, ("/sys/fs/cgroup/unified", "/sys/fs/cgroup")) if root.is_dir()) / own


@contextmanager
def _group() -> Iterator[Path]:
    """A control group of the test's own, at whose root that systemd finds itself."""
    group = Path(mkdtemp(prefix="bakohumas-", dir=_groups()))
    try:
        yield group
    finally:
        for folder, _, _ in os.walk(group, topdown=False):
            Path(folder).rmdir()
