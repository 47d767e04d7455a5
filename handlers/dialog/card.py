"""The live card of a draft: every field with its value, the open question, and the buttons that fit."""

from collections.abc import Sequence
from dataclasses import replace

from handlers.catatan import receipt, records
from handlers.catatan.records import may_ask
from handlers.chat.messages import Button, Menu, Outgoing, Turn
from handlers.chat.pages import in_rows, marked
from handlers.dialog import asking, choices, held, several
from handlers.dialog.held import form_of
from handlers.koreksi.doors import AskToComplete, Photos, Whose
from handlers.lapor.doors import Candidate, Choose, ChooseKind, Done, Drop, Edit, Save, Skip, Switch, Use, UseRest
from handlers.reading.forms import Form, Question, lines, needed
from handlers.reading.message.parts import Doubt
from handlers.reading.text import shortened
from storage.catatan.drafts import Draft
from storage.foto import photos as fotos

FIELDS = "*"
# The letters of unused words that a card has room for; the history keeps all of them.
LONGEST = 1500

# Pairs of (longest label, buttons in a row), for a small phone cuts longer labels.
WIDTHS = ((14, 3), (23, 2), (10**6, 1))


def open_question(draft: Draft) -> Question | None:
    """The question that the person opened by tapping, else one in doubt, else the first one without an answer."""
    form, doubt = form_of(draft), open_doubt(draft)
    if form is None or draft.terbuka == FIELDS:
        return None
    by_hand = form.question(doubt.question if doubt else draft.terbuka)
    if by_hand and held.may_ask(by_hand, draft.answers):
        return by_hand
    return None if draft.mengubah else form.pending(draft.answers)


def open_doubt(draft: Draft) -> Doubt | None:
    """The doubt whose candidates the card offers."""
    return None if draft.terbuka else next(iter(held.doubts(held.current(draft))), None)


def offered(draft: Draft) -> list[Doubt]:
    """The other answers that the card offers in place of those that stand."""
    return [] if draft.terbuka else held.offers(held.current(draft))


def card(turn: Turn, draft: Draft, note: str = "", extra: Menu = ()) -> Outgoing:
    """The card of a draft. `note`: a line above the fields; `extra`: rows of buttons for this occasion alone."""
    question, photos = open_question(draft), _photos(turn, draft)
    told = [note, ""] if note else []
    told += several.fields(draft, photos) if several.overview(draft) else _fields_of(draft, photos)
    if rest := _rest(draft):
        told += ["", f"Belum dipakai: {shortened('; '.join(rest), LONGEST)}"]
    told += ["", _prompt(draft, question)] if told and told[-1] else [_prompt(draft, question)]
    menu = (*_menu(turn, draft, question, photos), *extra)
    shown = turn.reply("\n".join(told), title=_title(draft), menu=menu, card=receipt.card_of(draft))
    return replace(shown, placeholder=placeholder(draft))


def _title(draft: Draft) -> str:
    if draft.others:
        return several.title(draft)
    form = form_of(draft)
    return f"Mengubah #{draft.nomor}" if draft.mengubah else (form.title if form else "Laporan baru")


def _fields_of(draft: Draft, photos: int) -> list[str]:
    form = form_of(draft)
    doubtful = [one.question for one in held.doubts(held.current(draft))]
    shown = [f"Foto: {photos}"] if photos and _with_photos(draft) else []
    return [*(lines(form, draft.answers, doubtful) if form else []), *shown]


def _with_photos(draft: Draft) -> bool:
    """Whether the photos belong to the record that is asked about."""
    return not draft.others or draft.place == draft.photos_at


def _rest(draft: Draft) -> list[str]:
    """The words that no field took: of all records, or of the one that is opened."""
    shown = several.shown(held.every(draft)) if several.overview(draft) else [held.current(draft)]
    return [words for one in shown for words in one.rest]


def placeholder(draft: Draft) -> str:
    if not draft.macam:
        return asking.FIRST
    question = open_question(draft)
    return asking.of_question(draft.macam, question.name) if question else ""


def _photos(turn: Turn, draft: Draft) -> int:
    count = fotos.count(turn.session, draft)
    return (
        count + fotos.count(turn.session, records.look(turn, draft.nomor)) if draft.mengubah and draft.nomor else count
    )


def _prompt(draft: Draft, question: Question | None) -> str:
    if not draft.macam:
        return "Apa yang dilaporkan?"
    if draft.terbuka == FIELDS:
        return "Apa yang diubah?"
    asked = doubt.why if (doubt := open_doubt(draft)) else question.asks(draft.answers) if question else ""
    sure = f"Sudah benar? Tekan {'Simpan semua' if draft.others else 'Simpan'}."
    told = [*([asked] if asked else []), *(one.why for one in offered(draft))]
    if not told:
        return sure
    about = " ".join(told)
    ask = f"Nomor {draft.place + 1}: {about}" if several.overview(draft) else about
    return ask if asked else f"{ask} {sure}"


