"""The names that a template may ask for, and their values; they are explained to offices in meanings.txt."""

from datetime import date
from typing import Any

from renderers.figures import LAMPIRAN, TEMBUSAN, Informasi, Kegiatan, Koordinasi, Rekap, Surat
from renderers.indonesian import bulan, daftar, span, tanggal
from renderers.photo.album import Album, Picture
from renderers.prosa import koordinasi, narasi, susulan
from renderers.prosa.narasi import dasar_pembentukan, dasar_tim
from renderers.prosa.period import period_words
from renderers.rekap import dokumentasi, tautan
from renderers.rekap.pictures import Material
from renderers.word import tables

_BLANK = "…" * 11  # a line to write on


def fields(rekap: Rekap, material: Material, album: Album) -> dict[str, Any]:
    """The values by name; `rekap` and `material` are cleaned, pictures are kept in `album`."""
    return {
        **_office(rekap, material.emblem, album),
        **_team(rekap),
        "koordinasi": {
            sektor: [_koordinasi(rekap, k) for k in koordinasi.rows_of(rekap, sektor)]
            for sektor in ("pemerintah", "nonpemerintah")
        },
        "kegiatan": [_kegiatan(rekap, k) for k in rekap.kegiatan],
        "narasi": narasi.paragraphs(rekap),
        "informasi": _informasi(rekap),
        "matriks": _matriks(rekap),
        "rekapitulasi": tables.matrix(rekap, rekap.matriks) if len(rekap.periode.bulan_tabel) > 1 else None,
        "evaluasi": tables.evaluation(rekap),
        "ada_publikasi": any(e.publikasi for e in rekap.evaluasi),
        "batas": tanggal(rekap.batas),
        "masalah": rekap.masalah,
        "saran": rekap.saran,
        "grafik": _charts(material, album),
        "tanpa_pembanding": rekap.kini is not None and rekap.dulu is None,
        "kolase": [
            _picture(album.place(sheet.jpeg, sheet.caption, 16.0, 20.2), sheet.caption) for sheet in material.sheets
        ],
        "dokumentasi": dokumentasi.photo_table(material.cards, album),
        "tanpa_foto": dokumentasi.tanpa_foto(material.cards),
        "tautan": tautan.months(rekap),
        "susulan": susulan.fields(rekap),
        "ada_konten": any(map(any, (row for m in rekap.matriks for row in m.angka))),
    }


def _charts(material: Material, album: Album) -> dict[str, list[dict[str, Any]]]:
    return {
        place: [_picture(album.place(d.png, d.alt, 16.0, 12.0), d.caption) for d in found]
        for place, found in material.charts.items()
    }


def _picture(picture: Picture, caption: str) -> dict[str, Any]:
    return {"gambar": picture, "keterangan": caption}


def _office(rekap: Rekap, logo: bytes, album: Album) -> dict[str, Any]:
    alt = f"Lambang {rekap.satker.nama}"
    return {
        "satker": rekap.satker,
        "atasan": tables.atasan(rekap),
        "waktu": period_words(rekap.periode, rekap.batas),
        "surat": surat(rekap.surat),
        "dasar_laporan": rekap.dasar_laporan,
        "logo_kop": album.place(logo, alt, 2.1, 2.1),
        "logo": album.place(logo, alt, 4.6, 4.6),
    }


def _team(rekap: Rekap) -> dict[str, Any]:
    return {
        "anggota": rekap.anggota,
        "dasar_hukum": [text.rstrip(".;") + "." for text in rekap.dasar_hukum],
        "dasar_tim": dasar_tim(rekap),
        "dasar_pembentukan": dasar_pembentukan(rekap),
    }


def surat(letter: Surat) -> dict[str, Any]:
    """A letter with a line to write on for each field that nobody has given."""
    return {
        "nomor": letter.nomor or _BLANK,
        "tanggal": tanggal(letter.tanggal) if letter.tanggal else _BLANK,
        "sifat": letter.sifat or _BLANK,
        "lampiran": letter.lampiran or LAMPIRAN,
        "tembusan": letter.tembusan or (TEMBUSAN,),
    }


def _koordinasi(rekap: Rekap, k: Koordinasi) -> dict[str, str]:
    return {
        "tanggal": span(k.mulai, k.selesai) + _planned(rekap, k.mulai),
        "uraian": k.uraian,
        "instansi": k.instansi,
        "keterangan": k.keterangan,
        "waktu": k.waktu,
        "peserta": k.peserta,
    }


def _kegiatan(rekap: Rekap, k: Kegiatan) -> dict[str, str]:
    return {
        "tanggal": span(k.mulai, k.selesai) + _planned(rekap, k.mulai),
        "nama": k.nama,
        "tempat": k.tempat,
        "waktu": k.waktu,
        "peserta": k.peserta,
        "keterangan": k.keterangan,
    }


def _informasi(rekap: Rekap) -> list[dict[str, Any]]:
    """By month and date; a row of which only the month is known stands last in it."""
    rows: dict[date, list[dict[str, str]]] = {month: [] for month in rekap.periode.bulan_tabel}
    for i in sorted(rekap.informasi, key=lambda i: (i.sebulan, i.tanggal)):
        if (month := i.tanggal.replace(day=1)) in rows:
            rows[month].append(_info(rekap, i))
    return [{"bulan": bulan(m), "belum": m > rekap.batas, "baris": found} for m, found in rows.items()]


def _info(rekap: Rekap, i: Informasi) -> dict[str, str]:
    when = bulan(i.tanggal) if i.sebulan else tanggal(i.tanggal) + _planned(rekap, i.tanggal)
    known = sorted(i.platform, key=lambda p: rekap.platform.index(p) if p in rekap.platform else len(rekap.platform))
    return {"tanggal": when, "judul": i.judul, "media": daftar(known) or "-"}


def _planned(rekap: Rekap, day: date) -> str:
    return " (rencana)" if day > rekap.batas else ""


def _matriks(rekap: Rekap) -> list[dict[str, Any]]:
    found = {month: [m for m in rekap.matriks if m.bulan == month] for month in rekap.periode.bulan_tabel}
    drawn = {m: tables.matrix(rekap, of) if of else None for m, of in found.items()}
    return [{"bulan": bulan(m), "belum": m > rekap.batas, "tabel": tabel} for m, tabel in drawn.items()]
