"""/saya: own entries as rows of e-Kinerja, in messages that Telegram can carry, and the month as a workbook."""

import io
from datetime import date, datetime

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from bot.telegram.write import TEXT, html
from handlers.chat.messages import Outgoing
from handlers.daftar.doors import Mine, MyMonth
from renderers.excel import ekspor
from renderers.excel.ekspor import Ekspor
from renderers.frozen import thaw
from storage.catatan import kegiatan, konten
from storage.database import Database
from storage.kantor.satker import Satker
from storage.laporan.deliveries import Delivery
from tests.conftest import NOW
from tests.handlers.records import held, known, shown
from tests.phone import Phones, forged

TODAY = date(2022, 6, 24)
MENU = "[Pengingat] [Data pribadi]"


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        held(session, row, "Apel Pagi", TODAY, who="Kadir")
        held(session, row, "Audiensi", date(2022, 5, 12), date(2022, 6, 24), who="Rudi", instansi="Partai\nBuruh")
        meeting = held(session, row, "Rapat Partai Buruh", date(2022, 6, 23), who="Kadir", instansi="Partai Buruh")
        meeting.waktu = "09.00–11.00"
        kegiatan.add(session, meeting, [known(session, "Rudi").id])
        shown(session, row, "Repost", "", TODAY, who="Rudi", IG=3, FB=2)
        linked = shown(session, row, "Infografik", "PDPB\nJuni", TODAY, who="Rudi", IG=1, FB=1)
        konten.place(linked, {"IG": 1, "FB": 1}, {"IG": ("https://ig.test/1", "1"), "FB": ("https://fb.test/1", "2")})
        made = shown(session, row, "Foto Berita", "Rapat", date(2022, 6, 23), who="Kadir", IG=1)
        made.kegiatan_id = meeting.id
        konten.place(made, {"IG": 1}, {"IG": ("https://ig.test/2", "3")})
        shown(session, row, "KPU Flash", "", date(2022, 6, 1), who="Rudi", sebulan=True, YouTube=4)
        shown(session, row, "Meme Quote", "Lama", TODAY, who="Rudi", IG=1).dihapus_at = NOW
        shown(session, row, "Meme Quote", "Tanpa tempat", date(2022, 6, 2), who="Rudi")
    return Phones(database)


# A visit of several days was recorded on its last one, the meeting and the meme on a day that was not theirs.
VISIT = "12 Mei s/d 24 Juni 2022 | ± 09.00 | Melaporkan Audiensi bersama Partai Buruh | 1 laporan kegiatan | –"
MEETING = "23 Juni 2022 | 09.00–11.00 | Melaporkan Rapat Partai Buruh | 1 laporan kegiatan | https://ig.test/2"
REPOST = "24 Juni 2022 | ± 09.00 | Mengunggah 3 Repost di IG (3) dan FB (2) | 3 konten, 5 postingan | –"
INFOGRAFIK = (
    "24 Juni 2022 | ± 09.00 | Mengunggah Infografik “PDPB Juni” di IG dan FB | 1 konten, 2 postingan | "
    "https://ig.test/1 https://fb.test/1"
)
MEME = "2 Juni 2022 | – | Mengunggah Meme Quote “Tanpa tempat” | 1 konten | –"
FLASH = "Juni 2022 | – | Mengunggah 4 KPU Flash di YouTube | 4 konten | –"
MORE = "   │ [Pengingat] [Data pribadi]"
HOW = "   │ Tekan satu baris untuk menyalinnya."
MONTH = [VISIT, MEME, MEETING, REPOST, INFOGRAFIK, FLASH]


@pytest.mark.parametrize(
    ("said", "named", "told"),
    [
        ("/saya", "Jumat, 24 Juni 2022", [VISIT, REPOST, INFOGRAFIK]),
        ("/saya hari", "Jumat, 24 Juni 2022", [VISIT, REPOST, INFOGRAFIK]),
        ("/saya Kemarin", "Kamis, 23 Juni 2022", [VISIT, MEETING]),
        ("/saya 23 s/d 24 Juni", "23 s/d 24 Juni 2022", [VISIT, MEETING, REPOST, INFOGRAFIK]),
        ("/saya BULAN", "Juni 2022", MONTH),
        ("/saya Juni 2022", "Juni 2022", MONTH),
        ("/saya 1 Juni", "Rabu, 1 Juni 2022", [VISIT]),
    ],
)
def test_what_stands_in_the_rows(phones: Phones, said: str, named: str, told: list[str]) -> None:
    head, rows = f"Bot→Rudi> **Catatan Anda, {named}**", [f"   │ ▌ {line}" for line in told]
    assert phones.say("Rudi", said) == [head, HOW, *rows, "   │ [Excel Juni 2022]", MORE]


@pytest.mark.parametrize(
    ("said", "named"),
    [
        ("/saya 11 Mei", "Rabu, 11 Mei 2022"),
        ("/saya 1 s/d 3 April", "1 s/d 3 April 2022"),
        ("/saya April", "April 2022"),
    ],
)
def test_nothing_at_all_is_one_sentence(phones: Phones, said: str, named: str) -> None:
    assert phones.say("Rudi", said) == [f"Bot→Rudi> Belum ada catatan Anda pada {named}.", MORE]


