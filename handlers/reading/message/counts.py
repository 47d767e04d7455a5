"""A message that counts konten: by jenis ("foto 3, link 1"), or by platform ("ig 69, fb 69")."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from itertools import groupby, takewhile

from handlers.reading.daerah.tables import words_for
from handlers.reading.dates.calendar import MONTH, in_digits, spelled
from handlers.reading.dates.forms import Days
from handlers.reading.dates.periods import read_month, tried
from handlers.reading.dates.wordings import PAST
from handlers.reading.editor.tables import either, phrase, table
from handlers.reading.forms import Answers
from handlers.reading.jenis import JenisWords
from handlers.reading.links import WEBSITE
from handlers.reading.message.envelope import regional
from handlers.reading.message.events.vocabulary.heads import is_head
from handlers.reading.message.publishing import EDGES, OUT, Publishing

# Words that count nothing themselves, in the language of those who count.
_UNITS = table(
    """
    x kali konten post posting postingan buah biji item unggahan upload publikasi tayang tayangan naik rilis medsos
    media sosial rekap rekapan rekapitulasi hitungan data laporan lapor jumlah jml total totalnya jumlahnya semua smua
    semuanya masing masing-masing admin harian mingguan bulanan hari minggu pekan bulan bln tgl tanggal ini itu yang yg
    ada adalah yaitu di ke via pada untuk utk ya yaa min kak pak bu aja saja doang kami kita saya buat bikin sudah udah
    sdh udh telah baru juga jg lagi kemarin tadi izin ijin
    dalam selama sepanjang berikut rincian rinciannya sebagai
    sebanyak sejumlah diposting dipost diunggah terunggah diupload dipublikasi dipublikasikan dipublish dishare
    ditayangkan terbit mas mbak bang bg kakak kk
    """
)
_UNITS |= regional.YES | {word for told in ("ya", "kami", "sudah", "saja") for word in words_for(told)}
# The office's own pages.
_PAGES = ("web", "website", "laman")
# They say whose tally it is.
_OFFICES = table("kpu kip")
_PARTS = table("desa kelurahan kel kecamatan kec subbag subbagian divisi div dapil ppk pps")
_HEADINGS = table("kpu kip resmi akun update info rincian rekapan daftar perolehan capaian produksi publikasi media")
# They count people who look at konten.
_AUDIENCE = table(
    """
    follower followers pengikut subscriber subscribers subs like likes suka viewer viewers view views penonton ditonton
    jangkauan reach komentar komen klik pengunjung
    """
)
# A heading ends there, or what is counted.
_ARROW = r"[-=]+>|>+|→|»"
# Behind these a number is no count: "HUT ke 77", "SMAN 2".
_ORDINALS = table("ke hut no nomor sma smk smp sman smkn smpn sd sdn man mts mtsn tahun dapil tps eps episode")
IN_WORDS = rf"(?:{spelled(range(100))})\b"
_NUMBER = rf"\d{{1,3}}(?![\d/]|[.:]\d)|\b{IN_WORDS}"
_IN_YEAR = rf"(?:20\d\d|'?2\d(?=\s*(?:[:=|,\n]|{_ARROW})))"
_MONTH = re.compile(
    rf"(?<!\d)(?<!\d )\b(?:(?:(?:bulan|bln)\s+)?(?P<named>(?:{MONTH})\b(?:\s+{_IN_YEAR})?)(?:\s+(?:{PAST}|ini)\b)?"
    rf"|(?P<near>(?:bulan|bln)\s+(?:{PAST}|ini))\b)(?=(?:\s+(?:ya+|yo|nggih|min|kak|pak|bu|bang)\b)*\W*(?:$|[:=,;\n])|(?:\s+[^\W\d]+){{1,3}}\s*:|\s*(?:{_ARROW}|\|)"
    rf"|\s+(?:[^\W\d]+\s+){{0,3}}(?:[^\W\d]+\s*[:=]?\s*(?:\d|{IN_WORDS})"
    rf"|{IN_WORDS}|(?:(?:yang|yg)\s+)?{OUT}\b))",
    re.IGNORECASE,
)
# "Mei '23".
_SHORT_YEAR = re.compile(r"\s+'?(?=\d\d$)")
# Of a month only a part is counted.
_WEEK = re.compile(r"\b(?:minggu|pekan|mgg)\s+(?:ke\W?\w+|pertama|\w{1,3})\s*$", re.IGNORECASE)
# What stands beside a platform that has no number.
_NONE = r"(?:(?:nihil|kosong|zonk)(?![\w/]|[.:]\d)|[-–—](?=[ \t]*(?:[,;\n]|$)))"
_LONGEST = 6
_GAP, _SPACE = "U*", "[UJ]*"
# A thing, more words about it and its number; or the number before its thing. Of W no thing of the list is known.
_FIRST = rf"(?:T[WU]{{0,{_LONGEST}}}C?{_GAP}N{_GAP}|W{{1,3}}C?N{_GAP})"
_BEHIND = rf"(?:N{_GAP}TU*W{{0,{_LONGEST}}}|NW{{1,3}})"
_HEADING = rf"(?:[UWJ]*(?P<sum>N)(?:U*C|U+J)|[UWJ]*[CJ]|[UJ]*){_SPACE}"
_ENDING = rf"{_SPACE}(?P<total>N?){_SPACE}(?P<rest>(?:J[WUJCT]*)?)"
# Both in one list ("2 foto, repost 1") only where joints part them.
_EITHER, _APART = rf"(?:{_BEHIND}|{_FIRST})", "U*J[UJ]*"
_SORTS = ((_FIRST, _SPACE), (_BEHIND, _SPACE), (_EITHER, _APART))
_LISTS = tuple(re.compile(rf"{_HEADING}(?P<items>{item}(?:{apart}{item})*){_ENDING}") for item, apart in _SORTS)
_ITEMS = tuple(re.compile(item) for item, _ in _SORTS)


@dataclass(frozen=True)
class _Token:
    """`sort`: T a thing that is counted, N a number, U a word that counts nothing, W any other word, C a colon, J a
    joint between clauses."""

    sort: str
    start: int
    end: int
    said: str


@dataclass(frozen=True)
class Counted:
    """`numbers`: of each thing; `rest`: the clauses that say more than that ("repost kpu ri 4")."""

    numbers: dict[str, int]
    rest: tuple[str, ...] = ()


NOTHING = Counted({})


def month(text: str, today: date) -> tuple[Answers, str]:
    """The month of a tally, and the text without it."""
    found = _MONTH.search(text)
    said = _SHORT_YEAR.sub(" 20", (found["named"] or found["near"]).casefold()) if found else ""
    periode = tried(read_month, said, today) if found else None
    if found is None or periode is None or _WEEK.search(text, 0, found.start()):
        return {}, text
    return {"tanggal": Days.in_month(periode.mulai).json}, f"{text[: found.start()]}{text[found.end() :]}"


def by_platform(text: str, platforms: Mapping[str, str]) -> Counted:
    """Each platform's number, and that of the office's own pages beside them; one platform alone is no tally, but for
    one beside which it is said where nothing is ("Twitter tidak ada", "Youtube: nihil"), which counts nothing."""
    names = either(map(phrase, platforms))
    absent = (
        Publishing.of(platforms).later,
        re.compile(rf",?[ \t]*\b(?P<later>(?:{names})\s*[:=]?\s*{_NONE})", re.IGNORECASE),
    )
    said = [found["later"] for pattern in absent for found in pattern.finditer(text)]
    told = reduce(lambda left, pattern: pattern.sub("", left), absent, text)
    with_pages = _by_name(told, {**platforms, **dict.fromkeys(_PAGES, WEBSITE)})
    sure = len(with_pages.numbers.keys() - {WEBSITE}) > 1
    counted = with_pages if sure else _by_name(told, platforms, alone=bool(said))
    return replace(counted, rest=(*counted.rest, *said)) if counted.numbers else NOTHING


def _by_name(text: str, platforms: Mapping[str, str], *, alone: bool = False) -> Counted:
    names = either(map(phrase, platforms))
    found = _counted(text, names, lambda said: platforms[" ".join(said.split())])
    if len(found.numbers) > 1:
        return found
    beside = _beside(text, names, platforms)
    return beside if len(beside.numbers) > 1 or (alone and not beside.rest) else NOTHING


def _beside(text: str, names: str, platforms: Mapping[str, str]) -> Counted:
    """The number beside each platform, where every one that is named has its own, whatever is said around them."""
    pair = re.compile(
        rf"\b(?P<thing>{names})\b(?:\W{{0,4}}[^\W\d]{{2,12}}){{0,2}}?\W{{0,6}}\b(?P<n>\d{{1,3}})(?![\w/]|[.:]\d)",
        re.IGNORECASE,
    )
    found = [*pair.finditer(text)]
    said = [word.casefold() for word in re.findall(r"[^\W\d_]+", text)]
    told = any(map(is_head, said)) or not _AUDIENCE.isdisjoint(said)
    numbers = {platforms[" ".join(one["thing"].casefold().split())]: int(one["n"]) for one in found}
    if told or len(numbers) < len(re.findall(rf"\b(?:{names})\b", text, re.IGNORECASE)):
        return NOTHING
    rest = dict.fromkeys(one.strip(EDGES + "|/•") for one in pair.sub("\n", text).splitlines())
    return Counted(numbers, tuple(one for one in rest if not _UNITS.issuperset(re.findall(r"\w+", one.casefold()))))


def by_jenis(text: str, words: JenisWords) -> Counted:
    return _counted(text, words.word, words.meant)


def _counted(text: str, things: str, meant: Callable[[str], str]) -> Counted:
    said = text.casefold()
    tokens = list(_tokens(said, things))
    sorts = "".join(token.sort for token in tokens)
    if "T" not in sorts or "N" not in sorts or any(token.said in _AUDIENCE for token in tokens):
        return NOTHING
    for whole, item in zip(_LISTS, _ITEMS, strict=True):
        if (found := whole.fullmatch(sorts)) and not _tells(tokens, found):
            listed = [tokens[one.start() : one.end()] for one in item.finditer(sorts, *found.span("items"))]
            if told := _told(text, listed, meant):
                return Counted(told.numbers, (*told.rest, *_beyond(text, tokens, found, told)))
    return NOTHING


def _tokens(said: str, things: str) -> Iterator[_Token]:
    pattern = re.compile(
        rf"(?P<T>\b(?:{things})\b)|(?P<N>{_NUMBER})(?:x\b)?|(?P<C>{_ARROW}|[:=])"
        r"|(?P<J>[,;.\n+&|•]|(?<=\s)/(?=\s)|\b(?:dan|sama|serta|n|sm)\b)"
        r"|(?P<W>[^\W_]+(?:-[^\W_]+)*)|(?P<U>\S)",
        re.IGNORECASE,
    )
    for found in pattern.finditer(said):
        sort = found.lastgroup or "U"
        word = found[sort]
        yield _Token("U" if sort == "W" and word in _UNITS else sort, *found.span(), word)


def _tells(tokens: Sequence[_Token], found: re.Match[str]) -> bool:
    """Whether an event is told before the list rather than a heading."""
    before = [token.said for token in tokens[: found.start("items")] if token.sort != "U"]
    return any(is_head(*before[at : at + 2]) for at in range(len(before)))


def _told(text: str, listed: Sequence[Sequence[_Token]], meant: Callable[[str], str]) -> Counted:
    numbers, rest, unknown = Counter[str](), list[str](), 0
    for item in listed:
        thing = next((token for token in item if token.sort == "T"), None)
        plain = thing is not None and not any(token.sort == "W" for token in item)
        if thing and not _ordinal(item):
            numbers[meant(thing.said)] += _number(item)
        unknown += thing is None or _ordinal(item)
        rest += [] if plain else [text[item[0].start : item[-1].end].strip(EDGES)]
    several = len(listed) > 1 or not rest
    return Counted(dict(+numbers), tuple(rest)) if several and len(listed) - unknown > unknown else NOTHING


def _ordinal(item: Sequence[_Token]) -> bool:
    at = next(n for n, token in enumerate(item) if token.sort == "N")
    return at > 0 and item[at - 1].said in _ORDINALS


def _number(item: Sequence[_Token]) -> int:
    return in_digits(next(token.said for token in item if token.sort == "N"))


def _headed(text: str, tokens: Sequence[_Token]) -> Iterator[str]:
    """The names in a heading, but for whose report it is."""
    told = list(takewhile(lambda token: token.said not in _OFFICES, tokens))
    for telling, group in groupby(told, lambda token: token.sort == "W"):
        said = [*group] if telling else []
        named = any(token.said in _PARTS or (token.start and text[token.start].isupper()) for token in said)
        if named and not all(token.said in _HEADINGS for token in said):
            yield text[said[0].start : said[-1].end]


def _beyond(text: str, tokens: Sequence[_Token], found: re.Match[str], told: Counted) -> Iterator[str]:
    """What stands beside the list: more of what its heading says, a total that is not that of its numbers, and words
    behind it."""
    yield from _headed(text, tokens[: found.start("items")])
    for at in (found.start("sum"), found.start("total")):
        if 0 <= at < found.end("total") and _number(tokens[at : at + 1]) != sum(told.numbers.values()):
            yield text[tokens[max(at - 1, 0)].start : tokens[at].end].strip(EDGES)
    behind = tokens[slice(*found.span("rest"))]
    if any(token.sort == "W" for token in behind):
        yield text[behind[0].start : behind[-1].end].strip(EDGES)
