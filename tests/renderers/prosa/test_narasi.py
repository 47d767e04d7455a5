import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from renderers import changes as changes_module
from renderers.figures import Akun, Evaluasi, Jumlah, Keputusan, Koordinasi, Periode, Rekap
from renderers.indonesian import dengan_kata, terbilang, urutan
from renderers.prosa import koordinasi, narasi, publikasi
from renderers.prosa.decrees import dasar_pembentukan, dasar_tim
from renderers.prosa.period import month_list, month_range, period_words
from tests.renderers.rekaps import (
    AGUSTUS,
    EVALUASI,
    JENIS,
    JULI,
    KOSONG,
    MATRIKS,
    REKAP,
    SEPTEMBER,
    TRIWULAN,
    matriks,
    rekap,
)

SEMESTER = tuple(date(2023, m, 1) for m in range(7, 13))


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (0, "nol"),
        (1, "satu"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (18, "delapan belas"),
        (20, "dua puluh"),
        (56, "lima puluh enam"),
        (100, "seratus"),
        (127, "seratus dua puluh tujuh"),
        (368, "tiga ratus enam puluh delapan"),
        (1000, "seribu"),
        (1713, "seribu tujuh ratus tiga belas"),
        (12_000, "dua belas ribu"),
        (1_000_001, "satu juta satu"),
    ],
)
def test_numbers_in_words(n: int, kata: str) -> None:
    assert terbilang(n) == kata


def test_numbers_beside_their_words_and_in_order() -> None:
    assert dengan_kata(1713) == "1.713 (seribu tujuh ratus tiga belas)"
    assert [urutan(n) for n in (1, 2, 3, 5, 11)] == ["pertama", "kedua", "ketiga", "kelima", "kesebelas"]


def test_a_triwulan_that_stands_for_itself() -> None:
    words = period_words(TRIWULAN)
    assert (words.lengkap, words.judul, words.kumulatif) == (
        "Triwulan III Tahun 2023",
        "TRIWULAN III BULAN JULI s/d SEPTEMBER 2023",
        "",
    )
    assert words.rentang == words.rentang_tabel == "bulan Juli s/d September 2023"


def test_a_triwulan_with_cumulative_tables_says_so() -> None:
    words = period_words(replace(TRIWULAN, bulan_tabel=tuple(date(2023, m, 1) for m in range(1, 10))))
    assert words.rentang == "bulan Juli s/d September 2023"
    assert words.rentang_tabel == "bulan Januari s/d September 2023"
    assert words.kumulatif == "Data disajikan secara kumulatif, yaitu bulan Januari s/d September 2023."


@pytest.mark.parametrize(
    ("sejak", "batas", "told"),
    [
        (1, date(2023, 9, 30), "bulan Januari s/d September 2023"),
        (1, date(2023, 9, 29), "bulan Januari 2023 sampai dengan 29 September 2023"),
        (1, date(2023, 7, 5), "bulan Januari 2023 sampai dengan 5 Juli 2023"),
        (7, date(2023, 7, 5), "tanggal 1 sampai dengan 5 Juli 2023"),
        (7, date(2023, 7, 1), "tanggal 1 Juli 2023"),
    ],
)
def test_what_has_been_counted_of_a_period(sejak: int, batas: date, told: str) -> None:
    periode = replace(TRIWULAN, bulan_tabel=tuple(date(2023, m, 1) for m in range(sejak, 10)))
    words = period_words(periode, batas)
    assert words.sampai == told
    assert words.kumulatif == (f"Data disajikan secara kumulatif, yaitu {told}." if sejak == 1 else "")


