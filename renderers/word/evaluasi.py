"""The table of BAB IV: publikasi by medium and month, in two looks for few and for many months."""

from collections.abc import Sequence
from typing import NamedTuple

from renderers.figures import Rekap
from renderers.indonesian import bulan_pendek, daftar
from renderers.prosa.lonjakan import dihitung
from renderers.word.ooxml import cell, paragraph, row, run, twips
from renderers.word.tables import LEBAR, Xml, heads, plain, strip, whole

_BANYAK = 6  # more months than these need the narrow look
_TERSEMPIT = 3.6  # cm below "BANYAKNYA/BULAN"


class Rupa(NamedTuple):
    """How a table looks that has few or many month columns: widths in cm, styles."""

    tabel: str
    bulan: float
    jumlah: float
    judul: str
    angka: str
    teks: str
    media: float  # its share of what the months leave


_LAPANG = Rupa("TabelLaporan", 0.98, 1.5, "SelJudul", "SelTengah", "Sel", 0.54)
_RAPAT = Rupa("TabelRapat", 0.78, 1.35, "SelKecilJudul", "SelKecil", "SelKecilKiri", 0.48)


def tabel(rekap: Rekap) -> Xml:
    shown = [e.bulan for e in rekap.evaluasi] or rekap.periode.bulan_tabel
    months = [bulan_pendek(b).upper() for b in shown]
    columns = [*months, "JUMLAH"] if len(months) > 1 else months
    look = _RAPAT if len(months) > _BANYAK else _LAPANG
    middle = [twips(max(look.bulan, _TERSEMPIT / len(columns)))] * len(months)
    middle += [twips(look.jumlah)] * (len(columns) - len(months))
    side = LEBAR - twips(0.9) - sum(middle)
    first = round(side * look.media)
    widths = [twips(0.9), first, *middle, side - first]
    rows = heads(widths, ("NO.", "MEDIA"), "BANYAKNYA/BULAN", columns, last="KETERANGAN", style=look.judul)
    about = "Banyaknya publikasi setiap bulan (kolom) menurut media (baris)."
    return whole(widths, [*rows, *_media(rekap, widths, look)], "Banyaknya publikasi", about, look.tabel)


def _media(rekap: Rekap, widths: Sequence[int], look: Rupa) -> list[str]:
    publikasi, website = [e.publikasi for e in rekap.evaluasi], [e.website for e in rekap.evaluasi]
    if not any(publikasi + website):
        empty = paragraph("SelTengah", run("Tidak ada publikasi yang tercatat."))
        return [row([cell(sum(widths), empty, span=len(widths))])]
    daily = "Link berita dan aktivitas keseharian"
    rows = [(media_sosial(rekap), publikasi, daily), ("Website", website, "Berita")]
    rows += [(name, publikasi, daily) for name in grup(rekap)]
    return [_medium(widths, look, f"{n}.", *values) for n, values in enumerate(rows, start=1)]


def _medium(widths: Sequence[int], look: Rupa, no: str, media: str, values: Sequence[int], note: str) -> str:
    shown = [*values, sum(values)] if len(values) > 1 else values
    numbers = [plain(w, strip(n), look.angka) for w, n in zip(widths[2:-1], shown, strict=True)]
    texts = plain(widths[0], no, look.angka), plain(widths[1], media, look.teks)
    return row([*texts, *numbers, plain(widths[-1], note, look.teks)])


def media_sosial(rekap: Rekap) -> str:
    """Names the accounts that are really counted: "Media Sosial (IG dan TikTok)"."""
    names = dihitung(rekap)
    listed = daftar(names)
    return f"Media Sosial ({listed})" if names else "Media Sosial"


def grup(rekap: Rekap) -> tuple[str, str]:
    return f"Grup Bakohumas {rekap.satker.nama}", f"Grup Bakohumas {atasan(rekap)}"


def atasan(rekap: Rekap) -> str:
    return rekap.satker.atasan.removeprefix("Ketua ")
