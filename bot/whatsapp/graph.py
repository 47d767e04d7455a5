"""The client of the Graph API: calls as one number, files up and down; raises the errors of bot.channel."""

from pathlib import PurePath
from typing import Any

import httpx

from bot.channel import Permanent, Unknown
from bot.settings import Settings
from bot.whatsapp.errors import answered, translated

Json = dict[str, Any]
_OFFICE = "application/vnd.openxmlformats-officedocument"
# The kinds of files that may be uploaded, and the name of each kind.
TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".pdf": "application/pdf",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
    ".txt": "text/plain",
}
# An upload may take two minutes, for lines are slow.
WAITS = httpx.Timeout(25, connect=10, write=120, pool=30)


class Graph:
    def __init__(self, settings: Settings) -> None:
        token = settings.wa_token.get_secret_value() if settings.wa_token else ""
        self.number = settings.wa_phone_number_id
        self.secure = settings.wa_api_url.startswith("https:")
        self.http = httpx.AsyncClient(
            base_url=f"{settings.wa_api_url.rstrip('/')}/{settings.wa_api_version}/",
            headers={"Authorization": f"Bearer {token}"},
            timeout=WAITS,
            limits=httpx.Limits(max_connections=16, max_keepalive_connections=16, keepalive_expiry=60),
        )

    async def close(self) -> None:
        await self.http.aclose()

    async def get(self, path: str, **query: str) -> Json:
        with translated():
            return _told(await self.http.get(path, params=query))

    async def post(self, edge: str, body: Json) -> Json:
        """A call of our number, such as `messages`."""
        with translated():
            return _told(await self.http.post(f"{self.number}/{edge}", json={"messaging_product": "whatsapp", **body}))

    async def upload(self, name: str, data: bytes) -> str:
        """The id under which a file waits for thirty days; Permanent for a kind of file that is not taken."""
        kind = TYPES.get(PurePath(name).suffix.lower())
        if kind is None:
            raise Permanent(f"{PurePath(name).suffix} cannot be uploaded")
        form = {"messaging_product": "whatsapp", "type": kind}
        with translated():
            told = _told(await self.http.post(f"{self.number}/media", data=form, files={"file": (name, data, kind)}))
        return str(told["id"])

    async def download(self, address: str, most: int) -> bytes:
        """The bytes behind an address that the Graph API has told; Permanent where there are more than `most`."""
        if self.secure and not address.startswith("https:"):
            raise Permanent("a file at an address that is not secure")
        with translated():
            async with self.http.stream("GET", address) as answer:
                if answer.status_code != httpx.codes.OK:
                    raise Unknown(f"a file is answered with {answer.status_code}")
                data = bytearray()
                async for part in answer.aiter_bytes():
                    data += part
                    if len(data) > most:
                        raise Permanent("a file that is too big")
        return bytes(data)


def _told(answer: httpx.Response) -> Json:
    if not answer.is_success:
        raise answered(answer)
    try:
        told = answer.json()
    except ValueError:
        raise Unknown("the answer is no JSON") from None
    if not isinstance(told, dict):
        raise Unknown("the answer is no object")
    return told
