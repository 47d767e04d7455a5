"""Closed months: nothing is refused, what comes later is susulan, and the ketua pelaksana hears of it once a day."""

from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import select

from handlers.catatan import late
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import CloseMonth, Gaps
from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from storage.kantor.audit import Audit
from storage.kantor.media import Media, Source
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker
from storage.laporan import decided
from tests.conftest import NOW, WIB, here, make_office
from tests.handlers.records import held, shown
from tests.phone import Phones, forged

pytestmark = pytest.mark.usefixtures("office")
LINE = "   │ Bulan Juni 2022 sudah ditutup; Ketua Pelaksana diberi tahu."
SUSULAN = "   │ Bulan Juni 2022 sudah ditutup; catatan ini menjadi susulan."
NEWS = "Bot→Qori> **Susulan untuk bulan yang sudah ditutup**"


@pytest.fixture
def phones(database: Database) -> Phones:
    return Phones(database)


@pytest.fixture
def closed(phones: Phones) -> Phones:
    """June 2022 is closed, after Rudi reported one kegiatan."""
    phones.say("Rudi", "/lapor Apel Pagi")
    phones.say("Rudi", "[Simpan]")
    phones.say("Qori", "/tutup Juni")
    phones.say("Qori", "[Tutup]")
    return phones


def months(database: Database, office: int = 1) -> list[date]:
    with database.transaction() as session:
        return list(decided.closed(here(session, session.get_one(Satker, office))))


def test_what_a_month_holds(database: Database, phones: Phones) -> None:
    with database.transaction() as session:
        office = session.get_one(Satker, 1)
        facts = {"sektor": "pemerintah", "instansi": "Polres", "uraian": "Rakor", "keterangan": "Pengamanan"}
        held(session, office, "Rakor Polres", date(2022, 5, 31), None, "", **facts)
        held(session, office, "Apel", date(2022, 4, 30))
        shown(session, office, "Repost", "", date(2022, 5, 1), IG=12, FB=10)
    said = phones.say("Qori", "/tutup Mei 2022")
    assert said[:4] == [
        "Bot→Qori> **Bulan Mei 2022**",
        "   │ Kegiatan: 1 (1 koordinasi, 0 berfoto)",
        "   │ Konten: 12",
        "   │ Postingan: 22, publikasi: 12",
    ]
    phones.say("Qori", "/matriks Mei 2022 repost ig 9")
    assert phones.say("Qori", "/tutup Mei 2022")[2:4] == ["   │ Konten: 10", "   │ Postingan: 19, publikasi: 9"]


def test_the_own_numbers_of_a_medium_are_looked_for_in_the_month_itself(database: Database, phones: Phones) -> None:
    """Also where the tables of reports begin in January."""
    with database.transaction() as session:
        angka = {"2022-05": 3}
        session.add(Media(satker_id=1, urut=1, nama="Radio", sumber=Source.OWN, angka=angka))
    told = {bulan: phones.say("Qori", f"/tutup {bulan} 2022") for bulan in ("April", "Mei")}
    lines = {bulan: [line for line in said if "Radio" in line] for bulan, said in told.items()}
    assert lines == {"April": ["   │ • Angka Radio bulan April belum diisi."], "Mei": []}


def test_closing_and_opening_are_audited_and_happen_once(database: Database, closed: Phones) -> None:
    assert closed.say("Qori", forged(CloseMonth(date(2022, 6, 1))))[0] == "Bot! Bulan ini sudah ditutup."
    assert months(database) == [date(2022, 6, 1)]
    closed.say("Qori", "/buka Juni")
    with database.transaction() as session:
        entries = session.scalars(select(Audit).where(Audit.what == "bulan").order_by(Audit.id))
        assert [(e.action, e.ref, e.after) for e in entries] == [
            ("tutup", 202206, {"bulan": "2022-06"}),
            ("buka", 202206, {"bulan": "2022-06"}),
        ]
    assert months(database) == []


@pytest.mark.parametrize(
    ("said", "told"), [("/buka", "Sebutkan"), ("/tutup hari ini", "Sebutkan"), ("/buka Mei", "Mei")]
)
def test_words_that_name_no_closed_month(phones: Phones, said: str, told: str) -> None:
    (answer,) = phones.say("Qori", said)
    assert answer.split("> ")[1].split()[0] == told


