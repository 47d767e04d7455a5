"""/matriks shows what the report counts; a correction is marked, explained, undone and kept in the audit."""

from datetime import date

import pytest
from sqlalchemy import select

from handlers.chat.messages import Rejected
from handlers.matriks import cells as matriks_cells
from handlers.matriks import matriks
from handlers.matriks.cells import Koreksi
from handlers.matriks.doors import Correct, Month, Put
from handlers.reading.message.gazetteer import Gazetteer
from storage.catatan import konten
from storage.catatan.konten import Koreksi as Row
from storage.database import Database
from storage.kantor.audit import Audit
from storage.kantor.satker import Satker
from storage.laporan.deliveries import Delivery
from storage.nasional import jenis as nasional_jenis
from storage.nasional import platform as nasional_platform
from tests.conftest import here, make_office
from tests.handlers.records import known, month_of, shown
from tests.phone import Phones

JENIS = nasional_jenis.keys()
PLATFORM = nasional_platform.usual()
WORDS = Gazetteer(platforms=nasional_platform.words())

JUNI = date(2022, 6, 1)


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    with database.transaction() as session:
        row = session.get_one(Satker, office)
        shown(session, row, "Repost", "", JUNI, IG=8, FB=7)
        shown(session, row, "Video lainnya", "", date(2022, 6, 30), TikTok=20)
        shown(session, row, "Repost", "", date(2022, 5, 31), IG=3)
    return Phones(database)


def cells(phones: Phones) -> dict[str, int]:
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).first()
        assert office
        found = konten.matriks(here(session, office), JUNI, date(2022, 7, 1))
    return {f"{jenis} {platform}": n for (jenis, platform), n in found.items()}


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("repost ig 12", ("Repost", "IG", 12, "")),
        ("Repost Instagram: 12, termasuk kiriman lama", ("Repost", "IG", 12, "termasuk kiriman lama")),
        ("foto berita fb 30. dari arsip", ("Foto Berita", "FB", 30, "dari arsip")),
        ("foto x 0", ("Foto Berita", "Twitter", 0, "")),
        ("link yt 1", ("Promote link berita web", "YouTube", 1, "")),
        ("video tik tok 1000", ("Video lainnya", "TikTok", 1000, "")),
        ("live ig 3", ("Promote live IG/streaming", "IG", 3, "")),
        ("live ig ig 3", ("Promote live IG/streaming", "IG", 3, "")),
        ("duka tidak ada", ("Ucapan Dukacita", "", 0, "")),
        ("duka ig nihil", ("Ucapan Dukacita", "IG", 0, "")),
        ("repost hapus", ("Repost", "", None, "")),
        ("repost ig HAPUS salah hitung", ("Repost", "IG", None, "salah hitung")),
    ],
)
def test_a_correction_is_read(said: str, told: tuple[str, str, int | None, str]) -> None:
    assert matriks_cells.read(said, JUNI, WORDS) == Koreksi(JUNI, *told)


@pytest.mark.parametrize("jenis", JENIS)
@pytest.mark.parametrize("platform", PLATFORM)
def test_every_cell_can_be_named_as_the_card_writes_it(jenis: str, platform: str) -> None:
    said = f"{jenis.casefold()} {platform.casefold()} 27"
    assert matriks_cells.read(said, JUNI, WORDS) == Koreksi(JUNI, jenis, platform, 27)


@pytest.mark.parametrize("said", ["repost", "repost 12", "ig 12", "entah ig 12", "repost ig 12345", "repost ig -1 x"])
def test_what_is_not_understood_changes_nothing(phones: Phones, said: str) -> None:
    with pytest.raises(Rejected):
        matriks_cells.read(said, JUNI, WORDS)
    assert phones.say("Qori", f"/matriks Juni {said}") == [f"Bot→Qori> {matriks_cells.HOW}"]
    assert cells(phones) == {"Repost IG": 8, "Repost FB": 7, "Video lainnya TikTok": 20}


@pytest.mark.parametrize(
    ("text", "bulan", "rest"),
    [
        ("", JUNI, ""),
        ("Mei", date(2022, 5, 1), ""),
        ("bulan lalu", date(2022, 5, 1), ""),
        ("bulan Maret 2021 repost ig 3", date(2021, 3, 1), "repost ig 3"),
        ("Desember 2021 repost ig 3", date(2021, 12, 1), "repost ig 3"),
        ("repost ig 3", JUNI, "repost ig 3"),
    ],
)
def test_the_month_stands_first_or_is_the_running_one(text: str, bulan: date, rest: str) -> None:
    assert matriks._bulan(text, date(2022, 6, 24)) == (bulan, rest)  # noqa: SLF001 - the reader itself


