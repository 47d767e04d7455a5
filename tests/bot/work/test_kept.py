"""Reports as they were sent: kept under their hash, in the backup too, and never taken for what they are not."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.commands import backup
from bot.settings import Settings
from bot.work import kept
from storage.database import Database

WORD, PDF = b"PK word", b"%PDF"


@pytest.mark.parametrize("pdf", [PDF, None])
def test_what_was_kept_is_read_again(tmp_path: Path, pdf: bytes | None) -> None:
    sha256 = kept.write(tmp_path, WORD, pdf)
    assert kept.write(tmp_path, WORD, pdf) == sha256
    assert kept.read(tmp_path, sha256) == [("docx", WORD), *([("pdf", pdf)] if pdf else [])]


@pytest.mark.parametrize("sha256", ["", "5a"])
def test_a_hash_that_is_not_kept(tmp_path: Path, sha256: str) -> None:
    assert kept.read(tmp_path, sha256) == []


def test_a_file_that_rotted_or_is_only_a_pdf_is_none(tmp_path: Path) -> None:
    sha256 = kept.write(tmp_path, WORD, PDF)
    word = tmp_path / f"laporan/{sha256}.docx"
    word.write_bytes(b"PK w")
    assert kept.read(tmp_path, sha256) == []
    word.unlink()
    assert kept.read(tmp_path, sha256) == []


def test_they_go_into_the_backup_and_come_back(sample_sqlite: Database, tmp_path: Path) -> None:
    settings = Settings.model_validate({"data_dir": tmp_path / "data"})
    sha256 = kept.write(settings.data_dir, WORD, PDF)
    file = backup.backup(settings, sample_sqlite, tmp_path / "copy.tar", datetime(2022, 6, 24, tzinfo=UTC))
    fresh = Settings.model_validate({"data_dir": tmp_path / "new"})
    backup.restore(fresh, file)
    assert kept.read(fresh.data_dir, sha256) == [("docx", WORD), ("pdf", PDF)]
