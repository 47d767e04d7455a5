"""The chapter of the recipe stands in the Word file and in its daftar isi; its names are explained to offices."""

from renderers.photo.emblem import emblem
from renderers.rekap.rekap import compose
from tests.renderers.rekap.every_text import rows
from tests.renderers.rekaps import REKAP
from tests.renderers.templat_kantor.test_vocabulary import test_every_field_has_a_meaning_and_no_meaning_is_left_over
from tests.renderers.word.test_contents import lines

__all__ = ["test_every_field_has_a_meaning_and_no_meaning_is_left_over"]


def test_it_stands_in_the_report_and_its_daftar_isi() -> None:
    docx = compose(REKAP, (), emblem(), None).docx
    assert [text for text, _ in lines(docx)][-3:] == [
        "C.\tSaran dan Rekomendasi",
        "BAB V MITRA KERJA",
        "BAB VI PENUTUP",
    ]
    found = rows(docx)
    at = found.index(["NO.", "MITRA", "KEGIATAN"])
    assert found[at + 1 : at + 3] == [["1.", "DPRD Sukamaju", "1"], ["2.", "Sekda Sukamaju", "1"]]
