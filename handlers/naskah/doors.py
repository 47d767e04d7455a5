"""Doors to the texts of a period: problems, recommendations, the covering letter, the passages of the report."""

from enum import StrEnum

from handlers.chat.door import KETUA_PELAKSANA, Door
from handlers.reading.dates.periods import Periode


class Problems(Door, code="ms", who=KETUA_PELAKSANA):
    periode: Periode
    page: int = 0


class AddProblem(Door, code="mn", who=KETUA_PELAKSANA):
    """Asks for a new one, and is what is then answered."""

    periode: Periode


class RewriteProblem(Door, code="mr", who=KETUA_PELAKSANA):
    """Asks for what replaces it, and is what is then answered."""

    periode: Periode
    problem: int


class CloseProblem(Door, code="mt", who=KETUA_PELAKSANA):
    periode: Periode
    problem: int


class ReopenProblem(Door, code="mb", who=KETUA_PELAKSANA):
    periode: Periode
    problem: int


class DeleteProblem(Door, code="mh", who=KETUA_PELAKSANA):
    periode: Periode
    problem: int


class Recommendations(Door, code="sr", who=KETUA_PELAKSANA):
    periode: Periode
    page: int = 0


class AddRecommendation(Door, code="sn", who=KETUA_PELAKSANA):
    """Asks for a new one, and is what is then answered."""

    periode: Periode


class RewriteRecommendation(Door, code="st", who=KETUA_PELAKSANA):
    """Asks for what replaces it, and is what is then answered."""

    periode: Periode
    saran: int


class DeleteRecommendation(Door, code="sh", who=KETUA_PELAKSANA):
    periode: Periode
    saran: int


class CopyRecommendations(Door, code="ss", who=KETUA_PELAKSANA):
    """Those of the period before."""

    periode: Periode


class Letter(Door, code="su", who=KETUA_PELAKSANA):
    periode: Periode


class Field(StrEnum):
    """What the secretariat gives a letter."""

    NOMOR = "nomor"
    TANGGAL = "tanggal"
    SIFAT = "sifat"
    LAMPIRAN = "lampiran"
    TEMBUSAN = "tembusan"


class FillLetter(Door, code="sf", who=KETUA_PELAKSANA):
    """Asks for one thing, and is what is then answered."""

    periode: Periode
    field: Field


class Part(StrEnum):
    """The passages of a report, and the two that close one of them."""

    PEMERINTAH = "pemerintah"
    NONPEMERINTAH = "nonpemerintah"
    AKUN = "akun"
    MEDIA_SOSIAL = "media_sosial"
    EVALUASI = "evaluasi"
    SEBAB = "sebab"
    RENCANA = "rencana"


class Passages(Door, code="na", who=KETUA_PELAKSANA):
    """One passage, or the list of them."""

    periode: Periode
    part: Part | None = None


class WritePassage(Door, code="nt", who=KETUA_PELAKSANA):
    """Asks for one's own text, and is what is then answered."""

    periode: Periode
    part: Part


class AutomaticPassage(Door, code="no", who=KETUA_PELAKSANA):
    """Back to what the figures say."""

    periode: Periode
    part: Part


class ComparePassage(Door, code="nb", who=KETUA_PELAKSANA):
    periode: Periode
    part: Part
