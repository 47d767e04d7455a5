"""Random chats: never an unanswered message, never an exception, never two records of one draft, never a lost photo."""

import logging
import shutil
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from handlers.koreksi.doors import Delete
from handlers.lapor.doors import Choose, Drop, FotoBerita, Save
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.chat.inbox import Inbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.foto.photos import Foto
from tests.conftest import FRESH_SEED, make_office, replaced
from tests.phone import Phones

REPORTERS = ("Rudi", "Kadir", "Qori", "Agus")
FIXTURES = (
    "Rapat Pleno Rutin",
    "Izin melaporkan⏎Hari/Tgl : Kamis, 21 April 2022⏎Kegiatan : KPU - Bawaslu Probolinggo Talk #5⏎Tempat : Aula",
    "audiensi Partai Buruh kemarin di kantor, persiapan pemilu 2024",
    "12 Mei s/d 3 Juni audiensi SMA SMK MA seleksi CAT",
    "https://www.instagram.com/p/XXXX/ infografis PDPB Juni",
    "https://www.instagram.com/p/A1/ https://www.facebook.com/kpu/posts/9 https://x.com/kpu/status/7",
    "foto 3 link 1 repost 2",
    "tambah 2 foto tgl 17",
    "Kamis 17 Juni jambore",
    "ralat #1 tanggal 16",
    "hapus #1",
    "batal",
    "Bulan ini ucapan duka tidak ada",
    "siap ndan 🙏",
    "0812 3456 7890",
    "simpan",
    "lewati",
    "selesai",
    "kegiatan",
    "konten",
    "1",
    "2",
    "ig, fb",
    "kemarin",
    "Mei 2022",
    "35/13",
    "<b>&\"'",
    "{{ 7*7 }} {% for %}",
    "",
    "   ",
    "/",
    "/lapor",
    "/lapor Apel Pagi",
    "/lapor konten",
    "/batal",
    "/daftar",
    "/daftar bulan",
    "/ubah 1",
    "/ubah 99999999999999999999",
    "/hapus 1",
    "/hapus -1",
    "/kolase",
    "/kolase 2022-W99",
    "/rekap Q5",
    "/rekap",
    "/undang",
    "/undang ,",
    "/hubungkan",
    "/bantuan",
    "/start lapor",
    "/start xyz",
    "/tidakada",
)
CORRECTIONS = (
    "tanggal 16",
    "instansinya Kodim 0820",
    "nama: Apel Gabungan",
    "tempat aula",
    "ralat tanggal Kamis 17 Juni",
    "hapus",
    "jumlah 3",
    "platform ig, tiktok",
)
PRESSES = (
    Save(1, 0).written(),
    Choose(1, 99, "sektor", 0).written(),
    Choose(1, 0, "sektor", 9).written(),
    Drop(9, 9).written(),
    Delete(1).written(),
    "c:1:x",
    "d:p2022:0",
    FotoBerita(1, 9).written(),
    "db:99991201",
    "dp:2022-W99:0",
    "x:20220615",
    "z",
    "l",
    "",
)
# To these phones a text in brackets would be a press of a button of that name.
anything = st.text(max_size=300).filter(lambda text: not text.startswith("["))
words = st.one_of(st.sampled_from(FIXTURES), anything, st.text(alphabet="0123456789/-. ", max_size=20))


