"""bot check tells what is wrong with WhatsApp, and what to do, over real HTTP."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any, Self

import pytest
from aiohttp import web

from bot.commands import check_whatsapp
from bot.settings import Settings
from handlers.whatsapp import templates

Json = dict[str, Any]
NUMBER = {
    "display_phone_number": "+62 811-0000-001",
    "verified_name": "KPU Kota Probolinggo",
    "quality_rating": "GREEN",
}
SOUND = [
    (True, "WA_TOKEN: valid"),
    (True, "number: +62 811-0000-001 (KPU Kota Probolinggo), quality GREEN"),
    (True, "webhook: subscribed; its address is not told"),
    *((True, f"text {one.name}: approved") for one in templates.EVERY),
]


def settings(url: str, **given: Any) -> Settings:
    known = {"wa_phone_number_id": "21", "wa_app_secret": "s", "wa_verify_token": "kata", "wa_business_account_id": "9"}
    return Settings(**(known | {"wa_token": "EAA", "wa_api_url": url} | given))


class Meta:
    """A double of the Graph API, and of the address where the bot itself answers."""

    def __init__(self) -> None:
        self.number: Json = dict(NUMBER)
        self.apps: list[Json] = [{"whatsapp_business_api_data": {"id": "5"}}]
        approved = {"status": "APPROVED"}
        self.texts = [one.asked | approved for one in templates.EVERY]
        self.errors: dict[str, Json] = {}
        self.strange: tuple[int, object] | None = None
        self.asked: list[str] = []

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/v23.0/21", self._of(lambda: self.number))
        app.router.add_get("/v23.0/9/subscribed_apps", self._of(lambda: {"data": self.apps}))
        app.router.add_get("/v23.0/9/message_templates", self._of(lambda: {"data": self.texts}))
        app.router.add_get("/whatsapp", self._challenged)
        self.runner = web.AppRunner(app, access_log=None)
        await self.runner.setup()
        await web.TCPSite(self.runner, "127.0.0.1", 0).start()
        self.url = f"http://127.0.0.1:{self.runner.addresses[0][1]}"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.runner.cleanup()

    def _of(self, told: Callable[[], Json]) -> Callable[[web.Request], Coroutine[None, None, web.Response]]:
        async def answer(request: web.Request) -> web.Response:
            self.asked.append(request.headers["Authorization"])
            if self.strange:
                return web.json_response(self.strange[1], status=self.strange[0])
            error = self.errors.get(request.path)
            return web.json_response({"error": error} if error else told(), status=400 if error else 200)

        return answer

    async def _challenged(self, request: web.Request) -> web.Response:
        right = request.query["hub.verify_token"] == "kata"
        return web.Response(text=request.query["hub.challenge"]) if right else web.Response(status=403)


def looked(meta: Meta, **given: Any) -> list[tuple[bool, str]]:
    """What the command says, which has a loop of its own, so it runs in a thread beside the double's."""

    async def run() -> list[tuple[bool, str]]:
        async with meta:
            if meta.number.pop("hook", False):
                meta.number["webhook_configuration"] = {"application": f"{meta.url}/whatsapp"}
            return await asyncio.to_thread(lambda: list(check_whatsapp.look(settings(meta.url, **given))))

    return [(sound, line.replace(meta.url, "URL")) for sound, line in asyncio.run(run())]


def test_all_is_sound() -> None:
    meta = Meta()
    assert looked(meta) == SOUND
    assert meta.asked == ["Bearer EAA"] * 3


def error(code: int, message: str) -> Json:
    return {"code": code, "message": message}


@pytest.mark.parametrize(
    ("path", "code", "told"),
    [
        ("/v23.0/21", 190, check_whatsapp.TOKEN),
        ("/v23.0/21", 200, check_whatsapp.RIGHTS),
        ("/v23.0/21", 100, check_whatsapp.NUMBER),
        ("/v23.0/9/subscribed_apps", 100, check_whatsapp.ACCOUNT),
        ("/v23.0/9/message_templates", 10, check_whatsapp.RIGHTS),
    ],
)
def test_what_the_graph_api_refuses_is_told_with_its_remedy(path: str, code: int, told: str) -> None:
    meta = Meta()
    meta.errors[path] = error(code, "no")
    before = {"/v23.0/21": 0, "/v23.0/9/subscribed_apps": 2, "/v23.0/9/message_templates": 3}[path]
    assert looked(meta) == [*SOUND[:before], (False, told.format(f"{code} no"))]


