"""Doors of the card of a report that is being filled in, and of the questions for figures that nobody reports."""

from enum import StrEnum

from handlers.chat.door import ANGGOTA, KETUA_PELAKSANA, REMINDED, Door


class OfDraft(Door, code="l", who=ANGGOTA):
    """The fields of every button of a draft's card: the id of the draft, and its revision when the card was written."""

    draft: int
    rev: int


class ChooseKind(OfDraft, code="lm", who=ANGGOTA):
    form: str


class Choose(OfDraft, code="lc", who=ANGGOTA):
    """`choice`: which of the question's answers, counted from 0."""

    question: str
    choice: int


class Switch(OfDraft, code="lt", who=ANGGOTA):
    """Switches one of several choices on or off."""

    question: str
    choice: int
    on: bool


class Skip(OfDraft, code="lw", who=ANGGOTA):
    question: str


class Candidate(OfDraft, code="lv", who=ANGGOTA):
    """Ends a doubt. `choice`: which of its candidates, counted from 0."""

    question: str
    choice: int


class Use(StrEnum):
    """What becomes of the words that no field took."""

    KETERANGAN = "k"
    SECOND = "d"
    NONE = "b"


class UseRest(OfDraft, code="lk", who=ANGGOTA):
    use: Use


class EditRecord(OfDraft, code="lu", who=ANGGOTA):
    """Opens the fields of one of several records, counted from 1."""

    number: int


class PhotosTo(OfDraft, code="lf", who=ANGGOTA):
    """Moves the photos to one of several records, counted from 1."""

    number: int


class Join(OfDraft, code="lj", who=ANGGOTA):
    """Makes one kegiatan of several."""


class Done(OfDraft, code="ld", who=ANGGOTA):
    """Closes a question with several choices, or one of several records."""


class Edit(OfDraft, code="lo", who=ANGGOTA):
    """Opens a question; without one, the list of fields."""

    question: str = ""


class Save(OfDraft, code="ls", who=ANGGOTA): ...


class Drop(OfDraft, code="lb", who=ANGGOTA): ...


class Park(OfDraft, code="lp", who=ANGGOTA):
    """Puts a report aside, so that another can begin."""


class Resume(OfDraft, code="lr", who=ANGGOTA): ...


class As(StrEnum):
    """What words that were kept are meant as."""

    KEGIATAN = "kegiatan"
    KONTEN = "konten"
    NOTHING = "bukan"


class Treat(OfDraft, code="lh", who=ANGGOTA):
    """Says what the kept words of the draft are."""

    meant: As


class AddTo(OfDraft, code="lx", who=ANGGOTA):
    """Gives the photos of a draft without words to the record `nomor`, and drops the draft."""

    nomor: int


class FotoBerita(Door, code="f", who=ANGGOTA):
    """Sets the number of Foto Berita of the kegiatan `nomor`; 0 deletes them."""

    nomor: int
    count: int


class SkipFotoBerita(Door, code="fl", who=ANGGOTA):
    """Passes over the question how many Foto Berita the kegiatan `nomor` has; the number stays as it is."""

    nomor: int


class AskFotoBerita(Door, code="fa", who=ANGGOTA):
    """Asks again how many Foto Berita the kegiatan `nomor` has."""

    nomor: int


class Reminders(StrEnum):
    ON = "hidup"
    OFF = "mati"


class Reminding(Door, code="pi", who=REMINDED):
    """Switches one's own reminders on or off."""

    to: Reminders


class Reposts(Door, code="w", who=KETUA_PELAKSANA):
    """Sets the number of reposts in the week about which the weekly question (`delivery`) asks."""

    delivery: int
    count: int


class SkipReposts(Door, code="wp", who=KETUA_PELAKSANA):
    """Passes over the weekly question `delivery`."""

    delivery: int


class AskReposts(Door, code="wt", who=KETUA_PELAKSANA):
    """Asks the weekly question `delivery` again."""

    delivery: int
