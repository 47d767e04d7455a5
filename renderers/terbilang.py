"""Numbers in words, as official prose repeats them: "8 (delapan)", "pertama"."""

from renderers.indonesian import angka

_SATUAN = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_KELIPATAN = ((1_000_000, "juta"), (1_000, "ribu"), (100, "ratus"), (10, "puluh"))


def terbilang(n: int) -> str:
    return _kata(n) if n else "nol"


def _kata(n: int) -> str:
    if n < len(_SATUAN):
        return _SATUAN[n]
    if n < 20:  # noqa: PLR2004  # dua belas … sembilan belas
        return f"{_SATUAN[n - 10]} belas"
    besar, nama = next((besar, nama) for besar, nama in _KELIPATAN if n >= besar)
    depan = f"se{nama}" if n // besar == 1 and besar in {100, 1000} else f"{_kata(n // besar)} {nama}"
    return f"{depan} {_kata(n % besar)}".strip()


def dengan_kata(n: int) -> str:
    return f"{angka(n)} ({terbilang(n)})"


def urutan(n: int) -> str:
    return "pertama" if n == 1 else f"ke{terbilang(n)}"
