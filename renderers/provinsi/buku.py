"""The roll-up of a province as a workbook: a sheet for each question, with every office in it."""

from collections.abc import Iterator

from renderers.excel import ekspor
from renderers.excel.ekspor import Column, Ekspor, Line, Table
from renderers.indonesian import bulan
from renderers.kantor import MEASURES
from renderers.provinsi import hitung
from renderers.provinsi.kiriman import Kiriman
from renderers.provinsi.recap import BERKAS, Baris, RekapSatker

NAME, DAY = Column("Satker", 34), 13
COUNTED = tuple(Column(name.capitalize(), 12) for name in MEASURES)
ALL, WHOLE = "Semua satker", "Semua bulan"
MEANING = {"Jumlah": hitung.total, "Rata-rata per bulan yang dilaporkan": hitung.each_month}


def draw(recap: RekapSatker) -> bytes:
    """The workbook as the bytes of an .xlsx file."""
    return ekspor.draw(book(recap))


def book(recap: RekapSatker) -> Ekspor:
    tables = (
        _satker(recap),
        _angka(recap),
        _bulanan(recap),
        _matriks(recap),
        _platform(recap),
        _peringkat(recap),
        _pengikut(recap),
        _told("Masalah", recap, hitung.masalah(recap)),
        _told("Saran", recap, hitung.saran(recap)),
        _lampiran(recap),
        _tautan(recap),
    )
    title = f"Rekap Satker {recap.provinsi} {recap.judul}"
    return Ekspor(title, recap.tanggal, tuple(one for one in tables if one.rows), cetak=True)


def _satker(recap: RekapSatker) -> Table:
    """Who has sent what, and when."""
    columns = (
        NAME, Column("Kode", 8), Column("Laporan", 10), Column("Asal", 32), Column("Versi", 8),
        Column("Dibuat", DAY, tanggal=True), Column("Nomor surat", 26), Column("Tanggal surat", DAY + 2, tanggal=True),
        Column("Data sampai", DAY, tanggal=True),
    )  # fmt: skip
    return Table("Satker", columns, tuple(_office(recap, one) for one in recap.satker))


def _office(recap: RekapSatker, row: Baris) -> Line:
    head = row.nama, row.kode, "sudah" if row.jalan else "belum", _from(row)
    one = row.kiriman
    if one is None:
        return *head, *[None] * 5
    letter = one.tanggal_surat.isoformat() if one.tanggal_surat else None
    return *head, one.versi, recap.made_on(one).isoformat(), one.nomor_surat, letter, one.batas.isoformat()


def _angka(recap: RekapSatker) -> Table:
    columns = (
        NAME, *COUNTED, Column("Bulan dilaporkan", 17), Column("Dicatat pada harinya (%)", 24), Column("Pekan", 8),
        Column("Pekan tanpa konten", 20), Column("Pekan yang kosong", 44),
    )  # fmt: skip
    empty = sum(one.nasional.kosong for _, one in recap.dihitung)
    sums = ALL, *hitung.sums(recap), None, hitung.prompt(recap), None, empty, None
    rows = (_counted(row.nama, one) for row, one in recap.dihitung)
    return Table("Angka", columns, (*rows, sums) if recap.dihitung else ())


def _counted(nama: str, one: Kiriman) -> Line:
    told, counted = one.nasional, (hitung.total(one, name) for name in MEASURES)
    return nama, *counted, hitung.reported(one), hitung.same_day(one), told.pekan, told.kosong, told.mana


def _from(row: Baris) -> str | None:
    if row.jalan == BERKAS:
        return f"berkas dari {row.pengirim}" if row.pengirim else "berkas"
    return ("bot ini" if row.kiriman else "bot ini, versi lama tanpa angka") if row.jalan else None


def _bulanan(recap: RekapSatker) -> Table:
    rows: list[Line] = [
        (row.nama, bulan(month), *(hitung.in_month(one, month, name) for name in MEASURES))
        for row, one in recap.dihitung
        for month in recap.bulan
    ]
    rows += [(ALL, bulan(month), *hitung.sums(recap, month)) for month in recap.bulan]
    return Table("Bulanan", (NAME, Column("Bulan", 16), *COUNTED), tuple(rows))


