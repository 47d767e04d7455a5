"""After a kegiatan one row, "Foto Berita? 0 1 2 3": how many of its photos were published as Foto Berita."""

from handlers import catatan
from handlers.catatan import FOTO_BERITA, MOST
from handlers.chat import Rejected, Says, Turn
from storage import audit
from storage import konten as rows
from storage.kegiatan import Kegiatan
from storage.konten import Konten
from storage.satker import next_nomor


def press(turn: Turn) -> Says:
    """f:<nomor of the kegiatan>:<how many>; pressing again changes the number, 0 takes it back."""
    _, nomor, count = turn.incoming.press.split(":")
    kegiatan, n = catatan.living(turn, int(nomor)), int(count)
    if not isinstance(kegiatan, Kegiatan) or not 0 <= n <= MOST:
        raise Rejected("Tombol ini sudah tidak berlaku.")
    row = rows.of_kegiatan(turn.session, turn.satker, kegiatan.id, FOTO_BERITA)
    if row is None and n:
        row = _new(turn, kegiatan)
    if row:
        _set(turn, row, n)
    return [catatan.receipt(turn, kegiatan)]


def _new(turn: Turn, kegiatan: Kegiatan) -> Konten:
    row = Konten(satker_id=turn.satker.id, nomor=next_nomor(turn.session, turn.satker), jenis=FOTO_BERITA)
    row.judul, row.tanggal, row.kegiatan_id = kegiatan.nama, kegiatan.mulai, kegiatan.id
    row.pelapor_id, row.dibuat_at = turn.anggota.id, turn.now
    turn.session.add(row)
    return row


def _set(turn: Turn, row: Konten, n: int) -> None:
    before = {"jumlah": 0 if row.dihapus_at else row.jumlah}
    row.dihapus_at = None if n else turn.now
    if n:
        rows.place(row, dict.fromkeys(turn.satker.platform_bawaan or rows.PLATFORM[:1], n))
    turn.session.flush()
    audit.note(turn.session, turn.anggota, turn.now, "konten", row.nomor, "foto berita", before, {"jumlah": n})
