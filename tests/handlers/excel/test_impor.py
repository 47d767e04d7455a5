"""/impor: all rows or none, before → after first, and never over somebody else's newer change."""

from datetime import date

import pytest
from sqlalchemy import select

from handlers.excel import impor
from handlers.excel.doors import Take
from storage.catatan import kegiatan, konten
from storage.database import Database
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker
from tests.conftest import here
from tests.handlers.records import held, shown
from tests.phone import Phones

FACTS = {"sektor": "nonpemerintah", "instansi": "Partai Buruh", "uraian": "Rapat Koordinasi", "keterangan": "Data"}


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        held(session, row, "Audiensi", date(2022, 5, 12), date(2022, 6, 3), **FACTS)
        shown(session, row, "Infografik", "PDPB", date(2022, 6, 2), IG=1, FB=1)
        shown(session, row, "Repost", "", date(2022, 6, 1), sebulan=True, IG=8, FB=7)
        link = shown(session, row, "Promote link berita web", "Berita", date(2022, 6, 2), IG=1, Website=1)
        konten.place(link, {"IG": 1, "Website": 1}, {"Website": ("https://x.go.id/b/1", "web:1")})
    phones = Phones(database)
    phones.say("Qori", "/ekspor")
    return phones


def sent(phones: Phones, cells: str) -> list[str]:
    told = phones.say("Qori", f"(berkas ekspor, {cells})")
    return [line.removeprefix("   │").strip().removeprefix("Bot→Qori> ") for line in told]


def facts(phones: Phones, nomor: int) -> tuple[object, ...]:
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        if row := kegiatan.by_nomor(here(session, office), nomor):
            return row.nama, row.mulai, row.selesai, row.sektor, row.instansi, row.tempat
        entry = konten.by_nomor(here(session, office), nomor)
        assert entry
        return entry.jenis, entry.judul, entry.tanggal, entry.sebulan, {p.platform: p.jumlah for p in entry.postingan}


def audits(phones: Phones) -> list[int]:
    with phones.database.transaction() as session:
        return [e.ref for e in session.scalars(select(Audit).where(Audit.action == "impor").order_by(Audit.id))]


def test_an_untouched_file_changes_nothing(phones: Phones) -> None:
    assert phones.say("Qori", "(berkas ekspor)") == [
        "Bot→Qori> Tidak ada yang berubah: isi berkas sama dengan catatan."
    ]


