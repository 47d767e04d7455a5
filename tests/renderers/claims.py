"""What the narratives claim, sentence by sentence, each held against the tables; what is left over is unexplained."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from renderers.figures import Rekap
from renderers.indonesian import BULAN, tanggal
from renderers.terbilang import terbilang, urutan
from tests.renderers.facts import Baris, Facts
from tests.renderers.facts import angka as baca

N = r"(\d[\d.]*)"
M = f"({'|'.join(BULAN)})"
MONTHS = f"((?:{'|'.join(BULAN)})(?:(?:, | dan )(?:{'|'.join(BULAN)}))*)"
Claim = tuple[str, Callable[["Told", re.Match[str]], bool]]


@dataclass(frozen=True)
class Told:
    """One narrative of a report beside the report's own tables."""

    facts: Facts
    rekap: Rekap
    sektor: str = ""

    @property
    def rows(self) -> list[Baris]:
        return self.facts.koordinasi(self.sektor)

    @property
    def themes(self) -> list[int]:
        return [n for n in self.facts.hal(self.sektor).values() if n > 1]

    @property
    def jumlah(self) -> dict[str, int]:
        """Every jenis and platform -> its postingan."""
        sums = self.facts.matriks[-1]
        platform = dict(zip(self.rekap.platform, sums["JUMLAH"], strict=False))
        return platform | {jenis: row[-1] for jenis, row in sums.items() if jenis != "JUMLAH"}

    def pada(self, month: str, platform: str) -> int:
        table = self.facts.bulan_matriks.get(month, {"JUMLAH": [0] * 6})
        return table["JUMLAH"][self.rekap.platform.index(platform)]

    @property
    def media(self) -> dict[str, int]:
        return self.facts.evaluasi["Media Sosial"]

    @property
    def dalam(self) -> list[str]:
        return [BULAN[b.month - 1] for b in self.rekap.periode.bulan]


def problems(told: Told, text: str, claims: list[Claim], words: set[str]) -> list[str]:
    """What in a text is wrong, or said of nothing that the tables know."""
    left, wrong = _in_digits(text)
    wrong += [m[0] for m in re.finditer(rf"{M} (\d{{4}})", left) if int(m[2]) != told.rekap.periode.tahun]
    for pattern, holds in ((p.replace("{nama}", re.escape(told.rekap.satker.nama)), holds) for p, holds in claims):
        for found in re.finditer(pattern, left):
            if not _holds(holds, told, found):
                wrong.append(found[0])
        left = re.sub(pattern, lambda m: "¤" * m[0].count("\n"), left)
    for name in sorted(_known(told), key=len, reverse=True):
        left = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", " ", left, flags=re.IGNORECASE)
    return wrong + [word for word in re.findall(r"[\w./@-]*\w", left) if word not in words]


def _holds(holds: Callable[["Told", re.Match[str]], bool], told: Told, found: re.Match[str]) -> bool:
    try:
        return holds(told, found)
    except LookupError:
        return False  # a month or a name that no table has


def _in_digits(text: str) -> tuple[str, list[str]]:
    """ "5 (lima)" as "5"; a number whose words say another one is wrong."""
    wrong = [m[0] for m in re.finditer(rf"{N} \(([a-z ]+)\)", text) if angka_kata(m[1]) != m[2]]
    return re.sub(rf"{N} \([a-z ]+\)", r"\1", text), wrong


def angka_kata(text: str) -> str:
    return terbilang(baca(text))


def _known(told: Told) -> set[str]:
    cells = {cell for table in told.facts.tables for row in table for cell in row if len(cell) > 1}
    rows = [row for sektor in ("pemerintah", "nonpemerintah") for row in told.facts.koordinasi(sektor)]
    names = {told.rekap.satker.nama, told.rekap.satker.website, *told.rekap.platform, *told.rekap.jenis}
    return {c for c in cells if not re.fullmatch(r"[\d.]+", c)} | names | {row.hal for row in rows}


def _rentang(told: Told, m: re.Match[str]) -> bool:
    """Of the tables or of the period; the year is the report's."""
    months = ([BULAN[b.month - 1] for b in b_] for b_ in (told.rekap.periode.bulan, told.rekap.periode.bulan_tabel))
    return (m[1], m[2] or m[1]) in [(b[0], b[-1]) for b in months] and int(m[3]) == told.rekap.periode.tahun


RENTANG: Claim = (rf"bulan {M}(?: s/d {M})? (\d{{4}})", _rentang)


def _sebutan(told: Told, m: re.Match[str]) -> bool:
    return m[0] in {told.rekap.periode.sebutan, f"{told.rekap.periode.sebutan} {told.rekap.periode.tahun}"}


