"""Doors to the workbook that brings records back."""

from handlers.chat.door import KETUA_PELAKSANA, Door


class Template(Door, code="bt", who=KETUA_PELAKSANA):
    """Sends the empty workbook."""


class Take(Door, code="b", who=KETUA_PELAKSANA):
    """Saves all rows that the card listed, or none of them. `asked`: the id of the delivery that keeps the rows."""

    asked: int
    save: bool