def test_only_the_last_month_of_a_triwulan_offers_its_report(phones: Phones) -> None:
    phones.say("Qori", "/tutup Mei")
    assert phones.say("Qori", "[Tutup]")[-1] == "   │ [Buka lagi]"
    phones.say("Qori", "/tutup Maret")
    assert phones.say("Qori", "[Tutup]")[-2:] == ["   │ [Laporan Triwulan I]", "   │ [Buka lagi]"]


def test_what_is_recorded_or_changed_later_says_so_and_what_was_there_does_not(closed: Phones) -> None:
    assert LINE not in closed.say("Rudi", "#1")
    closed.say("Kadir", "/lapor Senam")
    assert LINE in closed.say("Kadir", "[Simpan]")
    assert LINE in closed.say("Kadir", "#2")
    closed.say("Rudi", "/ubah 1")
    closed.say("Rudi", "Tempat: Aula")
    assert LINE in closed.say("Rudi", "[Simpan]")


def test_a_record_that_is_moved_out_of_a_closed_month_says_so_too(closed: Phones) -> None:
    closed.say("Rudi", "/ubah 1")
    closed.say("Rudi", "Tanggal: 30 Mei")
    assert LINE in closed.say("Rudi", "[Simpan]")
    assert at(closed, 16, 31) == ["   │ • Juni 2022: #1 Apel Pagi (30 Mei 2022) diubah (Rudi)", "   │ [Lihat #1]"]


def test_of_another_month_nothing_is_said(closed: Phones) -> None:
    closed.say("Kadir", "/lapor Senam 30 Mei")
    assert LINE.replace("Juni", "Mei") not in closed.say("Kadir", "[Simpan]")


def test_a_month_that_was_closed_again_begins_anew(closed: Phones) -> None:
    closed.say("Kadir", "/lapor Senam")
    closed.say("Kadir", "[Simpan]")
    closed.say("Qori", "/buka Juni")
    assert LINE not in closed.say("Kadir", "#2")
    closed.say("Qori", "/tutup Juni")
    closed.say("Qori", "[Tutup]")
    assert LINE not in closed.say("Kadir", "#2")


def at(phones: Phones, hour: int, minute: int = 0, days: int = 3) -> list[str]:
    """What Qori hears of susulan when the clock strikes."""
    when = datetime(2022, 6, 24, hour, minute, tzinfo=WIB) + timedelta(days=days)
    said = phones.at(when)
    return said[said.index(NEWS) + 1 :][:2] if NEWS in said else []


def test_the_digest_comes_once_a_day_and_tells_everything_once(closed: Phones) -> None:
    assert at(closed, 16, 30) == []
    closed.say("Kadir", "/lapor Senam")
    closed.say("Kadir", "[Simpan]")
    first = at(closed, 16, 31)
    assert first == ["   │ • Juni 2022: #2 Senam (27 Juni 2022) ditambahkan (Kadir)", "   │ [Lihat #2]"]
    closed.say("Rudi", "/hapus 1")
    assert at(closed, 18) == []
    assert at(closed, 9, days=4) == []
    assert at(closed, 16, 30, days=4) == [
        "   │ • Juni 2022: #1 Apel Pagi (24 Juni 2022) dihapus (Rudi)",
        "   │ [Lihat #1]",
    ]
    assert at(closed, 16, 30, days=5) == []


def test_the_ketua_pelaksana_is_not_told_of_her_own_doings(closed: Phones) -> None:
    closed.say("Qori", "/lapor Senam")
    closed.say("Qori", "[Simpan]")
    assert at(closed, 16, 31) == []


def test_another_office_neither_closes_nor_hears(database: Database, closed: Phones) -> None:
    with database.transaction() as session:
        other = make_office(session, "3577", "KPU Kota Madiun").id
    closed.say("Kadir 3577", "/lapor Senam")
    assert LINE not in closed.say("Kadir 3577", "[Simpan]")
    assert months(database, other) == []
    assert at(closed, 16, 31) == []


def test_a_tally_for_a_closed_month_says_so(closed: Phones) -> None:
    closed.say("Kadir", "/lapor foto 3, link 1")
    assert LINE in closed.say("Kadir", "[Simpan]")


