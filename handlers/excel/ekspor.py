"""/ekspor: everything of the satker as a workbook, drawn after the transaction."""

from datetime import date

from handlers.catatan.kegiatan import FORM, SEKTOR
from handlers.chat import drawn
from handlers.chat.messages import Rejected, Says, Turn
from handlers.reading.dates.periods import next_month
from handlers.reading.links import WEBSITE
from renderers import indonesian
from renderers.excel.ekspor import Column, Ekspor, Table
from storage.catatan import konten as rows
from storage.catatan.kegiatan import TEXTS, Kegiatan
from storage.catatan.konten import JENIS, PLATFORM, Konten, Koreksi
from storage.history import everything
from storage.kantor import audit

PLACES = (*PLATFORM, WEBSITE)
NUMBERS = tuple(Column(name, 10) for name in PLATFORM)
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
KONTEN = (
    Column("Nomor", 9),
    Column("Jenis", 26),
    Column("Judul", 44),
    Column("Tanggal", 15, tanggal=True),
    Column("Informasi kepemiluan", 22),
    *NUMBERS,
    Column(WEBSITE, 10),
    Column("Tautan", 50),
    Column("Perkiraan", 11),
    Column("Pelapor", 26),
)
MATRIKS = (Column("Bulan", 17), Column("Jenis", 28), *NUMBERS, Column("Dikoreksi", 26), Column("Alasan", 44))


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
    held, shown = everything.kegiatan(turn), everything.konten(turn)
    tables = (
        Table("Kegiatan", KEGIATAN, tuple(_kegiatan(row, names, fotos) for row in held)),
        Table("Konten", KONTEN, tuple(_konten(row, names) for row in shown)),
        Table("Matriks", MATRIKS, tuple(_matriks(turn, [row.tanggal for row in shown]))),
    )
    return Ekspor(f"Data Bakohumas {turn.satker.nama}", turn.today, tables)


def _kegiatan(
    row: Kegiatan, names: dict[int | None, str], fotos: dict[int | None, int]
) -> tuple[str | int | None, ...]:
    texts = *(getattr(row, q.name) for q in FORM.questions if q.name in TEXTS), names.get(row.pelapor_id)
    days = row.mulai.isoformat(), row.selesai.isoformat()
    return row.nomor, row.nama, *days, dict(SEKTOR).get(row.sektor), *texts, fotos.get(row.id, 0)


def _konten(row: Konten, names: dict[int | None, str]) -> tuple[str | int | None, ...]:
    numbers = {p.platform: p.jumlah for p in row.postingan}
    when = indonesian.bulan(row.tanggal) if row.sebulan else row.tanggal.isoformat()
    links = "\n".join(p.url for p in row.postingan if p.url)
    facts = row.nomor, row.jenis, row.judul, when, _yes(row.informasi)
    return *facts, *(numbers.get(p) for p in PLACES), links, _yes(row.perkiraan), names.get(row.pelapor_id)


def _yes(fact: bool) -> str:
    return "Ya" if fact else "Tidak"


def _matriks(turn: Turn, days: list[date]) -> list[tuple[str | int | None, ...]]:
    """The months in which anything is recorded or corrected, jenis by jenis."""
    fixed = everything.koreksi(turn)
    months = sorted({day.replace(day=1) for day in days} | {k.bulan for k in fixed})
    found: list[tuple[str | int | None, ...]] = []
    for bulan in months:
        cells = rows.matriks(turn, bulan, next_month(bulan))
        for jenis in JENIS:
            here = [k for k in fixed if (k.bulan, k.jenis) == (bulan, jenis)]
            numbers = (cells.get((jenis, p)) for p in PLATFORM)
            found.append((indonesian.bulan(bulan), jenis, *numbers, *_corrected(here)))
    return found


def _corrected(here: list[Koreksi]) -> tuple[str, str]:
    reasons = [f"{k.platform}: {k.alasan}" for k in here if k.alasan]
    return ", ".join(k.platform for k in here), "\n".join(reasons)
