"""Keamanan: what somebody who means harm can send, and what becomes of it. docs/keamanan.md names every guard."""

import ast
import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import timedelta
from html.parser import HTMLParser
from itertools import product
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.write import TEXT, html
from bot.work.drawing.workers import named
from handlers.chat.door import Door, Stale
from handlers.chat.messages import Chat, Outgoing
from handlers.kolase.doors import Draw, Shape
from handlers.koreksi.doors import Delete
from handlers.table import COMMANDS, DOORS
from handlers.tim.masuk import STRANGER
from storage.database import Database
from storage.foto import photos
from storage.kantor import people
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from tests.across import of_office
from tests.conftest import TEAM, here
from tests.doors import EVERY, built
from tests.phone import Phones, forged

IN_GROUP = {code for code, one in DOORS.items() if one.door.in_group}
ROOT = Path(__file__).parent.parent
UNKNOWN = "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."
NOT_YOURS = "Bot! Tombol ini bukan untuk peran Anda."
# Beside the team there is who sends the workbook of an office below.
BY_ROLE = {role: name for name, role in TEAM if name != "Kadir"} | {Role.PENGIRIM: "Budi"}
FORGED = ("", ":", ":x", ":-1", ":0", ":9999999999", ":1:2:3:4:5:6:7:8", ":٣", ":1:" + "a" * 50, ":d1:0:hapus:x")


