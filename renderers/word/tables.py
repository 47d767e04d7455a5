"""The tables whose columns follow the figures, as XML: postingan by jenis and platform, publikasi by month."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain

from renderers.changes import counted_platforms
from renderers.figures import Matriks, Rekap
from renderers.indonesian import angka, bulan, daftar, short_bulan
from renderers.ink import columns
from renderers.ink.columns import Look
from renderers.kantor import Media
from renderers.word.ooxml import CREAM, cell, paragraph, row, run, table


class Xml(str):
    """Finished XML, which a template inserts unchanged by `{{p … }}`."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


class Figures(Xml):
    """A table of figures, which has no heading, picture or field in it."""

    __slots__ = ()


@lru_cache(maxsize=4096)
def or_dash(n: int) -> str:
    """A figure as tables print it, kept: "-" for none."""
    return angka(n) if n else "-"


def matrix(rekap: Rekap, months: Sequence[Matriks]) -> Xml | None:
    """The postingan of a month, or the sum of several; None where there are none."""
    figures = [list(map(sum, zip(*lines, strict=True))) for lines in zip(*(m.angka for m in months), strict=True)]
    if not any(map(any, figures)):
        return None
    shown = [*map(str.upper, rekap.platform), "JUMLAH"]
    sums = [sum(column) for column in zip(*figures, strict=True)]
    printed = [[or_dash(n) for n in [*line, sum(line)]] for line in [*figures, sums]]
    look, widths = columns.of_matrix(shown, printed)
    frame = _frame(tuple(widths), look, rekap.jenis, tuple(shown))
    named = daftar([bulan(m.bulan) for m in months])
    return Figures(frame % (f"Postingan media sosial {named}", *chain.from_iterable(printed)))


@lru_cache(maxsize=64)
def _frame(widths: tuple[int, ...], look: Look, jenis: tuple[str, ...], shown: tuple[str, ...]) -> str:
    """A matrix with "%s" for its title and each figure, kept: a long report has hundreds that are alike."""
    names, columns = (tuple(name.replace("%", "%%") for name in some) for some in (jenis, shown))
    figures = ["%s"] * len(columns)
    rows = heads(widths, ("NO.", "JENIS KONTEN"), "JUMLAH POSTINGAN", columns, look=look)
    rows += [_figures(widths, look, f"{n}.", name, figures) for n, name in enumerate(names, start=1)]
    about = "Banyaknya postingan menurut jenis konten (baris) dan platform (kolom)."
    return whole(widths, [*rows, _total(widths, look, figures)], "%s", about, look.table)


def whole(widths: Sequence[int], rows: Sequence[str], title: str, about: str, style: str = "TabelLaporan") -> Figures:
    """A table that stays on one page: every row but the last is kept with the next."""
    kept = [line.replace("</w:pPr>", "<w:keepNext/></w:pPr>") for line in rows[:-1]]
    return Figures(table(style, widths, [*kept, rows[-1]], title, about))


def heads(
    widths: Sequence[int],
    tall: Sequence[str],
    wide: str,
    columns: Sequence[str],
    *,
    look: Look,
    last: str = "",
) -> list[str]:
    """Two header rows: the cells `tall` and `last` run through both, `wide` stands above the columns."""
    ends, style = [last] if last else [], look.head
    middle = widths[len(tall) : len(tall) + len(columns)]
    upper = [_head(w, text, style, merge="restart") for w, text in zip(widths, tall, strict=False)]
    upper.append(_head(sum(middle), wide, style, span=len(columns)))
    upper += [_head(widths[-1], text, style, merge="restart") for text in ends]
    lower = [_head(w, "", style, merge="continue") for w in widths[: len(tall)]]
    lower += [_head(w, text, "SelKecilJudul", look.small) for w, text in zip(middle, columns, strict=True)]
    lower += [_head(widths[-1], "", style, merge="continue") for _ in ends]
    return [row(upper, header=True), row(lower, header=True)]


def plain(width: int, text: str, style: str, properties: str = "") -> str:
    """A cell of one paragraph; `properties`: those of its run."""
    return cell(width, paragraph(style, run(text, properties)), align="center")


