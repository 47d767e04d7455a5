"""`python -m MODULE …` in a process of its own, forked from one that has imported the bot, which takes seconds."""

import asyncio
import os
import runpy
import signal
import sys
from collections.abc import Mapping
from multiprocessing import get_context
from multiprocessing.process import BaseProcess

FORKS = get_context("forkserver")
FORKS.set_forkserver_preload(["bot.commands.run", "bot.work.drawing.drawers", __name__])


class Forked:
    """A process that can be waited for as those of asyncio can."""

    def __init__(self, process: BaseProcess) -> None:
        self.process, self.kill, self.terminate = process, process.kill, process.terminate

    def stop(self) -> None:
        """It stands still with all that it holds, as by Ctrl-Z."""
        os.kill(self.process.pid or 0, signal.SIGSTOP)

    def go_on(self) -> None:
        os.kill(self.process.pid or 0, signal.SIGCONT)

    @property
    def returncode(self) -> int | None:
        return self.process.exitcode

    async def wait(self) -> int:
        """Until it has ended; its exit code, or the signal that ended it below 0."""
        loop, ended = asyncio.get_running_loop(), asyncio.Event()
        loop.add_reader(self.process.sentinel, ended.set)
        await ended.wait()
        loop.remove_reader(self.process.sentinel)
        self.process.join()
        return self.process.exitcode or 0


async def forked(words: tuple[str, ...], env: Mapping[str, str]) -> Forked:
    """`words`: the module and what it is told, as behind `python -m`; `env`: all of its environment."""
    process = FORKS.Process(target=_run, args=(words, dict(env)), daemon=True)
    # The first of them starts the server, which imports everything first.
    await asyncio.to_thread(process.start)
    return Forked(process)


def _run(words: tuple[str, ...], env: dict[str, str]) -> None:
    os.environ.clear()
    os.environ.update(env)
    sys.argv[:] = words
    sys.stdout = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until the process ends
    runpy.run_module(words[0], run_name="__main__", alter_sys=True)
