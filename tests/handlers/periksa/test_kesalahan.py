"""The 38 errors of the office's report of Triwulan II 2022: which the completeness list catches, and why not the rest.

The report is loaded as it was typed (tests/laporan_asli.json). `Dicegah`: the bot cannot make this error, as the part
is generated from the data. `Tidak tertentukan`: no data can tell."""

from datetime import date

import pytest

from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from handlers.rekap import kelengkapan
from storage.database import Database
from storage.kantor import satker
from tests import asli
from tests.conftest import here

Q2, CUT_OFF = Periode("triwulan", 2, 2022), date(2022, 6, 24)
DICEGAH, TIDAK = "Dicegah", "Tidak tertentukan"

KESALAHAN: tuple[tuple[str, str, str], ...] = (
    (
        "semester or Januari s/d Juni in a triwulan",
        "“semester I” dalam narasi pemerintah, padahal ini laporan Triwulan II.",
        "",
    ),
    ("letter before the cut-off", "Surat bertanggal 23 Juni 2022, lebih dahulu daripada batas data 24 Juni 2022.", ""),
    ("rows after letter and cut-off", "2 catatan bertanggal sesudah tanggal surat 23 Juni 2022: #52, #77.", ""),
    (
        "pleno in December 2022",
        "BA 88/PK.01-BA/3574/2021 bertanggal 27 Desember 2022, padahal nomornya dari tahun 2021.",
        "",
    ),
    ("Thursday that is a Friday", "“Kamis, 17 Juni 2022” pada #50: 17 Juni 2022 adalah hari Jumat.", ""),
    ("row of May in the table of June", "", f"{DICEGAH}: a row stands in the table of its own date"),
    (
        "infografis of February twice",
        "Maret 2022: “Infografis hasil Pemutakhiran Data Pemilih bulan Februari 2022” tercatat 2 kali (#56, #57).",
        "",
    ),
    ("only the month is known", "3 informasi kepemiluan hanya diketahui bulannya: #58, #64, #68.", ""),
    ("June not by date", "", f"{DICEGAH}: rows are sorted"),
    ("24 before 23 March", "", f"{DICEGAH}: rows are sorted"),
    ("number 6 skipped", "", f"{DICEGAH}: numbers are generated"),
    ("third, then fifth", "Urutan dalam narasi nonpemerintah melompati “keempat”.", ""),
    ("headings in two styles", "", f"{DICEGAH}: headings are styles of the template"),
    ("chapters without page number", "", f"{DICEGAH}: the daftar isi is filled from the laid-out document"),
    ("daftar isi unlike the chapters", "", f"{DICEGAH}: its entries are the headings"),
    (
        "another prodi in the text",
        "Narasi nonpemerintah menyebut “Prodi Bahasa Indonesia”, tabel menyebut “prodi bahasa inggris”.",
        "",
    ),
    ("hibah pemilihan", "“hibah pemilihan” dalam narasi pemerintah, tabel menulis “hibah nonpemilihan”.", ""),
    ("budget told twice", "Anggaran satker menyebut DIPA, tetapi masalah menulis “tanpa berbasis anggaran”.", ""),
    (
        "label without TikTok, figures without YouTube",
        "Postingan yang tidak masuk publikasi karena akunnya tidak dihitung: Twitter 2, FB 3, dan YouTube 2.",
        "",
    ),
    (
        "highest only through TikTok",
        "Juni tertinggi (127) hanya karena TikTok; tanpa TikTok terendah (107).",
        "",
    ),
    ("infografis in list and matrix", "Maret 2022: 2 infografik dalam daftar, 1 dalam matriks.", ""),
    (
        "TikTok all Video lainnya",
        "Semua 32 postingan TikTok berjenis Video lainnya, padahal 6 di antaranya informasi; periksa jenisnya.",
        "",
    ),
    ("repost always 10", "Repost selalu tepat 10 di setiap bulan; apakah itu perkiraan?", ""),
    (
        "talk with Bawaslu missing in BAB II",
        "#31 KPU - Bawaslu Probolinggo Talk #5 dicatat internal, padahal menyebut mitra; tidak masuk BAB II.",
        "",
    ),
    (
        "mixed partners",
        "#2, #33, #48: mitra pemerintah dan nonpemerintah dalam satu baris; kini di tabel nonpemerintah.",
        "",
    ),
    ("paragraph printed twice", "", f"{DICEGAH}: standing prose stands once in the template"),
    (
        "561 in two ways",
        "Nomor 561 ditulis dua cara: 561/HM.03.5Kpt/06/VIII/2021 dan 561/HM.03.5-Kpt/06/KPU/VIII/2021.",
        "",
    ),
    ("1342KU without slash", "Nomor 1342KU.03-SD/01/2022 pada masalah kurang garis miring.", ""),
    (
        "own number without -SD",
        "Nomor surat 138/PR.04.1/3574/2022 tanpa kode naskah seperti -SD; tanyakan kepada sekretariat.",
        "",
    ),
    ("diperolehkannya, Penggunaan", "“diperolehkannya” pada masalah; ejaan yang benar: diperbolehkan.", ""),
    ("berikutnya meaning sebelumnya", "", f"{TIDAK}: only the sense of the sentence tells"),
    ("dikarenakan karena, Sta Pelaksana", "“dikarenakan karena” pada narasi sebab; ejaan yang benar: karena.", ""),
    ("tik-tok", "“tik-tok” pada narasi akun; ejaan yang benar: TikTok.", ""),
    ("kerjasama", "“kerjasama” pada narasi nonpemerintah; ejaan yang benar: kerja sama.", ""),
    ("dash, blank and 0 in one matrix", "", f"{DICEGAH}: one sign is printed for none"),
    ("four kinds of kolase titles", "", f"{DICEGAH}: one title with its range"),
    (
        "4 of 13 weeks with a kolase",
        "8 dari 12 pekan tanpa kolase: April pekan 1 dan 4; Mei pekan 1, 2, 3, dan 4; Juni pekan 2 dan 4.",
        "",
    ),
    ("caption is the office", "Nama kegiatan #43 hanya nama satker; tulis kegiatannya.", ""),
)


@pytest.fixture
def told(sample_database: Database) -> set[str]:
    """What the list says of the report as it was typed."""
    with sample_database.transaction() as session:
        (office,) = satker.every(session)
        asli.typed(session, office)
        gathered = gather.gather(here(session, office), Q2, CUT_OFF)
        found = kelengkapan.judged(here(session, office), Q2, gathered, CUT_OFF)
        return {gap.sentence for group in found.values() for gap in group}


def test_every_error_that_data_can_tell_is_told(told: set[str]) -> None:
    assert [what for what, sentence, _ in KESALAHAN if sentence and sentence not in told] == []


def test_how_many_of_the_38_are_caught_prevented_and_beyond_data() -> None:
    caught = sum(bool(sentence) for _, sentence, _ in KESALAHAN)
    prevented = sum(why.startswith(DICEGAH) for _, _, why in KESALAHAN)
    beyond = sum(why.startswith(TIDAK) for _, _, why in KESALAHAN)
    assert (len(KESALAHAN), caught, prevented, beyond) == (38, 27, 10, 1)