SEBUTAN: Claim = (r"(?:Triwulan|Semester) [IV]+|Tahun \d{4}", _sebutan)


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
    counted["kegiatan lainnya"] = counted.pop("", 0)
    names = "|".join(map(re.escape, counted))
    said = {name: baca(n) for n, name in re.findall(rf"{N} ({names})(?=,| dan \d|\.)", m[0])}
    return said == {name: n for name, n in counted.items() if n}


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
    (rf"melaksanakan {N} kegiatan dengan instansi (\w+)", lambda t, m: (baca(m[1]), m[2]) == (len(t.rows), t.sektor)),
    (r", (?:(?:seluruhnya )?berupa|terdiri atas) [^.\n]*\.", _bentuk),
    (rf"(Seluruhnya|Kegiatan itu|Dari jumlah tersebut, (?:{N} kegiatan|tidak ada yang)) dimulai", _dimulai),
    (
        rf"mencakup {N} kegiatan yang masih direncanakan",
        lambda t, m: sum("(rencana)" in r.tanggal for r in t.rows) == baca(m[1]),
    ),
    (rf"Sebanyak {N} kegiatan lainnya", lambda t, m: _sekali(t) == baca(m[1])),
    (r"Satu kegiatan lainnya", lambda t, _: _sekali(t) == 1),
    (rf"Sebanyak {N} kegiatan", lambda t, m: sum(t.themes) == baca(m[1])),
    (r"Seluruh kegiatan tersebut", lambda t, _: sum(t.themes) == len(t.rows)),
    (r"(?:satu rangkaian|bertema sama)", lambda t, _: len(t.themes) == 1),
    (rf"terbagi ke dalam {N} tema", lambda t, m: len(t.themes) == baca(m[1])),
    (rf"(?<=, )([^,;]+) sebanyak {N} kegiatan", _tema),
    (rf"(?<=dan ){N} instansi lainnya", _mitra),
    (r"(?<=: )pertama|(?<=; )ke\w+|(?<=dan )ke\w+(?=,)", lambda t, m: m[0] in _urutan(len(t.themes))),
    RENTANG,
    SEBUTAN,
]


def _urutan(n: int) -> list[str]:
    return [urutan(i) for i in range(1, n + 1)]


def _postingan(told: Told, m: re.Match[str]) -> bool:
    names = _names(told, m[1])
    return bool(names) and all(told.jumlah[name] == baca(m[2]) for name in names)


def _names(told: Told, text: str) -> list[str]:
    """The names of a list, told apart from the words that stand between them."""
    known = "|".join(map(re.escape, sorted(told.jumlah, key=len, reverse=True)))
    return re.findall(known, text)


def _kosong(told: Told, m: re.Match[str]) -> bool:
    return {j for j in told.rekap.jenis if not told.jumlah[j]} == set(_names(told, m[1]))


def _sepi(told: Told, m: re.Match[str]) -> bool:
    return all(not told.pada(month, p) for p in _names(told, m[1]) for month in told.dalam)


_NAMA = r"((?:[\w/]+(?:, | ))+?)"
MEDIA_SOSIAL: list[Claim] = [
    (rf"memuat {N} postingan di media sosial", lambda t, m: t.facts.matriks[-1]["JUMLAH"][-1] == baca(m[1])),
    (rf"(?:adalah |disusul | serta | dan |, ){_NAMA}\((?:masing-masing )?{N} postingan\)", _postingan),
    (r"Jenis konten yang belum dimuat adalah ([^.]+)\.", _kosong),
    (r"Akun ([\w, ]+) belum dimanfaatkan\.", _sepi),
    (rf"Akun {_NAMA}\({N} postingan\)", _postingan),
    (r"hanya terisi sebelum", lambda t, _: len(t.rekap.periode.bulan) < len(t.rekap.periode.bulan_tabel)),
    RENTANG,
    SEBUTAN,
]


def _sejak(told: Told, m: re.Match[str]) -> bool:
    return any(a.platform == m[3] and a.aktif_sejak and BULAN[a.aktif_sejak.month - 1] == m[1] for a in told.rekap.akun)


def _pengikut(told: Told, m: re.Match[str]) -> bool:
    """The account's own snapshot is no table: it is told here alone."""
    known = [
        (tanggal(a.tanggal), a.platform, a.nama, a.pengikut)
        for a in told.rekap.akun
        if a.tanggal and a.pengikut is not None
    ]
    suka = {a.platform: a.suka for a in told.rekap.akun}
    liked = suka[m[2]] == (baca(m[5]) if m[5] else None)
    return (m[1], m[2], m[3], baca(m[4])) in known and liked and told.jumlah[m[2]] == baca(m[6] or "0")


MEMUAT = f"(?: setelah memuat {N} postingan)?"
AKUN: list[Claim] = [
    (rf"Sejak {M} (\d{{4}}) {{nama}} mulai mengelola akun (\w+)", _sejak),
    (
        rf"tanggal (\d+ \w+ \d{{4}}), akun (\w+) (.+?) memperoleh {N} pengikut(?: dan {N} tanda suka)?{MEMUAT}",
        _pengikut,
    ),
    RENTANG,
    SEBUTAN,
]


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
    share = round(abs(total - before) * 100 / before)
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
    RENTANG,
    SEBUTAN,
]
