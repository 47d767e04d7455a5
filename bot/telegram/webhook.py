"""Updates into the inbox, and only then confirmed: Telegram posts them to us."""

import hmac
import json
import logging
from urllib.parse import urlsplit

from aiohttp import web

from bot.telegram.polling import Arrived, Inlet, arrived

log = logging.getLogger(__name__)

SECRET = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header's name
LARGEST_BODY = 2**20


async def serving(url: str, secret: str, listen: str, inlet: Inlet) -> None:
    """Answer posts to the path of `url` at `listen` until the process stops."""
    runner = web.AppRunner(application(urlsplit(url).path or "/", secret, inlet), access_log=None)
    await runner.setup()
    host, _, port = listen.rpartition(":")
    try:
        await web.TCPSite(runner, host or "127.0.0.1", int(port)).start()
        log.info("webhook listens on %s", listen)
        await inlet.stop.wait()
    finally:
        await runner.cleanup()


def application(path: str, secret: str, inlet: Inlet) -> web.Application:
    async def post(request: web.Request) -> web.Response:
        if not hmac.compare_digest(request.headers.get(SECRET, "").encode(), secret.encode()):
            return web.Response(status=403)
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
