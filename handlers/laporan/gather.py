"""Everything a report says, gathered once in one transaction from the same rows that the chat shows."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from handlers.laporan import differences, week
from handlers.laporan import months as laporan_months
from handlers.laporan.held import Held
from handlers.reading.dates.pekan import Pekan
from handlers.reading.dates.periods import Periode
from renderers import figures
from renderers.frozen import thaw
from storage.catatan.konten import JENIS, PLATFORM
from storage.kantor import people
from storage.kantor import satker as satker_rows
from storage.kantor.satker import Here, Satker
from storage.laporan import laporan

SATKER = (
    "nama",
    "lembaga",
    "tempat",
    "wilayah",
    "kota",
    "provinsi",
    "alamat",
    "website",
    "atasan",
    "kota_atasan",
    "ketua",
    "anggaran",
    "logo",
)
SNAPSHOT = ("tanggal", "pengikut", "suka")


def gather(here: Here, periode: Periode, today: date) -> figures.Rekap:
    batas = min(today, periode.selesai - timedelta(days=1))
    bulan = periode.table_months(here.satker.kumulatif)
    held = _held(here, periode, bulan)
    read = laporan_months.every(held, (*bulan, *periode.previous().bulan))
    months = [read[b] for b in bulan]
    dulu, before = laporan_months.previous(held, periode, read)
    return figures.Rekap(
        satker=_satker(here.satker),
        periode=figures.Periode(periode.jenis, periode.sebutan, periode.tahun, periode.bulan, bulan),
        surat=_surat(here, periode),
        anggota=_anggota(here, batas),
        keputusan=_keputusan(here, batas),
        dasar_hukum=tuple(d.teks for d in satker_rows.dasar_hukum_of(here, batas)),
        dasar_laporan=here.satker.dasar_laporan,
        dasar_pembentukan=tuple(here.satker.dasar_pembentukan),
        koordinasi=koordinasi(held, bulan[0], periode.selesai),
        informasi=informasi(held, bulan[0], periode.selesai),
        jenis=JENIS,
        platform=PLATFORM,
        matriks=tuple(m.matriks for m in months),
        evaluasi=tuple(m.evaluasi for m in months),
        sebelumnya=tuple(m.evaluasi for m in before) or None,
        akun=akun(here, batas),
        masalah=_masalah(here, periode),
        saran=tuple(laporan.saran_of(here, periode.kode)),
        batas=batas,
        kolase=tuple(pictures(held, periode)),
        narasi=laporan.narasi_of(here, periode.kode),
        kegiatan=laporan_months.documented(held, periode),
        tautan=laporan_months.tautan(held, periode),
        tanpa_tautan=laporan_months.without_tautan(held, periode),
        kini=laporan_months.sums(held, periode, [m for m in months if m.matriks.bulan in periode.bulan]),
        dulu=dulu,
        susulan=_susulan(here, periode.previous()),
    )


def _susulan(here: Here, before: Periode) -> figures.Susulan | None:
    """The records that came after the last report of the period before; None without any."""
    last = laporan.last(here, before.kode)
    if last is None:
        return None
    reported = thaw(figures.Rekap, last.figures)
    months = reported.periode.bulan_tabel
    held = Held(here, months[0], before.selesai)
    span = held, months[0], before.selesai
    now = [laporan_months.month(held, b).matriks for b in months]
    return differences.susulan(reported, last.versi, koordinasi(*span), informasi(*span), now)


def _satker(office: Satker) -> figures.Satker:
    return figures.Satker(**{name: getattr(office, name) for name in SATKER}, tagline=tuple(office.tagline))


def _keputusan(here: Here, batas: date) -> tuple[figures.Keputusan, ...]:
    rows = satker_rows.keputusan_of(here, batas)
    return tuple(figures.Keputusan(k.jenis, k.nomor, k.tanggal) for k in rows)


def _masalah(here: Here, periode: Periode) -> tuple[figures.Masalah, ...]:
    rows = laporan.masalah_of(here, periode.mulai, periode.selesai)
    return tuple(figures.Masalah(m.judul, m.isi) for m in rows)


def _surat(here: Here, periode: Periode) -> figures.Surat:
    row = laporan.surat_of(here, periode.kode)
    if row is None:
        return figures.Surat()
    return figures.Surat(row.nomor, row.tanggal, row.sifat, row.lampiran, tuple(row.tembusan))


def _anggota(here: Here, on: date) -> tuple[figures.Anggota, ...]:
    rows = people.current(here, on)
    return tuple(figures.Anggota(a.nama, a.jabatan_kedinasan, a.jabatan_tim) for a in rows)


def koordinasi(held: Held, mulai: date, selesai: date) -> tuple[figures.Koordinasi, ...]:
    rows = held.begun(mulai, selesai)
    return tuple(
        figures.Koordinasi(r.sektor, r.mulai, r.selesai, r.uraian, r.instansi, r.keterangan, r.waktu, r.peserta)
        for r in rows
        if r.with_partner
    )


def informasi(held: Held, mulai: date, selesai: date) -> tuple[figures.Informasi, ...]:
    """By month; konten known only by their month stand last in it."""
    rows = [k for k in held.told(mulai, selesai) if k.informasi]
    rows.sort(key=lambda k: (k.tanggal.replace(day=1), k.sebulan, k.tanggal, k.nomor))
    return tuple(figures.Informasi(k.tanggal, k.sebulan, k.judul, tuple(p.platform for p in k.postingan)) for k in rows)


def akun(here: Here, until: date) -> tuple[figures.Akun, ...]:
    known, found = satker_rows.snapshots(here, until), []
    for a in satker_rows.akun_of(here):
        figure: dict[str, Any] = {name: getattr(known[a.id], name) for name in SNAPSHOT} if a.id in known else {}
        row = figures.Akun(a.platform, a.nama, a.dihitung, a.aktif_sejak, aktif_sampai=a.aktif_sampai, **figure)
        found.append(row)
    return tuple(found)


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
