"""The form of a konten, and the way between its answers and its row."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from handlers.catatan.kegiatan import show_tanggal, text_of
from handlers.chat.messages import Rejected, Turn
from handlers.reading import guesses
from handlers.reading import links as reading_links
from handlers.reading import text as reading_text
from handlers.reading.dates.forms import Days, DaysJson
from handlers.reading.forms import YES_OR_NO, Answers, Form, Question, no_other
from handlers.reading.jenis import NATIONAL, of_office
from handlers.reading.links import PLATFORM_WORDS, WEBSITE, Links, codes, every_platform
from handlers.reading.message.gazetteer import Gazetteer
from renderers import indonesian
from storage.catatan import konten as rows
from storage.catatan.konten import Konten
from storage.kantor import daftar
from storage.kantor.satker import Here
from storage.nasional import jenis, platform

TITLE = 200


def one_konten(answers: Answers) -> bool:
    return answers.get("jumlah") in (None, 1)


def read_tanggal(text: str, today: date) -> DaysJson:
    """The day of a konten, or only its month, as JSON."""
    from handlers.reading.dates.days import read_held_days  # noqa: PLC0415 - see periods.read_month

    found = read_held_days(text, today)
    if not found.sebulan and found.mulai != found.selesai:
        raise Rejected("Konten tayang pada satu hari; tulis satu tanggal, atau bulannya saja.")
    return found.json


def read_tautan(text: str, today: date) -> Links:
    found = reading_links.tautan(text)
    if not found:
        raise Rejected(f"Tautannya belum dikenal. Tempel alamat {every_platform(today)}, atau situs KPU.")
    return reading_links.json_of(found)


def names(keys: Iterable[str], answers: Answers) -> tuple[str, ...]:
    """The names of platforms on the day of the konten; their keys where no day is told."""
    told = answers.get("tanggal")
    return daftar.called(keys, Days.of(told).mulai) if told else tuple(keys)


def where(row: Konten) -> str:
    """The platforms of a konten, by the names that they had on its day."""
    return indonesian.daftar(daftar.called([p.platform for p in row.postingan], row.tanggal))


def show_places(value: Sequence[str] | Links, answers: Answers) -> str:
    return indonesian.daftar(names(value, answers))


CALLED = (
    *((key, re.escape(word)) for word, key in PLATFORM_WORDS.items()),
    *((one.kunci, re.escape(word)) for one in platform.every().values() for word in one.singkat),
)
CHOICES = tuple((one.kunci, one.label) for one in jenis.every().values())
PLACES = tuple((key, key) for key in platform.usual())


def read_jumlah(text: str, _today: date) -> int | dict[str, int]:
    """One number for every platform, or one for each: "IG 51, FB 36"."""
    each = {PLATFORM_WORDS[word.casefold()]: int(n) for word, n in _EACH.findall(text)}
    return {key: each[key] for key in platform.every() if key in each} or reading_text.number(text)


_EACH = re.compile(rf"\b({'|'.join(map(re.escape, PLATFORM_WORDS))})\s*[:=]?\s*(\d{{1,3}})\b", re.IGNORECASE)


def show_jumlah(value: int | dict[str, int], answers: Answers) -> str:
    if isinstance(value, int):
        return str(value)
    return ", ".join(f"{name} {n}" for name, n in zip(names(value, answers), value.values(), strict=True))


FORM = Form(
    "konten",
    "Laporan konten",
    (
        Question(
            "jenis",
            "Jenis",
            "Jenis kontennya apa?",
            no_other,
            choices=CHOICES,
            said=NATIONAL.tallied,
            required=True,
        ),
        Question("judul", "Judul", "Apa judulnya?", text_of(TITLE), required=one_konten),
        Question(
            "platform",
            "Platform",
            "Tayang di mana saja? Tekan satu per satu, lalu Selesai.",
            no_other,
            indonesian.daftar,
            show_beside=show_places,
            choices=PLACES,
            said=CALLED,
            required=True,
            many=True,
        ),
        Question(
            "tanggal",
            "Tanggal",
            "Kapan tayangnya? Misalnya: kemarin, 17 Juni, atau Mei 2022 saja.",
            read_tanggal,
            show_tanggal,
            required=True,
            asked=False,
            shortcuts=("Hari ini", "Kemarin"),
        ),
        Question(
            "tautan", "Tautan", "Tempel tautannya, boleh beberapa sekaligus.", read_tautan, show_beside=show_places
        ),
        Question(
            "informasi",
            "Informasi kepemiluan",
            "Apakah memuat informasi kepemiluan?",
            no_other,
            choices=(("Ya", "Ya"), ("Tidak", "Tidak")),
            said=YES_OR_NO,
        ),
        Question("jumlah", "Jumlah", "Berapa konten?", read_jumlah, show_beside=show_jumlah, asked=False),
    ),
)


def new(turn: Turn, nomor: int) -> Konten:
    return Konten(satker_id=turn.satker.id, nomor=nomor, pelapor_id=turn.anggota.id, dibuat_at=turn.now)


def fill(row: Konten, answers: Answers) -> None:
    row.jenis, row.judul = answers["jenis"], answers.get("judul", "")
    told = Days.of(answers["tanggal"])
    row.tanggal, row.sebulan = told.mulai, told.sebulan
    row.informasi = answers.get("informasi") == "Ya"
    links = {platform: (url, kode) for platform, (url, kode) in (answers.get("tautan") or {}).items()}
    rows.place(row, _numbers(row, answers, links), links)


def _numbers(row: Konten, answers: Answers, links: Iterable[str]) -> dict[str, int]:
    """The number of postingan for each platform that is named, linked or counted; a number given for one platform
    leaves the others as they are."""
    jumlah = answers.get("jumlah") or 1
    named = (*answers["platform"], *links, *(jumlah if isinstance(jumlah, dict) else ()))
    placed = platform.in_order(named)
    if isinstance(jumlah, int):
        return dict.fromkeys(placed, jumlah)
    each = {p.platform: p.jumlah for p in row.postingan} | jumlah
    return {p: each.get(p, 1) for p in placed}


def answers_of(row: Konten) -> Answers:
    told = Days(row.tanggal, row.tanggal, row.sebulan)
    answers: Answers = {"jenis": row.jenis, "judul": row.judul or None, "tanggal": told.json}
    placed = [p.platform for p in row.postingan]
    answers["platform"] = [one for one in placed if one != WEBSITE] or placed
    answers["tautan"] = {p.platform: [p.url, p.kode] for p in row.postingan if p.url} or None
    answers["informasi"] = "Ya" if row.informasi else "Tidak"
    each = {p.platform: p.jumlah for p in row.postingan}
    if row.jumlah > 1:
        answers["jumlah"] = row.jumlah if len(set(each.values())) == 1 else each
    return answers


def from_words(turn: Turn, text: str) -> Answers:
    """The answers of words of which the person says that they are a konten."""
    from handlers.reading.message import postings  # noqa: PLC0415 - see periods.read_month

    known = of_platforms(turn)
    told = [one for one in postings.read(text, turn.today, known) if one.form == FORM.name]
    if told and (told[0].answers.get("tautan") or not told[0].rest):
        not_linked_before(turn, codes(told[0].answers.get("tautan") or {}), None)
        return told[0].answers
    return _guessed(text[:TITLE], known)


def of_platforms(here: Here) -> Gazetteer:
    """The words by which this office tells of konten."""
    words, own = daftar.words(here.satker), of_office(tuple(here.satker.jenis_sendiri))
    return Gazetteer(platforms=words, jenis=own, bawaan=tuple(here.satker.platform_bawaan))


def not_linked_before(turn: Turn, linked: Iterable[str], own: int | None) -> None:
    """Rejected if another konten than `own` has one of these links."""
    for kode in linked:
        known = rows.by_kode(turn, kode)
        if known and known.nomor != own:
            raise Rejected(f"Tautan itu sudah tercatat: #{known.nomor} {known.judul or known.jenis}.")


def _guessed(words: str, known: Gazetteer) -> Answers:
    """The answers that words without a link give: title, jenis, whether it informs about the election."""
    answers: Answers = {"judul": reading_text.clean(words, TITLE)} if words.strip() else {}
    if guess := guesses.jenis(words, [], known.jenis):
        answers["jenis"] = guess
    return answers | ({"informasi": "Ya"} if guesses.informasi(words) else {})


def headline(row: Konten) -> str:
    when = indonesian.bulan(row.tanggal) if row.sebulan else indonesian.tanggal(row.tanggal)
    count = f" ×{row.jumlah}" if row.jumlah > 1 else ""
    return f"{row.jenis}{count}: {row.judul} ({when})" if row.judul else f"{row.jenis}{count} ({when})"
