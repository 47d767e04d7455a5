"""Words for a draft: links make it a konten, a first line names a kegiatan, else the open question is answered."""

from dataclasses import dataclass

from handlers.catatan import konten
from handlers.chat.messages import Rejected, Says, Turn
from handlers.dialog import story
from handlers.dialog import tally as dialog_tally
from handlers.dialog.card import card, form_of, open_question
from handlers.reading import labels
from handlers.reading.forms import Answers, read
from storage.catatan import drafts, pesan
from storage.catatan.drafts import Draft
from storage.catatan.konten import PLATFORM

MACAM_WORDS = {"kegiatan": "kegiatan", "konten": "konten", "1": "kegiatan", "2": "konten"}


@dataclass(frozen=True)
class Arti:
    """What words mean for a draft; `tentang` is the question they answer, empty for the first words of a report."""

    macam: str
    answers: Answers
    doubt: str = ""
    terbuka: str = ""
    tentang: str = ""


def filled(turn: Turn, draft: Draft, answers: Answers, *, doubt: str = "", terbuka: str = "") -> Says:
    drafts.change(draft, draft.answers | answers, turn.now)
    draft.terbuka = terbuka
    return [card(turn, draft, note=doubt)]


def opened(turn: Turn, draft: Draft, text: str) -> Says:
    """The first words for a draft; what is wrong with them stands on the card, so that card and photos stay."""
    try:
        return told(turn, draft, text)
    except Rejected as rejected:
        remember(turn, draft)
        return [card(turn, draft, note=str(rejected))]


def told(turn: Turn, draft: Draft, text: str) -> Says:
    if not draft.macam and text.strip().casefold() in MACAM_WORDS:
        return choose_macam(turn, draft, MACAM_WORDS[text.strip().casefold()])
    arti = _meant(turn, draft, text)
    remember(turn, draft, arti.tentang, arti.answers)
    draft.macam = arti.macam
    return filled(turn, draft, arti.answers, doubt=arti.doubt, terbuka=arti.terbuka)


def remember(turn: Turn, draft: Draft, tentang: str = "", answers: Answers | None = None) -> None:
    """Which message told this, for the day it is edited or replied to."""
    chat, message = turn.incoming.chat, turn.incoming.message
    if message:
        pesan.remember(turn.session, draft, (chat.channel, chat.id, message), tentang, answers or {})


def _meant(turn: Turn, draft: Draft, text: str) -> Arti:
    if not draft.macam and (tally := dialog_tally.from_line(turn, text)):
        return Arti(dialog_tally.FORM.name, tally)
    links = konten.from_line(turn, text) if not draft.mengubah and draft.macam != "kegiatan" else None
    if links:
        return Arti("konten", _added(draft.answers, links))
    form, question = form_of(draft), open_question(draft)
    if form and (question is None or labels.is_correction(text)):
        return Arti(draft.macam, _corrected(turn, draft, text))
    if form is None or (draft.macam == "kegiatan" and question and question.name == "nama" and not draft.mengubah):
        # Even where the words are wrong: the card then asks what they should have said.
        draft.macam = "kegiatan"
        return first_words(turn, text)
    if question is None:
        raise LookupError
    return Arti(draft.macam, {question.name: read(question, text, turn.today)}, tentang=question.name)


def _added(before: Answers, links: Answers) -> Answers:
    """One link after the other is one konten on several platforms; what was told before is not told anew."""
    if not before.get("tautan"):
        return links
    tautan = before["tautan"] | links["tautan"]
    named = {*before.get("platform", []), *links["platform"]}
    new = {name: value for name, value in links.items() if name not in before}
    return new | {"tautan": tautan, "platform": [p for p in PLATFORM if p in named]}


def first_words(turn: Turn, text: str) -> Arti:
    answers, doubt, about = story.kegiatan(turn, text)
    return Arti("kegiatan", answers, doubt, about)


def _corrected(turn: Turn, draft: Draft, text: str) -> Answers:
    form = form_of(draft)
    answers = labels.corrections(form, text, turn.today) if form else {}
    if not answers:
        raise Rejected("Semua sudah terisi. Tekan Simpan, atau Ubah untuk mengganti isian.")
    return answers


def choose_macam(turn: Turn, draft: Draft, macam: str) -> Says:
    draft.macam = macam
    return filled(turn, draft, {})
