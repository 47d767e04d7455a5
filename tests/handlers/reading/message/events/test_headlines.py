"""A line above a report that only says whose news it is, or that somebody sends one, is no name of an event; nor is a
sign in the place of a label."""

from datetime import date

import pytest

from handlers.catatan.gazetteer import of_partners
from handlers.catatan.kegiatan import show_tanggal
from handlers.reading.message.parts import Reading
from handlers.reading.message.read import read
from storage.catatan.kegiatan import PEMERINTAH

TODAY = date(2023, 3, 15)
OFFICE = of_partners({"Dinas Sosial": ("Dinas Sosial", PEMERINTAH)}, "Kota Probolinggo")
EVENTS = (
    "rapat evaluasi dengan Dinas Sosial",
    "Sosialisasi pemilih pemula di SMAN 2 Probolinggo, 13 Maret",
    "Kemarin jalan sehat HUT Kec. Mayangan",
    "Bimtek sipol lewat zoom, 12 orang",
    "Kunjungan PMII di aula",
)
HEADLINES = (
    "Fwd dari Sekretariat",
    "FWD: Kasubbag",
    "Fw from Humas",
    "From: Bagian Umum",
    "Forwarded message\nFrom: Divisi Data",
    "Diteruskan\n*HUMAS SETDA*",
    "*Humas Setda*",
    "HUMAS KOMINFO",
    "SUBBAG UMUM",
    "Subbag Teknis",
    "GIAT KPU",
    "*Giat Kecamatan*",
    "Info giat kecamatan 🙏🏻",
    "Laporan Singkat",
    "PPK WONOASIH",
    "SMAN 1 WONOASIH",
    "Divisi Hukum dan Pengawasan",
    "Subbag Partisipasi dan Hubungan Masyarakat",
    "KABAR LAPANGAN",
    "Copas dari grup",
    "dari grup sekretariat:",
    "Mau setor laporan yang ketinggalan.",
    "Nyetor laporan ya:",
    "ngirim laporan:",
)


def _told(one: Reading) -> tuple[object, ...]:
    return one.form, one.answers, one.doubts


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_is_no_name(headline: str, event: str) -> None:
    (alone,), (found,) = read(event, TODAY, OFFICE), read(f"{headline}\n{event}", TODAY, OFFICE)
    assert _told(found) == _told(alone)


@pytest.mark.parametrize("line", ["PARADE BUDAYA", "JUMAT BERSIH", "SOSIALISASI PPS", "PENGUKURAN BAJU"])
def test_a_line_that_tells_an_event_is_its_name(line: str) -> None:
    (one,) = read(f"{line}\nSemua pegawai ikut", TODAY, OFFICE)
    assert one.answers["nama"] == line


SIGNS = {
    "🗓": ("13 Maret 2023", "tanggal"),
    "📆": ("13 Maret 2023", "tanggal"),
    "⏲": ("09.00", "waktu"),
    "🕰": ("09.00", "waktu"),
    "🗺": ("Balai Desa Suka", "tempat"),
    "📍": ("Balai Desa Suka", "tempat"),
    "🤝": ("PMII", "instansi"),
    "👫": ("30 warga", "peserta"),
    "👥": ("30 warga", "peserta"),
    "📝": ("warga senang", "keterangan"),
}


@pytest.mark.parametrize("top", ["", "📌 *GIAT KPU*\n", "GIAT KPU\n"])
@pytest.mark.parametrize(("sign", "value", "field"), [(sign, *told) for sign, told in SIGNS.items()])
def test_a_sign_is_a_label(top: str, sign: str, value: str, field: str) -> None:
    (one,) = read(f"{top}🎯 Sosialisasi pemilih\n{sign} {value}", TODAY, OFFICE)
    assert one.answers["nama"] == "Sosialisasi pemilih"
    told = show_tanggal(one.answers["tanggal"]) if field == "tanggal" else str(one.answers[field])
    assert told.removeprefix("Senin, ").casefold() == value.casefold()


@pytest.mark.parametrize("top", ["📌 Rapat koordinasi", "Rapat koordinasi", "Kegiatan: Rapat koordinasi"])
def test_an_aim_beside_a_name_is_none(top: str) -> None:
    (one,) = read(f"{top}\n🗓 13 Maret 2023\n📍 Aula\n🎯 Persiapan coklit", TODAY, OFFICE)
    assert (one.answers["nama"], one.answers["keterangan"]) == ("Rapat koordinasi", "Persiapan coklit")
