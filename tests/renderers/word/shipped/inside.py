"""Stands where the bot stands, in the shipped unit or container: prints one report, then shuts in a program that tries
what LibreOffice may not, and tells all that came of it. It needs nothing but Python itself."""

import json
import os
import resource
import socket
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

INSIDE = "/opt/bakohumas/tests/renderers/word/shipped/inside.py"
Told = dict[str, Any]

# What a program inside tries; each line of its answer is what came of it.
TRIES = """
import json, os, socket, sys
def tried(do):
    try:
        return str(do())[:40]
    except OSError as error:
        return type(error).__name__
data, port, listening = sys.argv[1], int(sys.argv[2]), sys.argv[3]
print(json.dumps({
    "tcp": tried(lambda: socket.create_connection(("127.0.0.1", port))),
    "udp": tried(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM)),
    "ipv6": tried(lambda: socket.socket(socket.AF_INET6)),
    "netlink": tried(lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)),
    "datagram": tried(lambda: socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)),
    "neighbour": tried(lambda: socket.socket(socket.AF_UNIX).connect(listening)),
    "read": tried(lambda: open(data).read()),
    "list": tried(lambda: os.listdir(os.path.dirname(data))),
    "write": tried(lambda: open(data, "w")),
    "token": tried(lambda: open(f"/proc/{os.getppid()}/environ").read()),
    "own": tried(lambda: open("own.txt", "w").write("x")),
    "environment": sorted(os.environ),
}))
"""


def tried(folder: Path, secret: Path, *, shut_in: bool = True) -> Told:
    """What a program that lives in `folder` can do to the file `secret`, to its neighbours and to the network."""
    from renderers.word import office

    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket(socket.AF_UNIX) as neighbour:
        neighbour.bind(str(folder / "s"))
        neighbour.listen()
        arguments = [str(secret), str(server.getsockname()[1]), str(folder / "s")]
        command = [os.path.realpath(sys.executable), "-I", "-S", "-c", TRIES, *arguments]
        command = office.shut_in(folder, command) if shut_in else command
        done = subprocess.run(command, cwd=folder, env=office.environment(folder), capture_output=True, check=True)
    (folder / "s").unlink()
    return read(done.stdout)


def read(told: bytes) -> Told:
    answer: Told = json.loads(told)
    return answer


def main(data: Path) -> None:
    """`data`: the data folder of the bot, with the report to be printed in it."""
    from renderers.word import office

    secret = data / "bakohumas.db"
    secret.write_text("rahasia")
    printed = office.pdf((data / "laporan.docx").read_bytes(), office.program() or "soffice")
    with TemporaryDirectory() as folder:
        shut = tried(Path(folder), secret)
    # The same program under nothing but the unit or the container, so that the walls are known to be LibreOffice's.
    with TemporaryDirectory() as folder:
        free = tried(Path(folder), secret, shut_in=False)
    told: Told = {"lacks": office.unsafe(), "printed": printed[:5].decode(), "shut": shut, "free": free}
    told |= {"status": status(), "grown": grown(), "files": resource.getrlimit(resource.RLIMIT_NOFILE)[1]}
    sys.stdout.write(json.dumps(told) + "\n")


def grown() -> int:
    """What becomes of a program in LibreOffice's place that takes more memory than there is, while the bot goes on."""
    from renderers.word import office

    with TemporaryDirectory() as folder:
        grows = [os.path.realpath(sys.executable), "-I", "-S", "-c", f"len(b'x' * {5 * 2**28})"]
        return subprocess.run(office.shut_in(Path(folder), grows), check=False).returncode


def status() -> dict[str, str]:
    """What the system says of this process."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[4]))
    main(Path(os.environ["DATA_DIR"]))
