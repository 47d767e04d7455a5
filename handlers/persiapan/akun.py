"""The second step of the set-up: the accounts of the office, and which of them count as publikasi."""

import re
from dataclasses import dataclass, field
from urllib.parse import parse_qs, urlsplit

from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.messages import Button, Rejected, Turn
from handlers.chat.pages import in_rows, marked
from handlers.persiapan.card import Result, Shown, Step
from handlers.persiapan.doors import Count, StepName
from handlers.reading import text as reading_text
from handlers.reading.links import PLATFORM_WORDS, platform_of
from renderers import indonesian
from storage.kantor import akun as rows
from storage.kantor import setelan
from storage.kantor.akun import Akun
from storage.nasional import platform as nasional

LONGEST, MOST_READ = 100, 20
_URL = re.compile(r"(?:https?://)?(?P<host>(?:[\w-]+\.)+[a-z]{2,})(?P<rest>/[^\s,;]*)?", re.IGNORECASE)
# The parts of an address that stand before the name of a channel or page.
_AHEAD = frozenset({"c", "channel", "user", "pages", "people", "pg"})
# The address of a single konten does not name an account.
_CONTENT = frozenset({"p", "reel", "reels", "tv", "stories", "watch", "share", "shorts", "live", "i", "t", "groups"})
_FILLER = frozenset(
    {"di", "akun", "kami", "yaitu", "dan", "atau", "medsos", "nama", "website", "laman", "situs", "web"}
)
_BULLET = re.compile(r"^[\s•*–-]*(?:\d{1,2}[.)]\s+)?")
_APART = re.compile(r"[\s:=()/&|]+")


@dataclass
class Parsed:
    """`akun` are (platform, name); `unread` the lines that say neither."""

    akun: list[tuple[str, str]] = field(default_factory=list)
    website: str = ""
    unread: list[str] = field(default_factory=list)


def read(text: str) -> Parsed:
    found = Parsed()
    for line in _lines(text):
        if not _linked(found, line) and not _worded(found, line):
            found.unread.append(line)
    found.akun = list(dict.fromkeys(found.akun))[:MOST_READ]
    return found


def _lines(text: str) -> list[str]:
    """The lines of a list of accounts, one account each; a line with several is parted at its commas if each part names
    its platform."""
    lines = [_BULLET.sub("", line).strip() for line in text.splitlines()]
    return [part for line in lines if line for part in _parts(line)]


def _parts(line: str) -> list[str]:
    parts = [part.strip() for part in re.split(r"[,;]", line) if part.strip()]
    return parts if len(parts) > 1 and all(_platforms(part) or _URL.search(part) for part in parts) else [line]


def _linked(found: Parsed, line: str) -> bool:
    """Whether the line holds a link to an account or to the website."""
    return bool([url for url in _URL.finditer(line) if _link(found, url["host"].casefold(), url["rest"] or "")])


def _link(found: Parsed, host: str, rest: str) -> bool:
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


def _worded(found: Parsed, line: str) -> bool:
    platforms = _platforms(line)
    name = " ".join(word for word in _words(line) if word.casefold() not in {*PLATFORM_WORDS, *_FILLER})
    plain = reading_text.one_line(name.removeprefix("@").strip(" -–.,"), LONGEST) if re.search(r"\w", name) else ""
    found.akun += [(platform, plain) for platform in platforms if plain]
    return bool(platforms and plain)


def _platforms(line: str) -> list[str]:
    return list(
        dict.fromkeys(PLATFORM_WORDS[word.casefold()] for word in _words(line) if word.casefold() in PLATFORM_WORDS)
    )


def _words(line: str) -> list[str]:
    plain = re.sub(r"\btik tok\b", "tiktok", line, flags=re.IGNORECASE)
    return [word for word in _APART.split(plain) if word and word not in "-–"]


# Platforms that reports usually count as publikasi, and those that a konten usually appears on.
COUNTED, USUAL = ("IG", "TikTok"), ("IG", "Twitter", "FB")
LABEL, MOST = 40, 20
ASK = (
    "Tempel tautannya, atau tulis platform dan nama akunnya, satu baris satu akun. Misalnya:\nIG kpu_kota\nFB KPU Kota"
)


def _done(turn: Turn) -> bool:
    return bool(rows.every(turn))


def _shown(turn: Turn) -> Shown:
    known = rows.every(turn)
    if not known:
        return Shown(f"Akun media sosial satker Anda. {ASK}")
    buttons = [
        Button(reading_text.shortened(marked(f"{row.platform} {row.nama}", row.dihitung), LABEL), Count(row.id))
        for row in known[:MOST]
    ]
    how = "Tekan akun untuk menandai yang dihitung sebagai publikasi (✓). Akun lain: tulis seperti tadi."
    return Shown(how, in_rows(buttons, 1))


def _take(turn: Turn) -> Result:
    found = read(turn.incoming.text)
    if not found.akun and not found.website:
        raise Rejected(f"“{reading_text.shortened(turn.incoming.text, 40)}” belum terbaca. {ASK}")
    known = rows.every(turn)
    for platform, nama in found.akun:
        _put(turn, known, platform, nama, alone=[p for p, _ in found.akun].count(platform) == 1)
    if found.website:
        changes.changed(turn, turn.satker, website=found.website)
    _default(turn)
    return Result(_told(found), stay=True)


def _put(turn: Turn, known: list[Akun], platform: str, nama: str, *, alone: bool) -> None:
    """A new account; one that is typed again under another name was misspelt."""
    same = [row for row in known if row.platform == platform]
    if any(row.nama.casefold() == nama.casefold() for row in same):
        return
    if alone and len(same) == 1:
        changes.changed(turn, same[0], nama=nama)
        return
    urut = setelan.last(turn, Akun) + 1
    row = Akun(satker_id=turn.satker.id, urut=urut, platform=platform, nama=nama, dihitung=platform in COUNTED)
    changes.added(turn, row)


def _default(turn: Turn) -> None:
    usual = nasional.in_order(row.platform for row in rows.every(turn) if row.platform in USUAL)
    if usual and not turn.satker.platform_bawaan:
        changes.changed(turn, turn.satker, platform_bawaan=usual)


def _told(found: Parsed) -> str:
    read = [f"{platform} {nama}" for platform, nama in found.akun] + ([found.website] if found.website else [])
    lost = (
        [f"Belum terbaca: {'; '.join(reading_text.shortened(line, 40) for line in found.unread[:5])}."]
        if found.unread
        else []
    )
    return "\n".join([f"Terbaca: {indonesian.daftar(read)}.", *lost])


def count(turn: Turn, door: Count) -> Result:
    row = setelan.find(turn, Akun, door.akun)
    if row is None:
        raise Stale
    changes.changed(turn, row, dihitung=not row.dihitung)
    return Result(stay=True)


AKUN = Step(StepName.AKUN, 2, "Akun", _done, _shown, _take, "Misalnya: IG kpu_kota", sure=True)
