"""The bot's end of the line to its foreman: started when it is needed, and anew where it has ended."""

import json
import os
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock

# The same Python finds the packages that this process sees; -I: it takes no word from the environment about them.
_BEGIN = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from importlib import import_module"
_BEGIN += "; from bot.loading import stays\nwith stays(): main = import_module(sys.argv[2]).main\nmain()"
_TOLD = ("PATH", "LANG")
# One thread a child: threads would not outlive the fork, and each would have an area of memory of its own.
_OWN = {
    "MALLOC_ARENA_MAX": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "PYTHONDONTWRITEBYTECODE": "1",
}


class Foreman:
    """Forks a child for each socket that it is handed."""

    def __init__(self, module: str) -> None:
        self.line, theirs = socket.socketpair()
        # It stays in a folder that is no more: no file can be made there, and however it ends nothing is left.
        with theirs, TemporaryDirectory(prefix="bengkel-") as folder:
            self.process = _begun(module, folder, theirs.fileno())
        self.owner, self._count, self._turn = os.getpid(), 0, Lock()

    @property
    def there(self) -> bool:
        """Whether it lives, and is this process's own and not that of one from which this was forked."""
        return self.owner == os.getpid() and self.process.poll() is None

    def child(self) -> tuple[socket.socket, int]:
        """The line to a new child, and its number; OSError where the foreman has just ended."""
        ours, theirs = socket.socketpair()
        with theirs, self._turn:
            self._count += 1
            try:
                socket.send_fds(self.line, [self._count.to_bytes(8, "big")], [theirs.fileno()])
            except OSError:
                ours.close()
                raise
            return ours, self._count

    def end(self, number: int) -> None:
        """End a child, where it has not ended by itself."""
        with self._turn, suppress(OSError):
            self.line.sendall(number.to_bytes(8, "big"))

    def close(self) -> None:
        """End the foreman and all its children; of another process only this end of the line is closed."""
        self.line.close()
        if self.owner == os.getpid():
            self.process.wait()


def _begun(module: str, folder: str, line: int) -> subprocess.Popen[bytes]:
    paths = json.dumps([str(Path(place).absolute()) for place in sys.path])
    return subprocess.Popen(  # noqa: S603 - a list, no shell, nothing from outside in it
        [sys.executable, "-I", "-c", _BEGIN, paths, module],
        env=environment(folder),
        cwd=folder,
        stdin=line,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        # Ctrl-C is the bot's, which ends its foreman itself.
        start_new_session=True,
    )


def environment(home: str) -> dict[str, str]:
    """All that a child is told of the machine: neither token, nor database, nor keys."""
    return {name: os.environ[name] for name in _TOLD if name in os.environ} | {"HOME": home, "TMPDIR": home} | _OWN
