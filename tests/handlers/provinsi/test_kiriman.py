"""The workbooks that are sent to a province: which are taken, and the one sentence of those that are not."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest
from sqlalchemy import func, select

from handlers.chat.messages import Chat, Incoming
from handlers.provinsi import kiriman as handler
from handlers.reading.dates.periods import Periode
from renderers import indonesian
from renderers.excel import impor
from renderers.frozen import thaw
from renderers.provinsi import baca
from renderers.provinsi.kiriman import Kiriman
from renderers.received import Sheet
from storage.database import Database
from storage.kantor.people import Anggota
from storage.provinsi.kiriman import Kiriman as Row
from tests.phone import Phones
from tests.provinsi import one, sheets, workbook
from tests.workbook import typed_over

BATU = "3579"
Q1, Q2, Q3, Q1_NEXT, OLD = (
    Periode("triwulan", n, year) for n, year in ((1, 2022), (2, 2022), (3, 2022), (1, 2023), (4, 2021))
)


@pytest.fixture
def sender(phones: Phones) -> Phones:
    phones.say("Qori 35", "/undang")
    phones.say("Qori 35", "[Pengirim satker]")
    for _ in range(3):
        phones.say("Qori 35", "[Berikutnya ›]")
    phones.say("Qori 35", "[KPU Kota Batu]")
    phones.say("Budi", "(tautan Batu)")
    return phones


def send(phones: Phones, book: tuple[Sheet, ...], who: str = "Budi") -> list[str]:
    phones.count += 1
    phones.answers = 0
    phones.send_event(Incoming(Chat("test", who), str(phones.count), who, workbook=book))
    return [line.removeprefix(f"Bot→{who}> ") for line in phones.hear()]


def kept(database: Database) -> list[tuple[str, str, int, str]]:
    with database.transaction() as session:
        rows = session.execute(select(Row, Anggota.nama).join(Anggota, Anggota.id == Row.pengirim_id).order_by(Row.id))
        return [(row.kode, row.periode, row.versi, nama) for row, nama in rows]


def test_a_workbook_is_kept_with_who_sent_it_and_says_what_is_in_it(sender: Phones, database: Database) -> None:
    told = one(BATU)
    said = send(sender, sheets(told))
    sums = [sum(getattr(m, name) for m in told.nasional.bulan) for name in ("kegiatan", "konten", "postingan")]
    kegiatan, konten, postingan = (f"{n:,}".replace(",", ".") for n in sums)
    assert said[0] == "Diterima: laporan Triwulan II 2022 KPU Kota Batu, versi 1, dibuat 20 Juni 2022." or said[
        0
    ].startswith("Diterima: laporan Triwulan II 2022 KPU Kota Batu, versi 1, dibuat ")
    assert said[1] == f"   │ Isinya {kegiatan} kegiatan, {konten} konten, dan {postingan} postingan."
    assert kept(database) == [(BATU, "2022-TW2", 1, "Budi")]
    with database.transaction() as session:
        assert thaw(Kiriman, session.scalars(select(Row.figures)).one()) == told


def test_the_same_again_is_no_second_one_and_a_later_version_takes_its_place(
    sender: Phones, database: Database
) -> None:
    first = one(BATU)
    later = replace(first, versi=2, dibuat="2022-06-22T01:00:00+00:00")
    send(sender, sheets(first))
    assert send(sender, sheets(first)) == ["Versi 1 sudah diterima pada 22 Juni 2022 09.30; tidak ada yang berubah."]
    send(sender, sheets(later))
    assert kept(database) == [(BATU, "2022-TW2", 1, "Budi"), (BATU, "2022-TW2", 2, "Budi")]
    assert send(sender, sheets(first))[0].startswith("Versi 1 sudah diterima pada")
    assert sender.say("Budi", "/status") == [
        "Bot→Budi> **Kiriman Anda, Pengirim laporan KPU Kota Batu**",
        "   │ • Triwulan II 2022, versi 2: diterima 22 Juni 2022 09.30, dipakai",
        "   │ • Triwulan II 2022, versi 1: diterima 22 Juni 2022 09.30, digantikan versi 2",
    ]


def older(told: Kiriman) -> tuple[Sheet, ...]:
    return sheets(replace(told, versi=3, dibuat="2022-06-01T01:00:00+00:00"))


def other(told: Kiriman) -> tuple[Sheet, ...]:
    return sheets(replace(told, nomor_surat="lain"))


def of(kode: str, nama: str = "") -> Callable[[Kiriman], tuple[Sheet, ...]]:
    def made(told: Kiriman) -> tuple[Sheet, ...]:
        return sheets(replace(told, nama=nama or told.nama, nasional=replace(told.nasional, kode=kode)))

    return made


def during(periode: Periode) -> Callable[[Kiriman], tuple[Sheet, ...]]:
    return lambda told: sheets(replace(told, nasional=replace(told.nasional, periode=periode.kode)))


def changed(told: Kiriman) -> tuple[Sheet, ...]:
    return impor.read(typed_over(workbook(told), {"Provinsi!E8": "2022-06-21"}))


WANTED = "Triwulan I 2022", "Triwulan II 2022"
PROVINCE = "KPU Provinsi Jawa Timur"
BAD = {
    "altered": (changed, baca.ALTERED),
    "no report": (lambda _: (Sheet("Kegiatan", ("Nomor", "Nama"), ()),), baca.NOT_OURS),
    "no sheet for the province": (
        lambda _: (Sheet("Matriks", ("Bulan",), ()), Sheet("Evaluasi", ("Media",), ())),
        baca.TOO_OLD,
    ),
    "next quarter": (during(Q3), handler.NOT_BEGUN.format("Triwulan III 2022", *WANTED)),
    "next year": (during(Q1_NEXT), handler.NOT_BEGUN.format("Triwulan I 2023", *WANTED)),
    "long ago": (during(OLD), handler.OVER.format("Triwulan IV 2021", *WANTED)),
    "another province": (of("3374", "KPU Kota Semarang"), handler.OTHER_PROVINCE.format("KPU Kota Semarang", PROVINCE)),
    "another office": (
        of("3573", "KPU Kota Malang"),
        handler.OTHER_OFFICE.format("KPU Kota Malang", "KPU Kota Batu", PROVINCE),
    ),
    "two offices with one code": (
        of(BATU, "KPU Kota Malang"),
        handler.OTHER_NAME.format("KPU Kota Malang", "KPU Kota Batu"),
    ),
    "an older version": (older, handler.OLDER.format(1, "{dibuat}", 3)),
    "the same version with something else": (other, handler.DIFFERENT.format(1)),
    "made after tomorrow": (
        lambda told: sheets(replace(told, versi=9, dibuat="2022-06-24T02:00:00+00:00")),
        baca.ALTERED,
    ),
    "no period": (lambda told: sheets(replace(told, nasional=replace(told.nasional, periode="TW2"))), baca.ALTERED),
}


@pytest.mark.parametrize("why", BAD)
def test_what_is_not_taken_is_refused_in_one_sentence_and_nothing_is_lost(
    sender: Phones, database: Database, why: str
) -> None:
    told = one(BATU)
    send(sender, sheets(told))
    made, said = BAD[why]
    day = indonesian.tanggal(datetime.fromisoformat(told.dibuat).date())
    assert send(sender, made(told)) == [said.format(dibuat=day)]
    assert kept(database) == [(BATU, "2022-TW2", 1, "Budi")]


def test_the_quarter_before_is_taken_while_the_next_one_runs(sender: Phones, database: Database) -> None:
    before = one(BATU, periode=Q1)
    assert send(sender, sheets(before))[0].startswith("Diterima: laporan Triwulan I 2022 KPU Kota Batu")
    assert kept(database) == [(BATU, "2022-TW1", 1, "Budi")]


def test_nobody_else_may_send_one(sender: Phones, database: Database) -> None:
    book = sheets(one(BATU))
    for who in ("Qori 35", "Qori 3578"):
        assert send(sender, book, who) == [handler.NOT_HERE]
    assert kept(database) == []


def test_who_sends_workbooks_can_do_nothing_else(sender: Phones, database: Database) -> None:
    refused = "Perintah /{} hanya untuk "
    for word in (
        "lapor",
        "daftar",
        "cari",
        "saya",
        "matriks",
        "kolase",
        "ringkas",
        "rekap",
        "undang",
        "atur",
        "ekspor",
        "tutup",
    ):
        assert sender.say("Budi", f"/{word}")[0].startswith(f"Bot→Budi> {refused.format(word)}")
    assert sender.say("Budi", "(foto a) Rapat")[0].startswith("Bot→Budi> Hanya anggota tim yang dapat melapor.")
    assert sender.say("Budi", "Rapat pleno hari ini") == [f"Bot→Budi> {handler.SEND}"]
    assert sender.say("Budi", "[!vr:2022-TW2]") == ["Bot! Tombol ini bukan untuk peran Anda."]
    assert kept(database) == []


def test_another_sender_takes_the_place_of_the_first(sender: Phones, database: Database) -> None:
    send(sender, sheets(one(BATU)))
    sender.say("Qori 35", "[!vk:3579:0]")
    sender.say("Qori 35", "[Ganti pengirim]")
    sender.say("Citra", "(tautan Batu)")
    assert send(sender, sheets(one(BATU, 3))) == []
    later = replace(one(BATU), versi=2, dibuat="2022-06-22T01:00:00+00:00")
    send(sender, sheets(later), "Citra")
    assert kept(database) == [(BATU, "2022-TW2", 1, "Budi"), (BATU, "2022-TW2", 2, "Citra")]


def test_the_link_for_an_office_waits_for_one_person_and_is_theirs_alone(sender: Phones, database: Database) -> None:
    sender.say("Qori 35", "[!vk:3573:0]")
    sender.say("Qori 35", "[!vk:3573:0]")
    with database.transaction() as session:
        assert session.scalar(select(func.count()).where(Anggota.untuk == "3573")) == 1
    sender.say("Dewi", "(tautan Malang)")
    assert send(sender, sheets(one(BATU)), "Dewi") == [
        handler.OTHER_OFFICE.format("KPU Kota Batu", "KPU Kota Malang", PROVINCE)
    ]
