"""/narasi: own passages stand in the report, and know when the figures have moved on."""

from datetime import date, datetime

import pytest
from sqlalchemy import select

from handlers.chat.changes import Undo
from handlers.laporan import gather
from handlers.naskah import chapters, narasi
from handlers.naskah.doors import AutomaticPassage, ComparePassage, Part, Passages
from handlers.reading.dates.periods import Periode
from renderers.prosa import narasi as prosa
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan.laporan import Narasi
from tests.conftest import WIB, here, make_office
from tests.handlers.records import held, shown
from tests.phone import Phones

Q2 = Periode("triwulan", 2, 2022)


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        shown(session, row, "Foto Berita", "", date(2022, 5, 2), sebulan=True, IG=88)
        shown(session, row, "Foto Berita", "", date(2022, 6, 2), sebulan=True, IG=100, TikTok=20)
    return Phones(database)


def said_in_report(database: Database, office: int, bagian: str) -> tuple[str, ...]:
    with database.transaction() as session:
        told = gather.gather(here(session, session.get_one(Satker, office)), Q2, date(2022, 6, 30))
    return prosa.paragraphs(told)[bagian]


def test_every_passage_has_a_name_that_people_know() -> None:
    assert set(chapters.NAMES) == set(Part) == {*prosa.PASSAGES, *prosa.INSERTS}


def test_the_reason_is_asked_for_and_stands_in_the_report(phones: Phones, database: Database, office: int) -> None:
    assert phones.say("Qori", "/narasi")[1] == (
        "   │ Publikasi naik dari 0 (April) ke 88 (Mei), seluruhnya IG. Apa sebabnya?"
    )
    phones.say("Qori", "[Tulis sebabnya]")
    phones.say("Qori", "tahapan Pemilu dimulai")
    assert said_in_report(database, office, "evaluasi")[-1] == "Tahapan Pemilu dimulai."
    assert phones.say("Qori", "/narasi")[1] == "   │ • Surat pengantar: 2 bagian"
    assert phones.say("Qori", "[BAB II]")[1].startswith("   │ 1. BAB II pemerintah (otomatis): ")


def test_a_plan_stands_at_the_end_of_its_passage(phones: Phones, database: Database, office: int) -> None:
    for said in ("/narasi", "[BAB III]", "[Rencana]", "[Tulis sendiri]", "siaran langsung diperbanyak"):
        phones.say("Qori", said)
    assert said_in_report(database, office, "media_sosial")[-1].endswith("Siaran langsung diperbanyak.")


def test_an_own_text_replaces_the_passage_until_it_is_automatic_again(
    phones: Phones, database: Database, office: int
) -> None:
    auto = said_in_report(database, office, "pemerintah")
    for said in (
        "/narasi",
        "[BAB II]",
        "[BAB II pemerintah]",
        "[Tulis sendiri]",
        "Alinea <satu> 🎉.⏎⏎Alinea {{ dua }}.",
    ):
        phones.say("Qori", said)
    assert said_in_report(database, office, "pemerintah") == ("Alinea <satu> .", "Alinea {{ dua }}.")
    phones.say("Qori", "[Otomatis]")
    assert said_in_report(database, office, "pemerintah") == auto
    phones.say("Qori", "[Urungkan]")
    assert said_in_report(database, office, "pemerintah") == ("Alinea <satu> .", "Alinea {{ dua }}.")
    assert phones.say("Qori", f"[!{AutomaticPassage(Q2, Part.AKUN).written()}]") == ["Bot! Bagian ini sudah otomatis."]


