"""The command line, run as a whole process or through click, on a real data folder."""

import json
import sqlite3
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from docx import Document
from PIL import Image
from sqlalchemy import QueuePool

from bot.__main__ import main
from bot.commands.load import SAMPLE
from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from handlers.rekap import kelengkapan
from renderers.photo.refusal import NOT_A_PHOTO
from storage.database import Database
from storage.kantor import satker
from storage.kantor.satker import Here
from tests import sample


@pytest.fixture(autouse=True)
def _closed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No command leaves a connection to the database open, however it ends."""
    made: list[Database] = []
    opened = Database.__init__

    def noted(self: Database, url: str) -> None:
        made.append(self)
        opened(self, url)

    monkeypatch.setattr(Database, "__init__", noted)
    yield
    pools = [one.engine.pool for one in made]
    assert [pool.checkedin() for pool in pools if isinstance(pool, QueuePool)] == [0] * len(pools)


def bot(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, words, env={"DATA_DIR": str(folder), "DATABASE_URL": "", "BOT_TOKEN": "1:x"})


@pytest.fixture
def folder(sample_sqlite: Database, tmp_path: Path) -> Path:
    assert sample_sqlite
    return tmp_path / "data"


@pytest.mark.parametrize("command", sorted(main.commands))
def test_every_command_answers_help(command: str) -> None:
    result = CliRunner().invoke(main, [command, "--help"])
    assert (result.exit_code, result.output.startswith("Usage: ")) == (0, True)


def test_load_tells_what_it_took_and_refuses_to_take_it_twice(tmp_path: Path) -> None:
    first, second = bot(tmp_path, "load", SAMPLE), bot(tmp_path, "load", SAMPLE)
    assert first.output == "KPU Kota Probolinggo: 121 records loaded\n"
    assert second.output == "Error: satker 3574 is already there; a history is loaded once\n"
    assert len(list((tmp_path / "foto").rglob("*.jpg"))) == 34


def own_file(folder: Path, **parts: object) -> Path:
    """The file of an office with one kegiatan, with other parts of it."""
    whole = json.loads((Path(__file__).parents[3] / "storage" / "sample" / "probolinggo.json").read_text("utf-8"))
    kegiatan = {"nama": "Apel", "mulai": "2022-05-02", "pelapor": "KADIR"}
    few = {key: whole[key] for key in ("satker", "akun", "anggota", "dasar_hukum", "keputusan")}
    (folder / "kantor.json").write_text(json.dumps({**few, "kegiatan": [kegiatan], **parts}))
    return folder / "kantor.json"


def test_load_names_what_is_wrong_with_a_file_and_takes_none_of_it(tmp_path: Path) -> None:
    wrong = own_file(tmp_path, kegiatan=[{"nama": "Apel", "mulai": "2 Mei 2022", "pelapor": "KADIR"}])
    assert bot(tmp_path / "data", "load", str(wrong)).output == (
        "Error: kegiatan ke-1, mulai: “2 Mei 2022” bukan tanggal; tulis seperti 2022-04-18.\n"
    )
    without = own_file(
        tmp_path, kegiatan=[{"nama": "Apel", "mulai": "2022-05-02", "pelapor": "KADIR", "foto": ["a.jpg"]}]
    )
    assert bot(tmp_path / "data", "load", str(without)).output == (
        "Error: foto a.jpg: tidak ada dalam folder foto di samping berkas ini.\n"
    )
    (tmp_path / "foto").mkdir()
    (tmp_path / "foto" / "a.jpg").write_text("bukan foto")
    assert bot(tmp_path / "data", "load", str(without)).output == f"Error: foto a.jpg: {NOT_A_PHOTO}\n"
    assert bot(tmp_path / "data", "load", str(own_file(tmp_path))).output == "KPU Kota Probolinggo: 1 records loaded\n"


def test_load_tells_what_parts_of_a_file_say_against_one_another(tmp_path: Path) -> None:
    masalah = {"judul": "Listrik", "dibuka": "2022-05-02", "ditutup": "2022-05-01"}
    result = bot(tmp_path / "data", "load", str(own_file(tmp_path, masalah=[masalah])))
    assert (result.stdout, result.stderr) == (
        "KPU Kota Probolinggo: 1 records loaded\n",
        "Perhatikan masalah “Listrik”: berakhir pada 2022-05-01, sebelum dimulai pada 2022-05-02.\n",
    )


def test_kolase_writes_the_sheets_of_a_pekan(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = bot(folder, "kolase", "2022-W15", "--out", str(out))
    assert result.output == f"{out / 'kolase-3574-2022-W15-1.jpg'}\n"
    with Image.open(out / "kolase-3574-2022-W15-1.jpg") as sheet:
        assert sheet.size == (1080, 1350)


def test_a_pekan_without_photos_and_a_period_that_is_none_are_told(folder: Path) -> None:
    assert bot(folder, "kolase", "2021-W02").output == "Error: there is no kegiatan with a photo in that pekan\n"
    assert bot(folder, "rekap", "Q5").output == "Error: Triwulan hanya ada I sampai IV; yang mana?\n"
    assert bot(folder, "rekap", "Q4", "2031").output == "Error: Triwulan IV 2031 belum dimulai.\n"


def test_rekap_says_what_the_report_lacks(
    folder: Path, sample_sqlite: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: None)
    result = bot(folder, "rekap", "Q2", "2022", "--out", str(tmp_path))
    names = [f"{tmp_path / f'laporan-bakohumas-3574-2022-TW2.{kind}'}\n" for kind in ("docx", "xlsx")]
    listed = [line for group, told in gaps_of(sample_sqlite).items() for line in (f"{group}:", *told)]
    assert listed[:2] == ["Tanggal:", "- 3 informasi kepemiluan hanya diketahui bulannya: #58, #64, #68."]
    assert (result.stdout, result.stderr.splitlines()) == (
        "".join(names),
        [
            *listed,
            (
                "LibreOffice tidak terpasang: nomor halaman daftar isi masih “…” dan diisi Word saat berkas dibuka "
                "(jawab Ya), sedangkan PDF tidak dibuat."
            ),
        ],
    )


def gaps_of(database: Database) -> dict[str, list[str]]:
    """What /rekap Q2 2022 lists, as it is printed."""
    now, periode = datetime.now(UTC), Periode("triwulan", 2, 2022)
    with database.transaction() as session:
        here = Here(session, satker.every(session)[0], now)
        found = kelengkapan.judged(here, periode, gather.gather(here, periode, now.date()), now.date())
    return {group: [f"- {gap.sentence}" for gap in gaps] for group, gaps in found.items()}


def test_rekap_writes_a_report_that_opens(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    result = bot(folder, "rekap", "Q2", "2022", "--out", str(out))
    files = [Path(line) for line in result.stdout.splitlines()]
    assert files[0] == out / "laporan-bakohumas-3574-2022-TW2.docx"
    assert [file.suffix for file in files if file.suffix != ".pdf"] == [".docx", ".xlsx"]
    assert len(Document(str(files[0])).tables) > 15


def test_without_an_office_the_shell_is_told_what_to_do(tmp_path: Path) -> None:
    assert (
        bot(tmp_path, "rekap", "Q2").output
        == "Error: which satker? use --satker KODE (known: none; use: bot load FILE)\n"
    )


def test_a_backup_is_whole_and_comes_back(folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "backup.tar"
    assert bot(folder, "backup", str(target)).exit_code == 0
    with tarfile.open(target) as archive:
        assert "bakohumas.db" in archive.getnames()
    back = tmp_path / "back"
    assert bot(back, "restore", str(target)).output == f"restored into {back}\n"
    with sqlite3.connect(back / "bakohumas.db") as connection:
        assert connection.execute("SELECT count(*) FROM kegiatan").fetchone() == (52,)
    connection.close()
    again = bot(back, "restore", str(target)).output
    assert again == f"Error: {back} already holds a database; move it away first, all together: {back}/bakohumas.db\n"


def test_a_file_that_is_no_backup_is_refused_and_nothing_is_left(tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.tar"
    with tarfile.open(wrong, "w") as archive:
        (tmp_path / "bakohumas.db").write_bytes(b"SQLite format 3\0" + b"x" * 5000)
        archive.add(tmp_path / "bakohumas.db", "bakohumas.db")
    result = bot(tmp_path / "data", "restore", str(wrong))
    assert (result.exit_code, result.output.startswith("Error: the copy is not sound")) == (1, True)
    assert list((tmp_path / "data").iterdir()) == []


def test_move_brings_a_file_into_another_database_once(folder: Path, tmp_path: Path) -> None:
    file, target = folder / "bakohumas.db", tmp_path / "new"
    first, second = bot(target, "move", str(file)), bot(target, "move", str(file))
    assert first.output.endswith("tables, compared one by one\n")
    assert second.output == "Error: the database of DATABASE_URL already holds something\n"


def test_the_doctor_looks_at_everything(folder: Path) -> None:
    lines = bot(folder, "check").output.splitlines()
    assert [line[3:].strip().split(":")[0] for line in lines] == [
        "database",
        "schema",
        "inbox",
        "outbox",
        "disk",
        "backup",
        "photos",
        "sweep",
        "data folder",
        "LibreOffice",
        "BOT_TOKEN",
        "clock",
    ]


@pytest.mark.parametrize(
    ("lacks", "line"),
    [
        ("", "ok  LibreOffice: /usr/bin/soffice, shut in"),
        ("Landlock", "!!  LibreOffice: /usr/bin/soffice, not shut in: Landlock missing"),
        ("seccomp", "!!  LibreOffice: /usr/bin/soffice, not shut in: seccomp missing"),
    ],
)
def test_the_doctor_says_what_libreoffice_is_not_shut_in_by(
    folder: Path, monkeypatch: pytest.MonkeyPatch, lacks: str, line: str
) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: "/usr/bin/soffice")
    monkeypatch.setattr("renderers.word.office.unsafe", lambda: lacks)
    assert line in bot(folder, "check").output.splitlines()


def test_run_does_not_start_with_a_token_that_others_may_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path(".env").write_text("BOT_TOKEN=1:x\n")
    Path(".env").chmod(0o640)
    said = bot(tmp_path, "run").output
    assert said == "Error: .env holds the token and others may read it; run: chmod 600 .env\n"


def test_run_needs_a_token(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["run"], env={"DATA_DIR": str(tmp_path), "BOT_TOKEN": None})
    assert result.output == "Error: BOT_TOKEN is not set; copy .env.example to .env and put the token there\n"
    assert sample.LOADED_AT


def test_a_database_of_an_unknown_schema_is_refused_in_one_sentence(folder: Path) -> None:
    with sqlite3.connect(folder / "bakohumas.db") as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0016'")
    connection.close()
    result = bot(folder, "kolase", "2022-W15")
    assert (result.exit_code, result.output.count("\n")) == (1, 1)
    assert result.output.startswith("Error: the schema is at 0016, this release knows 0100 to ")
