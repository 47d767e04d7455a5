"""The running process tells its health: /healthz on loopback, and signs of life to the watchdog of systemd."""

import asyncio
import socket
from datetime import datetime, timedelta

from aiohttp import web

from bot import health
from bot.health import Finding, Level
from bot.settings import Settings
from bot.world import World, pause

# A ticker or a poll that is silent for longer hangs: the ticker goes round once a minute, a poll takes 65 s at most
# and pauses for 60 s at most.
STUCK = timedelta(minutes=3)


async def watching(world: World, settings: Settings) -> None:
    """Serve /healthz and the watchdog, as far as the settings ask for them, until the process stops."""
    async with asyncio.TaskGroup() as group:
        if settings.health:
            group.create_task(answering(world, settings.health))
        if settings.notify_socket:
            group.create_task(notifying(world, settings.notify_socket, settings.watchdog_usec / 2e6))


async def answering(world: World, listen: str) -> None:
    async def get(_request: web.Request) -> web.Response:
        return _answer(await asyncio.to_thread(_findings, world))

    app = web.Application()
    app.router.add_get("/healthz", get)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    host, _, port = listen.rpartition(":")
    try:
        await web.TCPSite(runner, host, int(port)).start()
        await world.wake.stop.wait()
    finally:
        await runner.cleanup()


def _answer(found: list[Finding]) -> web.Response:
    body = {one.name: {"level": one.level, "line": one.line} for one in found}
    return web.json_response(body, status=503 if any(one.level == Level.RED for one in found) else 200)


def _findings(world: World) -> list[Finding]:
    now = world.clock()
    heard = [finding for name, pulse in world.pulses.items() for finding in health.of_process(pulse, now, name)]
    return [*heard, *health.of_data(world.database, world.data_dir, now)]


async def notifying(world: World, address: str, every: float) -> None:
    """Tell systemd that the process is ready, then every `every` seconds that it works, lest it be restarted."""
    _notify(address, "READY=1")
    while every and not world.wake.stop.is_set():
        if alive(world, world.clock()):
            _notify(address, "WATCHDOG=1")
        await pause(world.wake.stop, every)
    await world.wake.stop.wait()
    _notify(address, "STOPPING=1")


def alive(world: World, now: datetime) -> bool:
    """Whether intakes and ticker still go round; a channel that does not answer is no reason to restart."""
    first = world.pulse
    signs = [first.ticked_at or first.started_at, *(one.tried_at for one in world.pulses.values())]
    return all(now - (sign or now) <= STUCK for sign in signs)


def _notify(address: str, state: str) -> None:
    # An address that begins with @ is in the abstract namespace, which begins with a zero byte.
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as speaker:
        speaker.sendto(state.encode(), address.replace("@", "\0", 1) if address.startswith("@") else address)
