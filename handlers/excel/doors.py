"""Doors to the workbook that brings records back."""

from handlers.chat.door import KETUA_PELAKSANA, Door


class Template(Door, code="bt", who=KETUA_PELAKSANA):
    """The empty workbook."""


class Take(Door, code="b", who=KETUA_PELAKSANA):
    """Everything that was shown becomes records, or nothing. `asked` is the delivery that keeps it."""

    asked: int
    save: bool
