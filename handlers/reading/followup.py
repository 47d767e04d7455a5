"""Words that follow up on a record that was told shortly before: more photos of it, its correction."""

import re
from collections.abc import Iterable

from rapidfuzz import fuzz

from handlers.reading import labels
from handlers.reading.daerah.tables import words_for
from handlers.reading.editor.tables import table

_PICTURE = r"(?:foto|dokumentasi|dok|gambar)(?:\s?ny[ao]|ne?)?"
_MORE = (
    r"(?:susulan\w{0,3}|menyusul|nyusul|ketinggalan|tertinggal|kelupaan|tambahan|tambah|nambah|kurang|sisa(?:nya)?"
    r"|lanjutan)"
)
AGO = r"(?:tadi|td|barusan|barusn|terakhir|sebelumnya)"
_COUNT = r"(?:\d{1,2}\s*|satu\s+|dua\s+|beberapa\s+)?"
_JOINS = re.compile(
    rf"^\W*(?:susulan|menyusul|nyusul|ketinggalan|kelupaan)\b|\b{_PICTURE}\s+(?:lagi|lg|(?:(?:yang|yg)\s+)?{_MORE}|(?:yang|yg)\s+{AGO})\b"
    rf"|\b{_PICTURE}\s[^.,;\n]{{1,60}}\s(?:yang|yg)\s+{AGO}\W*$|\b{_MORE}\s+{_COUNT}{_PICTURE}\b"
    rf"|\b(?:salah|ganti|tukar)\s+{_PICTURE}\b|\b{_PICTURE}\s+(?:ke?tuk[ae]r|tertukar|salah|keliru)\b|\b(?:yang|yg)\s+{AGO}\s+(?:di)?lapor\w*|\blaporan\s+(?:yang\s+|yg\s+)?{AGO}\b",
    re.IGNORECASE,
)
# Behind a report it says that photos are still to come.
_TO_COME = re.compile(
    rf"(?<=\w[.,;\n])\s*{_PICTURE}\s+(?:akan\s+|segera\s+)?(?:menyusul|nyusul)\b[^.,;\n]{{0,30}}\W*$", re.IGNORECASE
)
_PROMISED = re.compile(
    rf"\W*(?:ini\s+)?{_PICTURE}\b[^.;:\n]{{0,30}}\b(?:menyusul|nyusul)\b[^.;:\n]{{0,20}}", re.IGNORECASE
)
_REPORT = 5
_NUMBER = re.compile(r"#(\d{1,9})\b")
_NUMBERED = re.compile(rf"\W*(?:(?:ini|untuk|utk|ke|buat|{_PICTURE}|{_MORE}|lagi|lg)\W+)*#\d{{1,9}}\W*", re.IGNORECASE)
# Words beside the subject: "foto susulan rakor polres tadi" is about rakor and polres.
_BESIDE = table(
    """
    niki niku punika pas saat wau susulane susulanipun
    ini itu yang yg tadi barusan terakhir sebelumnya kemarin pagi siang sore malam foto fotonya dokumentasi dok gambar
    susulan menyusul nyusul ketinggalan tertinggal kelupaan tambahan tambah nambah kurang sisa sisanya lanjutan lagi lg
    untuk utk dari kegiatan laporan dilaporkan lapor lapornya melaporkan saya satu dua beberapa lembar buah ada masih
    iko nyo dan dengan di ke pada maaf mohon izin pak bu min ya nya
    """
)
_HOW_MANY = re.compile(rf"\b\d{{1,2}}\s*(?={_PICTURE}|lembar|buah)", re.IGNORECASE)
# Half of the words that tell are enough: people shorten names.
_ALIKE, _ENOUGH, _SHORTEST = 85, 0.5, 3


def numbers(text: str) -> list[int]:
    """The numbers of records that a text names, each once: "#130"."""
    return list(dict.fromkeys(int(number) for number in _NUMBER.findall(text)))


def numbered(caption: str) -> int | None:
    """The number that a caption names where it names nothing else: "#130", "foto susulan #130"."""
    return next(iter(numbers(caption) if joins(caption) else []), None)


