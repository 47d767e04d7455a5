"""The line to the Bot API: the calls of the library over aiohttp, for its own client takes several times the processor
time of each, and of twenty answers at once the last waits for all others."""

from functools import cache
from io import BytesIO
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import httpx
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

# Seconds: to connect, for the next bytes of an answer, and for all of a call that sends a file, for lines are slow.
CONNECT, ANSWER, UPLOAD = 10, 25, 180
# Shorter than Telegram keeps a silent connection: what is sent into one that just closes may have arrived or not.
SILENT = 30


class Line(BaseRequest):
    def __init__(self, connections: int, answer: float = ANSWER) -> None:
        """`connections` at once at most; `answer`: the seconds that an answer may take."""
        self.connections, self.answer = connections, answer
        self.session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        return self.answer

    async def initialize(self) -> None:
        self._open()

    async def shutdown(self) -> None:
        if self.session:
            await self.session.close()
        self.session = None

    async def do_request(
        self, url: str, method: str, request_data: RequestData | None = None, *_timeouts: Any, **_more: Any
    ) -> tuple[int, bytes]:
        try:
            return await self._answered(url, method, request_data)
        except TimeoutError as error:
            raise TimedOut from error
        except (aiohttp.ClientError, ValueError) as error:
            raise NetworkError(f"{type(error).__name__}: {error}") from error

    async def _answered(self, url: str, method: str, data: RequestData | None) -> tuple[int, bytes]:
        uploads = bool(data and data.multipart_data)
        limit = aiohttp.ClientTimeout(UPLOAD if uploads else None, sock_connect=CONNECT, sock_read=self.answer)
        place = urlsplit(url)
        through = _proxy(place.scheme, place.hostname or "")
        form = (_form(data) if uploads else data.json_parameters) if data else None
        asked = self._open().request(method, url, data=form, timeout=limit, proxy=through, allow_redirects=False)
        async with asked as answer:
            return answer.status, await answer.read()

    def _open(self) -> aiohttp.ClientSession:
        if self.session is None:
            # The certificates that the library trusts, for a small machine may have none of its own.
            trusted = httpx.create_ssl_context()
            lines = aiohttp.TCPConnector(limit=self.connections, keepalive_timeout=SILENT, ssl=trusted)
            heads = {"User-Agent": self.USER_AGENT}
            self.session = aiohttp.ClientSession(connector=lines, headers=heads, cookie_jar=aiohttp.DummyCookieJar())
        return self.session

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, object]:
        """Refuse JSON that is no answer of the Bot API; the library would fail with a KeyError."""
        found = BaseRequest.parse_json_payload(payload)
        if not isinstance(found, dict) or not ("result" in found or found.get("ok") is False):
            raise TelegramError("Invalid server response")
        return found


def _form(data: RequestData) -> aiohttp.FormData:
    # Names of files go as they are: the Bot API knows no other way to write a letter beyond ASCII.
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file, content, kind) in (data.multipart_data or {}).items():
        # Read piece by piece, so that a large file holds nobody up.
        pieces = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, pieces, filename=file, content_type=kind)
    return form


@cache
def _proxy(scheme: str, host: str) -> str | None:
    """The proxy that the environment names for this host."""
    known = getproxies()
    return None if proxy_bypass(host) else known.get(scheme, known.get("all"))
