"""/rekap: gaps before, progress while, versions after; each office by itself, each button for its role."""

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from handlers import dispatch
from handlers.chat.door import Door
from handlers.chat.events import Became, Outcome
from handlers.daftar.doors import OfMonth
from handlers.koreksi.doors import View
from handlers.laporan import gather, versions
from handlers.periksa import material
from handlers.periksa.material import Gap
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import (
    BuiltinTemplate,
    CloseMonth,
    DownloadTemplate,
    ExampleReport,
    Gaps,
    Leave,
    LeftGaps,
    MakeVersion,
    Month,
    ReopenMonth,
    Report,
    SendVersion,
    Template,
    UploadTemplate,
)
from storage.chat import outbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan import decided
from storage.laporan import laporan as rows
from storage.laporan.decided import Dibiarkan
from storage.laporan.laporan import Laporan, Masalah, Narasi
from tests.conftest import NOW, Counted, here, make_office
from tests.handlers.records import held
from tests.phone import Phones, forged

pytestmark = pytest.mark.usefixtures("office")
Q2 = Periode("triwulan", 2, 2022)
KODE = "2022-TW2"
MAY = date(2022, 5, 1)
GONE = Leave(Q2, "00000000", on=True)


@pytest.fixture
def phones(database: Database) -> Phones:
    return Phones(database)


def made(database: Database) -> list[tuple[int, str]]:
    with database.transaction() as session:
        return [(r.versi, r.sha256) for r in session.scalars(select(Laporan).order_by(Laporan.id))]


def told(said: Sequence[str], word: str) -> list[str]:
    return [line for line in said if word in line]


def test_the_same_data_make_no_second_version(database: Database, phones: Phones) -> None:
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Buat laporan]")
    assert phones.say("Qori", forged(MakeVersion(Q2, 1)))[0] == "Bot! Versi 1 sudah dibuat."
    assert phones.say("Qori", forged(MakeVersion(Q2, 2)))[0] == "Bot! Tidak ada perubahan sejak versi 1."
    assert phones.say("Qori", forged(MakeVersion(Q2, 7)))[0] == "Bot! Versi 1 sudah dibuat."
    assert made(database) == [(1, "")]


def test_a_change_that_was_taken_back_is_none(phones: Phones) -> None:
    phones.say("Rudi", "/lapor Apel Pagi")
    phones.say("Rudi", "[Simpan]")
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Buat laporan]")
    phones.say("Rudi", "/hapus 1")
    assert told(phones.say("Qori", "/rekap Q2"), "#1") == ["   │ • #1 Apel Pagi (24 Juni 2022) dihapus (Rudi)"]
    phones.say("Rudi", "[Kembalikan]")
    assert told(phones.say("Qori", "/rekap Q2"), "perubahan") == ["   │ Tidak ada perubahan sejak versi 1."]


def test_rows_that_came_without_a_word_in_the_audit_are_a_difference(database: Database, phones: Phones) -> None:
    phones.say("Rudi", "/lapor Apel Pagi")
    phones.say("Rudi", "[Simpan]")
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Buat laporan]")
    with database.transaction() as session:
        report = session.scalars(select(Laporan)).one()
        office = session.get_one(Satker, 1)
        fresh = gather.gather(here(session, office), Q2, date(2022, 6, 24))
        assert versions.since(here(session, office), report, fresh) == []
        held(session, office, "Rapat", date(2022, 6, 20))
        fresh = gather.gather(here(session, office), Q2, date(2022, 6, 24))
        assert [p.sentence for p in versions.since(here(session, office), report, fresh)] == ["Isi laporan berubah."]


def test_the_cut_off_alone_moves_on_quietly(phones: Phones) -> None:
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Buat laporan]")
    phones.now = NOW + timedelta(days=3)
    said = phones.say("Qori", "/rekap Q2")
    assert said[3:5] == [
        "   │ Hanya batas data yang bergeser sejak versi 1:",
        "   │ • Batas data: 24 Juni 2022 → 27 Juni 2022.",
    ]
    phones.say("Rudi", "/lapor Apel Pagi")
    phones.say("Rudi", "[Simpan]")
    assert phones.say("Qori", "/rekap Q2")[3:6] == [
        "   │ 1 perubahan sejak versi 1:",
        "   │ • #1 Apel Pagi (27 Juni 2022) ditambahkan (Rudi)",
        "   │ • Batas data: 24 Juni 2022 → 27 Juni 2022.",
    ]
    phones.say("Rudi", "/hapus 1")
    status = phones.say("Qori", "/status")
    assert told(status, "versi") == ["   │ Laporan versi 1 sudah dibuat; tidak ada perubahan sejak itu."]


