"""The Foto Berita of a kegiatan: one counted konten, whose number a row of buttons sets, and which takes name and day
from its kegiatan."""

from dataclasses import replace
from datetime import date

from handlers.catatan import elsewhere, receipt, records
from handlers.catatan.receipt import MOST
from handlers.catatan.records import Catatan, kind_of
from handlers.catatan.seen import FOTO_BERITA, seen
from handlers.chat.door import Stale
from handlers.chat.messages import Says, Turn
from handlers.lapor.doors import AskFotoBerita, FotoBerita, SkipFotoBerita
from storage.catatan import konten as rows
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.kantor import audit
from storage.kantor.satker import next_nomor
from storage.nasional import platform


def put(turn: Turn, row: Konten, n: int) -> None:
    before = {"jumlah": 0 if row.dihapus_at else row.jumlah}
    row.dihapus_at = None if n else row.dihapus_at or turn.now
    if n:
        placed = [p.platform for p in row.postingan] or turn.satker.platform_bawaan or list(platform.usual()[:1])
        rows.place(row, dict.fromkeys(placed, n))
    turn.session.flush()
    audit.note(turn.session, turn.anggota, turn.now, "konten", row.nomor, "foto berita", before, {"jumlah": n})


def follow(turn: Turn, kegiatan: Kegiatan, nama: str, mulai: date) -> None:
    """Give the konten the new name and day of its kegiatan, except where the konten itself was corrected. `nama`,
    `mulai`: those of the kegiatan before."""
    row = rows.of_kegiatan(turn, kegiatan.id, FOTO_BERITA)
    if row is None or (nama, mulai) == (kegiatan.nama, kegiatan.mulai):
        return
    before = kind_of(row).answers_of(row)
    row.judul = kegiatan.nama if row.judul == nama else row.judul
    row.tanggal = kegiatan.mulai if row.tanggal == mulai else row.tanggal
    after = kind_of(row).answers_of(row)
    if after != before:
        audit.note(turn.session, turn.anggota, turn.now, "konten", row.nomor, "ubah", before, after)


def count(turn: Turn, door: FotoBerita) -> Says:
    """Set the number of Foto Berita of a kegiatan, which answers the question for it; a later press changes it."""
    # Two people may press at once: the lock lets the second one see the konten of the first.
    turn.session.refresh(turn.satker, with_for_update=True)
    n = door.count
    kegiatan = _kegiatan(records.living(turn, door.nomor) if n else records.find(turn, door.nomor))
    if n > MOST:
        raise Stale
    row = rows.of_kegiatan(turn, kegiatan.id, FOTO_BERITA)
    if row is None and n:
        row = _new(turn, kegiatan)
    if row:
        put(turn, row, n)
    return _answered(turn, kegiatan)


def skip(turn: Turn, door: SkipFotoBerita) -> Says:
    """Never ask again by itself; the number stays as it is."""
    return _answered(turn, _kegiatan(records.living(turn, door.nomor)))


def ask(turn: Turn, door: AskFotoBerita) -> Says:
    """Ask once more, whatever was answered."""
    one = seen(turn, _kegiatan(records.living(turn, door.nomor)))
    return [receipt.of(turn, replace(one, asks=True))]


def _kegiatan(row: Catatan) -> Kegiatan:
    if not isinstance(row, Kegiatan):
        raise Stale
    return row


def _answered(turn: Turn, kegiatan: Kegiatan) -> Says:
    kegiatan.terjawab = True
    turn.session.flush()
    return [receipt.shown(turn, kegiatan), *elsewhere.renewals(turn, kegiatan)]


def _new(turn: Turn, kegiatan: Kegiatan) -> Konten:
    row = Konten(satker_id=turn.satker.id, nomor=next_nomor(turn), jenis=FOTO_BERITA)
    row.judul, row.tanggal, row.kegiatan_id = kegiatan.nama, kegiatan.mulai, kegiatan.id
    row.pelapor_id, row.dibuat_at = turn.anggota.id, turn.now
    turn.session.add(row)
    return row
