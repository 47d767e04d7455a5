"""The manuals are true, up to date, and fit their paper. `pytest --update` prints them anew (needs Chromium)."""

import re
from collections.abc import Iterator
from datetime import time, timedelta
from html import unescape
from pathlib import Path

import pytest
from pypdf import PdfReader

from handlers.lapor import remind, repost
from handlers.table import COMMANDS
from handlers.tim import masuk, undang
from storage.database import Database
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from tests import panduan
from tests.panduan import LAYAR, MANUALS, PICTURES, ROOT, SOURCE, beside, cetak, composed, gambar, mark, source
from tests.phone import Phones, played
from tests.test_transcripts import given, ungapped

READERS = {"anggota": ("Rudi", Role.ANGGOTA), "ketua-pelaksana": ("Qori", Role.KETUA_PELAKSANA)}
A4 = (595, 842)
HOURS = (
    "setiap Jumat pukul 16.00",
    "Tiga jam sebelum kolase dikirim",
    "berlaku 24 jam",
    "berlaku 72 jam",
    "Hari kerja, 15.30",
    "Jumat, 13.00",
    "Jumat, 15.00",
    "Jumat, 16.00",
)
INLINE = re.compile(r"</?(?:b|i|em|code|u|svg|path)\b[^>]*>")


def bare(text: str) -> str:
    return re.sub(r"\s", "", unescape(text)).casefold()


def sentences(name: str) -> list[str]:
    """What is written between two tags that are more than a change of letters."""
    body = INLINE.sub("", composed(name).partition("<body>")[2])
    return [found for part in re.split(r"<[^>]+>", body) if (found := bare(part))]


def coded(name: str) -> list[str]:
    return [unescape(found) for found in re.findall(r"<code>(.*?)</code>", source(name))]


def labels() -> set[str]:
    """Every button that any tested chat shows."""
    chats = [*LAYAR, *(ROOT / "tests" / "transcripts").glob("*.txt")]
    shown = (line for path in chats for line in path.read_text("utf-8").splitlines() if line.startswith("   │ ["))
    return {label for line in shown for label in re.findall(r"\[([^\]]+)\]", line)}


@pytest.mark.parametrize("path", LAYAR, ids=lambda path: path.stem)
def test_a_chat_in_a_manual_is_what_the_bot_would_say(
    path: Path, database: Database, request: pytest.FixtureRequest
) -> None:
    given(path, request)
    now = played(Phones(database), path.read_text("utf-8"))
    if request.config.getoption("--update"):
        path.write_text(now, "utf-8")
    assert ungapped(now) == ungapped(path.read_text("utf-8"))


def test_every_chat_stands_in_a_manual() -> None:
    assert sorted({nama for name in MANUALS for nama in panduan.layar_of(name)} | {"kolase"}) == [p.stem for p in LAYAR]


@pytest.mark.parametrize("nama", gambar.FOTO)
def test_the_photos_are_the_drawn_scenes(nama: str, request: pytest.FixtureRequest) -> None:
    path = PICTURES / f"panduan-{nama}.jpg"
    if request.config.getoption("--update") and not path.exists():
        gambar.kept(gambar.foto(nama), gambar.SHOWN, path)
    assert cetak.size(path) == gambar.SHOWN


@pytest.mark.usefixtures("office")
def test_the_kolase_is_the_one_that_the_bot_draws(
    database: Database, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path, drawn = PICTURES / "panduan-kolase.jpg", gambar.sheet(database, tmp_path)
    if request.config.getoption("--update") and (not path.exists() or gambar.apart(path, drawn) >= 1):
        gambar.kept(drawn, gambar.SHEET, path)
    assert gambar.apart(path, drawn) < 1


@pytest.mark.parametrize("name", MANUALS)
def test_what_a_manual_needs_is_there(name: str) -> None:
    assert [str(path) for path in beside(name) if not path.is_file()] == []


def test_the_paper_is_as_new_as_its_source(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        cetak.printed(tmp_path)
    assert {name: cetak.marked(cetak.pdf_of(name)) for name in MANUALS} == {name: mark(name) for name in MANUALS}


@pytest.mark.parametrize(("name", "sides"), MANUALS.items())
def test_the_paper_is_a4_and_no_side_too_many(name: str, sides: int) -> None:
    pages = PdfReader(cetak.pdf_of(name)).pages
    assert [(round(page.mediabox.width), round(page.mediabox.height)) for page in pages] == [A4] * sides


@pytest.mark.parametrize("name", MANUALS)
def test_every_word_of_the_source_is_on_the_paper(name: str) -> None:
    paper = bare("".join(page.extract_text() for page in PdfReader(cetak.pdf_of(name)).pages))
    assert [told for told in sentences(name) if told not in paper] == []


@pytest.mark.parametrize("name", MANUALS)
def test_a_manual_can_be_sent_and_looked_at(name: str) -> None:
    assert cetak.pdf_of(name).stat().st_size < 1_000_000
    assert cetak.size(cetak.preview_of(name)) == (cetak.PAGE["width"], cetak.PAGE["height"])
    assert cetak.preview_of(name).stat().st_size <= cetak.LARGEST


@pytest.mark.parametrize("name", MANUALS)
def test_every_command_of_a_manual_is_one_of_its_reader(name: str) -> None:
    mine = {f"/{command.word}" for command in COMMANDS if READERS[name][1] in command.who}
    assert [said for said in coded(name) if said.split()[0] not in mine] == []


@pytest.mark.usefixtures("office")
@pytest.mark.parametrize("name", MANUALS)
def test_every_command_of_a_manual_is_answered_as_it_is_written(name: str, database: Database) -> None:
    phones = Phones(database)
    unheard = [said for said in coded(name) if not any(phones.say(READERS[name][0], said))]
    assert unheard == []


@pytest.mark.parametrize("name", MANUALS)
def test_every_button_of_a_manual_is_one_that_the_bot_shows(name: str) -> None:
    named = re.findall(r'<b class="t">(.*?)</b>', source(name)) + re.findall(r'data-tekan="(.*?)"', source(name))
    assert set(named) - labels() == set()


def test_the_hours_and_days_are_those_of_the_bot(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        assert (row.kolase_hari, row.kolase_jam, row.kolase_pratinjau) == (4, time(16), 3)
    valid, asked = [masuk.FIRST_VALID, undang.VALID], [remind.NUDGED_FROM, repost.HOUR]
    assert (valid, asked) == ([timedelta(hours=24), timedelta(hours=72)], [time(15, 30), time(15)])
    assert row.kolase_hari == repost.DAY
    told = " ".join((source("anggota") + source("ketua-pelaksana")).split())
    assert [told.count(sentence) for sentence in HOURS] == [1] * len(HOURS)


def in_docs() -> Iterator[str]:
    docs = ROOT / "docs"
    for path in sorted(docs.iterdir()):
        if path.name != "README.md":
            yield f"{path.name}/" if path.is_dir() else path.name


def test_the_index_names_every_file_of_docs_once() -> None:
    index = (ROOT / "docs" / "README.md").read_text("utf-8")
    named = re.findall(r"^- \[[^\]]+\]\(([^)]+)\)", index, re.MULTILINE)
    assert sorted(named) == sorted(in_docs())
    assert SOURCE.is_dir()
