"""A question waits for its answer and for nothing else."""

import pytest
from sqlalchemy import func, select

from storage.chat.isian import Isian
from storage.database import Database
from storage.foto.photos import Foto
from storage.laporan.laporan import Narasi, Saran
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")


def count(database: Database, table: type[Saran] | type[Foto] | type[Isian] | type[Narasi]) -> int:
    with database.transaction() as session:
        return session.scalar(select(func.count()).select_from(table)) or 0


@pytest.mark.parametrize(
    "sent", ["(foto a) Audiensi PWI hari ini", "(foto a)", "(foto a, album x) Audiensi PWI"], ids=str
)
def test_a_photo_tells_of_something_new_and_answers_no_question(database: Database, sent: str) -> None:
    phones = Phones(database)
    phones.say("Qori", "/saran")
    phones.say("Qori", "[Tambah]")
    (card, *_) = phones.say("Qori", sent)
    assert card == "Bot→Qori> **Laporan kegiatan**"
    assert (count(database, Saran), count(database, Foto), count(database, Isian)) == (0, 1, 0)


def test_who_presses_on_does_not_answer_what_was_asked_before(database: Database) -> None:
    phones = Phones(database)
    phones.say("Qori", "/saran")
    phones.say("Qori", "[Tambah]")
    phones.say("Qori", "[!ms:2022-TW2]")
    assert phones.say("Qori", "/batal") == ["Bot→Qori> Tidak ada laporan yang sedang diisi."]
    phones.say("Qori", "/saran")
    phones.say("Qori", "[Tambah]")
    phones.say("Qori", "[!sr:2022-TW2]")
    (card, *_) = phones.say("Qori", "foto 3, link 1")
    assert card == "Bot→Qori> **Hitungan konten**"
    assert count(database, Saran) == 0


def test_an_answer_that_is_refused_may_be_given_once_more(database: Database) -> None:
    phones = Phones(database)
    phones.say("Qori", "/saran")
    phones.say("Qori", "[Tambah]")
    phones.say("Qori", "kata " * 600)
    assert count(database, Isian) == 1
    phones.say("Qori", "Perlu satu pintu.")
    assert (count(database, Saran), count(database, Isian)) == (1, 0)


def test_the_word_template_button_of_the_settings_opens_its_card(database: Database) -> None:
    phones = Phones(database)
    phones.say("Qori", "/atur laporan")
    (card, *_) = phones.say("Qori", "[Templat laporan]")
    assert card == "Bot→Qori> **Templat laporan**"
