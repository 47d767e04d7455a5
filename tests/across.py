"""Across: people of another office press what one office was shown, name its numbers and reply to it, in vain."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Table, select

from storage.chat.outbox import Outbox
from storage.database import Database, Row
from storage.kantor.satker import Satker
from tests.conftest import make_office
from tests.phone import Phones

OTHER = "9999"
# Neither belongs to an office; what is said to whom is compared apart.
APART = ("inbox", "outbox", "card", "denyut")


@dataclass
class Watching(Phones):
    """Phones that remember every button they were ever shown."""

    buttons: dict[str, None] = field(default_factory=dict)

    def hear(self) -> list[str]:
        told = super().hear()
        for chat in self.shown.values():
            for outgoing in chat.values():
                self.buttons |= {button.data: None for row in outgoing.menu for button in row if button.data}
        return told


# Whoever says or presses anything has spoken.
SPOKE = "spoke_at"


def of_office(database: Database, office: int) -> dict[str, list[tuple[Any, ...]]]:
    """Every row that belongs to an office, found along the foreign keys."""
    owned: dict[str, set[Any]] = {"satker": {office}}
    found: dict[str, list[tuple[Any, ...]]] = {}
    with database.transaction() as session:
        for table in Row.metadata.sorted_tables:
            columns = [column for column in table.columns if column.name != SPOKE]
            rows = [row for row in session.execute(select(*columns)).all() if _belongs(table, row._mapping, owned)]  # noqa: SLF001 - its documented way
            owned[table.name] = {next(iter(row)) for row in rows}
            found[table.name] = sorted(tuple(map(repr, row)) for row in rows)
    return {name: rows for name, rows in found.items() if name not in APART}


def _belongs(table: Table, row: Any, owned: dict[str, set[Any]]) -> bool:
    if table.name == "satker":
        return row["id"] in owned["satker"]
    keys = ((column.name, key.column.table.name) for column in table.columns for key in column.foreign_keys)
    return any(row[name] in owned.get(target, ()) for name, target in keys)


NUMBERED = ("/ubah {}", "/hapus {}", "/riwayat {}", "ralat #{} tanggal 16", "hapus #{}")
# How many of the newest records are named, and of the newest messages replied to: in the slow run, and in every one.
MANY, FEW = (3, 6), (1, 2)


def named_across(phones: Phones, who: str, last: int, *, every: bool) -> None:
    """The other office names records by their number, and replies to messages that it was never sent."""
    most, newest = MANY if every else FEW
    for nomor in range(last, max(0, last - most), -1):
        for said in NUMBERED:
            phones.send(who, said.format(nomor))
    seen = {id_: o for chat in [*phones.shown.values()] for id_, o in chat.items() if o.title}
    phones.shown.setdefault(who, {}).update(list(seen.items())[-newest:])
    for title in dict.fromkeys(o.title for id_, o in phones.shown[who].items() if o.title and id_ not in phones.gone):
        for said in ("hapus", "tanggal 16", "(foto seberang)"):
            phones.send(who, f"(balas {title}) {said}")


def said_to(database: Database, people: set[str]) -> int:
    with database.transaction() as session:
        return sum(row.chat in people for row in session.scalars(select(Outbox)))


def nothing_reaches_across(phones: Watching, *, every: bool) -> None:
    """What one office was shown changes and says nothing there when people of another press it, name its numbers or
    reply to it: its ketua pelaksana every button, or like a member one of each kind, and few numbers and messages."""
    database = phones.database
    with database.transaction() as session:
        office = session.scalars(select(Satker)).one()
        make_office(session, OTHER, "KPU Kota Lain")
    chats = {chat for chat in phones.shown if not chat.endswith(OTHER)}
    before, told = of_office(database, office.id), said_to(database, chats)
    kinds = {data.partition(":")[0]: data for data in phones.buttons}
    for who, pressed in (("Qori", phones.buttons if every else kinds.values()), ("Rudi", kinds.values())):
        for data in list(pressed):
            phones.send(f"{who} {OTHER}", f"[!{data}]")
    named_across(phones, f"Qori {OTHER}", office.nomor_terakhir, every=every)
    phones.hear()
    assert of_office(database, office.id) == before
    assert said_to(database, chats) == told
