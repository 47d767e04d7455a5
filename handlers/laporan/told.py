"""What the office has told of itself, as a report prints it: the facts and the media that count on a day."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from handlers.laporan.held import Held
from renderers import kantor
from storage.kantor import fakta
from storage.kantor import media as media_rows
from storage.kantor.fakta import KETUA, About
from storage.kantor.media import Media

OF_ROW = ("nama", "lembaga", "tempat", "wilayah", "kota", "provinsi", "website", "logo")
_OFFICE = re.compile(r"\{(satker|atasan)\}")
OF_FACTS = (About.ALAMAT, About.ATASAN, About.KOTA_ATASAN, About.KETUA, About.ANGGARAN)


def satker(held: Held, on: date) -> kantor.Satker:
    """The office as it was on a day."""
    counts, office = fakta.holding(held.fakta, on), held.here.satker
    signer = counts.get(About.KETUA)
    return kantor.Satker(
        **{name: getattr(office, name) for name in OF_ROW},
        **{about.value: _text(held, about, on) for about in OF_FACTS},
        tagline=tagline(held, on),
        jabatan_penanda_tangan=signer.jabatan if signer else KETUA,
    )


def tagline(held: Held, on: date) -> tuple[str, ...]:
    return tuple(_text(held, About.TAGLINE, on).splitlines())


def dasar_laporan(held: Held, on: date) -> str:
    return _text(held, About.DASAR_LAPORAN, on)


def _text(held: Held, about: About, on: date) -> str:
    found = fakta.holding(held.fakta, on).get(about)
    return found.isi if found else ""


def media(held: Held, bulan: Sequence[date], on: date) -> tuple[kantor.Media, ...]:
    """The rows of BAB IV on a day, with a number of their own for each month; one that is named after an office that
    nobody has recorded is left out."""
    names = {"satker": held.here.satker.nama, "atasan": _text(held, About.ATASAN, on).removeprefix("Ketua ")}
    rows = media_rows.on(held.here, on)
    return tuple(_medium(row, bulan, names) for row in rows if all(names[n] for n in _OFFICE.findall(row.nama)))


def _medium(row: Media, bulan: Sequence[date], names: Mapping[str, str]) -> kantor.Media:
    nama = _OFFICE.sub(lambda found: names[found[1]], row.nama)
    own = tuple(row.angka.get(f"{month:%Y-%m}") for month in bulan) if row.sumber == media_rows.Source.OWN else ()
    return kantor.Media(nama, row.sumber.value, row.keterangan, row.teks, own)
