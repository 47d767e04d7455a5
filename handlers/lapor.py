"""/lapor: one live card that fills up, from the first photo or word to Simpan."""

from collections.abc import Callable

from handlers import catatan, grup, kartu, kegiatan, konten
from handlers.chat import Outgoing, Rejected, Says, Turn
from handlers.forms import Answers, Question, read, switched
from handlers.kartu import FIELDS, card, form_of
from storage import drafts, photos
from storage import kegiatan as kegiatan_rows
from storage import konten as konten_rows
from storage.drafts import Draft

__all__ = ["FIELDS", "batal", "card", "foto", "lapor", "press", "still_open", "teks"]


def lapor(turn: Turn) -> Says:
    if turn.incoming.chat.group:
        return grup.to_private(turn)
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft:
        return _told(turn, draft, turn.text) if turn.text and _free(draft) else still_open(turn, draft)
    draft = _begin(turn)
    return _told(turn, draft, turn.text) if turn.text else [card(turn, draft)]


def still_open(turn: Turn, draft: Draft) -> Says:
    return [card(turn, draft, note="Laporan ini belum disimpan. Simpan atau Batal dulu.")]


def batal(turn: Turn) -> Says:
    draft = drafts.open_of(turn.session, turn.anggota)
    if draft is None:
        raise Rejected("Tidak ada laporan yang sedang diisi.")
    return _dropped(turn, draft)


def teks(turn: Turn) -> Says:
    """Free text in the private chat: an answer, a button's word, or a link that starts a konten."""
    draft, text = drafts.open_of(turn.session, turn.anggota), turn.incoming.text
    if draft is None:
        answers = konten.from_line(turn, text)
        if answers is None:
            raise Rejected("Belum ada laporan yang terbuka. Ketik /lapor, atau langsung kirim fotonya.")
        return _filled(turn, _begin(turn, "konten"), answers)
    run = WORDS.get(text.strip().casefold())
    return run(turn, draft) if run else _told(turn, draft, text)


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
    return _told(turn, draft, turn.incoming.text) if _free(draft) else [card(turn, draft)]


def press(turn: Turn) -> Says:
    """A button of the card: l:<draft>:<rev>:<action>[:<question>[:<choice>]]."""
    _, id_, rev, action, *rest = turn.incoming.press.split(":")
    draft = drafts.by_id(turn.session, turn.anggota, int(id_))
    if draft is None:
        raise Rejected("Kartu ini bukan milik Anda.")
    if draft.state == drafts.SAVED:
        return [turn.toast(f"Sudah tersimpan, nomor {draft.nomor}.")]
    if draft.state == drafts.DROPPED:
        return [turn.toast("Laporan ini sudah dibatalkan.")]
    if int(rev) != draft.rev and action not in STALE_IS_HARMLESS:
        return [turn.toast("Kartu ini sudah berubah. Lihat yang terbaru."), card(turn, draft)]
    return ACTIONS[action](turn, draft, rest)


def _begin(turn: Turn, macam: str = "") -> Draft:
    return drafts.begin(turn.session, turn.anggota, turn.now, macam, tanggal=kegiatan.on(turn.today))


def _free(draft: Draft) -> bool:
    """Whether nobody has named the thing yet, so that a caption can."""
    return not draft.answers.get("nama") and not draft.answers.get("judul")


def _filled(turn: Turn, draft: Draft, answers: Answers) -> Says:
    drafts.change(draft, draft.answers | answers, turn.now)
    draft.terbuka = ""
    return [card(turn, draft)]