def test_an_empty_month_is_no_workbook(phones: Phones) -> None:
    assert phones.say("Rudi", forged(MyMonth(date(2022, 4, 1)))) == ["Bot! Belum ada catatan Anda pada April 2022."]


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    "door", [MyMonth(date(2022, 4, 2)), Mine(date(9999, 12, 31), date(9999, 12, 31), sebulan=False)]
)
def test_a_forged_press_is_answered_like_an_old_one(database: Database, door: Mine | MyMonth) -> None:
    old = "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
    assert Phones(database).say("Rudi", forged(door)) == [old]


def test_photos_are_told(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    for said in ("(foto a) Apel Pagi jam 07.30", "(foto b)", "simpan"):
        phones.say("Rudi", said)
    row = "24 Juni 2022 | 07.30 | Mendokumentasikan Apel Pagi | 1 laporan kegiatan, 2 foto | –"
    assert phones.say("Rudi", "/saya")[2] == f"   │ ▌ {row}"


def answered(phones: Phones) -> Outgoing:
    return list(phones.shown["Rudi"].values())[-1]


def test_a_long_month_is_turned_page_by_page_and_loses_no_row(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        for n in range(1, 24):
            held(session, row, f"Rapat {n} " + "tentang pemilu " * 7, TODAY, who="Rudi")
        for n in range(24, 31):
            held(session, row, f"Rapat {n} " + "x" * 180, TODAY, who="Rudi", instansi="y" * 200, tempat="z" * 200)
    phones, pages = Phones(database), []
    for said in ("/saya bulan", *["[Berikutnya ›]"] * 3):
        phones.say("Rudi", said)
        pages.append(answered(phones))
    numbers = [[int(one.split("Rapat ")[1].split(" ")[0]) for one in page.blocks] for page in pages]
    assert numbers == [[*range(1, 11)], [*range(11, 21)], [*range(21, 30)], [30]]
    assert max(len(html(page, "bot")) - 11 * len(page.blocks) for page in pages) <= TEXT


def test_a_row_of_twenty_long_links_tells_how_many_found_no_room(database: Database, office: int) -> None:
    with database.transaction() as session:
        one = shown(session, session.get_one(Satker, office), "Infografik", "J" * 200, TODAY, who="Rudi")
        names = [f"Kanal {n:02}" for n in range(20)]
        konten.place(
            one, dict.fromkeys(names, 1), {name: (f"https://{name[-2:]}.test/".ljust(300, "a"), name) for name in names}
        )
    phones = Phones(database)
    phones.say("Rudi", "/saya")
    (row,) = answered(phones).blocks
    assert (row.count("https://"), row.endswith("a (11 tautan tidak termuat)")) == (9, True)
    assert len(html(answered(phones), "bot")) <= TEXT


def book(database: Database) -> list[tuple[object, ...]]:
    """The only sheet of the workbook that was asked for last, as a spreadsheet program reads it."""
    with database.transaction() as session:
        figures = session.scalars(select(Delivery.figures).where(Delivery.kind == "saya diminta")).all()[-1]
    found = load_workbook(io.BytesIO(ekspor.draw(thaw(Ekspor, figures))))
    assert found.sheetnames == ["e-Kinerja"]
    return list(found["e-Kinerja"].iter_rows(values_only=True))


DATES = [datetime(2022, 6, day) for day in (2, 23, 24, 24)]  # noqa: DTZ001 - a workbook knows no zone
DAYS = ["12 Mei s/d 24 Juni 2022", *DATES, "Juni 2022"]


def cells(row: str) -> list[str | None]:
    """The cells behind the day; a dash of the chat is an empty one, and links stand below each other."""
    return [None if cell == "–" else cell.replace(" https", "\nhttps") for cell in row.split(" | ")[1:]]


CELLS = [(day, *cells(row)) for day, row in zip(DAYS, MONTH, strict=True)]


def test_the_month_is_a_workbook_with_the_heads_of_the_office(phones: Phones) -> None:
    phones.say("Rudi", "/saya")
    assert phones.say("Rudi", "[Excel Juni 2022]") == [
        "Bot→Rudi> **e-Kinerja Rudi Juni 2022**", "   │ 6 baris.", "   │ <saya 1>"
    ]  # fmt: skip
    assert book(phones.database) == [("Tanggal", "Jam", "Uraian", "Output", "Bukti"), *CELLS]
    phones.say("Qori", "/atur kolom e-kinerja Tgl; Pukul; Kegiatan; Hasil; Bukti dukung")
    phones.say("Rudi", "[Excel Juni 2022]")
    assert book(phones.database) == [("Tgl", "Pukul", "Kegiatan", "Hasil", "Bukti dukung"), *CELLS]


def test_columns_have_five_heads(phones: Phones) -> None:
    assert phones.say("Qori", "/atur kolom e-kinerja Tgl; Hasil") == [
        "Bot→Qori> Tulis 5 judul kolom, dipisahkan titik koma."
    ]
