"""What BAB III claims of the matrices and of the accounts."""

import re

from renderers.indonesian import BULAN, tanggal
from tests.renderers.prosa.claims import RENTANG, SAMPAI, SEBUTAN, Claim, M, N, Told
from tests.renderers.prosa.facts import angka as baca


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
    (rf"(?:adalah |disusul | serta |,? dan |, ){_NAMA}\((?:masing-masing )?{N} postingan\)", _postingan),
    (r"Jenis konten yang belum dimuat adalah ([^.]+)\.", _kosong),
    (r"Akun ([\w, ]+) belum dimanfaatkan\.", _sepi),
    (rf"Akun {_NAMA}\({N} postingan\)", _postingan),
    (
        r"hanya terisi sebelum|belum terisi dalam",
        lambda t, _: len(t.rekap.periode.bulan) < len(t.rekap.periode.bulan_tabel),
    ),
    SAMPAI,
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
    # Beside a number of an earlier month no postingan are told.
    posted = told.jumlah[m[2]] if m[1].split()[1] == BULAN[told.rekap.batas.month - 1] else 0
    return (m[1], m[2], m[3], baca(m[4])) in known and liked and posted == baca(m[6] or "0")


MEMUAT = f"(?: setelah memuat {N} postingan)?"
AKUN: list[Claim] = [
    (rf"Sejak {M} (\d{{4}}) {{nama}} mulai mengelola akun (\w+)", _sejak),
    (
        rf"tanggal (\d+ \w+ \d{{4}}), akun (\w+) (.+?) memperoleh {N} pengikut(?: dan {N} tanda suka)?{MEMUAT}",
        _pengikut,
    ),
    SAMPAI,
    RENTANG,
    SEBUTAN,
]
