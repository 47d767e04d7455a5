"""What a konten is called, among the lines that stand beside it."""

import re
from collections.abc import Iterable, Sequence

from handlers.reading.daerah.tables import meaning
from handlers.reading.dates.calendar import MONTH, in_digits, spelled
from handlers.reading.editor.tables import table
from handlers.reading.message.events.words import cut
from handlers.reading.message.parts import Doubt
from handlers.reading.message.publishing import EDGES, ITS, Publishing
from handlers.reading.text import shortened

# Letters of a title and of a button, and titles that are offered.
LONGEST, _LABEL, _MOST = 200, 40, 3
_CALLED = re.compile(
    r"\b(?:(?:ber)?judul(?:nya)?|(?:tema|caption)(?=\s*[:=]))\b\s*[:=]?\s*(?:[\"“'](?P<quoted>[^\"”\n]+)[\"”']|(?P<title>[^\W_].*?)(?=[,;]|\.\s|\.?$))",
    re.IGNORECASE,
)
# Lines of these words alone are no title.
_BESIDE = table(
    """
    yang yg ini itu juga jg ya yaa yah nih sama nah lho loh kak min pak bu dan di ke pada aja saja sudah sdh udah tadi
    nya semua link linknya konten post posting postingan unggahan medsos pagi pagi2 siang sore malam ada total jumlah
    rekap rekapan laporan hari hr bulan bln minggu pekan tanggal tgl lalu kemarin kmrn berikut buah
    """
)
# Who is told behind a posting to have been in it.
_GUEST = re.compile(
    rf"(?:(?P<guest>bintang\s+tamu|tamu(?={ITS}\b)|narasumber|narsum|host|moderator|pembicara|pemateri)(?:{ITS}\b)?\s*[:=]?\s*(?:adalah\s+)?"
    r"|(?P<along>bersama|bareng|feat|ft)\s+)(?P<who>\w.*)",
    re.IGNORECASE,
)
# "Ada 3 konten: …".
_SEVERAL = re.compile(
    rf"\W*(?:\w+\s+){{0,3}}?(?P<n>[2-9]|{spelled(range(2, 10))})\s+(?:konten|posting(?:an)?|unggahan)\b[^:\n]{{0,20}}:",
    re.IGNORECASE,
)
_JOINTS = re.compile(r"[,;\n]\s*(?:dan\s+)?|\s+dan\s+", re.IGNORECASE)
_ALL = re.compile(r"\W+semua(?:nya)?\W*$", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{MONTH})\b", re.IGNORECASE)


def untitled(title: str, rest: Sequence[str]) -> tuple[Doubt, ...]:
    """The doubt about a title of one word, where another line may be it."""
    told = [line for line in rest if len(line.split()) > 1 and not _GUEST.fullmatch(line)]
    if not told or len(title.split()) != 1:
        return ()
    offered = tuple((cut(line, LONGEST)[0], shortened(line, _LABEL)) for line in [*told[:_MOST], title])
    return (Doubt("judul", f"Apa judulnya? Terbaca “{title}”.", offered),)


def says_nothing(line: str, words: Publishing) -> bool:
    """Whether a line only counts, dates, points or names a platform: "2 konten ini", "konten Mei 2023"."""
    told = re.findall(r"\w+", _MONTH.sub("", words.platform.sub("", line)).casefold())
    return all(word in _BESIDE or word.isdigit() or meaning(word) == "ya" for word in told)


def led(lines: Sequence[str], words: Publishing) -> Sequence[str]:
    """The lines without the words that only lead to a title: "Berita terbaru: …"; those words where nothing follows."""
    bare = [words.lead.sub("", line, count=1) for line in lines]
    return list(filter(None, bare)) or lines


def with_guests(lines: Sequence[str]) -> Sequence[str]:
    """The lines, those that tell who was in what the first one names put behind it."""
    title, rest = "".join(lines[:1]), list[str]()
    for line in lines[1:]:
        found = _GUEST.fullmatch(line)
        beside = " ".join(filter(None, (found["along"] or "dengan", found["guest"], found["who"]))) if found else ""
        if beside and len(title) + len(beside) < LONGEST:
            title = f"{title} {beside}"
        else:
            rest.append(line)
    return [title, *rest] if title else []


def titled(lines: Iterable[str]) -> list[str]:
    """The lines, the first of them what is called the title: "flyer baru, judulnya Ayo Memilih"."""
    said = list(lines)
    for n, line in enumerate(said):
        if found := _CALLED.search(line):
            around = (line[: found.start()].strip(EDGES), line[found.end() :].strip(EDGES))
            return [found["quoted"] or found["title"], *said[:n], *filter(None, around), *said[n + 1 :]]
    return said


def counted(title: str) -> list[str]:
    """The titles of as many konten as are counted before them: "3 konten: a, b dan c"."""
    found = _SEVERAL.match(title)
    listed = [one for one in _JOINTS.split(_ALL.sub("", title[found.end() :])) if one.strip()] if found else []
    return listed if found and len(listed) == in_digits(found["n"].casefold()) else []
