"""A report as the tests of its contents draw it: without photos of kegiatan, mostly without LibreOffice."""

from functools import cache, partial

from renderers.figures import Rekap
from renderers.photo.emblem import emblem
from renderers.rekap.rekap import compose
from renderers.report import Print, Report
from renderers.word import office
from tests.renderers.rekaps import LEMBAR, REKAP


def drawn(subject: Rekap = REKAP) -> Report:
    return compose(subject, LEMBAR, emblem(), None)


@cache
def drawn_and_printed() -> Report:
    """The report of the full quarter with its PDF, where there is an office program; printed once for all tests."""
    return compose(REKAP, LEMBAR, emblem(), printer(office.program()))


def printer(soffice: str | None) -> Print | None:
    """Prints by that office program; None where there is none."""
    return partial(office.pdf, soffice=soffice) if soffice else None
