"""Everything a report says, gathered once in one transaction from the same rows that the chat shows."""

from datetime import date, timedelta
from typing import Any

from handlers.laporan import late, week
from handlers.laporan import months as laporan_months
from handlers.reading.periods import Pekan, Periode
from renderers import figures
from renderers.frozen import thaw
from storage.catatan import kegiatan, konten
from storage.catatan.kegiatan import INTERNAL
from storage.catatan.konten import JENIS, PLATFORM
from storage.database import Session
from storage.kantor import people
from storage.kantor import satker as satker_rows
from storage.kantor.satker import Satker
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


def gather(session: Session, office: Satker, periode: Periode, today: date) -> figures.Rekap:
    batas = min(today, periode.selesai - timedelta(days=1))
    bulan = periode.bulan_tabel(office.kumulatif)
    read = laporan_months.read_all(session, office, (*bulan, *periode.sebelumnya().bulan))
    months = [read[b] for b in bulan]
    dulu, before = laporan_months.sebelumnya(session, office, periode, read)
    return figures.Rekap(
        satker=_satker(office),
        periode=figures.Periode(periode.jenis, periode.sebutan, periode.tahun, periode.bulan, bulan),
        surat=_surat(session, office, periode),
        anggota=_anggota(session, office, batas),
        keputusan=_keputusan(session, office, batas),
        dasar_hukum=tuple(d.teks for d in satker_rows.dasar_hukum_of(session, office, batas)),
        dasar_laporan=office.dasar_laporan,
        dasar_pembentukan=tuple(office.dasar_pembentukan),
        koordinasi=koordinasi(session, office, bulan[0], periode.selesai),
        informasi=informasi(session, office, bulan[0], periode.selesai),
        jenis=JENIS,
        platform=PLATFORM,
        matriks=tuple(m.matriks for m in months),
        evaluasi=tuple(m.evaluasi for m in months),
        sebelumnya=tuple(m.evaluasi for m in before) or None,
        akun=akun(session, office, batas),
        masalah=_masalah(session, office, periode),
        saran=tuple(laporan.saran_of(session, office, periode.kode)),
        batas=batas,
        kolase=tuple(pictures(session, office, periode)),
        narasi=laporan.narasi_of(session, office, periode.kode),
        kegiatan=laporan_months.dokumentasi(session, office, periode),
        tautan=laporan_months.tautan(session, office, periode),
        tanpa_tautan=laporan_months.tanpa_tautan(session, office, periode),
        kini=laporan_months.jumlah(session, office, periode, [m for m in months if m.matriks.bulan in periode.bulan]),
        dulu=dulu,
        susulan=_susulan(session, office, periode.sebelumnya()),
    )


def _susulan(session: Session, office: Satker, before: Periode) -> figures.Susulan | None:
    """What came after the last report of the period before."""
    last = laporan.last(session, office, before.kode)
    if last is None:
        return None
    reported = thaw(figures.Rekap, last.figures)
    months = reported.periode.bulan_tabel
    span = session, office, months[0], before.selesai
    now = [laporan_months.read(session, office, b).matriks for b in months]
    return late.of(reported, last.versi, koordinasi(*span), informasi(*span), now)


def _satker(office: Satker) -> figures.Satker:
    return figures.Satker(**{name: getattr(office, name) for name in SATKER}, tagline=tuple(office.tagline))


def _keputusan(session: Session, office: Satker, batas: date) -> tuple[figures.Keputusan, ...]:
    rows = satker_rows.keputusan_of(session, office, batas)
    return tuple(figures.Keputusan(k.jenis, k.nomor, k.tanggal) for k in rows)


def _masalah(session: Session, office: Satker, periode: Periode) -> tuple[figures.Masalah, ...]:
    rows = laporan.masalah_of(session, office, periode.mulai, periode.selesai)
    return tuple(figures.Masalah(m.judul, m.isi) for m in rows)


def _surat(session: Session, office: Satker, periode: Periode) -> figures.Surat:
    row = laporan.surat_of(session, office, periode.kode)
    if row is None:
        return figures.Surat()
    return figures.Surat(row.nomor, row.tanggal, row.sifat, row.lampiran, tuple(row.tembusan))


def _anggota(session: Session, office: Satker, on: date) -> tuple[figures.Anggota, ...]:
    rows = people.current(session, office, on)
    return tuple(figures.Anggota(a.nama, a.jabatan_kedinasan, a.jabatan_tim) for a in rows)


def koordinasi(session: Session, office: Satker, mulai: date, selesai: date) -> tuple[figures.Koordinasi, ...]:
    rows = kegiatan.between(session, office, mulai, selesai)
    return tuple(
        figures.Koordinasi(r.sektor, r.mulai, r.selesai, r.uraian, r.instansi, r.keterangan)
        for r in rows
        if r.sektor != INTERNAL
    )


def informasi(session: Session, office: Satker, mulai: date, selesai: date) -> tuple[figures.Informasi, ...]:
    """By month; what is only known by its month stands last in it."""
    rows = [k for k in konten.between(session, office, mulai, selesai) if k.informasi]
    rows.sort(key=lambda k: (k.tanggal.replace(day=1), k.sebulan, k.tanggal, k.nomor))
    return tuple(figures.Informasi(k.tanggal, k.sebulan, k.judul, tuple(p.platform for p in k.postingan)) for k in rows)


def akun(session: Session, office: Satker, until: date) -> tuple[figures.Akun, ...]:
    found = []
    for a in satker_rows.akun_of(session, office):
        known = satker_rows.snapshot(session, a, until)
        figure: dict[str, Any] = {name: getattr(known, name) for name in SNAPSHOT} if known else {}
        row = figures.Akun(a.platform, a.nama, a.dihitung, a.aktif_sejak, aktif_sampai=a.aktif_sampai, **figure)
        found.append(row)
    return tuple(found)


def pictures(session: Session, office: Satker, periode: Periode) -> list[figures.Kolase]:
    """The weeks of the period that have photos; a week belongs to the month of its Thursday."""
    pekan = Pekan.dari(periode.mulai)
    found = []
    while pekan.kamis < periode.selesai:
        picture = week.gather(session, office, pekan)
        if picture.cells and pekan.kamis >= periode.mulai:
            found.append(picture)
        pekan = Pekan(pekan.selesai)
    return found