def _told(turn: Turn, draft: Draft, text: str) -> Says:
    """Words for a draft: links make it a konten, a first line names a kegiatan, else the open question is answered."""
    if not draft.macam and text.strip().casefold() in MACAM_WORDS:
        return _macam(turn, draft, [MACAM_WORDS[text.strip().casefold()]])
    links = konten.from_line(turn, text) if not draft.mengubah and draft.macam != "kegiatan" else None
    if links:
        draft.macam = "konten"
        return _filled(turn, draft, links)
    form, question = form_of(draft), kartu.open_question(draft)
    if form is None or (draft.macam == "kegiatan" and question and question.name == "nama" and not draft.mengubah):
        draft.macam = "kegiatan"
        return _filled(turn, draft, kegiatan.from_line(text, turn.today))
    if question is None:
        raise Rejected("Semua sudah terisi. Tekan Simpan, atau Ubah untuk mengganti isian.")
    return _filled(turn, draft, {question.name: read(question, text, turn.today)})


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


def _macam(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    draft.macam = rest[0] if rest[0] in catatan.MACAM else draft.macam
    return _filled(turn, draft, {})


def _choose(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    question, index = _asked(draft, rest[0]), int(rest[1])
    value = read(question, question.shortcuts[index], turn.today) if question.shortcuts else question.choices[index][0]
    return _filled(turn, draft, {question.name: value})


def _switch(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    question = _asked(draft, rest[0])
    value, on = question.choices[int(rest[1])][0], rest[2] == "1"
    chosen = switched(question, draft.answers.get(question.name) or [], value, on)
    drafts.change(draft, draft.answers | {question.name: chosen}, turn.now)
    draft.terbuka = question.name
    return [card(turn, draft)]


def _asked(draft: Draft, name: str) -> Question:
    form = form_of(draft)
    question = form.question(name) if form else None
    if question is None:
        raise Rejected("Pertanyaan itu sudah tidak ada. Lihat kartu yang terbaru.")
    return question


def _skip(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    return _filled(turn, draft, {_asked(draft, rest[0]).name: None})


def _done(turn: Turn, draft: Draft, _rest: list[str]) -> Says:
    draft.terbuka = ""
    return [card(turn, draft)]


def _open(turn: Turn, draft: Draft, rest: list[str]) -> Says:
    draft.terbuka = rest[0] if rest else FIELDS
    return [card(turn, draft)]


def _save(turn: Turn, draft: Draft, _rest: list[str]) -> Says:
    form = form_of(draft)
    if form is None:
        raise Rejected("Pilih dulu: kegiatan atau konten.")
    if gaps := form.missing(draft.answers):
        raise Rejected("Isi dulu: " + ", ".join(q.label for q in gaps) + ".")
    row, changed = catatan.save(turn, draft)
    return [catatan.receipt(turn, row, "Diubah" if draft.mengubah else "Tercatat", changed)]


def _dropped(turn: Turn, draft: Draft, _rest: list[str] | None = None) -> Says:
    draft.state, draft.diubah_at = drafts.DROPPED, turn.now
    if draft.nomor:
        return [catatan.receipt(turn, catatan.find(turn, draft.nomor))]
    return [Outgoing(turn.incoming.chat, text="Dibatalkan. Tidak ada yang disimpan.", card=catatan.card_of(draft))]


def _answer_none(turn: Turn, draft: Draft) -> Says:
    question = kartu.open_question(draft)
    if question is None or question.required:
        raise Rejected("Isian ini tidak dapat dilewati." if question else "Tidak ada pertanyaan yang terbuka.")
    return _filled(turn, draft, {question.name: None})


ACTIONS = {
    "m": _macam,
    "c": _choose,
    "t": _switch,
    "w": _skip,
    "d": _done,
    "o": _open,
    "s": _save,
    "b": _dropped,
}

# Switches name the state they want, and the others only show: pressing an older card cannot do harm with them.
STALE_IS_HARMLESS = frozenset("tdob")
MACAM_WORDS = {"kegiatan": "kegiatan", "konten": "konten", "1": "kegiatan", "2": "konten"}
WORDS: dict[str, Callable[[Turn, Draft], Says]] = {
    "simpan": lambda turn, draft: _save(turn, draft, []),
    "batal": _dropped,
    "lewati": _answer_none,
    "selesai": lambda turn, draft: _done(turn, draft, []),
}
