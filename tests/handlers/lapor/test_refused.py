"""A file that cannot be taken takes no words with it: they fill the card, and the refusal is a note on it."""

import pytest

from storage.database import Database
from tests.phone import Phones

VIDEO = "Video tidak dapat dicatat. Kirim fotonya, atau tautan videonya."
NOTED = ["Bot→Rudi> **Laporan kegiatan**", f"   │ {VIDEO} Keterangannya sudah masuk."]


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    return Phones(database)


def test_the_words_below_a_video_open_a_card_and_later_photos_join_it(phones: Phones) -> None:
    told = phones.say("Rudi", "(video) Upacara Hari Bhayangkara di Mapolres")
    assert told[:2] == NOTED
    card = phones.say("Rudi", "(foto a)")
    assert [line for line in card if "Foto:" in line] == ["   │ Foto: 1"]
    assert [line for line in card if "Nama:" in line] == [line for line in told if "Nama:" in line]
    assert [line for line in card if VIDEO in line] == []


def test_the_words_below_a_video_answer_on_an_open_card(phones: Phones) -> None:
    phones.say("Rudi", "(foto a) Apel pagi")
    told = phones.say("Rudi", "(video) tempat aula")
    assert told[:2] == [told[0], NOTED[1]]
    assert [line for line in told if "Tempat:" in line] == ["   │ Tempat: Aula"]


def test_a_link_below_a_video_is_a_konten(phones: Phones) -> None:
    told = phones.say("Rudi", "(video) https://www.instagram.com/p/AAAAA11/ Maskot pemilu")
    assert (told[0], told[1]) == ("Bot→Rudi> **Laporan konten**", NOTED[1])


def test_without_words_there_is_only_the_refusal(phones: Phones) -> None:
    assert phones.say("Rudi", "(video)") == [f"Bot→Rudi> {VIDEO}"]


def test_thanks_below_a_video_are_in_nothing(phones: Phones) -> None:
    assert phones.say("Rudi", "(video) terima kasih") == ["Bot: 👍", f"Bot→Rudi> {VIDEO}"]


def test_what_was_put_aside_stays_open_where_it_is_opened_twice(phones: Phones) -> None:
    phones.say("Rudi", "(foto a) Apel pagi")
    phones.say("Rudi", "tunda")
    again = phones.button("Rudi", "[Lanjutkan]")
    assert phones.say("Rudi", "[Lanjutkan]")[0] == "Bot→Rudi* **Laporan kegiatan**"
    assert phones.say("Rudi", f"[!{again}]")[0] == "Bot→Rudi* **Laporan kegiatan**"
