"""/status: the triwulan at a glance: its figures by their names, its gaps, and bars against the triwulan before."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from handlers.chat import drawn, onward
from handlers.chat.messages import Rejected, Says, Turn
from handlers.laporan import columns, gather, versions, week
from handlers.laporan import months as laporan_months
from handlers.laporan.held import Held
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode, next_month
from renderers import indonesian
from renderers.boards.status import Chart, Series, Status
from storage.catatan import drafts
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH, Kegiatan
from storage.chat import reach, statuses
from storage.chat.statuses import Counted
from storage.kantor.people import Role
from storage.laporan import decided
from storage.laporan import laporan as laporan_rows
from storage.nasional import tarif_whatsapp

NAMED = 5
WHATSAPP, NONE = "whatsapp", Counted(0, 0)


@dataclass(frozen=True)
class Bulan:
    """The counts of a month as its report has them: `konten`: distinct ones; `postingan`: their placements;
    `publikasi`: placements on counted accounts; `foto`: number of photos by kegiatan; `tables`: the table of BAB II of
    each; `cells`: postingan by (jenis, platform)."""

    bulan: date
    konten: int
    postingan: int
    publikasi: int
    kegiatan: tuple[Kegiatan, ...]
    foto: tuple[int, ...]
    tables: tuple[str, ...]
    cells: Mapping[tuple[str, str], int]

    def koordinasi(self, *tables: str) -> int:
        return sum(one in tables for one in self.tables)


def status(turn: Turn) -> Says:
    """/status [triwulan]: the figures of a triwulan so far."""
    periode = periods.parse(turn.text, turn.today) if turn.text.strip() else periods.triwulan(turn.today)
    if periode.jenis != "triwulan":
        raise Rejected("Status dihitung per triwulan, misalnya /status Q1.")
    periods.begun(periode, turn.today)
    held = Held(turn, periode.previous().mulai, periode.selesai)
    now, before = (months(held, p) for p in (periode, periode.previous()))
    named, prompt = _publikasi(held, now), week.prompt(held, periode, turn.today)
    lines = [*_figures(named, now), *week.told_promptness(prompt), *_before(periode, before)]
    text = "\n".join([*lines, *_made(turn, periode), *_gaps(turn, periode, now), *_whatsapp(turn)])
    picture = _chart(turn, periode, named, now, before)
    way = onward.way(turn, onward.written("status", turn.text))
    return [turn.reply(text, title=_title(turn, periode), menu=way), *drawn.asked(turn, "status", picture)]


def _title(turn: Turn, periode: Periode) -> str:
    last = periode.selesai - timedelta(days=1)
    return periode.judul if last <= turn.today else f"{periode.judul}, sampai {indonesian.tanggal(turn.today)}"


def months(held: Held, periode: Periode) -> list[Bulan]:
    """The figures of the months that have begun."""
    return [_month(held, bulan) for bulan in periode.bulan if bulan <= held.here.today]


def _month(held: Held, bulan: date) -> Bulan:
    counts, rows = laporan_months.month(held, bulan), tuple(held.begun(bulan, next_month(bulan)))
    foto = tuple(len(held.fotos.get(row.id, ())) for row in rows)
    tables = tuple(held.table(row.sektor) for row in rows)
    told = counts.konten, counts.postingan, counts.evaluasi.publikasi
    return Bulan(bulan, *told, rows, foto, tables, counts.cells)


def _publikasi(held: Held, now: Sequence[Bulan]) -> str:
    cells = [m.cells for m in now]
    names = indonesian.daftar(columns.counted(held.akun, [m.bulan for m in now], cells)) if now else ""
    return f"Publikasi ({names})" if names else "Publikasi"


def _figures(publikasi: str, now: Sequence[Bulan]) -> list[str]:
    fotos = [n for month in now for n in month.foto]
    partners = [f"{sum(m.koordinasi(s) for m in now)} {s}" for s in (PEMERINTAH, NONPEMERINTAH)]
    return [
        f"Konten: {indonesian.angka(sum(m.konten for m in now))}",
        f"Postingan: {indonesian.angka(sum(m.postingan for m in now))}",
        f"{publikasi}: {indonesian.angka(sum(m.publikasi for m in now))}",
        f"Kegiatan: {len(fotos)}, {sum(n > 0 for n in fotos)} di antaranya berfoto" if fotos else "Kegiatan: 0",
        f"Koordinasi: {indonesian.daftar(partners)}",
        f"Foto: {sum(fotos)}",
    ]


def _before(periode: Periode, before: Sequence[Bulan]) -> list[str]:
    sums = [sum(getattr(m, name) for m in before) for name in ("konten", "postingan", "publikasi")]
    held = sum(len(m.kegiatan) for m in before)
    if not held and not any(sums):
        return []
    told = [f"{indonesian.angka(n)} {what}" for n, what in zip(sums, ("konten", "postingan", "publikasi"), strict=True)]
    return ["", f"{periode.previous().judul}: {', '.join(told)}, dan {held} kegiatan."]


def _made(turn: Turn, periode: Periode) -> list[str]:
    """The lines about closed months, and about changes since the last report."""
    shut = [indonesian.nama_bulan(b) for b in decided.closed(turn) if b in periode.bulan]
    told = [f"Sudah ditutup: {indonesian.daftar(shut)}."] if shut else []
    if last := laporan_rows.last(turn, periode.kode):
        fresh = gather.gather(turn, periode, turn.today)
        changed = [p for p in versions.since(turn, last, fresh) if not p.silent]
        said = f"{len(changed)} perubahan" if changed else "tidak ada perubahan"
        told.append(f"Laporan versi {last.versi} sudah dibuat; {said} sejak itu.")
    return ["", *told] if told else []


def _gaps(turn: Turn, periode: Periode, now: Sequence[Bulan]) -> list[str]:
    bare = [row for m in now for row, foto in zip(m.kegiatan, m.foto, strict=True) if not foto]
    alone = [indonesian.nama_bulan(m.bulan) for m in now if not m.koordinasi(PEMERINTAH, NONPEMERINTAH)]
    waiting = drafts.waiting(turn) if turn.today < periode.selesai else 0
    told = [f"Kegiatan tanpa foto: {_named(bare)}" if bare else ""]
    told.append(f"Belum ada koordinasi: {indonesian.daftar(alone)}" if alone else "")
    told.append(f"Laporan yang belum disimpan: {waiting}" if waiting else "")
    lines = [f"• {line}" for line in told if line]
    return ["", "Perlu dilengkapi:", *lines] if lines else ["", "Tidak ada yang perlu dilengkapi."]


def _named(rows: Sequence[Kegiatan]) -> str:
    names = [f"#{row.nomor} {row.nama}" for row in rows[-NAMED:]]
    return indonesian.daftar([*names, f"{len(rows) - NAMED} lainnya"] if len(rows) > NAMED else names)


def _chart(turn: Turn, periode: Periode, publikasi: str, now: Sequence[Bulan], before: Sequence[Bulan]) -> Status:
    pairs = [
        Chart(name, _series(periode.previous(), of(before)), _series(periode, of(now)))
        for name, of in (
            (publikasi, lambda rows: [m.publikasi for m in rows]),
            ("Kegiatan", lambda rows: [len(m.kegiatan) for m in rows]),
        )
    ]
    until = min(turn.today, periode.selesai - timedelta(days=1))
    note = f"{periode.sebutan} sampai dengan {indonesian.tanggal(until)}."
    return Status(turn.satker.nama, f"Status {periode.judul}", tuple(pairs), (note,))


def _series(periode: Periode, values: list[int]) -> Series:
    rest = [None] * (len(periode.bulan) - len(values))
    return Series(periode.judul, tuple(map(indonesian.short_bulan, periode.bulan)), (*values, *rest))


def _whatsapp(turn: Turn) -> list[str]:
    """What the messages of this month cost so far, for who leads; all that go from the number of this bot."""
    leads = turn.anggota.role == Role.KETUA_PELAKSANA and not turn.incoming.chat.group
    if not leads or WHATSAPP not in reach.links(turn.session, ""):
        return []
    month = turn.clock.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    found, tarif = statuses.by_category(turn.session, WHATSAPP, month), tarif_whatsapp.on(turn.today)
    service, utility = (found.get(name, NONE) for name in ("service", "utility"))
    cost = max(0, service.messages - tarif.gratis) * tarif.layanan + utility.billable * tarif.templat
    free = f"{indonesian.angka(service.messages)} pesan layanan ({indonesian.angka(tarif.gratis)} pertama gratis)"
    price = f"US$ {cost:.2f}".replace(".", ",")
    told = f"{free} dan {indonesian.angka(utility.messages)} templat, kira-kira {price}"
    return ["", f"WhatsApp bulan ini: {told}.", f"Tarif sejak {indonesian.tanggal(tarif.mulai)}: {tarif.asal}."]