@pytest.mark.parametrize(
    ("periode", "sebutan", "lengkap", "judul"),
    [
        (
            Periode("semester", "Semester II", 2023, SEMESTER, SEMESTER),
            "Semester II",
            "Semester II Tahun 2023",
            "SEMESTER II BULAN JULI s/d DESEMBER 2023",
        ),
        (
            Periode("tahun", "Tahun", 2023, SEMESTER, SEMESTER),
            "Tahun 2023",
            "Tahun 2023",
            "TAHUN 2023\nBULAN JULI s/d DESEMBER 2023",
        ),
        (
            Periode("tahun", "Tahun 2023", 2023, SEMESTER, SEMESTER),
            "Tahun 2023",
            "Tahun 2023",
            "TAHUN 2023\nBULAN JULI s/d DESEMBER 2023",
        ),
    ],
)
def test_the_words_of_other_periods(periode: Periode, sebutan: str, lengkap: str, judul: str) -> None:
    words = period_words(periode)
    assert (words.sebutan, words.lengkap, words.judul) == (sebutan, lengkap, judul)


@pytest.mark.parametrize(("tahun", "pemilu"), [(2022, 2024), (2024, 2024), (2025, 2029), (2029, 2029), (2030, 2034)])
def test_the_election_ahead(tahun: int, pemilu: int) -> None:
    assert period_words(replace(TRIWULAN, tahun=tahun)).pemilu == pemilu


def test_ranges_and_lists_of_months() -> None:
    assert month_range((JULI,)) == "bulan Juli 2023"
    assert month_range((date(2022, 12, 1), JULI)) == "bulan Desember 2022 s/d Juli 2023"
    assert month_list((JULI, SEPTEMBER)) == "Juli dan September 2023"
    assert month_list((date(2022, 12, 1), JULI)) == "Desember 2022 dan Juli 2023"


def test_rows_that_differ_only_in_the_partner_are_one_theme() -> None:
    assert koordinasi.narasi(REKAP, "pemerintah") == (
        "Selama bulan Juli s/d September 2023 KPU Kabupaten Sukamaju melaksanakan 3 (tiga) kegiatan dengan "
        "instansi pemerintah, terdiri atas 2 (dua) Rapat dan 1 (satu) Kunjungan.\n"
        "Sebanyak 2 (dua) kegiatan bertema sama, yaitu audiensi terkait dana hibah bersama Sekda Sukamaju dan DPRD "
        "Sukamaju. Satu kegiatan lainnya mengenai pendidikan pemilih pemula bersama SMAN 1 Sukamaju."
    )


def test_a_single_kegiatan() -> None:
    assert koordinasi.narasi(REKAP, "nonpemerintah") == (
        "Selama bulan Juli s/d September 2023 KPU Kabupaten Sukamaju melaksanakan 1 (satu) kegiatan dengan "
        "instansi nonpemerintah, berupa Audiensi.\n"
        "Kegiatan tersebut mengenai liputan tahapan kampanye bersama PWI Sukamaju."
    )


def _rapat(*rows: tuple[str, str]) -> str:
    """The second paragraph about rows of (instansi, keterangan)."""
    made = [Koordinasi("pemerintah", JULI, JULI, "Rapat", instansi, keterangan) for instansi, keterangan in rows]
    return koordinasi.narasi(rekap(koordinasi=tuple(made)), "pemerintah").split("\n")[1]


def test_a_series_and_a_theme_and_what_happened_once() -> None:
    series, theme = "Silaturahmi Pemangku Kepentingan", "KPU Kabupaten Sukamaju morning talk"
    assert _rapat(("A", series), ("X", theme), ("B", series), ("Y", theme), ("C", series), ("Z", "MoU")) == (
        "Sebanyak 5 (lima) kegiatan terbagi ke dalam 2 (dua) tema: pertama, rangkaian silaturahmi Pemangku Kepentingan "
        "sebanyak 3 (tiga) kegiatan, bersama A, B, dan C; dan kedua, morning talk sebanyak 2 (dua) kegiatan, bersama X "
        "dan Y. Satu kegiatan lainnya mengenai MoU bersama Z."
    ).replace("silaturahmi Pemangku", "Silaturahmi Pemangku")


