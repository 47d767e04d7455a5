"""The passages of BAB III: what was done most and not at all, accounts, and what people wrote themselves."""

from dataclasses import replace
from datetime import date

from renderers.figures import Keputusan
from renderers.kantor import Akun
from renderers.prosa import akun, narasi
from renderers.prosa.narasi import dasar_pembentukan, dasar_tim
from tests.renderers.rekaps import AGUSTUS, JENIS, JULI, KOSONG, MATRIKS, REKAP, SEPTEMBER, TRIWULAN, matriks, rekap


def test_what_was_done_most_and_what_not_at_all() -> None:
    assert narasi.media_sosial(REKAP) == (
        "Selama bulan Juli s/d September 2023 Tim Bakohumas KPU Kabupaten Sukamaju memuat 501 postingan di media "
        "sosial. Jenis konten yang paling banyak dimuat adalah Foto Berita (364 postingan), disusul Promote link "
        "berita web (72 postingan) dan Video lainnya (50 postingan). Akun yang paling banyak diisi adalah IG (158 "
        "postingan), disusul Twitter dan FB (masing-masing 156 postingan). Jenis konten yang belum dimuat adalah KPU "
        "Flash, Meme Quote, Ucapan Selamat, Ucapan Dukacita, Infografik, dan Promote live IG/streaming."
    )


def test_equal_numbers_stand_together() -> None:
    month = matriks(JULI, berita=(5, 5, 5, 0, 0), repost=(5, 5, 5, 0, 0), web=(1, 0, 0, 0, 0))
    assert narasi.media_sosial(rekap(matriks=(month,), jenis=JENIS)).startswith(
        "Selama bulan Juli s/d September 2023 Tim Bakohumas KPU Kabupaten Sukamaju memuat 31 postingan di media "
        "sosial. Jenis konten yang paling banyak dimuat adalah Foto Berita dan Repost (masing-masing 15 postingan), "
        "disusul Promote link berita web (1 postingan). Akun yang paling banyak diisi adalah IG (11 postingan), "
        "disusul Twitter dan FB (masing-masing 10 postingan)."
    )


def test_an_account_that_there_is_and_that_stays_empty() -> None:
    told = narasi.media_sosial(rekap(akun=(*REKAP.akun, Akun("YouTube", "KPU")), matriks=MATRIKS[1:]))
    assert told.endswith("Akun YouTube belum dimanfaatkan.")
    later = Akun("YouTube", "KPU", aktif_sejak=date(2023, 11, 1), bulan=())
    for known in (REKAP.akun, (*REKAP.akun, later)):
        assert "YouTube" not in narasi.media_sosial(rekap(akun=known, matriks=MATRIKS[1:]))


def test_an_account_that_ended_is_told_of_until_its_last_period() -> None:
    kept = Akun("YouTube", "KPU", tanggal=JULI, pengikut=80)
    within = replace(kept, aktif_sampai=AGUSTUS, bulan=(JULI, AGUSTUS))
    before = replace(kept, aktif_sampai=date(2023, 6, 29), bulan=())
    assert akun.narasi(rekap(akun=(within,))) == (
        f"{akun.narasi(rekap(akun=(kept,)))} Akun YouTube KPU tidak lagi dikelola sejak tanggal 2 Agustus 2023."
    )
    assert akun.narasi(rekap(akun=(before,))) == ""
    told = narasi.media_sosial(rekap(akun=(*REKAP.akun, before), matriks=MATRIKS[1:]))
    assert told == narasi.media_sosial(rekap(akun=REKAP.akun, matriks=MATRIKS[1:]))


def test_an_account_that_fell_silent() -> None:
    later = replace(TRIWULAN, bulan=(AGUSTUS, SEPTEMBER))
    assert narasi.media_sosial(rekap(periode=later)).endswith(
        "Akun YouTube (1 postingan) hanya terisi sebelum Triwulan III."
    )


