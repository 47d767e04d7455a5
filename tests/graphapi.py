"""A small double of the Cloud API on loopback: it posts what people say, keeps what the bot says, tells what became of
it, and fails when told to."""

import asyncio
import base64
import hashlib
import hmac
import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Self

from aiohttp import ClientError, ClientSession, web

from tests.patience import PATIENCE, told

Json = dict[str, Any]
TOKEN, NUMBER, SECRET, VERIFY, PHONE = "EAAtoken", "21", "app secret", "kata sandi", "6281100000001"
SIGNATURE = "X-Hub-Signature-256"


@dataclass
class Fault:
    """The next `times` calls of `method` fail: an HTTP status without words, "reset", or a code of Meta's below 0;
    `after`: only the answer is lost; `late`: the code comes as a failed status; `skip`: so many calls pass before."""

    method: str
    kind: int | str
    times: int = 1
    after: bool = False
    late: bool = False
    skip: int = 0


@dataclass(frozen=True)
class Call:
    method: str
    body: Json
    status: int = 200


def signature(raw: bytes, secret: str = SECRET) -> str:
    return f"sha256={hmac.new(secret.encode(), raw, hashlib.sha256).hexdigest()}"


def text(person: str, words: str, event: str, **more: Any) -> Json:
    return {"from": person, "id": event, "timestamp": "1656000000", "type": "text", "text": {"body": words}} | more


def envelope(**value: Any) -> Json:
    told = {"messaging_product": "whatsapp", "metadata": {"phone_number_id": NUMBER}} | value
    return {"object": "whatsapp_business_account", "entry": [{"id": "1", "changes": [_change(told)]}]}


def _change(value: Json) -> Json:
    return {"field": "messages", "value": value}


