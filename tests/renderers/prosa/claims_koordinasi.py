"""What BAB II claims of its two tables."""

import re

from renderers.indonesian import BULAN, ordinal
from tests.renderers.prosa.claims import RENTANG, SAMPAI, SEBUTAN, Claim, N, Told
from tests.renderers.prosa.facts import Baris
from tests.renderers.prosa.facts import angka as baca


def _mulai(row: Baris) -> str:
    return next(word for word in row.tanggal.split() if word in BULAN)


def _dimulai(told: Told, m: re.Match[str]) -> bool:
    inside = sum(_mulai(row) in told.dalam for row in told.rows)
    return inside == {"Seluruhnya": len(told.rows), "Kegiatan itu": 1}.get(m[1], baca(m[2] or "0"))


def _bentuk(told: Told, m: re.Match[str]) -> bool:
    """The kinds and their counts are all of the column, no more and no less."""
    counted = {u: sum(r.uraian == u for r in told.rows) for u in {r.uraian for r in told.rows}}
    if "berupa" in m[0]:
        return list(counted) == [m[0].split("berupa ")[1].rstrip(".")]
    untold = counted.pop("", 0)
    names = "|".join(map(re.escape, [*counted, "kegiatan lainnya"]))
    said = {name: baca(n) for n, name in re.findall(rf"{N} ({names})(?=,| dan \d|\.)", m[0])}
    others = said.pop("kegiatan lainnya", 0)
    cut = sum(n for name, n in counted.items() if name not in said)
    few = len(said) == min(len(counted), 5) and min(said.values()) >= max(
        [n for k, n in counted.items() if k not in said], default=0
    )
    return few and said.items() <= counted.items() and others == untold + cut


def _tema(told: Told, m: re.Match[str]) -> bool:
    about = m[1].removeprefix("rangkaian ").casefold()
    return told.facts.hal(told.sektor)[about] == baca(m[2])


def _mitra(told: Told, m: re.Match[str]) -> bool:
    """Cut lists say how many more partners the same matter had."""
    partners = [{r.instansi for r in told.rows if r.hal == hal} for hal in told.facts.hal(told.sektor)]
    return 12 + baca(m[1]) in [len(p) for p in partners]


def _sekali(told: Told) -> int:
    return len(told.rows) - sum(told.themes)


KOORDINASI: list[Claim] = [
    (
        rf"melaksanakan (?:atau merencanakan )?{N} kegiatan dengan instansi (\w+)",
        lambda t, m: (baca(m[1]), m[2]) == (len(t.rows), t.sektor),
    ),
    (r", (?:(?:seluruhnya )?berupa|terdiri atas) [^.\n]*\.", _bentuk),
    (rf"(Seluruhnya|Kegiatan itu|Dari jumlah tersebut, (?:{N} kegiatan|(?:tidak|belum) ada yang)) dimulai", _dimulai),
    (
        rf"mencakup {N} kegiatan yang masih direncanakan",
        lambda t, m: sum("(rencana)" in r.tanggal for r in t.rows) == baca(m[1]),
    ),
    (rf"Sebanyak {N} kegiatan lainnya", lambda t, m: _sekali(t) == baca(m[1])),
    (r"masing-masing mengenai hal yang berbeda", lambda t, _: _sekali(t) > 5),
    (r"Satu kegiatan lainnya", lambda t, _: _sekali(t) == 1),
    (rf"Sebanyak {N} kegiatan", lambda t, m: sum(t.themes) == baca(m[1])),
    (r"Seluruh kegiatan tersebut", lambda t, _: sum(t.themes) == len(t.rows)),
    (r"(?:satu rangkaian|bertema sama)", lambda t, _: len(t.themes) == 1),
    (rf"terbagi ke dalam {N} tema", lambda t, m: len(t.themes) == baca(m[1])),
    (rf"(?<=, )([^,;]+) sebanyak {N} kegiatan", _tema),
    (rf"(?<=dan ){N} instansi lainnya", _mitra),
    (r"(?<=: )pertama|(?<=; )ke\w+|(?<=dan )ke\w+(?=,)", lambda t, m: m[0] in _urutan(len(t.themes))),
    SAMPAI,
    RENTANG,
    SEBUTAN,
]


def _urutan(n: int) -> list[str]:
    return [ordinal(i) for i in range(1, n + 1)]
