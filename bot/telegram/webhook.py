"""Updates into the inbox, and only then confirmed: Telegram posts them to us."""

import asyncio
import hmac
import json
import logging
from urllib.parse import urlsplit

from aiohttp import web

from bot.telegram.polling import Arrived, Inlet, arrived

log = logging.getLogger(__name__)

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LARGEST_BODY = 2**20
# Telegram makes 40 unless it is told otherwise.
MOST = 100


async def serving(url: str, secret: str, listen: str, inlet: Inlet) -> None:
    """Answer posts to the path of `url` at `listen` until the process stops."""
    trusted: set[object] = set()
    runner = web.AppRunner(application(urlsplit(url).path or "/", secret, inlet, trusted), access_log=None)
    await runner.setup()
    host, _, port = listen.rpartition(":")
    try:
        few = Few(runner, trusted)
        async with await asyncio.get_running_loop().create_server(few, host or "127.0.0.1", int(port)):
            log.info("webhook listens on %s", listen)
            await inlet.stop.wait()
    finally:
        await runner.cleanup()


class Few:
    """Makes connections, at most MOST at a time. For one more the oldest is closed that has never shown the secret, so
    that those who only hold connections keep out each other and not Telegram."""

    def __init__(self, runner: web.AppRunner, trusted: set[object]) -> None:
        """`trusted` are the connections over which the secret has come."""
        self.runner, self.trusted = runner, trusted

    def __call__(self) -> asyncio.BaseProtocol:
        server = self.runner.server
        if server is None:
            return Refused()
        self.trusted &= {*server.connections}
        there = [one for one in server.connections if one.transport is not None]
        if len(there) < MOST:
            return server()
        oldest = next((one for one in there if one not in self.trusted), None)
        if oldest is None:
            return Refused()
        oldest.force_close()
        return server()


class Refused(asyncio.Protocol):
    """A connection too many."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        transport.close()


def application(path: str, secret: str, inlet: Inlet, trusted: set[object]) -> web.Application:
    async def post(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), secret.encode()):
            return web.Response(status=403)
        trusted.add(request.protocol)
        try:
            update = arrived(json.loads(await request.read()))
        except (ValueError, KeyError, TypeError, AttributeError):
            return web.Response(status=400)
        return await _recorded(inlet, update)

    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_post(path, post)
    return app


async def _recorded(inlet: Inlet, update: Arrived) -> web.Response:
    try:
        await inlet.put([update])
    except Exception:
        # Anything but a 2xx makes Telegram deliver it again.
        log.exception("an update could not be recorded")
        return web.Response(status=500)
    return web.Response()
