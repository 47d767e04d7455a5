"""The web page of the try-out: for this machine alone."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import asdict
from importlib.resources import files
from ipaddress import ip_address
from typing import Any
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.webchat import posts
from bot.webchat.posts import Site
from bot.webchat.state import GROUP, as_json, written
from handlers import dispatch

HOSTS = ("127.0.0.1", "localhost", "::1")
LARGEST_BODY = 2**30
HEARTBEAT = 15
TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".pdf": "application/pdf"}
PAGES = {"/": "index.html", "/style.css": "style.css", "/page.js": "page.js", "/bubble.js": "bubble.js"}
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
Post = Callable[[Site, web.Request], Awaitable[web.Response]]
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def only_loopback(host: str) -> str:
    """The address itself; whoever can reach the page speaks for everybody in the team."""
    if not ip_address(host).is_loopback:
        raise ValueError(f"the try-out listens on this machine alone, not on {host}")
    return host


async def serving(site: Site, host: str, port: int, opened: Callable[[str], None]) -> None:
    """Serve the page until the process stops; `opened` hears its address."""
    runner = web.AppRunner(application(site), access_log=None, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, only_loopback(host), port).start()
        address = runner.addresses[0]
        opened(f"http://{address[0]}:{address[1]}/")
        await site.inlet.stop.wait()
    finally:
        site.room.close()
        await runner.cleanup()


def application(site: Site) -> web.Application:
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_guarded])
    app.on_response_prepare.append(_with_headers)
    for path, name in PAGES.items():
        app.router.add_get(path, _page(name))
    app.router.add_get("/favicon.ico", _nothing)
    app.router.add_get("/events", _with(site, _events))
    app.router.add_get("/files/{number:\\d+}/{name}", _with(site, _file))
    for post in (posts.message, posts.press, posts.advance):
        app.router.add_post(f"/{post.__name__}", _with(site, post))
    return app


def _with(site: Site, run: Callable[[Site, web.Request], Awaitable[web.StreamResponse]]) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        return await run(site, request)

    return answer


@web.middleware
async def _guarded(request: web.Request, handler: Answer) -> web.StreamResponse:
    # A foreign page can let its own name point here (seen in Host), or post here from afar (seen in Origin).
    origin = request.headers.get("Origin")
    if not _is_local(request.host) or (origin and urlsplit(origin).netloc != request.host):
        raise web.HTTPForbidden
    return await handler(request)


def _is_local(host: str) -> bool:
    try:
        return urlsplit(f"//{host}").hostname in HOSTS
    except ValueError:
        return False


async def _with_headers(_request: web.Request, response: web.StreamResponse) -> None:
    response.headers.update(HEADERS)


def _page(name: str) -> Answer:
    kind = {"html": "text/html", "css": "text/css", "js": "text/javascript"}[name.rpartition(".")[2]]

    async def answer(_request: web.Request) -> web.Response:
        text = (files("bot.webchat") / "page" / name).read_text(encoding="utf-8")
        return web.Response(text=text, content_type=kind)

    return answer


async def _nothing(_request: web.Request) -> web.Response:
    return web.Response(status=204)


async def _file(site: Site, request: web.Request) -> web.Response:
    number = int(request.match_info["number"])
    if number >= len(site.room.files):
        raise web.HTTPNotFound
    name, data = site.room.files[number]
    kind = TYPES.get(name[name.rfind(".") :].lower(), "application/octet-stream")
    how = "inline" if kind.startswith("image/") else "attachment"
    disposition = f"{how}; filename*=UTF-8''{quote(name)}"
    return web.Response(body=data, content_type=kind, headers={"Content-Disposition": disposition})


async def _events(site: Site, request: web.Request) -> web.StreamResponse:
    response = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
    await response.prepare(request)
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
        "grup": {"chat": GROUP, "nama": site.grup},
        "people": [asdict(person) for person in site.people.values()],
        "commands": [
            {"word": f"/{c.word}", "tells": c.tells, "roles": sorted(c.who), "grup": c.group} for c in dispatch.COMMANDS
        ],
        "messages": [as_json(message) for message in site.room.messages.values()],
    }
