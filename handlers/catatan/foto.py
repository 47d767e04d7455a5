"""Which photos are shown: hidden ones nowhere, those of children only inside the office; and photos that join a
record."""

import hashlib
from dataclasses import replace

from handlers.catatan import elsewhere, receipt, records
from handlers.catatan.records import Catatan, look, merged_into, reporters
from handlers.chat import means
from handlers.chat.messages import Incoming, Outgoing, Says, Turn
from handlers.koreksi.doors import Mark
from storage.catatan.drafts import Draft
from storage.database import Session
from storage.foto import albums, photos
from storage.foto.photos import Foto
from storage.kantor import audit
from storage.kantor.people import Anggota
from storage.kantor.satker import Here

HOW = (
    "“Jangan tampilkan”: foto tetap tersimpan sebagai bukti, tetapi tidak muncul di kolase, ringkasan, dan laporan.\n"
    "“Ada anak”: foto tidak muncul di kolase dan ringkasan; di laporan tetap ada."
)


def marked(foto: Foto) -> dict[str, bool]:
    return {Mark.HIDDEN.value: foto.tersembunyi, Mark.CHILD.value: foto.anak}


def flip(session: Session, foto: Foto, number: int, why: Mark) -> str:
    """Switch the mark "hidden" or "children" of a photo, and return the sentence about it."""
    now = marked(foto)
    now[why] = not now[why]
    photos.hide(session, foto, tersembunyi=now[Mark.HIDDEN], anak=now[Mark.CHILD])
    foto.tersembunyi, foto.anak = now[Mark.HIDDEN], now[Mark.CHILD]
    if why is Mark.CHILD:
        return f"Foto {number} ditandai {'ada anak' if now[Mark.CHILD] else 'tanpa anak'}."
    return f"Foto {number} {'tidak akan ditampilkan' if now[Mark.HIDDEN] else 'boleh ditampilkan lagi'}."


def told(foto: Foto) -> str:
    """The remark behind a photo in a list, empty where the photo may be shown."""
    if foto.tersembunyi:
        return "tidak ditampilkan"
    return "ada anak, tidak di kolase" if foto.anak else ""


def gathered(here: Here, anggota: Anggota, incoming: Incoming) -> Incoming:
    """The photo with an album, on a channel that has none: what one person sends within seconds belongs together, until
    a photo brings words of its own beside those of an earlier one."""
    within = means.of(incoming.chat.channel).gathers
    if not (incoming.foto and within):
        return incoming
    last = albums.newest_of_albums(here, mine := f"{anggota.id}.", here.now - within)
    if last and not (incoming.text and albums.captioned(here, last.album)):
        return replace(incoming, album=last.album)
    # The name of an event tells the number of its person, so the album is named by a digest of it.
    return replace(incoming, album=mine + hashlib.sha256(incoming.event.encode()).hexdigest()[:16])


THERE, GONE = "Foto ini sudah ada.", "Foto itu sudah dihapus."


Owner = Draft | Catatan


def received(turn: Turn) -> Foto:
    """The new row of the photo that this message brought."""
    taken = turn.incoming.foto
    if taken is None:
        raise LookupError
    row = Foto(sha256=taken.sha256, lebar=taken.lebar, tinggi=taken.tinggi, uid=taken.uid)
    row.album, row.caption, row.diterima_at = turn.incoming.album, turn.incoming.text, turn.now
    return row


def joined(turn: Turn, nomor: int) -> Says:
    """Add the photo of this message to a record that is already saved, and say so."""
    added, others = joined_quietly(turn, nomor)
    return [receipt.shown(turn, records.living(turn, nomor), "" if added else THERE), *others]


def joined_quietly(turn: Turn, nomor: int) -> tuple[bool, list[Outgoing]]:
    """Add the photo without saying so; returns whether it is new, and the renewed receipts of others."""
    row = records.living(turn, nomor)
    if not add(turn, row):
        return False, []
    return True, elsewhere.fulfilled(turn, row, ["Foto ditambahkan."])


def add(turn: Turn, row: Catatan) -> bool:
    before = ids(turn, row)
    if not photos.attach(turn.session, row, received(turn)):
        return False
    note(turn, row, before)
    return True


def late(turn: Turn, earlier: Foto) -> Says | None:
    """Add a photo that arrives after the rest of its album was saved, perhaps into a record that was merged since; None
    if the album was another person's."""
    found = photos.record_of(turn, earlier)
    if found is None or turn.anggota.id not in reporters(turn, found):
        return None
    into = merged_into(found)
    row = look(turn, into) if into else found
    note = "" if add(turn, row) else THERE
    return [receipt.shown(turn, row, note)]


def ids(turn: Turn, row: Catatan) -> list[int]:
    return [f.id for f in photos.of(turn.session, row)]


def note(turn: Turn, row: Catatan, before: list[int]) -> None:
    after = {"foto": ids(turn, row)}
    audit.note(turn.session, turn.anggota, turn.now, row.__tablename__, row.nomor, "foto", {"foto": before}, after)
