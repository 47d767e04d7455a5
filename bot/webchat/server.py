"""The web page of the try-out: for this machine alone."""

import asyncio
from collections.abc import Awaitable, Callable
from importlib.resources import files
from importlib.resources.abc import Traversable
from ipaddress import ip_address
from socket import create_server, socket
from urllib.parse import quote, urlsplit

from aiohttp import web

from bot.intake.listening import Few, accepting
from bot.webchat import answers
from bot.webchat.acts import Site
from bot.webchat.play import Player

HOSTS = ("127.0.0.1", "localhost", "::1")
LARGEST_BODY = 2**30
TYPES = {".jpg": "image/jpeg", ".png": "image/png", ".pdf": "application/pdf"}
TEXTS = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' blob:; frame-ancestors 'none'; base-uri 'none'",
    "X-Content-Type-Options": "nosniff",
    # Other sites must not even show pictures of this page.
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "Cache-Control": "no-store",
}
Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


def listening(host: str, port: int) -> socket:
    """A socket on this machine alone, for the page lets its visitor speak for everybody in the team."""
    if not ip_address(host).is_loopback:
        raise ValueError(f"the try-out listens on this machine alone, not on {host}")
    return create_server((host, port))


async def serving(site: Site, listener: socket) -> None:
    """Serve the page until it is cancelled, which is how the process ends its intake."""
    runner = web.AppRunner(application(site), access_log=None, shutdown_timeout=1)
    await runner.setup()
    few = Few(runner, site.inlet.stop, set())
    server = await asyncio.get_running_loop().create_server(few, sock=listener, start_serving=False)
    try:
        async with accepting(server):
            # Waiting for `wake.stop` would end just when the process cancels this task, and would cancel the cleanup.
            await asyncio.Event().wait()
    finally:
        site.room.close()
        await runner.cleanup()


def application(site: Site) -> web.Application:
    app = web.Application(client_max_size=LARGEST_BODY, middlewares=[_guarded])
    app.on_response_prepare.append(_with_headers)
    for page in (files("bot.webchat") / "page").iterdir():
        app.router.add_get("/" if page.name == "index.html" else f"/{page.name}", _text(page))
    for photo in (files("bot.webchat") / "foto").iterdir():
        app.router.add_get(f"/foto/{photo.name}", _photo(photo))
    app.router.add_get("/favicon.ico", _nothing)
    app.router.add_get("/events", _with(site, answers.events))
    app.router.add_get("/files/{number:\\d+}/{name}", _with(site, _file))
    for post in (answers.message, answers.edit, answers.press, answers.advance, answers.following, answers.anew):
        app.router.add_post(f"/{post.__name__}", _with(site, post))
    _with_player(app, Player(site))
    return app


def _with_player(app: web.Application, player: Player) -> None:
    async def ended(_app: web.Application) -> None:
        await player.stop()

    app.router.add_post("/play", player.post)
    app.on_shutdown.append(ended)


def _with(site: Site, run: Callable[[Site, web.Request], Awaitable[web.StreamResponse]]) -> Answer:
    async def answer(request: web.Request) -> web.StreamResponse:
        return await run(site, request)

    return answer


@web.middleware
async def _guarded(request: web.Request, handler: Answer) -> web.StreamResponse:
    # A foreign page may point its own name here (then Host is foreign) or post from afar (then Origin is).
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


def _text(page: Traversable) -> Answer:
    kind = TEXTS[page.name[page.name.rfind(".") :]]

    async def answer(_request: web.Request) -> web.Response:
        return web.Response(text=page.read_text(encoding="utf-8"), content_type=kind)

    return answer


def _photo(photo: Traversable) -> Answer:
    async def answer(_request: web.Request) -> web.Response:
        return web.Response(body=photo.read_bytes(), content_type="image/jpeg")

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
