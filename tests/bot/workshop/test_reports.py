"""A report is filled and printed within limits: its template may be a bomb, its pages too many, its child killed."""

import re
import resource
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.work.drawing.drawer import Drawn
from bot.work.drawing.drawers import DRAWERS
from bot.work.drawing.workers import Drawings
from bot.workshop import allowance, reports
from bot.workshop.allowance import Allowance, Share
from bot.workshop.workshop import WORKSHOP, Workshop
from bot.world import World
from handlers import table
from handlers.chat import queue
from handlers.chat.events import Outcome
from handlers.chat.messages import Drawing, Outgoing
from renderers.photo.emblem import logo
from renderers.rekap import rekap, surat
from renderers.report import Step, unheard
from renderers.templat_bawaan import build
from renderers.word.ooxml import MAIN, pack
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import templat
from storage.kantor.satker import Satker
from tests.benchmarks import report_data
from tests.bot.ears import GRUP
from tests.bot.test_templat import OWN, asked
from tests.conftest import here
from tests.renderers.reading import paragraphs
from tests.renderers.rekaps import REKAP
from tests.renderers.templat_kantor.by_hand import typed

MB = 2**20
WITHOUT = "nomor halaman daftar isi masih “…” dan diisi Word saat berkas dibuka (jawab Ya), sedangkan PDF tidak dibuat."
HEAVY = f"{reports.TOO_HEAVY}LibreOffice tidak terpasang: {WITHOUT}"
BOMBS = {
    "memory": "{{ 'x' * 2000000000 }}",
    "time": "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}",
}


def bomb(kind: str) -> bytes:
    return pack(typed("{{ surat.nomor }}", f"{{{{ surat.nomor }}}}{BOMBS[kind]}"))


@pytest.fixture
def no_office(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: None)


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """So short that the test does not wait for a bomb that takes time."""
    short = Allowance(Share(2, 160 * MB), Share(20, 400 * MB))
    monkeypatch.setattr(allowance, "of", lambda _: short)


@pytest.fixture
def misdeeds() -> Iterator[Workshop]:
    workshop = Workshop(foreman="tests.bot.workshop.misreports")
    yield workshop
    workshop.close()


@pytest.mark.usefixtures("office", "no_office", "hasty")
@pytest.mark.parametrize("kind", BOMBS)
def test_a_template_that_is_a_bomb_makes_way_for_the_built_in_one_and_the_bot_does_not_grow(
    database: Database, tmp_path: Path, kind: str
) -> None:
    with database.transaction() as session:
        templat.add(here(session, session.scalars(select(Satker)).one()), "a.docx", bomb(kind), None)
    renderer, row = asked(database, "Contoh")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    drawn = DRAWERS[renderer](database, row, tmp_path, unheard)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000
    assert (paragraphs(drawn.files[0][1], "Judul Depan")[0], drawn.detail) == ("KATA PENGANTAR", HEAVY)
    assert WORKSHOP.budget.taken == 0


@pytest.mark.usefixtures("no_office")
@pytest.mark.parametrize("template", [None, OWN])
def test_a_report_of_the_workshop_is_that_of_the_renderer(tmp_path: Path, template: bytes | None) -> None:
    steps: list[str] = []
    made = reports.draw(REKAP, tmp_path, steps.append, template)
    assert made == rekap.draw(REKAP, tmp_path, template=template)
    assert steps == ["dokumen"]


@pytest.mark.usefixtures("no_office")
def test_a_child_that_is_killed_once_costs_the_office_neither_its_template_nor_its_name(
    tmp_path: Path, misdeeds: Workshop
) -> None:
    folder = tmp_path / "once"
    folder.mkdir()
    assert reports.draw(REKAP, folder, template=OWN, workshop=misdeeds) == rekap.draw(REKAP, folder, template=OWN)
    assert (folder / "begun").exists()