def test_the_month_of_a_record(database: Database) -> None:
    with database.transaction() as session:
        row = held(session, session.get_one(Satker, 1), "Seleksi", date(2022, 5, 12), date(2022, 6, 3))
        assert isinstance(row, Kegiatan)
        assert (late.month_of(row), NOW.year) == (date(2022, 5, 1), 2022)


def test_a_name_that_ends_in_a_title_ends_the_sentence(database: Database, closed: Phones) -> None:
    with database.transaction() as session:
        session.scalars(select(Anggota).where(Anggota.nama.contains("Qori"))).one().nama = "QORI KUMARA, M.IP."
    told = closed.say("Qori", "/tutup Juni")
    assert [line for line in told if "oleh" in line] == ["   │ Sudah ditutup pada 24 Juni 2022 oleh QORI KUMARA, M.IP."]


def shut(said: list[str]) -> list[str]:
    return [line for line in said if "ditutup" in line]


def test_susulan_is_only_what_comes_after_a_report(closed: Phones) -> None:
    closed.say("Qori", "/rekap Q2")
    closed.say("Qori", "[Buat laporan]")
    assert shut(closed.say("Rudi", "#1")) == []
    closed.say("Kadir", "/lapor Senam")
    assert shut(closed.say("Kadir", "[Simpan]")) == [SUSULAN]
    assert shut(closed.say("Rudi", "/hapus 1")) == [SUSULAN.replace("catatan", "penghapusan")]


def test_deleting_in_a_closed_month_says_it_and_what_is_taken_back_is_nothing(closed: Phones) -> None:
    assert shut(closed.say("Rudi", "/hapus 1")) == [LINE]
    assert shut(closed.say("Rudi", "[Kembalikan]")) == []
    closed.say("Kadir", "/lapor Senam")
    closed.say("Kadir", "[Simpan]")
    assert shut(closed.say("Kadir", "/hapus 2")) == []
    assert at(closed, 16, 31) == []
    assert shut(closed.say("Qori", "/rekap Q2")) == []


def test_a_change_that_was_undone_is_none(closed: Phones) -> None:
    closed.say("Rudi", "/ubah 1")
    closed.say("Rudi", "Tempat: Aula")
    closed.say("Rudi", "[Simpan]")
    assert shut(closed.say("Rudi", "[Urungkan]")) == []
    assert at(closed, 16, 31) == []


def test_the_ketua_pelaksana_is_not_told_that_she_is_told(closed: Phones) -> None:
    closed.say("Qori", "/lapor Senam")
    assert shut(closed.say("Qori", "[Simpan]")) == ["   │ Bulan Juni 2022 sudah ditutup."]


def test_merging_in_a_closed_month_counts(closed: Phones) -> None:
    closed.say("Qori", "/buka Juni")
    closed.say("Kadir", "/lapor Apel Pagi")
    closed.say("Kadir", "[Simpan]")
    closed.say("Qori", "/tutup Juni")
    closed.say("Qori", "[Tutup]")
    assert shut(closed.say("Kadir", "[Gabung ke #1]")) == [LINE]
    assert at(closed, 16, 31)[0] == "   │ • Juni 2022: #2 Apel Pagi (24 Juni 2022) digabung (Kadir)"
    closed.say("Kadir", "[Kembalikan]")
    assert shut(closed.say("Kadir", "#2")) == []


def test_before_the_report_the_list_names_what_came_after_the_closing(closed: Phones) -> None:
    for who, said in (("Kadir", "/lapor Senam"), ("Kadir", "[Simpan]"), ("Rudi", "/hapus 1"), ("Qori", "/rekap Q2")):
        heard = closed.say(who, said)
    while not shut(heard):
        heard = closed.say("Qori", "[Berikutnya ›]")
    assert shut(heard) == ["   │ 2 catatan masuk atau berubah sesudah Juni 2022 ditutup: #2, #1."]
    assert heard[-3] == "   │ [Daftar Juni] [Biarkan]"
    closed.say("Qori", "[Buat laporan]")
    assert shut(closed.say("Qori", forged(Gaps(Periode("triwulan", 2, 2022))))) == []
