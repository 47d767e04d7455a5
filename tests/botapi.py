"""A small double of the Bot API on loopback: it delivers updates, keeps what the bot says, and fails when told to."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Self

from aiohttp import web

from tests.botapi_wire import Call, Fault, Json, arguments, error, failure
from tests.patience import PATIENCE, told

__all__ = ["TOKEN", "BotAPI", "Call", "Fault"]

TOKEN = "123456789:AAEhBOweik6ad9r_QXMENQjcrGbqCr4K-bc"
EDITS = ("editMessageText", "editMessageCaption", "editMessageMedia")
SENDS = ("sendMessage", "sendPhoto", "sendDocument", "sendMediaGroup")


class BotAPI:
    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: list[Fault] = []
        self.pending: list[Json] = []
        self.files: dict[str, bytes] = {}
        self.messages: dict[tuple[int, int], Json] = {}
        self.changed = asyncio.Event()
        self.member: Json = {"status": "member", "user": {"id": 1, "is_bot": True, "first_name": "Bakohumas"}}
        self.lag: Callable[[], float] = lambda: 0
        self.update_id, self.message_id, self.confirmed, self.polls = 1000, 100, 0, 0

    async def __aenter__(self) -> Self:
        app = web.Application(client_max_size=64 * 2**20)
        app.router.add_route("*", f"/bot{TOKEN}/{{method}}", self._call)
        app.router.add_get(f"/file/bot{TOKEN}/{{path}}", self._file)
        app.router.add_route("*", "/{other:.*}", self._unknown)
        self.runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self.runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.runner.cleanup()

    def deliver(self, **update: Any) -> int:
        """Queue an update; returns its id. A message of a person gets the next number, as those of the bot do."""
        self.update_id += 1
        if isinstance(said := update.get("message"), dict) and "message_id" in said:
            self.message_id += 1
            update["message"] = said | {"message_id": self.message_id}
        self.pending.append({"update_id": self.update_id, **update})
        self.changed.set()
        return self.update_id

    def said(self, *methods: str) -> list[Json]:
        return [call.params for call in self.calls if call.method in methods]

    async def until(self, holds: Callable[[], bool], seconds: float = PATIENCE) -> None:
        await told(self.changed, holds, seconds)

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method, (params, files) = request.match_info["method"], await arguments(request)
        call = Call(method, params, files)
        if (fault := self._fault(call)) and not fault.after:
            self.calls.append(call)
            return failure(request, fault)
        result = await self._do(call)
        if method != "getUpdates":
            self.calls.append(call)
        self.changed.set()
        await asyncio.sleep(self.lag())
        if fault:
            return failure(request, fault)
        return result if isinstance(result, web.StreamResponse) else web.json_response({"ok": True, "result": result})

    async def _unknown(self, _request: web.Request) -> web.Response:
        """Also what a wrong token gets."""
        return error(404, "Not Found")

    def _fault(self, call: Call) -> Fault | None:
        for fault in self.faults:
            if fault.times and fault.method == call.method and fault.chat in (None, call.params.get("chat_id")):
                fault.times -= 1
                return fault
        return None

    async def _do(self, call: Call) -> Any:
        special: dict[str, Callable[[Json], Awaitable[Any]]] = {"getUpdates": self._updates, "getFile": self._get_file}
        if call.method == "getChatMember":
            return self.member
        if call.method in special:
            return await special[call.method](call.params)
        if call.method == "getMe":
            return {"id": 1, "is_bot": True, "first_name": "Bakohumas", "username": "bakohumas_bot"}
        if call.method == "sendMediaGroup":
            return [self._message(call.params) for _ in call.params["media"]]
        return self._message(call.params) if call.method in SENDS else self._other(call)

    def _message(self, params: Json) -> Json:
        self.message_id += 1
        chat = int(params["chat_id"])
        self.messages[chat, self.message_id] = params
        kind = "private" if chat > 0 else "supergroup"
        return {"message_id": self.message_id, "date": 1656000000, "chat": {"id": chat, "type": kind}}

    def _other(self, call: Call) -> Any:
        params = call.params
        if call.method in (*EDITS, "deleteMessage"):
            key = int(params["chat_id"]), int(params["message_id"])
            if key not in self.messages:
                words = "edit" if call.method in EDITS else "delete"
                return error(400, f"Bad Request: message to {words} not found")
            if call.method == "deleteMessage":
                del self.messages[key]
                return True
            if call.method == "editMessageText" and "text" not in self.messages[key]:
                return error(400, "Bad Request: there is no text in the message to edit")
            self.messages[key] = params
            return {"message_id": key[1], "date": 1656000000, "chat": {"id": key[0], "type": "private"}}
        return True

    async def _updates(self, params: Json) -> Any:
        self.confirmed = max(self.confirmed, int(params.get("offset", 0)) - 1)
        self.pending = [update for update in self.pending if update["update_id"] > self.confirmed]
        self.polls += 1
        try:
            await self.until(lambda: bool(self.pending), float(params.get("timeout", 0)))
        except TimeoutError:
            return []
        return self.pending[:100]

    async def _get_file(self, params: Json) -> Any:
        file = params["file_id"]
        if file not in self.files:
            return error(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        return {"file_id": file, "file_unique_id": f"u{file}", "file_size": len(self.files[file]), "file_path": file}

    async def _file(self, request: web.Request) -> web.StreamResponse:
        call = Call("download", {"path": request.match_info["path"]}, {})
        self.calls.append(call)
        if fault := self._fault(call):
            return failure(request, fault)
        return web.Response(body=self.files[request.match_info["path"]])
