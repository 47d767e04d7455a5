"""The double of the Bot API in bad weather: calls fail at random, updates come twice or out of order."""

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import cycle
from typing import Any

from aiohttp import ClientError, ClientSession, ClientTimeout

from bot.telegram.intake import SECRET as HEADER
from bot.telegram.read import lane_of
from tests.bot.updates import Json
from tests.botapi import BotAPI
from tests.botapi_wire import Call, Fault

SECRET = "x" * 32
# A proxy asks the next one where there is no answer.
SOON = ClientTimeout(total=5)
# Whoever fails three times in a row has no bad weather but another trouble.
IN_A_ROW = 2
Weather = Callable[[random.Random, Call], Fault | None]


class Stormy(BotAPI):
    """`done` is what took effect, whatever the bot heard of it."""

    def __init__(self, weather: Weather, chance: random.Random, share: float, *, shuffled: bool, twice: float) -> None:
        super().__init__()
        self.weather, self.chance, self.share, self.shuffled, self.twice = weather, chance, share, shuffled, twice
        self.failed: Counter[str] = Counter()
        self.done: list[Call] = []
        self.on_the_way = 0

    @property
    def undelivered(self) -> bool:
        """Something that people said has reached no bot yet."""
        return bool(self.pending or self.on_the_way)

    def deliver(self, **update: Any) -> int:
        number = super().deliver(**update)
        if self.chance.random() < self.twice:
            self.pending.append(self.pending[-1])
        return number

    def _fault(self, call: Call) -> Fault | None:
        if fault := super()._fault(call):
            return fault
        deed = _deed(call)
        fault = self.weather(self.chance, call) if self.chance.random() < self.share else None
        if fault is None or self.failed[deed] == IN_A_ROW:
            # A photo of which only the place is told has not come yet.
            if call.method != "getFile":
                self.failed[deed] = 0
            return None
        self.failed[deed] += 1
        return fault

    async def _do(self, call: Call) -> Any:
        self.done.append(call)
        return await super()._do(call)

    async def _updates(self, params: Json) -> Any:
        updates = await super()._updates(params)
        return mixed(updates, self.chance) if self.shuffled else updates


def _deed(call: Call) -> str:
    """What a call is for: of a photo both, that asks for its place and that fetches it from there."""
    if call.method in ("getFile", "download"):
        return f"photo {call.params.get('file_id') or call.params['path']}"
    return f"{call.method} {[call.params.get(key) for key in ('chat_id', 'callback_query_id')]}"


def mixed(updates: list[Json], chance: random.Random) -> list[Json]:
    """In another order between chats; within a chat as they came."""
    lanes: dict[str, list[Json]] = {}
    for update in updates:
        lanes.setdefault(lane_of(update), []).append(update)
    order = [lane for lane, waiting in lanes.items() for _ in waiting]
    chance.shuffle(order)
    return [lanes[lane].pop(0) for lane in order]


async def pushed(api: Stormy, ports: list[int]) -> None:
    """What Telegram does with a webhook: in order within a chat, chats side by side, again until the answer is 200."""
    turns, last = cycle(ports), dict[str, asyncio.Task[None]]()
    async with ClientSession() as client, asyncio.TaskGroup() as group:
        while True:
            waiting, api.pending = api.pending, []
            api.on_the_way += len(waiting)
            for update in mixed(waiting, api.chance) if api.shuffled else waiting:
                lane = lane_of(update)
                last[lane] = group.create_task(_after(last.get(lane), client, turns, update, api))
            await asyncio.sleep(0.02)


async def _after(
    before: asyncio.Task[None] | None, client: ClientSession, turns: Iterator[int], update: Json, api: Stormy
) -> None:
    if before:
        await before
    await _taken(client, turns, update)
    api.on_the_way -= 1


async def _taken(client: ClientSession, turns: Iterator[int], update: Json) -> None:
    while True:
        url = f"http://127.0.0.1:{next(turns)}/hook"
        try:
            async with client.post(url, json=update, headers={HEADER: SECRET}, timeout=SOON) as answer:
                if answer.status == 200:
                    return
        except (ClientError, OSError):
            pass
        await asyncio.sleep(0.1)
