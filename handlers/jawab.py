"""Words for a draft: links make it a konten, a first line names a kegiatan, else the open question is answered."""

from handlers import catatan, cerita, hitungan, konten
from handlers.chat import Rejected, Says, Turn
from handlers.forms import Answers, read
from handlers.kartu import card, form_of, open_question
from storage import drafts
from storage.drafts import Draft

MACAM_WORDS = {"kegiatan": "kegiatan", "konten": "konten", "1": "kegiatan", "2": "konten"}


def filled(turn: Turn, draft: Draft, answers: Answers, *, doubt: str = "", terbuka: str = "") -> Says:
    drafts.change(draft, draft.answers | answers, turn.now)
    draft.terbuka = terbuka
    return [card(turn, draft, note=doubt)]


def opened(turn: Turn, draft: Draft, text: str) -> Says:
    """The first words for a draft; what is wrong with them stands on the card, so that card and photos stay."""
    try:
        return told(turn, draft, text)
    except Rejected as rejected:
        return [card(turn, draft, note=str(rejected))]


def told(turn: Turn, draft: Draft, text: str) -> Says:
    """Words for a draft: links make it a konten, a first line names a kegiatan, else the open question is answered."""
    if not draft.macam and text.strip().casefold() in MACAM_WORDS:
        return choose_macam(turn, draft, MACAM_WORDS[text.strip().casefold()])
    if not draft.macam and (tally := hitungan.from_line(turn, text)):
        draft.macam = hitungan.FORM.name
        return filled(turn, draft, tally)
    links = konten.from_line(turn, text) if not draft.mengubah and draft.macam != "kegiatan" else None
    if links:
        draft.macam = "konten"
        return filled(turn, draft, links)
    form, question = form_of(draft), open_question(draft)
    if form is None or (draft.macam == "kegiatan" and question and question.name == "nama" and not draft.mengubah):
        draft.macam = "kegiatan"
        answers, doubt, about = cerita.kegiatan(turn, text)
        return filled(turn, draft, answers, doubt=doubt, terbuka=about)
    if question is None:
        raise Rejected("Semua sudah terisi. Tekan Simpan, atau Ubah untuk mengganti isian.")
    return filled(turn, draft, {question.name: read(question, text, turn.today)})


def choose_macam(turn: Turn, draft: Draft, macam: str) -> Says:
    draft.macam = macam if macam in catatan.MACAM else draft.macam
    return filled(turn, draft, {})
