"""The gaps of a report: what the rules find, and which of it the ketua pelaksana has let be."""

from dataclasses import replace
from datetime import date

from handlers.periksa import expired, groups, material
from handlers.periksa.groups import Daftar
from handlers.periksa.material import Hal
from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap
from storage.kantor.satker import Here
from storage.laporan import dibiarkan


def found(here: Here, periode: Periode, rekap: Rekap, today: date) -> Daftar:
    bahan = material.gather(here, periode, rekap, today)
    return groups.periksa(replace(bahan, usang=expired.of(here, periode, rekap.batas)))


def parted(here: Here, periode: Periode, told: Daftar) -> tuple[Daftar, list[Hal]]:
    """What is still to be looked at, and what has been let be."""
    known = dibiarkan.of(here, periode.kode)
    open_ = {k: [hal for hal in group if hal.nama not in known] for k, group in told.items()}
    left = [hal for group in told.values() for hal in group if hal.nama in known]
    return {k: group for k, group in open_.items() if group}, left
