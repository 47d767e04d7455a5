"""Photos that join a record, and the screen on which photos of a draft or record are removed or put first."""

from handlers.catatan import foto as catatan_foto
from handlers.catatan import ownership, receipt
from handlers.catatan.foto import ADA, GONE, Owner, ids, note
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from renderers import indonesian
from storage.catatan import drafts
from storage.catatan.drafts import Draft
from storage.foto import moves, photos
from storage.foto.photos import Foto
from storage.kantor import audit

TAMPIL = "tampil"
PAGE = 5


def press(turn: Turn) -> Says:
    """p:<nomor, or d and a draft>:<page>[:tampil | :<hapus|pertama|balik|sembunyi|anak>:<foto>[:<urut>]]."""
    _, whose, page, *what = turn.incoming.press.split(":")
    owner = _owner(turn, whose)
    if what and what[0] in (TAMPIL, catatan_foto.SEMBUNYI, catatan_foto.ANAK):
        note = _shown_or_not(turn, owner, what) if what[1:] else catatan_foto.CARA
        return [screen(turn, owner, int(page), note, privat=True)]
    note, undo = _done(turn, owner, what) if what else ("", "")
    return [screen(turn, owner, int(page), note, undo)]


def _shown_or_not(turn: Turn, owner: Owner, what: list[str]) -> str:
    foto = moves.get(turn.session, owner, int(what[1]))
    if foto is None or foto.dihapus_at is not None:
        return GONE
    before, said = catatan_foto.marked(foto), catatan_foto.flip(turn.session, foto, _number(turn, owner, foto), what[0])
    if not isinstance(owner, Draft):
        facts = ({"foto": foto.id, **marks} for marks in (before, catatan_foto.marked(foto)))
        audit.note(turn.session, turn.anggota, turn.now, owner.__tablename__, owner.nomor, "tampil", *facts)
    return said


def _owner(turn: Turn, whose: str) -> Owner:
    if not whose.startswith("d"):
        return ownership.living(turn, int(whose))
    draft = drafts.by_id(turn.session, turn.anggota, int(whose[1:]))
    if draft is None or draft.state != drafts.State.OPEN:
        raise Rejected("Kartu ini sudah ditutup.")
    return draft


def _done(turn: Turn, owner: Owner, what: list[str]) -> tuple[str, str]:
    """Do it; returns what to say, and the action that undoes it."""
    action, foto = what[0], moves.get(turn.session, owner, int(what[1]))
    before = [] if isinstance(owner, Draft) else ids(turn, owner)
    if foto is None or (foto.dihapus_at is not None and action != "balik"):
        return GONE, ""
    number, undo = _number(turn, owner, foto), f"balik:{foto.id}:{foto.urut}"
    if action == "hapus":
        foto.dihapus_at, said = turn.now, f"Foto {number} dihapus."
    elif action == "pertama":
        moves.put_first(turn.session, owner, foto)
        said = f"Foto {number} menjadi foto pertama."
    else:
        undo, said = "", "Diurungkan." if moves.put_back(turn.session, owner, foto, int(what[2])) else ADA
    turn.session.flush()
    if not isinstance(owner, Draft) and before != ids(turn, owner):
        note(turn, owner, before)
    return said, undo


def _number(turn: Turn, owner: Owner, foto: Foto) -> int:
    return 1 + next((n for n, f in enumerate(photos.of(turn.session, owner)) if f.id == foto.id), 0)


def screen(
    turn: Turn, owner: Owner, page: int = 0, note: str = "", undo: str = "", *, privat: bool = False
) -> Outgoing:
    """A page of the photos, each with its buttons; `privat`: those that say whether it is shown."""
    fotos = photos.of(turn.session, owner)
    page = max(0, min(page, (len(fotos) - 1) // PAGE))
    part = list(enumerate(fotos, 1))[page * PAGE : (page + 1) * PAGE]
    seen = next((foto for foto in fotos if not catatan_foto.told(foto)), None) if _has_cell(owner) else None
    told = [note, ""] if note else []
    told += [_line(turn, n, foto, foto is seen) for n, foto in part] or ["Belum ada foto. Kirim saja fotonya ke sini."]
    whose, key = _named(owner)
    title = "Foto laporan ini" if isinstance(owner, Draft) else f"Foto #{owner.nomor}"
    turns = _turns(f"p:{whose}", page, len(fotos), f":{TAMPIL}" if privat else "")
    if privat:
        menu = (*(catatan_foto.row(f"p:{whose}:{page}", n, foto) for n, foto in part), *turns)
        menu = (*menu, (Button("Kembali", f"p:{whose}:{page}"),))
    else:
        menu = _menu(owner, f"p:{whose}:{page}", part, turns, undo)
    return turn.reply("\n".join(told), title=title, menu=menu, card=key)


def _has_cell(owner: Owner) -> bool:
    return "kegiatan" in (owner.__tablename__, getattr(owner, "macam", ""))


def _named(owner: Owner) -> tuple[str, str]:
    if isinstance(owner, Draft):
        return f"d{owner.id}", receipt.card_of(owner)
    return str(owner.nomor), f"catatan:{owner.nomor}"


def _line(turn: Turn, number: int, foto: Foto, seen: bool) -> str:
    at = turn.satker.local(foto.diterima_at)
    line = f"Foto {number}: diterima {indonesian.tanggal(at.date())} {at:%H.%M}"
    mark = "tampil di kolase" if seen else catatan_foto.told(foto)
    return f"{line}, {mark}" if mark else line


def _turns(whose: str, page: int, total: int, mode: str) -> Menu:
    back = (Button("‹ Sebelumnya", f"{whose}:{page - 1}{mode}"),) if page else ()
    on = (Button("Berikutnya ›", f"{whose}:{page + 1}{mode}"),) if (page + 1) * PAGE < total else ()
    return ((*back, *on),) if back or on else ()


def _menu(owner: Owner, start: str, part: list[tuple[int, Foto]], turns: Menu, undo: str) -> Menu:
    rows = [_row(start, number, foto) for number, foto in part]
    again = (Button("Urungkan", f"{start}:{undo}"),) if undo else ()
    privat = (Button("Privasi foto", f"{start}:{TAMPIL}"),) if part else ()
    return (*rows, *turns, (*again, *privat, Button("Selesai", _closes(owner))))


def _row(start: str, number: int, foto: Foto) -> tuple[Button, ...]:
    gone = Button(f"Hapus foto {number}", f"{start}:hapus:{foto.id}")
    return (gone,) if number == 1 else (gone, Button(f"Jadikan pertama {number}", f"{start}:pertama:{foto.id}"))


def _closes(owner: Owner) -> str:
    return f"l:{owner.id}:{owner.rev}:o" if isinstance(owner, Draft) else f"c:{owner.nomor}:lihat"
