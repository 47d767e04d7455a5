"""Photos that join a record, and the screen on which photos of a draft or record are removed or put first."""

from collections.abc import Callable, Sequence
from functools import partial

from handlers.catatan import foto as catatan_foto
from handlers.catatan import receipt, records
from handlers.catatan.foto import GONE, THERE, Owner, ids, note
from handlers.catatan.records import Catatan
from handlers.chat.door import Door
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import Numbered, turning
from handlers.koreksi.doors import (
    Mark,
    MarkPhoto,
    PhotoPrivacy,
    Photos,
    Place,
    PutPhotoBack,
    PutPhotoFirst,
    RemovePhoto,
    View,
    Whose,
)
from handlers.lapor.doors import Edit
from renderers import indonesian
from storage.catatan import drafts
from storage.catatan.drafts import Draft
from storage.foto import moves, photos
from storage.foto.photos import Foto
from storage.kantor import audit

PAGE = 5
Part = Numbered[Foto]
"""Photos of one page with their numbers, counted from 1 over all pages."""
Change = Callable[[Turn, Owner, Foto], str]
"""A change of a photo, which returns the end of the sentence about it."""


def page(turn: Turn, door: Photos) -> Says:
    return [screen(turn, _owner(turn, door.whose), door.page)]


def privacy(turn: Turn, door: PhotoPrivacy) -> Says:
    return [_privacy(turn, _owner(turn, door.whose), door.page, catatan_foto.HOW)]


def mark(turn: Turn, door: MarkPhoto) -> Says:
    owner = _owner(turn, door.whose)
    foto = _there(turn, owner, door.foto)
    note = _marked(turn, owner, foto, door.mark) if foto else GONE
    return [_privacy(turn, owner, door.page, note)]


def _marked(turn: Turn, owner: Owner, foto: Foto, why: Mark) -> str:
    before, said = catatan_foto.marked(foto), catatan_foto.flip(turn.session, foto, _number(turn, owner, foto), why)
    if not isinstance(owner, Draft):
        facts = ({"foto": foto.id, **marks} for marks in (before, catatan_foto.marked(foto)))
        audit.note(turn.session, turn.anggota, turn.now, owner.__tablename__, owner.nomor, "tampil", *facts)
    return said


def remove(turn: Turn, door: RemovePhoto) -> Says:
    return _changed(turn, door, _removed)


def put_first(turn: Turn, door: PutPhotoFirst) -> Says:
    return _changed(turn, door, _put_first)


def put_back(turn: Turn, door: PutPhotoBack) -> Says:
    owner = _owner(turn, door.whose)
    foto = moves.get(turn.session, owner, door.foto)
    if foto is None:
        return [screen(turn, owner, door.page, GONE)]
    before = _ids(turn, owner)
    back = moves.put_back(turn.session, owner, foto, door.place.urut)
    _note(turn, owner, before)
    return [screen(turn, owner, door.page, "Diurungkan." if back else THERE)]


def _changed(turn: Turn, door: RemovePhoto | PutPhotoFirst, change: Change) -> Says:
    """Run a change of a photo, and offer Urungkan."""
    owner = _owner(turn, door.whose)
    foto = _there(turn, owner, door.foto)
    if foto is None:
        return [screen(turn, owner, door.page, GONE)]
    before, number = _ids(turn, owner), _number(turn, owner, foto)
    undo = PutPhotoBack(door.whose, door.page, foto.id, Place(foto.urut))
    said = f"Foto {number} {change(turn, owner, foto)}"
    _note(turn, owner, before)
    return [screen(turn, owner, door.page, said, undo)]


def _removed(turn: Turn, _owner: Owner, foto: Foto) -> str:
    foto.dihapus_at = turn.now
    return "dihapus."


def _put_first(turn: Turn, owner: Owner, foto: Foto) -> str:
    moves.put_first(turn.session, owner, foto)
    return "menjadi foto pertama."


def _owner(turn: Turn, whose: Whose) -> Owner:
    if not whose.draft:
        return records.living(turn, whose.id)
    draft = drafts.by_id(turn.session, turn.anggota, whose.id)
    if draft is None or draft.state != drafts.State.OPEN:
        raise Rejected("Kartu ini sudah ditutup.")
    return draft


def _there(turn: Turn, owner: Owner, id_: int) -> Foto | None:
    foto = moves.get(turn.session, owner, id_)
    return foto if foto and foto.dihapus_at is None else None