class Chats(RuleBasedStateMachine):
    """Four people and a stranger who say whatever comes to their minds."""

    template: Path
    database: Database

    @initialize()
    def office(self) -> None:
        replaced(self.database, self.template)
        self.phones = Phones(self.database)
        self.photos: set[tuple[str, str]] = set()

    @rule(who=st.sampled_from(REPORTERS), text=words)
    def says(self, who: str, text: str) -> None:
        assert self.phones.say(who, text.replace("\n", "⏎")) or text.startswith("(")

    @rule(
        who=st.sampled_from(REPORTERS),
        name=st.sampled_from("abcdef"),
        album=st.sampled_from(("", ", album x")),
        text=words,
    )
    def shows(self, who: str, name: str, album: str, text: str) -> None:
        self.photos.add((who, name))
        assert self.phones.say(who, f"(foto {who}{name}{album}) {text}")

    @rule(who=st.sampled_from(REPORTERS), data=st.data())
    def presses(self, who: str, data: st.DataObject) -> None:
        shown = [b for o in self.phones.shown.get(who, {}).values() for row in o.menu for b in row if b.data]
        press = data.draw(st.sampled_from([b.data for b in shown] or list(PRESSES)))
        self.phones.say(who, f"[!{press}]")

    @rule(who=st.sampled_from(REPORTERS), press=st.sampled_from(PRESSES))
    def forges(self, who: str, press: str) -> None:
        self.phones.say(who, f"[!{press}]")

    @rule(who=st.sampled_from(REPORTERS), text=st.one_of(words, st.sampled_from(CORRECTIONS)), data=st.data())
    def replies(self, who: str, text: str, data: st.DataObject) -> None:
        titles = [
            o.title for id_, o in self.phones.shown.get(who, {}).items() if o.title and id_ not in self.phones.gone
        ]
        if titles:
            title = data.draw(st.sampled_from(titles))
            assert self.phones.say(who, f"(balas {title}) {text}".replace("\n", "⏎"))

    @rule(who=st.sampled_from(REPORTERS), text=words, data=st.data())
    def edits(self, who: str, text: str, data: st.DataObject) -> None:
        told = [t for t in self.phones.told.get(who, {}).values() if t and ")" not in t]
        if told:
            self.phones.say(who, f"(mengedit {data.draw(st.sampled_from(told))}) {text}".replace("\n", "⏎"))

    @rule(hours=st.sampled_from((1, 7, 24, 24 * 8)))
    def time_passes(self, hours: int) -> None:
        self.phones.at(self.phones.now + timedelta(hours=hours))

    @rule(who=st.sampled_from((*REPORTERS, "Orang")), text=words)
    def says_in_the_group(self, who: str, text: str) -> None:
        self.phones.say(who, text.replace("\n", "⏎"), "Grup")

    @rule(text=words)
    def a_stranger(self, text: str) -> None:
        self.phones.say("Orang", text.replace("\n", "⏎"))

    @invariant()
    def holds(self) -> None:
        if not hasattr(self, "phones"):
            return
        with self.database.transaction() as session:
            assert set(session.scalars(select(Inbox.state))) <= {"done"}
            assert set(session.scalars(select(Outbox.state))) <= {"sent"}
            drafts = [*session.scalars(select(Kegiatan.draft_id)), *session.scalars(select(Konten.draft_id))]
            assert [d for d, n in Counter(d for d in drafts if d).items() if n > 1] == []
            kept = set(session.scalars(select(Foto.uid)))
        assert {f"{who}{name}" for who, name in self.photos} == kept

    def teardown(self) -> None:
        self.database.close()


@pytest.fixture
def template(empty_database: Path, tmp_path: Path) -> Path:
    shutil.copyfile(empty_database, tmp_path / "office.db")
    database = Database(f"sqlite:///{tmp_path / 'office.db'}")
    with database.transaction() as session:
        make_office(session)
    database.copy_to(str(tmp_path / "copy.db"))
    database.close()
    return tmp_path / "copy.db"


def play(template: Path, chats: int, number: int) -> None:
    database = Database(f"sqlite:///{template.with_name('fuzz.db')}")
    machine = seed(number)(type("Chats", (Chats,), {"template": template, "database": database}))
    checks = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    run = settings(
        max_examples=chats,
        stateful_step_count=20,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=checks,
    )
    run_state_machine_as_test(machine, settings=run)


def test_random_chats(template: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    play(template, 25, FRESH_SEED)
    assert caplog.text == ""


@pytest.mark.slow
def test_ten_thousand_random_chats(template: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.ERROR)
    play(template, 10_000, FRESH_SEED)
    assert caplog.text == ""
