"""What has replaced a legal basis is added below it, once, and taken back; the old one stays for the old reports."""

from sqlalchemy import select

from storage.database import Database
from storage.kantor.dasar import DasarHukum
from storage.nasional.dasar_hukum import regulations
from tests.phone import Phones

STALE = "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
WORDS = ("Peraturan Komisi Informasi Nomor 1 Tahun 2010", "Nota Kesepahaman")


def told(database: Database) -> list[tuple[str, str | None]]:
    """Text and key of the legal bases, as they are listed."""
    with database.transaction() as session:
        rows = session.scalars(select(DasarHukum).order_by(DasarHukum.urut, DasarHukum.id))
        return [(row.teks, row.nasional) for row in rows]


def test_a_successor_stands_below_what_it_replaced(database: Database, office: int) -> None:
    with database.transaction() as session:
        session.add_all(DasarHukum(satker_id=office, urut=n, teks=text) for n, text in enumerate(WORDS, 1))
        session.flush()
        first, second = session.scalars(select(DasarHukum.id).order_by(DasarHukum.id))
    before, new = told(database), (regulations()["Perki 1/2021"].judul, "Perki 1/2021")
    phones = Phones(database)
    said = phones.say("Qori", f"[!ag:{first}]")
    assert said[1] == "   │ Perki 1/2021 ditambahkan. Perki 1/2010 tetap dicetak dalam laporan sampai 31 Desember 2021."
    assert told(database) == [before[0], new, before[1]]
    assert phones.say("Qori", f"[!ag:{first}]") == [STALE]
    phones.say("Qori", "[Urungkan]")
    assert told(database) == before
    assert phones.say("Qori", f"[!ag:{second}]") == [STALE]
    assert phones.say("Qori", "[!aw:0:PKPU 1/1900]") == [STALE]
    assert told(database) == before


def test_what_is_cited_in_own_words_is_offered_to_its_own_row_alone(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = DasarHukum(satker_id=office, urut=1, teks="UU No. 14 Tahun 2008")
        session.add(row)
        session.flush()
        mine = row.id
    phones = Phones(database)
    offered = {
        row: [line for page in (0, 1) for line in phones.say("Qori", f"[!al:{row}:{page}]") if "[UU 14/2008 " in line]
        for row in (0, mine)
    }
    assert offered == {0: [], mine: ["   │ [UU 14/2008 keterbukaan informasi]"]}


def test_no_button_of_the_list_is_too_long(database: Database, office: int) -> None:
    assert office
    phones = Phones(database)
    phones.say("Qori", "[!al:0:99]")
    for kunci in regulations():
        phones.say("Qori", f"[!aw:0:{kunci}]")
    assert [nasional for _, nasional in told(database)] == list(regulations())
