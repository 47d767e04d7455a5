"""How typed words change the open draft: links make it a konten, first words name a kegiatan, later words answer the
open question."""

from dataclasses import dataclass, replace

from handlers.catatan import konten
from handlers.catatan.gazetteer import of_partners
from handlers.chat.messages import Menu, Rejected, Says, Turn
from handlers.dialog import choices, held, story
from handlers.dialog.card import card, open_question
from handlers.dialog.held import form_of
from handlers.dialog.several import overview
from handlers.reading import labels
from handlers.reading.chatter import tells
from handlers.reading.forms import Answers, Question, read, unread
from handlers.reading.links import Links, codes, tautan
from handlers.reading.message.events.names import Names
from handlers.reading.message.parts import Doubt, Reading
from storage.catatan import drafts
from storage.catatan import kegiatan as kegiatan_rows
from storage.catatan.drafts import Draft
from storage.nasional import platform

Readings = tuple[Reading, ...]
KIND_WORDS = {"kegiatan": "kegiatan", "konten": "konten", "1": "kegiatan", "2": "konten"}


class Unasked(Rejected):
    """The words answer no question of the card, for it has none."""


@dataclass(frozen=True)
class Meaning:
    """What words tell: the records, at least one. `about`: the question that they answer, empty for first words."""

    readings: Readings
    about: str = ""


def filled(turn: Turn, draft: Draft, answers: Answers) -> Says:
    """The card with these answers to the record that it asks about."""
    drafts.change(draft, draft.answers | answers | _sektor(turn, draft, answers), turn.now)
    return asks_on(turn, draft)


def asks_on(turn: Turn, draft: Draft, note: str = "", extra: Menu = ()) -> Says:
    """The card with the next question."""
    draft.terbuka = ""
    held.onward(draft, turn.now)
    return [card(turn, draft, note=note, extra=extra)]


def _sektor(turn: Turn, draft: Draft, answers: Answers) -> Answers:
    """The sektor of a mitra that the office knows, where nobody has told another."""
    nama = answers.get("instansi")
    if not nama or draft.answers.get("sektor") or "sektor" in answers:
        return {}
    _, sektor = kegiatan_rows.known(turn).get(nama, (nama, ""))
    return {"sektor": sektor} if sektor else {}


def opened(turn: Turn, draft: Draft, text: str, known: Readings = ()) -> Says:
    """Read the first words of a new draft; where they cannot be read, the card says so, and card and photos stay."""
    try:
        return told(turn, draft, text, known)
    except Rejected as rejected:
        remember(turn, draft)
        return [card(turn, draft, note=str(rejected))]


def told(turn: Turn, draft: Draft, text: str, known: Readings = ()) -> Says:
    """Let words change the card. `known`: what they tell as first words, where they have been read before."""
    if not draft.macam and text.strip().casefold() in KIND_WORDS:
        return choose_kind(turn, draft, KIND_WORDS[text.strip().casefold()])
    meant = _meant(turn, draft, text, known)
    first, *_ = meant.readings
    remember(turn, draft, meant.about, first.answers)
    if meant.about:
        return filled(turn, draft, first.answers)
    held.take(draft, meant.readings, turn.now)
    return asks_on(turn, draft)


def remember(turn: Turn, draft: Draft, about: str = "", answers: Answers | None = None) -> None:
    """Remember which message gave these answers, because the person may edit it or reply to it later."""
    chat, message = turn.incoming.chat, turn.incoming.message
    if message:
        drafts.remember(turn.session, draft, (chat.channel, chat.id, message), about, answers or {})


def _meant(turn: Turn, draft: Draft, text: str, known: Readings) -> Meaning:
    if not draft.mengubah and draft.macam in ("", "konten") and tautan(text):
        return Meaning(_linked(turn, draft, known or story.readings(turn, text)))
    form, question = form_of(draft), open_question(draft)
    question = choices.question(turn, question) if question else None
    if form and (question is None or labels.is_correction(text)):
        answers, asked = completed(turn, draft.answers.get("sektor"), _corrected(turn, draft, text))
        strange = (Doubt(asked, f"Mitranya {answers['instansi']}; pilih asalnya."),) if asked else ()
        return Meaning((Reading(draft.macam, answers, strange),))
    if form is None or _unnamed(draft, question):
        # The draft becomes a kegiatan even if its words are Rejected, so that the card can ask for better ones.
        draft.macam = "kegiatan"
        return Meaning(first_words(turn, text, known))
    if question is None:
        raise LookupError
    return _answered(turn, draft, question, text)


