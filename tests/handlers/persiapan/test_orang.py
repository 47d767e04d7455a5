"""The setting up: people by name, their invitations, and what is kept of a link."""

import pytest
from sqlalchemy import select

from handlers import dispatch
from handlers.chat.events import Became, Outcome
from handlers.persiapan.doors import Show, StepName
from handlers.persiapan.orang import read as baca
from storage.chat import outbox
from storage.chat.outbox import Outbox
from storage.kantor import people
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota, Invitation, Role
from storage.laporan.deliveries import Delivery
from tests.handlers.baru import phones
from tests.phone import Phones

__all__ = ["phones"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Siti Aminah", [("Siti Aminah", Role.ANGGOTA)]),
        ("1. Siti Aminah, S.Kom., M.AP.", [("Siti Aminah, S.Kom., M.AP.", Role.ANGGOTA)]),
        ("• Ahmad Hudri, S.T., Pembina", [("Ahmad Hudri, S.T.", Role.PEMBINA)]),
        ("Rina, ketua pelaksana\n\n- Budi, ketua", [("Rina", Role.KETUA_PELAKSANA), ("Budi", Role.KETUA)]),
        ("Budi\nBUDI", [("Budi", Role.ANGGOTA)]),
        ("12\n---", []),
    ],
)
def test_names_with_titles_and_roles(typed: str, read: list[tuple[str, Role]]) -> None:
    assert baca(typed) == read


def test_whoever_is_invited_comes_in_as_the_listed_person(phones: Phones) -> None:
    phones.say("Qori", f"[!{Show(StepName.ORANG).written()}]")
    phones.say("Qori", "Siti Aminah, ketua")
    phones.say("Qori", "[Siti Aminah]")
    phones.say("Siti", "(tautan Siti Aminah)")
    with phones.database.transaction() as session:
        rows = session.scalars(select(Anggota).order_by(Anggota.urut))
        assert [(a.nama, a.role, a.jabatan_tim) for a in rows] == [
            ("Qori", Role.KETUA_PELAKSANA, "Ketua Pelaksana"), ("Siti Aminah", Role.KETUA, "Ketua"),
        ]  # fmt: skip
    assert phones.say("Qori", "[Siti Aminah]") == ["Bot! Orang itu sudah aktif."]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("Qori Amalia, S.Sos., ketua pelaksana⏎Budi", ["Qori Amalia, S.Sos.", "Budi"]),
        ("Qori Amalia⏎Budi", ["Qori", "Qori Amalia", "Budi"]),
        ("qori", ["Qori"]),
    ],
)
def test_whoever_sets_up_may_tell_their_own_name_in_full(phones: Phones, typed: str, names: list[str]) -> None:
    phones.say("Qori", f"[!{Show(StepName.ORANG).written()}]")
    phones.say("Qori", typed)
    with phones.database.transaction() as session:
        assert [a.nama for a in session.scalars(select(Anggota).order_by(Anggota.urut))] == names


def test_a_token_stays_nowhere_once_it_is_sent(phones: Phones) -> None:
    phones.say("Qori", f"[!{Show(StepName.ORANG).written()}]")
    phones.say("Qori", "Siti Aminah⏎Budi Santoso")
    phones.say("Qori", "[Semua undangan]")
    tokens = [o.start for o in phones.shown["Qori"].values() if o.start]
    assert [len(token) for token in tokens] == [22, 22]
    with phones.database.transaction() as session:
        kept = [repr(row.payload) for row in session.scalars(select(Outbox))]
        kept += [repr(row.figures) for row in session.scalars(select(Delivery))]
        kept += [repr((row.before, row.after)) for row in session.scalars(select(Audit))]
        assert [token for token in tokens if token in "".join(kept)] == []
        hashes = {people.hashed(token) for token in tokens}
        assert hashes <= set(session.scalars(select(Invitation.token_hash)))


def test_a_link_whose_picture_fails_still_arrives(phones: Phones) -> None:
    phones.say("Qori", f"[!{Show(StepName.ORANG).written()}]")
    phones.say("Qori", "Siti Aminah")
    original, told = phones.hear, list[str]()

    def hear() -> list[str]:
        with phones.database.transaction() as session:
            for row in session.scalars(select(Outbox).where(Outbox.state == outbox.State.DRAW)).all():
                outbox.give_up(row, outbox.State.DEAD, "no ink")
                dispatch.happened(Outcome(session, row, Became.FAILED, phones.now))
                assert "start" not in row.payload
        told.extend(original())
        return told

    phones.hear = hear  # type: ignore[method-assign]
    phones.say("Qori", "[Siti Aminah]")
    assert [line for line in told if "Undangan" in line or "tautan>" in line] == [
        "Bot→Qori> **Undangan untuk Siti Aminah**",
        "   │ <tautan>",
    ]
