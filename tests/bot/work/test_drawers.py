"""What is asked for in the chat becomes a file, from the delivery's frozen figures alone."""

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.work.drawing.drawer import Drawn
from bot.work.drawing.drawers import COMPLETE, DRAWERS
from handlers.reading.dates.periods import Periode
from handlers.rekap.doors import MakeVersion
from renderers.photo import photo
from renderers.report import Report, unheard
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan import deliveries, laporan
from storage.laporan.deliveries import WHOLE, Delivery, View
from tests.bot.conftest import jpeg
from tests.conftest import here
from tests.phone import Phones, forged


def drawn(database: Database, folder: Path, said: str, who: str = "Qori", count: int = 0) -> Drawn:
    Phones(database, count=count).say(who, said)
    with database.transaction() as session:
        row = session.scalars(select(Delivery)).one()
    renderer = row.kind.removesuffix(" diminta")
    return DRAWERS[renderer](database, row.id, folder, unheard)


@pytest.mark.usefixtures("office")
def test_a_matrix_becomes_a_jpeg_named_by_its_month(database: Database, tmp_path: Path) -> None:
    ((name, data),) = drawn(database, tmp_path, "/matriks Mei", "Hudri").files
    assert (name, data[:3]) == ("matriks-2022-05.jpg", b"\xff\xd8\xff")


@pytest.mark.usefixtures("office")
def test_a_status_becomes_a_jpeg(database: Database, tmp_path: Path) -> None:
    ((name, data),) = drawn(database, tmp_path, "/status", "Hudri").files
    assert (name, data[:3]) == ("status.jpg", b"\xff\xd8\xff")


@pytest.mark.usefixtures("office")
def test_an_export_becomes_a_workbook_named_by_office_and_day(database: Database, tmp_path: Path) -> None:
    Phones(database).say("Rudi", "/lapor foto 3")
    Phones(database, count=1).say("Rudi", "simpan")
    ((name, data),) = drawn(database, tmp_path, "/ekspor", count=2).files
    assert (name, data[:2]) == ("Data Bakohumas KPU Kota Probolinggo 2022-06-24.xlsx", b"PK")


@pytest.mark.usefixtures("office")
def test_a_summary_becomes_a_jpeg(database: Database, tmp_path: Path) -> None:
    ((name, data),) = drawn(database, tmp_path, "/ringkas Q2", "Hudri").files
    assert (name, data[:3]) == ("ringkas.jpg", b"\xff\xd8\xff")


@pytest.mark.usefixtures("office")
def test_the_manuals_are_sent_under_names_of_their_own(database: Database, tmp_path: Path) -> None:
    files = drawn(database, tmp_path, "/panduan").files
    assert [(name, data[:5]) for name, data in files] == [
        ("Panduan ketua pelaksana Bakohumas.pdf", b"%PDF-"),
        ("Panduan anggota Bakohumas.pdf", b"%PDF-"),
    ]


def week(database: Database, folder: Path, count: int, view: View) -> Drawn:
    """A week of so many photos, as the chat asked for it."""
    (folder / "foto").mkdir()
    (folder / "foto" / "a.jpg").write_bytes(jpeg(size=(640, 480)))
    cells = [{"foto": "a.jpg", "caption": f"Rapat {n}", "tanggal": "Jumat, 24 Juni 2022"} for n in range(count)]
    figures: dict[str, object] = {
        "lembaga": "KPU",
        "tempat": "KOTA",
        "tagline": [],
        "judul": "J",
        "pekan": "Pekan 1/2",
        "rentang": "",
    }
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        figures |= {"cells": cells, "pekan": "Pekan 1/2", "website": "", "akun": []}
        row = deliveries.claim(here(session, office), "k", "p", figures, view=view)
        assert row
        row.lembar = 2 if count > 9 else 0
        id_ = row.id
    return DRAWERS["kolase"](database, id_, folder, unheard)


def sizes(made: Drawn) -> list[tuple[str, tuple[int, int]]]:
    return [(name, photo.size(data)) for name, data in made.files]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("count", "view", "wanted"),
    [
        (1, WHOLE, [("kolase-1.jpg", (1080, 1350))]),
        (1, View(format="potret", scale=2), [("Kolase Pekan 1-2 potret-1.jpg", (2160, 2700))]),
        (1, View(format="persegi"), [("Kolase Pekan 1-2 persegi-1.jpg", (1080, 1080))]),
        (10, WHOLE, [("kolase-1.jpg", (1080, 1350)), ("kolase-2.jpg", (1080, 1350))]),
        (10, View(sheet=2), [("kolase-2.jpg", (1080, 1350))]),
        (1, View(sheet=3), [("kolase-1.jpg", (1080, 1350))]),
    ],
)
def test_a_kolase_in_its_size_format_and_sheet(
    database: Database, tmp_path: Path, count: int, view: View, wanted: list[tuple[str, tuple[int, int]]]
) -> None:
    assert sizes(week(database, tmp_path, count, view)) == wanted


