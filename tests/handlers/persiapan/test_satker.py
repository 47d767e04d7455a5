"""The setting up: which office this is, where it stands, and its accounts."""

import pytest
from sqlalchemy import select

from handlers.persiapan.doors import Choose
from handlers.persiapan.satker import address_and_ketua
from handlers.tim import masuk
from storage.database import Database
from storage.kantor.akun import Akun
from storage.kantor.fakta import About
from storage.kantor.satker import Satker
from tests.conftest import NOW, make_office
from tests.facts import told
from tests.handlers.baru import phones, the, title
from tests.phone import Phones

__all__ = ["phones"]


def test_the_office_is_what_was_chosen(phones: Phones) -> None:
    assert title(phones.say("Qori", "KPU Kota Probolinggo")) == "Menyiapkan satker · 1 dari 7: Alamat"
    phones.say("Qori", "Ketua: Ahmad Hudri, S.T.⏎Jl. Panglima Sudirman 514")
    office = the(phones.database)
    assert (office.kode, office.nama, office.zona, office.kota) == (
        "3574", "KPU Kota Probolinggo", "Asia/Jakarta", "Probolinggo",
    )  # fmt: skip
    assert office.tempat == "KOTA PROBOLINGGO"
    assert told(phones.database, office.id, *About) == [
        ("KPU Provinsi Jawa Timur", "", None, None),
        ("Surabaya", "", None, None),
        ("Ahmad Hudri, S.T.", "Ketua", None, None),
        ("Jl. Panglima Sudirman 514", "", None, None),
    ]


def test_an_office_that_is_there_already_is_said(phones: Phones) -> None:
    with phones.database.transaction() as session:
        make_office(session, "3513", "KPU Kabupaten Probolinggo")
    taken = "KPU Kabupaten Probolinggo sudah memakai bot ini. Mintalah undangan kepada Ketua Pelaksananya."
    assert phones.say("Qori", "kab. probolinggo") == [f"Bot→Qori> {taken}"]
    assert phones.say("Qori", f"[!{Choose('3513').written()}]") == [f"Bot! {taken}"]
    # The question is still open.
    phones.say("Qori", "kota probolinggo")
    assert {o.kode for o in offices(phones)} == {"3513", "3574"}


def offices(phones: Phones) -> list[Satker]:
    with phones.database.transaction() as session:
        return list(session.scalars(select(Satker).order_by(Satker.id)))


def test_an_office_with_records_does_not_become_another(phones: Phones) -> None:
    phones.say("Qori", "kota probolinggo")
    phones.say("Qori", "(foto a) Rapat Pleno Rutin")
    phones.say("Qori", "[Simpan]")
    told = "Bot! Satker ini sudah mempunyai catatan. Namanya diubah dengan /atur satker."
    assert phones.say("Qori", f"[!{Choose('3513').written()}]") == [told]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Jl. Sudirman 1\nAhmad", {"alamat": "Jl. Sudirman 1", "ketua": "Ahmad"}),
        ("Ahmad\nJalan Sudirman", {"alamat": "Jalan Sudirman", "ketua": "Ahmad"}),
        ("Ketua: Ahmad 2", {"ketua": "Ahmad 2"}),
        ("alamat kantor = Gedung A\nKec. Mayangan", {"alamat": "Gedung A, Kec. Mayangan"}),
        ("Ahmad Hudri, S.T., M.AP.", {"ketua": "Ahmad Hudri, S.T., M.AP."}),
    ],
)
def test_address_and_leader(typed: str, read: dict[str, str]) -> None:
    assert address_and_ketua(typed) == read


def test_accounts_are_counted_as_is_usual_and_toggled(phones: Phones) -> None:
    phones.say("Qori", "kota probolinggo")
    phones.say("Qori", "[Lewati]")
    phones.say("Qori", "IG kpu⏎TikTok kpu⏎FB kpu")
    phones.say("Qori", "[✓ TikTok kpu]")
    phones.say("Qori", "[FB kpu]")
    phones.say("Qori", "FB KPU Kota")
    with phones.database.transaction() as session:
        rows = session.scalars(select(Akun).order_by(Akun.urut))
        assert [(a.platform, a.nama, a.dihitung) for a in rows] == [
            ("IG", "kpu", True), ("TikTok", "kpu", False), ("FB", "KPU Kota", True),
        ]  # fmt: skip
    assert the(phones.database).platform_bawaan == ["IG", "FB"]


def test_the_first_link_is_printed_until_somebody_has_come(database: Database) -> None:
    with database.transaction() as session:
        assert [name for name, _ in masuk.first_links(session, NOW)] == ["satker baru"]
    phones = Phones(database)
    phones.say("Qori", "(tautan pertama)")
    with database.transaction() as session:
        assert masuk.first_links(session, NOW) == []
