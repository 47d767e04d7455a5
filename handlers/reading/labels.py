"""Corrections in words: "tanggal 16", "instansinya Kodim 0820", "nama: Apel Pagi" -> answers to a form. Pure."""

import re
from collections.abc import Iterator
from datetime import date

from handlers.chat.messages import Rejected
from handlers.reading.forms import Answer, Answers, Form, Question, read
from handlers.reading.label_words import LABELS, field_of, opening

# Beside the labels of forms: words that stand before the answer to a question, by its name. One word may mean two
# questions ("mitra"), and the value decides.
_BESIDE = {
    "nama": "judul",
    "sektor": r"sektor|jenis\s+mitra|mitra",
    "uraian": r"uraian|bentuk",
    "keterangan": "tentang|perihal",
    "tempat": "di",
    "peserta": "hadiri",
    "judul": "nama",
    "informasi": r"informasi(?:\s+kepemiluan)?|info\s+kepemiluan",
    "jumlah": "banyak",
    "hitungan": r"hitungan|jumlah",
}
SYNONYMS = {
    name: "|".join(filter(None, (opening(name) if name in LABELS else "", _BESIDE.get(name, ""))))
    for name in (*LABELS, *(_BESIDE.keys() - LABELS.keys()))
}
_OPENING = re.compile(
    r"^(?:(?:eh|aduh|waduh|ups|oh|sori|sorry|ralat|koreksi|revisi|maaf|mohon|tolong|izin|salah(?:\s+(?:tulis|ketik)|\s+\w+(?=\s*,))?"
    r"|keliru|typo|(?:di)?(?:ganti|ubah|perbaiki|tambah(?:kan|in)?|lengkapi|isikan)|(?:se)?harusnya|(?:se)?mestinya|maksud(?:nya|\s+saya)"
    r"|yang\s+benar|(?:yang|yg|laporan)\s+(?:tadi|td|barusan|kemarin|kmrn))\b[\s,:.!]*)+",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"^(?:(?:itu|adalah|salah|keliru|(?:yang|yg)\s+(?:tadi|barusan)|(?:(?:yang|yg)\s+)?terakhir|(?:se)?harusnya|(?:se)?mestinya|yang\s+benar|menjadi"
    r"|jadi|(?:di)?(?:ganti|ubah)|ke)\b[\s,:]*)+",
    re.IGNORECASE,
)
_AT = re.compile(r"^(?:bertempat\s+)?di\s+(?=\S)", re.IGNORECASE)
_INSTEAD_OF = re.compile(r"[\s,]+bukan\s.*$", re.IGNORECASE)
_LABEL = re.compile(r"(?P<label>[^:=\n]{2,40}?)\s*[:=]\s*(?P<value>\S.*)$")
_PARTS = re.compile(r"\s*(?:\n|;)\s*")


def corrections(form: Form, text: str, today: date, month: date | None = None) -> Answers:
    """The answers that a text corrects by their labels; empty if it has no label; Rejected if a value cannot be read.

    `month`: the month of the record, for a day that is told without its month."""
    found: Answers = {}
    for part in _PARTS.split(_bare(text)):
        answers = _line(form, part, today, month) if part else {}
        if answers is None:
            return {}
        found |= answers
    return found


def _bare(text: str) -> str:
    return _OPENING.sub("", text.strip())


def _line(form: Form, line: str, today: date, month: date | None) -> Answers | None:
    told = _labelled(form, line)
    if not told:
        return _date_alone(form, line, today, month)
    try:
        # Any words are taken as an hour, so that this field has to end at a comma with a label behind it.
        return _parted(form, line, today, month) if told[0][0].name == "waktu" else _first(told, today, month)
    except Rejected:
        return _parted(form, line, today, month)


def _parted(form: Form, line: str, today: date, month: date | None) -> Answers:
    """The answers of "tanggal 16, tempat aula", or of a line that has no label behind each comma."""
    parts = [p for p in re.split(r"\s*,\s*", line) if p]
    if not all(_labelled(form, p) for p in parts):
        parts = [line]
    return {k: v for p in parts for k, v in _first(_labelled(form, p), today, month).items()}


def _labelled(form: Form, line: str) -> list[tuple[Question, str]]:
    """The questions whose label opens the line, with what follows it, that of the longest label first."""
    found = [*_opening(form, line), *_marked(form, line)]
    return sorted(found, key=lambda told: len(told[1]))


def _opening(form: Form, line: str) -> Iterator[tuple[Question, str]]:
    for question in form.questions:
        words = rf"{SYNONYMS.get(question.name, question.name)}|{re.escape(question.label)}"
        if cut := re.match(rf"(?:{words})(?:nya)?(?:\s*[:=]\s*|\s+)(?P<value>\S.*)$", line, re.IGNORECASE):
            yield question, cut["value"]


def _marked(form: Form, line: str) -> Iterator[tuple[Question, str]]:
    """The question that any label of a form names, before a colon."""
    cut = _LABEL.match(line)
    if cut and (question := form.question(field_of(cut["label"]))):
        yield question, cut["value"]


def _first(told: list[tuple[Question, str]], today: date, month: date | None) -> Answers:
    """The first of the meanings under which the value can be read."""
    refused: Rejected | None = None
    for question, value in told:
        try:
            return {question.name: _value(question, value, today, month)}
        except Rejected as rejected:
            refused = rejected
    raise refused or Rejected("")


def _value(question: Question, text: str, today: date, month: date | None) -> Answer:
    words = _FILLER.sub("", text).strip()
    if question.name in ("tanggal", "waktu", "tempat", "instansi", "peserta"):
        words = _INSTEAD_OF.sub("", words)
    if question.name == "tempat":
        words = _AT.sub("", words)
    return read(question, _in_month(words, today, month) if question.name == "tanggal" else words, today)


def _in_month(words: str, today: date, month: date | None) -> str:
    """A day of the record's own month, rather than of the month that it is now."""
    if month is None or not re.fullmatch(r"\d{1,2}", words):
        return words
    try:
        day = month.replace(day=int(words))
    except ValueError:
        return words
    return day.strftime("%d-%m-%Y") if day <= today else words


def _date_alone(form: Form, line: str, today: date, month: date | None) -> Answers | None:
    """A date alone ("16 Juni") corrects the date without saying so."""
    question = form.question("tanggal")
    try:
        return {"tanggal": _value(question, line, today, month)} if question and len(line) > 2 else None  # noqa: PLR2004 - a number alone may mean anything
    except Rejected:
        return None


def is_correction(text: str) -> bool:
    """Whether somebody says outright that this is one."""
    return bool(re.match(r"\s*(?:ralat|koreksi|revisi)\b", text, re.IGNORECASE))
