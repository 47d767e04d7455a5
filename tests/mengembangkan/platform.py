"""The platform of the recipe: known by its link, a column of the matrix; what was reported before stays as it was."""

import io
import re
from datetime import date

import pytest
from PIL import Image

from handlers.laporan import differences
from handlers.persiapan import akun
from handlers.reading import links
from renderers.boards import matriks
from renderers.figures import Matriks
from renderers.word import tables
from renderers.word.ooxml import twips
from storage.catatan import konten
from storage.database import Database
from storage.kantor.satker import Satker
from storage.nasional import jenis, platform
from tests.conftest import here
from tests.phone import Phones
from tests.renderers.rekaps import rekap

BULAN = date(2022, 6, 1)
EVERY = (*platform.usual(), "Bluesky")


def test_it_is_recognised_by_its_link(database: Database, office: int) -> None:
    phones = Phones(database)
    link = "https://bsky.app/profile/kpu.bsky.social/post/3kabc1?x=2"
    (found,) = links.tautan(link)
    assert (found.platform, found.url, found.kode) == (
        "Bluesky", "https://bsky.app/profile/kpu.bsky.social/post/3kabc1", "Bluesky:3kabc1"
    )  # fmt: skip
    phones.say("Rudi", f"Infografik tahapan {link}")
    assert "   │ Platform: Bluesky" in phones.say("Rudi", "[Simpan]")
    with database.transaction() as session:
        cells = konten.matriks(here(session, session.get_one(Satker, office)), BULAN, date(2022, 7, 1))
    assert cells == {("Infografik", "Bluesky"): 1}
    assert "   │ Infografik: Bluesky 1" in phones.say("Rudi", "/matriks")


@pytest.mark.usefixtures("office")
def test_it_can_be_corrected_by_word_and_button(database: Database) -> None:
    phones = Phones(database)
    assert phones.say("Qori", "/matriks Juni repost bsky 12")[1] == "   │ Repost di Bluesky: belum ada → 12"
    for step in ("/matriks", "[Koreksi]", "[Repost]", "[Bluesky]"):
        phones.say("Qori", step)
    assert phones.say("Qori", "[13]")[1] == "   │ Repost di Bluesky: 12 → 13"


def test_an_account_of_it_is_read_at_the_set_up() -> None:
    told = akun.read("Bluesky kpu_kota\nhttps://bsky.app/@kpu_lain")
    assert told.akun == [("Bluesky", "kpu_kota"), ("Bluesky", "kpu_lain")]


def test_the_picture_has_room_for_it() -> None:
    rows = tuple((1,) * len(EVERY) for _ in jenis.every())
    drawn = matriks.draw(matriks.Matrix("KPU", BULAN, jenis.keys(), EVERY, rows))
    assert Image.open(io.BytesIO(drawn)).width == 1080


def test_the_heads_of_the_word_table_have_room_for_it() -> None:
    month = Matriks(BULAN, tuple((1,) * len(EVERY) for _ in jenis.every()))
    table = tables.matrix(rekap(jenis=jenis.keys(), platform=EVERY), [month])
    widths = [int(w) for w in re.findall(r'<w:gridCol w:w="(\d+)"', str(table))]
    assert min(widths[2:]) >= twips(1.6)


def test_a_report_of_before_differs_only_where_something_is() -> None:
    old = differences.cells([Matriks(BULAN, ((1, 2),))], ["Repost"], ["IG", "FB"])
    now = differences.cells([Matriks(BULAN, ((1, 2, 3),))], ["Repost"], ["IG", "FB", "Threads"])
    assert [(sel.platform, sel.semula, sel.menjadi) for sel in differences.differing(old, now)] == [("Threads", 0, 3)]