def test_all_of_one_series_and_all_different() -> None:
    assert _rapat(("A", "Tes"), ("B", "Tes"), ("C", "Tes")) == (
        "Seluruh kegiatan tersebut merupakan satu rangkaian, yaitu Tes bersama A, B, dan C."
    )
    assert _rapat(("A", "Tes"), ("B", "Tes")) == "Seluruh kegiatan tersebut bertema sama, yaitu Tes bersama A dan B."
    assert _rapat(("A", "Satu"), ("B", "Dua"), ("C", "Tiga")) == (
        "Pokok bahasannya meliputi Satu bersama A; Dua bersama B; dan Tiga bersama C."
    )


def test_kinds_that_are_not_told_are_counted_apart() -> None:
    rows = (*(Koordinasi("pemerintah", JULI, JULI, u, "A", f"Hal {u}") for u in ("Rapat", "")),)
    assert koordinasi.narasi(rekap(koordinasi=rows), "pemerintah").startswith(
        "Selama bulan Juli s/d September 2023 KPU Kabupaten Sukamaju melaksanakan 2 (dua) kegiatan dengan instansi "
        "pemerintah, terdiri atas 1 (satu) Rapat dan 1 (satu) kegiatan lainnya.\n"
    )


def test_what_is_still_planned_is_not_told_as_done() -> None:
    early = rekap(batas=date(2023, 8, 31))
    assert koordinasi.narasi(early, "pemerintah").startswith(
        "Selama bulan Juli s/d September 2023 KPU Kabupaten Sukamaju melaksanakan atau merencanakan 3 (tiga) kegiatan "
        "dengan instansi pemerintah, terdiri atas 2 (dua) Rapat dan 1 (satu) Kunjungan. Jumlah tersebut mencakup 1 "
        "(satu) kegiatan yang masih direncanakan.\n"
    )
    assert koordinasi.narasi(early, "nonpemerintah").startswith(
        "Selama bulan Juli 2023 sampai dengan 31 Agustus 2023 KPU Kabupaten Sukamaju melaksanakan 1 (satu) kegiatan"
    )
    assert koordinasi.narasi(rekap(batas=date(2023, 7, 5), koordinasi=()), "pemerintah") == (
        "Selama tanggal 1 sampai dengan 5 Juli 2023 tidak ada kegiatan dengan instansi pemerintah yang tercatat."
    )


@pytest.mark.parametrize(("batas", "none"), [(date(2023, 9, 30), "tidak"), (date(2023, 9, 5), "belum")])
def test_no_row_of_a_running_period_yet(batas: date, none: str) -> None:
    told = rekap(
        periode=replace(TRIWULAN, bulan=(SEPTEMBER,)),
        koordinasi=tuple(k for k in REKAP.koordinasi if k.mulai < AGUSTUS),
        batas=batas,
    )
    said = f" Dari jumlah tersebut, {none} ada yang dimulai dalam Triwulan III (bulan September 2023)."
    assert said in koordinasi.narasi(told, "pemerintah")


def test_cumulative_rows_tell_how_many_lie_in_the_period() -> None:
    periode = replace(TRIWULAN, bulan=(SEPTEMBER,), sebutan="Triwulan III")
    assert (
        "Dari jumlah tersebut, 1 (satu) kegiatan dimulai dalam Triwulan III (bulan September 2023)."
        in koordinasi.narasi(rekap(periode=periode), "pemerintah")
    )
    assert "Dari jumlah tersebut, tidak ada yang dimulai dalam Triwulan III" in koordinasi.narasi(
        rekap(periode=periode), "nonpemerintah"
    )
    late = tuple(k for k in REKAP.koordinasi if k.mulai >= SEPTEMBER)
    assert "Kegiatan itu dimulai dalam Triwulan III (bulan September 2023)." in koordinasi.narasi(
        rekap(periode=periode, koordinasi=late), "pemerintah"
    )


def _serial(n: int) -> Rekap:
    rows = [Koordinasi("pemerintah", JULI, JULI, "Rapat", f"Dinas {i}", "Silaturahmi") for i in range(n)]
    return rekap(koordinasi=tuple(rows))


def test_a_long_list_of_partners_is_cut_with_a_count() -> None:
    assert koordinasi.narasi(_serial(12), "pemerintah").endswith("Dinas 10, dan Dinas 11.")
    assert koordinasi.narasi(_serial(15), "pemerintah").endswith("Dinas 11, dan 3 (tiga) instansi lainnya.")


