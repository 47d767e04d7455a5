"""What follows up on a record that was told shortly before: more photos of it, its correction, its deletion."""

import re
from dataclasses import replace

from handlers.catatan import foto as catatan_foto
from handlers.catatan import receipt, records
from handlers.catatan.recent import DAY, HOUR, MOMENT, called, recent
from handlers.catatan.records import Catatan, kind_of
from handlers.chat.messages import Button, Rejected, Says, Turn
from handlers.dialog import kept, story
from handlers.koreksi import ralat, ubah
from handlers.koreksi.doors import CorrectByKept, RemovePhoto, Whose
from handlers.reading import followup, links, removal
from handlers.reading.chatter import cancels
from handlers.reading.forms import Answers
from handlers.reading.text import shortened
from storage.catatan import drafts
from storage.catatan.konten import Konten
from storage.foto import photos
from storage.kantor import daftar
from storage.nasional import platform

QUOTED = 200
SURE = "Catatan ini yang dihapus? Tekan Hapus."
MOST = 5


def words(turn: Turn) -> Says | None:
    """Words about the record that the person has just told; None where they are about something else, or belong to the
    card that is open."""
    text = turn.incoming.text
    removed, off = removal.removes(text), cancels(text)
    also, corrects = followup.also(text), followup.corrects(text)
    if removed is None and not (off or also or corrects or followup.of_it(text)):
        return None
    if drafts.open_of(turn.session, turn.anggota):
        return None
    if removed is not None:
        return [receipt.shown(turn, records.living(turn, removed.nomor or _last(turn, removed.words).nomor), SURE)]
    rows = recent(turn, HOUR if corrects or also else MOMENT)
    if not rows or off:
        return [receipt.shown(turn, rows[0], SURE)] if rows else None
    try:
        answers = _further(turn, rows[0], text) if also and not corrects else _corrections(turn, rows[0], text)
    except Rejected as why:
        return [kept.choice(turn, kept.kept(turn), str(why))]
    return ralat.apply(turn, rows[0], answers) if answers else None


def _last(turn: Turn, words: str = "") -> Catatan:
    """The last record of today, of those that fit the words by which it is called where one does."""
    rows = recent(turn, DAY, MOST)
    if not rows:
        raise Rejected(
            "Hari ini belum ada catatan Anda. Ketik /daftar untuk melihat nomornya, lalu misalnya /hapus 12."
        )
    return next((row for row in rows if followup.fits(words, called(row))), rows[0])


def _corrections(turn: Turn, row: Catatan, text: str) -> Answers:
    """The answers that a text corrects; the number of another record before them was a slip."""
    numbered, kind = ralat.by_number(text), kind_of(row)
    said = numbered.text if numbered else text
    return story.corrections(turn, kind.form, said, kind.answers_of(row), row.day)


_BESIDE = re.compile(
    r"\b(?:juga|jg|jga|pun|sudah|sdh|udah|dan|di|ke|ada|naik|tayang|posting|diposting|link|linknya|tautan|tautannya|yang|yg"
    r"|ini|untuk|versi|nya|ya)\b",
    re.IGNORECASE,
)


def _further(turn: Turn, row: Catatan, text: str) -> Answers:
    """The further platforms of a konten that words name or link; none where they have a title of their own, or tell of
    a platform that the konten has."""
    found, rest = links.find_tautan(text)
    known = daftar.words(turn.satker)
    words = re.findall(r"\w+", _BESIDE.sub(" ", rest.casefold()))
    named = [known[word] for word in words if word in known] + [link.platform for link in found]
    other = [word for word in words if word not in known]
    if not isinstance(row, Konten) or (other and not followup.fits(" ".join(other), called(row))):
        return {}
    now = kind_of(row).answers_of(row)
    if {*(now["tautan"] or {})} & {link.platform for link in found}:
        return {}
    answers: Answers = {"platform": platform.in_order([*now["platform"], *named])}
    return answers | ({"tautan": (now["tautan"] or {}) | links.json_of(found)} if found else {})


def photo(turn: Turn) -> Says | None:
    """A photo whose caption names its record, or fits exactly one of those that the person told today, joins it; where
    the record is not certain, the person is asked; None for any other photo."""
    caption = turn.incoming.text
    if not followup.joins(caption):
        return None
    if nomor := followup.numbered(caption):
        why = records.why_not(records.living, turn, nomor)
        return _asked(turn, why) if why else _joined(turn, nomor)
    fitting = [row for row in recent(turn, DAY, MOST) if followup.fits(caption, called(row))]
    return _joined(turn, fitting[0].nomor) if len(fitting) == 1 else _asked(turn)


def _asked(turn: Turn, why: str = "") -> Says:
    return [kept.choice(turn, kept.kept(turn, catatan_foto.received(turn)), why)]


def _joined(turn: Turn, nomor: int) -> Says:
    """Add the photo to the record; Urungkan takes it out again."""
    added, others = catatan_foto.joined_quietly(turn, nomor)
    row = records.living(turn, nomor)
    if not added:
        return [receipt.shown(turn, row, catatan_foto.THERE), *others]
    shown = receipt.shown(turn, row, f"Foto ditambahkan ke #{nomor}.")
    undo = Button("Urungkan", RemovePhoto(Whose(nomor), 0, photos.of(turn.session, row)[-1].id))
    return [replace(shown, menu=(*shown.menu, (undo,))), *others]


def correct(turn: Turn, door: CorrectByKept) -> Says:
    """Correct a record by words that were kept; where they cannot be read, its card opens below them."""
    draft = kept.find(turn, door.draft)
    said = kept.as_said(turn, draft)
    row = records.living(turn, door.nomor)
    if answers := _readable(said, row):
        says = [*ralat.apply(turn, row, answers)]
        return [kept.done(turn, draft, f"Pesan itu menjadi ralat #{row.nomor}."), *says]
    note = f"“{shortened(said.incoming.text, QUOTED)}” belum terbaca sebagai ralat; tekan isian yang diganti."
    return ubah.opened(turn, row.nomor, note)


def _readable(said: Turn, row: Catatan) -> Answers:
    try:
        return _corrections(said, row, said.incoming.text)
    except Rejected:
        return {}
