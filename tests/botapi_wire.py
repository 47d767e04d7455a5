"""What goes over the wire to and from the double of the Bot API."""

import json
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

Json = dict[str, Any]


@dataclass
class Fault:
    """The next `times` calls of `method` fail: 429, 500, 403 …, "reset", or a status and words that are no answer of
    the Bot API; `after`: only the answer is lost."""

    method: str
    kind: int | str
    times: int = 1
    after: bool = False
    chat: int | None = None
    description: str = "injected"
    parameters: Json = field(default_factory=dict)


@dataclass(frozen=True)
class Call:
    method: str
    params: Json
    files: dict[str, bytes]


async def arguments(request: web.Request) -> tuple[Json, dict[str, bytes]]:
    params: Json = {key: plain(value) for key, value in request.query.items()}
    files: dict[str, bytes] = {}
    for key, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[value.filename] = value.file.read()
            value.file.close()
        else:
            params[key] = plain(str(value))
    return params, files


def plain(value: str) -> Any:
    try:
        return json.loads(value)
    except ValueError:
        return value


def error(code: int, description: str, parameters: Json | None = None) -> web.Response:
    body = {"ok": False, "error_code": code, "description": description}
    return web.json_response(body | ({"parameters": parameters} if parameters else {}), status=code)


def failure(request: web.Request, fault: Fault) -> web.Response:
    if fault.kind == "reset":
        if request.transport:
            request.transport.abort()
        return web.Response(status=500)
    if isinstance(fault.kind, str):
        code, _, words = fault.kind.partition(" ")
        return web.Response(status=int(code), text=words, content_type="text/html")
    return error(fault.kind, fault.description, fault.parameters)