class GraphAPI:
    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.messages: dict[str, Json] = {}
        self.media: dict[str, bytes] = {}
        self.bodies: dict[str, Json] = {}
        self.hook, self.at_once = "", False
        self.statuses: tuple[str, ...] = ("sent", "delivered", "read")
        self.twice: Callable[[], bool] = lambda: False
        self.lag: Callable[[], float] = lambda: 0
        # The hashes that it tells are those of other bytes.
        self.lies = False
        self.changed = asyncio.Event()
        self.number, self.pushing = 0, set[asyncio.Task[None]]()

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_post(f"/v23.0/{NUMBER}/messages", self._messages)
        app.router.add_post(f"/v23.0/{NUMBER}/media", self._upload)
        app.router.add_get(f"/v23.0/{NUMBER}", self._phone)
        app.router.add_get("/v23.0/{media}", self._url)
        app.router.add_get("/file/{media}", self._download)
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self.runner.addresses[0][1]}"
        self.client = ClientSession()
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self.pushing:
            task.cancel()
        await asyncio.gather(*self.pushing, return_exceptions=True)
        await self.client.close()
        await self.runner.cleanup()

    # what people do

    def say(self, person: str, words: str = "", **content: Any) -> str:
        """A message of a person on its way to the bot; returns its id."""
        event = self._id()
        self.push(messages=[text(person, words, event) | content])
        return event

    def photo(self, person: str, data: bytes, caption: str = "") -> str:
        media = f"m{self._id()}"
        self.media[media] = data
        told: Json = {"id": media, "mime_type": "image/jpeg", "sha256": _hash(data)}
        return self.say(person, type="image", image=told | ({"caption": caption} if caption else {}))

    def press(self, person: str, data: str, card: str) -> str:
        reply = {"type": "button_reply", "button_reply": {"id": data, "title": "?"}}
        return self.say(person, type="interactive", interactive=reply, context={"from": PHONE, "id": card})

    def push(self, **value: Any) -> None:
        """Post a body until it is acknowledged."""
        raw = json.dumps(envelope(**value)).encode()
        for _ in range(1 + self.twice()):
            task = asyncio.create_task(self._posted(raw))
            self.pushing.add(task)
            task.add_done_callback(self.pushing.discard)

    async def _posted(self, raw: bytes) -> None:
        while await self.post(raw) != web.HTTPOk.status_code:  # noqa: ASYNC110 - Meta too asks again until it is 200
            await asyncio.sleep(0.1)
        self.changed.set()

    async def post(self, raw: bytes, sign: str | None = None) -> int:
        headers = {SIGNATURE: signature(raw) if sign is None else sign}
        try:
            async with self.client.post(self.hook, data=io.BytesIO(raw), headers=headers) as answer:
                return answer.status
        except (ClientError, OSError, ValueError):
            return 0

    # what the bot does

    def said(self, person: str) -> list[tuple[str, Json]]:
        """Ids and bodies of the messages that a person has, in their order."""
        return [(id_, body) for id_, body in self.messages.items() if person in (body.get("to"), body.get("recipient"))]

    async def until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        await told(self.changed, holds, seconds)

    def _id(self) -> str:
        self.number += 1
        return f"wamid.{self.number}"

    def _fault(self, method: str) -> Fault | None:
        found = next((one for one in self.faults if one.times and one.method == method), None)
        if found and found.skip:
            found.skip -= 1
            return None
        if found:
            found.times -= 1
        return found

    async def _messages(self, request: web.Request) -> web.StreamResponse:
        body = await request.json()
        method = "read" if body.get("status") else "messages"
        fault = self._fault(method) if request.headers.get("Authorization") == f"Bearer {TOKEN}" else Fault("", -190)
        if fault and not (fault.after or fault.late):
            return self._failed(request, method, body, fault)
        await asyncio.sleep(self.lag())
        answer = {"success": True} if method == "read" else await self._taken(body, fault or Fault("", 0))
        if fault and fault.after:
            return self._failed(request, method, body, fault)
        self.calls.append(Call(method, body))
        self.changed.set()
        return web.json_response(answer)

    async def _taken(self, body: Json, fault: Fault) -> Json:
        message = self._id()
        if not fault.late:
            self.messages[message] = body
        states = ("failed",) if fault.late else self.statuses
        self.bodies[message] = body
        told = [self.status(message, state, code=fault.kind) for state in states]
        if self.at_once:
            for one in told:
                await self._posted(json.dumps(envelope(statuses=[one])).encode())
        else:
            for one in told:
                self.push(statuses=[one])
        return {"messaging_product": "whatsapp", "messages": [{"id": message}]}

    def status(self, message: str, state: str, *, code: int | str = 0, mark: str = "") -> Json:
        body = self.bodies.get(message, {})
        told: Json = {"id": message, "status": state, "timestamp": "1656000000"}
        told["recipient_id"] = body.get("to") or body.get("recipient")
        if carried := mark or body.get("biz_opaque_callback_data"):
            told["biz_opaque_callback_data"] = carried
        return told | ({"errors": [{"code": -int(code), "title": "injected"}]} if state == "failed" else {})

    async def told(self, message: str, state: str) -> int:
        """What the bot answers when it is told this now."""
        return await self.post(json.dumps(envelope(statuses=[self.status(message, state)])).encode())

    def _failed(self, request: web.Request, method: str, body: Json, fault: Fault) -> web.Response:
        code = fault.kind if isinstance(fault.kind, int) else 0
        status = code if code > 0 else 400
        self.calls.append(Call(method, body, status))
        self.changed.set()
        if fault.kind == "reset" and request.transport:
            request.transport.abort()
        if code < 0:
            return web.json_response({"error": {"code": -code, "message": "injected"}}, status=status)
        return web.Response(status=status, text="<html>")

    async def _upload(self, request: web.Request) -> web.StreamResponse:
        form = await request.post()
        file, told = form["file"], {key: str(form[key]) for key in ("messaging_product", "type")}
        if fault := self._fault("media"):
            return self._failed(request, "media", told, fault)
        assert isinstance(file, web.FileField)
        media = f"u{self._id()}"
        self.media[media] = file.file.read()
        file.file.close()
        self.calls.append(Call("media", told | {"filename": file.filename, "kind": file.content_type}))
        return web.json_response({"id": media})

    async def _phone(self, _request: web.Request) -> web.Response:
        return web.json_response({"display_phone_number": f"+{PHONE[:2]} {PHONE[2:]}", "id": NUMBER})

    async def _url(self, request: web.Request) -> web.StreamResponse:
        media = request.match_info["media"]
        if fault := self._fault("url"):
            return self._failed(request, "url", {}, fault)
        self.calls.append(Call("url", {"media": media}))
        if media not in self.media:
            return web.json_response({"error": {"code": 100, "error_subcode": 33, "message": "gone"}}, status=400)
        digest = "0" * 64 if self.lies else hashlib.sha256(self.media[media]).hexdigest()
        return web.json_response({"url": f"{self.url}/file/{media}", "sha256": digest, "id": media})

    async def _download(self, request: web.Request) -> web.StreamResponse:
        if fault := self._fault("download"):
            return self._failed(request, "download", {}, fault)
        if request.headers.get("Authorization") != f"Bearer {TOKEN}":
            return web.Response(status=401)
        return web.Response(body=self.media[request.match_info["media"]])


def _hash(data: bytes) -> str:
    return base64.b64encode(hashlib.sha256(data).digest()).decode()
