"""/surat: what is typed in one line or field by field, and what the report then says."""

from datetime import date
from typing import Any

import pytest

from handlers.chat.changes import Undo
from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from renderers.figures import Surat
from storage.database import Database
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker
from storage.laporan import laporan as rows
from tests.conftest import here, make_office
from tests.phone import Phones

Q2 = Periode("triwulan", 2, 2022)


def known(database: Database, office: int, periode: Periode = Q2) -> Surat:
    with database.transaction() as session:
        return gather.gather(here(session, session.get_one(Satker, office)), periode, date(2022, 6, 30)).surat


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("nomor 123/HM.02/2022, tanggal 5 Juli 2022", {"nomor": "123/HM.02/2022", "tanggal": date(2022, 7, 5)}),
        ("Nomor: 1/X; Tgl 05-07-22", {"nomor": "1/X", "tanggal": date(2022, 7, 5)}),
        ("no. 7 tanggal hari ini", {"nomor": "7", "tanggal": date(2022, 6, 24)}),
        ("tanggal 5 Juli", {"tanggal": date(2022, 7, 5)}),
        ("tanggal kemarin", {"tanggal": date(2022, 6, 23)}),
        ("tanggal 3 Maret 2022", {"tanggal": date(2022, 3, 3)}),
        ("sifat Penting\nlampiran 2 (dua) berkas", {"sifat": "Penting", "lampiran": "2 (dua) berkas"}),
        ("tembusan 1. Ketua KPU RI\n2. Arsip.", {"tembusan": ("Ketua KPU RI", "Arsip")}),
        ("tembusan Dinas A, B dan C, Arsip", {"tembusan": ("Dinas A", "B dan C", "Arsip")}),
        ("tembusan: 1. Ketua KPU No. 5, 2. Arsip", {"tembusan": ("Ketua KPU No. 5", "Arsip")}),
        (
            "nomor 3/X, tembusan Budi, S.H., Sifat Segera",
            {"nomor": "3/X", "tembusan": ("Budi", "S.H.", "Sifat Segera")},
        ),
        ("nomor surat 5/X/2022", {"nomor": "5/X/2022"}),
        ("no surat: 7/X/2022", {"nomor": "7/X/2022"}),
        ("tanggal surat 5 Juli 2022", {"tanggal": date(2022, 7, 5)}),
        ("nomor 1/X tanggal 5 Juli 2022 sifat Biasa", {"nomor": "1/X", "tanggal": date(2022, 7, 5), "sifat": "Biasa"}),
        ("sifat Segera Nomor: 1/X", {"sifat": "Segera", "nomor": "1/X"}),
        ("lampiran surat tanggal 5 Juli", {"lampiran": "surat tanggal 5 Juli"}),
        ("nomor <b>9</b> & 🎉", {"nomor": "<b>9</b> &"}),
        ("nomor -", {}),
    ],
)
def test_one_line_fills_what_it_names(database: Database, office: int, typed: str, told: dict[str, Any]) -> None:
    Phones(database).say("Qori", f"/surat Q2 {typed}".replace("\n", "⏎"))
    assert known(database, office) == Surat(**told)


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("tanggal 12-14 Juli 2022", "Surat bertanggal satu hari, misalnya 5 Juli 2022."),
        ("tanggal Juli 2022", "Surat bertanggal satu hari, misalnya 5 Juli 2022."),
        ("sudah dikirim", "Sebutkan isiannya, misalnya /surat nomor 138/PR.04.1-SD/3574/2022, tanggal 5 Juli 2022."),
        ("besok nomor 5", "Sebutkan isiannya, misalnya /surat nomor 138/PR.04.1-SD/3574/2022, tanggal 5 Juli 2022."),
        (f"nomor {'9' * 101}", "Terlalu panjang: 101 huruf, paling banyak 100."),
        ("nomor, tanggal 5 Juli 2022", "Teksnya masih kosong; mohon ditulis."),
        ("nomor 5, sifat Biasa, no 6", "Nomor disebut dua kali; mohon ditulis sekali saja."),
        ("tanggal 29 Februari", "29 Februari tidak ada setiap tahun; tulis juga tahunnya, misalnya 5 Juli 2022."),
        ("tembusan " + "; ".join(f"Dinas {n}" for n in range(13)), "Tembusan paling banyak 12."),
    ],
)
def test_what_cannot_be_taken_changes_nothing(database: Database, office: int, typed: str, answer: str) -> None:
    assert Phones(database).say("Qori", f"/surat {typed}") == [f"Bot→Qori> {answer}"]
    assert known(database, office) == Surat()


def test_only_what_is_new_is_saved_and_taken_back(database: Database, office: int) -> None:
    phones = Phones(database)
    for said in ("/surat nomor 1/X, sifat Biasa", "/surat nomor 1/X, sifat Penting", "/surat sifat Penting"):
        phones.say("Qori", said)
    with database.transaction() as session:
        told = [(one.before, one.after) for one in session.query(Audit).order_by(Audit.id)]
    assert told == [
        ({"nomor": None, "sifat": None}, {"nomor": "1/X", "sifat": "Biasa"}),
        ({"sifat": "Biasa"}, {"sifat": "Penting"}),
    ]
    phones.say("Qori", "/surat nomor 2/X")
    phones.say("Qori", f"[!{Undo(2).written()}]")
    assert known(database, office) == Surat(nomor="2/X", sifat="Biasa")


def test_a_field_alone_is_asked_for(database: Database, office: int) -> None:
    phones = Phones(database)
    assert phones.say("Qori", "/surat Q1 nomor surat")[:2] == [
        "Bot→Qori> **Nomor surat Triwulan I 2022**",
        "   │ Tulis nomor suratnya, misalnya 138/PR.04.1-SD/3574/2022. Ketik “-” untuk mengosongkannya.",
    ]
    phones.say("Qori", "8/X/2022")
    assert known(database, office, Periode("triwulan", 1, 2022)).nomor == "8/X/2022"


def test_every_period_and_every_office_has_its_own_letter(database: Database, office: int) -> None:
    with database.transaction() as session:
        other = make_office(session, "9999", "KPU Kota Lain").id
    phones = Phones(database)
    phones.say("Qori", "/surat Q2 nomor 22")
    phones.say("Qori", "/surat Q1 nomor 11")
    phones.say("Qori 9999", "/surat Q2 nomor 99")
    assert [known(database, office, Periode("triwulan", n, 2022)).nomor for n in (1, 2)] == ["11", "22"]
    assert known(database, other).nomor == "99"
    assert phones.say("Qori 9999", f"[!{Undo(1).written()}]") == ["Bot! Perubahan itu tidak ditemukan."]
    with database.transaction() as session:
        assert rows.surat_of(here(session, session.get_one(Satker, other)), "2022-TW1") is None


def test_an_answer_that_does_not_fit_may_be_given_once_more(database: Database, office: int) -> None:
    phones = Phones(database)
    phones.say("Qori", "/surat")
    phones.say("Qori", "[Tanggal]")
    assert phones.say("Qori", "entahlah")[0].startswith("Bot→Qori> “entahlah” belum terbaca sebagai tanggal.")
    phones.say("Qori", "6/7/2022")
    assert known(database, office).tanggal == date(2022, 7, 6)
    assert phones.say("Qori", "/surat tanggal 6 Juli 2022")[1] == "   │ Tidak ada yang berubah."
