"""The Foto Berita that belong to a kegiatan: one counted konten, which follows it."""

from datetime import date

from handlers.catatan.kinds import kind_of
from handlers.catatan.seen import FOTO_BERITA
from handlers.chat.messages import Turn
from storage.catatan import konten as rows
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.kantor import audit


def put(turn: Turn, row: Konten, n: int) -> None:
    before = {"jumlah": 0 if row.dihapus_at else row.jumlah}
    row.dihapus_at = None if n else row.dihapus_at or turn.now
    if n:
        placed = [p.platform for p in row.postingan] or turn.satker.platform_bawaan or rows.PLATFORM[:1]
        rows.place(row, dict.fromkeys(placed, n))
    turn.session.flush()
    audit.note(turn.session, turn.anggota, turn.now, "konten", row.nomor, "foto berita", before, {"jumlah": n})


def follow(turn: Turn, kegiatan: Kegiatan, nama: str, mulai: date) -> None:
    """The kegiatan was called and dated so before; what was corrected on the konten itself stays."""
    row = rows.of_kegiatan(turn, kegiatan.id, FOTO_BERITA)
    if row is None or (nama, mulai) == (kegiatan.nama, kegiatan.mulai):
        return
    before = kind_of(row).answers_of(row)
    row.judul = kegiatan.nama if row.judul == nama else row.judul
    row.tanggal = kegiatan.mulai if row.tanggal == mulai else row.tanggal
    after = kind_of(row).answers_of(row)
    if after != before:
        audit.note(turn.session, turn.anggota, turn.now, "konten", row.nomor, "ubah", before, after)