@pytest.mark.usefixtures("no_office")
def test_why_a_template_cannot_be_filled_is_told_with_its_place_and_nothing_of_what_people_wrote(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    broken = pack(typed("{{ surat.nomor }}", "{{ surat.nomor }}{{ 1 + 'Rapat Pleno' }}"))
    made = reports.draw(REKAP, tmp_path, template=broken)
    assert made.catatan == f"{rekap.OURS}LibreOffice tidak terpasang: {WITHOUT}"
    assert re.fullmatch(r"TypeError at \S+:\d+ .+", made.fault)
    assert [record.getMessage() for record in caplog.records] == [
        f"an office's own template cannot be filled: {made.fault}"
    ]


@pytest.mark.usefixtures("no_office")
def test_no_report_is_filled_in_the_process_of_the_bot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renderers.rekap.document.assemble", lambda *_: 1 / 0)
    assert paragraphs(reports.draw(REKAP, tmp_path).docx, "Judul Depan")[0] == "KATA PENGANTAR"


@pytest.mark.usefixtures("hasty")
def test_a_letter_is_filled_in_a_child_and_a_bomb_makes_way_for_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ours = surat.draw(REKAP, logo(tmp_path, None))
    monkeypatch.setattr("renderers.rekap.document.assemble", lambda *_: 1 / 0)
    assert reports.letter(REKAP, tmp_path) == ours
    for filling in BOMBS.values():
        heavy = {**build.letter(), MAIN: build.letter()[MAIN].replace(b"{{ satker.kota }}", filling.encode())}
        made = reports.letter(REKAP, tmp_path, pack(heavy))
        assert (made.docx, made.catatan) == (ours.docx, reports.LETTER_TOO_HEAVY)
    assert WORKSHOP.budget.taken == 0


def program(folder: Path, script: str) -> Callable[[], str]:
    file = folder / "soffice"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o700)
    return lambda: str(file)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("sleep 60", "LibreOffice tidak selesai dalam 1 detik"),
        ("exec python3 -c 'bytearray(200 << 20)' && echo %PDF > $8/laporan.pdf", "LibreOffice tidak menghasilkan PDF"),
    ],
    ids=["time", "memory"],
)
def test_a_report_that_cannot_be_printed_within_its_limits_comes_without_pdf_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, said: str
) -> None:
    monkeypatch.setattr("renderers.word.office.program", program(tmp_path, script))
    monkeypatch.setattr(allowance, "of", lambda _: Allowance(Share(20, 160 * MB), Share(1, 100 * MB)))
    made = reports.draw(REKAP, tmp_path)
    assert (made.docx[:2], made.pdf, made.catatan) == (b"PK", None, f"{said}: {WITHOUT}")


def test_a_report_whose_pages_cannot_be_counted_comes_without_pdf_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, misdeeds: Workshop
) -> None:
    (tmp_path / "pages").mkdir()
    monkeypatch.setattr("renderers.word.office.program", program(tmp_path, "echo %PDF > $8/laporan.pdf"))
    made = reports.draw(REKAP, tmp_path / "pages", template=OWN, workshop=misdeeds)
    assert (made.pdf, made.catatan) == (None, f"{reports.TOO_LONG}: {WITHOUT}")
    assert paragraphs(made.docx, "Judul Depan")[0] == "PRAKATA"


def test_a_fault_of_our_own_is_told_with_its_place_and_taken_for_no_heavy_template(
    tmp_path: Path, misdeeds: Workshop
) -> None:
    (tmp_path / "fault").mkdir()
    with pytest.raises(reports.Faulty, match=r"^ValueError at .*misreports\.py:\d+ _faulty$"):
        reports.draw(REKAP, tmp_path / "fault", template=OWN, workshop=misdeeds)


@pytest.mark.usefixtures("office", "no_office")
async def test_a_report_whose_child_is_killed_each_time_is_given_up_after_three_attempts_and_the_next_goes_on(
    world: World, monkeypatch: pytest.MonkeyPatch, misdeeds: Workshop
) -> None:
    told: list[str] = []

    def happened(outcome: Outcome) -> list[Outgoing]:
        told.append(outcome.became)
        return []

    monkeypatch.setattr(table, "listeners", lambda _: [happened])
    folders = {1: world.data_dir / "dies", 2: world.data_dir}

    def draw(_database: Database, row: int, _folder: Path, step: Step) -> Drawn:
        return Drawn((("a.docx", reports.draw(REKAP, folders[row], step, workshop=misdeeds).docx),))

    with world.database.transaction() as session:
        both = [Outgoing(GRUP, title="Laporan", drawing=Drawing("rekap", n), satker=1) for n in folders]
        queue.queue(session, both, world.clock())
    drawings = Drawings(world, {"rekap": draw})
    assert [await drawings.one() for _ in range(6)] == [True] * 5 + [False]
    with world.database.transaction() as session:
        rows = session.scalars(select(Outbox).order_by(Outbox.id)).all()
        assert [(row.state, row.tries, len(row.files)) for row in rows] == [("dead", 4, 0), ("new", 0, 1)]
    assert told == ["drawing"] * 4 + ["failed", "drawing", "step", "drawn"]


@pytest.mark.parametrize(
    ("scale", "filled", "printed"),
    [(1, (24, 169), (72, 249)), (10, (54, 227), (146, 307)), (100, (300, 480), None)],
)
def test_what_a_report_may_use_grows_with_its_rows_and_ends_within_the_machine(
    scale: int, filled: tuple[int, int], printed: tuple[int, int] | None
) -> None:
    allowed = allowance.of(report_data.rekap(scale))
    shares = [(one.seconds, one.room // MB) if one else None for one in (allowed.filled, allowed.printed)]
    assert shares == [filled, printed]
    assert allowed.filled.room <= WORKSHOP.budget.most


def test_a_report_a_hundred_times_as_long_is_not_begun_to_be_printed_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("renderers.word.office.program", program(tmp_path, "touch begun"))
    monkeypatch.setattr(allowance, "MOST_PRINTED", 10)
    made = reports.draw(REKAP, tmp_path)
    assert (made.docx[:2], made.pdf, made.catatan) == (b"PK", None, f"{reports.TOO_LONG}: {WITHOUT}")
