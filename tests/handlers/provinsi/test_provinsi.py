"""A province beside two of its offices: what it asks, what it may read, whom it reminds, and what its report tells."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from handlers.laporan import gather
from handlers.provinsi import rekap
from handlers.reading.dates.periods import Periode
from renderers.kantor import BawahanLaporan
from renderers.rekap import rekap as rekap_renderer
from storage.database import Database
from storage.kantor.satker import Here
from tests.conftest import WIB
from tests.handlers.provinsi.conftest import JUNE, by_kode
from tests.handlers.records import held, shown
from tests.phone import Phones
from tests.renderers.reading import paragraphs, table

Q2 = Periode("triwulan", 2, 2022)
LEADER = "Qori 35"
LATE = "Laporan Triwulan II 2022 KPU Kota Surabaya belum diterima KPU Provinsi Jawa Timur."
READ = "   │ Laporan ini dibaca KPU Provinsi Jawa Timur, terakhir 22 Juni 2022 09.30."


def reported(phones: Phones, who: str = "Qori") -> None:
    phones.say(who, "/rekap Q2")
    phones.say(who, "[Buat laporan]")


def told(database: Database, at: datetime = JUNE) -> BawahanLaporan | None:
    province = by_kode(database, "35")
    with database.transaction() as session:
        return gather.gather(Here(session, session.merge(province), at), Q2, at.date()).bawahan


def test_in_the_group_the_choice_goes_to_the_private_chat(phones: Phones) -> None:
    assert phones.say(LEADER, "/rekap Q2", "Grup 35") == [
        "Bot→Qori 35> Laporan Triwulan II 2022 yang mana?",
        "   │ [Laporan kami] [Rekap satker]",
        "Bot@Grup 35> Pilihan periode laporan dikirim ke chat pribadi.",
        "   │ [Buka chat pribadi]",
    ]


def test_asked_for_in_words_it_is_the_same_choice(phones: Phones) -> None:
    assert phones.say(LEADER, "rekap triwulan 2")[0] == "Bot→Qori 35> Laporan Triwulan II 2022 yang mana?"
    assert phones.say("Qori", "rekap triwulan 2")[0] != "Bot→Qori> Laporan Triwulan II 2022 yang mana?"


def test_an_office_sees_when_its_province_has_read_its_report_and_not_before(phones: Phones) -> None:
    reported(phones)
    assert READ not in phones.say("Qori", "/status")
    phones.say(LEADER, "/rekap Q2")
    assert phones.say(LEADER, "[Rekap satker]")[:3] == [
        "Bot→Qori 35> **Rekap satker Triwulan II 2022**",
        "   │ 1 dari 38 satker sudah mengirim.",
        "   │ 0 kegiatan, 0 koordinasi, 0 konten, 0 postingan, dan 0 publikasi.",
    ]
    for who in ("Qori", "Rudi", "Hudri"):
        assert READ in phones.say(who, "/status")
    assert READ not in phones.say("Qori 3578", "/status")
    assert READ not in phones.say("Qori", "/status Q1")


@pytest.mark.parametrize(
    "press", ["vr:2022-TW2", "vp:2022-TW2", "vs:2022-TW2", "vb:2022-TW2", "vi:2022-TW2", "vu", "vk:3578"]
)
def test_no_office_but_a_province_has_a_roll_up(phones: Phones, press: str) -> None:
    (said,) = phones.say("Qori", f"[!{press}]")
    assert said.startswith("Bot! ")
    assert said.endswith(("hanya ada di satker tingkat provinsi.", "tidak ada di bawah satker Anda."))


def test_a_province_without_offices_says_so(phones: Phones, database: Database) -> None:
    province = by_kode(database, "35")
    with database.transaction() as session:
        session.merge(province).kode = "99"
    assert phones.say(LEADER, "[!vr:2022-TW2]") == [f"Bot! {rekap.NO_OFFICES.format('KPU Provinsi Jawa Timur')}"]


def test_nobody_is_reminded_before_somebody_presses(phones: Phones) -> None:
    days = [JUNE.replace(hour=8, minute=30) + timedelta(days=n) for n in range(1, 9)]
    said = {day: phones.at(day) for day in days}
    heard = [(f"{day:%d}", line) for day, lines in said.items() for line in lines if "belum mengirim" in line]
    # Five working days before Thursday the 30th.
    assert heard == [("23", "Bot→Qori 35> **38 satker belum mengirim Triwulan II 2022**")]
    assert not any("Pengingat dari" in line for lines in said.values() for line in lines)


def test_a_reminder_leads_an_office_of_this_bot_to_its_own_report(phones: Phones) -> None:
    phones.now = JUNE + timedelta(days=1)
    phones.say(LEADER, "[!vb:2022-TW2]")
    heard = phones.say(LEADER, "[KPU Kota Surabaya]")
    assert heard[:4] == [
        "Bot! Pengingat dikirim ke 1 satker.",
        "Bot→Qori 3578> **Pengingat dari KPU Provinsi Jawa Timur**",
        f"   │ {LATE} Tanggal laporan Kamis, 30 Juni 2022.",
        "   │ [Buka laporan]",
    ]
    assert phones.say("Qori 3578", "[Buka laporan]")[0] == "Bot→Qori 3578> **Kelengkapan Triwulan II 2022**"
    reported(phones, "Qori 3578")
    assert phones.say(LEADER, "[Kirim pengingat ke semua]")[0] == "Bot! Pengingat dikirim ke 1 satker."
    assert phones.say(LEADER, "[Kirim pengingat ke semua]")[0] == "Bot! Hari ini sudah diingatkan."


def test_too_early_it_may_only_be_looked_at(phones: Phones) -> None:
    early = "Pengingat dapat dikirim mulai 5 hari kerja sebelumnya."
    assert f"   │ {early}" in phones.say(LEADER, "[!vb:2022-TW2]")
    refused = "Bot! Pengingat dapat dikirim mulai 5 hari kerja sebelum tanggal laporan."
    assert phones.say(LEADER, "[!vi:2022-TW2]") == [refused]


def test_the_report_of_a_province_has_a_chapter_and_that_of_an_office_has_none(
    phones: Phones, database: Database, tmp_path: Path
) -> None:
    assert told(database) is None
    office, province = by_kode(database, "3574"), by_kode(database, "35")
    with database.transaction() as session:
        office = session.merge(office)
        held(session, office, "Audiensi", JUNE.date(), sektor="pemerintah")
        shown(session, office, "Repost", "", JUNE.date(), IG=1200, FB=3)
    reported(phones)
    with database.transaction() as session:
        figures = gather.gather(Here(session, session.merge(province), JUNE), Q2, JUNE.date())
        assert gather.gather(Here(session, session.merge(office), JUNE), Q2, JUNE.date()).bawahan is None
    docx = rekap_renderer.draw(figures, tmp_path).docx
    said = paragraphs(docx)
    heads = [text for text in paragraphs(docx, "Heading 1") if text.startswith("BAB V")]
    assert heads == ["BAB V\nLAPORAN SATKER DI PROVINSI", "BAB VI\nPENUTUP"]
    first, second = (text for text in said if text.startswith(("Dari 38 satker", "Satker yang telah mengirim")))
    assert first == (
        "Dari 38 satker di bawah KPU Provinsi Jawa Timur, 1 telah mengirim laporan Triwulan II Tahun 2022; yang belum "
        "adalah 37 satker, sebagaimana tampak pada tabel."
    )
    assert second == (
        "Satker yang telah mengirim melaksanakan 1 kegiatan, 1 di antaranya koordinasi dengan mitra, dan "
        "menyebarluaskan 1.200 konten dalam 1.203 postingan (1.200 publikasi); postingan terbanyak dari KPU Kota "
        "Probolinggo (1.203)."
    )
    offices = table(docx, first)
    assert len(offices) == 1 + 38
    assert [row for row in offices if row[2] != "belum"][1:] == [
        ["33.", "KPU Kota Probolinggo", "versi 1, 22 Jun", "1", "1", "1.200", "1.203", "1.200"]
    ]
    assert table(docx, second)[1:] == [
        ["April 2022", "0", "0", "0", "0", "0"],
        ["Mei 2022", "0", "0", "0", "0", "0"],
        ["Juni 2022", "1", "1", "1.200", "1.203", "1.200"],
    ]


def test_a_newer_report_of_an_office_is_told_as_a_change(phones: Phones, database: Database) -> None:
    reported(phones)
    phones.say(LEADER, "/rekap Q2")
    phones.say(LEADER, "[Laporan kami]")
    phones.say(LEADER, "[Buat laporan]")
    assert READ in phones.say("Qori", "/status")
    reported(phones, "Qori 3578")
    phones.say(LEADER, "/rekap Q2")
    assert "   │ • Laporan satker: KPU Kota Surabaya" in phones.say(LEADER, "[Laporan kami]")
    assert (told(database, datetime(2022, 6, 22, 10, tzinfo=WIB)) or BawahanLaporan((), ())).satker[36].versi == 1
