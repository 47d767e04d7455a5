"""Teks WA: the longest day, a link that opens WhatsApp, nothing to tell, and the hour of the office."""

from datetime import date, datetime, time, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from bot.telegram.write import TEXT, html
from handlers.chat.messages import Outgoing
from handlers.reading.dates import periods
from handlers.whatsapp.doors import OfDays, OfRecords, OfReport
from handlers.whatsapp.whatsapp import HOW, LONGEST
from storage.catatan import konten
from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import NOW, WIB
from tests.handlers.records import held, shown
from tests.phone import Phones, forged

TODAY = date(2022, 6, 24)
DAY, WEEK = OfDays(TODAY, TODAY + timedelta(days=1)), OfDays(date(2022, 6, 20), date(2022, 6, 27))


def answered(phones: Phones, who: str) -> Outgoing:
    """The last message that somebody got."""
    return list(phones.shown[who].values())[-1]


def linked(database: Database, office: int, count: int, letters: int) -> Phones:
    """A day with so many konten, each with a link of so many letters."""
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        for n in range(count):
            one = shown(session, row, "Foto Berita", f"Judul {n}", TODAY, who="Rudi", IG=1)
            url = f"https://www.instagram.com/p/{n:02}".ljust(letters, "a")
            konten.place(one, {"IG": 1}, {"IG": (url, f"ig:{n}")})
    return Phones(database)


def test_twenty_long_links_do_not_fit_and_the_answer_tells_how_many_are_left_out(
    database: Database, office: int
) -> None:
    phones = linked(database, office, 20, 200)
    phones.say("Rudi", forged(DAY))
    said = answered(phones, "Rudi")
    (words,) = said.blocks
    assert said.text == f"Terlalu panjang untuk satu pesan; tidak termuat: 7 tautan.\n{HOW}"
    assert [words.count(part) for part in ("Judul", "https://", "(Tidak termuat: 7 tautan.)")] == [20, 13, 1]
    # Too long for the link that opens WhatsApp as well.
    assert said.menu == ()
    assert len(html(said, "bot")) - len("<pre></pre>") <= TEXT


def test_a_record_of_4096_letters_tells_which_of_its_fields_is_cut(database: Database, office: int) -> None:
    with database.transaction() as session:
        held(session, session.get_one(Satker, office), "Rapat", TODAY, keterangan="kata " * 819, tempat="Aula")
    phones = Phones(database)
    phones.say("Rudi", forged(OfRecords(1, 1)))
    said = answered(phones, "Rudi")
    assert said.text == f"Terlalu panjang untuk satu pesan; tidak termuat: sebagian keterangan.\n{HOW}"
    (words,) = said.blocks
    assert words.split("\n") == [
        "Izin melaporkan kegiatan KPU Kota Probolinggo:",
        "",
        "Nama: Rapat",
        "Tanggal: Jumat, 24 Juni 2022",
        "Keterangan: " + "kata " * 99 + "kata…",
        "Tempat: Aula",
        "(Tidak termuat: sebagian keterangan.)",
        "",
        "Terima kasih.",
    ]


def test_the_link_opens_whatsapp_with_the_very_words_where_they_fit(database: Database, office: int) -> None:
    with database.transaction() as session:
        held(session, session.get_one(Satker, office), "Rapat *Pleno* _&_ doa 50% #1+1", TODAY, tempat="Aula\nKPU")
    phones = Phones(database)
    phones.say("Rudi", forged(OfRecords(1, 1)))
    said = answered(phones, "Rudi")
    ((button,),) = said.menu
    words = (
        "Izin melaporkan kegiatan KPU Kota Probolinggo:\n\n"
        "Nama: Rapat *Pleno* _&_ doa 50% #1+1\nTanggal: Jumat, 24 Juni 2022\nTempat: Aula\nKPU\n\nTerima kasih."
    )
    told = urlsplit(button.url)
    assert (said.blocks, told.scheme, told.netloc, told.path) == ((words,), "https", "wa.me", "/")
    assert (parse_qs(told.query), len(button.url) <= LONGEST) == ({"text": [words]}, True)


