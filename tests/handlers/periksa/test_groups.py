"""The rules of the completeness list: each warns, none drops a row or refuses the report."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from typing import Any

import pytest
from sqlalchemy import event

from handlers.laporan import gather, months
from handlers.periksa import dates, figures, groups, kegiatan, spelling, texts
from handlers.periksa import material as periksa_material
from handlers.periksa import surat as periksa_surat
from handlers.periksa.material import Gap, Material
from handlers.reading.dates.periods import Periode
from handlers.rekap import kelengkapan
from renderers.figures import Masalah, Surat
from renderers.kantor import Akun
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.database import Database
from storage.foto import photos
from storage.foto.photos import Foto
from storage.kantor import dasar, satker
from storage.kantor.dasar import Keputusan
from tests.conftest import NOW, here, make_office
from tests.handlers import records
from tests.handlers.periksa.ways import way
from tests.handlers.records import held_of

Q2 = Periode("triwulan", 2, 2022)
DAYS_OF_MAY_AND_JUNE = (
    "Hari Pendidikan Nasional (2 Mei), Hari Kebangkitan Nasional (20 Mei), dan Hari Lahir Pancasila (1 Juni)"
)
Told = tuple[tuple[str, list[str]], ...]


@pytest.fixture
def material(sample_database: Database) -> Iterator[Material]:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        gathered = gather.gather(here(session, office), Q2, date(2022, 6, 30))
        yield periksa_material.gather(here(session, office), Q2, gathered, date(2022, 7, 2))


def said(found: Iterator[Gap]) -> list[str]:
    return [gap.sentence for gap in found]


def ways(found: Iterator[Gap]) -> list[str]:
    return [way(gap) for gap in found]


def rekap(material: Material, **changes: Any) -> Material:
    return replace(material, rekap=replace(material.rekap, **changes))


def held(nama: str = "Rapat", nomor: int = 1, day: date = date(2022, 5, 4), **facts: Any) -> Kegiatan:
    empty = {"sektor": "internal", "instansi": "", "uraian": "", "keterangan": "", "mirip": None}
    return Kegiatan(nama=nama, nomor=nomor, mulai=day, selesai=day, **(empty | facts))


def shown(judul: str, day: date, nomor: int = 1) -> Konten:
    return Konten(jenis="Infografik", judul=judul, tanggal=day, nomor=nomor, informasi=True, sebulan=False)


def test_what_the_sample_quarter_is_warned_about(material: Material) -> None:
    told = {name: said(iter(group)) for name, group in groups.check(material).items()}
    assert told == {
        "Tanggal": ["3 informasi kepemiluan hanya diketahui bulannya: #58, #64, #68."],
        "Surat dan naskah": [
            "Nomor surat 138/PR.04.1/3574/2022 tanpa kode naskah seperti -SD; tanyakan kepada sekretariat."
        ],
        "Kegiatan": [
            "Tidak ada kegiatan koordinasi (BAB II) pada April 2022.",
            "#31 KPU - Bawaslu Probolinggo Talk #5 dicatat internal, padahal menyebut mitra; tidak masuk BAB II.",
            "#30 mungkin sama dengan #29 Rapat Koordinasi.",
            "#41 Audiensi dengan Komisi I DPRD Kota Probolinggo belum berfoto.",
            "6 dari 13 pekan tanpa kolase: April pekan 1 dan 4; Mei pekan 1 dan 4; Juni pekan 2 dan 5.",
            "#2, #33, #48: mitra pemerintah dan nonpemerintah dalam satu baris; kini di tabel nonpemerintah.",
        ],
        "Angka": [
            "Januari 2022: 0 infografik dalam daftar, 1 dalam matriks.",
            "Maret 2022: 2 infografik dalam daftar, 1 dalam matriks.",
            "Maret 2022: “Infografis hasil Pemutakhiran Data Pemilih bulan Februari 2022” tercatat 2 kali (#56, #57).",
            "Semua 32 postingan TikTok berjenis Video lainnya, padahal 6 di antaranya informasi; periksa jenisnya.",
            "Repost selalu tepat 10 di setiap bulan; apakah itu perkiraan?",
            "3 hitungan masih perkiraan (Repost): #105, #113, #120.",
            "April 2022, Mei 2022, dan Juni 2022 belum ditutup.",
            f"Belum ada konten Peringatan Hari Besar untuk {DAYS_OF_MAY_AND_JUNE}.",
            "Postingan yang tidak masuk publikasi karena akunnya tidak dihitung: Twitter 2, FB 3, dan YouTube 2.",
            "Juni tertinggi (127) hanya karena TikTok; tanpa TikTok terendah (107).",
        ],
    }


def test_every_way_fits_a_button_and_every_gap_is_told_once(material: Material) -> None:
    told = [gap for group in groups.check(material).values() for gap in group]
    assert max(len(way(gap)) for gap in told) <= 64
    assert [gap.sentence for gap in told if not way(gap) or not gap.label] == []
    assert max(len(gap.label) for gap in told) <= 20
    assert len({groups.code_of(gap) for gap in told}) == len({gap.sentence for gap in told}) == len(told)


def test_a_month_alone_hears_nothing_of_letter_and_spelling(material: Material) -> None:
    assert list(groups.check(rekap(material, surat=Surat()), groups.OF_A_MONTH)) == ["Tanggal", "Kegiatan", "Angka"]


LETTERS: tuple[tuple[Surat, list[str]], ...] = (
    (Surat(), ["Surat pengantar belum punya nomor dan tanggal; tempatnya dikosongkan."]),
    (
        Surat("1/PR.04.1-SD/3574/2022", date(2022, 6, 23)),
        ["Surat bertanggal 23 Juni 2022, lebih dahulu daripada batas data 30 Juni 2022."],
    ),
    (
        Surat("1/PR.04.1-SD/3574/2021", date(2022, 7, 4)),
        ["Nomor surat 1/PR.04.1-SD/3574/2021 tidak memuat tahun 2022."],
    ),
    (Surat("1/PR.04.1-SD/3574/2022", date(2022, 7, 4)), []),
)


@pytest.mark.parametrize(("surat", "told"), LETTERS)
def test_the_letter(material: Material, surat: Surat, told: list[str]) -> None:
    rules = (
        periksa_surat.surat_incomplete,
        periksa_surat.surat_before_cut_off,
        periksa_surat.surat_number_of_another_year,
    )
    found = [gap for rule in rules for gap in rule(rekap(material, surat=surat))]
    assert (said(iter(found)), {way(gap) for gap in found}) == (told, {"su:2022-TW2"} if told else set())


def test_a_letter_of_a_day_that_has_not_come_is_named(material: Material) -> None:
    told = [
        said(
            periksa_surat.surat_in_the_future(rekap(replace(material, today=date(2022, 6, 30)), surat=Surat("1", day)))
        )
        for day in (date(2022, 6, 30), date(2022, 7, 1))
    ]
    assert told == [[], ["Surat bertanggal 1 Juli 2022, padahal hari ini baru 30 Juni 2022."]]


def test_a_letter_that_goes_before_the_data_is_the_same_gap_on_the_next_day(material: Material) -> None:
    early = rekap(material, surat=Surat("1", date(2022, 6, 23)))
    (one,) = periksa_surat.surat_before_cut_off(early)
    (other,) = periksa_surat.surat_before_cut_off(rekap(early, batas=date(2022, 6, 29)))
    assert one.sentence != other.sentence
    assert groups.code_of(one) == groups.code_of(other)


def test_texts_that_nobody_wrote(material: Material) -> None:
    bare = rekap(material, masalah=(), saran=(), narasi={})
    assert ways(periksa_surat.no_masalah(bare)) == ["ms:masalah:2022-TW2"]
    assert ways(periksa_surat.no_saran(bare)) == ["ms:saran:2022-TW2"]
    assert ways(periksa_surat.no_reason(bare)) == ["na:2022-TW2:sebab"]


PERIODS: Told = (
    ("Kegiatan selama semester I.", ["“semester I” dalam narasi sebab, padahal ini laporan Triwulan II."]),
    ("Angka triwulan pertama.", ["“triwulan pertama” dalam narasi sebab, padahal ini laporan Triwulan II."]),
    ("Naik dibandingkan triwulan I.", []),
    ("Kegiatan triwulan II dan triwulan ini.", []),
)


@pytest.mark.parametrize(("text", "told"), PERIODS)
def test_another_period_in_a_text(material: Material, text: str, told: list[str]) -> None:
    assert said(texts.another_periode(rekap(material, narasi={"sebab": text}, masalah=(), saran=()))) == told


ORDERS: Told = (
    ("pertama, kedua, dan terakhir kelima", ["Urutan dalam narasi rencana melompati “ketiga”."]),
    ("pertama, kedua, dan ketiga", []),
    ("kedua terkait CAT", []),
)


@pytest.mark.parametrize(
    ("anggaran", "told"),
    [
        ("Kegiatan pada tahun 2022 dibiayai DIPA sesuai Keputusan Nomor 7/KU.01/2021.", []),
        ("Dibebankan pada DIPA TA. 2021.", ["Kalimat anggaran menyebut tahun 2021, padahal ini laporan tahun 2022."]),
        ("Dari 2021, 2023.", ["Kalimat anggaran menyebut tahun 2021 dan 2023, padahal ini laporan tahun 2022."]),
        ("", []),
    ],
)
def test_the_budget_of_another_year(material: Material, anggaran: str, told: list[str]) -> None:
    other = rekap(material, satker=replace(material.rekap.satker, anggaran=anggaran))
    assert said(texts.budget_of_another_year(other)) == told
    assert ways(texts.budget_of_another_year(other)) == ["at:laporan"] * len(told)


@pytest.mark.parametrize(("text", "told"), ORDERS)
def test_an_enumeration_that_skips(material: Material, text: str, told: list[str]) -> None:
    assert said(texts.skipped_ordinal(rekap(material, narasi={"rencana": text}, masalah=(), saran=()))) == told


DAYS: Told = (
    ("Kamis, 17 Juni 2022", ["“Kamis, 17 Juni 2022” pada #1: 17 Juni 2022 adalah hari Jumat."]),
    ("Kamis (17/6/2022)", ["“Kamis (17/6/2022” pada #1: 17 Juni 2022 adalah hari Jumat."]),
    ("Jum’at tgl 17 Juni", []),
    ("Jumat, 31 Juni 2022", []),
)


@pytest.mark.parametrize(("nama", "told"), DAYS)
def test_a_weekday_that_contradicts_its_date(material: Material, nama: str, told: list[str]) -> None:
    assert said(dates.wrong_weekday(replace(material, kegiatan=(held(nama),), konten=()))) == told


def test_decrees_of_another_year_where_they_are_or_should_be_printed(material: Material) -> None:
    rows = (
        Keputusan(jenis="BA", nomor="88/PK.01-BA/3574/2021", tanggal=date(2022, 12, 27)),
        Keputusan(jenis="SK", nomor="40/HK.03.1/3574/2022", tanggal=date(2022, 7, 9)),
        Keputusan(jenis="SK", nomor="41/HK.03.1/3574/2023", tanggal=date(2024, 7, 9)),
        Keputusan(jenis="SK", nomor="17/HK.03.1/3574/2022", tanggal=date(2022, 1, 3)),
    )
    assert said(dates.keputusan_of_another_year(replace(material, keputusan=rows))) == [
        "BA 88/PK.01-BA/3574/2021 bertanggal 27 Desember 2022, padahal nomornya dari tahun 2021.",
    ]


def test_an_infografis_of_another_month(material: Material) -> None:
    rows = tuple(
        shown(f"Infografis pemilih bulan {bulan}", date(2022, 6, 27), n)
        for n, bulan in enumerate(("Juni", "Mei", "Februari"))
    )
    assert said(dates.month_in_judul(replace(material, konten=rows))) == [
        "#2 “Infografis pemilih bulan Februari” bertanggal 27 Juni 2022; bulannya berbeda."
    ]


NAMES: tuple[tuple[str, str, list[str]], ...] = (
    (
        "Bawaslu Kota Probolingo",
        "Bawaslu Kota Probolinggo",
        ["#2 “Bawaslu Kota Probolingo” mirip “Bawaslu Kota Probolinggo”; salah ketik?"],
    ),
    (
        "Polresta probolinggo",
        "Polresta Probolinggo",
        ["#2 “Polresta probolinggo” mirip “Polresta Probolinggo”; salah ketik?"],
    ),
    ("Partai Golkar", "Partai Gelora", []),
    ("SMAN 2 Probolinggo", "SMAN 1 Probolinggo", []),
    ("IDI Kota Probolinggo", "PGRI Kota Probolinggo", []),
)


@pytest.mark.parametrize(("odd", "usual", "told"), NAMES)
def test_partners_nearly_alike(material: Material, odd: str, usual: str, told: list[str]) -> None:
    rows = (held(nomor=1, sektor="pemerintah", instansi=usual), held(nomor=2, sektor="pemerintah", instansi=odd))
    found = kegiatan.similar_mitra(replace(material, kegiatan=rows, mitra=((usual, "pemerintah"),)))
    assert said(found) == told


def test_the_place_with_a_letter_too_few(material: Material) -> None:
    rows = (held("Kunjungan ke Bawaslu Kota Probolingo", 7), held("Apel di Probolinggo", 8))
    assert said(kegiatan.misspelt_wilayah(replace(material, kegiatan=rows))) == [
        "#7: “Probolingo” mungkin maksudnya “Probolinggo”."
    ]


def test_what_a_kegiatan_lacks(material: Material) -> None:
    rows = (held("KPU Kota Probolinggo", 3), held("Rapat", 4, sektor="pemerintah", instansi="Polres", uraian="Rakor"))
    bare = replace(material, kegiatan=rows, with_foto=frozenset())
    assert said(kegiatan.named_like_satker(bare)) == ["Nama kegiatan #3 hanya nama satker; tulis kegiatannya."]
    assert said(kegiatan.empty_fields(bare)) == ["#4 Rapat: keterangan belum diisi."]
    assert said(kegiatan.without_foto(bare)) == [
        "#3 KPU Kota Probolinggo belum berfoto.",
        "#4 Rapat belum berfoto.",
    ]
    assert said(kegiatan.weeks_without_kolase(bare)) == [
        "Tidak ada kolase pada periode ini, karena tidak ada kegiatan berfoto."
    ]


def test_many_without_photo_are_one_gap_that_comes_back_with_another_one(material: Material) -> None:
    rows = tuple(held(nomor=n) for n in range(1, 8))
    bare = replace(material, kegiatan=rows, with_foto=frozenset())
    (one,) = kegiatan.without_foto(bare)
    (other,) = kegiatan.without_foto(replace(bare, kegiatan=(*rows, held(nomor=9))))
    assert (one.sentence, way(one)) == ("7 kegiatan tanpa foto: #1, #2, #3, #4, #5, dan 2 lainnya.", "db:20220501")
    assert groups.code_of(one) != groups.code_of(other)


def test_drafts_of_members_are_told_until_a_month_after(material: Material) -> None:
    waiting = replace(material, unsaved=("KADIR", "RUDI"))
    assert said(kegiatan.not_saved(waiting)) == ["Laporan yang belum disimpan: dari KADIR dan RUDI."]
    assert said(kegiatan.not_saved(replace(waiting, today=date(2022, 8, 2)))) == []


def test_accounts(material: Material) -> None:
    none = rekap(material, akun=(Akun("IG", "kpu"),))
    assert said(groups.platforms_not_counted(none)) == ["Belum ada akun yang dihitung sebagai publikasi."]
    assert said(groups.akun_without_figures(none)) == ["Jumlah pengikut dan suka akun belum pernah dicatat."]
    old = rekap(material, akun=(Akun("TikTok", "kpu", True, None, date(2022, 3, 30), 586),))
    assert said(groups.akun_without_figures(old)) == ["Pengikut akun TikTok belum diperbarui dalam periode ini."]


def test_months_that_are_not_closed(material: Material) -> None:
    partly = replace(material, closed=frozenset({date(2022, 4, 1)}))
    assert [(h.sentence, way(h)) for h in figures.months_not_closed(partly)] == [
        ("Mei 2022 dan Juni 2022 belum ditutup.", "tu:20220501")
    ]
    running = replace(material, today=date(2022, 6, 24), closed=frozenset({date(2022, 4, 1), date(2022, 5, 1)}))
    assert said(figures.months_not_closed(running)) == []


SPELLING = (
    ("Data Data belum lengkap", "Kata “Data” dua kali berturut-turut pada masalah."),
    (
        "Perbaikan kinerja kami. ke depan lebih baik",
        "“kami. ke” pada masalah: titik di tengah kalimat, atau huruf kecil sesudah titik.",
    ),
    ("Silahturahmi dengan mitra", "“Silahturahmi” pada masalah; ejaan yang benar: silaturahmi."),
)


@pytest.mark.parametrize(("text", "told"), SPELLING)
def test_spelling(material: Material, text: str, told: str) -> None:
    bare = replace(material, kegiatan=(), konten=())
    typed = rekap(bare, masalah=(Masalah(text),), saran=(), narasi={})
    assert said(spelling.mistyped(typed)) == [told]


def test_an_office_without_any_basis(material: Material) -> None:
    assert ways(groups.outdated(rekap(material, dasar_hukum=(), keputusan=()))) == ["at:dasar", "at:sk"]


def test_what_is_out_of_date_is_asked_of_the_settings(sample_database: Database) -> None:
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        dasar.dasar_hukum_of(here(session, office), date(2022, 6, 30))[5].berlaku_sampai = date(2022, 5, 1)
        session.flush()
        gathered = gather.gather(here(session, office), Q2, date(2022, 6, 30))
        found = kelengkapan.judged(here(session, office), Q2, gathered, date(2022, 7, 2))
    assert [way(gap) for gap in found["Dasar hukum"]] == ["at:dasar"]
    assert len(gathered.dasar_hukum) == 13


def counted(database: Database, days: int) -> int:
    """How many statements a check of as many kegiatan takes, each with a photo."""
    with database.transaction() as session:
        office = make_office(session, f"{3500 + days}")
        for n in range(days):
            row = records.held(session, office, f"Apel {n}", date(2022, 4, 1) + timedelta(days=n))
            photos.attach(session, row, Foto(sha256=f"{n:064x}", lebar=9, tinggi=9, diterima_at=NOW))
        gathered = gather.gather(here(session, office), Q2, date(2022, 6, 30))
        session.flush()
        asked: list[str] = []
        event.listen(session.connection(), "before_cursor_execute", lambda *told: asked.append(told[2]))
        periksa_material.gather(here(session, office), Q2, gathered, date(2022, 7, 2))
        months.documented(held_of(here(session, office)), Q2)
        return len(asked)


def test_photos_are_asked_for_once_however_many_kegiatan_there_are(database: Database) -> None:
    assert counted(database, 5) == counted(database, 50)


def test_a_large_office_is_not_compared_pair_by_pair(material: Material, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = tuple(
        held(f"Apel {n}", n, date(2022, 4, 1) + timedelta(days=n % 80), sektor="pemerintah", instansi=f"Polsek {n}")
        for n in range(600)
    )
    many = replace(
        material, kegiatan=(*rows, held("APEL 7", 601, date(2022, 4, 8)), held(nomor=602, mirip=3)), mitra=()
    )
    pairs: list[int] = []

    def compared(told: list[Any], n: int) -> Iterator[Any]:
        pairs.append(len(told) ** n)
        return combinations(told, n)

    for module in (kegiatan, kegiatan):
        monkeypatch.setattr(module, "combinations", compared)
    assert said(kegiatan.told_twice(many)) == [
        "#602 mungkin sama dengan #3 Apel 3.",
        "#601 mungkin sama dengan #7 Apel 7.",
    ]
    assert said(kegiatan.similar_mitra(many)) == []
    assert sum(pairs) < 3000


def test_gaps_of_a_month_or_a_pekan_lead_to_its_list(material: Material) -> None:
    bare = replace(material, with_foto=frozenset(), unsaved=("Rudi",))
    assert ways(kegiatan.months_without_koordinasi(bare)) == ["db:20220401"]
    assert ways(kegiatan.weeks_without_kolase(bare)) == ["db:20220401"]
    assert ways(kegiatan.weeks_without_kolase(material)) == ["dp:2022-W14"]
    assert ways(kegiatan.not_saved(bare)) == ["db:20220601"]
    assert ways(figures.holidays_without_konten(material)) == ["db:20220501"]
    same = replace(material.rekap.matriks[0], angka=((5,) * 5,) * 11)
    steady = rekap(material, matriks=(same, same, same))
    assert set(ways(figures.always_the_same(steady))) == {"x:20220601"}
    assert ways(dates.month_alone(material)) == ["db:20220401"]
