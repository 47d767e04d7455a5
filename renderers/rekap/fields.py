"""The names that a template may ask for, and their values; they are explained to offices in meanings.txt."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from renderers.figures import LAMPIRAN, TEMBUSAN, Kegiatan, Koordinasi, Matriks, Rekap, Surat
from renderers.indonesian import span, tanggal
from renderers.ink.arial import balanced
from renderers.kantor import Satker
from renderers.photo.album import Album, Picture
from renderers.prosa import bawahan, koordinasi, narasi, naskah, susulan
from renderers.prosa.narasi import dasar_pembentukan, dasar_tim
from renderers.prosa.period import period_words
from renderers.rekap import dokumentasi, informasi, kolase, tautan
from renderers.rekap.pictures import Material
from renderers.templat_bawaan.passages import passages
from renderers.word import tables, word
from renderers.word.ooxml import twips

_BLANK = "…" * 11  # a line to write on
NO_BUDGET = "Laporan ini tidak memuat rincian anggaran kegiatan."
# Twips that the lines of the cover and of a signature have, in the sizes of their styles.
_COVER, _SIGNED = twips(15.6) - 56, 4536


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
        "naskah": _naskah(rekap),
        "pemilu": rekap.isian.get("pemilu_berikutnya", ""),
        "narasi": narasi.paragraphs(rekap),
        "informasi": informasi.months(rekap),
        "matriks": _matriks(rekap),
        "rekapitulasi": tables.matrix(rekap, rekap.matriks) if len(rekap.periode.bulan_tabel) > 1 else None,
        "evaluasi": tables.evaluation(rekap),
        "ada_publikasi": any(e.publikasi for e in rekap.evaluasi),
        "dibagikan": tables.groups(rekap),
        "batas": tanggal(rekap.batas),
        "masalah": rekap.masalah,
        "saran": rekap.saran,
        "grafik": _charts(material, album),
        "tanpa_pembanding": rekap.kini is not None and rekap.dulu is None,
        "kolase": kolase.sheets(material.sheets, album),
        "tempat_kegiatan": kolase.places(rekap),
        "dokumentasi": dokumentasi.photo_table(material.cards, album),
        "tanpa_foto": dokumentasi.tanpa_foto(material.cards),
        "tautan": tautan.months(rekap),
        "tautan_terhitung": tautan.counted(rekap),
        "susulan": susulan.fields(rekap),
        "bawahan": bawahan.fields(rekap),
        "bertanggal": bool(rekap.surat.tanggal) or not material.annex,
        "ada_konten": any(map(any, (row for m in rekap.matriks for row in m.angka))),
    }


def _naskah(rekap: Rekap) -> dict[str, dict[str, list[str]]]:
    """The lines of every passage that our own template prints, of one that is left out none."""
    told, found = naskah.lines(rekap), dict[str, dict[str, list[str]]]()
    for bab, kunci in passages():
        lines = [word.italic(line, naskah.ITALIC) for line in told.get((bab, kunci), ())]
        found.setdefault(bab, {})[kunci] = lines
    return found


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
        "satker": _with_lines(rekap.satker),
        "atasan": tables.atasan(rekap) or _BLANK,
        "waktu": replace(period_words(rekap.periode, rekap.batas), pemilu=_year_ahead(rekap)),
        "surat": surat(rekap.surat),
        "dasar_laporan": rekap.dasar_laporan or naskah.BASIS,
        "logo_kop": album.place(logo, alt, 2.1, 2.1),
        "logo": album.place(logo, alt, 4.6, 4.6),
        "sampul": cover(rekap),
        "dibuat_di": balanced(f"Dibuat di {rekap.satker.wilayah}", _SIGNED, 12),
    }


def _year_ahead(rekap: Rekap) -> str:
    told = rekap.isian.get("pemilu_berikutnya", "").split()
    return next((word for word in told if word.isdigit()), "yang akan datang")


def cover(rekap: Rekap) -> dict[str, str]:
    """The lines of the cover in capitals, of about equal width where they are too long for one."""
    satker = rekap.satker
    large, title = (partial(balanced, room=_COVER, points=n, bold=True, spacing=s) for n, s in ((20, 0.5), (26, 0)))
    return {
        "lembaga": large(satker.lembaga.upper()),
        "tempat": large(satker.tempat.upper()),
        "tagline": balanced(" ".join(satker.tagline).upper(), _COVER, 11, bold=True, spacing=1.5),
        "nama": title(satker.nama.upper()),
    }


def _with_lines(office: Satker) -> Satker:
    """The office with a line to write on for who signs and for the town of the letter where nobody has told them, and
    a true sentence where none tells of its budget."""
    ketua, town = office.ketua or _BLANK, office.kota_atasan or _BLANK
    return replace(office, ketua=ketua, kota_atasan=town, anggaran=office.anggaran or NO_BUDGET)


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
    marks = ["rencana"] * (k.mulai > rekap.batas) + ["berlanjut"] * koordinasi.goes_on(rekap, k)
    return {
        "tanggal": span(k.mulai, k.selesai) + (f" ({', '.join(marks)})" if marks else ""),
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


def _planned(rekap: Rekap, day: date) -> str:
    return " (rencana)" if day > rekap.batas else ""


def _matriks(rekap: Rekap) -> list[dict[str, Any]]:
    found: dict[date, list[Matriks]] = {month: [] for month in rekap.periode.bulan_tabel}
    for m in rekap.matriks:
        found.get(m.bulan, []).append(m)
    drawn = {month: tables.matrix(rekap, of) if of else None for month, of in found.items()}
    return informasi.joined([{"bulan": b, "belum": b > rekap.batas, "tabel": t} for b, t in drawn.items()], "tabel")
