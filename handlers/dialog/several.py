"""A card that holds several records shows them all, each under its number, and saves them by one tap."""

from collections import Counter
from collections.abc import Sequence

from handlers.chat.messages import Button, Menu
from handlers.chat.pages import in_rows
from handlers.dialog import held, tally
from handlers.dialog.held import FORMS
from handlers.lapor.doors import EditRecord, Join, PhotosTo, Save
from handlers.reading.forms import lines
from handlers.reading.message.parts import Reading
from handlers.reading.text import shortened
from renderers import indonesian
from storage.catatan.drafts import Draft

# A card holds what a person can look over, and what one message of Telegram has room for.
MOST, ROOM = 5, 2500
SHORT, NAMED = 60, 10
WORDS = {"kegiatan": "kegiatan", "konten": "konten", tally.FORM.name: "hitungan konten"}


def overview(draft: Draft) -> bool:
    """Whether the card shows all of its records, and not one of several that somebody opened."""
    return bool(draft.others) and not draft.terbuka


def title(draft: Draft) -> str:
    if draft.terbuka:
        return f"{WORDS[draft.macam].capitalize()} {draft.place + 1} dari {len(shown(held.every(draft)))}"
    counts = Counter(one.form for one in shown(held.every(draft)))
    return indonesian.daftar([f"{n} {WORDS[form]}" for form, n in counts.items()])


def shown(readings: Sequence[Reading]) -> list[Reading]:
    """The records that the card shows, and that are saved with it."""
    found: list[Reading] = []
    room = ROOM
    for one in readings[:MOST]:
        room -= len("\n".join([*_record(0, one), *one.rest]))
        if found and room < 0:
            break
        found.append(one)
    return found


def fields(draft: Draft, photos: int) -> list[str]:
    """The lines of all records, and one about those that the card has no room for."""
    readings = held.every(draft)
    told: list[str] = []
    for at, one in enumerate(shown(readings)):
        told += ["", *_record(at + 1, one), *([f"Foto: {photos}"] if photos and at == draft.photos_at else [])]
    beyond = left_out(readings)
    return [*told[1:], *(["", f"… dan {len(readings) - len(shown(readings))} lagi; {beyond}"] if beyond else [])]


def left_out(readings: Sequence[Reading]) -> str:
    """The names of the records that the card has no room for; empty without any."""
    names = [shortened(held.name_of(one) or "tanpa nama", SHORT) for one in readings[len(shown(readings)) :]]
    more = [f"{len(names) - NAMED} lainnya"] if len(names) > NAMED else []
    return f"kirim terpisah: {indonesian.daftar([*names[:NAMED], *more])}." if names else ""


def _record(n: int, reading: Reading) -> list[str]:
    form = FORMS[reading.form]
    told = lines(form, reading.answers, [one.question for one in held.doubts(reading)])
    label = next(q.label for q in form.questions if q.name in held.NAMES)
    first = next((line for line in told if line.startswith(f"{label}: ")), f"{label}: –")
    return [f"{n}. {first}", *(line for line in told if line != first)]


def menu(draft: Draft, photos: int) -> Menu:
    """The buttons below the question that is open: to save, to change one record, and to move the photos."""
    at, readings = (draft.id, draft.rev), shown(held.every(draft))
    sure = all(complete(one) for one in readings)
    save = (Button("Simpan semua", Save(*at)),) if sure else ()
    one = (Button("Satu kegiatan saja", Join(*at)),) if {r.form for r in readings} == {"kegiatan"} else ()
    change = [Button(f"Ubah {n}", EditRecord(*at, n)) for n in range(1, len(readings) + 1)]
    others = [n for n in range(1, len(readings) + 1) if n - 1 != draft.photos_at] if photos else []
    return (
        *(((*save, *one),) if save or one else ()),
        *in_rows(change, 3),
        *in_rows([Button(f"Foto ke {n}", PhotosTo(*at, n)) for n in others], 3),
    )


def complete(reading: Reading) -> bool:
    """Whether the record can be saved."""
    return not held.doubts(reading) and not FORMS[reading.form].missing(reading.answers)
