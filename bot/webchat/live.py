"""Server-Sent Events: a page receives the whole state when it opens, then every event."""

import asyncio
from contextlib import suppress
from dataclasses import asdict
from typing import Any

from aiohttp import web

from bot.webchat.acts import Site
from bot.webchat.play import offered
from bot.webchat.state import GROUP, as_json, written
from handlers import table

HEARTBEAT = 15
# A page connects again after 500 ms, because after "Mulai dari awal" the bot is back at once.
RETRY = "retry: 500\n\n"


async def events(site: Site, request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
    await response.write(RETRY.encode())
    waiting: asyncio.Queue[str] = asyncio.Queue()
    waiting.put_nowait(written("state", _state(site)))
    site.room.pages.add(waiting)
    try:
        with suppress(ConnectionError):
            while event := await _next(waiting):
                await response.write(event.encode())
    finally:
        site.room.pages.discard(waiting)
    return response


async def _next(waiting: asyncio.Queue[str]) -> str:
    """The next event, a sign of life when nothing happens, "" at the end."""
    try:
        return await asyncio.wait_for(waiting.get(), HEARTBEAT)
    except TimeoutError:
        return ": here\n\n"


def _state(site: Site) -> dict[str, Any]:
    return {
        "now": site.clock().isoformat(),
        "grup": {"chat": GROUP, "nama": site.office.grup},
        "people": [asdict(person) for person in site.office.people.values()],
        "commands": [
            {"word": f"/{c.word}", "tells": c.tells, "roles": sorted(c.who), "grup": c.group} for c in table.COMMANDS
        ],
        "scripts": offered(site),
        "play": site.room.play,
        "sample": site.sample,
        "messages": [as_json(message) for message in site.room.messages.values()],
    }
