"""A question waits for its answer and for nothing else."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from handlers.atur import akun
from handlers.atur.doors import FillFollowers
from handlers.atur.facts import FACTS
from handlers.atur.sections import SECTIONS
from handlers.catatan import records
from handlers.chat.messages import Act, Outgoing
from handlers.chat.queue import from_payload
from handlers.dialog import asking, tally
from handlers.naskah import narasi, texts
from handlers.naskah.surat import fields as surat
from storage.chat.isian import Isian
from storage.chat.outbox import Outbox, State
from storage.database import Database
from storage.foto.photos import Foto
from storage.laporan.laporan import Narasi, Saran
from tests.conftest import NOW
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
    phones.say("Qori", "[!ms:masalah:2022-TW2]")
    assert phones.say("Qori", "/batal") == ["Bot→Qori> Tidak ada laporan yang sedang diisi."]
    phones.say("Qori", "/saran")
    phones.say("Qori", "[Tambah]")
    phones.say("Qori", "[!ms:saran:2022-TW2]")
    (card, *_) = phones.say("Qori", "foto 3, link 1")
    assert card == "Bot→Qori> **Hitungan konten**"
    assert count(database, Saran) == 0


@pytest.mark.parametrize("sent", ["Audiensi PWI hari ini", "halo"])
def test_a_question_of_an_earlier_release_that_cannot_be_read_is_over(database: Database, sent: str) -> None:
    phones = Phones(database)
    without = phones.say("Qori", sent)
    phones.say("Qori", "/batal")
    phones.say("Qori", "/saran")
    phones.say("Qori", "[Tambah]")
    with database.transaction() as session:
        session.scalars(select(Isian)).one().perihal = "mn:2022-TW2"
    assert phones.say("Qori", sent) == without


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


class Listening(Phones):
    """Phones that keep everything that was said."""

    def __init__(self, database: Database) -> None:
        super().__init__(database)
        self.heard: list[Act] = []

    def hear(self) -> list[str]:
        with self.database.transaction() as session:
            rows = session.scalars(select(Outbox).where(Outbox.state == State.NEW).order_by(Outbox.id))
            self.heard += [from_payload(row.kind, row.payload) for row in rows]
        return super().hear()


def placeholders(database: Database, who: str, *said: str, grup: str | None = None) -> list[str]:
    """What stands in the field after the last of these lines; nothing for what was no message."""
    phones = Listening(database)
    # Each person's messages have numbers of their own.
    phones.count = 100 * ord(who[0])
    for line in said:
        phones.heard = []
        phones.say(who, line, grup)
    return [told.placeholder for told in phones.heard if isinstance(told, Outgoing)]


def test_none_is_longer_than_telegram_takes() -> None:
    told = [*asking.EXAMPLES.values(), asking.FIRST, asking.ANSWER]
    told += [one.example for section in SECTIONS for one in section.fields if one.example]
    told += [section.example for section in SECTIONS if section.begun]
    told += [fact.example for fact in FACTS.values() if fact.example]
    told += [*(one.example for one in surat.FIELDS.values()), *narasi.EXAMPLE.values()]
    told += [*(one.example for one in texts.SECTIONS.values()), akun.FILLED.example(FillFollowers())]
    assert [one for one in told if not 1 <= len(one) <= asking.LONGEST] == []


def test_every_example_belongs_to_a_question_that_there_is() -> None:
    forms = (records.KINDS["kegiatan"].form, records.KINDS["konten"].form, tally.FORM)
    questions = {f"{form.name}:{question.name}" for form in forms for question in form.questions}
    named = {name for name in asking.EXAMPLES if name.partition(":")[0] in {form.name for form in forms}}
    assert named - questions == set()
    assert {one.name for section in SECTIONS for one in section.fields if one.example and one.choices} == set()
    assert {section.key for section in SECTIONS if section.example} == {one.key for one in SECTIONS if one.begun}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (["/lapor"], ["Tulis kegiatannya, atau tempel tautannya"]),
        (["/lapor", "[Kegiatan]"], ["Misalnya: Rapat Pleno Rutin"]),
        (["/lapor", "[Konten]"], [""]),
        (["/lapor Apel Pagi", "[Ubah]", "[Tanggal]"], ["Misalnya: kemarin, atau 17 Juni"]),
        (["/lapor Apel Pagi"], [""]),
        (["/saran", "[Tambah]"], ["Tulis sarannya"]),
        (["/surat", "[Nomor]"], ["Nomor surat, lengkap sampai tahunnya"]),
        (["/narasi", "[BAB IV]", "[BAB IV evaluasi]", "[Tulis sendiri]"], ["Tulis teksnya"]),
        (["/narasi", "[BAB IV]", "[Sebab kenaikan/penurunan]", "[Tulis sendiri]"], ["Tulis sebabnya"]),
        (["/saran", "[Tambah]", "Perlu satu pintu."], ["", ""]),
        (["/atur zona"], [""]),
        (["/atur sk", "[Tambah]"], ["Misalnya: SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022"]),
        (["/atur tim", "[1]", "[Anggota sejak]"], ["Misalnya: 3 Maret 2022; “-” untuk mengosongkannya"]),
        (["/atur alamat"], ["Tulis jawabannya di sini"]),
        (["/atur ketua"], ["Misalnya: Plt. Ketua Siti Aminah, S.Sos."]),
        (["/akun", "[Isi akun]"], ["Misalnya: TikTok 586 pengikut, 1713 suka"]),
        (["/atur website"], ["Misalnya: kota-probolinggo.kpu.go.id"]),
        (["/status"], [""]),
    ],
    ids=" ".join,
)
def test_a_card_that_waits_for_words_shows_an_example_and_no_other(
    database: Database, said: list[str], shown: list[str]
) -> None:
    assert placeholders(database, "Qori", *said) == shown


def test_a_request_to_complete_a_record_does_too(database: Database) -> None:
    Phones(database).say("Rudi", "/lapor Apel Pagi")
    Phones(database, count=10).say("Rudi", "simpan")
    phones = Listening(database)
    phones.count = 20
    phones.say("Qori", "#1")
    phones.heard.clear()
    phones.say("Qori", "[Minta lengkapi]")
    asked = [told.placeholder for told in phones.heard if isinstance(told, Outgoing) and told.card]
    assert asked == ["Apa yang perlu dilengkapi?"]


def test_an_answer_that_was_refused_is_asked_for_once_more(database: Database) -> None:
    assert placeholders(database, "Qori", "/surat Q2", "[Tanggal]", "entah kapan") == ["Misalnya: 5 Juli 2022"]
    assert placeholders(database, "Kadir", "/lapor Apel Pagi", "[Ubah]", "[Tanggal]", "entah kapan") == [
        "Misalnya: kemarin, atau 17 Juni"
    ]


@pytest.mark.parametrize("said", ["/entah", "[!zz]", "/ubah 99"])
def test_nobody_is_asked_anything_by_what_is_refused_otherwise(database: Database, said: str) -> None:
    assert set(placeholders(database, "Rudi", "/lapor", said)) <= {""}


def test_in_the_group_nothing_is_asked(database: Database) -> None:
    assert placeholders(database, "Rudi", "/lapor", grup="Grup") == [""]


@pytest.mark.parametrize(
    ("begin", "answer"),
    [
        (["/surat Q2", "[Tanggal]", "entah kapan"], "Tanggal: belum ada → 5 Juli 2022"),
        (["/lapor Apel Pagi", "[Ubah]", "[Tanggal]", "entah kapan"], "Tanggal: Selasa, 5 Juli 2022"),
    ],
)
def test_an_answer_that_replies_to_the_refusal_is_one(database: Database, begin: list[str], answer: str) -> None:
    """As an app makes it do that shows the example in its field."""
    phones = Phones(database, now=NOW + timedelta(days=30))
    for said in begin:
        phones.say("Qori", said)
    told = phones.say("Qori", "(balas belum terbaca) 5 Juli 2022")
    assert answer in [line.removeprefix("   │ ") for line in told]
