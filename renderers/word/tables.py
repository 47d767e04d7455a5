"""The tables whose columns follow the figures, as XML: postingan by jenis and platform, publikasi by month."""

from collections.abc import Sequence
from functools import cache
from html import escape
from typing import NamedTuple

from renderers.changes import counted_platforms
from renderers.figures import Matriks, Rekap
from renderers.indonesian import angka, bulan, daftar, short_bulan
from renderers.word.ooxml import CREAM, cell, paragraph, row, run, table, twips

WIDE = twips(16)  # of every table
_MANY = 6  # more months than these need the dense look
_NARROWEST = 3.6  # cm of all months together, so that "BANYAKNYA/BULAN" fits above them


class Xml(str):
    """Finished XML, which a template inserts unchanged by `{{p … }}`."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


class Look(NamedTuple):
    """The look of a table of months: styles, and widths in cm; `media`: the share of the first columns in the width
    that the months leave."""

    table: str
    month: float
    total: float
    head: str
    figure: str
    text: str
    media: float


_ROOMY = Look("TabelLaporan", 0.98, 1.5, "SelJudul", "SelTengah", "Sel", 0.54)
_DENSE = Look("TabelRapat", 0.78, 1.35, "SelKecilJudul", "SelKecil", "SelKecilKiri", 0.48)


def or_dash(n: int) -> str:
    """A figure as tables print it: "-" for none."""
    return angka(n) if n else "-"


def matrix(rekap: Rekap, months: Sequence[Matriks]) -> Xml | None:
    """The postingan of a month, or the sum of several; None where there are none."""
    kinds, platforms = range(len(rekap.jenis)), range(len(rekap.platform))
    figures = [[sum(m.angka[i][j] for m in months) for j in platforms] for i in kinds]
    if not any(map(any, figures)):
        return None
    first = [twips(1.1), twips(_names(len(rekap.platform) + 1))]
    widths = [*first, *_share(WIDE - sum(first), len(rekap.platform) + 1)]
    columns = [*map(str.upper, rekap.platform), "JUMLAH"]
    rows = heads(widths, ("NO.", "JENIS KONTEN"), "JUMLAH POSTINGAN", columns)
    numbered = enumerate(zip(rekap.jenis, figures, strict=True), start=1)
    rows += [_figures(widths, f"{n}.", jenis, line) for n, (jenis, line) in numbered]
    named = daftar([bulan(m.bulan) for m in months])
    about = "Banyaknya postingan menurut jenis konten (baris) dan platform (kolom)."
    return whole(widths, [*rows, _total(widths, figures)], f"Postingan media sosial {named}", about)


def whole(widths: Sequence[int], rows: Sequence[str], title: str, about: str, style: str = "TabelLaporan") -> Xml:
    """A table that stays on one page: every row but the last is kept with the next."""
    kept = [line.replace("</w:pPr>", "<w:keepNext/></w:pPr>") for line in rows[:-1]]
    return Xml(table(style, widths, [*kept, rows[-1]], title, about))


def heads(
    widths: Sequence[int],
    tall: Sequence[str],
    wide: str,
    columns: Sequence[str],
    *,
    last: str = "",
    style: str = "SelJudul",
) -> list[str]:
    """Two header rows: the cells `tall` and `last` run through both, `wide` stands above the columns."""
    ends = [last] if last else []
    middle = widths[len(tall) : len(tall) + len(columns)]
    upper = [_head(w, text, style, merge="restart") for w, text in zip(widths, tall, strict=False)]
    upper.append(_head(sum(middle), wide, style, span=len(columns)))
    upper += [_head(widths[-1], text, style, merge="restart") for text in ends]
    lower = [_head(w, "", style, merge="continue") for w in widths[: len(tall)]]
    lower += [_head(w, text, "SelKecilJudul") for w, text in zip(middle, columns, strict=True)]
    lower += [_head(widths[-1], "", style, merge="continue") for _ in ends]
    return [row(upper, header=True), row(lower, header=True)]


def plain(width: int, text: str, style: str) -> str:
    """A cell of one paragraph."""
    return cell(width, paragraph(style, run(text)), align="center")


def evaluation(rekap: Rekap) -> Xml:
    """The table of BAB IV: publikasi by month and medium."""
    shown = [e.bulan for e in rekap.evaluasi] or rekap.periode.bulan_tabel
    months = [short_bulan(b).upper() for b in shown]
    columns = [*months, "JUMLAH"] if len(months) > 1 else months
    look = _DENSE if len(months) > _MANY else _ROOMY
    middle = [twips(max(look.month, _NARROWEST / len(columns)))] * len(months)
    middle += [twips(look.total)] * (len(columns) - len(months))
    side = WIDE - twips(0.9) - sum(middle)
    first = round(side * look.media)
    widths = [twips(0.9), first, *middle, side - first]
    rows = heads(widths, ("NO.", "MEDIA"), "BANYAKNYA/BULAN", columns, last="KETERANGAN", style=look.head)
    about = "Banyaknya publikasi setiap bulan (kolom) menurut media (baris)."
    return whole(widths, [*rows, *_media(rekap, widths, look)], "Banyaknya publikasi", about, look.table)


def media_sosial(rekap: Rekap) -> str:
    """The name of the medium, with the accounts that are counted: "Media Sosial (IG dan TikTok)"."""
    names = counted_platforms(rekap)
    listed = daftar(names)
    return f"Media Sosial ({listed})" if names else "Media Sosial"


def groups(rekap: Rekap) -> tuple[str, str]:
    """The names of the two chat groups that get every publikasi."""
    return f"Grup Bakohumas {rekap.satker.nama}", f"Grup Bakohumas {atasan(rekap)}"


def atasan(rekap: Rekap) -> str:
    """The name of the office above, without "Ketua"."""
    return rekap.satker.atasan.removeprefix("Ketua ")


def _names(columns: int) -> float:
    """The width in cm of the column of jenis; it gives way where the heads of the other columns would break."""
    return max(3.2, min(4.7, 14.9 - 1.6 * columns))


def _figures(widths: Sequence[int], no: str, jenis: str, line: Sequence[int]) -> str:
    return _row(tuple(widths)) % (no, escape(jenis, quote=False), *map(or_dash, [*line, sum(line)]))


@cache
def _row(widths: tuple[int, ...]) -> str:
    """A row with "%s" for each text, kept: a report has the same row hundreds of times."""
    first = [plain(widths[0], "%s", "SelTengah"), plain(widths[1], "%s", "Sel")]
    return row([*first, *(plain(w, "%s", "SelTengah") for w in widths[2:])])


def _total(widths: Sequence[int], figures: Sequence[Sequence[int]]) -> str:
    sums = [sum(column) for column in zip(*figures, strict=True)]
    label = cell(widths[0] + widths[1], paragraph("SelTengah", run("JUMLAH", "<w:b/>")), span=2, fill=CREAM)
    values = zip(widths[2:], [*sums, sum(sums)], strict=True)
    return row([label, *(cell(w, paragraph("SelTengah", run(or_dash(n), "<w:b/>")), fill=CREAM) for w, n in values)])


def _head(width: int, text: str, style: str, *, span: int = 1, merge: str = "") -> str:
    return cell(width, paragraph(style, run(text)), span=span, merge=merge, fill=CREAM, align="center")


def _share(width: int, count: int) -> list[int]:
    return [width // count] * (count - 1) + [width - width // count * (count - 1)]


def _media(rekap: Rekap, widths: Sequence[int], look: Look) -> list[str]:
    publikasi, website = [e.publikasi for e in rekap.evaluasi], [e.website for e in rekap.evaluasi]
    if not any(publikasi + website):
        empty = paragraph("SelTengah", run("Tidak ada publikasi yang tercatat."))
        return [row([cell(sum(widths), empty, span=len(widths))])]
    daily = "Link berita dan aktivitas keseharian"
    rows = [(media_sosial(rekap), publikasi, daily), ("Website", website, "Berita")]
    rows += [(name, publikasi, daily) for name in groups(rekap)]
    return [_medium(widths, look, f"{n}.", *values) for n, values in enumerate(rows, start=1)]


def _medium(widths: Sequence[int], look: Look, no: str, media: str, values: Sequence[int], note: str) -> str:
    shown = [*values, sum(values)] if len(values) > 1 else values
    numbers = [plain(w, or_dash(n), look.figure) for w, n in zip(widths[2:-1], shown, strict=True)]
    texts = plain(widths[0], no, look.figure), plain(widths[1], media, look.text)
    return row([*texts, *numbers, plain(widths[-1], note, look.text)])
