"""The completeness list of a period: rules that warn, and never drop or refuse, grouped, the most important first."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256

from handlers.periksa import dates, expired, figures, kegiatan, names, periksa_akun, periksa_surat, spelling, texts
from handlers.periksa import material as periksa_material
from handlers.periksa.material import Bahan, Hal
from handlers.reading.periods import Periode
from renderers.figures import Rekap
from storage.database import Session
from storage.kantor.satker import Satker
from storage.laporan import dibiarkan

Rule = Callable[[Bahan], Iterator[Hal]]


def usang(material: Bahan) -> Iterator[Hal]:
    """What is out of date among legal bases and decrees."""
    yield from material.usang
    if not material.rekap.dasar_hukum:
        yield Hal("Belum ada dasar hukum yang tercatat.", "Atur dasar", "at:dasar")
    if not any(k.jenis == "SK" for k in material.rekap.keputusan):
        yield Hal("Belum ada SK tim yang tercatat.", "Atur SK", "at:sk")


KELOMPOK: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Tanggal", dates.RULES),
    ("Surat dan naskah", (*periksa_surat.RULES, *texts.RULES)),
    ("Kegiatan", (*kegiatan.RULES, *names.RULES)),
    ("Angka", (*figures.RULES, *periksa_akun.RULES)),
    ("Dasar hukum", (usang,)),
    ("Ejaan", spelling.RULES),
)
Daftar = dict[str, list[Hal]]


SEBULAN = frozenset({"Tanggal", "Kegiatan", "Angka"})
"""What can be said of a single month."""


def periksa(material: Bahan, groups: frozenset[str] = frozenset(dict(KELOMPOK))) -> Daftar:
    """Each group with what its rules found, each sentence once."""
    wanted = [(kelompok, rules) for kelompok, rules in KELOMPOK if kelompok in groups]
    found = {kelompok: [hal for rule in rules for hal in rule(material)] for kelompok, rules in wanted}
    return {kelompok: list({hal.nama: hal for hal in told}.values()) for kelompok, told in found.items() if told}


def found(session: Session, office: Satker, periode: Periode, rekap: Rekap, today: date) -> Daftar:
    material = periksa_material.gather(session, office, periode, rekap, today)
    return periksa(replace(material, usang=expired.of(session, office, periode, rekap.batas)))


def parted(session: Session, office: Satker, periode: Periode, told: Daftar) -> tuple[Daftar, list[Hal]]:
    """What is still to be looked at, and what the ketua pelaksana has let be."""
    known = dibiarkan.of(session, office, periode.kode)
    open_ = {k: [hal for hal in group if hal.nama not in known] for k, group in told.items()}
    left = [hal for group in told.values() for hal in group if hal.nama in known]
    return {k: group for k, group in open_.items() if group}, left


def sandi(hal: Hal) -> str:
    """A gap in as few letters as a button holds; it stays the same however the list is sorted."""
    return sha256(hal.nama.encode()).hexdigest()[:8]