def test_a_correction_shows_before_and_after_and_can_be_undone(phones: Phones) -> None:
    told = phones.say("Qori", "/matriks Juni repost ig 12, termasuk kiriman lama")
    assert [told[1], told[12], told[-5], told[-4], *told[-3:]] == [
        "   │ Repost di IG: 8 → 12",
        "   │ Repost: IG 12*, FB 7",
        "   │ Publikasi (IG dan TikTok): 32",
        "   │ - belum ada yang tercatat · * dikoreksi Ketua Pelaksana",
        "   │ * Repost di IG: termasuk kiriman lama (Qori)",
        "   │ [Urungkan]",
        "   │ [Koreksi]",
    ]
    assert cells(phones)["Repost IG"] == 12
    assert phones.say("Qori", "[Urungkan]")[1] == "   │ Repost di IG: 12 → 8"
    assert cells(phones)["Repost IG"] == 8


def test_undo_brings_back_an_earlier_correction(phones: Phones) -> None:
    phones.say("Qori", "/matriks Juni repost ig 12")
    phones.say("Qori", "/matriks Juni repost ig 13")
    assert phones.say("Qori", "[Urungkan]")[1] == "   │ Repost di IG: 13 → 12"
    assert cells(phones)["Repost IG"] == 12


def test_none_differs_from_unknown_and_leaves_what_is_recorded_alone(phones: Phones) -> None:
    told = phones.say("Qori", "/matriks Juni repost tidak ada")
    assert told[1:3] == [f"   │ Repost di {p}: belum ada → 0" for p in ("Twitter", "TikTok")]
    assert told[13] == "   │ Repost: IG 8, Twitter 0*, FB 7, TikTok 0*"
    assert phones.say("Qori", "/matriks Juni repost tidak ada") == [
        "Bot→Qori> Repost pada Juni 2022 sudah terisi di semua platform; sebutkan platformnya."
    ]
    told = phones.say("Qori", "/matriks Juni repost hapus")
    assert told[1:3] == [f"   │ Repost di {p}: 0 → belum ada" for p in ("Twitter", "TikTok")]
    assert phones.say("Qori", "/matriks Juni repost hapus") == ["Bot→Qori> Repost pada Juni 2022 tidak dikoreksi."]


def test_the_report_counts_the_corrected_cell(phones: Phones) -> None:
    phones.say("Qori", "/matriks Juni repost ig 12")
    phones.say("Qori", "/matriks Juni duka ig tidak ada")
    with phones.database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        month = month_of(here(session, office), JUNI)
    assert month.evaluasi.publikasi == 32
    assert month.matriks(("Repost", "Ucapan Dukacita"), PLATFORM).angka == ((12, 0, 7, 0, 0), (0, 0, 0, 0, 0))


def test_every_correction_is_in_the_audit(phones: Phones) -> None:
    for said in ("repost ig 12, arsip", "repost ig 13", "repost ig hapus"):
        phones.say("Qori", f"/matriks Juni {said}")
    cell = {"bulan": "2022-06", "jenis": "Repost", "platform": "IG"}
    with phones.database.transaction() as session:
        rows = session.scalars(select(Audit).where(Audit.what == "matriks").order_by(Audit.id)).all()
        told = [(row.action, row.before, row.after) for row in rows]
        assert session.scalars(select(Row)).all() == []
    assert told == [
        ("koreksi", cell, cell | {"nilai": 12, "alasan": "arsip", "oleh": 3}),
        ("koreksi", cell | {"nilai": 12, "alasan": "arsip", "oleh": 3}, cell | {"nilai": 13, "alasan": "", "oleh": 3}),
        ("hapus koreksi", cell | {"nilai": 13, "alasan": "", "oleh": 3}, cell),
    ]


def test_who_corrected_is_kept(phones: Phones) -> None:
    phones.say("Qori", "/matriks Juni repost ig 12, arsip")
    with phones.database.transaction() as session:
        kept = session.scalars(select(Row)).one()
        assert (kept.bulan, kept.jenis, kept.platform, kept.nilai, kept.alasan) == (JUNI, "Repost", "IG", 12, "arsip")
        assert kept.oleh_id == known(session, "Qori").id


