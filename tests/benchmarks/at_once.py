"""How soon everybody has their card when twenty people send a photo each in the same moment."""

import asyncio
import shutil
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from tests.benchmarks.chat import DURABLE, OURS, PEER, Timed, office, running
from tests.benchmarks.province import picture

PEOPLE = 20
# Seconds between two such moments, in which the bot ends what it has put off.
REST = 4.0


async def compare(rounds: int) -> None:
    print(f"{f'a photo from each of {PEOPLE}':28}{'p50 s':>8}{'p95 s':>8}{'last s':>8}")  # noqa: T201 - the table is what this is for
    last = {name: await _measured(name, rounds) for name in (OURS, PEER, DURABLE)}
    print(f"ratio ours:peer {last[OURS] / last[DURABLE]:.2f} ({DURABLE}, seconds until the last card)")  # noqa: T201


async def _measured(name: str, rounds: int) -> float:
    """The median of the seconds until the last card."""
    folder = Path(tempfile.mkdtemp())
    office(folder, PEOPLE * rounds + 1).close()
    async with Timed() as api, running(name, api, folder):
        api.files |= {f"f{number}": picture(number) for number in range(PEOPLE * rounds + 1)}
        # A bot that has been running for a while has seen a photo.
        await _waits(api, [PEOPLE * rounds + 1])
        waits = [await _waits(api, range(n * PEOPLE + 1, n * PEOPLE + PEOPLE + 1)) for n in range(rounds)]
    shutil.rmtree(folder)
    p50, p95 = (median(quantiles(each, n=20)[at] for each in waits) for at in (9, 18))
    last = median(max(each) for each in waits)
    print(f"{name:28}{p50:>8.2f}{p95:>8.2f}{last:>8.2f}", flush=True)  # noqa: T201
    return last


async def _waits(api: Timed, persons: Iterable[int]) -> list[float]:
    """Seconds until each has the first answer to their photo."""
    everybody, began = list(persons), time.perf_counter()
    for number in everybody:
        api.deliver(**_shows(number))
    await api.until(lambda: all(number in api.first for number in everybody), 60)
    await asyncio.sleep(REST)
    return [api.first[number] - began for number in everybody]


def _shows(number: int) -> dict[str, Any]:
    person = {"id": number, "is_bot": False, "first_name": f"Anggota {number}"}
    chat = {"id": number, "type": "private", "first_name": person["first_name"]}
    size = {"file_id": f"f{number - 1}", "file_unique_id": f"u{number}", "width": 1280, "height": 960}
    said = {"photo": [size], "caption": f"Rapat koordinasi dengan Bawaslu tentang pemilih ke-{number}, kemarin di aula"}
    return {"message": {"message_id": number, "date": 1656000000, "from": person, "chat": chat} | said}