def evaluation(rekap: Rekap) -> Xml:
    """The table of BAB IV: publikasi by month and medium."""
    months = [short_bulan(b).upper() for b in [e.bulan for e in rekap.evaluasi] or rekap.periode.bulan_tabel]
    shown, told = [*months, "JUMLAH"] if len(months) > 1 else months, _lines(rekap)
    figures = [line for _, line in told if line]
    names, notes = [one.nama for one, _ in told], [one.keterangan for one, _ in told]
    look, widths = columns.of_evaluation(shown, names, figures, notes)
    rows = heads(widths, ("NO.", "MEDIA"), "BANYAKNYA/BULAN", shown, look=look, last="KETERANGAN")
    about = "Banyaknya publikasi setiap bulan (kolom) menurut media (baris)."
    rows += [_medium(widths, look, f"{n}.", line) for n, line in enumerate(told, start=1)] or [_none(widths)]
    return whole(widths, rows, "Banyaknya publikasi", about, look.table)


def media_sosial(rekap: Rekap, nama: str = "Media Sosial") -> str:
    """A name with the accounts that are counted: "Media Sosial (IG dan TikTok)"."""
    listed = daftar(counted_platforms(rekap))
    return f"{nama} ({listed})" if listed else nama


def groups(rekap: Rekap) -> str:
    """The names of the groups into which every publikasi is passed on, "" without any."""
    return daftar([one.nama for one in rekap.media if one.sumber == "grup"])


def atasan(rekap: Rekap) -> str:
    """The name of the office above, without "Ketua"."""
    return rekap.satker.atasan.removeprefix("Ketua ")


def _figures(widths: Sequence[int], look: Look, no: str, jenis: str, line: Sequence[str]) -> str:
    first = [plain(widths[0], no, look.figure), plain(widths[1], jenis, look.text)]
    return row([*first, *(plain(w, n, look.figure, look.small) for w, n in zip(widths[2:], line, strict=True))])


def _total(widths: Sequence[int], look: Look, line: Sequence[str]) -> str:
    bold = f"<w:b/>{look.small}"
    label = cell(widths[0] + widths[1], paragraph(look.figure, run("JUMLAH", "<w:b/>")), span=2, fill=CREAM)
    figures = zip(widths[2:], line, strict=True)
    return row([label, *(cell(w, paragraph(look.figure, run(n, bold)), fill=CREAM) for w, n in figures)])


def _head(width: int, text: str, style: str, properties: str = "", *, span: int = 1, merge: str = "") -> str:
    return cell(width, paragraph(style, run(text, properties)), span=span, merge=merge, fill=CREAM, align="center")


def media(rekap: Rekap) -> list[tuple[Media, Sequence[int]]]:
    """The media by the names that they are printed under, each with its number for every month; a text has none."""
    publikasi, website = [e.publikasi for e in rekap.evaluasi], [e.website for e in rekap.evaluasi]
    counted = {"dihitung": publikasi, "grup": publikasi, "laman": website, "teks": []}
    return [(_named(rekap, one), counted.get(one.sumber, [n or 0 for n in one.angka])) for one in rekap.media]


def _named(rekap: Rekap, one: Media) -> Media:
    return replace(one, nama=media_sosial(rekap, one.nama)) if one.sumber == "dihitung" else one


Line = tuple[Media, Sequence[str]]
"""A row of the evaluation: the medium, and its figures as they are printed; a text stands in place of figures."""


def _lines(rekap: Rekap) -> list[Line]:
    """The rows of the evaluation; none where nothing was counted."""
    rows = media(rekap)
    if not any(one.teks or any(values) for one, values in rows):
        return []
    return [(one, [or_dash(n) for n in (*values, *_sums(values))]) for one, values in rows]


def _sums(values: Sequence[int]) -> Sequence[int]:
    return [sum(values)] if len(values) > 1 else []


def _none(widths: Sequence[int]) -> str:
    empty = paragraph("SelTengah", run("Tidak ada publikasi yang tercatat."))
    return row([cell(sum(widths), empty, span=len(widths))])


def _medium(widths: Sequence[int], look: Look, no: str, line: Line) -> str:
    one, shown = line
    numbers = [plain(w, n, look.figure, look.small) for w, n in zip(widths[2:-1], shown, strict=True)] if shown else []
    # A text stands in place of the numbers, across all their columns.
    instead = cell(
        sum(widths[2:-1]), paragraph(look.figure, run(one.teks or "-")), span=len(widths) - 3, align="center"
    )
    texts = plain(widths[0], no, look.figure), plain(widths[1], one.nama, look.text, look.small)
    return row([*texts, *(numbers or [instead]), plain(widths[-1], one.keterangan, look.text, look.small)])
