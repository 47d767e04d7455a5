"""Doors to what people write for a report: its lists of texts, the covering letter, the passages."""

from enum import StrEnum

from handlers.chat.door import KETUA_PELAKSANA, Door
from handlers.reading.dates.periods import Periode


class Lists(StrEnum):
    """The lists of texts in a report, each called like its command and its table."""

    MASALAH = "masalah"
    SARAN = "saran"


class Texts(Door, code="ms", who=KETUA_PELAKSANA):
    section: Lists
    periode: Periode
    page: int = 0


class AddText(Door, code="mn", who=KETUA_PELAKSANA):
    """Asks for a new text; the next message answers it."""

    section: Lists
    periode: Periode


class RewriteText(Door, code="mr", who=KETUA_PELAKSANA):
    """Asks for the text that replaces one; the next message answers it."""

    section: Lists
    periode: Periode
    row: int


class DeleteText(Door, code="mh", who=KETUA_PELAKSANA):
    section: Lists
    periode: Periode
    row: int


class CloseText(Door, code="mt", who=KETUA_PELAKSANA):
    """Only problems are closed, and opened again."""

    section: Lists
    periode: Periode
    row: int


class ReopenText(Door, code="mb", who=KETUA_PELAKSANA):
    section: Lists
    periode: Periode
    row: int


class CopyRecommendations(Door, code="ss", who=KETUA_PELAKSANA):
    """Copies the recommendations of the period before."""

    periode: Periode


class Letter(Door, code="su", who=KETUA_PELAKSANA):
    periode: Periode


class Blank(StrEnum):
    """The fields of a letter that the secretariat gives it."""

    NOMOR = "nomor"
    TANGGAL = "tanggal"
    SIFAT = "sifat"
    LAMPIRAN = "lampiran"
    TEMBUSAN = "tembusan"


class FillLetter(Door, code="sf", who=KETUA_PELAKSANA):
    """Asks for one field; the next message answers it."""

    periode: Periode
    field: Blank


class ForSrikandi(Door, code="sd", who=KETUA_PELAKSANA):
    """Sends the letter with its placeholders, and the report without it."""

    periode: Periode


class Part(StrEnum):
    """The passages of a report, and the two that close one of them."""

    PEMERINTAH = "pemerintah"
    NONPEMERINTAH = "nonpemerintah"
    AKUN = "akun"
    MEDIA_SOSIAL = "media_sosial"
    EVALUASI = "evaluasi"
    SEBAB = "sebab"
    RENCANA = "rencana"


class Bab(StrEnum):
    """The chapters of a report that have passages."""

    SURAT = "surat"
    KATA_PENGANTAR = "kata_pengantar"
    PENDAHULUAN = "pendahuluan"
    KOORDINASI = "koordinasi"
    PELAKSANAAN = "pelaksanaan"
    EVALUASI = "evaluasi"
    PENUTUP = "penutup"


class Chapter(Door, code="nc", who=KETUA_PELAKSANA):
    periode: Periode
    bab: Bab
    page: int = 0


class National(Door, code="nk", who=KETUA_PELAKSANA):
    """One of the passages that ship for the whole country, by its key ("penutup.sikap")."""

    periode: Periode
    kunci: str


class WriteNational(Door, code="nu", who=KETUA_PELAKSANA):
    """Asks for one's own text in place of it, in this report alone (`hanya`) or from it on; the next message answers
    it."""

    periode: Periode
    hanya: bool
    kunci: str


class BackToNational(Door, code="nd", who=KETUA_PELAKSANA):
    periode: Periode
    kunci: str


class Passages(Door, code="na", who=KETUA_PELAKSANA):
    """One passage that follows from figures, or the list of chapters."""

    periode: Periode
    part: Part | None = None


class WritePassage(Door, code="nt", who=KETUA_PELAKSANA):
    """Asks for one's own text; the next message answers it."""

    periode: Periode
    part: Part


class AutomaticPassage(Door, code="no", who=KETUA_PELAKSANA):
    """Back to the text that follows from the figures."""

    periode: Periode
    part: Part


class ComparePassage(Door, code="nb", who=KETUA_PELAKSANA):
    periode: Periode
    part: Part
