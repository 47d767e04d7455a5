"""The tables whose columns follow the data: matrices of postingan, and the evaluation with its months."""

from collections.abc import Sequence

from renderers.figures import Matriks, Rekap
from renderers.indonesian import angka, daftar, nama_bulan
from renderers.ooxml import KRIM, cell, paragraph, row, run, table, twips
from renderers.publikasi import dihitung

_LEBAR = twips(16)
_RAPAT = 7  # from so many month columns on, the small cell styles


class Xml(str):
    """Finished XML: put into a template by `{{p … }}` as it is."""

    __slots__ = ()

    def __html__(self) -> str:
        return self


def strip(n: int) -> str:
    return angka(n) if n else "-"


def matriks(rekap: Rekap, months: Sequence[Matriks]) -> Xml | None:
    """One month, or the sum of several; None where nothing was posted."""
    figures = [
        [sum(m.angka[i][j] for m in months) for j in range(len(rekap.platform))] for i in range(len(rekap.jenis))
    ]
    if not any(map(any, figures)):
        return None
    widths = [twips(1.1), twips(4.7), *_share(twips(10.2), len(rekap.platform) + 1)]
    heads = _heads(
        widths, ("NO.", "JENIS KONTEN"), "JUMLAH POSTINGAN", [p.upper() for p in rekap.platform] + ["JUMLAH"]
    )
    rows = [
        _figures(widths, f"{n}.", jenis, line)
        for n, (jenis, line) in enumerate(zip(rekap.jenis, figures, strict=True), start=1)
    ]
    return _whole(widths, [*heads, *rows, _total(widths, figures)])


def _whole(widths: Sequence[int], rows: Sequence[str]) -> Xml:
    """A table on one page: every row but the last is kept with the next."""
    kept = [line.replace("</w:pPr>", "<w:keepNext/></w:pPr>") for line in rows[:-1]]
    return Xml(table("TabelLaporan", widths, [*kept, rows[-1]]))


def _figures(widths: Sequence[int], no: str, jenis: str, line: Sequence[int]) -> str:
    cells = [_cell(widths[0], no, "SelTengah"), _cell(widths[1], jenis, "Sel")]
    cells += [_cell(w, strip(n), "SelTengah") for w, n in zip(widths[2:], [*line, sum(line)], strict=True)]
    return row(cells)


def _total(widths: Sequence[int], figures: Sequence[Sequence[int]]) -> str:
    sums = [sum(column) for column in zip(*figures, strict=True)]
    label = cell(widths[0] + widths[1], paragraph("SelTengah", run("JUMLAH", "<w:b/>")), span=2, fill=KRIM)
    values = zip(widths[2:], [*sums, sum(sums)], strict=True)
    return row([label, *(cell(w, paragraph("SelTengah", run(strip(n), "<w:b/>")), fill=KRIM) for w, n in values)])


def evaluasi(rekap: Rekap) -> Xml:
    months = [nama_bulan(e.bulan)[:3].upper() for e in rekap.evaluasi] or ["-"]
    small = "Kecil" if len(months) >= _RAPAT else ""
    columns = [*months, "JUMLAH"] if len(months) > 1 else months
    middle = [
        *([twips(0.78 if small else 0.98)] * len(months)),
        *([twips(1.2 if small else 1.5)] * (len(columns) - len(months))),
    ]
    side = _LEBAR - twips(0.9) - sum(middle)
    widths = [twips(0.9), side * 54 // 100, *middle, side - side * 54 // 100]
    heads = _heads(widths, ("NO.", "MEDIA"), "BANYAKNYA/BULAN", columns, last="KETERANGAN")
    return _whole(widths, [*heads, *_media(rekap, widths, small)])


def _media(rekap: Rekap, widths: Sequence[int], small: str) -> list[str]:
    publikasi, website = [e.publikasi for e in rekap.evaluasi], [e.website for e in rekap.evaluasi]
    if not any(publikasi + website):
        empty = paragraph("SelTengah", run("Tidak ada publikasi yang tercatat."))
        return [row([cell(sum(widths), empty, span=len(widths))])]
    daily = "Link berita dan aktivitas keseharian"
    rows = (
        (media_sosial(rekap), publikasi, daily),
        ("Website", website, "Berita"),
        *((g, publikasi, daily) for g in grup(rekap)),
    )
    return [_medium(widths, small, f"{n}.", *values) for n, values in enumerate(rows, start=1)]


def media_sosial(rekap: Rekap) -> str:
    """Names the accounts that are really counted: "Media Sosial (IG dan TikTok)"."""
    names = dihitung(rekap)
    listed = daftar(names)
    return f"Media Sosial ({listed})" if names else "Media Sosial"


def grup(rekap: Rekap) -> tuple[str, str]:
    return f"Grup Bakohumas {rekap.satker.nama}", f"Grup Bakohumas {atasan(rekap)}"


def atasan(rekap: Rekap) -> str:
    return rekap.satker.atasan.removeprefix("Ketua ")


def _medium(widths: Sequence[int], small: str, no: str, media: str, values: Sequence[int], note: str) -> str:
    shown = [*values, sum(values)] if len(values) > 1 else values
    numbers = [_cell(w, strip(n), f"Sel{small or 'Tengah'}") for w, n in zip(widths[2:-1], shown, strict=True)]
    return row(
        [_cell(widths[0], no, "SelTengah"), _cell(widths[1], media, "Sel"), *numbers, _cell(widths[-1], note, "Sel")]
    )


def _heads(
    widths: Sequence[int], tall: Sequence[str], wide: str, columns: Sequence[str], *, last: str = ""
) -> list[str]:
    """Two header rows: tall cells run through both, `wide` stands above the columns."""
    ends = [last] if last else []
    middle = widths[len(tall) : len(tall) + len(columns)]
    upper = [_head(w, text, merge="restart") for w, text in zip(widths, tall, strict=False)]
    upper += [_head(sum(middle), wide, span=len(columns)), *(_head(widths[-1], text, merge="restart") for text in ends)]
    lower = [_head(w, "", merge="continue") for w in widths[: len(tall)]]
    lower += [_head(w, text, style="SelKecilJudul") for w, text in zip(middle, columns, strict=True)]
    lower += [_head(widths[-1], "", merge="continue") for _ in ends]
    return [row(upper, header=True), row(lower, header=True)]


def _head(width: int, text: str, *, span: int = 1, merge: str = "", style: str = "SelJudul") -> str:
    return cell(width, paragraph(style, run(text)), span=span, merge=merge, fill=KRIM, align="center")


def _cell(width: int, text: str, style: str) -> str:
    return cell(width, paragraph(style, run(text)), align="center")


def _share(width: int, count: int) -> list[int]:
    return [width // count] * (count - 1) + [width - width // count * (count - 1)]
