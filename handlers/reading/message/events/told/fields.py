"""The record of one event: the answers of a kegiatan, its doubts, and the words that no field took."""

from collections.abc import Sequence

from handlers.reading.editor.case import begun
from handlers.reading.forms import Answers
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.told.name import doubt as unnamed
from handlers.reading.message.events.told.partner import partner
from handlers.reading.message.events.told.told import LONGEST, Told
from handlers.reading.message.events.words import cut
from handlers.reading.message.parts import Doubt, Kind, Reading


def reading(
    told: Told, day: tuple[Answers, tuple[Doubt, ...]], beside: Sequence[str], *, labelled: bool = False
) -> Reading:
    """The record of one event; `beside`: the words of its other days; `labelled`: a label stands before its name."""
    name, over = told.name
    about, doubts = partner(told, name)
    unsure = unnamed(told, name) if not labelled else None
    answers: Answers = ({"nama": name} if name and not unsure else {}) | day[0] | about
    texts = {
        "tempat": told.joined(Kind.PLACE) or told.went_to(),
        "waktu": next((one.value for run in told.of(Kind.HOUR) for one in run.items if isinstance(one, Found)), ""),
        "peserta": told.joined(Kind.PEOPLE),
        "keterangan": begun("; ".join(part for part in (over, told.subject()) if part)),
    }
    kept = {key: cut(value, LONGEST[key]) for key, value in texts.items() if value and not _letter(key, value)}
    answers |= {key: value for key, (value, _) in kept.items() if value}
    known = str(answers.get("instansi", ""))
    rest = [*(words for words in told.rest() if words != known), *(over for _, over in kept.values() if over)]
    rest += told.left([*(one for one in answers.values() if isinstance(one, str)), name, *rest])
    return Reading(
        "kegiatan", answers, (*([unsure] if unsure else []), *day[1], *doubts), (*rest, *beside), told.signs()
    )


def _letter(key: str, value: str) -> bool:
    """Whether a value is a letter or, but for a count, a figure alone, which tells of nothing."""
    return len(value) == 1 and (value.isalpha() or key != "peserta")