def _ids(turn: Turn, owner: Owner) -> list[int]:
    return [] if isinstance(owner, Draft) else ids(turn, owner)


def _note(turn: Turn, owner: Owner, before: list[int]) -> None:
    turn.session.flush()
    if not isinstance(owner, Draft) and before != ids(turn, owner):
        note(turn, owner, before)


def _number(turn: Turn, owner: Owner, foto: Foto) -> int:
    return 1 + next((n for n, f in enumerate(photos.of(turn.session, owner)) if f.id == foto.id), 0)


def screen(turn: Turn, owner: Owner, page: int, note: str = "", undo: PutPhotoBack | None = None) -> Outgoing:
    """A page of the photos, each with the buttons that remove it and put it first."""
    whose, fotos = _whose(owner), photos.of(turn.session, owner)
    page, part, turns = turning(partial(Photos, whose), page, list(enumerate(fotos, 1)), PAGE)
    again = (Button("Urungkan", undo),) if undo else ()
    private = (Button("Privasi foto", PhotoPrivacy(whose, page)),) if part else ()
    rows = [_row(whose, page, number, foto) for number, foto in part]
    menu = (*rows, *turns, (*again, *private, Button("Selesai", _closes(owner))))
    return _shown(turn, owner, part, _in_kolase(owner, fotos), note, menu)


def _privacy(turn: Turn, owner: Owner, page: int, note: str) -> Outgoing:
    """A page of photos with the buttons that mark photos as hidden or as showing children."""
    whose, fotos = _whose(owner), photos.of(turn.session, owner)
    page, part, turns = turning(partial(PhotoPrivacy, whose), page, list(enumerate(fotos, 1)), PAGE)
    rows = [_marks(whose, page, number, foto) for number, foto in part]
    menu = (*rows, *turns, (Button("Kembali", Photos(whose, page)),))
    return _shown(turn, owner, part, _in_kolase(owner, fotos), note, menu)


def _shown(turn: Turn, owner: Owner, part: Part, seen: Foto | None, note: str, menu: Menu) -> Outgoing:
    told = [note, ""] if note else []
    told += [_line(turn, n, foto, foto is seen) for n, foto in part] or ["Belum ada foto. Kirim saja fotonya ke sini."]
    title, key = ("Foto laporan ini", receipt.card_of(owner)) if isinstance(owner, Draft) else _of_record(owner)
    return turn.reply("\n".join(told), title=title, menu=menu, card=key)


def _of_record(row: Catatan) -> tuple[str, str]:
    return f"Foto #{row.nomor}", f"catatan:{row.nomor}"


def _in_kolase(owner: Owner, fotos: Sequence[Foto]) -> Foto | None:
    """The photo that the kolase shows; a konten has no cell in it."""
    if "kegiatan" not in (owner.__tablename__, getattr(owner, "macam", "")):
        return None
    return next((foto for foto in fotos if not catatan_foto.told(foto)), None)


def _whose(owner: Owner) -> Whose:
    return Whose(owner.id, draft=True) if isinstance(owner, Draft) else Whose(owner.nomor)


def _line(turn: Turn, number: int, foto: Foto, seen: bool) -> str:
    line = f"Foto {number}: diterima {indonesian.moment(turn.satker.local(foto.diterima_at))}"
    mark = "tampil di kolase" if seen else catatan_foto.told(foto)
    return f"{line}, {mark}" if mark else line


def _row(whose: Whose, page: int, number: int, foto: Foto) -> tuple[Button, ...]:
    gone = Button(f"Hapus foto {number}", RemovePhoto(whose, page, foto.id))
    return (gone,) if number == 1 else (gone, Button(f"Jadikan pertama {number}", PutPhotoFirst(whose, page, foto.id)))


def _marks(whose: Whose, page: int, number: int, foto: Foto) -> tuple[Button, ...]:
    hidden, child = (MarkPhoto(whose, page, foto.id, why) for why in (Mark.HIDDEN, Mark.CHILD))
    return (
        Button(f"{'Tampilkan' if foto.tersembunyi else 'Jangan tampilkan'} {number}", hidden),
        Button(f"{'Tanpa anak' if foto.anak else 'Ada anak'} {number}", child),
    )


def _closes(owner: Owner) -> Door:
    return Edit(owner.id, owner.rev) if isinstance(owner, Draft) else View(owner.nomor)
