"""The sheet of a report's workbook that the bot of the province reads, with the sum by which it knows the file."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from renderers.excel.ekspor import LONGEST, Column, Line, Table
from renderers.kantor import MEASURES
from renderers.provinsi.kiriman import Kiriman

NAMA, FORMAT = "Provinsi", 1
COLUMNS = (Column("Hal", 26), Column("Bulan", 11), Column("Jenis", 30), Column("Platform", 14), Column("Nilai", 60))
KETERANGAN = "Lembar ini dibaca bot KPU provinsi. Jangan ubah berkas ini: berkas yang diubah ditolak."
# The rows by their first cell; those of one word stand once.
VERSI_LEMBAR, KODE, SATKER, PERIODE, VERSI = "Format", "Kode satker", "Satker", "Periode", "Versi"
DIBUAT, BATAS, NOMOR, TANGGAL, LAMPIRAN = "Dibuat", "Data sampai", "Nomor surat", "Tanggal surat", "Lampiran surat"
TERCATAT, SEHARI, PEKAN = "Kegiatan dicatat", "Dicatat pada harinya", "Pekan"
KOSONG, MANA = "Pekan tanpa konten", "Pekan yang kosong"
BERFOTO, FOTO, KOLASE = "Kegiatan berfoto", "Foto kegiatan", "Kolase pekanan"
BULANAN = ("Kegiatan", "Koordinasi", "Konten", "Postingan", "Publikasi")
POSTINGAN, PENGIKUT, MASALAH, SARAN = "Postingan per jenis", "Pengikut", "Masalah", "Saran"
PEMERIKSAAN = "Pemeriksaan"


def stamped(tables: Sequence[Table], kiriman: Kiriman) -> tuple[Table, ...]:
    """The sheets of a report, and behind them the one for the province."""
    lines = tuple(_lines(kiriman))
    bare = Table(NAMA, COLUMNS, lines)
    found = digest((table.nama, [[one.nama for one in table.columns], *table.rows]) for table in (*tables, bare))
    return *tables, Table(NAMA, COLUMNS, (*lines, _line(PEMERIKSAAN, found)))


def digest(sheets: Iterable[tuple[str, Iterable[Sequence[object]]]]) -> str:
    """The sum over all that stands in the sheets but the sum itself; spaces, empty cells at the end and the order of
    sheets are none of it, for spreadsheet programs change them by themselves."""
    told = hashlib.sha256()
    for name, rows in sorted(sheets, key=lambda sheet: sheet[0]):
        told.update(f"\x1d{name}".encode())
        for row in rows:
            cells = list(map(_plain, row))
            while cells and not cells[-1]:
                cells.pop()
            if cells and not (name == NAMA and cells[0] == PEMERIKSAAN):
                told.update(("\x1e" + "\x1f".join(cells)).encode())
    return told.hexdigest()[:16]


def _plain(value: object) -> str:
    return "" if value is None else " ".join(str(value)[:LONGEST].split())


def _line(hal: str, nilai: str | int | None, bulan: str = "", jenis: str = "", platform: str = "") -> Line:
    return hal, bulan, jenis, platform, nilai


def _lines(one: Kiriman) -> Iterator[Line]:
    yield _line("Keterangan", KETERANGAN)
    yield _line(VERSI_LEMBAR, FORMAT)
    yield from _head(one)
    for month in one.nasional.bulan:
        for name, measure in zip(BULANAN, MEASURES, strict=True):
            yield _line(name, getattr(month, measure), f"{month.bulan:%Y-%m}")
    for bulan, jenis, platform, n in one.nasional.postingan:
        yield _line(POSTINGAN, n, f"{bulan:%Y-%m}", jenis, platform)
    for platform, nama, n in one.nasional.pengikut:
        yield _line(PENGIKUT, n, "", nama, platform)
    for judul, isi in one.masalah:
        yield _line(MASALAH, isi, "", judul)
    for isi in one.saran:
        yield _line(SARAN, isi)


def _head(one: Kiriman) -> Iterator[Line]:
    told = one.nasional
    facts: tuple[tuple[str, str | int | None], ...] = (
        (KODE, told.kode), (SATKER, one.nama), (PERIODE, told.periode), (VERSI, one.versi), (DIBUAT, one.dibuat),
        (BATAS, one.batas.isoformat()), (NOMOR, one.nomor_surat),
        (TANGGAL, one.tanggal_surat.isoformat() if one.tanggal_surat else ""), (LAMPIRAN, one.lampiran),
        (TERCATAT, told.tercatat), (SEHARI, told.sehari), (PEKAN, told.pekan), (KOSONG, told.kosong),
        (MANA, told.mana), (BERFOTO, one.berfoto), (FOTO, one.foto), (KOLASE, one.kolase),
    )  # fmt: skip
    yield from (_line(name, value) for name, value in facts)
