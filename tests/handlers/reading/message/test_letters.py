"""Letters and invitations that are handed on: what they ask to is the event; number, class and addressee are not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.catatan.gazetteer import of_partners
from handlers.reading.message.read import read

OFFICE = of_partners({}, "Kota Probolinggo")
TODAY = date(2024, 10, 16)
NUMBERS = st.sampled_from(["045.2/117/Und/2024", "88/HM.03-Und/3573/2024", "005/21/Kesbang"])
HEADS = st.permutations(["Nomor : {number}", "Sifat : Segera", "Lampiran : 1 berkas", "Hal : Undangan"])
TO = st.sampled_from(["Yth. Ketua KPU Kabupaten Wajo\ndi Tempat", "Kepada Yth. Bapak/Ibu Kepala OPD\ndi -\nTempat"])
ASKED = st.sampled_from(
    [
        "Kami mengharap kehadiran Saudara pada:",
        "Dengan hormat, mohon kehadiran Bapak/Ibu pada :",
        "Bersama ini kami mengundang Bapak/Ibu untuk hadir pada:",
        "Diharap kehadirannya dalam kegiatan yang akan dilaksanakan pada",
    ]
)
LABELS = st.permutations(
    ["Hari/tanggal : Senin, 14 Oktober 2024", "Pukul : 09.00 WITA", "Tempat : Ruang Rapat Bupati", "Acara : {acara}"]
)
EVENTS = st.sampled_from(["Rapat persiapan debat publik", "Pelantikan pengurus cabang", "Upacara hari jadi kota"])


@given(NUMBERS, HEADS, TO, ASKED, LABELS, EVENTS)
def test_an_invitation_is_its_event(
    number: str, heads: list[str], to: str, asked: str, labels: list[str], acara: str
) -> None:
    letter = "\n".join([*heads, "", to, "", asked, *labels]).format(number=number, acara=acara)
    (one,) = read(letter, TODAY, OFFICE)
    told = {name: one.answers[name] for name in ("nama", "tempat", "waktu")}
    assert told == {"nama": acara, "tempat": "Ruang Rapat Bupati", "waktu": "09.00"}
    assert one.answers["tanggal"]["mulai"] == "2024-10-14"
    assert sum(number in words for words in one.rest) == 1
    assert not any("Tempat" in words or "Yth" in words for words in (*one.rest, one.answers.get("keterangan", "")))


@given(NUMBERS, st.sampled_from(["Undangan", "Surat"]), EVENTS)
def test_a_letter_in_a_sentence_leaves_the_event(number: str, kind: str, acara: str) -> None:
    (one,) = read(f"{kind} Kesbangpol nomor {number} hal {acara}, kemarin jam 9 di aula", TODAY, OFFICE)
    assert one.answers["nama"] == acara
    assert one.answers["tanggal"]["mulai"] == "2024-10-15"
    assert f"nomor {number}" in one.rest


@pytest.mark.parametrize("heading", ["Susunan acara", "Rundown acara", "Rangkaian kegiatan"])
def test_the_parts_of_a_programme_are_one_event(heading: str) -> None:
    (one,) = read(f"{heading} Launching Maskot:\n08.00 registrasi\n09.00 sambutan\n10.00 hiburan", TODAY, OFFICE)
    assert one.answers["nama"].endswith("Launching Maskot")
    assert one.answers["keterangan"] == "Registrasi; sambutan; hiburan"
