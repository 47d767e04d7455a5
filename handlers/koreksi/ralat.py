"""Corrects a record by words, as a reply to its receipt or by its number, at once and with Urungkan."""

import re
from dataclasses import dataclass

from handlers.catatan import elsewhere, receipt, records, save
from handlers.catatan.records import Catatan, kind_of
from handlers.chat.messages import Rejected, Says, Turn
from handlers.dialog import story
from handlers.dialog.card import card
from handlers.dialog.words import completed
from handlers.koreksi import ubah
from handlers.reading import labels
from handlers.reading.forms import Answers
from storage.catatan import drafts
from storage.catatan.drafts import Draft
from storage.catatan.kegiatan import Kegiatan

BY_NUMBER = re.compile(
    r"^\s*(?P<said>(?:ralat|koreksi|revisi)?)\s*(?P<mark>#?)(?P<nomor>\d{1,9})\b[\s,:]*(?P<rest>.*)$",
    re.IGNORECASE | re.DOTALL,
)
HOW = "Tulis bagian dan isinya, misalnya tanggal 16, atau nama: Apel Pagi Gabungan."
THANKS = re.compile(r"(?:ok(?:e|ay)?|siap|baik|sip|terima\s*kasih|makasih|trims|tks|[👍🙏👌✅])\W*(?:kasih)?\W*")
REMOVE = frozenset({"hapus", "dihapus", "batal", "batalkan", "hapus saja"})


@dataclass(frozen=True)
class Words:
    nomor: int
    text: str


def by_number(text: str) -> Words | None:
    """The number and the words of "ralat #12 tanggal 16"; without # or without ralat only where a label follows."""
    found = BY_NUMBER.match(text)
    if found is None or not (found["mark"] or found["said"]):
        return None
    if not (found["mark"] and found["said"]) and not _labelled(found["rest"]):
        return None
    return Words(int(found["nomor"]), found["rest"])


def _labelled(rest: str) -> bool:
    names = "|".join(f"(?:{words})" for words in labels.SYNONYMS.values())
    return bool(re.match(rf"(?:(?:{names})(?:nya)?|hapus)\b", rest, re.IGNORECASE)) and not re.match(r"\d", rest)


def told(turn: Turn, nomor: int, text: str) -> Says:
    """Read words about one record: a correction, its deletion or its return."""
    word = text.strip().casefold().rstrip(".!")
    if word in REMOVE:
        row = records.living(turn, nomor)
        return [receipt.remove(turn, row), *elsewhere.renewals(turn, row)]
    if word in ("kembalikan", "pulihkan"):
        return ubah.back(turn, records.find(turn, nomor))
    if THANKS.fullmatch(word):
        return [turn.reply("Sama-sama.")]
    row = records.living(turn, nomor)
    kind = kind_of(row)
    answers = story.corrections(turn, kind.form, text, kind.answers_of(row), row.day)
    if not answers:
        raise Rejected(f"Apa yang diralat dari #{nomor}? {HOW}")
    return apply(turn, row, answers)


def apply(turn: Turn, row: Catatan, answers: Answers) -> Says:
    """Change the record at once; where the change leaves a question open, the card asks it first."""
    sektor = row.sektor if isinstance(row, Kegiatan) else None
    answers, asked = completed(turn, sektor, answers)
    draft, open_ones = drafts.open_of(turn.session, turn.anggota), save.gaps(row, answers)
    if asked or open_ones or (draft and draft.nomor == row.nomor):
        return _on_card(turn, row, draft, answers, asked or next(iter(open_ones), ""))
    _belong(row, answers)
    entry = save.change(turn, row, answers)
    if not (changed := save.said(entry)):
        return [receipt.receipt(turn, row, changed=["Isinya memang sudah begitu."])]
    return [receipt.receipt(turn, row, "Diubah", changed, entry.id), *elsewhere.fulfilled(turn, row, changed)]


def _belong(row: Catatan, answers: Answers) -> None:
    kind = kind_of(row)
    kept = {q.name for q in kind.form.relevant(kind.answers_of(row) | answers)}
    if foreign := [q.label for q in kind.form.questions if q.name in answers and q.name not in kept]:
        why = " Isi dahulu mitranya." if isinstance(row, Kegiatan) else ""
        raise Rejected(f"{foreign[0]} tidak dipakai pada catatan #{row.nomor}.{why}")


def _on_card(turn: Turn, row: Catatan, draft: Draft | None, answers: Answers, asked: str) -> Says:
    """Put the answers on the card of a change, which waits for Simpan."""
    if draft and draft.nomor != row.nomor:
        raise Rejected("Selesaikan dahulu laporan yang sedang diisi, lalu kirim ralat ini sekali lagi.")
    draft = draft or save.begin_change(turn, row)
    drafts.change(draft, draft.answers | answers, turn.now)
    draft.terbuka = asked
    return [card(turn, draft)]
