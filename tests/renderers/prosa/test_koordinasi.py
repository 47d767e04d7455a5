"""The paragraphs of BAB II: themes, series, single kegiatan, what is planned."""

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from renderers.figures import Koordinasi, Rekap
from renderers.prosa import koordinasi
from tests.renderers.rekaps import (
    AGUSTUS,
    JULI,
    REKAP,
    SEPTEMBER,
    TRIWULAN,
    rekap,
)


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
        "Seluruh kegiatan tersebut merupakan satu rangkaian, yaitu tes bersama A, B, dan C."
    )
    assert _rapat(("A", "Tes"), ("B", "Tes")) == "Seluruh kegiatan tersebut bertema sama, yaitu tes bersama A dan B."
    assert _rapat(("A", "Satu"), ("B", "Dua"), ("C", "Tiga")) == (
        "Pokok bahasannya meliputi satu bersama A; dua bersama B; dan tiga bersama C."
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


def _matters(*abouts: str, **more: Any) -> str:
    rows = [Koordinasi("pemerintah", JULI, JULI, "Rapat", f"Mitra {n}", about) for n, about in enumerate(abouts)]
    return koordinasi.narasi(rekap(koordinasi=tuple(rows), **more), "pemerintah").split("\n")[1]


def test_the_first_letter_is_small_but_for_names_and_acronyms() -> None:
    told = _matters(
        "Kesiapan gudang", "Rekapitulasi DPB", "Coklit", "Bawaslu kota mengawasi", "e-Coklit di rumah",
        nama_diri=("bawaslu",),
    )  # fmt: skip
    assert told == (
        "Pokok bahasannya meliputi kesiapan gudang bersama Mitra 0; rekapitulasi DPB bersama Mitra 1; coklit bersama "
        "Mitra 2; Bawaslu kota mengawasi bersama Mitra 3; dan e-Coklit di rumah bersama Mitra 4."
    )


def test_more_than_five_single_matters_are_counted_and_the_table_is_named() -> None:
    table = (
        "masing-masing mengenai hal yang berbeda, sebagaimana dirinci pada tabel kegiatan dengan instansi pemerintah."
    )
    assert _matters(*(f"Hal {n}" for n in range(6))) == f"Kegiatan tersebut {table}"
    several = _matters(*(f"Hal {n}" for n in range(6)), "Tes", "Tes")
    assert several == (
        f"Sebanyak 2 (dua) kegiatan bertema sama, yaitu tes bersama Mitra 6 dan Mitra 7. Sebanyak 6 (enam) kegiatan "
        f"lainnya {table}"
    )


def test_more_than_five_kinds_are_summed_up() -> None:
    kinds = (*("Rapat",) * 3, *("Audiensi",) * 2, "Supervisi", "Kunjungan", "Bimtek", "Deklarasi", "Monitoring")
    rows = tuple(Koordinasi("pemerintah", JULI, JULI, kind, f"M {n}", f"H {n}") for n, kind in enumerate(kinds))
    assert koordinasi.narasi(rekap(koordinasi=rows), "pemerintah").startswith(
        "Selama bulan Juli s/d September 2023 KPU Kabupaten Sukamaju melaksanakan 10 (sepuluh) kegiatan dengan "
        "instansi pemerintah, terdiri atas 3 (tiga) Rapat, 2 (dua) Audiensi, 1 (satu) Supervisi, 1 (satu) "
        "Kunjungan, 1 (satu) Bimtek, dan 2 (dua) kegiatan lainnya.\n"
    )


def test_partners_that_one_row_names_together_are_listed_one_by_one() -> None:
    row = Koordinasi(
        "pemerintah", JULI, JULI, "Rapat", "Bawaslu; Polres dan Kodim", "Tes", mitra=("Bawaslu", "Polres", "Kodim")
    )
    told = koordinasi.narasi(rekap(koordinasi=(row, replace(row, instansi="PWI", mitra=()))), "pemerintah")
    assert told.endswith("yaitu tes bersama Bawaslu, Polres, Kodim, dan PWI.")


EARLY = Koordinasi("pemerintah", date(2023, 6, 24), date(2023, 8, 23), "Kampanye", "Polres", "Kampanye damai")


def test_what_an_earlier_period_counted_is_told_apart() -> None:
    both = koordinasi.narasi(rekap(koordinasi=(EARLY, *REKAP.koordinasi)), "pemerintah").split("\n")
    plain = koordinasi.narasi(REKAP, "pemerintah").split("\n")
    carried = (
        " Selain itu, 1 (satu) kegiatan yang dimulai dan dihitung sebelum periode ini masih berlanjut, yaitu kampanye "
        "damai bersama Polres."
    )
    assert both == [plain[0] + carried, *plain[1:]]
    assert koordinasi.narasi(rekap(koordinasi=(EARLY,)), "pemerintah") == (
        "Selama bulan Juli s/d September 2023 tidak ada kegiatan baru dengan instansi pemerintah yang tercatat."
        + carried
    )
