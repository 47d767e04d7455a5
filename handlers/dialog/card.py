"""The live card of a draft: every field with its value, the open question, and the buttons that fit."""

from dataclasses import replace

from handlers.catatan import receipt, records
from handlers.catatan.records import may_ask
from handlers.chat.messages import Button, Menu, Outgoing, Turn
from handlers.chat.pages import in_rows, marked
from handlers.dialog import asking, tally
from handlers.koreksi.doors import AskToComplete, Photos, Whose
from handlers.lapor.doors import Choose, ChooseKind, Done, Drop, Edit, Save, Skip, Switch
from handlers.reading.forms import Form, Question, lines, needed
from storage.catatan.drafts import Draft
from storage.foto import photos

FIELDS = "*"

# Pairs of (longest label, buttons in a row), for a small phone cuts longer labels.
WIDTHS = ((14, 3), (23, 2), (10**6, 1))


def form_of(draft: Draft) -> Form | None:
    if draft.macam == tally.FORM.name:
        return tally.FORM
    return records.KINDS[draft.macam].form if draft.macam else None


def open_question(draft: Draft) -> Question | None:
    """The question that the person opened by tapping, else the first one without an answer."""
    form = form_of(draft)
    if form is None or draft.terbuka == FIELDS:
        return None
    by_hand = form.question(draft.terbuka)
    if by_hand and by_hand.relevant(draft.answers):
        return by_hand
    return None if draft.mengubah else form.pending(draft.answers)


def card(turn: Turn, draft: Draft, note: str = "", extra: Menu = ()) -> Outgoing:
    """The card of a draft. `note`: a line above the fields; `extra`: rows of buttons for this occasion alone."""
    form, question = form_of(draft), open_question(draft)
    told = [note, ""] if note else []
    told += lines(form, draft.answers) if form else []
    told += [f"Foto: {count}"] if (count := _photos(turn, draft)) else []
    asked = _prompt(draft, question)
    if asked:
        told += ["", asked] if told and told[-1] else [asked]
    title = f"Mengubah #{draft.nomor}" if draft.mengubah else (form.title if form else "Laporan baru")
    menu = (*_menu(turn, draft, form, question), *extra)
    shown = turn.reply("\n".join(told), title=title, menu=menu, card=receipt.card_of(draft))
    return replace(shown, placeholder=placeholder(draft))


def placeholder(draft: Draft) -> str:
    if not draft.macam:
        return asking.FIRST
    question = open_question(draft)
    return asking.of_question(draft.macam, question.name) if question else ""


def _photos(turn: Turn, draft: Draft) -> int:
    count = photos.count(turn.session, draft)
    return (
        count + photos.count(turn.session, records.look(turn, draft.nomor)) if draft.mengubah and draft.nomor else count
    )


def _prompt(draft: Draft, question: Question | None) -> str:
    if not draft.macam:
        return "Apa yang dilaporkan?"
    if draft.terbuka == FIELDS:
        return "Apa yang diubah?"
    return question.prompt if question else "Sudah benar? Tekan Simpan."


def _menu(turn: Turn, draft: Draft, form: Form | None, question: Question | None) -> Menu:
    at = draft.id, draft.rev
    if form is None:
        return (
            (Button("Kegiatan", ChooseKind(*at, "kegiatan")), Button("Konten", ChooseKind(*at, "konten"))),
            (_cancel(draft),),
        )
    if draft.terbuka == FIELDS:
        return (*_fields(turn, draft, form), _last_row(draft, form), *_ask(turn, draft))
    choices = _choices(draft, question) if question else ()
    return (*choices, *_step_row(draft, question), _last_row(draft, form))


def _fields(turn: Turn, draft: Draft, form: Form) -> Menu:
    fields = [Button(q.label, Edit(draft.id, draft.rev, q.name)) for q in form.relevant(draft.answers)]
    if _photos(turn, draft):
        whose = Whose(draft.nomor) if draft.mengubah and draft.nomor else Whose(draft.id, draft=True)
        fields.append(Button("Foto", Photos(whose)))
    return in_rows(fields, 2)


def _ask(turn: Turn, draft: Draft) -> Menu:
    """A button for the ketua pelaksana alone, who may ask the reporter to complete the record instead of doing it."""
    if not draft.mengubah or not draft.nomor or not may_ask(turn, records.look(turn, draft.nomor)):
        return ()
    return ((Button("Minta lengkapi", AskToComplete(draft.nomor)),),)


def _choices(draft: Draft, question: Question) -> Menu:
    labels = question.shortcuts or tuple(label for _, label in question.choices)
    buttons = [
        _switch(draft, question, index)
        if question.many
        else Button(label, Choose(draft.id, draft.rev, question.name, index))
        for index, label in enumerate(labels)
    ]
    longest = max(map(len, labels), default=0)
    return in_rows(buttons, next(width for limit, width in WIDTHS if longest <= limit))


def _switch(draft: Draft, question: Question, index: int) -> Button:
    value, label = question.choices[index]
    on = value in (draft.answers.get(question.name) or [])
    return Button(marked(label, on), Switch(draft.id, draft.rev, question.name, index, on=not on))


def _step_row(draft: Draft, question: Question | None) -> Menu:
    if question is None:
        return ()
    at = draft.id, draft.rev
    if question.many:
        return ((Button("Selesai", Done(*at)),),) if draft.answers.get(question.name) else ()
    return () if needed(question, draft.answers) else ((Button("Lewati", Skip(*at, question.name)),),)


def _last_row(draft: Draft, form: Form) -> tuple[Button, ...]:
    at = draft.id, draft.rev
    save = () if form.missing(draft.answers) else (Button("Simpan", Save(*at)),)
    change = () if draft.terbuka == FIELDS else (Button("Ubah", Edit(*at)),)
    return (*save, *change, _cancel(draft))


def _cancel(draft: Draft) -> Button:
    return Button("Batal", Drop(draft.id, draft.rev))
