"""Masa berlaku: what holds from a day on and until a day, either of them open."""

from datetime import date

from sqlalchemy import ColumnElement, func
from sqlalchemy.ext.hybrid import hybrid_method
from sqlalchemy.orm import Mapped


def _of_row(row: "Berlaku", on: date) -> bool:
    return (row.berlaku_dari or on) <= on <= (row.berlaku_sampai or on)


def _of_table(table: type["Berlaku"], on: date) -> ColumnElement[bool]:
    return (func.coalesce(table.berlaku_dari, on) <= on) & (func.coalesce(table.berlaku_sampai, on) >= on)


class Berlaku:
    """Beside the columns of a table; the same question for a row at hand and for those that are looked for."""

    berlaku_dari: Mapped[date | None]
    berlaku_sampai: Mapped[date | None]

    berlaku = hybrid_method(_of_row, _of_table)