def test_a_row_without_keterangan_speaks_by_its_uraian() -> None:
    row = Koordinasi("pemerintah", JULI, JULI, "Rapat Koordinasi", "Polres", "")
    assert koordinasi.matters([row])[0].about == "Rapat Koordinasi"


def test_the_enumeration_skips_no_number() -> None:
    rows = tuple(Koordinasi("pemerintah", JULI, JULI, "Rapat", f"Dinas {i}", f"Hal {i // 2}") for i in range(12))
    text = koordinasi.narasi(rekap(koordinasi=rows), "pemerintah")
    said = re.findall(r"(?:: |; |; dan )(pertama|ke\w+), ", text)
    assert said == ["pertama", "kedua", "ketiga", "keempat", "kelima", "keenam"]


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
    later = Akun("YouTube", "KPU", aktif_sejak=date(2023, 11, 1))
    for akun in (REKAP.akun, (*REKAP.akun, later)):
        assert "YouTube" not in narasi.media_sosial(rekap(akun=akun, matriks=MATRIKS[1:]))


def test_an_account_that_ended_is_told_of_until_its_last_period() -> None:
    kept = Akun("YouTube", "KPU", tanggal=JULI, pengikut=80)
    within, before = replace(kept, aktif_sampai=AGUSTUS), replace(kept, aktif_sampai=date(2023, 6, 30))
    assert narasi.akun(rekap(akun=(within,))) == narasi.akun(rekap(akun=(kept,)))
    assert narasi.akun(rekap(akun=(before,))) == ""
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
    assert narasi.akun(REKAP) == (
        "Sejak Juli 2023 KPU Kabupaten Sukamaju mulai mengelola akun TikTok. Sampai dengan tanggal 29 September "
        "2023, akun TikTok @kpusukamaju memperoleh 586 pengikut dan 1.713 tanda suka setelah memuat 30 postingan "
        "selama bulan Juli s/d September 2023."
    )
    assert narasi.akun(rekap(akun=REKAP.akun[1:])) == ""


DULU = Jumlah("Triwulan II 2023", 0, 0, 0, 0, 0, 150)


def test_the_peak_its_driver_and_the_period_before() -> None:
    assert publikasi.narasi(rekap(dulu=DULU)) == (
        "Publikasi informasi melalui media sosial mencapai angka tertinggi pada bulan September 2023, yaitu 74, dan "
        "terendah pada bulan Juli 2023, yaitu 51. Dibandingkan dengan bulan Agustus 2023 (63), kenaikan terjadi pada "
        "TikTok (7 menjadi 20), sedangkan IG menurun (56 menjadi 54). Selama Triwulan III perubahan terbesar "
        "antarbulan terjadi dari bulan Juli 2023 ke bulan Agustus 2023, yaitu naik dari 51 menjadi 63, terutama pada "
        "IG (48 menjadi 56). Berita pada laman kab-sukamaju.kpu.go.id paling banyak pada bulan Agustus dan September "
        "2023, yaitu masing-masing 9. Selama Triwulan III publikasi media sosial seluruhnya berjumlah 188, lebih "
        "banyak 38 atau 25 persen daripada Triwulan II 2023 (150)."
    )


def test_a_period_before_that_the_report_does_not_show_is_not_compared_with() -> None:
    assert publikasi.narasi(REKAP).endswith("publikasi media sosial seluruhnya berjumlah 188.")


def test_a_cause_is_quoted_in_a_paragraph_of_its_own_never_invented() -> None:
    assert publikasi.narasi(rekap(narasi={"sebab": "jadwal kampanye padat"})) == (
        f"{publikasi.narasi(REKAP)}\nJadwal kampanye padat."
    )


def _bulan(*publikasi_: int, sejak: int = 7) -> tuple[Evaluasi, ...]:
    return tuple(Evaluasi(date(2023, sejak + n, 1), p, 0) for n, p in enumerate(publikasi_))


