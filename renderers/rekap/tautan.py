"""The links of a period as evidence: a table for each month, below it how many konten have no link."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from urllib.parse import quote, urlsplit

from renderers.figures import Rekap, Tautan
from renderers.indonesian import angka, bulan, tanggal, with_words
from renderers.word.ooxml import CREAM, cell, field, paragraph, row, run, table, twips
from renderers.word.tables import Xml

_WIDTHS = tuple(map(twips, (1.0, 2.7, 4.4, 2.2, 5.7)))
_HEADS = ("NO.", "TANGGAL", "JENIS DAN JUDUL", "PLATFORM", "TAUTAN")
_LOOK = '<w:color w:val="7A0E16"/><w:u w:val="single"/>'
# Characters that stay as they are in an address; a quote or a backslash would end the field that carries it.
_SAFE = ":/?#@!$&'()*+,;=%~[]"


def months(rekap: Rekap) -> list[dict[str, Any]]:
    """The months with anything to show as `bulan`, `tabel` and `sisa`; none where fewer than half of the konten have a
    link, for such a list would prove little."""
    shown = [(b, [t for t in rekap.tautan if t.tanggal.replace(day=1) == b]) for b in rekap.periode.bulan]
    found = [{"bulan": bulan(b), "tabel": _table(rows), "sisa": _rest(rekap, b)} for b, rows in shown]
    return [month for month in found if month["tabel"] or month["sisa"]] if _enough(rekap) else []


def counted(rekap: Rekap) -> str:
    """How many konten have a link, where too few do for a list of them; empty where there is the list, or no link."""
    if not rekap.tautan or _enough(rekap):
        return ""
    return f"{with_words(len(rekap.tautan))} dari {with_words(len(rekap.tautan) + _bare(rekap))} konten"


def _enough(rekap: Rekap) -> bool:
    return bool(rekap.tautan) and len(rekap.tautan) >= _bare(rekap)


def _bare(rekap: Rekap) -> int:
    return sum(month.konten for month in rekap.tanpa_tautan)


def address(url: str) -> str | None:
    """The address as a link may carry it; None where it is no address of the web."""
    try:
        parts = urlsplit(url.strip())
        host, _ = parts.hostname, parts.port
        if parts.scheme.lower() not in {"http", "https"} or not host:
            return None
        netloc = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    except ValueError:
        return None
    return quote(parts._replace(netloc=netloc).geturl(), safe=_SAFE)


def _table(rows: Sequence[Tautan]) -> Xml | None:
    if not rows:
        return None
    named = zip(_WIDTHS, _HEADS, strict=True)
    head = [cell(w, paragraph("SelJudul", run(text)), fill=CREAM, align="center") for w, text in named]
    return Xml(
        table(
            "TabelLaporan",
            _WIDTHS,
            [row(head, header=True), *(line for n, t in enumerate(rows, 1) for line in _rows(n, t))],
            f"Tautan konten bulan {bulan(rows[0].tanggal)}",
            "Tanggal, jenis dan judul, platform, dan tautan setiap konten.",
        )
    )


def _rows(number: int, konten: Tautan) -> list[str]:
    """The rows of a konten, one for each link; number, day and title run through them."""
    when = bulan(konten.tanggal) if konten.sebulan else tanggal(konten.tanggal)
    title = paragraph("Sel", run(konten.jenis, "<w:b/>")) + (
        paragraph("Sel", run(konten.judul)) if konten.judul else ""
    )
    first = paragraph("SelTengah", run(f"{number}.")), paragraph("Sel", run(when)), title
    lines, many = [], len(konten.tautan) > 1
    for n, (platform, url) in enumerate(konten.tautan):
        texts = first if n == 0 else (paragraph("Sel"),) * 3
        merge = ("continue" if n else "restart") if many else ""
        cells = [cell(w, text, merge=merge) for w, text in zip(_WIDTHS, texts, strict=False)]
        ends = paragraph("Sel", run(platform)), paragraph("SelKecilKiri", _link(url))
        lines.append(row([*cells, *(cell(w, text) for w, text in zip(_WIDTHS[3:], ends, strict=True))]))
    return lines


def _link(url: str) -> str:
    shown = url.strip().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    target = address(url)
    return field(f'HYPERLINK "{target}"', run(shown, _LOOK)) if target else run(url)


def _rest(rekap: Rekap, month: date) -> str:
    found = next((t for t in rekap.tanpa_tautan if t.bulan == month), None)
    if found is None:
        return ""
    more = " lainnya" if any(t.tanggal.replace(day=1) == month for t in rekap.tautan) else ""
    postingan = f"{angka(found.postingan)} postingan"
    told = f"{angka(found.konten)} konten{more} ({postingan})" if found.konten else f"{postingan}{more}"
    return f"{told} tercatat tanpa tautan."
