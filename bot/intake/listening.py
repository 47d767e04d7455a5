"""The one address at which channels post to us: few connections, small bodies, each channel at a path of its own."""

import asyncio
import hmac
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

from aiohttp import web

log = logging.getLogger(__name__)

LARGEST_BODY = 2**20
# Open connections at once; Telegram itself makes 40 at most unless it is told otherwise.
MOST = 100
# The connections over which a secret has come.
_TRUSTED = web.AppKey("trusted", set)

Answer = Callable[[web.Request], Awaitable[web.Response]]


@dataclass(frozen=True)
class Hook:
    """A path and what answers there. `get`: shows the channel that the path is ours, where it asks."""

    path: str
    post: Answer
    get: Answer | None = None


# Seconds within which a body has to come.
PATIENCE = 10


def same(told: str, secret: str) -> bool:
    """Whether a header is this secret; the time that it takes tells nothing of it, whatever bytes it holds."""
    return hmac.compare_digest(told.encode("utf-8", "surrogateescape"), secret.encode())


async def body_of(request: web.Request, most: int) -> bytes:
    """The whole body; refused where it is longer than `most`, or where it comes too slowly."""
    data = bytearray()
    try:
        async with asyncio.timeout(PATIENCE):
            async for part in request.content.iter_any():
                data += part
                if len(data) > most:
                    raise web.HTTPRequestEntityTooLarge(most, len(data))
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    return bytes(data)


def trust(request: web.Request) -> None:
    """The connection of this request has shown its secret, so it is closed after all others."""
    request.app[_TRUSTED].add(request.protocol)


async def recorded(put: Awaitable[None]) -> web.Response:
    """The answer to a body whose contents `put` records."""
    try:
        await put
    except Exception:
        # Anything but a 2xx makes the channel deliver it again.
        log.exception("an update could not be recorded")
        return web.Response(status=500)
    return web.Response()


async def serving(listen: str, hooks: Sequence[Hook], stop: asyncio.Event) -> None:
    """Answer at the paths of these hooks until the process stops."""
    app = web.Application(client_max_size=LARGEST_BODY)
    app[_TRUSTED] = set()
    for hook in hooks:
        app.router.add_post(hook.path, hook.post)
        if hook.get:
            app.router.add_get(hook.path, hook.get)
    runner = web.AppRunner(app, access_log=None)
    await runner.setup()
    host, _, port = listen.rpartition(":")
    few = Few(runner, stop, app[_TRUSTED])
    try:
        at = host or "127.0.0.1", int(port)
        async with accepting(await asyncio.get_running_loop().create_server(few, *at, start_serving=False)):
            log.info("webhook listens on %s", listen)
            await stop.wait()
    finally:
        await runner.cleanup()


@asynccontextmanager
async def accepting(server: asyncio.Server) -> AsyncIterator[None]:
    """Around all the time in which a server takes connections: a stop may come as soon as it has begun. They are not
    waited for, as `async with server` does: a channel keeps its own open for the next update until the runner ends."""
    try:
        await server.start_serving()
        yield
    finally:
        server.close()


class Few:
    """Makes connections, at most MOST at a time. For one more the oldest is closed that has never shown a secret, so
    that those who only hold connections keep out each other and no channel."""

    def __init__(self, runner: web.AppRunner, stop: asyncio.Event, trusted: set[object]) -> None:
        """`trusted` are the connections over which a secret has come."""
        self.runner, self.stop, self.trusted = runner, stop, trusted

    def __call__(self) -> asyncio.BaseProtocol:
        server = self.runner.server
        # What comes while the runner closes its connections would stay open.
        if server is None or self.stop.is_set():
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
