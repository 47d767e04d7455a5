"""Every command of the operations manual is run, in its order; what needs root, a network or systemd has a double."""

import asyncio
import os
import re
import stat
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.botapi import TOKEN, BotAPI
from tests.ports import free_ports

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "storage" / "sample"
MANUAL = (ROOT / "docs" / "operasi.md").read_text("utf-8")
BLOCKS = re.findall(r"^```sh\n(.*?)^```$", MANUAL, re.DOTALL | re.MULTILINE)
PLACES = ("/opt/bakohumas", "/var/lib/bakohumas", "/var/backups/bakohumas", "/etc/systemd/system")
UNITS = sorted(file.name for file in (ROOT / "docs").glob("bakohumas-*"))

BOT = f'exec "{sys.executable}" -m bot "$@"'
CALLED = 'echo "$(basename "$0") $*" >> "$CALLS"'
DOUBLES = {
    "sudo": 'if [ "$1" = -u ]; then shift 2; fi; exec "$@"',
    "apt-get": CALLED,
    "useradd": CALLED,
    "journalctl": CALLED,
    "podman": CALLED,
    "systemctl": CALLED,
    # Without the owner, whom only root may give.
    "install": 'words=(); while [ $# -gt 0 ]; do case "$1" in -o|-g) shift 2;; *) words+=("$1"); shift;; esac; done; '
    'exec /usr/bin/install "${words[@]}"',
    # The wheel is installed for real by a test of its own.
    "python3": f"mkdir -p \"$3/bin\"; printf '#!/bin/bash\\n%s\\n' '{BOT}' > \"$3/bin/bot\"; "
    'printf \'#!/bin/bash\\ntest -e "${@: -1}" && echo "pip $*" >> "$CALLS"\\n\' > "$3/bin/pip"; chmod +x "$3"/bin/*',
}


@pytest.fixture
async def api() -> AsyncIterator[BotAPI]:
    async with BotAPI() as api:
        yield api


def doubles(folder: Path) -> Path:
    for name, script in DOUBLES.items():
        file = folder / name
        file.write_text(f"#!/bin/bash\n{script}\n")
        file.chmod(file.stat().st_mode | stat.S_IXUSR)
    return folder


def history(folder: Path) -> None:
    """The sample with one photo for all its kegiatan: each one more is opened in the workshop."""
    (folder / "foto").mkdir(parents=True)
    (folder / "foto" / "01.jpg").symlink_to(SAMPLE / "foto" / "01.jpg")
    told = (SAMPLE / "probolinggo.json").read_text("utf-8")
    (folder / "probolinggo.json").write_text(re.sub(r'"\d\d\.jpg"', '"01.jpg"', told), "utf-8")


