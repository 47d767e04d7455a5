"""The narrative of BAB II: themes that came back, how often and with whom; then what happened once."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from renderers.figures import Koordinasi, Rekap
from renderers.indonesian import daftar, dengan_kata, urutan
from renderers.prosa.waktu import usai, waktu

_TERBANYAK = 12  # names in one sentence; more would be the table once again
_SERANGKAI = 3
_KATA_BIASA = re.compile(
    r"(?:audiensi|kunjungan|koordinasi|konsultasi|liputan|pembahasan|pembinaan|pendidikan|penandatanganan|pengarahan|"
    r"penyampaian|penyerahan|penyuluhan|peluncuran|peninjauan|praktik|rapat|silaturahmi|simulasi|sosialisasi|studi|"
    r"verifikasi|wawancara)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Pokok:
    """Rows of one matter: `hal` as their keterangan says it."""

    hal: str
    baris: tuple[Koordinasi, ...]


def baris(rekap: Rekap, sektor: str) -> list[Koordinasi]:
    return sorted((k for k in rekap.koordinasi if k.sektor == sektor), key=lambda k: (k.mulai, k.selesai))


def narasi(rekap: Rekap, sektor: str) -> str:
    rows, words = baris(rekap, sektor), waktu(rekap.periode, rekap.batas)
    if not rows:
        return f"Selama {words.sampai} tidak ada kegiatan dengan instansi {sektor} yang tercatat."
    many = f"{dengan_kata(len(rows))} kegiatan dengan instansi {sektor}"
    planned = _direncanakan(rekap, rows)
    done = f"{words.rentang_tabel} {rekap.satker.nama} melaksanakan atau merencanakan"
    opening = f"Selama {done if planned else f'{words.sampai} {rekap.satker.nama} melaksanakan'} {many}"
    first = (f"{opening}{_bentuk(rows)}.", _sepanjang(rekap, rows), planned)
    return "\n".join((" ".join(part for part in first if part), _hal(rekap, rows)))


def kelompok(rows: Sequence[Koordinasi]) -> list[Pokok]:
    """Matters in the order of their first day. Rows that differ only in whom they name are one matter."""
    found: dict[str, list[Koordinasi]] = {}
    for row in rows:
        found.setdefault(_tanpa_mitra(row).casefold(), []).append(row)
    return [Pokok(_tanpa_mitra(rs[0]) if len(rs) > 1 else _perihal(rs[0]), tuple(rs)) for rs in found.values()]


def _perihal(row: Koordinasi) -> str:
    return (row.keterangan or row.uraian or "kegiatan tanpa keterangan").rstrip(". ")


def _tanpa_mitra(row: Koordinasi) -> str:
    if row.instansi.casefold() not in _perihal(row).casefold():
        return " ".join(_perihal(row).split())
    named = rf"\s+(dengan|bersama)\s+{re.escape(row.instansi)}(?!\w)"
    return " ".join(re.sub(named, "", _perihal(row), flags=re.IGNORECASE).split())


def _bentuk(rows: Sequence[Koordinasi]) -> str:
    counted = Counter(row.uraian for row in rows if row.uraian)
    if not counted:
        return ""
    others = len(rows) - counted.total()
    if len(counted) == 1 and not others:
        return f", {'seluruhnya ' if len(rows) > 1 else ''}berupa {next(iter(counted))}"
    named = [f"{dengan_kata(n)} {uraian}" for uraian, n in counted.most_common()]
    return f", terdiri atas {daftar([*named, *([f'{dengan_kata(others)} kegiatan lainnya'] if others else [])])}"


def _sepanjang(rekap: Rekap, rows: Sequence[Koordinasi]) -> str:
    words, months = waktu(rekap.periode), {(b.year, b.month) for b in rekap.periode.bulan}
    if not words.kumulatif:
        return ""
    inside = sum((row.mulai.year, row.mulai.month) in months for row in rows)
    when = f"dimulai dalam {words.sebutan} ({words.rentang})"
    if inside == len(rows):
        return f"{'Seluruhnya' if inside > 1 else 'Kegiatan itu'} {when}."
    none = "tidak ada yang" if usai(rekap.periode, rekap.batas) else "belum ada yang"
    jumlah = f"{dengan_kata(inside)} kegiatan" if inside else none
    return f"Dari jumlah tersebut, {jumlah} {when}."


def _direncanakan(rekap: Rekap, rows: Sequence[Koordinasi]) -> str:
    """Rows after the cut-off, which the table marks as planned."""
    planned = sum(row.mulai > rekap.batas for row in rows)
    return f"Jumlah tersebut mencakup {dengan_kata(planned)} kegiatan yang masih direncanakan." if planned else ""


def _hal(rekap: Rekap, rows: Sequence[Koordinasi]) -> str:
    """Themes that came back first, the most frequent leading; what happened once stands in the order of its days."""
    found = [replace(p, hal=_tanpa_nama(p.hal, rekap.satker.nama)) for p in kelompok(rows)]
    themes = sorted((p for p in found if len(p.baris) > 1), key=lambda p: -len(p.baris))
    single = [_rincian(p) for p in found if len(p.baris) == 1]
    return " ".join(part for part in (_tema(themes, len(rows)), _lainnya(single, bool(themes))) if part)


def _tanpa_nama(hal: str, nama: str) -> str:
    """The office is the subject of the paragraph already."""
    return hal[len(nama) :].strip() if hal.startswith(f"{nama} ") else hal


def _tema(themes: Sequence[Pokok], total: int) -> str:
    if not themes:
        return ""
    inside = sum(len(p.baris) for p in themes)
    subject = "Seluruh kegiatan tersebut" if inside == total else f"Sebanyak {dengan_kata(inside)} kegiatan"
    if len(themes) == 1:
        sort = "merupakan satu rangkaian" if _serangkai(themes[0]) else "bertema sama"
        return f"{subject} {sort}, yaitu {_rincian(themes[0])}."
    items = [f"{urutan(n)}, {_rincian(p, hitung=True)}" for n, p in enumerate(themes, start=1)]
    return f"{subject} terbagi ke dalam {dengan_kata(len(themes))} tema: {_rinci(items)}."


def _serangkai(pokok: Pokok) -> bool:
    """Three or more under one and the same text were planned as a series."""
    return len(pokok.baris) >= _SERANGKAI and len({row.keterangan for row in pokok.baris}) == 1


def _lainnya(single: Sequence[str], beside: bool) -> str:
    """What belongs to no series."""
    if not single:
        return ""
    if beside:
        many = f"Sebanyak {dengan_kata(len(single))} kegiatan" if len(single) > 1 else "Satu kegiatan"
        return f"{many} lainnya mengenai {_rinci(single)}."
    return f"{'Pokok bahasannya meliputi' if len(single) > 1 else 'Kegiatan tersebut mengenai'} {_rinci(single)}."


def _rinci(items: Sequence[str]) -> str:
    """Items that have commas of their own."""
    return "; dan ".join(["; ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)


def _rincian(pokok: Pokok, *, hitung: bool = False) -> str:
    kali = f" sebanyak {dengan_kata(len(pokok.baris))} kegiatan" if hitung else ""
    series = "rangkaian " if hitung and _serangkai(pokok) else ""
    return f"{series}{_biasa(pokok.hal)}{kali}{_mitra(pokok, ',' if hitung else '')}"


def _biasa(hal: str) -> str:
    """A title of ordinary words goes on inside a sentence with a small letter; what is written Like This does not."""
    first, _, rest = hal.partition(" ")
    words = rest.split()
    titled = sum(word[:1].isupper() for word in words) * 2 > len(words)
    return f"{first.casefold()} {rest}".strip() if _KATA_BIASA.fullmatch(first) and not titled else hal


def _disebut(nama: str, hal: str) -> bool:
    # Most names do not occur at all; a pattern of its own for each would be compiled for each.
    return nama.casefold() in hal.casefold() and bool(re.search(rf"(?<!\w){re.escape(nama)}(?!\w)", hal, re.IGNORECASE))


def _mitra(pokok: Pokok, comma: str) -> str:
    names = list(dict.fromkeys(row.instansi for row in pokok.baris if row.instansi))
    if not names or (len(names) == 1 and _disebut(names[0], pokok.hal)):
        return ""
    more = len(names) - _TERBANYAK
    shown = [*names[:_TERBANYAK], f"{dengan_kata(more)} instansi lainnya"] if more > 0 else names
    return f"{comma} bersama {daftar(shown)}"