def joins(caption: str) -> bool:
    """Whether a caption says that its photo belongs to a record that was told before."""
    told = _TO_COME.sub("", caption)
    told = told if len(told.split()) >= _REPORT else caption
    return bool(_JOINS.search(told) or _NUMBERED.fullmatch(told))


def promises(text: str) -> bool:
    """Whether a text says no more than that photos are still to come: "foto sa kirim menyusul e"."""
    return bool(_PROMISED.fullmatch(text))


def fits(caption: str, record: str) -> bool:
    """Whether the words of a caption that tell are those of a record; a caption without any fits every record."""
    wanted = [word for word in _telling(_HOW_MANY.sub("", caption)) if word not in _BESIDE]
    there = [*_telling(record)]
    found = [word for word in wanted if any(fuzz.ratio(word, other) >= _ALIKE for other in there)]
    return len(found) >= _ENOUGH * len(wanted)


def _telling(text: str) -> Iterable[str]:
    return (word for word in re.findall(r"\w+", text.casefold()) if len(word) >= _SHORTEST or word.isdigit())


SORRY = (
    r"(?:eh|aduh|waduh|ups|oh|maaf|mhn|mohon|izin|ijin|tolong|pak|bu|bapak|ibu|min|kak|mas|mbak|bang|kang|teh|ndan|sori"
    r"|sorry|mf|punten|hapunten|ngapunten|pangapunten|nyuwun|sewu|ternyata)"
)
_WRONG = (
    r"(?:salah|keliru|kliru|lepat|klentu|luput|typo|koreksi|ralat|revisi|bukan|(?:se)?harusnya|(?:se)?mestinya|maksud(?:nya|\s+saya)"
    r"|(?:yang|yg)\s+ben[ea]r)"
)
_BEFORE = (
    r"(?:yang|yg|nu|ingkang|sing|laporan(?:ku)?|kiriman|data|info|tadi|td|wau|barusan|terakhir|kemarin|kmrn|saya|sy|kula"
    r"|abdi|itu|ada|ternyata|\w+nya)"
)
_TOLD_BEFORE = rf"(?:{_BEFORE}\b[\s,.!]*)"
# What is said of it: "ralat aja".
CHANGES = (
    r"(?:(?:tolong|tlg|mohon|minta)\s+)?(?:di)?(?:ralat|revisi|edit|koreksi|ganti|ubah)(?:in|kan)?"
    r"\s+(?:aja|saja|ya|dong|dulu|deh|wae|jo|min)\b"
)
# "Yang rapat tadi keliru", "yg rakor bukan 25 orang tapi 32", "ganti tempat rapat tadi jadi aula".
_NAMED = (
    r"(?:yang|yg|laporan)\s[^.;\n]{1,60}?\b(?:salah|keliru|typo|ralat|(?:se)?harusnya|(?:se)?mestinya"
    r"|bukan\s[^.;\n]{1,30}\b(?:tapi|tp|tetapi|melainkan))"
    rf"|{SORRY}\b[^.;\n]{{0,50}}\b(?:yang|yg|laporan|data|info)\b[^.;\n]{{0,50}}\b(?:salah|keliru|kliru|lepat|klentu)"
    r"(?=\W*(?:[,.;!\n]|$))"
    rf"|(?:[^.;\n]{{0,50}}\s)?{AGO}\s+{CHANGES}"
    rf"|(?:yang|yg)\s[^.;\n]{{0,50}}?\b{CHANGES}"
    r"|(?:tadi|td|barusan)\s+(?:salah|keliru|typo)\s+(?:ketik|tulis|kirim|input|sebut)"
    r"|(?:di)?(?:ganti|ubah|betulkan|perbaiki)\w*\s[^.;\n]{1,60}\b(?:(?:men)?jadi|ke)"
)
_CORRECTS = re.compile(
    rf"^\W*(?:(?:(?:{SORRY}\b[\s,.!]*)+{_TOLD_BEFORE}*|(?:yang|yg|laporan)\s+{_TOLD_BEFORE}+)?{_WRONG}\b"
    rf"|(?:{SORRY}\b[\s,.!]*)*(?:{_NAMED})\b)",
    re.IGNORECASE,
)
# A new report may begin with the word for its name.
_LABELS = "|".join(words for name, words in labels.SYNONYMS.items() if name not in ("nama", "judul"))
_ITS = r"(?:n(?:ya|a|yo|ye)|e)"
_BUKAN = "|".join(["bukan", *words_for("bukan")])
# "Itu yg di atas platformnya kurang".
_OF_THAT = re.compile(
    rf"^\W*(?:{SORRY}\b\W*)*(?:itu\s+)?(?:yang|yg)\s+(?:[^.;,\n]{{1,40}}?\s)??(?:(?:di\s*atas|{AGO}|kemar[ei]n|kmrn|pagi|siang|sore)\s+){{1,2}}(?:(?:tambah|nambah|kurang|ganti|ubah)\w*\s+)?(?:(?:{_LABELS}){_ITS}\b|(?:jumlah\s+)?\w{{3,}}nya\s+\d)",
    re.IGNORECASE,
)
# "Yang rapat itu sama Polres, tolong dibetulkan": what was told before and a plea to mend it, in one breath.
_PLEADED = re.compile(
    r"^[^.;\n]{0,70}?\b(?:yang|yg|itu|di\s*atas|laporan(?:ku|nya)?)\b[^.;\n]{0,70}?"
    r"\b(?:tolong|tlg|mohon|mhn|minta|bisa)\s+(?:di)?(?:betul|bener|benar|perbaiki|ralat|revisi|edit|ubah|ganti)(?:kan|in|i)?"
    r"(?:nya)?(?:\s+(?:ya+|dong|min|pak|bu|kak|datanya))*\W*$",
    re.IGNORECASE,
)
# "Lupa, tadi juga hadir dari Damkar": more of what was told.
_FORGOT = re.compile(
    rf"^\W*(?:{SORRY}\b\W*)*(?:lupa|kelupaan|klupaan|ketinggalan|klalen|kelalen|poho)\b(?!\s+(?:\w*lapor|kirim|input|catat|info))\W+(?:\w+\W+){{0,4}}?(?:juga|jg|jga)\b",
    re.IGNORECASE,
)
# "Maaf min, rapat tadi tempatnya di aula bukan di ruang rapat".
_INSTEAD = re.compile(
    rf"^\W*(?:{SORRY}\b\W*)+(?:\w+\W+){{0,6}}?(?:{_LABELS}){_ITS}\b[^.;\n]{{1,60}}?\b(?:{_BUKAN})\b", re.IGNORECASE
)
# "salah satu" is the beginning of a report.
_NO_CORRECTION = re.compile(r"^\W*(?:salah\s+sa?tu|bukan\s+hanya)\b", re.IGNORECASE)
_OF_IT = re.compile(
    rf"^\W*(?:(?:{_LABELS})nya\s|(?:tolong\s+)?(?:di)?(?:tambah|lengkap|isi)(?:kan|in|i)?\s+(?:{_LABELS})(?:nya)?\b)",
    re.IGNORECASE,
)


def corrects(text: str) -> bool:
    """Whether a text says that something told before was wrong: "eh keliru, tempatnya di GOR"."""
    told = (
        _CORRECTS.match(text)
        or _OF_THAT.match(text)
        or _PLEADED.match(text)
        or _FORGOT.match(text)
        or _INSTEAD.match(text)
    )
    return bool(told) and not _NO_CORRECTION.match(text)


def of_it(text: str) -> bool:
    """Whether a text begins with a part of what was told before: "tempatnya di aula"."""
    return bool(_OF_IT.match(text))


_ALSO = re.compile(r"\b(?:juga|jg|jga|pun)\b", re.IGNORECASE)


def also(text: str) -> bool:
    """Whether a text says that what was told before is in another place too: "juga di FB https://…"."""
    return bool(_ALSO.search(text))