async def test_every_command_of_the_manual(tmp_path: Path, api: BotAPI) -> None:
    (port,) = free_ports(1)
    machine, here, shims = tmp_path / "machine", tmp_path / "here", tmp_path / "shims"
    for folder in (machine, shims, *(machine / place[1:] for place in PLACES[3:])):
        folder.mkdir(parents=True)
    here.symlink_to(ROOT)
    history(tmp_path / "sample")
    calls = tmp_path / "calls"
    env = os.environ | {"PATH": f"{doubles(shims)}:{os.environ['PATH']}", "CALLS": str(calls), "PYTHONPATH": str(ROOT)}
    env |= {"DATABASE_URL": f"sqlite:///{tmp_path / 'new.db'}"}

    def run(block: str) -> str:
        for place in PLACES:
            block = block.replace(place, f"{machine}{place}")
        names = {"127.0.0.1:8081": f"127.0.0.1:{port}", "kantor.json": f"{tmp_path}/sample/probolinggo.json"}
        names |= {"cadangan.tar": f"{machine}/var/backups/bakohumas/*.tar"}
        for said, meant in names.items():
            block = block.replace(said, meant)
        # The move begins with an empty database; everything before it works on the file in the data folder.
        here_only = env if "bot move" in block else env | {"DATABASE_URL": ""}
        command = ["bash", "-euo", "pipefail", "-c", block]
        done = subprocess.run(command, check=False, cwd=here, env=here_only, capture_output=True)
        assert done.returncode == 0, f"{block}\n{done.stdout.decode()}{done.stderr.decode()}"
        return done.stdout.decode()

    install, load, journal, look, backup, restore, take_over, update, restart, link, move, container = BLOCKS
    run(install)
    assert (machine / "var/lib/bakohumas/.env").stat().st_mode & 0o777 == 0o600
    assert run(load) == "KPU Kota Probolinggo: 121 records loaded\n"
    assert sorted(f.name for f in (machine / "etc/systemd/system").iterdir()) == UNITS
    run(journal)
    told = {"BOT_TOKEN": TOKEN, "BOT_API_URL": api.url, "HEALTH": f"127.0.0.1:{port}", "LOG_LEVEL": "ERROR"}
    data = {"DATA_DIR": str(machine / "var/lib/bakohumas"), "DATABASE_URL": ""}
    command = (sys.executable, "-m", "bot", "run")
    bot = await asyncio.create_subprocess_exec(*command, env=env | told | data, cwd=tmp_path)
    try:
        await api.until(lambda: api.polls > 0, 30)
        assert '"poll": {"level": "ok"' in await asyncio.to_thread(run, look)
        await asyncio.to_thread(run, backup)
    finally:
        bot.terminate()
        await bot.wait()
    assert f"restored into {machine}/var/lib/bakohumas-baru" in run(restore)
    assert "ok  sweep: the photos are ours alone" in run(take_over)
    run(update)
    run(restart)
    env |= {"BOT_TOKEN": TOKEN, "BOT_API_URL": api.url}
    printed = await asyncio.to_thread(run, link)
    assert printed.startswith("Ketua pelaksana KPU Kota Probolinggo: https://t.me/bakohumas_bot?start=")
    assert run(move).endswith("tables, compared one by one\n")
    run(container)
    assert asked(calls) == ASKED


LIMITS = (
    "--init --read-only --tmpfs=/tmp --cap-drop=all --security-opt=no-new-privileges "
    "--memory=1g --pids-limit=256 --ulimit=nofile=4096:4096"
)
ASKED = [
    "apt-get install -y python3-venv libreoffice-writer fonts-liberation postgresql-client",
    "useradd --system --home-dir VAR/lib/bakohumas bakohumas",
    "pip install -q --require-hashes -r requirements.lock",
    "pip install -q --no-deps --no-build-isolation .",
    "systemctl enable --now bakohumas-bot.service bakohumas-backup.timer",
    "journalctl -u bakohumas-bot --no-pager -n 20",
    "systemctl stop bakohumas-bot.service",
    "pip install -q --require-hashes -r requirements.lock",
    "pip install -q --no-deps --no-build-isolation .",
    "systemctl restart bakohumas-bot.service",
    "systemctl restart bakohumas-bot.service",
    "systemctl stop bakohumas-bot.service",
    "podman build -q -f docs/Containerfile -t bakohumas-bot .",
    f"podman run -d --name=bakohumas --restart=always {LIMITS} --env-file=.env -v bakohumas:/data bakohumas-bot",
    "podman exec bakohumas bot check",
]


def asked(calls: Path) -> list[str]:
    return [re.sub(r"\S*/machine/var", "VAR", line) for line in calls.read_text().splitlines()]


@pytest.mark.skipif(not Path("/usr/bin/systemd-analyze").exists(), reason="systemd is not installed")
def test_systemd_understands_the_units(tmp_path: Path) -> None:
    for unit in UNITS:
        text = (ROOT / "docs" / unit).read_text().replace("/opt/bakohumas/venv/bin/bot", sys.executable)
        (tmp_path / unit).write_text(text)
    command = ["systemd-analyze", "verify", *(str(tmp_path / unit) for unit in UNITS)]
    done = subprocess.run(command, check=False, capture_output=True)
    assert (done.returncode, done.stderr.decode()) == (0, "")


def test_each_sign_of_health_is_explained() -> None:
    explained = set(re.findall(r"^\| `(\w+)` \|", MANUAL, re.MULTILINE))
    assert explained == {"whatsapp", "poll", "clock", "schema", "inbox", "outbox", "disk", "backup"}
