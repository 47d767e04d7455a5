"""Texts are cleaned wherever they stand in the figures."""

from renderers.clean import clean, text
from renderers.figures import Surat
from tests.renderers.rekaps import rekap


def test_clean_reaches_records_within_records() -> None:
    dirty = rekap(narasi={"akun": "a\x00b"}, surat=Surat("1\u200b/2"), saran=("x\ud800y",))
    cleaned = clean(dirty)
    assert (cleaned.narasi, cleaned.surat.nomor, cleaned.saran) == ({"akun": "ab"}, "1/2", ("xy",))
    assert cleaned.batas == dirty.batas
    assert text("e\u0301") == "é"
