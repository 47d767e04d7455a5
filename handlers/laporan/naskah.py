"""The passages that stand in a report: the office's own, else the national ones for its tier, greeting and day."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap
from renderers.indonesian import daftar, tanggal
from renderers.passage import Passage
from renderers.prosa import naskah as prosa
from renderers.word import tables
from storage.kantor import akun
from storage.kantor.satker import Here, Satker
from storage.laporan import naskah as rows
from storage.nasional import passages as nasional
from storage.nasional import pemungutan_suara
from storage.nasional.passages import Office
from storage.nasional.pemungutan_suara import KINDS

ELSEWHERE = {"KIP": ("KPU Provinsi/KIP Aceh", "KPU/KIP Kabupaten/Kota")}
"""How an office that is not called KPU names all those of the provinces, and of the kabupaten and kota."""


def told(here: Here, periode: Periode, rekap: Rekap) -> Rekap:
    """The figures of a report with its passages."""
    own = rows.standing(here, periode.kode, periode.selesai)
    texts = {kunci: row.teks or "" for kunci, row in own.items()}
    return written(rekap, office_of(here.satker), texts)


def office_of(satker: Satker) -> Office:
    return Office(satker.tingkat, satker.sebutan, satker.salam)


def written(rekap: Rekap, office: Office, own: Mapping[str, str]) -> Rekap:
    """The figures with the passages of an office. `own`: its texts by passage, empty where the national one stands."""
    rekap = replace(rekap, isian=values(rekap, office))
    found = ((one, own.get(key(one), "")) for one in nasional.passages())
    told = ((one, mine or default(rekap, office, one), bool(mine)) for one, mine in found)
    return replace(rekap, naskah=tuple(Passage(p.bab, p.kunci, p.nama, text, mine) for p, text, mine in told if text))


def default(rekap: Rekap, office: Office, one: nasional.Passage) -> str:
    """The national text of a passage with its variables; empty where the report leaves it out."""
    variant = one.standing(office, rekap.batas, {**rekap.isian, **prosa.of_period(rekap)})
    return variant.text if variant else ""


def key(one: nasional.Passage | Passage) -> str:
    """The name of a passage among all, also of one that is printed."""
    return f"{one.bab}.{one.kunci}"


def values(rekap: Rekap, office: Office) -> dict[str, str]:
    """The variables of a passage but those of the period, which the report fills in as it is printed."""
    provinsi, kabkota = ELSEWHERE.get(office.sebutan, ("KPU Provinsi", "KPU Kabupaten/Kota"))
    return {
        "satker": rekap.satker.nama,
        "wilayah": rekap.satker.wilayah,
        "atasan": tables.atasan(rekap),
        "sebutan": office.sebutan,
        "kpu_provinsi": provinsi,
        "kpu_kabkota": kabkota,
        "dasar_laporan": rekap.dasar_laporan or prosa.BASIS,
        "akun_resmi": _accounts(rekap),
        "pemilu_berikutnya": " ".join(_ahead(rekap)),
        "pemilu_singkat": " ".join(word for word in _ahead(rekap) if word != "Serentak"),
        "pemungutan_suara": _held(rekap),
    }


def _accounts(rekap: Rekap) -> str:
    first, last = rekap.periode.bulan[0], rekap.batas
    there = any(akun.exists(one, first, last) for one in rekap.akun)
    return f"akun media sosial resmi {rekap.satker.nama}" if there else ""


def _ahead(rekap: Rekap) -> Iterator[str]:
    """The words for the vote ahead: both kinds where they fall in one year, else the nearer one; without a year where
    none is decided."""
    coming = pemungutan_suara.ahead(rekap.batas)
    first = min((vote.tahun for vote in coming), default=0)
    nearest = [vote for vote in coming if vote.tahun == first]
    yield from " dan ".join([vote.jenis for vote in nearest] or KINDS).split()
    if not nearest:
        yield "berikutnya"
        return
    if all(vote.serentak for vote in nearest):
        yield "Serentak"
    yield from ("Tahun", str(first))


def _held(rekap: Rekap) -> str:
    """The votes of the period, up to its cut-off."""
    found = pemungutan_suara.held(rekap.periode.bulan[0], rekap.batas)
    return daftar([f"{vote.jenis} pada tanggal {tanggal(vote.tanggal)}" for vote in found if vote.tanggal])
