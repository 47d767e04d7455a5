"""After a kegiatan one row, "Foto Berita? 0 1 2 3": how many of its photos were published as Foto Berita."""

from handlers.catatan import ownership, receipt
from handlers.catatan.foto_berita import put
from handlers.catatan.receipt import MOST
from handlers.catatan.seen import FOTO_BERITA
from handlers.chat.door import Stale
from handlers.chat.messages import Says, Turn
from handlers.lapor.doors import FotoBerita
from storage.catatan import konten as rows
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.kantor.satker import next_nomor


def count(turn: Turn, door: FotoBerita) -> Says:
    """Pressing again changes the number."""
    # Two people may press at once: whoever comes second has to see what the first one made.
    turn.session.refresh(turn.satker, with_for_update=True)
    n = door.count
    kegiatan = ownership.living(turn, door.nomor) if n else ownership.find(turn, door.nomor)
    if not isinstance(kegiatan, Kegiatan) or n > MOST:
        raise Stale
    row = rows.of_kegiatan(turn, kegiatan.id, FOTO_BERITA)
    if row is None and n:
        row = _new(turn, kegiatan)
    if row:
        put(turn, row, n)
    return [receipt.shown(turn, kegiatan)]


def _new(turn: Turn, kegiatan: Kegiatan) -> Konten:
    row = Konten(satker_id=turn.satker.id, nomor=next_nomor(turn), jenis=FOTO_BERITA)
    row.judul, row.tanggal, row.kegiatan_id = kegiatan.nama, kegiatan.mulai, kegiatan.id
    row.pelapor_id, row.dibuat_at = turn.anggota.id, turn.now
    turn.session.add(row)
    return row
