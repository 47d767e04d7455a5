"""Urungkan: who may take back what, over every kind of change that the faces name, and what can not be taken back."""

from typing import Any

import pytest
from sqlalchemy import func, select

from handlers import table
from handlers.chat.changes import UNKNOWN, Undo
from storage.database import Database
from storage.kantor import people
from storage.kantor.audit import Audit, note
from tests.across import of_office
from tests.conftest import NOW, TEAM, make_office
from tests.phone import Phones, forged

NOT_YOURS = ["Bot! Tombol ini bukan untuk peran Anda."]
NOT_THERE = [f"Bot! {UNKNOWN}"]
APEL = ("(foto a) Apel pagi", "simpan")
LINK = "https://www.instagram.com/p/Cabc123/ Bincang Pemilu"
ROLES = {name: role for name, role in TEAM if name != "Kadir"}
# By what the audit says of a change: what Qori says until the change is made and its card offers [Urungkan].
SAID: dict[str, tuple[str, ...]] = {
    "satker": ("/atur kota Surabaya",),
    "fakta": ("/atur ketua Siti",),
    "media": ("[!ab:media]", "Grup Bakohumas KPU Provinsi"),
    "akun": ("[!ab:akun]", "YouTube kpu_kota"),
    "dasar_hukum": ("[!ab:dasar]", "Undang-Undang Nomor 7 Tahun 2017"),
    "keputusan": ("[!ab:sk]", "SK 45/PP/2022 tanggal 3 Maret 2022"),
    "anggota": ("[!ab:tim]", "Siti Aminah, S.Sos."),
    "akun_snapshot": ("/akun IG 100⏎FB 5",),
    "satker.jenis_sendiri": (LINK, "Bincang Siniar", "[Video lainnya]"),
    "satker.platform_sendiri": (LINK, "Video lainnya", "[Ubah]", "[Platform]", "Snack Video", "[Lainnya]"),
    "satker.sektor_sendiri": ("/lapor Temu Pers", "[Ubah]", "[Mitra]", "Ormas", "[Nonpemerintah]"),
    "satker.tema": ("/tema", "[Biru]"),
    "satker.pola": ("/tema", "[Polos]"),
    "satker.logo": ("/tema", "[Pasang logo]", "(foto l)"),
    "susunan": (*APEL, "/kolase", "[Susun]", "[Susun]", "[1]", "[Geser ke kiri]"),
    "matriks": ("/matriks Juni repost ig 12",),
    "templat": ("(berkas Templat kantor.docx, PENDAHULUAN menjadi PEMBUKA) templat",),
    "masalah": ("/masalah Listrik padam",),
    "saran": ("/saran Satu",),
    "surat": ("/surat nomor 1/HM/2022",),
    "naskah": ("/narasi Q2", "[BAB V]", "[Sikap pemilih]", "[Ubah mulai triwulan ini]", "Pemilih makin peduli."),
    "narasi": ("/narasi Q2", "[BAB III]", "[Rencana]", "[Tulis sendiri]", "Lebih banyak video."),
    "kegiatan": (*APEL, "ralat #1 tempat aula"),
    "konten": ("https://www.instagram.com/p/Cabc123def/ Infografis", "simpan", "ralat #1 platform FB, TikTok"),
}


def test_every_kind_of_change_is_looked_at() -> None:
    assert set(SAID) == set(table.UNDOES)


def changed(database: Database, what: str) -> tuple[Phones, str]:
    """The phones after a change, and what the button presses that takes it back."""
    phones = Phones(database)
    for said in SAID[what]:
        phones.say("Qori", said)
    return phones, f"[!{phones.button('Qori', '[Urungkan]')}]"


@pytest.mark.parametrize("what", SAID)
def test_a_change_is_taken_back_once_and_by_nobody_who_could_not_have_made_it(
    database: Database, office: int, what: str
) -> None:
    phones, back = changed(database, what)
    with database.transaction() as session:
        make_office(session, "9999", "KPU Kota Lain")
    before, who = of_office(database, office), table.UNDOES[what].who
    refused = {name: phones.say(name, back) for name, role in ROLES.items() if role not in who}
    assert refused == dict.fromkeys(refused, NOT_YOURS)
    assert "Hudri" in refused
    assert phones.say("Qori 9999", back) == NOT_THERE
    assert of_office(database, office) == before
    assert not phones.say("Qori", "[Urungkan]")[0].startswith("Bot!")
    assert of_office(database, office) != before
    assert phones.say("Qori", back)[0] in ("Bot! Sudah diurungkan.", "Bot! Bagian itu sudah dihapus.")


def test_a_member_takes_back_records_followers_and_own_rows_alone() -> None:
    assert {what for what, one in table.UNDOES.items() if ROLES["Rudi"] in one.who} == {
        "kegiatan",
        "konten",
        "akun_snapshot",
        "satker.jenis_sendiri",
        "satker.platform_sendiri",
        "satker.sektor_sendiri",
    }


TOLD: tuple[tuple[str, str, dict[str, Any], dict[str, Any]], ...] = (
    ("satker", "hubungkan", {"grup": None}, {"grup": "Grup"}),
    ("satker", "ekspor", {}, {"kegiatan": 3}),
    ("anggota", "aktif", {}, {"role": "anggota"}),
    ("anggota", "tambah", {}, {"nama": "Qori"}),
    ("anggota", "ingatkan", {"ingatkan": True}, {"ingatkan": False}),
    ("susunan", "tunda", {"tunda": None}, {"tunda": None}),
    ("saran", "kembalikan", {"isi": "Satu"}, {"isi": "Dua"}),
    ("bulan", "tutup", {}, {"bulan": "2022-05"}),
    ("laporan", "rekap", {}, {"versi": 1}),
)


@pytest.mark.parametrize(("what", "action", "before", "after"), TOLD, ids=[f"{one[0]} {one[1]}" for one in TOLD])
def test_what_the_audit_only_tells_of_is_not_taken_back(
    database: Database, office: int, what: str, action: str, before: dict[str, Any], after: dict[str, Any]
) -> None:
    with database.transaction() as session:
        qori = people.find(session, "test", "Qori")
        assert qori
        entry = note(session, qori, NOW, what, qori.id, action, before, after).id
    there = of_office(database, office)
    assert Phones(database).say("Qori", forged(Undo(entry))) == NOT_THERE
    assert of_office(database, office) == there


def test_a_range_takes_back_what_one_person_did_to_one_kind_at_once(database: Database, office: int) -> None:
    phones = Phones(database)
    for said in ("/saran Satu", "/masalah Listrik padam"):
        phones.say("Qori", said)
    phones.now = NOW.replace(hour=NOW.hour + 1)
    phones.say("Qori", "/saran Dua")
    with database.transaction() as session:
        last = session.scalar(select(func.max(Audit.id))) or 0
    before = of_office(database, office)
    phones.say("Qori", forged(Undo(last - 2, last)))
    after = of_office(database, office)
    assert [len(set(after[name]) - set(before[name])) for name in ("saran", "masalah")] == [1, 0]
    assert phones.say("Qori", forged(Undo(last, last - 2))) == NOT_THERE
