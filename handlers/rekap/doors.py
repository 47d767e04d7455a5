"""Doors to a period: its report and versions, its gaps, closing its months, and the Word template."""

from datetime import date

from handlers.chat.door import KETUA_PELAKSANA, PEMIMPIN, Door
from handlers.reading.dates.periods import Periode
from storage.kantor.templat import Jenis


class Report(Door, code="rk", who=PEMIMPIN):
    """Shows the last version of a report, or its gaps if there is none."""

    periode: Periode


class MakeVersion(Door, code="rb", who=PEMIMPIN):
    periode: Periode
    versi: int


class SendVersion(Door, code="ru", who=PEMIMPIN):
    """Sends a version once more."""

    periode: Periode
    versi: int


class Gaps(Door, code="pk", who=PEMIMPIN):
    periode: Periode
    page: int = 0


class LeftGaps(Door, code="pd", who=PEMIMPIN):
    """Lists the gaps that people have let be."""

    periode: Periode


class Leave(Door, code="pb", who=KETUA_PELAKSANA):
    """Lets a gap be (`on`) or brings it back. `gap`: its code of eight letters."""

    periode: Periode
    gap: str
    on: bool
    page: int = 0


class Month(Door, code="tu", who=KETUA_PELAKSANA):
    bulan: date


class CloseMonth(Door, code="tt", who=KETUA_PELAKSANA):
    bulan: date


class ReopenMonth(Door, code="tb", who=KETUA_PELAKSANA):
    bulan: date


class Template(Door, code="tp", who=KETUA_PELAKSANA):
    """The card of a Word template."""

    jenis: Jenis = Jenis.LAPORAN


class DownloadTemplate(Door, code="td", who=KETUA_PELAKSANA):
    jenis: Jenis = Jenis.LAPORAN


class UploadTemplate(Door, code="tg", who=KETUA_PELAKSANA):
    """Asks for the Word file of the template; the file that follows is the answer."""

    jenis: Jenis = Jenis.LAPORAN


class BuiltinTemplate(Door, code="tw", who=KETUA_PELAKSANA):
    jenis: Jenis = Jenis.LAPORAN


class ExampleReport(Door, code="tc", who=KETUA_PELAKSANA):
    """The running triwulan with the template in force: the report, or the letter alone."""

    jenis: Jenis = Jenis.LAPORAN
