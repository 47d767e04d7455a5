"""A report as the tests of its contents draw it: without photos of kegiatan, and without LibreOffice."""

from renderers.figures import Rekap
from renderers.photo.emblem import emblem
from renderers.rekap.rekap import Report, compose
from tests.renderers.rekaps import LEMBAR, REKAP


def drawn(subject: Rekap = REKAP) -> Report:
    return compose(subject, LEMBAR, emblem(), None)