def test_the_links_of_a_kegiatan_are_those_of_its_foto_berita_and_stand_once(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        rapat = held(
            session, row, "Rapat", date(2022, 6, 23), date(2022, 6, 24), instansi="Bawaslu", sektor="pemerintah"
        )
        made = shown(session, row, "Foto Berita", "Rapat", TODAY, IG=1, FB=1)
        made.kegiatan_id = rapat.id
        konten.place(
            made, {"IG": 1, "FB": 1}, {"FB": ("https://fb.test/1", "fb:1"), "IG": ("https://ig.test/1", "ig:1")}
        )
        shown(session, row, "Meme Quote", "Lama", TODAY, IG=1).dihapus_at = NOW
    phones = Phones(database)
    phones.say("Rudi", forged(OfRecords(1, 3)))
    (several,) = answered(phones, "Rudi").blocks
    phones.say("Rudi", forged(OfRecords(1, 1)))
    (one,) = answered(phones, "Rudi").blocks
    below = "Tautan IG:\n1. https://ig.test/1\n\nTautan FB:\n1. https://fb.test/1\n\nTerima kasih."
    assert several == (
        "Izin melaporkan kegiatan dan konten KPU Kota Probolinggo, 23–24 Juni 2022:\n\n"
        "Kegiatan:\n1. Rapat bersama Bawaslu (23 s/d 24 Juni 2022)\n\n"
        "Konten:\n1. Foto Berita: Rapat (IG dan FB; 24 Juni 2022)\n\n" + below
    )
    assert one == (
        "Izin melaporkan kegiatan KPU Kota Probolinggo:\n\n"
        "Nama: Rapat\nTanggal: 23 s/d 24 Juni 2022\nInstansi: Bawaslu\n\n" + below
    )


OLD = "Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
NOTHING = "Catatannya sudah dihapus, jadi tidak ada yang dapat dilaporkan."


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize(
    ("door", "told"),
    [
        (OfRecords(1, 1), NOTHING),
        (OfRecords(2, 1), OLD),
        (OfRecords(1, 999999999), OLD),
        (OfDays(date.min, date.min), OLD),
        (OfDays(TODAY, TODAY), OLD),
        (OfDays(TODAY, date.max), OLD),
        (DAY, "Belum ada yang tercatat pada Jumat, 24 Juni 2022, jadi belum ada teksnya."),
        (WEEK, "Belum ada yang tercatat pada 20–26 Juni 2022, jadi belum ada teksnya."),
    ],
)
def test_nothing_to_tell_is_one_sentence(database: Database, door: OfRecords | OfDays, told: str) -> None:
    assert Phones(database).say("Rudi", forged(door)) == [f"Bot! {told}"]


@pytest.mark.usefixtures("office")
def test_a_report_that_is_not_there_has_no_text(database: Database) -> None:
    periode = periods.read("Q2", TODAY)
    assert periode
    assert Phones(database).say("Agus", forged(OfReport(periode, 1))) == ["Bot! Versi itu tidak ada."]


def at(hour: int, minute: int, day: int = 24) -> datetime:
    return datetime(2022, 6, day, hour, minute, tzinfo=WIB)


def told_at(phones: Phones, when: datetime) -> list[str]:
    """The heads of the texts of the day that the minute brings."""
    return [line for line in phones.at(when) if "**Teks WA" in line]


@pytest.fixture
def daily(database: Database, office: int) -> Phones:
    """An office that has asked for the text of each day at 16.30 and recorded something on Friday."""
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        held(session, row, "Rapat", TODAY, who="Rudi")
        row.wa_jam = time(16, 30)
    return Phones(database)


FRIDAY = ["Bot→Qori> **Teks WA Jumat, 24 Juni 2022**"]


def test_the_ketua_pelaksana_gets_the_text_of_the_day_once_at_its_hour(daily: Phones) -> None:
    assert [told_at(daily, at(*clock)) for clock in ((16, 29), (16, 30), (16, 31))] == [[], FRIDAY, []]


def test_an_outage_is_made_up_for_while_the_text_is_of_use(daily: Phones) -> None:
    assert told_at(daily, at(19, 29)) == FRIDAY


def test_a_text_too_late_and_that_of_an_empty_day_are_not_sent(daily: Phones) -> None:
    assert [told_at(daily, at(19, 30)), told_at(daily, at(16, 30, 25))] == [[], []]


def test_no_office_gets_a_text_that_it_has_not_asked_for(daily: Phones) -> None:
    with daily.database.transaction() as session:
        session.query(Satker).one().wa_jam = None
    assert told_at(daily, at(16, 30)) == []
