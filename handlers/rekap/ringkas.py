"""/ringkas: a period on one page for Ketua and Pembina: its figures, months, jenis, followers and best photos."""

from collections.abc import Sequence
from datetime import date, timedelta

from handlers.chat import drawn
from handlers.chat.messages import Says, Turn
from handlers.laporan import columns, week
from handlers.laporan import gather as laporan_gather
from handlers.laporan import months as laporan_months
from handlers.laporan.held import Held
from handlers.laporan.months import Month as Bulan
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from renderers import figures, indonesian
from renderers.asked import Figure, Month, Ringkas
from renderers.changes import exists
from storage.catatan.kegiatan import Kegiatan
from storage.foto.photos import Foto
from storage.laporan import laporan as laporan_rows

TOP, FOTO = 3, 4
_MONTHS_BESIDE = 6  # most months of a period beside which those of the period before have room


def ringkas(turn: Turn) -> Says:
    """/ringkas [periode]: the summary of a period as a picture."""
    periode = periods.parse(turn.text, turn.today) if turn.text.strip() else periods.due(turn.today)
    page = gather(turn, periods.begun(periode, turn.today))
    return drawn.asked(turn, "ringkas", page, title=f"Ringkasan {periode.judul}", text=told(page))


def gather(turn: Turn, periode: Periode) -> Ringkas:
    office, cut_off = turn.satker, min(turn.today, periode.selesai - timedelta(days=1))
    begun = [b for b in periode.bulan if b <= turn.today]
    held = Held(turn, periode.previous().mulai, periode.selesai)
    read = laporan_months.every(held, (*begun, *periode.previous().bulan))
    months = [read[b] for b in begun]
    sums = laporan_months.sums(held, periode, months)
    sums_before, before = laporan_months.previous(held, periode, read)
    postingan = [(one, sum(m.of_jenis(one) for m in months)) for one in columns.rows(office, (m.cells for m in months))]
    return Ringkas(
        lembaga=office.lembaga,
        tempat=office.tempat,
        judul=periode.judul,
        span=_span(periode),
        cut_off=cut_off,
        compared_with=sums_before.sebutan if sums_before else "",
        figures=_figures(turn, sums, sums_before, cut_off, _counted(held, periode, months)),
        chart="Publikasi setiap bulan",
        months=_months(periode, before, months),
        top=tuple(sorted(((j, n) for j, n in postingan if n), key=lambda pair: -pair[1])[:TOP]),
        missing=tuple(j for j, n in postingan if not n),
        followers=_followers(held, periode, cut_off),
        foto=_photos(held, periode),
        website=office.website,
        logo=office.logo,
        ketepatan=week.prompt(held, periode, cut_off),
        running=cut_off == turn.today and turn.today < periode.selesai - timedelta(days=1),
    )


def _span(periode: Periode) -> str:
    first, last = periode.bulan[0], periode.bulan[-1]
    return f"{indonesian.nama_bulan(first)}–{indonesian.bulan(last)}"


def _counted(held: Held, periode: Periode, months: Sequence[Bulan]) -> str:
    """The names of the platforms whose postingan are publikasi."""
    return indonesian.daftar(columns.counted(held.akun, periode.bulan, [m.cells for m in months]))


def _figures(
    turn: Turn, sums: figures.Jumlah, sums_before: figures.Jumlah | None, cut_off: date, named: str
) -> tuple[Figure, ...]:
    open_ = laporan_rows.masalah_of(turn, cut_off, cut_off + timedelta(days=1))
    parts = f"{indonesian.angka(sums.pemerintah)} pemerintah\n{indonesian.angka(sums.nonpemerintah)} nonpemerintah"
    before = sums_before.pemerintah + sums_before.nonpemerintah if sums_before else None
    return (
        Figure("Kegiatan", sums.kegiatan, sums_before.kegiatan if sums_before else None),
        Figure("Koordinasi", sums.pemerintah + sums.nonpemerintah, before, parts),
        Figure("Konten", sums.konten, sums_before.konten if sums_before else None),
        Figure("Postingan", sums.postingan, sums_before.postingan if sums_before else None),
        Figure(
            f"Publikasi ({named})" if named else "Publikasi",
            sums.publikasi,
            sums_before.publikasi if sums_before else None,
        ),
        Figure("Masalah terbuka", len(open_)),
    )


def _months(periode: Periode, before: Sequence[Bulan], months: Sequence[Bulan]) -> tuple[Month, ...]:
    """The months of the chart in the order of time: those of the period before if there is room, then those of the
    period."""
    shown = before if len(periode.bulan) <= _MONTHS_BESIDE else ()
    old = [Month(indonesian.short_bulan(m.evaluasi.bulan), m.evaluasi.publikasi, earlier=True) for m in shown]
    known = {m.evaluasi.bulan: m.evaluasi.publikasi for m in months}
    return (*old, *(Month(indonesian.short_bulan(b), known.get(b)) for b in periode.bulan))


def _followers(held: Held, periode: Periode, cut_off: date) -> tuple[tuple[str, int], ...]:
    known = laporan_gather.akun(held, periode.bulan, cut_off)
    return tuple((a.platform, a.pengikut) for a in known if a.pengikut is not None and exists(a, periode.bulan))


def _photos(held: Held, periode: Periode) -> tuple[figures.Cell, ...]:
    """Photos spread over the period: from each part of it a kegiatan with mitra if there is one, and a photo in
    landscape."""
    begun = held.begun(periode.mulai, periode.selesai)
    shown = [(row, [f for f in held.fotos.get(row.id, ()) if f.for_kolase]) for row in begun]
    able = [(row, fotos) for row, fotos in shown if fotos]
    count = min(FOTO, len(able))
    parts = [able[k * len(able) // count : (k + 1) * len(able) // count] for k in range(count)]
    return tuple(_best(part) for part in parts)


def _best(part: Sequence[tuple[Kegiatan, Sequence[Foto]]]) -> figures.Cell:
    row, fotos = max(part, key=lambda pair: (pair[0].with_partner, pair[1][0].lebar > pair[1][0].tinggi))
    lying = next((foto for foto in fotos if foto.lebar > foto.tinggi), fotos[0])
    return figures.Cell(lying.file, row.nama, indonesian.tanggal(row.mulai))


def told(page: Ringkas) -> str:
    """The figures once more as words, for those who cannot see the picture."""
    named = f"{page.compared_with}:" if page.running else "sebelumnya"
    lines = [f"{one.nama}: {indonesian.angka(one.now)}{_before(one, named)}" for one in page.figures]
    until = [f"Data sampai dengan {indonesian.tanggal(page.cut_off)}, periode masih berjalan."] if page.running else []
    return "\n".join((*until, *lines, *week.told_promptness(page.ketepatan)))


def _before(one: Figure, named: str) -> str:
    parts = [
        ", ".join(one.parts.splitlines()),
        f"{named} {indonesian.angka(one.before)}" if one.before is not None else "",
    ]
    told = "; ".join(part for part in parts if part)
    return f" ({told})" if told else ""
