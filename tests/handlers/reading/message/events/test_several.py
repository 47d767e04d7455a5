"""Several places, partners and guests stay one record, however they are parted and whatever sets them off."""

from collections.abc import Sequence
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from handlers.catatan.gazetteer import of_partners
from handlers.reading.links import PLATFORM_WORDS
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.read import read

OFFICE = of_partners({}, "Kota Probolinggo")
TODAY = date(2024, 10, 16)
EVENTS = st.sampled_from(["monitoring gudang", "Sosialisasi tahapan", "pemasangan baliho"])
AREAS = ["Sumberejo", "Tanah Rata", "Wonokerto", "Muara Lesung", "Batu Gajah"]
HOUSES = ["Bawaslu", "Kejari", "Polres Wajo", "Disdukcapil", "Satpol PP", "Kodim 1406"]
JOINTS = st.sampled_from([" dan ", " serta ", " & ", ", dan "])
MARKS = st.sampled_from([("{n}. "), ("{n}) "), ("- "), ("• "), ("✅ "), ("{n}\ufe0f\u20e3 "), ("🔸 ")])


def _row(names: Sequence[str], joint: str) -> str:
    return joint.join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _some(names: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(names), min_size=2, max_size=4, unique=True)


@given(EVENTS, st.sampled_from(["Desa", "Kelurahan", "Kec.", "kecamatan", "Kel"]), _some(AREAS), JOINTS, st.booleans())
def test_places_in_a_row_are_the_place(event: str, kind: str, areas: list[str], joint: str, each: bool) -> None:
    row = _row([f"{kind} {area}" if each or not n else area for n, area in enumerate(areas)], joint)
    (one,) = read(f"{event} di {row}", TODAY, OFFICE)
    assert one.answers["tempat"] == row
    assert one.answers["nama"].casefold().startswith(event.casefold())
    assert "keterangan" not in one.answers
    assert (one.doubts, one.rest) == ((), ())


@given(
    st.sampled_from(["Hadir:", "peserta terdiri dari:", "Dihadiri oleh:", "Undangan yang hadir :", "yang diundang:"]),
    _some(HOUSES),
    MARKS,
)
def test_a_list_of_guests_is_one_event(heading: str, houses: list[str], mark: str) -> None:
    told = "\n".join(mark.format(n=n) + house for n, house in enumerate(houses, 1))
    (one,) = read(f"Rakor distribusi logistik\n{heading}\n{told}", TODAY, OFFICE)
    found = {name: one.answers.get(name) for name in ("nama", "instansi", "peserta", "keterangan")}
    guests = ", ".join(houses)
    assert found == {
        "nama": "Rakor distribusi logistik",
        "instansi": guests,
        "peserta": guests,
        "keterangan": None,
    }


@given(_some(HOUSES), JOINTS, st.sampled_from(["bersama", "dengan", "ke", "bareng"]))
def test_partners_in_a_row_are_the_partners(houses: list[str], joint: str, cue: str) -> None:
    (one,) = read(f"koordinasi {cue} {_row(houses, joint)} di aula", TODAY, OFFICE)
    assert (one.answers["instansi"], one.answers["tempat"]) == (", ".join(houses), "aula")


@given(
    st.lists(st.sampled_from(AREAS), min_size=2, max_size=3, unique=True),
    st.sampled_from(["lalu", "lanjut", "terus", "kemudian"]),
)
def test_a_way_over_several_offices_is_one_event(areas: list[str], then: str) -> None:
    way = f" {then} ".join(f"ke PPK {area}" for area in areas)
    (one,) = read(f"{way} untuk cek kotak suara", TODAY, OFFICE)
    assert one.answers["nama"] == "Cek kotak suara"
    assert one.answers["tempat"] == ", ".join(f"PPK {area}" for area in areas)


@given(
    st.sampled_from(["Sosialisasi di Desa Sumberejo", "Audiensi HMI", "Rapat bersama Polres Wajo"]),
    st.sampled_from(
        ["aman dan lancar", "Camat membuka acara", "Ketua menyerahkan piagam", "peserta antusias", "kondusif"]
    ),
)
def test_a_sentence_behind_a_comma_is_none_of_a_row(event: str, behind: str) -> None:
    (alone,), (one,) = read(event, TODAY, OFFICE), read(f"{event}, {behind}", TODAY, OFFICE)
    shown = ("nama", "tempat", "instansi", "sektor")
    assert {k: one.answers.get(k) for k in shown} == {k: alone.answers.get(k) for k in shown}


BOLD = st.sampled_from(["*", "_", "*_", "**", "~"])


@given(st.data())
def test_bold_marks_change_no_reading(data: st.DataObject) -> None:
    words = ["Sosialisasi", "tatap", "muka", "bersama", "GMKI", "di", "Hotel", "Sayaga", "kemarin", "jam", "9"]
    marks = [data.draw(st.one_of(st.just(""), BOLD)) for _ in words]
    told = " ".join(f"{mark}{word}{mark[::-1]}" for mark, word in zip(marks, words, strict=True))
    office = Gazetteer(**{**vars(OFFICE), "platforms": PLATFORM_WORDS})
    assert read(told, TODAY, office) == read(" ".join(words), TODAY, office)
