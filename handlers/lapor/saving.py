"""Simpan: the card becomes a record, or as many as it shows, and is answered by their receipt."""

from collections.abc import Iterable, Sequence

from handlers.catatan import elsewhere, late, receipt, save
from handlers.catatan.records import Catatan, kind_of
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows
from handlers.dialog import held, several, tally
from handlers.koreksi.doors import View
from handlers.reading.message.parts import Reading
from renderers import indonesian
from storage.catatan import drafts
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan
from storage.foto import photos


def saved(turn: Turn, draft: Draft) -> Says:
    """Save what the card shows; Rejected where an answer is missing or in doubt."""
    if not draft.macam:
        raise Rejected("Pilih dahulu: kegiatan atau konten.")
    for number, one in enumerate(several.shown(held.every(draft)), start=1):
        _complete(one, f" (nomor {number})" if draft.others else "")
    if draft.others:
        return [_all(turn, draft)]
    return [tally.save(turn, draft)] if draft.macam == tally.FORM.name else _one(turn, draft)


def _complete(reading: Reading, where: str) -> None:
    form, unsure = held.FORMS[reading.form], [one.question for one in held.doubts(reading)]
    if labels := [q.label for q in form.questions if q.name in unsure]:
        raise Rejected(f"Pastikan dahulu: {', '.join(labels)}{where}.")
    if gaps := form.missing(reading.answers):
        raise Rejected(f"Isi dahulu: {', '.join(q.label for q in gaps)}{where}.")


def _one(turn: Turn, draft: Draft) -> Says:
    row, entry = save.save(turn, draft)
    changed = save.said(entry)
    if not draft.mengubah:
        save.asked(turn, row)
    if not changed:
        return [receipt.receipt(turn, row)]
    return [receipt.receipt(turn, row, "Diubah", changed, entry.id), *elsewhere.fulfilled(turn, row, changed)]


def _all(turn: Turn, draft: Draft) -> Outgoing:
    """Save one record for each that the card shows, and answer with one receipt of them all."""
    made = [_rows(turn, draft, one) for one in several.shown(held.every(draft))]
    rows = [row for each in made for row in each]
    rows[0].draft_id = draft.id
    photos.move(turn.session, draft, made[draft.photos_at][0])
    for row in rows:
        save.asked(turn, row, [one.nomor for one in rows])
    draft.state, draft.nomor, draft.diubah_at = drafts.State.SAVED, rows[0].nomor, turn.now
    return _receipt(turn, draft, rows)


def _rows(turn: Turn, draft: Draft, reading: Reading) -> Sequence[Catatan]:
    if reading.form == tally.FORM.name:
        return tally.made(turn, draft, reading)
    row, _ = save.new(turn, reading)
    return [row]


def _receipt(turn: Turn, draft: Draft, rows: Sequence[Catatan]) -> Outgoing:
    told = [f"#{row.nomor} {kind_of(row).headline(row)}" for row in rows]
    notes = [*_undecided(rows), *_too_late(turn, rows), *_twins(rows)]
    if beyond := several.left_out(held.every(draft)):
        notes.append(f"Belum dicatat, {beyond}")
    look = [Button(f"Lihat #{row.nomor}", View(row.nomor)) for row in rows if isinstance(row, Kegiatan) and row.mirip]
    title = f"Tercatat #{rows[0].nomor}–#{rows[-1].nomor}"
    text = "\n".join([*told, *([""] if notes else []), *notes])
    return turn.reply(text, title=title, menu=(*receipt.of_each(rows), *in_rows(look, 3)), card=f"draft:{draft.id}")


def _undecided(rows: Iterable[Catatan]) -> list[str]:
    bare = [f"#{row.nomor}" for row in rows if isinstance(row, Kegiatan) and not row.sektor]
    return [f"Mitra {indonesian.daftar(bare)} {receipt.UNDECIDED}"] if bare else []


def _too_late(turn: Turn, rows: Iterable[Catatan]) -> list[str]:
    closed = late.closings(turn)
    told = [line for row in rows for line in late.told(row, late.of(turn, closed, row), turn.anggota) if line]
    return list(dict.fromkeys(told))


def _twins(rows: Iterable[Catatan]) -> list[str]:
    alike = [(row.nomor, row.mirip) for row in rows if isinstance(row, Kegiatan) and row.mirip]
    return [f"#{nomor} mirip dengan #{mirip}; tekan Lihat #{nomor} untuk menggabungkannya." for nomor, mirip in alike]
