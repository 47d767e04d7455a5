"""The paragraphs of BAB II: themes that came back, how often and with whom; then what happened once."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from renderers.figures import Koordinasi, Rekap
from renderers.indonesian import daftar, ordinal, with_words
from renderers.prosa.period import period_over, period_words

_MOST_NAMES = 12  # in one sentence; more would repeat the table
_SERIES = 3  # rows under one text, from which on they are a series
_MOST_SINGLE = 5  # matters that came up once, named in one sentence
_MOST_FORMS = 5  # kinds of kegiatan counted in one sentence
# A word that has two capitals or a figure is an acronym, whoever wrote it: "SPDP", "e-KTP", "MoU".
_SIGNS = ".,;()"
_ACRONYM = re.compile(r"\w*[A-Z]\w*[A-Z]|\w*\d|\w+-[A-Z]")


class Matter(NamedTuple):
    """A matter and its rows; `about`: its subject in the words of their keterangan."""

    about: str
    rows: tuple[Koordinasi, ...]


def rows_of(rekap: Rekap, sektor: str) -> list[Koordinasi]:
    """The rows of one of the two tables, in the order of their days."""
    return sorted((k for k in rekap.koordinasi if k.sektor == sektor), key=lambda k: (k.mulai, k.selesai))


def begun_before(rekap: Rekap, row: Koordinasi) -> bool:
    """Whether a row belongs to an earlier period, which counted it, and only lasts into this one."""
    return row.mulai < rekap.periode.bulan_tabel[0]


def goes_on(rekap: Rekap, row: Koordinasi) -> bool:
    """Whether a row began before the months of the tables, or lasts beyond them."""
    last = rekap.periode.bulan_tabel[-1]
    return begun_before(rekap, row) or (row.mulai.replace(day=1) <= last < row.selesai.replace(day=1))


def narasi(rekap: Rekap, sektor: str) -> str:
    """The paragraphs of one of the two tables, a paragraph a line; `sektor`: "pemerintah" or "nonpemerintah"."""
    listed, words = rows_of(rekap, sektor), period_words(rekap.periode, rekap.batas)
    rows = [row for row in listed if not begun_before(rekap, row)]
    carried = _carried(rekap, [row for row in listed if begun_before(rekap, row)])
    if not rows:
        new = "kegiatan baru" if carried else "kegiatan"
        none = f"Selama {words.sampai} tidak ada {new} dengan instansi {sektor} yang tercatat."
        return " ".join(part for part in (none, carried) if part)
    many = f"{with_words(len(rows))} kegiatan dengan instansi {sektor}"
    planned = _planned(rekap, rows)
    done = f"{words.rentang_tabel} {rekap.satker.nama} melaksanakan atau merencanakan"
    opening = f"Selama {done if planned else f'{words.sampai} {rekap.satker.nama} melaksanakan'} {many}"
    first = (f"{opening}{_forms(rows)}.", _within(rekap, rows), planned, carried)
    return "\n".join((" ".join(part for part in first if part), _told(rekap, rows, sektor)))


def matters(rows: Sequence[Koordinasi]) -> list[Matter]:
    """The matters in the order of their first day; rows that differ only in the partner they name are one."""
    found: dict[str, list[Koordinasi]] = {}
    for row in rows:
        found.setdefault(_without_partner(row).casefold(), []).append(row)
    return [Matter(_without_partner(rs[0]) if len(rs) > 1 else _subject(rs[0]), tuple(rs)) for rs in found.values()]


def _carried(rekap: Rekap, rows: Sequence[Koordinasi]) -> str:
    """What an earlier period has counted already, named where it is little."""
    if not rows:
        return ""
    found = matters(rows)
    which = f", yaitu {_named(rekap, found)}" if len(found) <= _MOST_SINGLE else ""
    return (
        f"Selain itu, {with_words(len(rows))} kegiatan yang dimulai dan dihitung sebelum periode ini masih "
        f"berlanjut{which}."
    )


def _subject(row: Koordinasi) -> str:
    return (row.keterangan or row.uraian or "kegiatan tanpa keterangan").rstrip(". ")


def _without_partner(row: Koordinasi) -> str:
    if row.instansi.casefold() not in _subject(row).casefold():
        return " ".join(_subject(row).split())
    named = rf"\s+(dengan|bersama)\s+{re.escape(row.instansi)}(?!\w)"
    return " ".join(re.sub(named, "", _subject(row), flags=re.IGNORECASE).split())


def _forms(rows: Sequence[Koordinasi]) -> str:
    counted = Counter(row.uraian for row in rows if row.uraian)
    if not counted:
        return ""
    shown = counted.most_common(_MOST_FORMS)
    others = len(rows) - sum(n for _, n in shown)
    if len(counted) == 1 and not others:
        return f", {'seluruhnya ' if len(rows) > 1 else ''}berupa {shown[0][0]}"
    named = [f"{with_words(n)} {uraian}" for uraian, n in shown]
    return f", terdiri atas {daftar([*named, *([f'{with_words(others)} kegiatan lainnya'] if others else [])])}"


def _within(rekap: Rekap, rows: Sequence[Koordinasi]) -> str:
    words, months = period_words(rekap.periode), {(b.year, b.month) for b in rekap.periode.bulan}
    if not words.kumulatif:
        return ""
    inside = sum((row.mulai.year, row.mulai.month) in months for row in rows)
    when = f"dimulai dalam {words.sebutan} ({words.rentang})"
    if inside == len(rows):
        return f"{'Seluruhnya' if inside > 1 else 'Kegiatan itu'} {when}."
    none = "tidak ada yang" if period_over(rekap.periode, rekap.batas) else "belum ada yang"
    many = f"{with_words(inside)} kegiatan" if inside else none
    return f"Dari jumlah tersebut, {many} {when}."


def _planned(rekap: Rekap, rows: Sequence[Koordinasi]) -> str:
    """The number of rows after the cut-off, which the table marks as planned."""
    planned = sum(row.mulai > rekap.batas for row in rows)
    return f"Jumlah tersebut mencakup {with_words(planned)} kegiatan yang masih direncanakan." if planned else ""


def _told(rekap: Rekap, rows: Sequence[Koordinasi], sektor: str) -> str:
    """The themes that came back, the most frequent first, then what happened once in the order of its days."""
    found = [p._replace(about=_without_office(p.about, rekap.satker.nama)) for p in matters(rows)]
    themes = sorted((p for p in found if len(p.rows) > 1), key=lambda p: -len(p.rows))
    single = [p for p in found if len(p.rows) == 1]
    others = _others(rekap, single, f"tabel kegiatan dengan instansi {sektor}", beside=bool(themes))
    return " ".join(part for part in (_themes(rekap, themes, len(rows)), others) if part)


def _without_office(about: str, office: str) -> str:
    """A matter without the name of the office, which is the subject of the paragraph already."""
    return about[len(office) :].strip() if about.startswith(f"{office} ") else about


def _themes(rekap: Rekap, themes: Sequence[Matter], total: int) -> str:
    if not themes:
        return ""
    inside = sum(len(p.rows) for p in themes)
    subject = "Seluruh kegiatan tersebut" if inside == total else f"Sebanyak {with_words(inside)} kegiatan"
    if len(themes) == 1:
        sort = "merupakan satu rangkaian" if _is_series(themes[0]) else "bertema sama"
        return f"{subject} {sort}, yaitu {_described(rekap, themes[0])}."
    items = [f"{ordinal(n)}, {_described(rekap, p, counted=True)}" for n, p in enumerate(themes, start=1)]
    return f"{subject} terbagi ke dalam {with_words(len(themes))} tema: {_listed(items)}."


def _is_series(matter: Matter) -> bool:
    """Whether so many rows share one text that they were planned as a series."""
    return len(matter.rows) >= _SERIES and len({row.keterangan for row in matter.rows}) == 1


def _others(rekap: Rekap, single: Sequence[Matter], table: str, *, beside: bool) -> str:
    """The matters that came up once, or their number where naming them would repeat the `table`; `beside`: themes stand
    before them."""
    if not single:
        return ""
    many = f"Sebanyak {with_words(len(single))} kegiatan" if len(single) > 1 else "Satu kegiatan"
    if len(single) > _MOST_SINGLE:
        subject = f"{many} lainnya" if beside else "Kegiatan tersebut"
        return f"{subject} masing-masing mengenai hal yang berbeda, sebagaimana dirinci pada {table}."
    if beside:
        return f"{many} lainnya mengenai {_named(rekap, single)}."
    opening = "Pokok bahasannya meliputi" if len(single) > 1 else "Kegiatan tersebut mengenai"
    return f"{opening} {_named(rekap, single)}."


def _named(rekap: Rekap, found: Sequence[Matter]) -> str:
    return _listed([_described(rekap, one) for one in found])


def _listed(items: Sequence[str]) -> str:
    """Joined by semicolons, for the items have commas of their own."""
    return "; dan ".join(["; ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def _described(rekap: Rekap, matter: Matter, *, counted: bool = False) -> str:
    often = f" sebanyak {with_words(len(matter.rows))} kegiatan" if counted else ""
    series = "rangkaian " if counted and _is_series(matter) else ""
    return f"{series}{_lowered(rekap, matter)}{often}{_partners(matter, ',' if counted else '')}"


def _lowered(rekap: Rekap, matter: Matter) -> str:
    """The subject with a small first letter, for the middle of a sentence; acronyms, names and Titles In Capitals
    stay."""
    words, proper = matter.about.split(), _proper(rekap, matter)
    is_name = [bool(_ACRONYM.match(word)) or word.strip(_SIGNS).casefold() in proper for word in words]
    others = [word for word, name in zip(words[1:], is_name[1:], strict=True) if not name]
    titled = sum(word[:1].isupper() for word in others) * 2 > len(others)
    return matter.about if titled or any(is_name[:1]) else " ".join([*(w.casefold() for w in words[:1]), *words[1:]])


def _proper(rekap: Rekap, matter: Matter) -> set[str]:
    """The words that are names: those of the office, of the partners of these rows, and what the report was given."""
    named = [rekap.satker.nama, rekap.satker.wilayah, rekap.satker.kota, *(row.instansi for row in matter.rows)]
    return {word for text in (*rekap.nama_diri, *named) for word in _names(text)}


@lru_cache(maxsize=1024)
def _names(text: str) -> tuple[str, ...]:
    return tuple(word.strip(_SIGNS).casefold() for word in text.split())


def _is_named(name: str, about: str) -> bool:
    # Most names do not occur at all, and compiling a pattern for each takes long.
    return name.casefold() in about.casefold() and bool(
        re.search(rf"(?<!\w){re.escape(name)}(?!\w)", about, re.IGNORECASE)
    )


def _partners(matter: Matter, comma: str) -> str:
    found = [name for row in matter.rows for name in row.mitra or (row.instansi,) if name]
    names = list(dict.fromkeys(found))
    if not names or (len(names) == 1 and _is_named(names[0], matter.about)):
        return ""
    more = len(names) - _MOST_NAMES
    shown = [*names[:_MOST_NAMES], f"{with_words(more)} instansi lainnya"] if more > 0 else names
    return f"{comma} bersama {daftar(shown)}"