@pytest.mark.usefixtures("office")
def test_an_emblem_is_kept_under_its_hash(database: Database, tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    (tmp_path / "foto" / "a.jpg").write_bytes(jpeg(5, (300, 200)))
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        row = deliveries.claim(here(session, office), "logo", "p", {"foto": "a.jpg", "oleh": 1})
        assert row
        id_ = row.id
    made = DRAWERS["logo"](database, id_, tmp_path, unheard)
    assert sizes(made) == [("logo.jpg", (512, 512))]
    assert (made.foto, made.sha256) == (made.files[0][1], hashlib.sha256(made.foto).hexdigest())


@pytest.mark.usefixtures("office")
def test_a_white_picture_is_no_emblem(database: Database, tmp_path: Path) -> None:
    (tmp_path / "foto").mkdir()
    (tmp_path / "foto" / "a.jpg").write_bytes(b"")
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        row = deliveries.claim(here(session, office), "logo", "p", {"foto": "a.jpg", "oleh": 1})
        assert row
        id_ = row.id
    with pytest.raises(ValueError, match="no emblem"):
        DRAWERS["logo"](database, id_, tmp_path, unheard)


PDF = b"%PDF made %%EOF\n"


class Printer:
    """Draws a report; `pdf` is what the office program gives at the moment."""

    def __init__(self) -> None:
        self.pdf: bytes | None = None
        self.times = 0

    def draw(self, *_given: object, **_named: object) -> Report:
        self.times += 1
        return Report(b"PK %d" % self.times, self.pdf, "PDF tidak dibuat." if self.pdf is None else "Lengkap.")


@pytest.mark.usefixtures("office")
def test_a_version_without_pdf_is_completed_when_it_is_sent_again(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = Printer()
    monkeypatch.setattr("bot.workshop.reports.draw", printer.draw)
    monkeypatch.setattr("bot.workshop.reports.workbook", lambda *_: b"x")
    phones = Phones(database)
    phones.say("Qori", forged(MakeVersion(Periode("triwulan", 2, 2022), 1)))

    def sent(program: str | None) -> tuple[list[bytes], str, bool]:
        monkeypatch.setattr("renderers.word.office.program", lambda: program)
        made = DRAWERS["rekap"](database, 1, tmp_path, unheard)
        with database.transaction() as session:
            laporan.get(session, 1).sha256 = made.sha256
        return [data for _, data in made.files], made.detail, made.completes

    assert sent(None) == ([b"PK 1", b"x"], "PDF tidak dibuat.", False)
    assert sent(None) == ([b"PK 1", b"x"], "", False)
    assert sent("soffice") == ([b"PK 1", b"x"], "", False)
    printer.pdf = PDF
    assert sent("soffice") == ([b"PK 3", PDF, b"x"], COMPLETE, True)
    assert sent("soffice") == ([b"PK 3", PDF, b"x"], "", False)
    assert printer.times == 3


@pytest.mark.usefixtures("office")
def test_a_version_whose_pdf_is_broken_on_the_disk_gets_it_anew_and_is_not_called_completed(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: "soffice")
    monkeypatch.setattr("bot.workshop.reports.draw", lambda *_, **__: Report(b"PK", PDF, "Lengkap."))
    monkeypatch.setattr("bot.workshop.reports.workbook", lambda *_: b"x")
    Phones(database).say("Qori", forged(MakeVersion(Periode("triwulan", 2, 2022), 1)))
    first = DRAWERS["rekap"](database, 1, tmp_path, unheard)
    with database.transaction() as session:
        laporan.get(session, 1).sha256 = first.sha256
    (tmp_path / f"laporan/{first.sha256}.docx.pdf").write_bytes(PDF[:9])
    assert DRAWERS["rekap"](database, 1, tmp_path, unheard) == Drawn(first.files, sha256=first.sha256)
    assert [data for _, data in first.files] == [b"PK", PDF, b"x"]


@pytest.mark.usefixtures("office")
def test_the_files_of_a_later_version_say_which_it_is(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("renderers.rekap.rekap.draw", lambda *_: Report(b"PK", PDF, ""))
    monkeypatch.setattr("renderers.rekap.rekap_xlsx.draw", lambda *_: b"x")
    phones = Phones(database)
    for said in ("/rekap Q2", "[Buat laporan]", "/saran Satu", "/rekap Q2", "[Buat versi 2]"):
        phones.say("Qori", said)
    name = "Laporan Bakohumas KPU Kota Probolinggo Triwulan II 2022"
    made = [[file for file, _ in DRAWERS["rekap"](database, id_, tmp_path, unheard).files] for id_ in (1, 2)]
    assert made == [
        [f"{name}.docx", f"{name}.pdf", f"{name}.xlsx"],
        [f"{name} versi 2.docx", f"{name} versi 2.pdf", f"{name} versi 2.xlsx"],
    ]