@pytest.mark.parametrize(
    ("cells", "told"),
    [
        ("Kegiatan!B2=", "Kegiatan, baris 2: nama belum diisi."),
        ("Kegiatan!C2=32 Mei", "Kegiatan, baris 2: tanggal mulai “32 Mei” belum terbaca."),
        ("Kegiatan!C2=", "Kegiatan, baris 2: tanggal mulai belum diisi."),
        ("Kegiatan!C2=Mei 2022", "Kegiatan, baris 2: tanggal mulai “Mei 2022” belum terbaca."),
        ("Kegiatan!D2=1 Mei 2022", "Kegiatan, baris 2: tanggal selesai lebih dahulu daripada tanggal mulai."),
        ("Kegiatan!E2=swasta", "Kegiatan, baris 2: mitra “swasta” belum terbaca."),
        ("Kegiatan!F2=", "Kegiatan, baris 2: instansi belum diisi."),
        ("Kegiatan!B2=" + "x" * 201, "Kegiatan, baris 2: nama: Terlalu panjang: 201 huruf, paling banyak 200."),
        ("Kegiatan!A2=99", "Kegiatan, baris 2: nomor “99” tidak ada di catatan; kosongkan untuk catatan baru."),
        ("Kegiatan!A2=2", "Kegiatan, baris 2: nomor “2” tidak ada di catatan; kosongkan untuk catatan baru."),
        ("Kegiatan!A2=dua", "Kegiatan, baris 2: nomor “dua” tidak ada di catatan; kosongkan untuk catatan baru."),
        ("Kegiatan!B3=Apel", "Kegiatan, baris 3: tanggal mulai belum diisi."),
        ("Kegiatan!C2=2032-06-20", "Kegiatan, baris 2: tanggal mulai 20 Juni 2032 belum tiba; periksa tahunnya."),
        ("Kegiatan!C2=2023-06-20", "Kegiatan, baris 2: tanggal mulai 20 Juni 2023 belum tiba; periksa tahunnya."),
        ("Kegiatan!C2=1922-06-20", "Kegiatan, baris 2: tanggal mulai 20 Juni 1922 terlalu lama; periksa tahunnya."),
        ("Kegiatan!D2=25/6/2022", "Kegiatan, baris 2: tanggal selesai 25 Juni 2022 belum tiba; periksa tahunnya."),
        ("Kegiatan!B2=#NAME?", "Kegiatan, baris 2: Nama berisi galat rumus #NAME?; perbaiki di Excel."),
        ("Konten!F3=#DIV/0!", "Konten, baris 3: IG berisi galat rumus #DIV/0!; perbaiki di Excel."),
        ("Kegiatan!B2=#NAMA?", "Kegiatan, baris 2: Nama berisi galat rumus #NAMA?; perbaiki di Excel."),
        (
            "Kegiatan!H2=#GETTING_DATA",
            "Kegiatan, baris 2: Keterangan berisi galat rumus #GETTING_DATA; perbaiki di Excel.",
        ),
        ("Konten!F3=1,000", "Konten, baris 3: IG “1,000” belum terbaca."),
        ("Konten!F3=1.000", "Konten, baris 3: IG “1.000” belum terbaca."),
        ("Kegiatan!I2:J2=Aula", "Kegiatan, baris 2: Waktu digabung dengan sel di sebelahnya; pisahkan di Excel."),
        ("Kegiatan!D1=Mulai", "Kegiatan: kolom Selesai tidak ada."),
        ("Kegiatan!K1=Nama", "Kegiatan: kolom Nama ada dua kali."),
        ("Kegiatan!A1=No", "Kegiatan: kolom Nomor tidak ada."),
        ("Kegiatan!C1=Awal", "Kegiatan: kolom Mulai tidak ada."),
        ("Konten!A3=2", "Konten, baris 3: nomor 2 sudah dipakai di baris lain."),
        ("Konten!B2=brosur", "Konten, baris 2: jenis “brosur” belum terbaca."),
        ("Konten!B2=", "Konten, baris 2: jenis belum diisi."),
        ("Konten!D2=kapan", "Konten, baris 2: tanggal “kapan” belum terbaca."),
        ("Konten!D2=", "Konten, baris 2: tanggal belum diisi."),
        ("Konten!D2=1 s/d 3 Juni 2022", "Konten, baris 2: tanggal “1 s/d 3 Juni 2022” belum terbaca."),
        ("Konten!E2=mungkin", "Konten, baris 2: informasi kepemiluan “mungkin” belum terbaca."),
        ("Konten!F2=banyak", "Konten, baris 2: IG “banyak” belum terbaca."),
        ("Konten!F2=-1", "Konten, baris 2: IG “-1” belum terbaca."),
        ("Konten!F2=; Konten!H2=", "Konten, baris 2: belum ada platform yang diisi angkanya."),
        ("Konten!K2=bukan tautan", "Konten, baris 2: tautan “bukan tautan” belum terbaca."),
    ],
)
def test_what_is_wrong_is_told_by_sheet_and_row_and_nothing_is_taken(phones: Phones, cells: str, told: str) -> None:
    before = [facts(phones, n) for n in range(1, 5)]
    assert sent(phones, f"{cells}; Konten!C4=Judul lain") == ["Tidak ada yang diimpor. Perbaiki dahulu:", f"• {told}"]
    assert ([facts(phones, n) for n in range(1, 5)], audits(phones)) == (before, [])


def test_the_same_link_is_not_recorded_twice(phones: Phones) -> None:
    phones.say("Rudi", "https://www.instagram.com/p/AbC123/ infografis pemilih")
    phones.say("Rudi", "simpan")
    assert sent(phones, "Konten!K2=https://instagram.com/reel/AbC123") == [
        "Tidak ada yang diimpor. Perbaiki dahulu:",
        "• Konten, baris 2: tautannya sudah tercatat di #5.",
    ]