def _menu(turn: Turn, draft: Draft, question: Question | None, photos: int) -> Menu:
    form, at = form_of(draft), (draft.id, draft.rev)
    if form is None:
        return (
            (Button("Kegiatan", ChooseKind(*at, "kegiatan")), Button("Konten", ChooseKind(*at, "konten"))),
            (_cancel(draft),),
        )
    if draft.terbuka == FIELDS:
        return (*_fields(draft, form, photos), _last_row(draft), *_ask(turn, draft))
    asked = (*_choices(draft, _offered(turn, draft, question)), *_step_row(draft, question)) if question else ()
    asked = (*asked, *((_candidate(draft, one, 0),) for one in offered(draft)))
    if not several.overview(draft):
        return (*asked, *_rest_row(draft), _last_row(draft))
    return (*asked, *several.menu(draft, photos), *_rest_row(draft), (_cancel(draft),))


def _offered(turn: Turn, draft: Draft, question: Question) -> Question:
    """The question with the choices of this office."""
    return choices.question(turn, question, draft.answers.get(question.name) or ()) if question.choices else question


def _rest_row(draft: Draft) -> Menu:
    """What may become of the words that no field took."""
    at, held_ones = (draft.id, draft.rev), [one for one in held.every(draft) if one.rest]
    if not _rest(draft) or (draft.others and draft.terbuka):
        return ()
    room = all(map(held.with_keterangan, held_ones))
    into = (Button("Ke keterangan", UseRest(*at, Use.KETERANGAN)),) if room else ()
    return ((*into, Button("Kegiatan kedua", UseRest(*at, Use.SECOND)), Button("Buang", UseRest(*at, Use.NONE))),)


def _fields(draft: Draft, form: Form, photos: int) -> Menu:
    fields = [Button(q.label, Edit(draft.id, draft.rev, q.name)) for q in form.relevant(draft.answers)]
    if photos and _with_photos(draft):
        whose = Whose(draft.nomor) if draft.mengubah and draft.nomor else Whose(draft.id, draft=True)
        fields.append(Button("Foto", Photos(whose)))
    return in_rows(fields, 2)


def _ask(turn: Turn, draft: Draft) -> Menu:
    """A button for the ketua pelaksana alone, who may ask the reporter to complete the record instead of doing it."""
    if not draft.mengubah or not draft.nomor or not may_ask(turn, records.look(turn, draft.nomor)):
        return ()
    return ((Button("Minta lengkapi", AskToComplete(draft.nomor)),),)


def _choices(draft: Draft, question: Question) -> Menu:
    if (doubt := open_doubt(draft)) and doubt.candidates:
        return _candidates(draft, doubt, question)
    labels = question.shortcuts or tuple(label for _, label in question.choices)
    buttons = [
        _switch(draft, question, index)
        if question.many
        else Button(label, Choose(draft.id, draft.rev, question.name, index))
        for index, label in enumerate(labels)
    ]
    return _rows(buttons)


def _candidates(draft: Draft, doubt: Doubt, question: Question) -> Menu:
    buttons = [_candidate(draft, doubt, index) for index in range(len(doubt.candidates))]
    return _rows([*buttons, Button(f"{question.label} lain", Edit(draft.id, draft.rev, question.name))])


def _candidate(draft: Draft, doubt: Doubt, index: int) -> Button:
    return Button(doubt.candidates[index][1], Candidate(draft.id, draft.rev, doubt.question, index))


def _rows(buttons: Sequence[Button]) -> Menu:
    # The tick of a chosen one does not change how many stand in a row.
    longest = max((len(one.label.removeprefix(marked("", True))) for one in buttons), default=0)
    return in_rows(buttons, next(width for limit, width in WIDTHS if longest <= limit))


def _switch(draft: Draft, question: Question, index: int) -> Button:
    value, label = question.choices[index]
    on = value in (draft.answers.get(question.name) or [])
    return Button(marked(label, on), Switch(draft.id, draft.rev, question.name, index, on=not on))


def _step_row(draft: Draft, question: Question) -> Menu:
    at = draft.id, draft.rev
    if question.many:
        return ((Button("Selesai", Done(*at)),),) if draft.answers.get(question.name) else ()
    return () if needed(question, draft.answers) else ((Button("Lewati", Skip(*at, question.name)),),)


def _last_row(draft: Draft) -> tuple[Button, ...]:
    at = draft.id, draft.rev
    if draft.others:
        return (Button("Kembali", Done(*at)),)
    save = (Button("Simpan", Save(*at)),) if several.complete(held.current(draft)) else ()
    change = () if draft.terbuka == FIELDS else (Button("Ubah", Edit(*at)),)
    return (*save, *change, _cancel(draft))


def _cancel(draft: Draft) -> Button:
    return Button("Batal", Drop(draft.id, draft.rev))