def _answered(turn: Turn, draft: Draft, question: Question, text: str) -> Meaning:
    """The answer to the open question; a name or a link that no list has is asked about."""
    try:
        return Meaning((Reading(draft.macam, story.answer(turn, question, text, draft.answers)),), question.name)
    except Rejected:
        answers, doubt = _strange(turn, draft, question, text)
        if not answers and doubt is None:
            raise
        return Meaning((Reading(draft.macam, answers, (doubt,) if doubt else ()),))


def _strange(turn: Turn, draft: Draft, question: Question, text: str) -> tuple[Answers, Doubt | None]:
    if question.name == "tautan":
        return choices.link(turn, text, draft.answers)
    return {}, choices.word(question, text, _beside(turn, question, text) if question.many else ())


def _beside(turn: Turn, question: Question, text: str) -> list[str]:
    """The choices that a typed answer names beside a new one."""
    for strange in unread(question, text):
        text = text.replace(strange, "")
    try:
        return [str(one) for one in read(question, text, turn.today) or ()]  # type: ignore[union-attr]  # of many choices
    except Rejected:
        return []


def _unnamed(draft: Draft, question: Question | None) -> bool:
    """Whether the first words of a kegiatan are still to come."""
    first = draft.macam == "kegiatan" and not draft.mengubah and not draft.others and not draft.doubts
    return first and question is not None and question.name == "nama"


def _linked(turn: Turn, draft: Draft, told: Readings) -> Readings:
    """The records of words with links. Links sent one by one make one konten on several platforms."""
    for one in told:
        konten.not_linked_before(turn, codes(one.answers.get("tautan") or {}), None)
    if not draft.macam:
        return told
    if draft.others or told[1:] or told[0].form != draft.macam:
        raise Rejected("Pesan itu memuat laporan lain. Simpan atau Tunda kartu ini dahulu, lalu kirim lagi.")
    return (replace(told[0], answers=_added(draft.answers, told[0].answers)),)


def _added(before: Answers, links: Answers) -> Answers:
    """The answers after further links; those given before stay, and so does the link of a platform."""
    known: Links = before.get("tautan") or {}
    for key, (_, kode) in links["tautan"].items():
        if known.get(key, ["", kode])[1] != kode:
            raise Rejected(f"Kartu ini sudah memuat tautan {key}. Simpan atau Tunda dahulu, lalu kirim lagi.")
    if not known:
        return links
    named = (*before.get("platform", []), *links["platform"])
    new = {name: value for name, value in links.items() if name not in before}
    return new | {"tautan": known | links["tautan"], "platform": platform.in_order(named)}


def first_words(turn: Turn, text: str, known: Readings = ()) -> Readings:
    """The records that the first words of a card tell of."""
    told = known or story.readings(turn, text)
    if told[0].form == "kegiatan" and not tells(text):
        raise Rejected("Nama kegiatannya belum terbaca; mohon ditulis, misalnya Rapat Pleno Rutin.")
    return told


def _corrected(turn: Turn, draft: Draft, text: str) -> Answers:
    form = form_of(draft)
    if overview(draft) and open_question(draft) is None:
        raise Rejected("Kartu ini memuat beberapa catatan. Tekan Ubah 1, Ubah 2, dan seterusnya, lalu ganti isiannya.")
    answers = story.corrections(turn, form, text, draft.answers) if form else {}
    if not answers:
        raise Unasked("Semua sudah terisi. Tekan Simpan, atau Ubah untuk mengganti isian.")
    return answers


def completed(turn: Turn, sektor: str | None, answers: Answers) -> tuple[Answers, str]:
    """The answers, with the sektor of a mitra that is named for a kegiatan without one; where the sektor is unknown,
    the second value names the question for it."""
    if not answers.get("instansi") or kegiatan_rows.has_partner(answers.get("sektor", sektor)):
        return answers, ""
    partners = of_partners(kegiatan_rows.known(turn), turn.satker.wilayah)
    told = Names(partners).sektor(str(answers["instansi"]))
    return (answers | {"sektor": told}, "") if told else (answers, "sektor")


def choose_kind(turn: Turn, draft: Draft, kind: str) -> Says:
    draft.macam = kind
    return filled(turn, draft, {})
