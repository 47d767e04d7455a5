"""Whatever the bot gives as an example is taken by its own readers, and finds nothing to say in its own checkers."""

import ast
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from handlers import routes
from handlers.atur.facts import FACTS
from handlers.atur.sections import SECTIONS
from handlers.catatan import records
from handlers.chat.messages import Rejected, Turn
from handlers.dialog import asking, tally
from handlers.dialog.fields import Read
from handlers.laporan import gather
from handlers.naskah.surat import fields
from handlers.periksa import material as periksa_material
from handlers.periksa import spelling, surat
from handlers.periksa.material import Material
from handlers.reading.dates.periods import Periode
from renderers.figures import Keputusan, Surat
from storage.database import Database
from storage.kantor.satker import Satker
from tests.conftest import WIB, here
from tests.phone import Phones

TODAY = date(2022, 6, 24)
HANDLERS = Path(routes.__file__).parent
Q2 = Periode("triwulan", 2, 2022)
# What stands behind "misalnya" with a slash, and what it needs to have been said before.
COMMANDS = (
    "/akun TikTok 586 pengikut, 1713 suka",
    "/atur kolase Jumat 16.00",
    "/atur ketua Nama Lengkap",
    "/daftar bulan",
    "/daftar hari kemarin",
    "/cari Bawaslu",
    "/cari #12",
    "/saya bulan",
    "/riwayat 12",
    "/ubah 12",
    "/hapus 12",
    "/matriks Juni repost ig 12",
    "/matriks Juni",
    "/saran Q2",
    "/narasi Q2",
    "/ringkas Q2",
    "/status Q1",
    "/rekap Q2",
    "/rekap TW II 2022",
    "/rekap S1",
    "/rekap 2022",
    "/tutup Juni",
    "/buka Juni",
    "/undang Siti Aminah, anggota",
)


