"""Two who lead a province invite whoever sends the workbooks of an office at the same moment: one is invited."""

from sqlalchemy import select

from handlers.provinsi.doors import InviteSender
from storage.kantor.people import Anggota, Role
from tests.handlers.provinsi.conftest import by_kode
from tests.handlers.team import at_once
from tests.phone import Phones

BATU = "3579"


def test_two_who_invite_at_once_invite_one(phones: Phones) -> None:
    province = by_kode(phones.database, "35").id
    with phones.database.transaction() as session:
        wanted = select(Anggota).where(Anggota.satker_id == province, Anggota.nama == "Agus")
        session.scalars(wanted).one().role = Role.KETUA_PELAKSANA
    at_once(phones, ("Qori 35", InviteSender(BATU)), ("Agus 35", InviteSender(BATU)))
    with phones.database.transaction() as session:
        senders = session.scalars(select(Anggota.untuk).where(Anggota.role == Role.PENGIRIM)).all()
    assert senders == [BATU]
