"""Chats as they look on the phone: test, documentation and demo at once. `pytest --update` writes them anew."""

import re
from pathlib import Path

import pytest
from sqlalchemy import update

from storage.database import Database
from storage.kantor.people import Identity
from storage.kantor.satker import Satker
from tests.across import Watching, nothing_reaches_across
from tests.phone import played
from tests.postgres import URL

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.txt"))
WHATSAPP = "whatsapp"
PROVINCE = {"kode": "35", "nama": "KPU Provinsi Jawa Timur", "tingkat": "provinsi", "wilayah": "Provinsi Jawa Timur"}
# What people look for first, in the order of a quarter.
NEEDED = (
    ("lapor-foto", "melapor dengan foto dan satu kalimat"),
    ("lapor-konten", "melapor konten dengan tautan"),
    ("ralat-balasan", "membetulkan laporan dengan membalas tanda terimanya"),
    ("ubah-hapus", "mengubah, menghapus, mengembalikan"),
    ("saya", "catatan sendiri untuk e-Kinerja"),
    ("kolase-hidup", "kolase pekan yang terkirim dan diperbarui sendiri"),
    ("matriks", "angka bulan per jenis dan akun"),
    ("rekap-periksa", "melengkapi, lalu membuat laporan triwulan"),
    ("narasi", "teks laporan yang ditulis kantor sendiri"),
    ("undang", "mengundang anggota"),
    ("whatsapp-lapor-foto", "cerita pertama lewat WhatsApp, yang tidak mengganti pesan"),
)


def given(path: Path, request: pytest.FixtureRequest) -> None:
    """The office that a transcript speaks of, but where it is made there."""
    if not path.stem.startswith("persiapan"):
        request.getfixturevalue("office")
    if path.stem.startswith("provinsi"):
        with request.getfixturevalue("database").transaction() as session:
            session.execute(update(Satker).values(**PROVINCE))
    if channel_of(path) == WHATSAPP:
        with request.getfixturevalue("database").transaction() as session:
            session.execute(update(Identity).values(channel=WHATSAPP))


def channel_of(path: Path) -> str:
    """The channel on which a transcript is played: the same story stands beside it as told on the other one."""
    return WHATSAPP if path.stem.startswith(f"{WHATSAPP}-") else "test"


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda p: p.stem)
def test_it_goes_as_written_and_reaches_no_other_office(
    path: Path, database: Database, request: pytest.FixtureRequest
) -> None:
    given(path, request)
    expected = path.read_text(encoding="utf-8")
    phones = Watching(database, channel=channel_of(path))
    now = played(phones, expected)
    if request.config.getoption("--update"):
        path.write_text(now, encoding="utf-8")
    assert ungapped(now) == ungapped(path.read_text(encoding="utf-8"))
    # Who may press what is decided in Python, for every channel: PostgreSQL would say the same more slowly.
    if not URL and phones.channel != WHATSAPP:
        nothing_reaches_across(phones, every=False)


@pytest.mark.slow
@pytest.mark.parametrize("path", [path for path in TRANSCRIPTS if channel_of(path) != WHATSAPP], ids=lambda p: p.stem)
def test_none_of_its_buttons_reaches_another_office(
    path: Path, database: Database, request: pytest.FixtureRequest
) -> None:
    given(path, request)
    phones = Watching(database)
    played(phones, path.read_text(encoding="utf-8"))
    nothing_reaches_across(phones, every=True)


def ungapped(chat: str) -> str:
    """PostgreSQL gives the number of a row that was not inserted to nobody else."""
    return re.sub(r"<(\w+) \d+>", r"<\1>", chat) if URL else chat


def heading(stem: str) -> str:
    return stem.replace("-", " ").capitalize()


def screens() -> str:
    """All transcripts as one page: what a person can meet in the chat."""
    parts = [
        "# Percakapan\n\nSemua layar bot, seperti diuji. `*` berarti pesan diganti di tempat; `!` catatan singkat.\n"
    ]
    parts.append("\n".join(f"- [{heading(stem)}](#{stem}): {told}" for stem, told in NEEDED) + "\n")
    for path in TRANSCRIPTS:
        title, _, chat = path.read_text(encoding="utf-8").partition("\n")
        parts.append(f"## {heading(path.stem)}\n\n{title.lstrip('# ')}\n\n```text\n{chat}```\n")
    return "\n".join(parts)


def test_the_index_of_the_page_leads_to_screens() -> None:
    assert {stem for stem, _ in NEEDED} <= {path.stem for path in TRANSCRIPTS}


def test_the_page_of_all_screens_is_what_the_transcripts_say(request: pytest.FixtureRequest) -> None:
    page = Path(__file__).parent.parent / "docs" / "percakapan.md"
    if request.config.getoption("--update"):
        page.write_text(screens(), encoding="utf-8")
    assert page.read_text(encoding="utf-8") == screens()