def told(path: Path) -> Iterator[str]:
    """The texts of a module, each f-string with a gap for its values."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield "".join(str(v.value) if isinstance(v, ast.Constant) else "{}" for v in node.values)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def named() -> set[str]:
    """All that stands behind "misalnya /" in what the bot says."""
    texts = (text for path in HANDLERS.rglob("*.py") for text in told(path) if "isalnya" in text)
    shown = (text.partition("isalnya")[2] for text in texts)
    return {text[one.start() :] for text in shown for one in re.finditer(r"(?<!\w)/[a-z]+ [\w#]", text)}


def test_every_command_among_the_examples_is_tried_here() -> None:
    found = named()
    assert {text for text in found if not text.startswith(COMMANDS)} == set()
    assert {one for one in COMMANDS if not any(text.startswith(one) for text in found)} == set()


def test_a_command_that_stands_as_an_example_is_taken(
    database: Database, office: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    refused: list[tuple[str, str]] = []
    usual = vars(routes)["_refused"]

    def noted(turn: Turn, rejected: Rejected) -> Any:
        refused.append((turn.incoming.text, str(rejected)))
        return usual(turn, rejected)

    monkeypatch.setattr(routes, "_refused", noted)
    with database.transaction() as session:
        session.get_one(Satker, office).nomor_terakhir = 11
    phones = Phones(database, now=datetime(2022, 7, 4, 9, tzinfo=WIB))
    for said in ("/lapor Rapat dengan Bawaslu 23 Juni", "[Simpan]", *COMMANDS[:-2], "[Tutup]", *COMMANDS[-2:]):
        phones.say("Qori", said)
    phones.say("Qori", f"/surat {fields.both(Satker(kode='3574'), Q2)}")
    assert refused == []


def parts(example: str, *, several: bool) -> list[str]:
    """The values that an example names; `several`: also between commas."""
    shown = re.sub(r"^Misalnya: | untuk (?:mengosongkan|mematikan)nya$|[“”]", "", example)
    found = re.split(r"[;,] atau |; (?=-$)", shown)
    return [one for part in found for one in (part.split(", ") if several else [part])]


def test_an_example_in_an_empty_field_is_taken_by_the_field() -> None:
    examples = [(one.read, part) for s in SECTIONS for one in s.fields for part in _parts(one.example)]
    examples += [(s.begun, part) for s in SECTIONS if s.begun for part in _parts(s.example)]
    examples += [(fact.read, part) for fact in FACTS.values() for part in _parts(fact.example)]
    examples += [(one.read, part) for one in fields.FIELDS.values() for part in _parts(one.example)]
    assert len(examples) > 20
    for read, part in examples:
        read(part, TODAY)


def taken(read: Read, text: str) -> bool:
    try:
        read(text, TODAY)
    except Rejected:
        return False
    return True


def test_an_example_in_a_refusal_is_taken_where_it_was_refused() -> None:
    readers = [one.read for s in SECTIONS for one in s.fields if not one.choices]
    readers += [s.begun for s in SECTIONS if s.begun] + [fact.read for fact in FACTS.values()]
    readers += [one.read for one in fields.FIELDS.values()]
    shown = [(read, text) for read in readers for text in refusal(read)]
    assert len(shown) >= 8
    wrong = [text for read, text in shown if not taken(read, text) and not all(taken(read, one) for one in each(text))]
    assert wrong == []


def refusal(read: Read) -> list[str]:
    """What stands as an example in the answer to something that nobody can read."""
    try:
        read("entah apa zzz 9z", TODAY)
    except Rejected as rejected:
        found = re.search(r"[Mm]isalnya (.*?)\.(?: [A-Z]|$)", str(rejected))
        return [re.split(r"; (?!atau)", found[1])[0]] if found else []
    return []


def each(text: str) -> list[str]:
    return re.split(r"[;,] atau |, | atau ", text)


def _parts(example: str) -> list[str]:
    return parts(example, several=False) if example.startswith("Misalnya") else []


def test_an_example_for_a_question_is_taken_by_the_question() -> None:
    forms = (records.KINDS["kegiatan"].form, records.KINDS["konten"].form, tally.FORM)
    questions = {f"{form.name}:{one.name}": one for form in forms for one in form.questions}
    shown = {key: text for key, text in asking.EXAMPLES.items() if text.startswith("Misalnya")}
    assert len(shown) > 10
    for key, text in shown.items():
        for part in parts(text, several=key.endswith(":tanggal")):
            questions[key].read(part, TODAY)


@pytest.fixture
def material(database: Database, office: int) -> Material:
    with database.transaction() as session:
        there = here(session, session.get_one(Satker, office))
        return periksa_material.gather(there, Q2, gather.gather(there, Q2, date(2022, 7, 7)), date(2022, 7, 7))


@pytest.mark.parametrize("kode", ["3574", "11", "0"])
def test_the_letter_that_stands_as_an_example_finds_nothing_in_the_checkers(material: Material, kode: str) -> None:
    nomor, tanggal = fields.example(Satker(kode=kode), Q2)
    told = fields.parted(fields.both(Satker(kode=kode), Q2))
    read = {name: fields.read(Q2, fields.FIELDS[name], text, TODAY) for name, text in told.items()}
    letter = Surat(*read.values())
    assert (letter, tanggal) == (Surat(nomor, date(2022, 7, 5)), "5 Juli 2022")
    rules = (one for one in surat.RULES if one.__name__.startswith("surat_"))
    filled = replace(material, rekap=replace(material.rekap, surat=letter))
    assert [gap.sentence for rule in rules for gap in rule(filled)] == []


def test_the_decree_that_stands_as_an_example_finds_nothing_in_the_checkers(material: Material) -> None:
    (section,) = (one for one in SECTIONS if one.key == "sk")
    assert section.begun
    (shown,) = parts(section.example, several=False)
    read = section.begun(shown, TODAY)
    decree = Keputusan(read["jenis"], read["nomor"], read["tanggal"])
    filled = replace(material, rekap=replace(material.rekap, keputusan=(decree,)))
    assert [gap.sentence for rule in spelling.RULES for gap in rule(filled)] == []
