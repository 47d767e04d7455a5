"""The chapters of a report with their passages: those of the whole country, and those that follow from figures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from handlers.chat.door import Door
from handlers.chat.messages import Button, Menu, Outgoing, Says, Turn
from handlers.chat.pages import Numbered, in_rows, listed
from handlers.laporan import gather
from handlers.laporan.naskah import key
from handlers.naskah import period
from handlers.naskah.doors import Bab, Chapter, Letter, Lists, National, Part, Passages, Texts, WritePassage
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from renderers.changes import reason_wanted
from renderers.figures import Rekap
from renderers.prosa import narasi as prosa
from renderers.prosa import naskah
from storage.laporan import laporan as rows
from storage.laporan.laporan import Narasi

CARD = "narasi"
SHOWN, PAGE, OLD = 110, 8, "sebelum angka berubah"
TITLES = {
    Bab.SURAT: "Surat pengantar",
    Bab.KATA_PENGANTAR: "Kata Pengantar",
    Bab.PENDAHULUAN: "BAB I",
    Bab.KOORDINASI: "BAB II",
    Bab.PELAKSANAAN: "BAB III",
    Bab.EVALUASI: "BAB IV",
    Bab.PENUTUP: "BAB V",
}
PARTS = {
    Bab.KOORDINASI: (Part.PEMERINTAH, Part.NONPEMERINTAH),
    Bab.PELAKSANAAN: (Part.AKUN, Part.MEDIA_SOSIAL, Part.RENCANA),
    Bab.EVALUASI: (Part.EVALUASI, Part.SEBAB),
}
"""The passages of a chapter that follow from figures, or that only people can write."""
NAMES = {
    Part.PEMERINTAH: "BAB II pemerintah",
    Part.NONPEMERINTAH: "BAB II nonpemerintah",
    Part.AKUN: "BAB III akun",
    Part.MEDIA_SOSIAL: "BAB III media sosial",
    Part.EVALUASI: "BAB IV evaluasi",
    Part.SEBAB: "Sebab kenaikan/penurunan",
    Part.RENCANA: "Rencana",
}


@dataclass(frozen=True)
class Line:
    """A passage in the list of its chapter. `state`: what is told of it in brackets; `own`: somebody wrote it; `aged`:
    before its figures changed."""

    name: str
    text: str
    door: Door
    state: str = ""
    own: bool = False
    aged: bool = False


def chapter_of(part: Part) -> Bab:
    return next(bab for bab, parts in PARTS.items() if part in parts)


def every(turn: Turn, periode: Periode) -> Outgoing:
    """The chapters of the report of a period."""
    rekap, written = gather.gather(turn, periode, turn.today), rows.narasi_rows(turn, periode.kode)
    question = reason_wanted(rekap)
    lines = [_counted(bab, _lines(periode, rekap, bab, written)) for bab in Bab]
    text = "\n".join([*([question, ""] if question else []), *lines])
    ask = ((Button("Tulis sebabnya", WritePassage(periode, Part.SEBAB)),),) if question else ()
    chapters = in_rows([Button(TITLES[bab], Chapter(periode, bab)) for bab in Bab], 2)
    menu = (*ask, *chapters, _lists(periode), period.beside(turn, Passages, periode))
    return turn.reply(text, title=f"Narasi {periode.judul}", menu=menu, card=CARD)


def _lists(periode: Periode) -> tuple[Button, ...]:
    """The texts of a report that stand on cards of their own."""
    problems, advice = Texts(Lists.MASALAH, periode), Texts(Lists.SARAN, periode)
    return Button("Masalah", problems), Button("Saran", advice), Button("Nomor surat", Letter(periode))


def _counted(bab: Bab, lines: Sequence[Line]) -> str:
    counted = ((len(lines), "bagian"), (sum(line.own for line in lines), "tulisan sendiri"))
    told = [*counted, (sum(line.aged for line in lines), OLD)]
    return f"• {TITLES[bab]}: {', '.join(f'{n} {what}' for n, what in told if n)}"


def shown(turn: Turn, door: Chapter) -> Says:
    """The passages of a chapter as they will be printed, each shortened to one line."""
    periode = periods.begun(door.periode, turn.today)
    rekap, written = gather.gather(turn, periode, turn.today), rows.narasi_rows(turn, periode.kode)
    lines = _lines(periode, rekap, door.bab, written)
    to: Callable[[int], Door] = partial(Chapter, periode, door.bab)
    text, menu = listed(lines, _told, _buttons, to, door.page, PAGE)
    back = (Button("‹ Semua bab", Passages(periode)),)
    return [turn.reply(text, title=f"{TITLES[door.bab]}, {periode.judul}", menu=(*menu, back), card=CARD)]


def _told(line: Line) -> str:
    state = f" ({line.state})" if line.state else ""
    return f"{line.name}{state}: {reading_text.shortened(line.text, SHOWN) or 'kosong'}"


def _buttons(lines: Numbered[Line]) -> Menu:
    return in_rows([Button(line.name, line.door) for _, line in lines], 2)


def _lines(periode: Periode, rekap: Rekap, bab: Bab, written: dict[str, Narasi]) -> list[Line]:
    national = [
        Line(
            one.nama,
            naskah.printed(rekap, one),
            National(periode, key(one)),
            "tulisan sendiri" if one.sendiri else "",
            one.sendiri,
        )
        for one in rekap.naskah
        if one.bab == bab
    ]
    return [*national, *(_part(periode, rekap, part, written.get(part)) for part in PARTS.get(bab, ()))]


def _part(periode: Periode, rekap: Rekap, part: Part, row: Narasi | None) -> Line:
    own, door = bool(row and row.teks), Passages(periode, part)
    if not own and part in prosa.INSERTS:
        return Line(NAMES[part], "belum ditulis", door)
    state = "tulisan sendiri" if own else "otomatis"
    aged = old(rekap, row)
    return Line(NAMES[part], prosa.passage(rekap, part), door, f"{state}, {OLD}" if aged else state, own, aged)


def old(rekap: Rekap, row: Narasi | None) -> bool:
    """Whether the figures have changed since somebody wrote a passage."""
    return bool(row and row.teks and row.dasar and row.dasar != prosa.automatic(rekap, row.bagian))