TURUN = "Publikasi turun dari 50 (Agustus) ke 20 (September)"


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({}, "Publikasi naik dari 51 (Juli) ke 63 (Agustus), terutama IG 48 → 56. Apa sebabnya?"),
        ({"evaluasi": _bulan(50, 50, 20)}, f"{TURUN}, terutama IG 56 → 54. Apa sebabnya?"),
        ({"evaluasi": _bulan(50, 50, 20), "matriks": ()}, f"{TURUN}. Apa sebabnya?"),
        ({"evaluasi": _bulan(90, 90, 90)}, "Publikasi naik dari 50 (Juni) ke 90 (Juli). Apa sebabnya?"),
        ({"evaluasi": _bulan(50, 53, 50)}, None),
        ({"evaluasi": _bulan(500, 508, 500), "sebelumnya": None}, None),
        ({"evaluasi": _bulan(50, 50, 20), "batas": date(2023, 9, 12)}, None),
        ({"narasi": {"sebab": "Ada."}}, None),
        ({"narasi": {"evaluasi": "Tulisan sendiri."}}, None),
        ({"evaluasi": ()}, None),
    ],
)
def test_a_reason_is_asked_for_where_the_figures_moved(changes: dict[str, Any], asked: str | None) -> None:
    assert changes_module.reason_wanted(rekap(**changes)) == asked


def test_one_account_alone_is_not_called_the_main_one() -> None:
    only = tuple(replace(a, dihitung=a.platform == "TikTok") for a in REKAP.akun)
    level = rekap(akun=only, evaluasi=_bulan(3, 7, 20), sebelumnya=None)
    told = "Publikasi naik dari 7 (Agustus) ke 20 (September), seluruhnya TikTok. Apa sebabnya?"
    assert changes_module.reason_wanted(level) == told
    assert "Kenaikan dari bulan Agustus 2023 (7) seluruhnya terjadi pada TikTok." in publikasi.narasi(level)


def test_months_that_lie_ahead_or_are_not_over_are_no_low_point() -> None:
    assert publikasi.narasi(rekap(evaluasi=_bulan(51, 63, 0), batas=date(2023, 8, 20))).startswith(
        "Publikasi informasi melalui media sosial mencapai angka tertinggi pada bulan Agustus 2023, yaitu 63, dan "
        "terendah pada bulan Juli 2023, yaitu 51."
    )
    assert "Selama Triwulan III sampai dengan tanggal 20 Agustus 2023 publikasi" in publikasi.narasi(
        rekap(evaluasi=_bulan(51, 63, 0), batas=date(2023, 8, 20))
    )


def test_one_list_of_months_makes_the_sum_its_parts_and_the_peak() -> None:
    ahead = {"evaluasi": _bulan(0, 63, 74, 80, sejak=6), "batas": date(2023, 8, 20)}
    periode = replace(TRIWULAN, bulan_tabel=(date(2023, 6, 1), *TRIWULAN.bulan))
    told = publikasi.narasi(rekap(periode=periode, **ahead))
    assert told.startswith("Publikasi informasi melalui media sosial mencapai angka tertinggi pada bulan Agustus 2023,")
    assert told.endswith("seluruhnya berjumlah 137 (63 + 74).")


RUNNING = rekap(
    periode=replace(TRIWULAN, bulan=(AGUSTUS, SEPTEMBER)),
    matriks=(REKAP.matriks[0], *(replace(m, angka=((0,) * 5,) * 11) for m in REKAP.matriks[1:])),
    evaluasi=_bulan(51, 0, 0),
    batas=date(2023, 8, 5),
    dulu=DULU,
)


