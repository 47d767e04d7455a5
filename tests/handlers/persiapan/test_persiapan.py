"""The setting up of an office: it asks for what is missing, in any order, and never stands in the way."""

import random
from datetime import timedelta

import pytest
from sqlalchemy import select

from handlers.dialog.asking import LONGEST
from handlers.persiapan import persiapan
from handlers.persiapan.doors import PassOver, SendLogo, Show, StepName, Tell
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor.fakta import About
from storage.kantor.people import Anggota
from tests.conftest import NOW, make_office
from tests.facts import fact
from tests.handlers.baru import phones, the, title
from tests.phone import Phones

__all__ = ["phones"]


def test_an_office_that_was_loaded_is_asked_for_what_is_missing(database: Database) -> None:
    with database.transaction() as session:
        office = make_office(session)
        office.persiapan = ["kolase"]
        fact(session, office, About.ALAMAT, "Jl. Sudirman")
        fact(session, office, About.KETUA, "Ahmad")
        office.nomor_terakhir, office.grup = 7, None
    phones = Phones(database)
    assert title(phones.say("Qori", "/start")) == "Menyiapkan satker · 4 dari 7: Grup"
    private = [line for line in phones.say("Qori", "(ditambahkan)", "Grup") if line.startswith("Bot→")]
    assert title(private) == "Menyiapkan satker · 6 dari 7: Logo"
    assert title(phones.say("Qori", "(foto logo)")) == "KPU Kota Probolinggo siap dipakai"
    office = the(database)
    assert (office.grup, office.logo, office.ready) == ("Grup", f"ee/{'e' * 64}.jpg", True)


@pytest.mark.usefixtures("office")
def test_an_office_that_is_ready_is_never_asked(database: Database) -> None:
    phones = Phones(database)
    said = [*phones.say("Qori", "/start"), *phones.say("Qori", "/atur"), *phones.say("Qori", "halo")]
    assert [line for line in said if "ersiapan" in line or "Menyiapkan" in line] == []


def test_it_is_over_for_good(phones: Phones) -> None:
    for step in StepName:
        phones.say("Qori", f"[!{PassOver(step).written()}]")
    assert the(phones.database).ready
    assert phones.say("Qori", "halo") == [
        "Bot→Qori> Selamat pagi, Qori. Kirim foto kegiatan dengan keterangannya ke sini, atau ketik /bantuan."
    ]


def test_a_second_leader_goes_on_where_the_first_stopped(phones: Phones) -> None:
    phones.say("Qori", "kota probolinggo")
    phones.say("Qori", f"[!{Show(StepName.ORANG).written()}]")
    phones.say("Qori", "Siti, ketua pelaksana")
    phones.say("Qori", "[Siti]")
    assert title(phones.say("Siti", "(tautan Siti)")) == "Menyiapkan satker · 1 dari 7: Alamat"
    phones.say("Siti", "[Lewati]")
    assert title(phones.say("Qori", "/start")) == "Menyiapkan satker · 2 dari 7: Akun"


def test_a_report_is_made_at_any_moment(phones: Phones) -> None:
    phones.say("Qori", f"[!{Show(StepName.ORANG).written()}]")
    phones.say("Qori", "(foto a) Rapat Pleno Rutin")
    phones.say("Qori", "[Simpan]")
    phones.say("Qori", "/lapor audiensi Partai Buruh kemarin, persiapan pemilu 2024")
    phones.say("Qori", "[Simpan]")
    assert the(phones.database).nomor_terakhir == 2
    with phones.database.transaction() as session:
        assert len(list(session.scalars(select(Anggota)))) == 1


def test_a_photo_with_words_is_a_report_also_where_a_logo_was_asked_for(phones: Phones) -> None:
    phones.say("Qori", f"[!{Show(StepName.LOGO).written()}]")
    assert title(phones.say("Qori", "(foto a) Rapat Pleno Rutin")) == "Laporan kegiatan"
    phones.say("Qori", "[Batal]")
    phones.say("Qori", f"[!{Show(StepName.LOGO).written()}]")
    phones.say("Qori", "(foto logo)")
    assert the(phones.database).logo == f"ee/{'e' * 64}.jpg"


def test_words_long_after_a_name_was_asked_for_make_nobody(phones: Phones) -> None:
    for step in (StepName.SATKER, StepName.ALAMAT, StepName.AKUN):
        phones.say("Qori", f"[!{PassOver(step).written()}]")
    phones.at(NOW + timedelta(days=3))
    told = phones.say("Qori", "siap ndan")
    assert title(told) == "Menyiapkan satker · 3 dari 7: Orang"
    with phones.database.transaction() as session:
        assert [a.nama for a in session.scalars(select(Anggota))] == ["Qori"]


def test_each_step_that_asks_shows_an_example_of_its_own() -> None:
    examples = [step.example for step in persiapan.STEPS if step.take]
    assert len({*examples} - {""}) == len(examples)
    assert max(map(len, examples)) <= LONGEST
    assert persiapan.WORDS.example(Tell(StepName.SATKER)) == "Misalnya: Probolinggo"
    assert persiapan.PICTURE.example(SendLogo()) == "Kirim logonya sebagai foto atau berkas"


SAID = (
    "kota probolinggo", "probolinggo", "xyz", "IG kpu⏎FB kpu", "Siti⏎Budi, ketua", "Jl. Sudirman 1⏎Ahmad", "/start",
    "/atur", "/lapor", "/batal", "/impor templat", "(foto a)", "(foto b) Rapat Pleno", "(berkas templat)", "halo", "⏎",
    "https://www.instagram.com/p/XX/", "/undang", "/tema", "/status", "(stiker)",
)  # fmt: skip


@pytest.mark.parametrize("seed", range(6))
def test_any_order_of_words_and_buttons(database: Database, seed: int, caplog: pytest.LogCaptureFixture) -> None:
    chance, phones = random.Random(seed), Phones(database)
    phones.say("Qori", "(tautan pertama)")
    phones.say("Qori", "/impor templat")
    for _ in range(40):
        buttons = [b.data for o in phones.shown["Qori"].values() for row in o.menu for b in row if b.data]
        if chance.random() < 0.6:
            phones.say("Qori", f"[!{chance.choice(buttons)}]")
        elif chance.random() < 0.1:
            phones.at(phones.now + timedelta(hours=chance.choice((1, 30, 200))))
        else:
            assert phones.say("Qori", chance.choice(SAID))
    with database.transaction() as session:
        assert set(session.scalars(select(Inbox.state))) == {"done"}
        assert set(session.scalars(select(Outbox.state))) == {"sent"}
    assert [record.message for record in caplog.records if record.levelname == "ERROR"] == []
