"""People go: within 72 hours by one press, afterwards with a date; and an office is never left to nobody."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from handlers.atur.doors import AskSetting, Choose
from handlers.chat.changes import Undo
from handlers.tim.doors import Decide, Decision, ShutOut
from storage.catatan.drafts import Draft
from storage.chat import inbox
from storage.chat.inbox import Inbox
from storage.chat.isian import Isian
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.kantor import arrivals, people, satker
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here, Satker
from tests.conftest import NOW, here, make_office
from tests.handlers.team import LEADER, at_once, becomes, came, dated, leaders, leads, the
from tests.phone import Phones, forged

pytestmark = pytest.mark.usefixtures("office")
LAST = "Harus ada satu Ketua Pelaksana yang aktif. Undang penggantinya dahulu dengan /undang."
TEAM_NAME = "tim Bakohumas KPU Kota Probolinggo"
OWN = "   │ [Pengingat] [Data pribadi]"


@pytest.fixture
def phones(database: Database) -> Phones:
    return Phones(database)


def test_the_wrong_person_goes_within_72_hours_and_hears_why(phones: Phones) -> None:
    came(phones, "Siti")
    phones.now += timedelta(hours=72, seconds=-1)
    assert phones.say("Qori", "[Bukan orangnya]") == [
        "Bot→Qori* Akses Siti dicabut. Undang orang yang benar dengan /undang.",
        f"Bot→Siti> Akses Anda ke bot {TEAM_NAME} dicabut oleh Qori karena undangannya bukan untuk Anda.",
    ]
    assert phones.say("Siti", "/daftar") == []


def test_after_72_hours_the_press_leads_to_the_settings(phones: Phones) -> None:
    came(phones, "Siti")
    phones.now += timedelta(hours=72)
    assert phones.say("Qori", "[Bukan orangnya]") == [
        "Bot→Qori* Sudah lebih dari 72 jam sejak Siti masuk. Akhiri keanggotaannya dengan /atur tim.",
        "   │ [Atur keanggotaan]",
    ]
    assert phones.say("Qori", "[Atur keanggotaan]")[:2] == ["Bot→Qori> **Tim**", "   │ Nama dengan gelar: Siti"]
    assert phones.say("Siti", "/saya") == ["Bot→Siti> Belum ada catatan Anda pada Senin, 27 Juni 2022.", OWN]


def test_who_was_there_before_is_not_shut_out_by_who_came_later(phones: Phones) -> None:
    came(phones, "Dewi", LEADER)
    phones.now += timedelta(hours=1)
    came(phones, "Siti", LEADER)
    told = "Bot! Hanya yang lebih dahulu di tim yang dapat menekan tombol ini."
    assert phones.say("Siti", forged(ShutOut(the(phones, "Dewi").id))) == [told]
    assert phones.say("Siti", forged(ShutOut(the(phones, "Qori").id)))[0].startswith(
        "Bot→Siti> Sudah lebih dari 72 jam"
    )
    assert leaders(phones) == {"Qori", "Dewi", "Siti"}
    assert phones.say("Dewi", "[Bukan orangnya]")[0] == (
        "Bot→Dewi* Akses Siti dicabut. Undang orang yang benar dengan /undang."
    )
    assert leaders(phones) == {"Qori", "Dewi"}


NOT_YET = (
    "Anda baru bergabung. Peran dan masa keanggotaan mereka yang lebih dahulu di tim dapat Anda ubah mulai "
    "25 Juni 2022 pukul 09.00."
)


def test_who_has_just_come_takes_nothing_from_those_who_were_there(phones: Phones) -> None:
    dated(phones, "Qori", "Rudi", "30 Juni 2022")
    came(phones, "Siti", LEADER)
    with phones.database.transaction() as session:
        before = [
            (row.nama, row.role, row.berlaku_dari, row.berlaku_sampai) for row in session.scalars(select(Anggota))
        ]
        ended = session.scalars(select(Audit.id).where(Audit.after["berlaku_sampai"].as_string() == "2022-06-30")).one()
    phones.now += timedelta(hours=24, seconds=-1)
    assert dated(phones, "Siti", "Qori", "kemarin") == [f"Bot→Siti> {NOT_YET}"]
    assert dated(phones, "Siti", "Qori", "1 Juli 2030", "berlaku_dari") == [f"Bot→Siti> {NOT_YET}"]
    assert phones.say("Siti", becomes(the(phones, "Qori"), Role.ANGGOTA)) == [f"Bot! {NOT_YET}"]
    # Nor does anybody become ketua pelaksana who could do it at once.
    assert phones.say("Siti", becomes(the(phones, "Kadir"), LEADER)) == [f"Bot! {NOT_YET}"]
    assert phones.say("Siti", forged(Undo(ended))) == [f"Bot! {NOT_YET}"]
    with phones.database.transaction() as session:
        rows = session.scalars(select(Anggota))
        assert [(row.nama, row.role, row.berlaku_dari, row.berlaku_sampai) for row in rows] == before
    phones.now += timedelta(seconds=1)
    phones.say("Siti", becomes(the(phones, "Qori"), Role.ANGGOTA))
    assert leaders(phones) == {"Siti"}


def test_who_has_just_come_may_go_name_people_and_put_right_who_came_later_or_never(phones: Phones) -> None:
    came(phones, "Siti", LEADER)
    phones.now += timedelta(hours=1)
    came(phones, "Dewi", LEADER)
    with phones.database.transaction() as session:
        people.add(here(session, session.scalars(select(Satker)).one()), "Belum Datang", Role.ANGGOTA)
    phones.say("Siti", becomes(the(phones, "Dewi"), Role.ANGGOTA))
    phones.say("Siti", becomes(the(phones, "Belum Datang"), Role.KETUA))
    phones.say("Siti", forged(AskSetting("tim", the(phones, "Qori").id, "jabatan_tim")))
    phones.say("Siti", "Koordinator")
    phones.say("Siti", becomes(the(phones, "Siti"), Role.ANGGOTA))
    assert [the(phones, name).role for name in ("Siti", "Dewi", "Belum Datang")] == ["anggota", "anggota", "ketua"]
    assert the(phones, "Qori").jabatan_tim == "Koordinator"


def test_who_is_removed_hears_it_and_also_that_it_was_taken_back(phones: Phones) -> None:
    yours = f"Bot→Rudi> Keanggotaan Anda di {TEAM_NAME}"
    assert dated(phones, "Qori", "Rudi", "kemarin")[-1] == f"{yours} berakhir pada 23 Juni 2022, ditetapkan oleh Qori."
    assert phones.say("Rudi", "/saya")[0].startswith("Bot→Rudi> Bot ini hanya untuk tim Bakohumas.")
    assert phones.say("Qori", "[Urungkan]")[-1] == f"{yours} kembali berlaku tanpa batas waktu, ditetapkan oleh Qori."
    assert phones.say("Rudi", "/saya") == ["Bot→Rudi> Belum ada catatan Anda pada Jumat, 24 Juni 2022.", OWN]
    told = dated(phones, "Qori", "Rudi", "1 Juli 2022", "berlaku_dari")
    assert told[-1] == f"{yours} mulai pada 1 Juli 2022, ditetapkan oleh Qori."
    assert phones.say("Qori", "[Urungkan]")[-1] == f"{yours} kembali berlaku tanpa batas waktu, ditetapkan oleh Qori."


def test_what_removes_nobody_is_told_to_nobody(phones: Phones) -> None:
    leads(phones, "Agus")
    with phones.database.transaction() as session:
        people.add(here(session, session.scalars(select(Satker)).one()), "Belum Datang", Role.ANGGOTA)
    told = dated(phones, "Qori", "Rudi", "1 Maret 2022", "berlaku_dari")
    told += dated(phones, "Qori", "Qori", "30 Juni 2022")
    told += dated(phones, "Qori", "Belum Datang", "30 Juni 2022")
    assert {line.split(">")[0] for line in told if line.startswith("Bot")} == {"Bot→Qori"}


def test_the_last_who_leads_stays_also_for_the_days_after_the_others_go(phones: Phones) -> None:
    leads(phones, "Agus")
    dated(phones, "Qori", "Agus", "30 Juni 2022")
    assert phones.say("Qori", becomes(the(phones, "Qori"), Role.ANGGOTA)) == [f"Bot! {LAST}"]
    assert dated(phones, "Qori", "Qori", "29 Juni 2022") == [f"Bot→Qori> {LAST}"]
    assert dated(phones, "Qori", "Qori", "31 Desember 2029") == [f"Bot→Qori> {LAST}"]
    assert leaders(phones) == {"Qori", "Agus"}


@pytest.fixture
def ending(phones: Phones) -> Phones:
    """Siti, the wrong person, leads without end; Qori, who invited her, leads until the end of the year."""
    with phones.database.transaction() as session:
        session.scalars(select(Anggota).where(Anggota.nama == "Qori")).one().berlaku_sampai = date(2022, 12, 31)
    came(phones, "Siti", LEADER)
    return phones


def test_whose_term_has_an_end_still_shuts_out_the_wrong_person(ending: Phones) -> None:
    told = ending.say("Qori", "[Bukan orangnya]")
    assert told[0] == "Bot→Qori* Akses Siti dicabut. Undang orang yang benar dengan /undang."
    assert leaders(ending) == {"Qori"}


def test_whose_term_has_an_end_still_takes_role_and_term_of_another(ending: Phones) -> None:
    assert dated(ending, "Qori", "Siti", "kemarin")[-1] == (
        f"Bot→Siti> Keanggotaan Anda di {TEAM_NAME} berakhir pada 23 Juni 2022, ditetapkan oleh Qori."
    )
    ending.say("Qori", "[Urungkan]")
    assert leaders(ending) == {"Qori", "Siti"}
    ending.say("Qori", becomes(the(ending, "Siti"), Role.ANGGOTA))
    assert leaders(ending) == {"Qori"}


def test_whose_term_has_an_end_still_grants_another_to_be_forgotten(ending: Phones) -> None:
    ending.say("Siti", "/data hapus")
    assert ending.say("Qori", "[Setujui]")[0] == (
        "Bot→Qori* Data pribadi dihapus. Dalam catatan dan riwayat: Anggota (dihapus)."
    )
    assert leaders(ending) == {"Qori"}


OTHERWISE: list[dict[str, object]] = [{"role": Role.ANGGOTA}, {"berlaku_sampai": date(2022, 6, 23)}]


@pytest.mark.parametrize("values", OTHERWISE)
@pytest.mark.parametrize("said", ["role", "shut out", "forget"])
def test_who_has_lost_the_lead_while_waiting_for_the_office_decides_nothing(
    phones: Phones, monkeypatch: pytest.MonkeyPatch, values: dict[str, object], said: str
) -> None:
    came(phones, "Siti", LEADER)
    phones.say("Siti", "/data hapus")
    siti = the(phones, "Siti")
    press = {"role": becomes(siti, Role.ANGGOTA), "shut out": "[Bukan orangnya]", "forget": "[Setujui]"}[said]

    def hold(turn: Here) -> None:
        behind = update(Anggota).where(Anggota.nama == "Qori").values(values)
        turn.session.execute(behind, execution_options={"synchronize_session": False})

    monkeypatch.setattr(satker, "hold", hold)
    assert phones.say("Qori", press) == ["Bot! Tombol ini bukan untuk peran Anda."]
    monkeypatch.undo()
    assert (the(phones, "Siti").role, the(phones, "Siti").berlaku_sampai) == (LEADER, None)
    assert "Siti" in leaders(phones)


def test_what_the_wrong_person_began_and_was_still_to_hear_goes_with_them(phones: Phones) -> None:
    phones.say("Qori", "/undang Siti, anggota")
    phones.say("Orang Lain", "(tautan Siti)")
    phones.say("Orang Lain", "(foto a) Rapat Pleno")
    phones.say("Orang Lain", "/tunda")
    phones.say("Orang Lain", "/lapor Apel Pagi")
    phones.say("Orang Lain", "/masalah")
    phones.send("Orang Lain", "/daftar")
    phones.send("Orang Lain", "/panduan")
    assert phones.say("Qori", "[Bukan orangnya]") == [
        "Bot→Qori* Akses Siti dicabut. Undang orang yang benar dengan /undang.",
        f"Bot→Orang Lain> Akses Anda ke bot {TEAM_NAME} dicabut oleh Qori karena undangannya bukan untuk Anda.",
    ]
    with phones.database.transaction() as session:
        assert {(row.state, str(row.answers)) for row in session.scalars(select(Draft))} == {("dropped", "{}")}
        assert list(session.scalars(select(Isian))) == []
        ended = session.scalars(select(Outbox).where(Outbox.error == "withdrawn")).all()
        assert {row.state for row in ended} == {"dead"}
        assert {tuple(row.payload) for row in ended} == {("drawing",)}


def test_whose_term_is_known_may_have_their_name_put_right_and_their_term_made_longer(phones: Phones) -> None:
    with phones.database.transaction() as session:
        session.scalars(select(Anggota).where(Anggota.nama == "Qori")).one().berlaku_sampai = date(2022, 12, 31)
    phones.say("Qori", forged(AskSetting("tim", the(phones, "Qori").id, "nama")))
    phones.say("Qori", "Qori Mughni, M.IP.")
    dated(phones, "Qori", "Qori Mughni, M.IP.", "31 Desember 2023")
    assert the(phones, "Qori Mughni, M.IP.").berlaku_sampai == date(2023, 12, 31)
    told = dated(phones, "Qori", "Qori Mughni, M.IP.", "30 Desember 2023")
    assert told == [f"Bot→Qori> {LAST}"]


@pytest.mark.parametrize("time", range(5))
def test_two_who_remove_each_other_at_once_leave_one(phones: Phones, time: int) -> None:
    leads(phones, "Agus")
    qori, agus = the(phones, "Qori"), the(phones, "Agus")
    presses = [("Qori", Choose("tim", agus.id, "role", 1)), ("Agus", Choose("tim", qori.id, "role", 1))]
    at_once(phones, presses[time % 2], presses[1 - time % 2])
    assert leaders(phones) in ({"Qori"}, {"Agus"})
    with phones.database.transaction() as session:
        assert set(session.scalars(select(Inbox.state))) == {inbox.State.DONE}


def test_two_who_grant_each_other_to_be_forgotten_at_once_leave_one(phones: Phones) -> None:
    leads(phones, "Agus")
    for who in ("Qori", "Agus"):
        phones.say(who, "/data hapus")
    with phones.database.transaction() as session:
        wishes = {row.ref: row.id for row in session.scalars(select(Audit).where(Audit.action == "minta hapus"))}
    qori, agus = (Decide(wishes[the(phones, name).id], Decision.GRANT) for name in ("Qori", "Agus"))
    at_once(phones, ("Agus", qori), ("Qori", agus))
    assert len(leaders(phones)) == 1


def test_who_leaves_the_group_is_named_once_to_those_who_lead(phones: Phones) -> None:
    leads(phones, "Agus")
    told = "Rudi tidak lagi di grup satker. Aksesnya ke bot tetap ada sampai keanggotaannya diakhiri dengan /atur tim."
    assert phones.say("Rudi", "(keluar)", "Grup") == [
        f"Bot→Agus> {told}",
        "   │ [Atur keanggotaan]",
        f"Bot→Qori> {told}",
        "   │ [Atur keanggotaan]",
    ]
    assert phones.say("Qori", "[Atur keanggotaan]")[:2] == ["Bot→Qori> **Tim**", "   │ Nama dengan gelar: Rudi"]
    assert phones.say("Rudi", "/saya") == ["Bot→Rudi> Belum ada catatan Anda pada Jumat, 24 Juni 2022.", OWN]
    with phones.database.transaction() as session:
        assert session.scalars(select(Inbox.body).order_by(Inbox.urut)).first() == {"kind": "grup"}


def test_of_who_leads_and_leaves_the_group_the_others_hear(phones: Phones) -> None:
    assert phones.say("Qori", "(keluar)", "Grup") == []
    leads(phones, "Agus")
    assert [line.split(">")[0] for line in phones.say("Qori", "(keluar)", "Grup")] == [
        "Bot→Agus",
        "   │ [Atur keanggotaan]",
    ]


def test_of_strangers_guests_and_those_whose_time_is_over_nobody_hears(phones: Phones) -> None:
    dated(phones, "Qori", "Kadir", "kemarin")
    assert phones.say("Kadir", "(keluar)", "Grup") == []
    with phones.database.transaction() as session:
        make_office(session, "3573", "KPU Kota Malang")
    assert [phones.say(who, "(keluar)", "Grup") for who in ("Orang", "Rudi 3573", "Qori 3573")] == [[], [], []]
    assert phones.say("Rudi", "(keluar)", "Grup 3573") == []


def test_when_somebody_came_and_by_whose_link(phones: Phones) -> None:
    came(phones, "Siti")
    came(phones, "Dewi", LEADER, by_operator=True)
    with phones.database.transaction() as session:
        office = here(session, session.scalars(select(Satker)).one())
        found = [arrivals.of(office, the_one) for the_one in people.every(office)]
    assert found == [None] * 5 + [arrivals.Arrival(NOW, by_operator=False), arrivals.Arrival(NOW, by_operator=True)]