def test_changes_are_shown_first_and_taken_at_simpan(phones: Phones) -> None:
    cells = "Kegiatan!B2=Audiensi akbar; Kegiatan!D2=4 Juni 2022; Konten!D2=Mei 2022; Konten!H2=; Konten!G3=9"
    assert sent(phones, cells) == [
        "**Impor: 3 diubah**",
        "• #1 Nama: Audiensi → Audiensi akbar; Tanggal: 12 Mei s/d 3 Juni 2022 → 12 Mei s/d 4 Juni 2022",
        "• #2 Platform: IG dan FB → IG; Tanggal: Kamis, 2 Juni 2022 → Mei 2022",
        "• #3 Platform: IG dan FB → IG, Twitter, dan FB; Jumlah: IG 8, FB 7 → IG 8, Twitter 9, FB 7",
        "",
        "Sudah benar? Tekan Simpan.",
        "[Simpan] [Batal]",
    ]
    assert facts(phones, 1)[0] == "Audiensi"
    assert phones.say("Qori", "[Simpan]") == ["Bot→Qori* Diimpor: 3 diubah (#1, #2, #3)."]
    nonpemerintah = ("nonpemerintah", "Partai Buruh", "")
    assert facts(phones, 1) == ("Audiensi akbar", date(2022, 5, 12), date(2022, 6, 4), *nonpemerintah)
    assert facts(phones, 2) == ("Infografik", "PDPB", date(2022, 5, 1), True, {"IG": 1})
    assert facts(phones, 3) == ("Repost", "", date(2022, 6, 1), True, {"IG": 8, "Twitter": 9, "FB": 7})
    assert audits(phones) == [1, 2, 3]


def test_a_row_without_number_is_a_new_record(phones: Phones) -> None:
    new = "Kegiatan!B3=Apel Pagi; Kegiatan!C3=kemarin; Konten!B5=repost; Konten!D5=24/6/2022; Konten!F5=3"
    assert sent(phones, new)[:3] == [
        "**Impor: 2 baru**",
        "• Baru: Apel Pagi (Kamis, 23 Juni 2022)",
        "• Baru: Repost (Jumat, 24 Juni 2022)",
    ]
    assert phones.say("Qori", "[Simpan]") == ["Bot→Qori* Diimpor: 2 baru (#5, #6)."]
    assert facts(phones, 5) == ("Apel Pagi", date(2022, 6, 23), date(2022, 6, 23), "internal", "", "")
    assert facts(phones, 6) == ("Repost", "", date(2022, 6, 24), False, {"IG": 3})


@pytest.mark.parametrize(
    "cells",
    [
        "Kegiatan!=Kegiatan 2022",
        "Kegiatan!=Kegiatan ",
        "Kegiatan!=KEGIATAN",
        "Kegiatan!=Salinan Kegiatan (2)",
        "Kegiatan!=Lembar1",
        "Kegiatan!B1=nama",
        "Kegiatan!B1= Nama :",
        "Kegiatan!H1=Keterangann",
        "Konten!E1=Informasi\u00a0kepemiluan",
        "Konten!E1=INFORMASI  KEPEMILUAN",
        "Konten!F3=8.0",
        "Kegiatan!A2=1.0",
        "Kegiatan!I2=-",
        "Konten!H3=7,0; Konten!I3=–; Konten!J3=nihil",
        "Kegiatan!C2=2022-05-12 09:00:00",
        "Konten!D3=2022-06",
    ],
)
def test_what_only_looks_otherwise_is_the_same_file(phones: Phones, cells: str) -> None:
    assert sent(phones, cells) == ["Tidak ada yang berubah: isi berkas sama dengan catatan."]


def test_a_renamed_sheet_is_read(phones: Phones) -> None:
    told = sent(phones, "Kegiatan!=Kegiatan 2022; Kegiatan!B3=Apel Sore; Kegiatan!C3=kemarin")
    assert told[:2] == ["**Impor: 1 baru**", "• Baru: Apel Sore (Kamis, 23 Juni 2022)"]


def test_a_sheet_that_is_not_there_is_named(phones: Phones) -> None:
    same = "Tidak ada yang berubah: isi berkas sama dengan catatan."
    assert sent(phones, "Kegiatan!=") == ["Lembar Kegiatan tidak ada.", same]
    told = sent(phones, "Kegiatan!=Rekap; Kegiatan!B1=Judul acara; Konten!C2=Baru")
    assert told[2] == "Lembar Kegiatan tidak ada; yang ada: “Rekap”."
    assert sent(phones, "Kegiatan!=A; Kegiatan!B1=x; Konten!=B; Konten!B1=y") == [
        "Tidak ada yang diimpor. Perbaiki dahulu:",
        "• Lembar Kegiatan tidak ada; yang ada: “A”, “B”.",
        "• Lembar Konten tidak ada; yang ada: “A”, “B”.",
    ]