def test_texts_that_people_wrote_since(database: Database, phones: Phones) -> None:
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Buat laporan]")
    with database.transaction() as session:
        session.add(Masalah(satker_id=1, judul="Anggaran", dibuka=date(2022, 6, 1)))
        session.add(Narasi(satker_id=1, periode=KODE, bagian="sebab", teks="Tahapan dimulai."))
    said = phones.say("Qori", "/rekap Q2")
    assert told(said, "•") == [
        "   │ • Narasi: sebab belum ada → Tahapan dimulai.",
        "   │ • Masalah dan tantangan: Anggaran ditambahkan",
    ]


def test_the_letter_field_by_field_and_by_whom(phones: Phones) -> None:
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Buat laporan]")
    phones.say("Qori", "/surat Q2")
    phones.say("Qori", "[Nomor]")
    phones.say("Qori", "138/PR.04.1-SD/3574/2022")
    assert told(phones.say("Qori", "/rekap Q2"), "•") == [
        "   │ • Surat pengantar: nomor belum ada → 138/PR.04.1-SD/3574/2022 (Qori)"
    ]


def test_a_report_that_failed_may_be_tried_again_at_once(
    database: Database, phones: Phones, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(phones, monkeypatch)
    again = forged(SendVersion(Q2, 1))
    phones.say("Qori", again)
    with database.transaction() as session:
        (row,) = session.scalars(select(Outbox).where(Outbox.group))
        outbox.give_up(row, outbox.State.DEAD, "no font")
    phones.say("Qori", again)
    phones.say("Qori", again)
    with database.transaction() as session:
        assert [row.state for row in session.scalars(select(Outbox).where(Outbox.group).order_by(Outbox.id))] == [
            "dead",
            "draw",
        ]


def test_what_a_newer_release_adds_to_the_figures_is_no_change(database: Database, phones: Phones) -> None:
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Buat laporan]")
    with database.transaction() as session:
        report = session.scalars(select(Laporan)).one()
        newer = ("susulan", "kegiatan", "tautan", "kini", "dulu")
        report.figures = {part: value for part, value in report.figures.items() if part not in newer}
    phones.say("Rudi", "/lapor Apel Pagi")
    assert told(phones.say("Qori", "/rekap Q2"), "perubahan") == ["   │ Tidak ada perubahan sejak versi 1."]


def drawn(database: Database, what: Became, detail: str = "") -> list[str]:
    """What the asker's card says when the drawer tells something."""
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.group)).one()
        dispatch.happened(Outcome(session, row, what, NOW, detail))
        session.flush()
        cards = session.scalars(select(Outbox).where(Outbox.card == f"rekap:{KODE}", Outbox.state == outbox.State.NEW))
        return [card.payload["text"] for card in cards]


def asked(phones: Phones, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Phones, "hear", lambda _: [])
    phones.say("Qori", forged(MakeVersion(Q2, 1)))


STEPS = (
    (Became.DRAWING, "", "Menyusun data…"),
    (Became.STEP, "kolase 5/13", "Menggambar kolase 5/13…"),
    (Became.STEP, "dokumen", "Menyusun dokumen…"),
    (Became.STEP, "halaman", "Menghitung halaman…"),
    (Became.DRAWN, "", "Mengirim…"),
    (Became.FAILED, "", "Maaf, laporan gagal dibuat. Coba lagi; bila tetap gagal, beri tahu pengelola bot."),
)


@pytest.mark.parametrize(("what", "detail", "text"), STEPS)
def test_progress(
    database: Database, phones: Phones, monkeypatch: pytest.MonkeyPatch, what: Became, detail: str, text: str
) -> None:
    asked(phones, monkeypatch)
    assert drawn(database, what, detail) == [text]


