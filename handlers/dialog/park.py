"""The button Tunda puts an unfinished report aside so that another can be told; Lanjutkan takes it up again. The
answers of two reports never mix."""

from handlers.catatan import receipt
from handlers.chat.messages import Button, Menu, Outgoing, Says, Turn
from handlers.dialog import several
from handlers.dialog.card import card
from handlers.lapor.doors import Park, Resume
from handlers.reading.text import shortened
from storage.catatan import drafts
from storage.catatan.drafts import Draft
from storage.foto import photos

LONGEST = 40
DROPPED = "Dibatalkan. Tidak ada yang disimpan."


def empty(turn: Turn, draft: Draft) -> bool:
    """Whether the draft has no photo and no answer except the day, which the bot supposes by itself."""
    told = {name for name, value in draft.answers.items() if value and name != "tanggal"}
    return not told and not draft.others and not photos.count(turn.session, draft)


def still_open(turn: Turn, draft: Draft) -> Outgoing:
    """The card of an unsaved draft, shown when another report or change would begin."""
    if draft.mengubah or empty(turn, draft):
        unsaved = "Perubahan ini belum disimpan. Simpan atau Batal dahulu."
        return card(turn, draft, note=unsaved if draft.mengubah else "")
    note = "Laporan ini belum disimpan. Simpan, Batal, atau Tunda untuk dilanjutkan nanti."
    return card(turn, draft, note=note, extra=((Button("Tunda", Park(draft.id, draft.rev)),),))


def park(turn: Turn, draft: Draft) -> Says:
    if draft.mengubah:
        return [card(turn, draft)]
    draft.state, draft.terbuka = drafts.State.PARKED, ""
    return [parked(turn, draft, "Sekarang laporan lain dapat dimulai: kirim fotonya atau ketik /lapor.")]


def parked(turn: Turn, draft: Draft, text: str = "") -> Outgoing:
    title = f"Ditunda: {named(turn, draft)}"
    menu = ((Button("Lanjutkan", Resume(draft.id, draft.rev)),),)
    return turn.reply(text, title=title, menu=menu, card=receipt.card_of(draft))


def named(turn: Turn, draft: Draft) -> str:
    name = draft.answers.get("nama") or draft.answers.get("judul") or draft.answers.get("jenis")
    count = photos.count(turn.session, draft)
    if draft.others:
        return several.title(draft)
    return shortened(str(name), LONGEST) if name else f"{count} foto" if count else "laporan tanpa nama"


def offers(turn: Turn) -> Menu:
    """A button for each report that was put aside."""
    waiting = drafts.parked_of(turn.session, turn.anggota)
    return tuple((Button(f"Lanjutkan: {named(turn, d)}", Resume(d.id, d.rev)),) for d in waiting)


def resume(turn: Turn, draft: Draft) -> Says:
    """Open a report that was put aside; the report that is open now is put aside in its place."""
    said, free = room(turn, draft)
    if not free:
        return said
    draft.state, draft.diubah_at = drafts.State.OPEN, turn.now
    turn.session.flush()
    return [*said, card(turn, draft)]


def room(turn: Turn, draft: Draft) -> tuple[list[Outgoing], bool]:
    """(what is said of the report that is open now, whether `draft` may be opened in its place): a change waits for
    Simpan or Batal."""
    now = drafts.open_of(turn.session, turn.anggota)
    if now and now.mengubah and not drafts.put_away(turn, now):
        return [still_open(turn, now)], False
    return aside(turn, now) if now and not now.mengubah and now.id != draft.id else [], True


def aside(turn: Turn, draft: Draft) -> list[Outgoing]:
    """Put the open report aside, or drop it if it is empty, to make room for another one."""
    bare = empty(turn, draft)
    draft.state, draft.terbuka = drafts.State.DROPPED if bare else drafts.State.PARKED, ""
    turn.session.flush()
    if bare:
        return [turn.reply(DROPPED, card=receipt.card_of(draft))]
    return [parked(turn, draft)]
