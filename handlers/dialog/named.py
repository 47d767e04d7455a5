"""Offers the name that the office gave a kegiatan often, where a slip of the keys may be all the difference: what was
written stands until somebody takes the offer."""

from dataclasses import replace

from handlers.catatan.gazetteer import gazetteer
from handlers.chat.messages import Turn
from handlers.reading.forms import Answer, Answers
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.parts import Doubt, Reading
from handlers.reading.message.slips import meant
from handlers.reading.text import shortened
from storage.catatan.drafts import Draft

# A label of a button; the sentence above it has all of the name.
_LABEL = 40


def with_offer(reading: Reading, known: Gazetteer) -> Reading:
    """The record with the offer of another name, where there is one."""
    written = str(reading.answers.get("nama", ""))
    nama = meant(written, known) if written else ""
    if not nama:
        return reading
    why = f"Namanya mirip {nama}, yang sudah {known.told[nama]} kali dilaporkan."
    offer = Doubt("nama", why, ((nama, f"Pakai {shortened(nama, _LABEL)}"),), instead_of=written)
    return replace(reading, doubts=(*reading.doubts, offer))


def taken(turn: Turn, draft: Draft, doubt: Doubt, value: Answer) -> Answers:
    """The answers of a tapped candidate: a known name brings its sector along, where the card has none."""
    sektor = ""
    if doubt.instead_of and not draft.answers.get("sektor"):
        sektor = gazetteer(turn).sectors.get(str(value).casefold(), "")
    return {doubt.question: value} | ({"sektor": sektor} if sektor else {})
