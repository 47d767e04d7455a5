"""What BAB IV claims of its table and of the chart of two periods."""

import re
from datetime import timedelta
from itertools import pairwise

from renderers.indonesian import BULAN, tanggal
from tests.renderers.prosa.claims import MONTHS, RENTANG, SAMPAI, SEBUTAN, Claim, M, N, Told
from tests.renderers.prosa.facts import angka as baca


def _tertinggi(told: Told, m: re.Match[str]) -> bool:
    top = max(told.media.values())
    return top == baca(m[3]) and _bulan(m[1]) == [month for month, n in told.media.items() if n == top]


def _terendah(told: Told, m: re.Match[str]) -> bool:
    """Of the months that are over."""
    last = (told.rekap.batas + timedelta(days=1)).replace(day=1)
    over = [BULAN[b.month - 1] for b in told.rekap.periode.bulan_tabel if b < last]
    low = min(told.media[month] for month in over)
    said = baca(m[3]) if m.re.groups > 1 else 0
    return said == low and _bulan(m[1]) == [month for month in over if told.media[month] == low]


def _bulan(text: str) -> list[str]:
    return re.findall(M, text)


def _di_laman(told: Told, m: re.Match[str]) -> bool:
    web = told.facts.evaluasi["Website"]
    return max(web.values()) == baca(m[3]) and {k for k, n in web.items() if n == baca(m[3])} == set(_bulan(m[1]))


def _jumlah(told: Told, m: re.Match[str]) -> bool:
    inside = [told.media[month] for month in told.dalam]
    parts = [baca(n) for n in re.findall(r"\d[\d.]*", m[2] or "")]
    rest = inside[len(parts) :] if parts else []
    return baca(m[1]) == sum(inside) and parts == inside[: len(parts)] and not sum(rest)


def _dahulu(told: Told, m: re.Match[str]) -> bool:
    """The period before is in the chart that compares both; the difference and its share follow from it."""
    total, before = sum(told.media[month] for month in told.dalam), baca(m[5])
    share = int(abs(total - before) * 100 / before + 0.5)
    said = 0 if m[3] else baca(m[2])
    sign = total > before if m[0].startswith("lebih banyak") else total < before
    return sign and baca(m[1]) == abs(total - before) and said == share and before in told.facts.gambar


def _berubah(told: Told, m: re.Match[str]) -> bool:
    dari, ke, arah = m[1], m[3], m[5]
    old, new = told.media[dari], told.media[ke]
    return (
        (dari, ke) in pairwise(BULAN)
        and (baca(m[6]), baca(m[7])) == (old, new)
        and arah == ("naik" if new > old else "turun")
    )


def _per_akun(told: Told, m: re.Match[str]) -> bool:
    """Between the months that the words before name: from one to another, or from one to the peak."""
    named = re.findall(
        rf"(?:dengan|dari) bulan {M} \d+(?: \(\d[\d.]*\), kenaikan| ke bulan {M})", m.string[: m.start()]
    )
    dari, ke = named[-1]
    after = ke or next((b for a, b in pairwise(BULAN) if a == dari), "")
    change = told.pada(dari, m[1]), told.pada(after, m[1])
    return change == (baca(m[2]), baca(m[3])) and ("menurun" not in m[0] or change[0] > change[1])


def _sebelum_puncak(told: Told, m: re.Match[str]) -> bool:
    """The month before the peak, its number, and the account that alone rose from one to the other."""
    peak = next(month for month, n in told.media.items() if n == max(told.media.values()))
    rose = told.media[peak] - told.media[m[1]]
    alone = not m[3] or told.pada(peak, m[3]) - told.pada(m[1], m[3]) == rose
    return (m[1], peak) in pairwise(BULAN) and told.media[m[1]] == baca(m[2]) and alone


EVALUASI: list[Claim] = [
    (rf"(\w+) (?:menurun )?\({N} menjadi {N}\)", _per_akun),
    (rf"tertinggi pada bulan {MONTHS} (\d{{4}}), yaitu (?:masing-masing )?{N}", _tertinggi),
    (rf"terendah pada bulan {MONTHS} (\d{{4}}), yaitu (?:masing-masing )?{N}", _terendah),
    (rf"pada bulan {MONTHS} \d{{4}} tidak ada publikasi", _terendah),
    (rf"paling banyak pada bulan {MONTHS} (\d{{4}}), yaitu (?:masing-masing )?{N}", _di_laman),
    (rf"bulan {M} \d{{4}} \({N}\)(?: seluruhnya terjadi pada (\w+))?", _sebelum_puncak),
    (rf"dari bulan {M} (\d+) ke bulan {M} (\d+), yaitu (naik|turun) dari {N} menjadi {N}", _berubah),
    (rf"seluruhnya berjumlah {N}(?: \(([\d.+ ]+)\))?", _jumlah),
    (rf"lebih (?:banyak|sedikit) {N} atau (?:{N}|(kurang dari 1)) persen daripada ([\w ]+) \({N}\)", _dahulu),
    (
        r"sama dengan periode lalu",
        lambda t, _: bool(t.rekap.dulu) and sum(t.media[b] for b in t.dalam) in t.facts.gambar,
    ),
    (r"setiap bulan sama banyaknya, yaitu (\d[\d.]*)", lambda t, m: set(t.media.values()) == {baca(m[1])}),
    (r"Tidak ada publikasi informasi melalui media sosial", lambda t, _: not any(t.media.values())),
    (
        r"Tidak ada tautan berita laman yang dipublikasikan",
        lambda t, _: not any(t.facts.evaluasi["Website"].values()),
    ),
    (r"sampai dengan tanggal (\d+ \w+ \d{4})", lambda t, m: m[1] == tanggal(t.rekap.batas)),
    SAMPAI,
    RENTANG,
    SEBUTAN,
]
