"""The rows of e-Kinerja: the day of each record of one's own, its hour, what was done, what came of it, and proof."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.catatan import konten as of_konten
from handlers.catatan import seen
from handlers.catatan.seen import Seen
from handlers.chat.messages import Turn
from handlers.reading.dates.forms import Days
from handlers.reading.text import shortened
from renderers import indonesian
from storage.catatan import kegiatan, konten
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.kantor import daftar
from storage.kantor.satker import Here

# One message of Telegram holds 4096 letters, of which the words around the rows need some.
ROOM = 3500
# So much of a name that is longer than a form takes.
LONGEST = 500


@dataclass(frozen=True)
class Row:
    """`jam`: as it was told, else the hour of sending marked "±", or nothing where it was sent on another day; `bukti`:
    links."""

    when: Days
    jam: str
    uraian: str
    output: str
    bukti: tuple[str, ...]

    @property
    def line(self) -> str:
        """The row as one text to be copied, at most ROOM letters: links without room are counted."""
        head = " | ".join((_day(self.when), self.jam or "–", self.uraian, self.output))
        kept = next(n for n in range(len(self.bukti), -1, -1) if n == 0 or len(f"{head}{self._proof(n)}") <= ROOM)
        return f"{head}{self._proof(kept)}"

    def _proof(self, kept: int) -> str:
        left = len(self.bukti) - kept
        told = [*self.bukti[:kept], *([f"({left} tautan tidak termuat)"] if left else [])]
        return f" | {' '.join(told) or '–'}"

    @property
    def cells(self) -> tuple[str, ...]:
        """The same for a workbook: a single day as an ISO date, links below each other."""
        day = self.when.mulai.isoformat() if self.when == Days.on(self.when.mulai) else _day(self.when)
        return day, self.jam, self.uraian, self.output, "\n".join(self.bukti)


def rows(turn: Turn, when: Days) -> list[Row]:
    """One's own, by day; what is only known by its month stands last, and only in the list of a month."""
    after = when.selesai + timedelta(days=1)
    posted = [k for k in konten.between(turn, when.mulai, after) if when.sebulan or not k.sebulan]
    every = seen.every(turn, [*kegiatan.with_a_day(turn, when.mulai, after), *posted])
    mine = [one for one in every if turn.anggota.id in {who.id for who in one.reporters}]
    return [_row(turn, one) for one in sorted(mine, key=_place)]


def _place(one: Seen) -> tuple[bool, date, int]:
    return isinstance(one.row, Konten) and one.row.sebulan, one.row.day, one.row.nomor


def _row(here: Here, one: Seen) -> Row:
    if isinstance(one.row, Kegiatan):
        when, made = Days(one.row.mulai, one.row.selesai), one.foto_berita
        proof = _urls(made) if made and made.dihapus_at is None else ()
        return Row(when, one.row.waktu or _sent(here, one, when), _did(one, one.row), _documented(one), proof)
    when = Days(one.row.tanggal, one.row.tanggal, one.row.sebulan)
    return Row(when, _sent(here, one, when), _posted(one.row), _count(one.row), _urls(one.row))


def _sent(here: Here, one: Seen, when: Days) -> str:
    at = here.satker.local(one.row.dibuat_at)
    # The hour of a message says nothing about another day.
    return f"± {at:%H.%M}" if not when.sebulan and when.mulai <= at.date() <= when.selesai else ""


def _did(one: Seen, row: Kegiatan) -> str:
    partner = "" if row.instansi.casefold() in row.nama.casefold() else f" bersama {row.instansi}"
    return _flat(f"{'Mendokumentasikan' if one.photos else 'Melaporkan'} {row.nama}{partner}")


def _documented(one: Seen) -> str:
    return "1 laporan kegiatan" + (f", {one.photos} foto" if one.photos else "")


def _posted(row: Konten) -> str:
    count = f"{row.jumlah} " if row.jumlah > 1 or not row.judul else ""
    title = f" “{row.judul}”" if row.judul else ""
    return _flat(f"Mengunggah {count}{row.jenis}{title}{_where(row)}")


def _where(row: Konten) -> str:
    """The platforms; with their numbers where these differ."""
    if len({p.jumlah for p in row.postingan}) == 1:
        return f" di {of_konten.where(row)}"
    shown = daftar.called([p.platform for p in row.postingan], row.tanggal)
    names = [f"{name} ({p.jumlah})" for name, p in zip(shown, row.postingan, strict=True)]
    return f" di {indonesian.daftar(names)}" if names else ""


def _count(row: Konten) -> str:
    posts = sum(p.jumlah for p in row.postingan)
    return f"{row.jumlah or 1} konten" + (f", {posts} postingan" if posts > row.jumlah else "")


def _urls(row: Konten) -> tuple[str, ...]:
    return tuple(p.url for p in row.postingan if p.url)


def _day(when: Days) -> str:
    return indonesian.bulan(when.mulai) if when.sebulan else indonesian.span(when.mulai, when.selesai)


def _flat(text: str) -> str:
    return shortened(" ".join(text.split()), LONGEST)


def packed(lines: Iterable[str], most: int) -> Sequence[Sequence[str]]:
    """The lines in messages of at most `most`, each with at most ROOM letters."""
    packs: list[list[str]] = []
    for line in lines:
        if not packs or len(packs[-1]) == most or sum(map(len, packs[-1])) + len(line) > ROOM:
            packs.append([])
        packs[-1].append(line)
    return packs
