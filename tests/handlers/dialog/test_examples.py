"""The empty field shows what an answer may look like, as long as one is awaited."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.atur import akun
from handlers.atur import asked as atur_asked
from handlers.atur.doors import FillFollowers
from handlers.atur.sections import BAGIAN
from handlers.catatan import kinds
from handlers.chat.messages import Act, Outgoing, from_payload
from handlers.dialog import examples, tally
from handlers.naskah import masalah, narasi, saran, surat
from storage.chat.outbox import Outbox, State
from storage.database import Database
from tests.conftest import NOW
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")


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
    told = [*examples.EXAMPLES.values(), examples.FIRST, examples.ANSWER]
    told += [
        *atur_asked.EXAMPLE.values(),
        *atur_asked.NEW_EXAMPLE.values(),
        *surat.EXAMPLE.values(),
        *narasi.EXAMPLE.values(),
    ]
    told += [masalah.EXAMPLE, saran.EXAMPLE, akun.FILLED.example(FillFollowers())]
    assert [one for one in told if not 1 <= len(one) <= examples.LONGEST] == []


def test_every_example_belongs_to_a_question_that_there_is() -> None:
    forms = (kinds.KINDS["kegiatan"].form, kinds.KINDS["konten"].form, tally.FORM)
    questions = {f"{form.name}:{question.name}" for form in forms for question in form.questions}
    named = {name for name in examples.EXAMPLES if name.partition(":")[0] in {form.name for form in forms}}
    assert named - questions == set()
    assert set(atur_asked.EXAMPLE) - {one.name for bagian in BAGIAN for one in bagian.setelan} == set()
    assert set(atur_asked.NEW_EXAMPLE) == {bagian.kunci for bagian in BAGIAN if bagian.begun}


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (["/lapor"], ["Tulis kegiatannya, atau tempel tautannya"]),
        (["/lapor", "[Kegiatan]"], ["Misalnya: Rapat Pleno Rutin"]),
        (["/lapor", "[Konten]"], [""]),
        (["/lapor Apel Pagi", "[Ubah]", "[Tanggal]"], ["Misalnya: kemarin, atau 17 Juni"]),
        (["/lapor Apel Pagi"], [""]),
        (["/saran", "[Tambah]"], ["Tulis sarannya"]),
        (["/surat", "[Nomor]"], ["Misalnya: 123/HM.02/3574/2022"]),
        (["/narasi", "[BAB IV evaluasi]", "[Tulis sendiri]"], ["Tulis teksnya"]),
        (["/narasi", "[Sebab kenaikan/penurunan]", "[Tulis sendiri]"], ["Tulis sebabnya"]),
        (["/saran", "[Tambah]", "Perlu satu pintu."], ["", ""]),
        (["/atur zona"], [""]),
        (["/atur sk", "[Tambah]"], ["Misalnya: SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022"]),
        (["/atur tim", "[1]", "[Anggota sejak]"], ["Misalnya: 3 Maret 2022; “-” untuk mengosongkannya"]),
        (["/atur ketua"], ["Tulis jawabannya di sini"]),
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
