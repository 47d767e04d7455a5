"""Everything a report says, gathered once in one transaction from the same rows that the chat shows."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from handlers.laporan import columns, differences, law, named, naskah, told, week
from handlers.laporan import months as laporan_months
from handlers.laporan.held import Held
from handlers.laporan.provinsi import bab
from handlers.reading.dates.pekan import Pekan
from handlers.reading.dates.periods import Periode
from renderers import figures, kantor
from renderers.frozen import thaw
from storage.catatan.kegiatan import Kegiatan
from storage.kantor import akun as akun_rows
from storage.kantor import daftar, people
from storage.kantor.akun import Akun
from storage.kantor.satker import Here
from storage.laporan import laporan

SNAPSHOT = ("tanggal", "pengikut", "suka")


def gather(here: Here, periode: Periode, today: date, *, alone: bool = False) -> figures.Rekap:
    """`alone`: the tables show the months of the period, also where those of the office begin in January."""
    batas = min(today, periode.selesai - timedelta(days=1))
    bulan = periode.table_months(here.satker.kumulatif and not alone)
    held = _held(here, periode, bulan)
    read = laporan_months.every(held, (*bulan, *periode.previous().bulan))
    months = [read[b] for b in bulan]
    own = [m for m in months if m.bulan in periode.bulan]
    partners = koordinasi(held, bulan[0], periode.selesai)
    dulu, before = laporan_months.previous(held, periode, read)
    jenis = columns.rows(here.satker, (m.cells for m in months))
    platform = columns.of(held.akun, bulan, columns.filled(m.cells for m in months))
    accounts, prompt = akun(held, bulan, batas), week.prompt(held, periode, batas)
    rekap = figures.Rekap(
        satker=told.satker(held, batas),
        periode=figures.Periode(periode.jenis, periode.sebutan, periode.tahun, periode.bulan, bulan),
        surat=surat(here, periode),
        anggota=_anggota(here, batas),
        keputusan=_keputusan(here, batas),
        dasar_hukum=law.bases(here, batas),
        dasar_laporan=law.standing(told.dasar_laporan(held, batas), batas),
        dasar_pembentukan=tuple(t for t in here.satker.dasar_pembentukan if law.standing(t, batas)),
        koordinasi=partners,
        informasi=informasi(held, bulan[0], periode.selesai),
        jenis=jenis,
        platform=columns.names(platform, periode.bulan[-1]),
        matriks=tuple(m.matriks(jenis, platform) for m in months),
        evaluasi=tuple(m.evaluasi for m in months),
        sebelumnya=tuple(m.evaluasi for m in before) or None,
        akun=accounts,
        masalah=_masalah(here, periode),
        saran=tuple(laporan.saran_of(here, periode.kode)),
        batas=batas,
        kolase=tuple(pictures(held, periode)),
        narasi=laporan.narasi_of(here, periode.kode),
        kegiatan=laporan_months.documented(held, periode),
        tautan=laporan_months.tautan(held, periode),
        tanpa_tautan=laporan_months.without_tautan(held, own),
        kini=laporan_months.sums(held, periode, own),
        dulu=dulu,
        susulan=_susulan(here, periode.previous()),
        media=told.media(held, bulan, batas),
        ketepatan=prompt if here.satker.ketepatan else None,
        bawahan=bab.of(here, periode),
        nasional=laporan_months.national(held, periode.kode, own, accounts, prompt),
        nama_diri=named.first_words(text for k in partners for text in (k.keterangan, k.uraian)),
    )
    return naskah.told(here, periode, rekap)


def _susulan(here: Here, before: Periode) -> figures.Susulan | None:
    """The records that came after the last report of the period before; None without any."""
    last = laporan.last(here, before.kode)
    if last is None:
        return None
    reported = thaw(figures.Rekap, last.figures)
    months = reported.periode.bulan_tabel
    held = Held(here, months[0], before.selesai)
    span = held, months[0], before.selesai
    now = [laporan_months.month(held, b) for b in months]
    jenis = columns.rows(here.satker, (m.cells for m in now))
    shown = columns.of(held.akun, months, columns.filled(m.cells for m in now))
    cells = differences.cells([m.matriks(jenis, shown) for m in now], jenis, columns.names(shown, before.bulan[-1]))
    return differences.susulan(reported, last.versi, koordinasi(*span), informasi(*span), cells)


def _keputusan(here: Here, batas: date) -> tuple[figures.Keputusan, ...]:
    rows = law.decrees(here, batas)
    return tuple(figures.Keputusan(k.jenis, k.nomor, k.tanggal, k.tentang) for k in rows)


def _masalah(here: Here, periode: Periode) -> tuple[figures.Masalah, ...]:
    rows = laporan.masalah_of(here, periode.mulai, periode.selesai)
    return tuple(figures.Masalah(m.judul, m.isi) for m in rows)


def surat(here: Here, periode: Periode) -> figures.Surat:
    row = laporan.surat_of(here, periode.kode)
    if row is None:
        return figures.Surat()
    return figures.Surat(row.nomor, row.tanggal, row.sifat, row.lampiran, tuple(row.tembusan))


def _anggota(here: Here, on: date) -> tuple[figures.Anggota, ...]:
    rows = people.current(here, on)
    return tuple(figures.Anggota(a.nama, a.jabatan_kedinasan, a.jabatan_tim) for a in rows)


def koordinasi(held: Held, mulai: date, selesai: date) -> tuple[figures.Koordinasi, ...]:
    """The rows that begin in a span, and those that last into it: the period in which they began has counted them."""
    rows = [*held.running(mulai, selesai), *held.begun(mulai, selesai)]
    return tuple(_koordinasi(r, table) for r in rows if (table := held.table(r.sektor)))


def _koordinasi(r: Kegiatan, table: str) -> figures.Koordinasi:
    texts = r.uraian, r.instansi, r.keterangan, r.waktu, r.peserta
    return figures.Koordinasi(table, r.mulai, r.selesai, *texts, mitra=named.partners(r.instansi))


def informasi(held: Held, mulai: date, selesai: date) -> tuple[figures.Informasi, ...]:
    """By month; konten known only by their month stand last in it."""
    rows = [k for k in held.told(mulai, selesai) if k.informasi]
    rows.sort(key=lambda k: (k.tanggal.replace(day=1), k.sebulan, k.tanggal, k.nomor))
    last = selesai - timedelta(days=1)
    return tuple(
        figures.Informasi(k.tanggal, k.sebulan, k.judul, daftar.called([p.platform for p in k.postingan], last))
        for k in rows
    )


def akun(held: Held, bulan: Sequence[date], until: date) -> tuple[kantor.Akun, ...]:
    """Every account of the office, with the months in which it exists up to the cut-off."""
    known, found = akun_rows.snapshots(held.here, until), []
    for a in held.akun:
        figure: dict[str, Any] = {name: getattr(known[a.id], name) for name in SNAPSHOT} if a.id in known else {}
        (name,) = columns.names([a.platform], bulan[-1])
        figure |= {"aktif_sampai": a.aktif_sampai, "bulan": _months(a, bulan, until)}
        found.append(kantor.Akun(name, a.nama, a.dihitung, a.aktif_sejak, **figure))
    return tuple(found)


def _months(akun: Akun, bulan: Sequence[date], until: date) -> tuple[date, ...]:
    """The months in which an account exists up to the cut-off."""
    begun = (b for b in bulan if b <= until)
    return tuple(b for b in begun if akun_rows.exists(akun, b, min(columns.last_day(b), until)))


def pictures(held: Held, periode: Periode) -> list[figures.Kolase]:
    """The weeks of the period that have photos; a week belongs to the month of its Thursday."""
    found = (week.of(held, pekan) for pekan in _weeks(periode) if pekan.thursday >= periode.mulai)
    return [picture for picture in found if picture.cells]


def _weeks(periode: Periode) -> list[Pekan]:
    """Those that have their Thursday in the period, and the one in which it begins."""
    weeks = [Pekan.of(periode.mulai)]
    while Pekan(weeks[-1].selesai).thursday < periode.selesai:
        weeks.append(Pekan(weeks[-1].selesai))
    return weeks


def _held(here: Here, periode: Periode, bulan: Sequence[date]) -> Held:
    """All that the tables, the period before and the weeks of the period count."""
    weeks = _weeks(periode)
    first = min(bulan[0], periode.previous().mulai, weeks[0].mulai)
    return Held(here, first, max(periode.selesai, weeks[-1].selesai))