def test_an_own_text_says_that_the_figures_have_changed(phones: Phones, database: Database, office: int) -> None:
    for said in ("/narasi", "[BAB II]", "[BAB II nonpemerintah]", "[Tulis sendiri]", "Belum ada kegiatan."):
        phones.say("Qori", said)
    phones.say("Qori", "[‹ BAB II]")
    before = phones.say("Qori", "[BAB II nonpemerintah]")
    assert narasi.OLD not in "".join(before)
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        held(session, row, "Audiensi", date(2022, 6, 3), sektor="nonpemerintah", instansi="PWI", uraian="Rapat")
    phones.say("Qori", "[‹ BAB II]")
    told = phones.say("Qori", "[BAB II nonpemerintah]")
    assert told[3:5] == ["   │ Tulisan sendiri.", f"   │ {narasi.OLD}"]
    assert phones.say("Qori", "[Bandingkan]")[1].startswith(
        "   │ Yang berubah: tidak ada → KPU Kota Probolinggo melaksanakan 1 satu; "
    )


def test_words_that_differ_are_named_once_and_not_without_end() -> None:
    assert narasi.differing("berjumlah 368, dan 16 persen (368).", "berjumlah 370, 16 persen (370).") == ["368 → 370"]
    assert narasi.differing("a b", "a b c") == ["(tidak ada) → c"]
    old, new = (" ".join(f"{n * k} x" for n in range(2, 40)) for k in (1, 100))
    assert narasi.differing(old, new)[-1] == "dan 26 lagi"


def test_a_text_of_unknown_age_is_not_called_old(phones: Phones, database: Database, office: int) -> None:
    with database.transaction() as session:
        session.add(Narasi(satker_id=office, periode="2022-TW2", bagian="akun", teks="Dari berkas."))
    assert phones.say("Qori", f"[!{Passages(Q2, Part.AKUN).written()}]")[-3:-1] == [
        "   │ Tulisan sendiri.",
        "   │ [Tulis sendiri] [Otomatis]",
    ]
    assert phones.say("Qori", f"[!{ComparePassage(Q2, Part.AKUN).written()}]") == [
        "Bot! Tidak ada yang dapat dibandingkan."
    ]


def test_a_passage_longer_than_a_message_comes_whole_and_in_order(
    phones: Phones, database: Database, office: int
) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        for n in range(60):
            facts = {
                "sektor": "pemerintah",
                "instansi": f"Dinas {n}",
                "uraian": "Rapat",
                "keterangan": f"Hal {n} " * 20,
            }
            for day in (2, 3):
                held(session, row, "Rapat", date(2022, 6, day), None, **facts)
    for said in ("/narasi", "[BAB II]"):
        phones.say("Qori", said)
    told = phones.say("Qori", "[BAB II pemerintah]")
    starts = [line for line in told if line.startswith("Bot→Qori")]
    assert (len(starts), starts[-1]) == (4, "Bot→Qori> **BAB II pemerintah, Triwulan II 2022**")
    plain = [line.removeprefix("Bot→Qori> ").removeprefix("   │ ") for line in told]
    whole = " ".join(line for line in plain if not line.startswith("**"))
    assert [n for n in range(60) if f"bersama Dinas {n}" not in whole] == []
    with database.transaction() as session:
        sent = [p for p in phones.shown["Qori"].values() if len(p.text) > 4096]
        assert (sent, session.scalar(select(Narasi))) == ([], None)


def test_offices_and_periods_keep_their_texts_apart(phones: Phones, database: Database, office: int) -> None:
    with database.transaction() as session:
        make_office(session, "9999", "KPU Kota Lain")
    for said in ("/narasi", "[BAB III]", "[Rencana]", "[Tulis sendiri]", "Rahasia."):
        phones.say("Qori", said)
    assert "Rahasia" not in "".join(phones.say("Qori 9999", "/narasi"))
    assert phones.say("Qori 9999", f"[!{Undo(1).written()}]") == ["Bot! Perubahan itu tidak ditemukan."]
    phones.now = datetime(2022, 8, 1, 9, tzinfo=WIB)
    assert "Rahasia" not in "".join(phones.say("Qori", "/narasi"))
    assert said_in_report(database, office, "media_sosial")[-1].endswith("Rahasia.")
