"""/ekspor: everything of the satker as a workbook, drawn after the transaction."""

from collections.abc import Sequence
from datetime import date

from handlers.catatan.kegiatan import FORM, show_sektor
from handlers.chat import drawn
from handlers.chat.messages import Rejected, Says, Turn
from handlers.reading.dates.periods import next_month
from handlers.reading.links import WEBSITE
from renderers import indonesian
from renderers.excel.ekspor import Column, Ekspor, Table
from storage.catatan import konten as rows
from storage.catatan.kegiatan import TEXTS, Kegiatan
from storage.catatan.konten import Konten, Koreksi
from storage.history import everything
from storage.kantor import akun, audit, daftar
from storage.kantor.satker import Here
from storage.nasional import platform

WIDTHS = {"instansi": 32, "keterangan": 44, "tempat": 24, "waktu": 16, "peserta": 32}
KEGIATAN = (
    Column("Nomor", 9),
    Column("Nama", 44),
    Column("Mulai", 13, tanggal=True),
    Column("Selesai", 13, tanggal=True),
    Column("Mitra", 16),
    *(Column(q.label, WIDTHS.get(q.name, 28)) for q in FORM.questions if q.name in TEXTS),
    Column("Pelapor", 26),
    Column("Foto", 7),
)
BEFORE = (
    Column("Nomor", 9),
    Column("Jenis", 26),
    Column("Judul", 44),
    Column("Tanggal", 15, tanggal=True),
    Column("Informasi kepemiluan", 22),
)
BEHIND = (
    Column(WEBSITE, 10),
    Column("Tautan", 50),
    Column("Perkiraan", 11),
    Column("Pelapor", 26),
)


def places(here: Here) -> list[str]:
    """The platforms that have a column: those of all accounts, and those of all that is recorded."""
    return _places(here, everything.konten(here), everything.koreksi(here))


def _places(here: Here, posted: Sequence[Konten], fixed: Sequence[Koreksi]) -> list[str]:
    told = [p.platform for row in posted for p in row.postingan]
    told += [one.platform for one in akun.every(here)] + [k.platform for k in fixed]
    return [one for one in platform.in_order(told) if one != WEBSITE] or [*platform.usual()]


def of_konten(columns: Sequence[str]) -> tuple[Column, ...]:
    """The columns of the sheet Konten; `columns`: the keys of platforms, which are heads that never change."""
    return (*BEFORE, *_numbers(columns), *BEHIND)


def _numbers(columns: Sequence[str]) -> tuple[Column, ...]:
    return tuple(Column(name, 10) for name in columns)


def ekspor(turn: Turn) -> Says:
    book = gather(turn)
    if not any(table.rows for table in book.tables):
        raise Rejected("Belum ada yang tercatat, jadi belum ada yang dapat diekspor.")
    counts = {table.nama: len(table.rows) for table in book.tables}
    audit.note(turn.session, turn.anggota, turn.now, "satker", turn.satker.id, "ekspor", after=counts)
    text = f"{counts['Kegiatan']} kegiatan dan {counts['Konten']} catatan konten, {indonesian.tanggal(turn.today)}."
    return drawn.asked(turn, "ekspor", book, title=f"Data Bakohumas {turn.satker.nama}", text=text)


def gather(turn: Turn) -> Ekspor:
    names, fotos = everything.names(turn), everything.fotos(turn)
    held, shown, fixed = everything.kegiatan(turn), everything.konten(turn), everything.koreksi(turn)
    columns = _places(turn, shown, fixed)
    matriks = (Column("Bulan", 17), Column("Jenis", 28), *_numbers(columns))
    matriks += (Column("Dikoreksi", 26), Column("Alasan", 44))
    tables = (
        Table("Kegiatan", KEGIATAN, tuple(_kegiatan(row, names, fotos) for row in held)),
        Table("Konten", of_konten(columns), tuple(_konten(row, names, columns) for row in shown)),
        Table("Matriks", matriks, tuple(_matriks(turn, [row.tanggal for row in shown], fixed, columns))),
    )
    return Ekspor(f"Data Bakohumas {turn.satker.nama}", turn.today, tables)


def _kegiatan(
    row: Kegiatan, names: dict[int | None, str], fotos: dict[int | None, int]
) -> tuple[str | int | None, ...]:
    texts = *(getattr(row, q.name) for q in FORM.questions if q.name in TEXTS), names.get(row.pelapor_id)
    days = row.mulai.isoformat(), row.selesai.isoformat()
    return row.nomor, row.nama, *days, show_sektor(row.sektor) or None, *texts, fotos.get(row.id, 0)


def _konten(row: Konten, names: dict[int | None, str], columns: Sequence[str]) -> tuple[str | int | None, ...]:
    numbers = {p.platform: p.jumlah for p in row.postingan}
    when = indonesian.bulan(row.tanggal) if row.sebulan else row.tanggal.isoformat()
    links = "\n".join(p.url for p in row.postingan if p.url)
    facts = row.nomor, row.jenis, row.judul, when, _yes(row.informasi)
    return *facts, *(numbers.get(p) for p in (*columns, WEBSITE)), links, _yes(row.perkiraan), names.get(row.pelapor_id)


def _yes(fact: bool) -> str:
    return "Ya" if fact else "Tidak"


def _matriks(
    turn: Turn, days: list[date], fixed: Sequence[Koreksi], columns: Sequence[str]
) -> list[tuple[str | int | None, ...]]:
    """The months in which anything is recorded or corrected, jenis by jenis."""
    months = sorted({day.replace(day=1) for day in days} | {k.bulan for k in fixed})
    found: list[tuple[str | int | None, ...]] = []
    for bulan in months:
        cells = rows.matriks(turn, bulan, next_month(bulan))
        for jenis in daftar.jenis(turn.satker):
            here = [k for k in fixed if (k.bulan, k.jenis) == (bulan, jenis)]
            numbers = (cells.get((jenis, p)) for p in columns)
            found.append((indonesian.bulan(bulan), jenis, *numbers, *_corrected(here)))
    return found


def _corrected(here: list[Koreksi]) -> tuple[str, str]:
    reasons = [f"{k.platform}: {k.alasan}" for k in here if k.alasan]
    return ", ".join(k.platform for k in here), "\n".join(reasons)
