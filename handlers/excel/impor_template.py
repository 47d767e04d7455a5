"""The empty workbook that /impor takes back: an office that was counted by hand for years types its records into it."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from handlers.catatan.kegiatan import MITRA
from handlers.chat import drawn
from handlers.chat.messages import Act, Turn
from handlers.excel import ekspor
from handlers.excel.impor_columns import sheets as read_sheets
from renderers.excel.ekspor import Column
from renderers.excel.impor_template import Field, Sheet, Templat
from storage.kantor import daftar
from storage.kantor.satker import Here

RENDERER = "impor"
GUIDE = (
    "1. Isi lembar Kegiatan dan lembar Konten, satu baris satu catatan. Lembar Contoh memperlihatkan caranya.",
    "2. Kolom Nomor dibiarkan kosong: nomornya diberikan oleh bot.",
    "3. Tanggal ditulis seperti biasa: 17 Juni 2021, 17/6/2021 atau 17-06-21. Hari ditulis sebelum bulan.",
    "4. Konten yang tidak dirinci cukup satu baris: tanpa judul, tanggalnya bulan, dan jumlahnya di kolom platform.",
    "5. Nama lembar dan judul kolom jangan diubah; urutan kolom boleh.",
    "6. Kirim berkasnya ke bot. Isinya diperiksa dan ditunjukkan dahulu; baru disimpan bila Anda menekan Simpan.",
)
HINTS = {
    "Nomor": "Biarkan kosong: nomornya diberikan oleh bot.",
    "Nama": "Nama kegiatan, misalnya Rapat Pleno Rutin.",
    "Mulai": "Hari pertama, misalnya 17 Juni 2021.",
    "Selesai": "Hari terakhir; kosong bila hanya sehari.",
    "Mitra": "Kosong berarti Internal.",
    "Instansi": "Lembaga mitranya, misalnya Dinas Pendidikan.",
    "Uraian": "Jenis koordinasinya, misalnya Rapat Koordinasi.",
    "Keterangan": "Hal yang dibahas.",
    "Waktu": "Jamnya, misalnya 09.00 atau 09.00–11.00.",
    "Peserta": "Siapa yang hadir, atau berapa orang.",
    "Judul": "Kosong bila baris ini hanya jumlah sebulan.",
    "Tanggal": "Harinya, misalnya 17 Juni 2021, atau bulannya saja: Juni 2021.",
    "Informasi kepemiluan": "Ya bila memuat informasi kepemiluan.",
    "Tautan": "Boleh kosong; beberapa tautan dipisahkan dengan spasi.",
}
NUMBER = "Berapa postingan di platform ini; kosong bila tidak ada."
EXAMPLES: dict[str, tuple[dict[str, str], ...]] = {
    "Kegiatan": (
        {
            "Nama": "Rapat Koordinasi Daftar Pemilih",
            "Mulai": "17 Juni 2021",
            "Mitra": "Pemerintah",
            "Instansi": "Dinas Kependudukan dan Pencatatan Sipil",
            "Uraian": "Rapat Koordinasi",
            "Keterangan": "Pemutakhiran data pemilih",
            "Tempat": "Aula KPU",
            "Waktu": "09.00–11.00",
            "Peserta": "25 orang",
        },
        {"Nama": "Pelatihan Kehumasan", "Mulai": "21/6/2021", "Selesai": "23/6/2021", "Mitra": "Internal"},
    ),
    "Konten": (
        {
            "Jenis": "Infografik",
            "Judul": "Cara mengecek nama dalam daftar pemilih",
            "Tanggal": "18 Juni 2021",
            "Informasi kepemiluan": "Ya",
            "IG": "1",
            "FB": "1",
        },
        {"Jenis": "Foto Berita", "Tanggal": "Juni 2021", "IG": "12", "Twitter": "10", "FB": "12"},
    ),
}


def sent(turn: Turn) -> Sequence[Act]:
    judul = f"Templat catatan {turn.satker.nama}"
    figures = Templat(judul, GUIDE, tuple(sheets(turn)))
    text = "Isi satu baris satu catatan, lalu kirim berkasnya ke sini. Caranya ada di lembar Petunjuk dan Contoh."
    return drawn.asked(turn, RENDERER, figures, title=judul, text=text)


def sheets(here: Here) -> Iterator[Sheet]:
    """The columns of /ekspor that are read back; the others come from counting."""
    places, chosen = ekspor.places(here), _choices(here)
    for nama, known in (("Kegiatan", ekspor.KEGIATAN), ("Konten", ekspor.of_konten(places))):
        read = {"Nomor", *(column for one in read_sheets(here, places)[nama] for column in one.columns)}
        columns = tuple(_column(one, chosen, places) for one in known if one.nama in read)
        rows = tuple(tuple(row.get(one.nama, "") for one in columns) for row in EXAMPLES[nama])
        yield Sheet(nama, columns, rows)


def _choices(here: Here) -> dict[str, tuple[str, ...]]:
    mitra = (*(label for _, label in MITRA), *here.satker.sektor_sendiri)
    return {"Mitra": mitra, "Jenis": daftar.jenis(here.satker), "Informasi kepemiluan": ("Ya", "Tidak")}


def _column(one: Column, chosen: Mapping[str, tuple[str, ...]], places: Collection[str]) -> Field:
    name, counted = one.nama, one.nama in places
    hint = NUMBER if counted else HINTS.get(name, "")
    return Field(name, one.width, hint, chosen.get(name, ()), digits=counted)
