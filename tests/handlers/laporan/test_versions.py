"""What the list of changes says of settings, the team and the accounts."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from handlers.catatan import save
from handlers.chat.messages import Chat, Incoming, Turn
from handlers.laporan import gather, versions
from handlers.reading.dates.periods import Periode
from renderers.frozen import freeze
from storage.catatan import kegiatan
from storage.database import Database, Session
from storage.kantor import people, templat
from storage.kantor.akun import Akun
from storage.kantor.dasar import DasarHukum
from storage.kantor.fakta import About
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Satker
from storage.laporan import laporan as rows
from storage.laporan import naskah as own
from tests.conftest import NOW, here
from tests.facts import fact
from tests.handlers.records import held, known

pytestmark = pytest.mark.usefixtures("office")
Q2, TODAY = Periode("triwulan", 2, 2022), date(2022, 6, 24)
UU = "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum, sebagaimana telah diubah, {}"
SHOWN = "“Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum, se…”"
KANTOR = "KPU Kota Probolinggo"


def kumulatif(_session: Session, office: Satker) -> None:
    office.kumulatif = not office.kumulatif


def dasar(session: Session, office: Satker) -> None:
    fact(session, office, About.DASAR_LAPORAN, "Keputusan KPU Nomor 1231")
    for n in range(2):
        session.add(DasarHukum(satker_id=office.id, urut=n, teks=UU.format(n)))


def tim(session: Session, office: Satker) -> None:
    found = {row.nama: row for row in session.scalars(select(Anggota))}
    found["Rudi"].jabatan_tim = "Sekretaris"
    found["Kadir"].berlaku_sampai = date(2022, 6, 1)
    people.add(here(session, office), "Wati", Role.ANGGOTA)


def akun(session: Session, office: Satker) -> None:
    found = {row.platform: row for row in session.scalars(select(Akun).where(Akun.satker_id == office.id))}
    found["FB"].dihitung = True
    found["TikTok"].nama = "kpu.probolinggo"


def naskah(session: Session, office: Satker) -> None:
    office.salam = "hindu"
    row = own.row_for(here(session, office), "penutup.sikap", Q2.kode, Q2.mulai, hanya=True)
    row.teks = "Pemilih makin peduli."


CHANGES: tuple[tuple[Callable[[Session, Satker], None], list[str]], ...] = (
    (naskah, ["Naskah: Sikap pemilih ditambahkan; Salam pembuka (teks)"]),
    (kumulatif, ["Bulan dalam tabel: Januari–Juni 2022 → April–Juni 2022"]),
    (
        dasar,
        [
            f"Dasar hukum: {SHOWN} ditambahkan; {SHOWN} ditambahkan",
            "Dasar pelaporan: belum ada → Keputusan KPU Nomor 1231",
        ],
    ),
    (
        tim,
        ["Susunan tim: Wati ditambahkan; Kadir tidak ada lagi; Rudi (jabatan tim belum ada → Sekretaris)"],
    ),
    (
        akun,
        [
            (
                f"Akun media sosial: TikTok kpu.probolinggo ditambahkan; TikTok {KANTOR} TikTok tidak ada lagi; "
                f"FB {KANTOR} FB (dihitung tidak → ya)"
            )
        ],
    ),
)


@pytest.mark.parametrize(("change", "told"), CHANGES)
def test_what_changed_is_named(database: Database, change: Callable[[Session, Satker], None], told: list[str]) -> None:
    with database.transaction() as session:
        office = session.get_one(Satker, 1)
        before = gather.gather(here(session, office), Q2, TODAY)
        row = rows.add(here(session, office), Q2.kode, freeze(before), TODAY)
        change(session, office)
        session.flush()
        fresh = gather.gather(here(session, office), Q2, TODAY)
        assert [p.sentence for p in versions.since(here(session, office), row, fresh)] == told


def put(session: Session, name: str, **answers: str) -> None:
    """Change answers of the first kegiatan as the chat does."""
    office, who = session.get_one(Satker, 1), known(session, name)
    turn = Turn(session, office, NOW, incoming=Incoming(Chat("test", name), "1", name), anggota=who)
    row = kegiatan.by_nomor(turn, 1)
    assert row
    save.change(turn, row, answers)


@pytest.mark.parametrize(
    ("answers", "built_in", "own"),
    [
        ({"waktu": "09.00"}, [], ["#1 Apel (2 Mei 2022): Waktu: – → 09.00 (Rudi)"]),
        ({"peserta": "25 orang"}, [], ["#1 Apel (2 Mei 2022): Peserta: – → 25 orang (Rudi)"]),
        ({"keterangan": "Arahan"}, [], ["#1 Apel (2 Mei 2022): Keterangan: – → Arahan (Rudi)"]),
        (
            {"waktu": "09.00", "nama": "Apel Akbar"},
            ["#1 Apel Akbar (2 Mei 2022): Nama: Apel → Apel Akbar (Rudi)"],
            ["#1 Apel Akbar (2 Mei 2022): Nama: Apel → Apel Akbar; Waktu: – → 09.00 (Rudi)"],
        ),
        ({}, [], []),
    ],
)
@pytest.mark.parametrize("templated", [False, True])
def test_what_only_an_own_template_can_print_is_a_change_where_there_is_one(
    database: Database, answers: dict[str, str], built_in: list[str], own: list[str], templated: bool
) -> None:
    with database.transaction() as session:
        office = session.get_one(Satker, 1)
        held(session, office, "Apel", date(2022, 5, 2), who="Rudi")
        template = templat.add(here(session, office), "Kantor.docx", b"", None) if templated else None
        before = gather.gather(here(session, office), Q2, TODAY)
        row = rows.add(here(session, office), Q2.kode, freeze(before), TODAY)
        row.templat_id = template.id if template else None
        put(session, "Rudi", **answers)
        fresh = gather.gather(here(session, office), Q2, TODAY)
        told = [p.sentence for p in versions.since(here(session, office), row, fresh)]
    assert told == (own if templated else built_in)
