"""The office's own Word template on its way: from Telegram, from the page, from the shell; and into a report."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from bot.__main__ import main
from bot.telegram.channel import Telegram
from bot.webchat.channel import WebChat, chat, to_body
from bot.webchat.state import Room
from bot.work.drawing.drawers import DRAWERS
from handlers import dispatch
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Incoming
from renderers.photo.emblem import emblem
from renderers.received import CheckedTemplate
from renderers.rekap import surat
from renderers.rekap.rekap import TEMPLATE, compose
from renderers.report import unheard
from renderers.templat_bawaan import build
from renderers.templat_kantor.files import LARGEST
from renderers.word.ooxml import pack, unpack
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import templat
from storage.kantor.satker import Satker
from storage.kantor.templat import Jenis, Templat
from storage.laporan.deliveries import Delivery
from storage.laporan.laporan import Laporan
from tests.bot.browser.page import opened, page
from tests.bot.updates import Json, message
from tests.botapi import BotAPI
from tests.botapi_wire import Fault
from tests.conftest import NOW, here
from tests.phone import Phones
from tests.renderers.reading import paragraphs
from tests.renderers.rekaps import REKAP
from tests.renderers.templat_kantor.by_hand import edited, typed
from tests.templat import letter_file, word_file

GOOD, BAD = pack(build.parts()), pack(typed("{{ surat.nomor }}", "{{ surat.nomr }}"))
FAULT = "Nama “surat.nomr” tidak dikenal (maksudnya “surat.nomor”?), sebelum judul pertama, tabel ke-2 baris 1 kolom 3."
OWN = word_file("Templat kantor.docx", "KATA PENGANTAR", "PRAKATA").docx
LETTER = letter_file("Surat.docx", "Yth. Ketua", "Yth. Bapak/Ibu Ketua").docx


def sent_word(name: str = "Templat kantor.docx", size: int = 9, caption: str = "templat") -> Json:
    facts = {"file_id": "f", "file_unique_id": "uf", "mime_type": "application/zip", "file_name": name}
    return {"update_id": 7} | message("Qori", document={**facts, "file_size": size}, caption=caption)


async def test_a_word_file_at_telegram_is_judged_before_anybody_hears_of_it(channel: Telegram, api: BotAPI) -> None:
    api.files["f"] = GOOD
    heard = await channel.incoming(sent_word(), "7")
    assert heard
    assert heard.templat
    assert (heard.text, heard.templat.name, heard.templat.faults) == ("templat", "Templat kantor.docx", ())
    assert unpack(heard.templat.docx).keys() == build.parts().keys()
    api.files["f"] = BAD
    heard = await channel.incoming(sent_word("B.DOCX"), "8")
    assert heard
    assert heard.templat == CheckedTemplate("B.DOCX", "", (FAULT,))


async def test_a_word_file_that_is_too_large_or_never_comes_gets_its_sentence(channel: Telegram, api: BotAPI) -> None:
    heard = await channel.incoming(sent_word(size=LARGEST + 1), "7")
    assert heard
    assert heard.refused == (
        "Templat lebih dari 5 MB. Perkecil gambar di dalamnya (Word: Kompres Gambar), lalu kirim lagi."
    )
    assert api.said("getFile") == []
    api.faults = [Fault("getFile", 400, description="Bad Request: wrong file_id")]
    heard = await channel.incoming(sent_word(), "7")
    assert heard
    assert heard.refused == "Berkas ini tidak dapat diambil dari Telegram. Mohon kirim ulang."


async def test_a_word_file_of_the_page_survives_the_inbox() -> None:
    told = Incoming(chat("Qori"), "1", "Qori", templat=CheckedTemplate("a.docx", "QUJD", ("Salah.",)))
    heard = await WebChat(Room(), lambda: NOW).incoming(to_body(told), "1")
    assert heard == told
    assert heard
    assert heard.templat
    assert heard.templat.docx == b"ABC"


async def test_the_page_takes_a_word_file_as_the_template(database: Database, office: int, tmp_path: Path) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        row.grup_channel = row.grup = row.terhubung_at = None
    async with opened(database, tmp_path / "data") as url, page(url) as phones:
        await phones.say("Qori", "templat", ("Templat kantor.docx", OWN))
        told = await phones.told(phones.who("Qori")["chat"], "Templat laporan")
    assert told["text"].splitlines()[0] == "Templat baru berlaku mulai laporan berikutnya."


def test_a_file_that_cannot_be_drawn_is_told_of(database: Database, office: int) -> None:
    renderer, _ = asked(database, "Contoh")
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.payload["drawing"].is_not(None)).order_by(Outbox.id)).all()[
            -1
        ]
        dispatch.happened(Outcome(session, row, Became.FAILED, NOW))
        said = session.scalars(select(Outbox).order_by(Outbox.id)).all()[-1].payload
        assert session.scalars(select(Delivery)).one().state == "failed"
    assert (renderer, said["text"]) == ("contoh", "Maaf, contoh laporan tidak dapat dibuat. Coba lagi dengan /templat.")
    assert office


def asked(database: Database, *buttons: str) -> tuple[str, int]:
    phones = Phones(database)
    phones.say("Qori", "/templat")
    for button in buttons:
        phones.say("Qori", f"[{button}]")
    with database.transaction() as session:
        row = session.scalars(select(Delivery)).one()
        return row.kind.removesuffix(" diminta"), row.id


def in_force(database: Database) -> int:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        return templat.add(here(session, office), "Templat kantor.docx", OWN, None).id


@pytest.mark.usefixtures("office")
def test_the_template_that_is_downloaded_is_the_one_in_force(database: Database, tmp_path: Path) -> None:
    renderer, row = asked(database, "Unduh templat")
    files = DRAWERS[renderer](database, row, tmp_path, unheard).files
    assert files == (("Templat laporan KPU Kota Probolinggo.docx", TEMPLATE.read_bytes()),)


@pytest.mark.usefixtures("office")
def test_the_office_s_own_template_is_downloaded_by_its_name(database: Database, tmp_path: Path) -> None:
    in_force(database)
    renderer, row = asked(database, "Unduh templat")
    assert DRAWERS[renderer](database, row, tmp_path, unheard).files == (("Templat kantor.docx", OWN),)


@pytest.mark.usefixtures("office")
def test_an_example_is_marked_drawn_with_the_template_in_force_and_no_report(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: None)
    in_force(database)
    renderer, row = asked(database, "Contoh")
    ((name, data),) = DRAWERS[renderer](database, row, tmp_path, unheard).files
    assert name == "CONTOH Laporan KPU Kota Probolinggo Triwulan II 2022.docx"
    assert paragraphs(data, "Judul Depan")[0] == "PRAKATA"
    assert b"CONTOH, bukan laporan resmi" in unpack(data)["word/document.xml"]
    with database.transaction() as session:
        assert session.scalars(select(Laporan)).all() == []


@pytest.mark.usefixtures("office")
def test_a_report_is_drawn_with_the_template_it_was_frozen_with(
    database: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("renderers.word.office.program", lambda: None)
    number = in_force(database)
    phones = Phones(database)
    phones.say("Qori", "/rekap Q2")
    phones.say("Qori", "[Buat laporan]")
    with database.transaction() as session:
        row = session.scalars(select(Laporan)).one()
        assert row.templat_id == number
        templat.end(here(session, session.scalars(select(Satker)).one()))
    drawn = DRAWERS["rekap"](database, row.id, tmp_path, unheard)
    assert paragraphs(drawn.files[0][1], "Judul Depan")[0] == "PRAKATA"


def test_a_template_that_cannot_take_the_figures_does_not_cost_the_report() -> None:
    broken = pack(typed("{{ surat.nomor }}", "{{ surat.lama }}"))
    drawn = compose(REKAP, (), emblem(), None, template=broken)
    assert paragraphs(drawn.docx, "Judul Depan")[0] == "KATA PENGANTAR"
    assert drawn.catatan.startswith(
        "Templat kantor tidak dapat diisi dengan data periode ini, jadi laporan memakai templat bawaan. LibreOffice"
    )


def bot(folder: Path, *words: str) -> Result:
    return CliRunner().invoke(main, words, env={"DATA_DIR": str(folder), "DATABASE_URL": "", "BOT_TOKEN": "1:x"})


@pytest.mark.usefixtures("sample_sqlite")
def test_a_word_file_is_loaded_from_the_shell(tmp_path: Path) -> None:
    (tmp_path / "Kantor.docx").write_bytes(OWN)
    (tmp_path / "salah.docx").write_bytes(BAD)
    loaded = bot(tmp_path / "data", "load", str(tmp_path / "Kantor.docx"), "--satker", "3574")
    assert loaded.output == "KPU Kota Probolinggo: Kantor.docx is the template of its reports\n"
    refused = bot(tmp_path / "data", "load", str(tmp_path / "salah.docx"))
    assert (refused.exit_code, refused.output) == (1, f"Error: {FAULT}\n")
    assert bot(tmp_path / "data", "load", str(tmp_path / "nirgends.docx")).exit_code == 1
    database = Database(f"sqlite:///{tmp_path / 'data' / 'bakohumas.db'}")
    with database.transaction() as session:
        rows = [(row.nama, row.berlaku, row.isi) for row in session.scalars(select(Templat).order_by(Templat.id))]
    database.close()
    assert rows == [("Kantor.docx", True, OWN)]


@pytest.mark.usefixtures("sample_sqlite")
def test_a_template_of_the_letter_is_loaded_from_the_shell_beside_that_of_the_report(tmp_path: Path) -> None:
    (tmp_path / "Kantor.docx").write_bytes(OWN)
    (tmp_path / "Surat.docx").write_bytes(LETTER)
    bot(tmp_path / "data", "load", str(tmp_path / "Kantor.docx"))
    loaded = bot(tmp_path / "data", "load", str(tmp_path / "Surat.docx"))
    assert loaded.output == "KPU Kota Probolinggo: Surat.docx is the template of its letters\n"
    database = Database(f"sqlite:///{tmp_path / 'data' / 'bakohumas.db'}")
    with database.transaction() as session:
        rows = [(row.jenis, row.berlaku, row.isi) for row in session.scalars(select(Templat).order_by(Templat.id))]
    database.close()
    assert rows == [("laporan", True, OWN), ("surat", True, LETTER)]


@pytest.mark.usefixtures("office")
def test_the_template_of_the_letter_is_downloaded_for_itself(database: Database, tmp_path: Path) -> None:
    renderer, row = asked(database, "Templat surat", "Unduh templat")
    files = DRAWERS[renderer](database, row, tmp_path, unheard).files
    assert files == (("Templat surat KPU Kota Probolinggo.docx", surat.TEMPLATE.read_bytes()),)


@pytest.mark.usefixtures("office")
def test_an_example_of_the_letter_is_the_letter_alone(database: Database, tmp_path: Path) -> None:
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        templat.add(here(session, office), "Surat.docx", LETTER, None, Jenis.SURAT)
    renderer, row = asked(database, "Templat surat", "Contoh")
    ((name, data),) = DRAWERS[renderer](database, row, tmp_path, unheard).files
    assert name == "CONTOH Surat KPU Kota Probolinggo Triwulan II 2022.docx"
    text = unpack(data)["word/document.xml"]
    assert (b"Yth. Bapak/Ibu Ketua" in text, b"${nomor_naskah}" in text) == (True, True)


@pytest.mark.usefixtures("sample_sqlite")
def test_what_a_template_from_the_shell_has_lost_is_told(tmp_path: Path) -> None:
    (tmp_path / "Kantor.docx").write_bytes(pack(edited('<w:pStyle w:val="JudulDepan"/>', '<w:pStyle w:val="Isi"/>')))
    loaded = bot(tmp_path / "data", "load", str(tmp_path / "Kantor.docx"))
    lost = "“KATA PENGANTAR” kehilangan gaya judulnya, jadi tidak ada di daftar isi; beri gaya “Judul Depan” di Word."
    assert loaded.stderr == f"Perhatikan: {lost}\n"
    assert loaded.stdout == "KPU Kota Probolinggo: Kantor.docx is the template of its reports\n"


def test_a_template_in_force_makes_way_for_the_next(database: Database, office: int) -> None:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        first = templat.add(here(session, row), "a.docx", b"a", None)
        second = templat.add(here(session, row), "b.docx", b"b", None)
        assert templat.of(here(session, row)) is second
        templat.use(here(session, row), first)
        session.expire_all()
        assert templat.of(here(session, row)) is first
        assert [templat.bytes_of(session, id_) for id_ in (first.id, second.id, None)] == [b"a", b"b", None]
        assert templat.get(here(session, row), 99) is None
        templat.use(here(session, row), None)
        session.expire_all()
        assert templat.of(here(session, row)) is None