def test_a_merged_cell_stands_in_all_rows_that_it_covers(phones: Phones) -> None:
    cells = "Kegiatan!B3=Apel Pagi; Kegiatan!C3:C4=kemarin; Kegiatan!B4=Apel Sore; Kegiatan!I3:I9=Aula"
    assert sent(phones, cells)[:3] == [
        "**Impor: 2 baru**",
        "• Baru: Apel Pagi (Kamis, 23 Juni 2022)",
        "• Baru: Apel Sore (Kamis, 23 Juni 2022)",
    ]
    phones.say("Qori", "[Simpan]")
    yesterday = date(2022, 6, 23)
    assert [facts(phones, n)[:3] for n in (5, 6)] == [
        (f"Apel {when}", yesterday, yesterday) for when in ("Pagi", "Sore")
    ]
    assert [facts(phones, n)[5] for n in (5, 6)] == ["Aula", "Aula"]


def test_a_column_that_nobody_reads_is_named_where_it_holds_anything(phones: Phones) -> None:
    same = "Tidak ada yang berubah: isi berkas sama dengan catatan."
    assert sent(phones, "Kegiatan!L1=Jam; Kegiatan!L2=09.00") == ["Kegiatan: kolom “Jam” tidak dibaca.", same]
    assert sent(phones, "Kegiatan!L1=Jam") == [same]
    assert (
        sent(phones, "Kegiatan!L1=Jam; Kegiatan!L2=09.00; Konten!C2=Baru")[2] == "Kegiatan: kolom “Jam” tidak dibaca."
    )


def test_a_website_that_only_a_number_knows_survives_another_change(phones: Phones) -> None:
    sent(phones, "Konten!C4=Berita baru")
    phones.say("Qori", "[Simpan]")
    assert facts(phones, 4)[1:] == ("Berita baru", date(2022, 6, 2), False, {"IG": 1, "Website": 1})


def test_batal_changes_nothing_and_a_second_press_neither(phones: Phones) -> None:
    sent(phones, "Kegiatan!B2=Lain")
    assert phones.say("Qori", "[Batal]") == ["Bot→Qori* Impor dibatalkan. Tidak ada yang berubah."]
    assert phones.say("Qori", f"[!{Take(2, save=True).written()}]") == ["Bot! Impor ini sudah selesai."]
    assert (facts(phones, 1)[0], audits(phones)) == ("Audiensi", [])


def test_what_somebody_changed_meanwhile_is_not_overwritten(phones: Phones) -> None:
    sent(phones, "Kegiatan!B2=Lain; Konten!C2=Lain")
    for said in ("/ubah 2", "[Judul]", "PDPB Juni", "simpan"):
        phones.say("Qori", said)
    assert phones.say("Qori", f"[!{Take(2, save=True).written()}]") == [
        "Bot! #2 sudah diubah sejak berkasnya dikirim. Mohon kirim lagi berkasnya."
    ]
    assert (facts(phones, 1)[0], facts(phones, 2)[1]) == ("Audiensi", "PDPB Juni")


def test_what_was_deleted_meanwhile_stops_it_too(phones: Phones) -> None:
    sent(phones, "Kegiatan!B2=Lain")
    phones.say("Qori", "/hapus 1")
    assert phones.say("Qori", "[Simpan]") == ["Bot! Catatan #1 sudah dihapus; kembalikan dahulu."]


def test_many_faults_and_long_lines_still_fit_one_message(phones: Phones) -> None:
    told = sent(phones, "; ".join(f"Kegiatan!B{n}={'Rapat ' * 60}" for n in range(3, 40)))
    assert (len(told), told[-1]) == (1 + impor.SHOWN + 1, "• … dan 22 lagi.".removeprefix("• "))
    assert sum(len(line) + 1 for line in told) < 4096


@pytest.mark.parametrize("who", ["Rudi", "Agus", "Hudri"])
def test_only_the_ketua_pelaksana_imports(phones: Phones, who: str) -> None:
    assert phones.say(who, "(berkas ekspor, Kegiatan!B2=Lain)") == [
        f"Bot→{who}> Berkas Excel hanya diterima dari Ketua Pelaksana. Kirim foto, atau tulis laporannya."
    ]
    assert phones.say(who, "/impor") == [f"Bot→{who}> Perintah /impor hanya untuk Ketua Pelaksana."]
    assert phones.say(who, f"[!{Take(2, save=True).written()}]") == ["Bot! Tombol ini bukan untuk peran Anda."]