def _matriks(recap: RekapSatker) -> Table:
    """Postingan of all offices, by the lists of the country."""
    jenis, platform = hitung.rows(recap)
    columns = Column("Bulan", 16), Column("Jenis konten", 30), *(Column(name, 10) for _, name in platform)
    rows: list[Line] = []
    for month in (*recap.bulan, None):
        cells = hitung.cells((one for _, one in recap.dihitung), month)
        for kind in jenis:
            line = [cells.get((kind, where), 0) for where, _ in platform]
            rows.append((bulan(month) if month else WHOLE, kind, *line, sum(line)))
    return Table("Matriks", (*columns, Column("Jumlah", 10)), tuple(rows) if recap.dihitung else ())


def _platform(recap: RekapSatker) -> Table:
    """Postingan of each office by platform."""
    _, platform = hitung.rows(recap)
    rows: list[Line] = []
    for row, one in recap.dihitung:
        cells = hitung.cells([one])
        line = [sum(n for (_, there), n in cells.items() if there == where) for where, _ in platform]
        rows.append((row.nama, *line, sum(line)))
    columns = NAME, *(Column(name, 10) for _, name in platform), Column("Jumlah", 10)
    return Table("Platform", columns, tuple(rows))


def _peringkat(recap: RekapSatker) -> Table:
    columns = Column("Ukuran", 14), Column("Hitungan", 34), NAME, Column("Peringkat", 10), Column("Nilai", 10)
    return Table("Peringkat", columns, tuple(_places(recap)))


def _places(recap: RekapSatker) -> Iterator[Line]:
    for name in MEASURES:
        for meaning, value in MEANING.items():
            for place in hitung.top(recap, lambda one, name=name, value=value: value(one, name)):  # type: ignore[misc]
                yield name.capitalize(), meaning, place.nama, place.tempat, place.nilai


def _pengikut(recap: RekapSatker) -> Table:
    names = dict(recap.platform)
    rows = ((nama, names.get(where, where), akun, n) for nama, where, akun, n in hitung.followers(recap))
    return Table("Pengikut", (NAME, Column("Platform", 12), Column("Akun", 34), Column("Pengikut", 12)), tuple(rows))


def _told(name: str, recap: RekapSatker, told: list[hitung.Told]) -> Table:
    every = Column(name, 44), Column("Jumlah satker", 14), Column("Nama satker", 44), Column("Uraian", 60)
    known = len(recap.dihitung)
    rows = (
        (one.judul, len(one.satker), ALL if len(one.satker) == known > 1 else ", ".join(one.satker), _texts(one))
        for one in told
    )
    wide = len(every) if name == "Masalah" else len(every) - 1
    return Table(name, every[:wide], tuple(row[:wide] for row in rows))


def _texts(one: hitung.Told) -> str:
    return "\n".join(one.uraian if len(one.uraian) == 1 else (f"• {text}" for text in one.uraian))


def _lampiran(recap: RekapSatker) -> Table:
    columns = (
        NAME, Column("Nomor surat", 26), Column("Lampiran surat", 20), Column("Kegiatan berfoto", 18),
        Column("Foto", 8), Column("Kolase pekanan", 16), Column("Tautan", 10),
    )  # fmt: skip
    return Table("Lampiran", columns, tuple(_annexes(row.nama, one) for row, one in recap.dihitung))


def _annexes(nama: str, one: Kiriman) -> Line:
    return nama, one.nomor_surat, one.lampiran, one.berfoto, one.foto, one.kolase, len(one.tautan)


def _tautan(recap: RekapSatker) -> Table:
    columns = (
        NAME, Column("Tanggal", 15, tanggal=True), Column("Jenis konten", 28), Column("Judul", 44),
        Column("Platform", 12), Column("Tautan", 60),
    )  # fmt: skip
    return Table("Tautan", columns, tuple((row.nama, *link) for row, one in recap.dihitung for link in one.tautan))