def test_only_the_ketua_pelaksana_corrects(phones: Phones) -> None:
    for who in ("Rudi", "Agus", "Hudri"):
        assert phones.say(who, "/matriks Juni repost ig 12") == [
            f"Bot→{who}> Bulannya belum terbaca; ketik misalnya /matriks Juni. Koreksi hanya oleh Ketua Pelaksana."
        ]
        assert phones.say(who, f"[!{Put(date(2022, 6, 1), 12, 'Repost', 'IG').written()}]") == [
            "Bot! Tombol ini bukan untuk peran Anda."
        ]
        assert phones.say(who, "/matriks")[-2] == "   │ - belum ada yang tercatat"
    assert cells(phones)["Repost IG"] == 8


def test_a_month_that_has_not_begun_is_not_corrected(phones: Phones) -> None:
    assert phones.say("Qori", "/matriks Januari 2023 repost ig 12") == ["Bot→Qori> Januari 2023 belum dimulai."]


def test_buttons_lead_to_the_cell_and_offer_to_take_its_correction_back(phones: Phones) -> None:
    phones.say("Qori", "/matriks")
    for said in ("[Koreksi]", "[Repost]"):
        phones.say("Qori", said)
    assert phones.say("Qori", "[Twitter]")[1:4] == [
        "   │ Repost di Twitter sekarang: belum ada. Berapa seharusnya?",
        "   │ Angka lain: ketik /matriks Juni 2022 repost twitter 27",
        "   │ [1] [2] [3] [4] [5]",
    ]
    assert phones.say("Qori", "[Tidak ada]")[1] == "   │ Repost di Twitter: belum ada → 0"
    for said in ("[Koreksi]", "[Repost]"):
        phones.say("Qori", said)
    assert phones.say("Qori", "[Twitter]")[-2:] == ["   │ [Tidak ada] [Hapus koreksi]", "   │ [Kembali]"]
    assert phones.say("Qori", "[Hapus koreksi]")[1] == "   │ Repost di Twitter: 0 → belum ada"


def test_a_forged_press_is_answered_like_an_old_one(phones: Phones) -> None:
    forged = (
        Correct(date(2022, 6, 1), "99"),
        Correct(date(2022, 6, 15)),
        Put(date(2022, 6, 15), 3, "Repost", "IG"),
        Month(date(9999, 12, 1)),
    )
    told = {door: phones.say("Qori", f"[!{door.written()}]") for door in forged}
    old = ["Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."]
    assert {door: said for door, said in told.items() if said != old} == {}


def test_the_picture_is_drawn_from_frozen_figures(phones: Phones) -> None:
    assert phones.say("Hudri", "/matriks")[-1] == "Bot→Hudri> <matriks 1>"
    phones.say("Qori", "/matriks Juni repost ig 12")
    with phones.database.transaction() as session:
        row = session.scalars(select(Delivery)).one()
        assert (row.state, row.kind, row.period) == ("sent", "matriks diminta", "test 1")
        assert row.figures["numbers"][JENIS.index("Repost")] == [8, None, 7, None]


def test_another_office_is_not_touched(phones: Phones) -> None:
    with phones.database.transaction() as session:
        make_office(session, "3575", "KPU Lain")
    phones.say("Qori 3575", "/matriks Juni repost ig 12")
    assert cells(phones)["Repost IG"] == 8


def test_a_correction_is_taken_back_with_its_reason(phones: Phones) -> None:
    phones.say("Qori", "/matriks Juni repost ig 12, kiriman lama")
    phones.say("Qori", "/matriks Juni repost ig 15")
    told = phones.say("Qori", "[Urungkan]")
    assert (told[1], "   │ * Repost di IG: kiriman lama (Qori)" in told) == ("   │ Repost di IG: 15 → 12", True)


def test_what_was_corrected_again_is_not_overwritten_by_an_older_card(phones: Phones) -> None:
    phones.say("Qori", "/matriks Juni repost ig 12")
    phones.say("Qori", "/matriks Juni repost ig 15")
    older = phones.button("Qori", "[Urungkan]")
    phones.say("Qori", "/matriks Juni repost ig 20")
    assert phones.say("Qori", f"[!{older}]") == ["Bot! Bagian itu sudah diubah lagi sesudahnya."]
    assert phones.say("Qori", "[Urungkan]")[1] == "   │ Repost di IG: 20 → 15"
    assert phones.say("Qori", f"[!{older}]")[1] == "   │ Repost di IG: 15 → 12"
