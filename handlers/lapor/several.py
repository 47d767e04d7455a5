"""The buttons of a card that holds several records, and those for the words that no field took."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.chat.door import Stale
from handlers.chat.messages import Rejected, Says, Turn
from handlers.dialog import held, story
from handlers.dialog import several as dialog_several
from handlers.dialog.card import FIELDS, card
from handlers.dialog.words import asks_on
from handlers.lapor.buttons import on_card
from handlers.lapor.doors import EditRecord, Join, PhotosTo, Use, UseRest
from handlers.reading.message.parts import Reading
from storage.catatan.drafts import Draft


@on_card
def edit(turn: Turn, draft: Draft, door: EditRecord) -> Says:
    """Open the fields of one record; the button Kembali leads back to all of them."""
    held.put(draft, held.every(draft), _place(draft, door.number), turn.now)
    draft.terbuka = FIELDS
    return [card(turn, draft)]


@on_card
def photos_to(turn: Turn, draft: Draft, door: PhotosTo) -> Says:
    draft.photos_at, draft.diubah_at = _place(draft, door.number), turn.now
    return [card(turn, draft)]


def _place(draft: Draft, number: int) -> int:
    """The place of the record with this number; Stale where the card shows no such record."""
    if not 1 <= number <= len(dialog_several.shown(held.every(draft))):
        raise Stale
    return number - 1


@on_card
def join(turn: Turn, draft: Draft, _: Join) -> Says:
    readings = held.every(draft)
    if any(one.form != "kegiatan" for one in readings):
        raise Rejected("Hanya kegiatan yang dapat dijadikan satu.")
    return _now(turn, draft, [story.again(turn, held.joined(readings, turn.today))], 0)


@on_card
def use_rest(turn: Turn, draft: Draft, door: UseRest) -> Says:
    """What becomes of the words that no field took: of every record that the card holds."""
    readings = held.every(draft)
    if not any(one.rest for one in readings):
        raise Stale
    bare = [replace(one, rest=()) for one in readings]
    if door.use == Use.KETERANGAN:
        bare = [_with_rest(turn, one, told.rest) for one, told in zip(bare, readings, strict=True)]
    if door.use == Use.SECOND:
        bare += _second(turn, readings)
    return _now(turn, draft, bare, draft.place)


def _with_rest(turn: Turn, reading: Reading, rest: Sequence[str]) -> Reading:
    return story.again(turn, held.to_keterangan(reading, rest, turn.today)) if rest else reading


def _second(turn: Turn, readings: Sequence[Reading]) -> list[Reading]:
    """A further kegiatan from the words, on the day of the first where they tell none."""
    first, words = readings[0], ". ".join(words for one in readings for words in one.rest)
    day = {"tanggal": told} if (told := first.answers.get("tanggal")) else {}
    return [held.over(day, one) for one in story.readings(turn, words)]


def _now(turn: Turn, draft: Draft, readings: Sequence[Reading], place: int) -> Says:
    held.put(draft, readings, place, turn.now)
    return asks_on(turn, draft)
