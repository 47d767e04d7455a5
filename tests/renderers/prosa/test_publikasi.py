"""The paragraphs of BAB IV: the peak, the accounts that made it, sums, the period before."""

from dataclasses import replace
from datetime import date

from renderers.changes import reason_wanted
from renderers.figures import Evaluasi, Jumlah
from renderers.prosa import akun, narasi, publikasi
from tests.renderers.prosa.months import months
from tests.renderers.rekaps import (
    AGUSTUS,
    EVALUASI,
    JULI,
    KOSONG,
    REKAP,
    SEPTEMBER,
    TRIWULAN,
    rekap,
)

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


def test_one_account_alone_is_not_called_the_main_one() -> None:
    only = tuple(replace(a, dihitung=a.platform == "TikTok") for a in REKAP.akun)
    level = rekap(akun=only, evaluasi=months(3, 7, 20), sebelumnya=None)
    told = "Publikasi naik dari 7 (Agustus) ke 20 (September), seluruhnya TikTok. Apa sebabnya?"
    assert reason_wanted(level) == told
    assert "Kenaikan dari bulan Agustus 2023 (7) seluruhnya terjadi pada TikTok." in publikasi.narasi(level)


def test_months_that_lie_ahead_or_are_not_over_are_no_low_point() -> None:
    assert publikasi.narasi(rekap(evaluasi=months(51, 63, 0), batas=date(2023, 8, 20))).startswith(
        "Publikasi informasi melalui media sosial mencapai angka tertinggi pada bulan Agustus 2023, yaitu 63, dan "
        "terendah pada bulan Juli 2023, yaitu 51."
    )
    assert "Selama Triwulan III sampai dengan tanggal 20 Agustus 2023 publikasi" in publikasi.narasi(
        rekap(evaluasi=months(51, 63, 0), batas=date(2023, 8, 20))
    )


def test_one_list_of_months_makes_the_sum_its_parts_and_the_peak() -> None:
    ahead = {"evaluasi": months(0, 63, 74, 80, first=6), "batas": date(2023, 8, 20)}
    periode = replace(TRIWULAN, bulan_tabel=(date(2023, 6, 1), *TRIWULAN.bulan))
    told = publikasi.narasi(rekap(periode=periode, **ahead))
    assert told.startswith("Publikasi informasi melalui media sosial mencapai angka tertinggi pada bulan Agustus 2023,")
    assert told.endswith("seluruhnya berjumlah 137 (63 + 74).")


RUNNING = rekap(
    periode=replace(TRIWULAN, bulan=(AGUSTUS, SEPTEMBER)),
    matriks=(REKAP.matriks[0], *(replace(m, angka=((0,) * 5,) * 11) for m in REKAP.matriks[1:])),
    evaluasi=months(51, 0, 0),
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
    assert akun.narasi(RUNNING) == (
        "Sejak Juli 2023 KPU Kabupaten Sukamaju mulai mengelola akun TikTok. Sampai dengan tanggal 29 September 2023, "
        "akun TikTok @kpusukamaju memperoleh 586 pengikut dan 1.713 tanda suka setelah memuat 3 postingan selama bulan "
        "Juli 2023 sampai dengan 5 Agustus 2023."
    )
    assert publikasi.narasi(replace(RUNNING, evaluasi=months(0, 0, 0))) == (
        "Selama bulan Juli 2023 sampai dengan 5 Agustus 2023 tidak ada publikasi yang tercatat."
    )


def test_months_without_any_publikasi() -> None:
    assert publikasi.narasi(rekap(evaluasi=months(0, 63, 0))).startswith(
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
