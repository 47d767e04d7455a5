"""bot check looks at WhatsApp: token, number, webhook and texts, each with one sentence about what to do."""

import asyncio
import secrets
from collections.abc import AsyncIterator, Iterator
from typing import Any

import httpx

from bot.settings import Settings
from bot.whatsapp.graph import Graph
from handlers.whatsapp.templates import EVERY, LANGUAGE, Text

Json = dict[str, Any]
Found = tuple[bool, str]
WAITS = 20
SHORT = "docs/whatsapp.md tells how"
# What the Graph API answers with, as a setting that the operator can mend.
TOKEN = "WA_TOKEN: WhatsApp does not take it ({}); make a permanent one of a system user and put it into .env"  # noqa: S105 - a sentence
RIGHTS = "WA_TOKEN: it lacks a right ({}); give its system user the app and the account with full control"
NUMBER = "WA_PHONE_NUMBER_ID: unknown to this token ({}); copy it from the page API Setup of the app"
ACCOUNT = "WA_BUSINESS_ACCOUNT_ID: unknown to this token ({}); copy it from the page API Setup of the app"
RIGHTS_CODES, TOKEN_CODES = (3, 10, 200), (102, 190)


class Unsound(Exception):  # noqa: N818 - a finding of the doctor
    """The Graph API does not give what was asked for; the words are those for the operator."""


def look(settings: Settings) -> Iterator[Found]:
    """Nothing where WhatsApp has no settings; the first thing that is wrong hides what depends on it."""
    if settings.whatsapp_lacks:
        yield False, f"WhatsApp: {', '.join(settings.whatsapp_lacks)} missing; {SHORT}"
    elif settings.whatsapp:
        yield from asyncio.run(_all(settings))


async def _all(settings: Settings) -> list[Found]:
    graph, found = Graph(settings), list[Found]()
    try:
        async for one in _each(graph, settings):
            found.append(one)
    except Unsound as wrong:
        found.append((False, str(wrong)))
    finally:
        await graph.close()
    return found


async def _each(graph: Graph, settings: Settings) -> AsyncIterator[Found]:
    fields = "display_phone_number,verified_name,quality_rating,code_verification_status,webhook_configuration"
    number = await _asked(graph, settings.wa_phone_number_id, NUMBER, fields=fields)
    yield True, "WA_TOKEN: valid"
    yield _number(number)
    account = settings.wa_business_account_id
    if not account:
        raise Unsound(f"WA_BUSINESS_ACCOUNT_ID: missing, so webhook and texts are not looked at; {SHORT}")
    apps = await _asked(graph, f"{account}/subscribed_apps", ACCOUNT)
    yield await _webhook(settings, apps.get("data") or [], number.get("webhook_configuration") or {})
    texts = await _asked(graph, f"{account}/message_templates", ACCOUNT)
    for text in EVERY:
        yield _text(text, texts.get("data") or [])


async def _asked(graph: Graph, path: str, unknown: str, **query: str) -> Json:
    try:
        answer = await graph.http.get(path, params=query, timeout=WAITS)
        told = _object(answer.json())
    except (httpx.HTTPError, TypeError, ValueError) as error:
        raise Unsound(f"WhatsApp: {graph.http.base_url.host} does not answer ({error!r}); look at the line") from None
    if answer.is_success:
        return told
    why = told["error"] if isinstance(told.get("error"), dict) else {}
    code = why.get("code", 0)
    sentence = TOKEN if code in TOKEN_CODES else RIGHTS if code in RIGHTS_CODES else unknown
    raise Unsound(sentence.format(f"{code} {why.get('message', answer.status_code)}"))


def _object(told: object) -> Json:
    """A proxy between us and Meta may answer in its own way."""
    if not isinstance(told, dict):
        raise TypeError("the answer is no object")
    return told


def _number(told: Json) -> Found:
    shown = f"number: {told.get('display_phone_number')} ({told.get('verified_name', '?')})"
    if told.get("code_verification_status", "VERIFIED") != "VERIFIED":
        return False, f"{shown} is not verified; verify it in WhatsApp Manager by SMS or call"
    quality = told.get("quality_rating", "UNKNOWN")
    if quality == "RED":
        return False, f"{shown} has the quality RED; people have blocked or reported it, so write to fewer"
    return True, f"{shown}, quality {quality}"


async def _webhook(settings: Settings, apps: list[Json], own: Json) -> Found:
    """Whether the account hands its messages to an app, and the address of that, where it is told, answers us."""
    if not apps:
        return False, f"webhook: the account hands its messages to no app; subscribe it to messages; {SHORT}"
    told = [own.get(name) for name in ("phone_number", "whatsapp_business_account", "application")]
    address = next(filter(None, (*told, *(one.get("override_callback_uri") for one in apps))), "")
    if not address:
        return True, "webhook: subscribed; its address is not told"
    if await _answers(settings, address):
        return True, f"webhook: {address} answers"
    return False, f"webhook: {address} does not answer as this bot; start it, and let the proxy pass /whatsapp on"


async def _answers(settings: Settings, address: str) -> bool:
    """Whether the bot behind an address gives the challenge back, as Meta asks when the address is entered."""
    challenge = secrets.token_hex(8)
    word = settings.wa_verify_token.get_secret_value() if settings.wa_verify_token else ""
    query = {"hub.mode": "subscribe", "hub.verify_token": word, "hub.challenge": challenge}
    try:
        async with httpx.AsyncClient(timeout=WAITS) as client:
            answer = await client.get(address, params=query)
    except (httpx.HTTPError, httpx.InvalidURL):
        return False
    return answer.is_success and answer.text == challenge


def _text(text: Text, there: list[Json]) -> Found:
    name = f"text {text.name}"
    found = next((one for one in there if (one.get("name"), one.get("language")) == (text.name, LANGUAGE)), None)
    if found is None:
        return False, f"{name}: missing; hand it in as docs/whatsapp.md has it"
    status = str(found.get("status"))
    if status != "APPROVED":
        return False, f"{name}: {status}; {STATES.get(status, 'look at it in WhatsApp Manager')}"
    body = next((one.get("text") for one in found.get("components") or [] if one.get("type") == "BODY"), None)
    if body not in (None, text.body):
        return False, f"{name}: its words are others than in docs/whatsapp.md; correct them there and hand it in again"
    return True, f"{name}: approved"


STATES = {
    "PENDING": "wait, Meta answers within a day as a rule",
    "REJECTED": "read the reason in WhatsApp Manager, and hand it in again as docs/whatsapp.md has it",
    "PAUSED": "people have blocked or reported it; it comes back by itself",
    "DISABLED": "hand it in again under the same name",
}
