"""The jenis of konten as people say them: in a tally, in words that give one away, and short on a button."""

import re
from collections import Counter

# Long names are shortened here, because a button may have half a phone's width.
SHORT = {
    "Peringatan Hari Besar": "Hari Besar",
    "Promote live IG/streaming": "Live IG/streaming",
    "Promote link berita web": "Link berita web",
}

# "foto 3, link 1": the words of a tally and of a correction.
TALLIED = (
    ("Foto Berita", r"foto(?:\s+berita)?"),
    ("KPU Flash", r"(?:kpu\s+)?flash"),
    ("Meme Quote", r"(?:meme|quotes?)(?:\s+quotes?)?"),
    ("Ucapan Selamat", r"(?:ucapan\s+)?selamat"),
    ("Ucapan Dukacita", r"(?:ucapan\s+)?(?:duka\s?cita|duka|belasungkawa)"),
    ("Infografik", r"info\s?grafi[sk]"),
    ("Peringatan Hari Besar", r"(?:peringatan\s+)?hari\s+besar"),
    ("Promote live IG/streaming", r"(?:promote\s+)?live(?:\s+(?:ig|streaming)(?:/streaming)?)?"),
    ("Promote link berita web", r"(?:promote\s+)?(?:link|tautan)(?:\s+berita)?(?:\s+web)?|berita\s+web"),
    ("Repost", r"repost"),
    ("Video lainnya", r"video(?:\s+lainnya)?"),
)

# The words beside a link give its jenis away; the first pattern that fits decides.
GUESSED = (
    ("Infografik", r"info\s?grafi[sk]"),
    ("Ucapan Dukacita", r"duka|belasungkawa|berpulang"),
    (
        "Peringatan Hari Besar",
        r"(?:selamat|peringatan|memperingati)\s+(?:hari|idul|natal|tahun\s+baru|waisak|nyepi)|hari\s+besar",
    ),
    ("Ucapan Selamat", r"selamat"),
    ("KPU Flash", r"flash"),
    ("Meme Quote", r"meme|quotes?"),
    ("Promote live IG/streaming", r"\blive\b|streaming"),
    ("Repost", r"re-?post"),
    ("Video lainnya", r"\b(?:video|reels?|shorts?|podcast|siniar|vlog)\b"),
)


_WORD = "|".join(f"(?:{pattern})" for _, pattern in TALLIED)
# Without one of these words no tally of jenis is told.
TOLD = re.compile(_WORD, re.IGNORECASE)
_JENIS_FIRST = rf"(?P<word>{_WORD})\s*[:=]?\s*(?P<n>\d{{1,3}})(?!\d)"
_NUMBER_FIRST = rf"\+?(?P<n>\d{{1,3}})\s*x?\s*(?P<word>{_WORD})\b"
# "Ucapan selamat HUT ke 77" and "foto SMAN 2" count nothing.
_ORDINAL = re.compile(r"\b(?:ke|hut|no|nomor|sm[akp]n?|sdn?|man|mtsn?|tahun|dapil|tps)\W*$")
_FURTHER = re.compile(rf"(?P<word>{_WORD})\b(?P<more>\D{{0,40}})\b(?P<n>\d{{1,2}})")
_BETWEEN = r"[\s,;.+&]*(?:\bdan\b\s*)?"


def tally(text: str) -> dict[str, int]:
    """A tally ("foto 3, link 1, repost 1") as jenis -> number; empty where the text is no tally."""
    said = text.casefold().strip(" \n,;.")
    for pattern in (_JENIS_FIRST, _NUMBER_FIRST):
        unnamed = re.sub(r"\?P<\w+>", "?:", pattern)
        if re.fullmatch(rf"(?:{_BETWEEN}{unnamed})+", said):
            counts: Counter[str] = Counter()
            for found in re.finditer(pattern, said):
                counts[_jenis(found["word"])] += int(found["n"])
            return dict(+counts)
    return {}


def _jenis(said: str) -> str:
    return next(jenis for jenis, pattern in TALLIED if re.fullmatch(pattern, said))


def counted(clause: str) -> tuple[str, int] | None:
    """A jenis and its number with words between them ("repost kpu ri 4"); None where the clause counts nothing."""
    found = _FURTHER.fullmatch(clause.casefold())
    return (_jenis(found["word"]), int(found["n"])) if found and not _ORDINAL.search(found["more"]) else None
