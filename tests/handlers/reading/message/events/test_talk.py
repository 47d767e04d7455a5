"""What is chatted before a report is no name of its event: in any tongue, before any event, behind any sign; and no
word of a list within a sentence is lost."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.catatan.gazetteer import of_partners
from handlers.reading.daerah.tables import meaning
from handlers.reading.editor.tables import table
from handlers.reading.message.events.words import words
from handlers.reading.message.parts import Reading
from handlers.reading.message.read import read
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH

TODAY = date(2023, 3, 15)
KNOWN = {"Dinas Pendidikan": PEMERINTAH, "Partai Gelora": NONPEMERINTAH}
OFFICE = of_partners({nama: (nama, sektor) for nama, sektor in KNOWN.items()}, "Kota Probolinggo")
TONGUES = (
    ("panek", "bana", "onde", "lamak", "makan", "litak"),  # Minang
    ("hek", "that", "lon", "teuka", "watee", "droe"),  # Aceh
    ("kesel", "tenan", "tho", "durung", "mangan", "iki"),  # Java
    ("cape", "pisan", "euy", "can", "emam", "wae"),  # Sunda
    ("loja", "hian", "anggiat", "dang", "mangan", "bah"),  # Batak
    ("capek", "banget", "vibesnya", "macet", "parah", "asli"),
    ("blub", "zorp", "kwit", "gwig", "dreng", "plok"),  # none
)
# Of no tongue that is known here.
STRANGE = st.from_regex(r"[qx][aiueo][a-z]{1,4}[qx]", fullmatch=True)
SPOKEN = st.sampled_from([*map(st.sampled_from, TONGUES), STRANGE])
TALK = SPOKEN.flatmap(lambda tongue: st.lists(tongue, min_size=1, max_size=5))
SIGNS = (", ", ". ", ": ", " 😅 ", "! ", "? ", "\n", "... ", ".\n", " 🙏🙏 ")
EVENTS = (
    "rapat evaluasi dengan Dinas Pendidikan",
    "Sosialisasi pemilih pemula di SMAN 2 Probolinggo",
    "audiensi Partai Gelora, 12 orang",
    "kerja bakti di halaman kantor",
    "bimtek sipol lewat zoom",
    "donor darah di aula",
    "Apel pagi",
)


def _told(one: Reading) -> tuple[object, ...]:
    return one.form, one.answers, one.doubts


@given(st.lists(st.tuples(TALK, st.sampled_from(SIGNS)), min_size=1, max_size=3), st.sampled_from(EVENTS))
def test_talk_before_an_event_is_no_part_of_it(talk: list[tuple[list[str], str]], event: str) -> None:
    before = "".join(" ".join(said) + sign for said, sign in talk)
    (alone,), (found,) = read(event, TODAY, OFFICE), read(before + event, TODAY, OFFICE)
    assert _told(found) == _told(alone)
    said = {word for each, _ in talk for word in each if not meaning(word)}
    assert said <= {word.raw for one in found.rest for word in words(one)}


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("led", ["tadi kita ", "kami barusan ikut ", "jadi tadi itu kita ", "saya dgn Pak Ketua "])
def test_who_did_it_stands_before_the_event(led: str, event: str) -> None:
    (alone,), (found,) = read(event, TODAY, OFFICE), read(f"Hujan deras euy. {led}{event}", TODAY, OFFICE)
    assert str(found.answers["nama"]).casefold().removeprefix("ikut ") == str(alone.answers["nama"]).casefold()


@pytest.mark.parametrize(
    ("text", "nama"),
    [
        ("Ngobrol pilkada\nSeru banget", "Ngobrol pilkada"),
        ("Goes To Campus, diskusi dengan mahasiswa", "Goes To Campus"),
        ("ngurus surat pindah di Disdukcapil, rapat batal", "Ngurus surat pindah di Disdukcapil"),
        ("nganter berkas ke Dinas Pendidikan, lanjut rapat", "Nganter berkas ke Dinas Pendidikan"),
    ],
)
def test_a_clause_that_tells_of_something_stays_the_name(text: str, nama: str) -> None:
    assert read(text, TODAY, OFFICE)[0].answers["nama"] == nama


LISTED = table(
    "jadwal anggaran personel personil peserta total jumlah tempat lokasi agenda materi tema hasil undangan hadir "
    "turut logistik honor tim petugas kendaraan undian rapat dipimpin"
)
ROW = st.lists(st.sampled_from(sorted(LISTED)), min_size=2, max_size=6, unique=True)


@given(ROW, st.sampled_from(("{}) ", "{}. ", "({}) ")), st.sampled_from((", ", " ", "; ")), st.booleans())
def test_no_word_of_a_list_within_a_sentence_is_lost(row: list[str], mark: str, sign: str, more: bool) -> None:
    listed = sign.join(mark.format(n) + word for n, word in enumerate(row, 1))
    text = f"Rapat staf di aula, membahas beberapa hal: {listed}." + (" Hadir juga panwascam." if more else "")
    shown = " ".join(str(said) for one in read(text, TODAY, OFFICE) for said in (*one.answers.values(), *one.rest))
    assert {*row} <= {word.raw.casefold() for word in words(shown)}