def test_a_running_period_is_told_up_to_its_cut_off_and_compared_with_nothing() -> None:
    assert narasi.media_sosial(RUNNING).startswith(
        "Selama bulan Juli 2023 sampai dengan 5 Agustus 2023 Tim Bakohumas KPU Kabupaten Sukamaju memuat 146 postingan"
    )
    assert narasi.media_sosial(RUNNING).endswith(
        "Akun IG (48 postingan), Twitter (48 postingan), FB (46 postingan), YouTube (1 postingan), dan TikTok "
        "(3 postingan) belum terisi dalam Triwulan III."
    )
    assert publikasi.narasi(RUNNING).endswith(
        "Selama Triwulan III sampai dengan tanggal 5 Agustus 2023 publikasi media sosial seluruhnya berjumlah 0."
    )
    assert narasi.akun(RUNNING) == (
        "Sejak Juli 2023 KPU Kabupaten Sukamaju mulai mengelola akun TikTok. Sampai dengan tanggal 29 September 2023, "
        "akun TikTok @kpusukamaju memperoleh 586 pengikut dan 1.713 tanda suka setelah memuat 3 postingan selama bulan "
        "Juli 2023 sampai dengan 5 Agustus 2023."
    )
    assert publikasi.narasi(replace(RUNNING, evaluasi=_bulan(0, 0, 0))) == (
        "Selama bulan Juli 2023 sampai dengan 5 Agustus 2023 tidak ada publikasi yang tercatat."
    )


def test_months_without_any_publikasi() -> None:
    assert publikasi.narasi(rekap(evaluasi=_bulan(0, 63, 0))).startswith(
        "Publikasi informasi melalui media sosial mencapai angka tertinggi pada bulan Agustus 2023, yaitu 63, "
        "sedangkan pada bulan Juli dan September 2023 tidak ada publikasi."
    )
    quiet = tuple(Evaluasi(e.bulan, 0, 1) for e in EVALUASI)
    assert publikasi.narasi(rekap(evaluasi=quiet)).startswith("Tidak ada publikasi informasi melalui media sosial. ")


def test_a_cumulative_sum_shows_its_months() -> None:
    later = replace(TRIWULAN, bulan=(AGUSTUS, SEPTEMBER))
    assert "seluruhnya berjumlah 137 (63 + 74), lebih sedikit 13 atau 9 persen" in publikasi.narasi(
        rekap(periode=later, dulu=DULU)
    )


def test_equal_months_one_month_and_a_tie() -> None:
    level = tuple(replace(e, publikasi=5) for e in EVALUASI)
    assert publikasi.narasi(rekap(evaluasi=level)).startswith(
        "Publikasi informasi melalui media sosial setiap bulan sama banyaknya, yaitu 5. "
    )
    assert publikasi.narasi(rekap(evaluasi=EVALUASI[:1])).startswith(
        "Publikasi informasi melalui media sosial pada bulan Juli 2023 berjumlah 51. "
    )
    tie = (*EVALUASI[:2], Evaluasi(SEPTEMBER, 63, 0))
    assert publikasi.narasi(rekap(evaluasi=tie)).startswith(
        "Publikasi informasi melalui media sosial mencapai angka tertinggi pada bulan Agustus dan September 2023, "
        "yaitu masing-masing 63, "
    )


def test_the_same_total_as_before() -> None:
    before = (Evaluasi(date(2023, 4, 1), 188, 0),)
    assert publikasi.narasi(rekap(sebelumnya=before, dulu=DULU)).endswith(
        "berjumlah 188, sama dengan Triwulan II 2023."
    )


def test_the_first_month_as_peak_has_no_driver() -> None:
    falling = (Evaluasi(JULI, 99, 1), *EVALUASI[1:])
    assert "Kenaikan" not in publikasi.narasi(rekap(evaluasi=falling))


def test_nothing_at_all() -> None:
    range_ = "Selama bulan Juli s/d September 2023"
    assert narasi.paragraphs(KOSONG) == {
        "pemerintah": (f"{range_} tidak ada kegiatan dengan instansi pemerintah yang tercatat.",),
        "nonpemerintah": (f"{range_} tidak ada kegiatan dengan instansi nonpemerintah yang tercatat.",),
        "akun": (),
        "media_sosial": (f"{range_} tidak ada postingan media sosial yang tercatat.",),
        "evaluasi": (f"{range_} tidak ada publikasi yang tercatat.",),
    }


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
