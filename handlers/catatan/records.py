"""A catatan is a kegiatan or a konten: the form, row and answers of each kind, and the people who may look at one or
change it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from handlers.catatan import kegiatan, konten
from handlers.chat.messages import Rejected, Turn
from handlers.reading.forms import Answers, Form, Question, shown
from storage.catatan import kegiatan as kegiatan_rows
from storage.catatan import konten as konten_rows
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Here

Catatan = Kegiatan | Konten


@dataclass(frozen=True)
class Kind:
    form: Form
    new: Callable[[Turn, int], Any]
    fill: Callable[[Any, Answers], None]
    answers_of: Callable[[Any], Answers]
    headline: Callable[[Any], str]
    by_nomor: Callable[[Here, int], Catatan | None]


KINDS = {
    "kegiatan": Kind(
        kegiatan.FORM, kegiatan.new, kegiatan.fill, kegiatan.answers_of, kegiatan.headline, kegiatan_rows.by_nomor
    ),
    "konten": Kind(konten.FORM, konten.new, konten.fill, konten.answers_of, konten.headline, konten_rows.by_nomor),
}


def kind_of(row: Catatan) -> Kind:
    return KINDS[row.__tablename__]


def changes(form: Form, before: Answers, after: Answers) -> list[str]:
    changed = [q for q in form.questions if (before.get(q.name) or None) != (after.get(q.name) or None)]
    return [_change(q, _shown(q, before), _shown(q, after)) for q in changed]


def _change(question: Question, before: str, after: str) -> str:
    """The line about one changed answer; a new link on the same platform looks like the old one, so the line says
    diganti."""
    return f"{question.label}: {before} → {after}" if before != after else f"{question.label}: diganti ({after})"


def _shown(question: Question, answers: Answers) -> str:
    """The words of one answer; a missing one is a dash, even where the form would mark a gap."""
    return shown(question, answers) if answers.get(question.name) else "–"


def of_days(here: Here, mulai: date, selesai: date, *, of_months: bool = False) -> list[Catatan]:
    """The living records of [mulai, selesai) by day and number. Of a single day these are also the kegiatan that have
    begun before it; `of_months`: with the konten of which only their month is known."""
    one_day = selesai - mulai == timedelta(days=1)
    held = (kegiatan_rows.with_a_day if one_day else kegiatan_rows.between)(here, mulai, selesai)
    posted: list[Catatan] = [row for row in konten_rows.between(here, mulai, selesai) if of_months or not row.sebulan]
    return sorted([*held, *posted], key=lambda row: (row.day, row.nomor))


def numbered(here: Here, numbers: Collection[int]) -> list[Catatan]:
    """The living records of these numbers, in the order of their numbers."""
    found: list[Catatan] = [*kegiatan_rows.numbered(here, numbers), *konten_rows.numbered(here, numbers)]
    return sorted((row for row in found if row.dihapus_at is None), key=lambda row: row.nomor)


def by_nomor(here: Here, nomor: int) -> Catatan | None:
    """The catatan of a number: both kinds have one series of them."""
    return kegiatan_rows.by_nomor(here, nomor) or konten_rows.by_nomor(here, nomor)


def look(turn: Turn, nomor: int) -> Catatan:
    """The catatan of a number from any reporter; Rejected if the office has none."""
    row = by_nomor(turn, nomor)
    if row is None:
        raise Rejected(f"Tidak ada catatan #{nomor}. Ketik /daftar untuk melihat nomornya.")
    return row


def find(turn: Turn, nomor: int) -> Catatan:
    """The catatan of a number if the person may change it: their own, or any for the ketua pelaksana."""
    row = look(turn, nomor)
    if not may_change(turn, row):
        raise Rejected(f"Catatan #{nomor} bukan milik Anda; mintalah pelapornya atau Ketua Pelaksana.")
    return row


def living(turn: Turn, nomor: int) -> Catatan:
    """The catatan that `find` gives; Rejected if it was deleted or merged."""
    row = find(turn, nomor)
    if into := merged_into(row):
        raise Rejected(f"Catatan #{nomor} sudah digabung ke #{into}.")
    if row.dihapus_at is not None:
        raise Rejected(f"Catatan #{nomor} sudah dihapus; kembalikan dahulu.")
    return row


def why_not(look_up: Callable[[Turn, int], Catatan], turn: Turn, nomor: int) -> str:
    """The sentence by which `find` or `living` refuses the catatan of a number; empty where it gives one."""
    try:
        look_up(turn, nomor)
    except Rejected as why:
        return str(why)
    return ""


def merged_into(row: Catatan) -> int | None:
    return row.digabung if isinstance(row, Kegiatan) else None


def may_change(turn: Turn, row: Catatan) -> bool:
    return turn.anggota.role == Role.KETUA_PELAKSANA or turn.anggota.id in reporters(turn, row)


def may_ask(turn: Turn, row: Catatan) -> bool:
    """Whether the person may ask the reporters to complete the record."""
    return turn.anggota.role == Role.KETUA_PELAKSANA and bool(reporters(turn, row) - {turn.anggota.id})


def reporters(turn: Turn, row: Catatan) -> set[int]:
    others = kegiatan_rows.of(turn.session, row) if isinstance(row, Kegiatan) else set()
    return others | ({row.pelapor_id} if row.pelapor_id else set())


def names(turn: Turn, row: Catatan) -> list[str]:
    """The names of the reporters, the one who reported first in front."""
    who = sorted(reporters(turn, row), key=lambda id_: (id_ != row.pelapor_id, id_))
    return [one.nama for id_ in who if (one := people.get(turn, id_))]