def test_the_plan_that_somebody_wrote_closes_the_paragraph() -> None:
    assert narasi.media_sosial(rekap(narasi={"rencana": "YouTube akan diisi siaran rapat."})).endswith(
        "streaming. YouTube akan diisi siaran rapat."
    )


def test_accounts_speak_only_where_figures_exist() -> None:
    assert akun.narasi(REKAP) == (
        "Sejak Juli 2023 KPU Kabupaten Sukamaju mulai mengelola akun TikTok. Sampai dengan tanggal 29 September "
        "2023, akun TikTok @kpusukamaju memperoleh 586 pengikut dan 1.713 tanda suka setelah memuat 30 postingan "
        "selama bulan Juli s/d September 2023."
    )
    assert akun.narasi(rekap(akun=REKAP.akun[1:])) == ""


def test_a_number_of_followers_is_told_for_its_own_day_and_within_the_months_of_the_tables() -> None:
    tiktok = Akun("TikTok", "@kpu", True, pengikut=80)
    told = [akun.narasi(rekap(akun=(replace(tiktok, tanggal=day),))) for day in (date(2023, 6, 30), date(2023, 8, 3))]
    assert told == ["", "Sampai dengan tanggal 3 Agustus 2023, akun TikTok @kpu memperoleh 80 pengikut."]


def test_what_people_wrote_goes_before_what_is_generated() -> None:
    own = {key: f"Paragraf {key}.\n\nKedua." for key in narasi.PASSAGES}
    assert narasi.paragraphs(rekap(narasi=own)) == {key: (f"Paragraf {key}.", "Kedua.") for key in narasi.PASSAGES}


def test_decrees_in_the_order_of_their_dates() -> None:
    assert dasar_tim(REKAP) == (
        "Struktur organisasi Bakohumas KPU Kabupaten Sukamaju ditetapkan dengan Keputusan KPU Kabupaten Sukamaju "
        "Nomor 2/HK.03.1/9901/2023 tanggal 4 Januari 2023 sebagaimana telah diubah dengan Keputusan KPU Kabupaten "
        "Sukamaju Nomor 9/HK.03.1/9901/2023 tanggal 1 Maret 2023. Susunannya adalah sebagai berikut."
    )
    assert dasar_pembentukan(REKAP) == (
        "Pembentukan Bakohumas KPU Kabupaten Sukamaju berpedoman pada Keputusan KPU Nomor "
        "172/HM.02-Kpt/06/KPU/III/2021. Pedoman tersebut dibahas dalam Rapat Pleno KPU Kabupaten Sukamaju tanggal "
        "20 Desember 2022 dengan Berita Acara Nomor 40/PK.01-BA/9901/2022. Sebagai tindak lanjutnya ditetapkan "
        "Keputusan KPU Kabupaten Sukamaju Nomor 2/HK.03.1/9901/2023 tanggal 4 Januari 2023 sebagaimana telah "
        "diubah dengan Keputusan KPU Kabupaten Sukamaju Nomor 9/HK.03.1/9901/2023 tanggal 1 Maret 2023 tentang "
        "Badan Koordinasi Hubungan Masyarakat di Lingkungan KPU Kabupaten Sukamaju."
    )


def test_several_changes_name_the_last() -> None:
    third = (*REKAP.keputusan, Keputusan("SK", "30/HK.03.1/9901/2023", date(2023, 9, 1)))
    assert (
        "sebagaimana telah beberapa kali diubah, terakhir dengan Keputusan KPU Kabupaten Sukamaju Nomor "
        "30/HK.03.1/9901/2023" in dasar_tim(rekap(keputusan=third))
    )


def test_a_team_without_a_decree() -> None:
    assert dasar_tim(KOSONG) == "Susunan Tim Bakohumas KPU Kabupaten Sukamaju adalah sebagai berikut."
    assert dasar_pembentukan(KOSONG) == (
        "Pembentukan Bakohumas KPU Kabupaten Sukamaju berpedoman pada ketentuan yang ditetapkan KPU."
    )
