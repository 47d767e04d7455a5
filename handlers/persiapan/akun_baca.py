"""The accounts of an office as people list them: links to their profiles, or a platform's name and theirs."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from handlers.naskah import period
from handlers.reading.links import SEBUTAN, platform_of

LONGEST, MOST = 100, 20
_URL = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?P<rest>/[^\s,;]*)?", re.IGNORECASE)
# What stands before the name in the address of a channel or page.
_AHEAD = frozenset({"c", "channel", "user", "pages", "people", "pg"})
# A link to one content names no account.
_CONTENT = frozenset({"p", "reel", "reels", "tv", "stories", "watch", "share", "shorts", "live", "i", "t", "groups"})
_FILLER = frozenset(
    {"di", "akun", "kami", "yaitu", "dan", "atau", "medsos", "nama", "website", "laman", "situs", "web"}
)
_BULLET = re.compile(r"^[\s•*–-]*(?:\d{1,2}[.)]\s+)?")
_APART = re.compile(r"[\s:=()/&|]+")


@dataclass
class Terbaca:
    """`akun` are (platform, name); `salah` the lines that say neither."""

    akun: list[tuple[str, str]] = field(default_factory=list)
    website: str = ""
    salah: list[str] = field(default_factory=list)


def baca(text: str) -> Terbaca:
    found = Terbaca()
    for line in _lines(text):
        if not _linked(found, line) and not _worded(found, line):
            found.salah.append(line)
    found.akun = list(dict.fromkeys(found.akun))[:MOST]
    return found


def _lines(text: str) -> list[str]:
    """One account each; several on one line are parted by commas where each part says which."""
    lines = [_BULLET.sub("", line).strip() for line in text.splitlines()]
    return [part for line in lines if line for part in _parts(line)]


def _parts(line: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"[,;]", line) if part.strip()]
    return parts if len(parts) > 1 and all(_platforms(part) or _URL.search(part) for part in parts) else [line]


def _linked(found: Terbaca, line: str) -> bool:
    """Whether the line holds a link to an account or to the website."""
    return bool([url for url in _URL.finditer(line) if _link(found, url["host"].casefold(), url["rest"] or "")])


def _link(found: Terbaca, host: str, rest: str) -> bool:
    if host.endswith(".go.id"):
        found.website = host.removeprefix("www.")
        return True
    platform = platform_of(host)
    name = _from_path(rest) if platform else ""
    if not name:
        return False
    found.akun.append((platform, name))
    return True


def _from_path(rest: str) -> str:
    url = urlsplit(rest)
    parts = [part for part in url.path.split("/") if part and part not in _AHEAD]
    if parts[:1] == ["profile.php"]:
        return (parse_qs(url.query).get("id") or [""])[0][:LONGEST]
    return parts[0].removeprefix("@")[:LONGEST] if parts and parts[0] not in _CONTENT else ""


def _worded(found: Terbaca, line: str) -> bool:
    platforms = _platforms(line)
    name = " ".join(word for word in _words(line) if word.casefold() not in {*SEBUTAN, *_FILLER})
    plain = period.sebaris(name.removeprefix("@").strip(" -–.,"), LONGEST) if re.search(r"\w", name) else ""
    found.akun += [(platform, plain) for platform in platforms if plain]
    return bool(platforms and plain)


def _platforms(line: str) -> list[str]:
    return list(dict.fromkeys(SEBUTAN[word.casefold()] for word in _words(line) if word.casefold() in SEBUTAN))


def _words(line: str) -> list[str]:
    plain = re.sub(r"\btik tok\b", "tiktok", line, flags=re.IGNORECASE)
    return [word for word in _APART.split(plain) if word and word not in "-–"]
