"""The sentences about the decrees that made the team."""

from datetime import date

from renderers.figures import Keputusan
from renderers.prosa.decrees import dasar_pembentukan, dasar_tim
from tests.renderers.rekaps import (
    KOSONG,
    REKAP,
    rekap,
)


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
