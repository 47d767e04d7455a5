"""Doors to the settings of the office, and to the followers of its accounts."""

from datetime import date

from handlers.chat.door import EVERYONE, KETUA_PELAKSANA, Door
from storage.kantor.fakta import About


class Settings(Door, code="at", who=KETUA_PELAKSANA):
    """A section, by its key ("akun"), or all of them."""

    section: str = ""
    page: int = 0


class AddRow(Door, code="ab", who=KETUA_PELAKSANA):
    """Asks for a new row of a section; the next message answers it."""

    section: str


class OneRow(Door, code="ar", who=KETUA_PELAKSANA):
    section: str
    row: int


class AskSetting(Door, code="aq", who=KETUA_PELAKSANA):
    """Asks for one setting of a row, by its name ("ketua"); the next message answers it."""

    section: str
    row: int
    setting: str


class AskFact(Door, code="af", who=KETUA_PELAKSANA):
    """Asks for a fact of the office; the next message answers it."""

    about: About


class Since(Door, code="an", who=KETUA_PELAKSANA):
    """Says since when the fact that was just told holds. `change`: the audit entry of telling it; `day`: None corrects
    what holds today, from its own beginning on."""

    change: int
    day: date | None


class AskSince(Door, code="ao", who=KETUA_PELAKSANA):
    """Asks for another day; the next message answers it."""

    change: int


class Choose(Door, code="ap", who=KETUA_PELAKSANA):
    """`choice`: its place among those of the setting, from 0."""

    section: str
    row: int
    setting: str
    choice: int


class MoveRow(Door, code="am", who=KETUA_PELAKSANA):
    """One place up or down its list."""

    section: str
    row: int
    down: bool


class DeleteRow(Door, code="ah", who=KETUA_PELAKSANA):
    section: str
    row: int


class Laws(Door, code="al", who=KETUA_PELAKSANA):
    """A page of the national list, to pick a new legal basis, or (`row`) what one points to."""

    row: int = 0
    page: int = 0


class PickLaw(Door, code="aw", who=KETUA_PELAKSANA):
    """`law`: its short name ("PKPU 22/2023"); `row` as in Laws."""

    row: int
    law: str


class ReplaceLaw(Door, code="ag", who=KETUA_PELAKSANA):
    """Adds what has replaced a legal basis, below it."""

    row: int


class Followers(Door, code="ak", who=EVERYONE):
    """The card of all accounts."""


class FillFollowers(Door, code="ai", who=EVERYONE):
    """Asks for followers; the next message answers it."""


class SaveFollowers(Door, code="as", who=EVERYONE):
    """Records figures that were doubted; None was not told."""

    akun: int
    day: date
    pengikut: int | None
    suka: int | None


class DropFollowers(Door, code="ad", who=EVERYONE):
    """Leaves out figures that were doubted."""

    akun: int
