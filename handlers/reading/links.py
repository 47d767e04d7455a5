"""Platforms as people name and link them: words, and pasted links -> the one code that names the content."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qs, urlsplit

from storage.nasional import platform

# Where the office's own site is; it is linked, and no medium of the matrix.
WEBSITE = "Website"
PLATFORM_WORDS = platform.words()
"""Words that people use for a platform, in small letters, each with its key."""


def every_platform(day: date) -> str:
    """The platforms whose addresses are read, by the names that they have on a day."""
    return ", ".join(platform.called(one, day) for one in platform.there(day) if one.tautan)


# A bare "kpu.go.id" is a name; an address has a path, a question, a scheme, or "www.".
_HOST = r"(?:[a-z0-9][\w-]{0,62}\.){1,6}[a-z]{2,12}"
_URL = re.compile(rf"(?:https?://[^\s<>\"“”]+|(?<![\w@.-])(?:{_HOST}[/?][^\s<>\"“”]+|www\.{_HOST}))", re.IGNORECASE)
# People who paste in haste leave no space between two addresses.
_NEXT = re.compile(rf"(?<=.)[,;|]*(?=https?://)|[,;|]+(?={_HOST}/)", re.IGNORECASE)
_LOOSE = " ,;:-–|"
_TRAILING = ".,;:!?)]}*_'’…"


@dataclass(frozen=True)
class Tautan:
    """`kode` is the same for every way of writing the same link."""

    platform: str
    url: str
    kode: str


@dataclass(frozen=True)
class _Address:
    host: str
    path: str
    query: dict[str, str]


_FACEBOOK = re.compile(
    r"/(?:(?:share|groups|stories)/.+|reel/\d+|(?!share|groups|reel|stories)[^/]+/(?:posts|videos|photos|reels?)/.+)"
)
_PATTERNS = tuple((one.kunci, pattern) for one in platform.every().values() for pattern in one.tautan)


def _by_pattern(address: _Address) -> Tautan | None:
    for kunci, pattern in _PATTERNS:
        if re.fullmatch(pattern.host, address.host) and (found := re.match(pattern.jalur, address.path)):
            code = address.query.get(pattern.tanya) if pattern.tanya else found[1]
            if code:
                url = pattern.alamat.format(code) if pattern.alamat else _plain(address)
                return Tautan(kunci, url, f"{kunci}:{code}")
    return None


def _facebook(address: _Address) -> Tautan | None:
    if not re.fullmatch(r"(?:[\w-]+\.)?(?:facebook|fb)\.com", address.host):
        return None
    for name in ("story_fbid", "fbid", "v"):
        if value := address.query.get(name):
            owner = f"&id={address.query['id']}" if "id" in address.query else ""
            return Tautan("FB", f"https://www.facebook.com{address.path}?{name}={value}{owner}", f"FB:{value}")
    path = address.path.rstrip("/")
    # The last part is the number or pfbid; the words before it change with the page's name.
    return (
        Tautan("FB", f"https://www.facebook.com{path}", f"FB:{path.split('/')[-1]}") if _FACEBOOK.match(path) else None
    )


def _website(address: _Address) -> Tautan | None:
    path = re.sub(r"^/index\.php(?=/)", "", address.path).rstrip("/")
    if not address.host.endswith(".kpu.go.id") or not (path or "p" in address.query):
        return None
    host = address.host.removeprefix("www.")
    number = f"?p={address.query['p']}" if "p" in address.query else ""
    return Tautan(WEBSITE, f"https://{host}{address.path}{number}", f"{WEBSITE}:{host}{path}{number}")


_READERS: tuple[Callable[[_Address], Tautan | None], ...] = (_by_pattern, _facebook, _website)


def _plain(address: _Address) -> str:
    return f"https://{address.host}{address.path}"


def _address(url: str) -> _Address | None:
    try:
        parts = urlsplit(url if "://" in url else f"https://{url}")
    except ValueError:  # "https://[x/" is no address
        return None
    query = {name: value[0] for name, value in parse_qs(parts.query).items()}
    return _Address((parts.hostname or "").casefold(), parts.path, query)


def _read(url: str) -> Tautan | None:
    address = _address(url)
    return next((link for read in _READERS if address and (link := read(address))), None)


@dataclass(frozen=True)
class Place:
    """Where an address stands in a text, [start, end), and its link; None where no platform of ours is at home."""

    start: int
    end: int
    tautan: Tautan | None


def places(text: str) -> Iterator[Place]:
    """Every address of a text, in its order; two without a space between them are two."""
    for found in _URL.finditer(text):
        start = found.start()
        for part in _NEXT.split(found[0]):
            at = text.index(part, start)
            url = part.rstrip(_TRAILING)
            start = at + len(part)
            if url:
                yield Place(at, at + len(url), _read(url))


def find_tautan(text: str) -> tuple[tuple[Tautan, ...], str]:
    """The links of known platforms, each content once, and what remains of the text."""
    seen: dict[str, Tautan] = {}
    rest, last = "", 0
    for place in places(text):
        if place.tautan:
            seen.setdefault(place.tautan.kode, place.tautan)
            rest, last = f"{rest}{text[last : place.start]} ", place.end
    return tuple(seen.values()), _tidied(rest + text[last:])


def _tidied(rest: str) -> str:
    lines = (re.sub(r"[ \t]+", " ", line).strip(_LOOSE) for line in re.sub(r"\(\s*\)", " ", rest).splitlines())
    return "\n".join(line for line in lines if line)


Links = dict[str, list[str]]
"""Links as an answer of a form keeps them: by platform the address and its kode."""


def json_of(found: Iterable[Tautan]) -> Links:
    return {link.platform: [link.url, link.kode] for link in found}


def codes(links: Links) -> list[str]:
    return [kode for _, kode in links.values()]


def tautan(text: str) -> tuple[Tautan, ...]:
    return find_tautan(text)[0]


_HOMES = tuple(
    (one.kunci, host)
    for one in platform.every().values()
    for host in (*(pattern.host for pattern in one.tautan), *one.rumah)
)


# Shorter ones are shorteners of links, which say nothing of where they lead.
_SHORTEST = 4
_ENDING = re.compile(r"\.(?:(?:co|or|ac|web|my|biz)\.id|[a-z]+)$")


def strangers(text: str) -> list[Tautan]:
    """Links to places that no list has, each called by the middle of its host: "linkedin" of id.linkedin.com."""
    found = (_address(text[place.start : place.end]) for place in places(text))
    return [link for one in found if one and (link := _strange(one))]


def _strange(address: _Address) -> Tautan | None:
    *_, name = _ENDING.sub("", address.host).split(".")
    if len(name) < _SHORTEST or address.host.endswith(".go.id") or platform_of(address.host):
        return None
    path = address.path.rstrip("/")
    return Tautan(name, _plain(address), f"{name}:{path}") if path else None


def platform_of(host: str) -> str:
    """The platform that is at home there; empty for any other place."""
    return next((kunci for kunci, pattern in _HOMES if re.fullmatch(pattern, host)), "")