def test_the_first_thing_that_is_wrong_with_the_number() -> None:
    meta = Meta()
    meta.number |= {"code_verification_status": "NOT_VERIFIED"}
    shown = "number: +62 811-0000-001 (KPU Kota Probolinggo)"
    assert looked(meta)[1] == (False, f"{shown} is not verified; verify it in WhatsApp Manager by SMS or call")
    meta = Meta()
    meta.number["quality_rating"] = "RED"
    wrong = f"{shown} has the quality RED; people have blocked or reported it, so write to fewer"
    assert looked(meta)[1] == (False, wrong)


def test_the_webhook_is_asked_as_meta_asks_it() -> None:
    meta = Meta()
    meta.number["hook"] = True
    assert looked(meta)[2] == (True, "webhook: URL/whatsapp answers")
    meta = Meta()
    meta.number["hook"] = True
    wrong = "webhook: URL/whatsapp does not answer as this bot; start it, and let the proxy pass /whatsapp on"
    assert looked(meta, wa_verify_token="lain")[2] == (False, wrong)
    meta = Meta()
    meta.apps = []
    assert looked(meta)[2] == (
        False,
        f"webhook: the account hands its messages to no app; subscribe it to messages; {check_whatsapp.SHORT}",
    )


@pytest.mark.parametrize("status", ["PENDING", "REJECTED", "PAUSED", "DISABLED"])
def test_a_text_that_is_not_approved(status: str) -> None:
    meta = Meta()
    meta.texts[1] |= {"status": status}
    name = templates.EVERY[1].name
    assert looked(meta)[4] == (False, f"text {name}: {status}; {check_whatsapp.STATES[status]}")


def test_a_text_that_is_missing_or_has_other_words() -> None:
    meta = Meta()
    del meta.texts[0]
    meta.texts[0] = meta.texts[0] | {"components": [{"type": "BODY", "text": "Lain {{1}} lagi"}]}
    names = [one.name for one in templates.EVERY]
    assert looked(meta)[3:5] == [
        (False, f"text {names[0]}: missing; hand it in as docs/whatsapp.md has it"),
        (
            False,
            f"text {names[1]}: its words are others than in docs/whatsapp.md; correct them there and hand it in again",
        ),
    ]


def test_settings_that_are_missing() -> None:
    assert list(check_whatsapp.look(Settings())) == []
    lacks = settings("", wa_app_secret=None)
    assert list(check_whatsapp.look(lacks)) == [(False, f"WhatsApp: WA_APP_SECRET missing; {check_whatsapp.SHORT}")]
    missing = f"WA_BUSINESS_ACCOUNT_ID: missing, so webhook and texts are not looked at; {check_whatsapp.SHORT}"
    assert looked(Meta(), wa_business_account_id="") == [*SOUND[:2], (False, missing)]


def test_nobody_answers() -> None:
    (found,) = check_whatsapp.look(settings("http://127.0.0.1:9"))
    assert found == (
        False,
        "WhatsApp: 127.0.0.1 does not answer (ConnectError('All connection attempts failed')); look at the line",
    )


NO_OBJECT = "WhatsApp: 127.0.0.1 does not answer (TypeError('the answer is no object')); look at the line"


@pytest.mark.parametrize("body", [[], "busy", None, 7])
@pytest.mark.parametrize("status", [200, 502])
def test_an_answer_that_is_not_of_meta_is_told_in_one_sentence(body: object, status: int) -> None:
    meta = Meta()
    meta.strange = status, body
    assert looked(meta) == [(False, NO_OBJECT)]


def test_an_error_without_words_is_told_by_its_status() -> None:
    meta = Meta()
    meta.strange = 400, {"error": "busy"}
    assert looked(meta) == [(False, check_whatsapp.NUMBER.format("0 400"))]
