"""/lapor: one live card that fills up, from the first photo or word to Simpan."""

from handlers import catatan, formulir, grup, hitungan, kegiatan, konten, tebakan, tombol
from handlers.chat import Rejected, Says, Turn
from handlers.jawab import filled, opened, told
from handlers.kartu import card
from storage import drafts, photos
from storage import kegiatan as kegiatan_rows
from storage import konten as konten_rows
from storage.drafts import Draft


def lapor(turn: Turn) -> Says:
    if turn.incoming.chat.group:
        return grup.to_private(turn)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft:
        return opened(turn, draft, turn.text) if turn.text and _free(draft) else still_open(turn, draft)
    draft = _begin(turn)
    return opened(turn, draft, turn.text) if turn.text else [card(turn, draft)]


def still_open(turn: Turn, draft: Draft) -> Says:
    return [card(turn, draft, note="Laporan ini belum disimpan. Simpan atau Batal dulu.")]


def batal(turn: Turn) -> Says:
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft is None:
        raise Rejected("Tidak ada laporan yang sedang diisi.")
    return tombol.dropped(turn, draft)


def teks(turn: Turn) -> Says:
    """Free text in the private chat: an answer, a button's word, or a link that starts a konten."""
    draft, text = drafts.open_of(turn.session, turn.anggota), turn.incoming.text
    if draft is None:
        return _started(turn, text)
    run = tombol.WORDS.get(text.strip().casefold())
    return run(turn, draft) if run else told(turn, draft, text)


def _started(turn: Turn, text: str) -> Says:
    """Words without any command or card: a link, the groups' form or the words of a kegiatan start one."""
    if answers := konten.from_line(turn, text):
        return filled(turn, _begin(turn, "konten"), answers)
    if tally := hitungan.from_line(turn, text):
        return filled(turn, _begin(turn, hitungan.FORM.name), tally)
    if formulir.read(text).is_form or tebakan.is_kegiatan(text):
        return opened(turn, _begin(turn, "kegiatan"), text)
    raise Rejected("Belum ada laporan yang terbuka. Ketik /lapor, atau langsung kirim fotonya.")


def foto(turn: Turn) -> Says:
    """A photo at any moment: into the record whose album it belongs to, the open draft, or a new one."""
    earlier = photos.of_album(turn.session, turn.satker, turn.incoming.album)
    if earlier and (earlier.kegiatan_id or earlier.konten_id):
        return _late(turn, earlier)
    draft = drafts.open_of(turn.session, turn.anggota) or _begin(turn, "kegiatan")
    photos.attach(turn.session, draft, _row(turn))
    draft.diubah_at = turn.now
    if not turn.incoming.text:
        return [card(turn, draft)]
    return opened(turn, draft, turn.incoming.text) if _free(draft) else [card(turn, draft)]


def _begin(turn: Turn, macam: str = "") -> Draft:
    return drafts.begin(turn.session, turn.anggota, turn.now, macam, tanggal=kegiatan.on(turn.today))


def _free(draft: Draft) -> bool:
    """Whether nobody has named the thing yet, so that a caption can."""
    return not draft.answers.get("nama") and not draft.answers.get("judul")


def _row(turn: Turn) -> photos.Foto:
    taken = turn.incoming.foto
    if taken is None:
        raise LookupError
    row = photos.Foto(sha256=taken.sha256, lebar=taken.lebar, tinggi=taken.tinggi, uid=taken.uid)
    row.album, row.caption, row.diterima_at = turn.incoming.album, turn.incoming.text, turn.now
    return row


def _late(turn: Turn, earlier: photos.Foto) -> Says:
    row = (
        kegiatan_rows.by_id(turn.session, turn.satker, earlier.kegiatan_id)
        if earlier.kegiatan_id
        else konten_rows.by_id(turn.session, turn.satker, earlier.konten_id or 0)
    )
    if row is None or row.pelapor_id != turn.anggota.id:
        raise Rejected("Foto ini menyusul laporan yang bukan milik Anda.")
    photos.attach(turn.session, row, _row(turn))
    return [catatan.receipt(turn, row)]
