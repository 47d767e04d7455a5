"""How typed words change the open draft: links make it a konten, first words name a kegiatan, later words answer the
open question."""

from dataclasses import dataclass

from handlers.catatan import konten
from handlers.chat.messages import Rejected, Says, Turn
from handlers.dialog import story
from handlers.dialog import tally as dialog_tally
from handlers.dialog.card import card, form_of, open_question
from handlers.reading import guesses, labels
from handlers.reading.chatter import tells
from handlers.reading.forms import Answers, read
from storage.catatan import drafts
from storage.catatan import kegiatan as kegiatan_rows
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import INTERNAL
from storage.catatan.konten import PLATFORM

KIND_WORDS = {"kegiatan": "kegiatan", "konten": "konten", "1": "kegiatan", "2": "konten"}


class Unasked(Rejected):
    """The words answer no question of the card, for it has none."""


@dataclass(frozen=True)
class Meaning:
    """The answers that words give to the form of this name. `about`: the question that they answer, empty
    for first words; `doubt`: the sentence about a doubtful answer; `opened`: the question that the card then opens."""

    form: str
    answers: Answers
    doubt: str = ""
    opened: str = ""
    about: str = ""


def filled(turn: Turn, draft: Draft, answers: Answers, *, doubt: str = "", opened: str = "") -> Says:
    drafts.change(draft, draft.answers | answers, turn.now)
    draft.terbuka = opened
    return [card(turn, draft, note=doubt)]


def opened(turn: Turn, draft: Draft, text: str) -> Says:
    """Read the first words of a new draft; where they cannot be read, the card says so, and card and photos stay."""
    try:
        return told(turn, draft, text)
    except Rejected as rejected:
        remember(turn, draft)
        return [card(turn, draft, note=str(rejected))]


def told(turn: Turn, draft: Draft, text: str) -> Says:
    if not draft.macam and text.strip().casefold() in KIND_WORDS:
        return choose_kind(turn, draft, KIND_WORDS[text.strip().casefold()])
    meant = _meant(turn, draft, text)
    remember(turn, draft, meant.about, meant.answers)
    draft.macam = meant.form
    return filled(turn, draft, meant.answers, doubt=meant.doubt, opened=meant.opened)


def remember(turn: Turn, draft: Draft, about: str = "", answers: Answers | None = None) -> None:
    """Remember which message gave these answers, because the person may edit it or reply to it later."""
    chat, message = turn.incoming.chat, turn.incoming.message
    if message:
        drafts.remember(turn.session, draft, (chat.channel, chat.id, message), about, answers or {})


def _meant(turn: Turn, draft: Draft, text: str) -> Meaning:
    if not draft.macam and (tally := dialog_tally.from_line(turn, text)):
        return Meaning(dialog_tally.FORM.name, tally)
    links = konten.from_line(turn, text) if not draft.mengubah and draft.macam != "kegiatan" else None
    if links:
        return Meaning("konten", _added(draft.answers, links))
    form, question = form_of(draft), open_question(draft)
    if form and (question is None or labels.is_correction(text)):
        answers, asked = completed(turn, draft.answers.get("sektor"), _corrected(turn, draft, text))
        strange = f"Mitranya {answers['instansi']}; pilih asalnya." if asked else ""
        return Meaning(draft.macam, answers, doubt=strange, opened=asked)
    if form is None or (draft.macam == "kegiatan" and question and question.name == "nama" and not draft.mengubah):
        # The draft becomes a kegiatan even if its words are Rejected, so that the card can ask for better ones.
        draft.macam = "kegiatan"
        return first_words(turn, text)
    if question is None:
        raise LookupError
    return Meaning(draft.macam, {question.name: read(question, text, turn.today)}, about=question.name)


def _added(before: Answers, links: Answers) -> Answers:
    """The answers after further links: links sent one by one make one konten on several platforms, and answers given
    before stay."""
    if not before.get("tautan"):
        return links
    tautan = before["tautan"] | links["tautan"]
    named = {*before.get("platform", []), *links["platform"]}
    new = {name: value for name, value in links.items() if name not in before}
    return new | {"tautan": tautan, "platform": [p for p in PLATFORM if p in named]}


def first_words(turn: Turn, text: str) -> Meaning:
    if not tells(text):
        raise Rejected("Nama kegiatannya belum terbaca; mohon ditulis, misalnya Rapat Pleno Rutin.")
    reading, *_ = story.readings(turn, text)
    doubt = next(iter(reading.doubts), None)
    return Meaning(reading.form, reading.answers, doubt.why if doubt else "", doubt.question if doubt else "")


def _corrected(turn: Turn, draft: Draft, text: str) -> Answers:
    form = form_of(draft)
    answers = labels.corrections(form, text, turn.today) if form else {}
    if not answers:
        raise Unasked("Semua sudah terisi. Tekan Simpan, atau Ubah untuk mengganti isian.")
    return answers


def completed(turn: Turn, sektor: str | None, answers: Answers) -> tuple[Answers, str]:
    """The answers, with the sektor of a mitra that is named for an internal kegiatan; where the sektor is unknown, the
    second value names the question for it."""
    if not answers.get("instansi") or answers.get("sektor", sektor) != INTERNAL:
        return answers, ""
    known, named = kegiatan_rows.instansi_of(turn), str(answers["instansi"])
    # A kind of institution counts as a name by itself only with its capital.
    found = next((m for one in (named, named.title()) if (m := guesses.mitra(one, known, turn.satker.wilayah))), None)
    return (answers | {"sektor": found.sektor}, "") if found else (answers, "sektor")


def choose_kind(turn: Turn, draft: Draft, kind: str) -> Says:
    draft.macam = kind
    return filled(turn, draft, {})
