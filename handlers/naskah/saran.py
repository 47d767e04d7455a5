"""/saran: the recommendations that close the report of a period."""

from handlers.chat import changes, pages
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.naskah import period
from handlers.reading import text as reading_text
from handlers.reading.periods import Periode
from storage.kantor import audit
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Saran

PRESS = "sr"
LONGEST, PAGE, SHOWN = 1500, 8, 300


def saran(turn: Turn) -> Says:
    """/saran [Q2] shows the list, /saran [Q2] kalimat … adds to it."""
    periode, text = period.ditulis(turn)
    return [_added(turn, periode, text, period.untuk(turn, periode, text)) if text else _card(turn, periode)]


def press(turn: Turn) -> Says:
    """sr:<period> the list; then :hal:<page>, :baru, :salin, :ubah|hapus:<id>; :k:<audit> takes a change back,
    :ks:<first>:<last audit> those of a copy."""
    _, kode, what, *rest = (*turn.incoming.press.split(":"), "")
    periode = period.periode_of(turn, kode)
    if what == "":
        return [_card(turn, periode)]
    if what == "baru":
        text = "Tulis sarannya dalam satu pesan."
        return [asking.ask(turn, f"{PRESS}:{kode}:baru", text, title=f"Saran {periode.judul}")]
    if what == "ks":
        return [_uncopied(turn, periode, *map(int, rest[:2]))]
    return [_copied(turn, periode) if what == "salin" else PRESSED[what](turn, periode, int(rest[0]))]


def answer(turn: Turn, rest: str) -> Says:
    kode, what, *id_ = rest.split(":")
    periode, text = period.periode_of(turn, kode), turn.incoming.text
    done = _added(turn, periode, text) if what == "baru" else _changed(turn, periode, int(id_[0]), text)
    return [asking.dijawab(turn, f"{PRESS}:{rest}"), done]


def _added(turn: Turn, periode: Periode, text: str, where: str = "") -> Outgoing:
    entry = _new(turn, periode, reading_text.sebaris(text, LONGEST))
    return _card(turn, periode, f"Ditambahkan{where}.", f"k:{entry.id}")


def _new(turn: Turn, periode: Periode, isi: str) -> Audit:
    row = rows.added(turn.session, Saran(satker_id=turn.satker.id, periode=periode.kode, isi=isi))
    # It begins as a removed one, so that adding is taken back like any other change.
    row.dihapus_at = turn.now
    return changes.change_text(turn, row, "tambah", isi=isi, dihapus_at=None)


def _copied(turn: Turn, periode: Periode) -> Outgoing:
    if rows.saran_rows(turn, periode.kode):
        raise Rejected(f"Saran {periode.judul} sudah ada.")
    before = periode.sebelumnya()
    new = [_new(turn, periode, isi).id for isi in rows.saran_of(turn, before.kode)]
    if not new:
        raise Rejected(f"Saran {before.judul} sudah tidak ada.")
    return _card(turn, periode, f"Disalin dari {before.judul}.", f"ks:{new[0]}:{new[-1]}")


def _uncopied(turn: Turn, periode: Periode, first: int, last: int) -> Outgoing:
    """All that one press copied, or nothing."""
    found = audit.between(turn, Saran.__tablename__, first, last)
    if not found or found[0].action != "tambah":
        raise Rejected("Perubahan itu tidak ditemukan.")
    for entry in found:
        changes.kembali_text(turn, Saran, entry.id)
    return _card(turn, periode, "Diurungkan.")


def _ask(turn: Turn, periode: Periode, id_: int) -> Outgoing:
    row = changes.find_text(turn, Saran, id_)
    text = f"{row.isi}\n\nTulis penggantinya dalam satu pesan."
    return asking.ask(turn, f"{PRESS}:{periode.kode}:ubah:{id_}", text, title=f"Ubah saran {periode.judul}")


def _changed(turn: Turn, periode: Periode, id_: int, text: str) -> Outgoing:
    row = changes.find_text(turn, Saran, id_)
    entry = changes.change_text(turn, row, "ubah", isi=reading_text.sebaris(text, LONGEST))
    return _card(turn, periode, "Diubah.", f"k:{entry.id}")


def _hapus(turn: Turn, periode: Periode, id_: int) -> Outgoing:
    row = changes.find_text(turn, Saran, id_)
    entry = changes.change_text(turn, row, "hapus", dihapus_at=turn.now)
    return _card(turn, periode, f"Dihapus: {reading_text.pendek(row.isi, SHOWN)}", f"k:{entry.id}")


def _kembali(turn: Turn, periode: Periode, id_: int) -> Outgoing:
    changes.kembali_text(turn, Saran, id_)
    return _card(turn, periode, "Diurungkan.")


def _page(turn: Turn, periode: Periode, page: int) -> Outgoing:
    return _card(turn, periode, page=page)


PRESSED = {"hal": _page, "ubah": _ask, "hapus": _hapus, "k": _kembali}


def _card(turn: Turn, periode: Periode, told: str = "", back: str = "", page: int = 0) -> Outgoing:
    press_, found = f"{PRESS}:{periode.kode}", rows.saran_rows(turn, periode.kode)
    page, turns = pages.turns(press_, page, len(found), PAGE)
    first = page * PAGE
    shown = found[first : first + PAGE]
    listed = reading_text.bernomor([reading_text.pendek(row.isi, SHOWN) for row in shown], first + 1)
    text = listed or f"Belum ada saran untuk {periode.judul}."
    undo = (Button("Urungkan", f"{press_}:{back}"),) if back else ()
    buttons = tuple(_buttons(press_, row, n) for n, row in enumerate(shown, start=first + 1))
    last: Menu = ((Button("Tambah", f"{press_}:baru"), *undo), period.lainnya(turn, PRESS, periode))
    menu = (*buttons, *turns, *(() if found else _offer(turn, periode)), *last)
    return turn.reply(reading_text.di_atas(told, text), title=f"Saran {periode.judul}", menu=menu, card="saran")


def _buttons(press_: str, row: Saran, n: int) -> tuple[Button, ...]:
    return Button(f"Ubah {n}", f"{press_}:ubah:{row.id}"), Button(f"Hapus {n}", f"{press_}:hapus:{row.id}")


def _offer(turn: Turn, periode: Periode) -> Menu:
    """What the period before recommended may hold on."""
    before = periode.sebelumnya()
    if not rows.saran_rows(turn, before.kode):
        return ()
    return ((Button(f"Salin dari {before.judul}", f"{PRESS}:{periode.kode}:salin"),),)