@pytest.fixture
def everybody(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = people.add(here(session, session.get_one(Satker, office)), "Budi", Role.PENGIRIM)
        people.identify(session, row, "test", "Budi", "Budi")


@pytest.mark.usefixtures("everybody")
def test_a_press_of_a_role_that_may_not_is_refused_whatever_it_says(database: Database) -> None:
    phones = Phones(database)
    refused = [
        (code, name)
        for (code, one), (role, name) in product(DOORS.items(), BY_ROLE.items())
        if not one.door.open_to(role)
    ]
    assert len(refused) > len(DOORS)
    said = {(code, name): phones.say(name, f"[!{code}:1:0]") for code, name in refused}
    assert {key: told for key, told in said.items() if told != [NOT_YOURS]} == {}


@pytest.mark.usefixtures("everybody")
def test_a_command_of_a_role_that_may_not_is_refused_whatever_it_says(database: Database) -> None:
    phones = Phones(database)
    refused = [(c, name) for c, (role, name) in product(COMMANDS, BY_ROLE.items()) if role not in c.who]
    said = [phones.say(name, f"/{c.word} 1") for c, name in refused]
    told = [f"Perintah /{c.word} hanya untuk " for c, _ in refused]
    assert [
        text[:1] and text[0].partition("> ")[2].startswith(start) for text, start in zip(said, told, strict=True)
    ] == [True] * len(refused)


def _readable() -> Iterator[Door]:
    for code, data in product(DOORS, FORGED):
        with suppress(Stale):
            yield EVERY[code].read(f"{code}{data}")


def _pressed(phones: Phones, doors: Iterable[Door]) -> list[Door]:
    """Those that nobody answers."""
    silent = []
    for door in doors:
        # More than people press in a minute would not be looked at.
        phones.now += timedelta(seconds=10)
        silent += [door] if not phones.say("Qori", forged(door)) else []
    return silent


def test_a_forged_press_is_answered_changes_no_record_and_is_no_error(
    database: Database, office: int, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.ERROR)
    before = of_office(database, office)
    assert (_pressed(Phones(database), _readable()), caplog.text) == ([], "")
    after = of_office(database, office)
    # A question that a card asks, and a picture that is asked for, are no records.
    assert {name for name in before if before[name] != after[name]} <= {"isian", "delivery"}


@pytest.mark.usefixtures("office")
def test_a_press_of_what_no_card_names_is_answered_and_is_no_error(
    database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    """Each door three times: with the least, a usual and the greatest that its fields hold."""
    caplog.set_level(logging.ERROR)
    doors = [door for code in DOORS for door in built(EVERY[code])]
    assert (_pressed(Phones(database), doors), caplog.text) == ([], "")


@pytest.mark.usefixtures("office")
def test_a_press_in_the_group_where_its_button_never_stood_does_nothing(database: Database) -> None:
    phones = Phones(database)
    said = {prefix: phones.say("Qori", f"[!{prefix}:1:0]", "Grup") for prefix in DOORS.keys() - IN_GROUP}
    assert {prefix: told for prefix, told in said.items() if told != [UNKNOWN.replace("Bot!", "Bot@Grup!")]} == {}


@pytest.mark.usefixtures("office")
def test_a_press_in_another_group_does_nothing_either(database: Database) -> None:
    phones = Phones(database)
    told = [phones.say("Qori", f"[!{prefix}:1:asli]", "Arisan") for prefix in sorted(IN_GROUP)]
    assert told == [[UNKNOWN.replace("Bot!", "Bot@Arisan!")]] * len(IN_GROUP)


@pytest.mark.usefixtures("office")
def test_a_press_of_a_stranger_changes_nothing_and_tells_nothing(database: Database) -> None:
    phones = Phones(database)
    for said in ("(foto a) Rapat pleno", "[Simpan]"):
        phones.say("Rudi", said)
    told = [
        line
        for data in (Delete(1).written(), "u:1", Draw(1, Shape.ORIGINAL).written(), "dt:1:setuju")
        for line in phones.say("Orang", f"[!{data}]")
    ]
    assert told == [f"Bot→Orang> {STRANGER}"]
    assert phones.say("Rudi", "/daftar")[0].startswith("Bot→Rudi> **Daftar")


class Reader(HTMLParser):
    """What a phone would show, and the tags it was told."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text, self.tags = "", list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag + "".join(name for name, _ in attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def shown(outgoing: Outgoing) -> tuple[list[str], str]:
    reader = Reader()
    reader.feed(html(outgoing, "bot"))
    reader.close()
    return reader.tags, reader.text


MARKUP = ("<b>", "</b>", "&lt;", "&", "<a href='https://jahat.example'>", '"', "'", "<", ">", "<!--", "]]>", "&#60;")
hostile = st.lists(st.one_of(st.sampled_from(MARKUP), st.text(max_size=8)), max_size=30).map("".join)


def written(outgoing: Outgoing) -> tuple[list[str], str]:
    """The tags and the text of a message in which no words of a person are markup."""
    parts = [part for part in (outgoing.title, outgoing.text, *outgoing.blocks) if part]
    return ["b"] * bool(outgoing.title) + ["pre"] * len(outgoing.blocks), "\n".join(parts)


@given(title=hostile, text=hostile, block=hostile)
def test_no_text_of_a_person_becomes_markup(title: str, text: str, block: str) -> None:
    # Line ends and the like are cleaned where text comes in; here only what HTML would do with them.
    title, text, block = (re.sub(r"[\r\x00]", "", part) for part in (title, text, block))
    assert len(title) + len(text) < TEXT // 4
    said = Outgoing(Chat("telegram", "1"), title=title, text=text, blocks=(block,) if block else ())
    assert shown(said) == written(said)


NAMES = ("<b>Rudi</b>", "&lt;script&gt;", "Rudi</b><a href='https://jahat.example'>klik</a>", "{{ 7*7 }}", "*_`[x](y)")


@pytest.mark.parametrize("name", NAMES)
def test_a_hostile_name_is_shown_as_it_is_in_every_answer(database: Database, office: int, name: str) -> None:
    with database.transaction() as session:
        session.get_one(Satker, office).nama = name
        for member in people.every(here(session, session.get_one(Satker, office))):
            member.nama = name
    phones = Phones(database)
    words = (
        f"(foto a) {name}",
        "[Simpan]",
        "/start",
        "/daftar",
        f"/cari {name}",
        "/status",
        "/saya",
        "#1",
        "[Teks WA]",
    )
    for word in (*words, "/data hapus"):
        phones.say("Rudi", word)
    told = [one for chat in phones.shown.values() for one in chat.values() if not (one.start or one.startgroup)]
    read = [shown(one) for one in told]
    assert read == [written(one) for one in told]
    assert len([text for _, text in read if name in text]) >= 3


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/passwd", "-..-etc-passwd"),
        ("/etc/cron.d/x", "-etc-cron.d-x"),
        ("..\\..\\x.docx", "-..-x.docx"),
        ("..", "berkas"),
        ("", "berkas"),
        ("a\0b.docx", "ab.docx"),
        ("Laporan TW II 2022.docx", "Laporan TW II 2022.docx"),
        ("é" * 300 + ".docx", "é" * 87 + ".docx"),
    ],
)
def test_what_a_file_is_called_never_leaves_its_folder(tmp_path: Path, given_name: str, kept: str) -> None:
    assert named(given_name) == kept
    assert (tmp_path / named(given_name)).resolve().parent == tmp_path.resolve()


def test_a_photo_is_named_by_its_bytes_and_by_nothing_that_was_sent(tmp_path: Path) -> None:
    sha256 = photos.keep(tmp_path, b"../../etc/passwd")
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.jpg")] == [photos.name_of(sha256)]
    assert re.fullmatch(r"[0-9a-f]{2}/[0-9a-f]{64}\.jpg", photos.name_of(sha256))


def test_the_audit_is_only_ever_added_to_except_where_a_person_is_forgotten() -> None:
    """No statement changes or deletes an entry; a name alone is taken out of it, when its owner asks for that."""
    statement = re.compile(r"\b(?:update|delete)\(\s*Audit\b|\.delete\((?:entry|audit)")
    files = [path for part in ("storage", "handlers", "bot") for path in (ROOT / part).rglob("*.py")]
    changed = [str(path.relative_to(ROOT)) for path in files if statement.search(path.read_text(encoding="utf-8"))]
    assigned = [
        str(path.relative_to(ROOT))
        for path in files
        if re.search(
            r"\bentry\.(?:before|after|at|action|ref)\b[^=\n]*(?<![=!<>])=(?!=)", path.read_text(encoding="utf-8")
        )
    ]
    assert (changed, sorted(set(assigned))) == ([], ["storage/kantor/audit.py", "storage/pribadi/pribadi.py"])


def test_every_test_that_the_table_of_threats_names_is_there() -> None:
    table = (ROOT / "docs" / "keamanan.md").read_text(encoding="utf-8")
    told = re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", table)
    rows = [line for line in table.splitlines() if line.startswith("| ") and "Threat" not in line]
    assert [row for row in rows if "`tests/" not in row] == []
    assert [f"{file}::{name}" for file, name in told if name not in functions(ROOT / file)] == []


def functions(file: Path) -> set[str]:
    if not file.exists():
        return set()
    tree = ast.parse(file.read_text(encoding="utf-8"))
    return {node.name for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)}


def test_roles_of_the_team_cover_every_role() -> None:
    assert set(BY_ROLE) == set(Role)
