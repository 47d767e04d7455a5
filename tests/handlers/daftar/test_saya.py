"""/saya: own entries alone, one line each, in messages that Telegram can carry."""

from datetime import date

import pytest

from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import NOW
from tests.handlers.records import held, shown
from tests.phone import Phones

TODAY = date(2022, 6, 24)


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        held(session, row, "Apel Pagi", TODAY, who="Kadir")
        held(session, row, "Audiensi", date(2022, 5, 12), date(2022, 6, 24), who="Rudi", instansi="Partai\nBuruh")
        held(session, row, "Rapat Partai Buruh", date(2022, 6, 23), who="Rudi", instansi="Partai Buruh")
        shown(session, row, "Repost", "", TODAY, who="Rudi", IG=3, FB=2)
        shown(session, row, "Infografik", "PDPB\nJuni", TODAY, who="Rudi", IG=1)
        shown(session, row, "Foto Berita", "Apel", TODAY, who="Rudi", IG=2, FB=2)
        shown(session, row, "KPU Flash", "", date(2022, 6, 1), who="Rudi", sebulan=True, YouTube=4)
        shown(session, row, "Meme Quote", "Lama", TODAY, who="Rudi", IG=1).dihapus_at = NOW
        shown(session, row, "Meme Quote", "Tanpa tempat", date(2022, 6, 2), who="Rudi")
    return Phones(database)


LONG_VISIT = "12 Mei s/d 24 Juni 2022: Melaporkan Audiensi bersama Partai Buruh"
MEETING = "23 Juni 2022: Melaporkan Rapat Partai Buruh"
REPOST = "24 Juni 2022: Mengunggah 3 Repost di IG (3) dan FB (2)"
INFOGRAFIK = "24 Juni 2022: Mengunggah Infografik “PDPB Juni” di IG"
FOTO = "24 Juni 2022: Mengunggah 2 Foto Berita “Apel” di IG dan FB"
MEME = "2 Juni 2022: Mengunggah Meme Quote “Tanpa tempat”"
FLASH = "Juni 2022: Mengunggah 4 KPU Flash di YouTube"


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("/saya", [LONG_VISIT, REPOST, INFOGRAFIK, FOTO]),
        ("/saya hari", [LONG_VISIT, REPOST, INFOGRAFIK, FOTO]),
        ("/saya Kemarin", [LONG_VISIT, MEETING]),
        ("/saya 23 s/d 24 Juni", [LONG_VISIT, MEETING, REPOST, INFOGRAFIK, FOTO]),
        ("/saya BULAN", [LONG_VISIT, MEME, MEETING, REPOST, INFOGRAFIK, FOTO, FLASH]),
        ("/saya Juni 2022", [LONG_VISIT, MEME, MEETING, REPOST, INFOGRAFIK, FOTO, FLASH]),
        ("/saya 1 Juni", [LONG_VISIT]),
        ("/saya 11 Mei", ["Belum ada catatan Anda pada Rabu, 11 Mei 2022."]),
        ("/saya 1 s/d 3 April", ["Belum ada catatan Anda pada 1 s/d 3 April 2022."]),
        ("/saya April", ["Belum ada catatan Anda pada April 2022."]),
    ],
)
def test_what_stands_in_the_list(phones: Phones, said: str, told: list[str]) -> None:
    assert phones.say("Rudi", said) == [f"{'   │' if n else 'Bot→Rudi>'} {line}" for n, line in enumerate(told)]


def test_photos_are_told(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    for said in ("(foto a) Apel Pagi", "(foto b)", "simpan"):
        phones.say("Rudi", said)
    assert phones.say("Rudi", "/saya") == ["Bot→Rudi> 24 Juni 2022: Mendokumentasikan Apel Pagi (2 foto)"]


def test_a_long_month_comes_in_several_messages_and_loses_no_line(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        for n in range(1, 61):
            held(session, row, f"Rapat {n} " + "tentang pemilu " * 7, TODAY, who="Rudi")
    told = Phones(database).say("Rudi", "/saya bulan")
    heads = [n for n, line in enumerate(told) if line.startswith("Bot")]
    sizes = [sum(len(line) for line in told[a:b]) for a, b in zip(heads, [*heads[1:], len(told)], strict=True)]
    assert (len(told), len(heads), max(sizes) < 4096) == (60, 3, True)
    assert [line.split("Rapat ")[1].split(" ")[0] for line in told] == [str(n) for n in range(1, 61)]
