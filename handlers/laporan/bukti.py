"""The evidence behind a report: every kegiatan of the period with its photos, every konten with its links."""

from collections.abc import Iterable
from datetime import date

from handlers.reading.periods import Periode, bulan_depan
from renderers import figures
from storage.catatan import kegiatan, konten
from storage.catatan.konten import Konten
from storage.database import Session
from storage.foto import photos
from storage.foto.photos import Foto
from storage.kantor.satker import Satker


def dokumentasi(session: Session, office: Satker, periode: Periode) -> tuple[figures.Kegiatan, ...]:
    span = session, office, periode.mulai, periode.selesai
    fotos = photos.of_kegiatan(*span)
    return tuple(
        figures.Kegiatan(row.nama, row.mulai, row.selesai, row.tempat, _shown(fotos.get(row.id, ())))
        for row in kegiatan.between(*span)
    )


def _shown(fotos: Iterable[Foto]) -> tuple[str, ...]:
    return tuple(foto.file for foto in fotos if foto.untuk_laporan)


def tautan(session: Session, office: Satker, periode: Periode) -> tuple[figures.Tautan, ...]:
    """By month; what is only known by its month stands last in it."""
    rows = [k for k in konten.between(session, office, periode.mulai, periode.selesai) if _links(k)]
    rows.sort(key=lambda k: (k.tanggal.replace(day=1), k.sebulan, k.tanggal, k.nomor))
    return tuple(figures.Tautan(k.tanggal, k.sebulan, k.jenis, k.judul, _links(k)) for k in rows)


def tanpa_tautan(session: Session, office: Satker, periode: Periode) -> tuple[figures.TanpaTautan, ...]:
    found = (_bare(session, office, bulan) for bulan in periode.bulan)
    return tuple(month for month in found if month.konten)


def _bare(session: Session, office: Satker, bulan: date) -> figures.TanpaTautan:
    rows = [k for k in konten.between(session, office, bulan, bulan_depan(bulan)) if not _links(k)]
    return figures.TanpaTautan(bulan, sum(k.jumlah for k in rows), sum(p.jumlah for k in rows for p in k.postingan))


def _links(row: Konten) -> tuple[tuple[str, str], ...]:
    return tuple((p.platform, p.url) for p in row.postingan if p.url)
