"""The shipped container, run by Podman as the manual says, with Podman's own filter of system calls, as the user of the
Containerfile; in place of an image it holds this machine's programs."""

import os
import re
import shlex
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.patience import PATIENCE
from tests.renderers.word.shipped.inside import INSIDE, Told, read

ROOT = Path(__file__).parents[4]
FILE = (ROOT / "docs" / "Containerfile").read_text("utf-8")
MANUAL = (ROOT / "docs" / "operasi.md").read_text("utf-8")
# These give it a name, and places and secrets of a real one.
OTHERS = ("--name", "--restart", "--env-file")
# Its mounts are seen by it alone; a machine that is itself shut in may give fewer processes than it takes for granted.
PODMAN = ("unshare", "--mount", "podman", "--storage-driver=vfs", "--runtime=runc", "--cgroup-manager=cgroupfs")
RUN = ("run", "--rm", "--network=none", "--ulimit=nproc=4096:4096")
SEEN = ("/usr", "/etc/fonts", "/etc/libreoffice", "/etc/ld.so.cache", "/etc/alternatives", "/var/lib/libreoffice")
FOLDERS = ("proc", "sys", "dev", "run", "etc", "data", "tmp", "opt/bakohumas", "usr", "var/lib/libreoffice")


def lacking(folder: Path) -> str:
    """What this machine lacks to run the container; empty where it lacks nothing. What is tried lies in `folder`."""
    if os.geteuid() != 0:
        return "root"
    missing = [name for name in ("podman", "runc", "catatonit") if not shutil.which(name, path=_path())]
    if missing:
        return ", ".join(missing)
    return _run(folder, ["--ulimit=nofile=1024:1024"], ["/usr/bin/true"]).stderr.decode().strip()


def options() -> list[str]:
    """The limits and walls with which the manual has the container run."""
    (line,) = re.findall(r"^podman run (.*)$", MANUAL, re.MULTILINE)
    words = [word for word in shlex.split(line) if word.startswith("--")]
    return [word for word in words if word.partition("=")[0] not in OTHERS]


def told(folder: Path, report: bytes) -> Told:
    """What `inside` tells from within the container, with `report` to be printed."""
    (user,), (data,) = re.findall(r"--uid (\d+) bakohumas", FILE), re.findall(r"DATA_DIR=(\S+)", FILE)
    own = folder / "data"
    own.mkdir()
    (own / "laporan.docx").write_bytes(report)
    for path in (own, own / "laporan.docx"):
        os.chown(path, int(user), int(user))
    as_told = [f"--user={user}:{user}", f"--env=DATA_DIR={data}", f"--volume={own}:{data}", *options()]
    done = _run(folder, as_told, ["/usr/bin/python3", "-I", INSIDE])
    assert done.returncode == 0, done.stderr.decode()
    return read(done.stdout)


def _run(folder: Path, options: Sequence[str], program: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    seen = [f"--volume={path}:{path}:ro" for path in SEEN if Path(path).exists()]
    seen += [f"--volume={ROOT}:/opt/bakohumas:ro", "--rootfs", str(_tree(folder / "tree"))]
    # Podman takes no place of more than 50 letters for what it keeps while a container runs.
    with TemporaryDirectory(prefix="podman-", ignore_cleanup_errors=True) as own:
        command = [*PODMAN, f"--root={own}/root", f"--runroot={own}/run", *RUN, *options, *seen, *program]
        return subprocess.run(command, check=False, cwd=folder, capture_output=True, timeout=PATIENCE)


def _tree(tree: Path) -> Path:
    for name in FOLDERS:
        (tree / name).mkdir(parents=True)
    (tree / "tmp").chmod(0o1777)
    for name in ("bin", "sbin", "lib", "lib64"):
        (tree / name).symlink_to(f"usr/{name}")
    return tree


def _path() -> str:
    return f"{os.environ['PATH']}:/usr/libexec/podman"
