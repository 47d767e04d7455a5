"""What vouches for a partner or a place, so that its words are a value: its kind, its letters, or the cue before it."""

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.look import Run
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.several.rows import AREAS, acronym, counted
from handlers.reading.message.events.vocabulary.heads import is_head
from handlers.reading.message.events.vocabulary.plain import WORDS
from handlers.reading.message.events.words import Word
from handlers.reading.message.parts import Kind

# Those who are no institution, but somebody.
_PEOPLE = (
    cues.PEOPLE_OF
    | cues.OFFICERS
    | table(
        """
    warga masyarakat ojol tukang pedagang pelaku umkm kades bidan nakes driver sopir tenaga anak-anak
    anak2 anak ibu-ibu bapak-bapak emak-emak mahasiswi siswi alumni purna calon pemilih keluarga besar tetangga ojek
    jemaah umat jamaah jemaat siswa-siswi adik-adik adek-adek linmas satlinmas ppk pps kpps pantarlih
    """
    )
)
# With no word beside them they are our own.
_OURS = table(
    "pimpinan jajaran rekan rekan-rekan teman teman-teman teman2 kawan rekan2 tim para kepala ketua staf kasi kita"
)
_COUNTED = re.compile(cues.UNITS)
# Something that was done, and nobody: "dengan pengarahan ketua"; and those of that form who are somebody.
_DONE = re.compile(r"pe\w{3,}an")
_WHO = table("perempuan perusahaan perkumpulan persatuan perhimpunan perikatan perserikatan perguruan pergerakan")
# They are no value, however they are written.
_NOBODY = WORDS | cues.PRONOUNS | cues.PARTICLES | cues.SLIPS | cues.NOTHING | cues.NEXT | cues.TOOLS
# Where it was is not said.
_SOMEWHERE = frozenset({"tempat", "tempatnya", "lokasi", "lokasinya", "biasa", "biasanya"})
# Fewer letters are no name of somebody whom no list has, and more words in small letters no name of a place.
_SHORT, _FEW = 3, 4


def guarded(runs: Iterable[Run], names: Names) -> list[Run]:
    """The runs, with those partners and places left aside that nothing vouches for; a cue stands before each then."""
    told = [*runs]
    held = (_held(run, names) and not _and(before, run, names) for before, run in pairwise([Run(Kind.REST), *told]))
    return [run if one else Run(Kind.REST, run.items, run.cue) for run, one in zip(told, held, strict=True)]


def _and(before: Run, run: Run, names: Names) -> bool:
    """Whether "with" only joins two that were done or named alike: "senam deng bersih kantor", "PPK A Utara sama A
    Barat"."""
    told = run.words[:2]
    if run.kind is not Kind.PARTNER or not run.cue or not told or names.kind(told[0]):
        return False
    alike = told[0].capital and told[0].low in {word.low for word in before.words[-2:]}
    return alike or is_head(told[0].low, told[-1].low)


def left_aside(run: Run) -> bool:
    """Whether nothing vouches for a partner or a place."""
    return run.kind is Kind.REST and bool(run.cue)


def strange(run: Run) -> bool:
    """Whether somebody was left aside with whom it was, and who is none of ours."""
    met = left_aside(run) and run.cue[0].low in {"bersama", "dengan"}
    return met and not {word.low for word in run.words} <= _OURS


def nobody(part: Sequence[Word]) -> bool:
    """Whether words of a labelled line are none of a partner: "Lapor selesai"."""
    return part[0].low in _NOBODY


def _held(run: Run, names: Names) -> bool:
    told = [word for word in run.words if word.raw[-1].isalnum()]
    if run.kind not in {Kind.PARTNER, Kind.PLACE} or not run.cue or not told:
        return True
    return _known(told, names) or (_partner(told) if run.kind is Kind.PARTNER else _place(run, told, names))


def _known(told: Sequence[Word], names: Names) -> bool:
    """Whether it begins with an acronym or with capitals, or names an institution."""
    first = told[0]
    written = acronym(first) or (first.capital and len(first.raw) >= _SHORT)
    called = written and not (is_head(first.low) or first.low in _NOBODY)
    return called or any(names.kind(word) for word in told) or names.ours(told) > 0 or any(names.all(told))


def _partner(told: Sequence[Word]) -> bool:
    first = told[0].low
    done = _DONE.fullmatch(first) and first not in _PEOPLE | _WHO
    ours = {word.low for word in told} <= _OURS
    return not (done or ours) and any(word.low in _PEOPLE or _COUNTED.fullmatch(word.low) for word in told[:_FEW])


def _place(run: Run, told: Sequence[Word], names: Names) -> bool:
    """Whether a room or a region is named, or "di" stands before few words that are of no list."""
    if {word.low for word in told} <= _SOMEWHERE:
        return False
    rooms = cues.ROOMS | AREAS | names.gazetteer.regions | names.gazetteer.own
    named = any(word.low in rooms for word in told) or counted(told) or any(word.capital for word in told)
    strange = len(told) <= _FEW and not any(word.low in _NOBODY or word.raw.isdigit() for word in told)
    placed = run.cue[-1].low in cues.ROUTE | {"di"}
    return named or (placed and strange and len(told[0].raw) >= _SHORT)