def test_progress_is_told_without_reading_the_figures_which_may_have_megabytes(
    database: Database, phones: Phones, monkeypatch: pytest.MonkeyPatch, counted: Counted
) -> None:
    asked(phones, monkeypatch)
    with counted() as statements:
        drawn(database, Became.STEP, "dokumen")
    assert [one for one in statements if "FROM laporan" in one] != []
    assert [one for one in statements if "laporan.figures" in one] == []


def test_the_first_hash_is_the_version_and_another_one_is_told(
    database: Database, phones: Phones, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(phones, monkeypatch)
    drawn(database, Became.KEPT, "5a")
    drawn(database, Became.KEPT, "5a")
    assert (made(database), "digambar ulang" in drawn(database, Became.SENT)[0]) == ([(1, "5a")], False)
    drawn(database, Became.KEPT, "77")
    assert (made(database), "digambar ulang" in drawn(database, Became.SENT)[0]) == ([(1, "5a")], True)


def test_what_completes_a_version_without_pdf_takes_its_place(
    database: Database, phones: Phones, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(phones, monkeypatch)
    drawn(database, Became.KEPT, "5a")
    drawn(database, Became.DRAWN, "LibreOffice tidak terpasang: PDF tidak dibuat.")
    drawn(database, Became.COMPLETED, "77")
    drawn(database, Became.DRAWN, "Kini lengkap.")
    note = "• 13 hal dalam daftar kelengkapan belum diisi.\n• Kini lengkap."
    assert (made(database), drawn(database, Became.SENT)) == ([(1, "77")], ["Terkirim ke grup.\n\n" + note])


def test_a_gap_let_be_is_let_be_for_its_period_and_comes_back(database: Database, phones: Phones) -> None:
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Biarkan]")
    with database.transaction() as session:
        kept = [(row.periode, row.kunci) for row in session.scalars(select(Dibiarkan).order_by(Dibiarkan.id))]
    assert kept == [(KODE, "Belum ada masalah dan tantangan untuk periode ini.")]
    assert told(phones.say("Qori", "/rekap Q1"), "sudah dibiarkan") == []
    assert told(phones.say("Qori", "/rekap Q2"), "sudah dibiarkan") == [
        "   │ 6 penting, 6 boleh dibiarkan, 1 sudah dibiarkan. Buat laporan mengirimnya ke grup."
    ]
    phones.say("Qori", "[1 dibiarkan]")
    phones.say("Qori", "[Tampilkan lagi 1]")
    with database.transaction() as session:
        assert decided.let_be(here(session, session.get_one(Satker, 1)), KODE) == set()


def test_without_gaps_the_report_starts_at_once(
    database: Database, phones: Phones, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("handlers.periksa.groups.GROUPS", ())
    assert phones.say("Qori", "/rekap Q2", "Grup") == [
        "Bot→Qori> **Laporan Triwulan II 2022**",
        "   │ Mengirim…",
        "Bot@Grup> **Laporan Bakohumas KPU Kota Probolinggo Triwulan II 2022**",
        "   │ Versi 1, data sampai dengan 24 Juni 2022.",
        "   │ <rekap 1>",
        "Bot→Qori* **Laporan Triwulan II 2022**",
        "   │ Terkirim ke grup.",
        "   │ [Teks WA]",
    ]
    assert made(database) == [(1, "")]


@pytest.fixture
def other(database: Database) -> int:
    with database.transaction() as session:
        return make_office(session, "3577", "KPU Kota Madiun").id


def test_each_office_has_its_own_versions_gaps_and_months(database: Database, phones: Phones, other: int) -> None:
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Biarkan]")
    phones.say("Qori", "[Buat laporan]")
    phones.say("Qori", "/tutup Mei")
    phones.say("Qori", "[Tutup]")
    assert phones.say("Qori 3577", forged(SendVersion(Q2, 1))) == ["Bot! Versi itu tidak ada."]
    assert told(phones.say("Qori 3577", "/rekap Q2"), "sudah dibiarkan") == []
    assert phones.say("Qori 3577", "/buka Mei") == ["Bot→Qori 3577> Mei 2022 tidak ditutup."]
    assert phones.say("Qori 3577", forged(ReopenMonth(MAY))) == ["Bot! Mei 2022 tidak ditutup."]
    with database.transaction() as session:
        assert rows.last(here(session, session.get_one(Satker, other)), KODE) is None


def test_the_report_of_an_office_goes_to_its_own_group_and_asker(phones: Phones, other: int) -> None:
    assert other
    said = phones.say("Qori 3577", forged(MakeVersion(Q2, 1)))
    assert [re.split("[>*]", line)[0] for line in said if line.startswith("Bot")] == [
        "Bot→Qori 3577",
        "Bot@Grup 3577",
        "Bot→Qori 3577",
    ]


FORGED = (
    "rk:2022-TW2:x",
    "rb:2022-TW9:1",
    "rk:::",
    "pk:2022-TW2:zz",
    "pk",
    "pb:2022-TW2:00000000:1:0:9",
    "tu:2022",
    "tu:20221301",
    "tu:20220501:q",
)


@pytest.mark.parametrize("data", FORGED)
def test_data_that_no_button_of_ours_holds(phones: Phones, data: str) -> None:
    assert len(phones.say("Qori", f"[!{data}]")) == 1


LATER = Periode("triwulan", 1, 2030)
NOT_BEGUN = (MakeVersion(LATER, 1), SendVersion(LATER, 1), Report(LATER), Gaps(LATER), LeftGaps(LATER))


@pytest.mark.parametrize("door", [*NOT_BEGUN, Leave(LATER, "00000000", on=True)])
def test_a_period_that_has_not_begun(database: Database, phones: Phones, door: Door) -> None:
    assert phones.say("Qori", forged(door)) == ["Bot! Triwulan I 2030 belum dimulai."]
    assert made(database) == []


def test_a_gap_that_is_gone_meanwhile(phones: Phones) -> None:
    assert phones.say("Qori", forged(GONE))[0] == "Bot! Hal ini sudah tidak ada dalam daftar."


OF_LEADERS = (Report(Q2), MakeVersion(Q2, 1), SendVersion(Q2, 1), Gaps(Q2), LeftGaps(Q2))
OF_THE_TEMPLATE = (Template(), DownloadTemplate(), UploadTemplate(), BuiltinTemplate(), ExampleReport())
OF_KETUA_PELAKSANA = (GONE, Month(MAY), CloseMonth(MAY), ReopenMonth(MAY), *OF_THE_TEMPLATE)
ROLES = (
    *(("Kadir", door) for door in (*OF_LEADERS, *OF_KETUA_PELAKSANA)),
    *(("Agus", door) for door in OF_KETUA_PELAKSANA),
)


@pytest.mark.parametrize(("who", "door"), ROLES)
def test_roles_are_checked_on_every_press(phones: Phones, who: str, door: Door) -> None:
    assert phones.say(who, forged(door)) == ["Bot! Tombol ini bukan untuk peran Anda."]


def test_the_ketua_sees_no_button_that_is_not_hers(phones: Phones) -> None:
    def labels(who: str) -> list[str]:
        phones.say(who, "/rekap Q2")
        newest = list(phones.shown[who].values())[-1]
        return [b.data.split(":")[0] for row in newest.menu for b in row]

    assert labels("Agus") == ["rb", "pk", "pk"]
    assert "   │ Yang melengkapi adalah Ketua Pelaksana, Qori." in phones.say("Agus", "/rekap Q2")
    assert told(phones.say("Qori", "/rekap Q2"), "Yang melengkapi") == []
    assert labels("Qori") == ["rb", "ms", "pb", "pk", "pk"]


def three(_: object) -> Iterator[Gap]:
    yield Gap("Mei belum ditutup.", "Tutup Mei", Month(MAY))
    yield Gap("Mei belum lengkap.", "Daftar Mei", OfMonth(MAY))
    yield Gap("Tidak ada jalannya.")


WAYS = (
    ("Qori", [["Tutup Mei", "Biarkan"], ["Daftar Mei", "Biarkan"], ["Biarkan"]]),
    ("Agus", [[], ["Daftar Mei"], []]),
)


@pytest.mark.parametrize(("who", "shown"), WAYS)
def test_a_gap_leads_only_through_doors_that_are_open_to_the_reader(
    phones: Phones, monkeypatch: pytest.MonkeyPatch, who: str, shown: list[list[str]]
) -> None:
    monkeypatch.setattr("handlers.periksa.groups.GROUPS", (("Kegiatan", (three,)),))
    always = {"Buat laporan", "‹ Sebelumnya", "Berikutnya ›", "Periksa lagi"}
    phones.say(who, "/rekap Q2")
    for page, labels in enumerate(shown):
        phones.say(who, forged(Gaps(Q2, page)))
        newest = list(phones.shown[who].values())[-1]
        assert [b.label for row in newest.menu for b in row if b.label not in always] == labels


def light(_: object) -> Iterator[Gap]:
    return (Gap(f"Hal ke-{n}.", "Lihat", View(n)) for n in range(1, 4))


def grave(_: object) -> Iterator[Gap]:
    return (Gap(f"Salah ke-{n}.", "Lihat", View(n)) for n in range(1, 3))


@pytest.fixture
def five(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("handlers.periksa.groups.GROUPS", (("Kegiatan", (light,)), ("Angka", (grave,))))
    monkeypatch.setattr("handlers.periksa.groups.PENTING", {grave})


@pytest.mark.usefixtures("five")
def test_one_gap_at_a_time_the_important_first(phones: Phones) -> None:
    assert phones.say("Qori", "/rekap Q2")[1:] == [
        "   │ 2 penting, 3 boleh dibiarkan. Buat laporan mengirimnya ke grup.",
        "   │",
        "   │ 1 dari 5 · Angka · penting",
        "   │ Salah ke-1.",
        "   │ [Buat laporan]",
        "   │ [Lihat] [Biarkan]",
        "   │ [Berikutnya ›]",
        "   │ [Periksa lagi]",
    ]
    phones.say("Qori", "[Berikutnya ›]")
    third = [
        "   │ 3 dari 5 · Kegiatan · boleh dibiarkan",
        "   │ Hal ke-1.",
        "   │ [Buat laporan]",
        "   │ [Lihat] [Biarkan]",
        "   │ [‹ Sebelumnya] [Berikutnya ›]",
        "   │ [Periksa lagi]",
    ]
    assert phones.say("Qori", "[Berikutnya ›]")[3:] == third
    assert told(phones.say("Qori", forged(Gaps(Q2, 99))), "dari 5") == ["   │ 5 dari 5 · Kegiatan · boleh dibiarkan"]
    assert told(phones.say("Qori", "[Periksa lagi]"), "dari 5") == ["   │ 1 dari 5 · Angka · penting"]


@pytest.mark.usefixtures("five")
def test_what_is_let_be_makes_room_for_the_next_and_at_the_end_for_the_one_before(phones: Phones) -> None:
    phones.say("Qori", "/rekap Q2")
    assert told(phones.say("Qori", "[Biarkan]"), "ke-") == ["   │ Salah ke-2."]
    phones.say("Qori", forged(Gaps(Q2, 3)))
    assert told(phones.say("Qori", "[Biarkan]"), "ke-") == ["   │ Hal ke-2."]


@pytest.mark.usefixtures("five")
def test_without_a_group_the_list_says_where_the_report_goes(database: Database, phones: Phones) -> None:
    with database.transaction() as session:
        session.get_one(Satker, 1).grup = None
    assert told(phones.say("Qori", "/rekap Q2"), "penting,") == [
        "   │ 2 penting, 3 boleh dibiarkan. Grup belum terhubung, jadi Buat laporan mengirimnya ke chat ini."
    ]
    phones.say("Qori", "[Buat laporan]")
    assert told(phones.say("Qori", forged(Gaps(Q2))), "penting,") == ["   │ 2 penting, 3 boleh dibiarkan."]


def test_a_report_is_gathered_and_checked_once(phones: Phones, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for module, name in ((gather, "gather"), (material, "gather")):
        monkeypatch.setattr(module, name, counting(calls, getattr(module, name)))
    for said in ("/rekap Q2", forged(Gaps(Q2)), "[Buat laporan]", "/rekap Q2", forged(MakeVersion(Q2, 2))):
        calls.clear()
        phones.say("Qori", said)
        assert (said, calls) == (said, ["handlers.laporan.gather", "handlers.periksa.material"])


def counting(calls: list[str], real: Callable[..., Any]) -> Callable[..., Any]:
    def counted(*given: Any) -> Any:
        calls.append(real.__module__)
        return real(*given)

    return counted
