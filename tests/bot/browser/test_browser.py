"""A person with a browser: reports, sees the kolase on Friday, downloads the report, and nothing is asked of others."""

import asyncio
from pathlib import Path
from urllib.parse import urlsplit

from docx import Document

from tests.bot.browser.chromium import Browser
from tests.bot.conftest import jpeg


async def test_from_two_photos_to_the_word_document(chromium: Browser, site: str, tmp_path: Path) -> None:
    await asyncio.to_thread(_a_week, chromium, site, tmp_path)
    (report,) = chromium.folder.glob("*.docx")
    assert report.name == "Laporan Bakohumas KPU Kota Probolinggo Triwulan II 2022.docx"
    rows = [[cell.text for cell in row.cells] for table in Document(str(report)).tables for row in table.rows]
    (row,) = (row for row in rows if "Partai Kebangkitan Nusantara" in row)
    assert row[1:] == [
        "24 Juni 2022",
        "Rapat Koordinasi",
        "Partai Kebangkitan Nusantara",
        "Verifikasi Partai Politik",
    ]


def _a_week(person: Browser, url: str, folder: Path) -> None:
    person.leave()
    person.open(url)
    _report(person, folder)
    _friday(person)
    _rekap(person)
    assert person.complaints() == []
    assert {urlsplit(asked).netloc for asked in person.requests() if not asked.startswith("blob:")} == {
        urlsplit(url).netloc
    }


def _report(person: Browser, folder: Path) -> None:
    photos = [folder / "satu.jpg", folder / "dua.jpg"]
    for shade, photo in enumerate(photos, 1):
        photo.write_bytes(jpeg(shade * 90, (800, 600)))
    person.be("Kadir")
    person.say("Malam Keakraban hari ini", photos)
    person.sees("Foto: 2")
    person.press("Nonpemerintah")
    person.sees("Siapa mitranya?")
    person.say("Partai Kebangkitan Nusantara")
    person.sees("Bentuknya apa?")
    person.press("Rapat Koordinasi")
    person.sees("Tentang apa?")
    person.say("Verifikasi Partai Politik")
    person.sees("Sudah benar?")
    person.press("Simpan")
    person.sees("Tercatat #")


def _friday(person: Browser) -> None:
    person.all("#advance")[0].click()
    post = person.sees("Pekan Keempat Juni 2022", phone="group")
    (picture,) = person.all("[data-kind=group] .picture img")
    assert post.text.splitlines()[-3:] == ["16.00", "Ukuran asli", "Format lain ↗"]
    size = "return [arguments[0].naturalWidth, arguments[0].naturalHeight]"
    person.until(lambda: person.run(size, picture) == [1080, 1350])
    assert person.texts("#day, .status .hour") == ["Jumat, 24 Juni 2022", "16.00", "16.00"]


def _rekap(person: Browser) -> None:
    person.be("Qori")
    person.say("/rekap Q2")
    person.sees("Kelengkapan Triwulan II 2022")
    person.press("Buat laporan")
    person.sees("Terkirim ke grup.")
    person.sees("Laporan Bakohumas", phone="group")
    for paper in person.all("[data-kind=group] a.paper"):
        paper.click()
    person.until(lambda: sorted(file.suffix for file in person.folder.iterdir()) == [".docx", ".pdf", ".xlsx"])
