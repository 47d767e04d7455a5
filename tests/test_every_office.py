"""Offices of every tier report every quarter from 2022 to 2032: what is printed is looked for in the data of its day.

Nothing here knows the passages: years, regulations, offices, platforms and names are taken out of the printed text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator
from pypdf import PdfReader

from handlers.laporan import gather
from handlers.reading.dates.periods import Periode
from renderers.figures import Rekap
from renderers.photo.emblem import emblem
from renderers.rekap import document
from renderers.rekap.pictures import Material
from renderers.rekap.rekap import compose
from renderers.word import office
from renderers.word.ooxml import W
from storage.database import Database
from storage.history.file import History
from storage.history.load import load
from storage.kantor.satker import Here, by_kode
from storage.nasional import dasar_hukum, pemungutan_suara, platform
from tests.golden_offices import YEARS, golden
from tests.renderers.rekap.drawn import printer
from tests.renderers.rekaps import REKAP

QUARTERS = [Periode("triwulan", n, year) for year in YEARS for n in (1, 2, 3, 4)]
# One of each year, and each of them in its turn; the slow run takes all.
SOME = QUARTERS[::5]
NOW = datetime(2033, 6, 1, tzinfo=UTC)
OFFICES = golden()
# Facts of a survey may be told for two years; after that they are history.
FRESH = 2
# Letters of a paragraph that is looked for in the PDF; shorter ones are titles.
LONG = 60
# All tiers of KPU in one breath, as laws name them, or the tiers below one that reports.
TOGETHER = re.compile(
    r"KPU Provinsi(?:/KIP Aceh)?,? dan KPU(?:/KIP)? Kabupaten/Kota|Komisi Pemilihan Umum Provinsi,? dan Komisi "
    r"Pemilihan Umum Kabupaten/Kota|Keputusan [^;.]*|Peraturan [^;.]*|Surat [^;.]*"
)
OFFICE = re.compile(r"\b(?:KPU|KIP) (?:Provinsi|Kabupaten|Kota|Republik|Aceh)(?: (?!Triwulan|Tahun)[A-Z]\w+)*")
COMING = re.compile(r"(?:[Mm]enghadapi|[Pp]ersiapan|[Mm]enjelang) [^.]*?Tahun (\d{4})")
CITED = re.compile(r"(?:Undang-Undang|Peraturan [A-Z][^,;.]*?|PKPU|Perki) Nomor \d+ Tahun \d{4}")
YEAR = re.compile(r"(?<![\d/.])(?:19|20)\d\d(?![\d/])")


@dataclass(frozen=True)
class Printed:
    """A report as it is printed: `prose`: the paragraphs outside of tables, `whole`: all text."""

    rekap: Rekap
    prose: tuple[str, ...]
    whole: str


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory, empty_database: Path) -> Iterator[Database]:
    file = tmp_path_factory.mktemp("golden") / "kantor.db"
    file.write_bytes(empty_database.read_bytes())
    database = Database(f"sqlite:///{file}")
    with database.transaction() as session:
        for told in OFFICES.values():
            load(session, told, {}, str, NOW)
    yield database
    database.close()


def reports(database: Database, told: History, quarters: Sequence[Periode]) -> Iterator[Printed]:
    logo = emblem()
    with database.transaction() as session:
        satker = by_kode(session, told.satker.kode)
        assert satker is not None
        for periode in quarters:
            rekap = gather.gather(Here(session, satker, NOW), periode, NOW.date())
            yield _printed(rekap, document.assemble(rekap, Material(logo)).plan.xml)


def _printed(rekap: Rekap, xml: bytes) -> Printed:
    body = etree.fromstring(xml).find(f"{W}body")
    assert body is not None
    prose = tuple(text for p in body.iterchildren(f"{W}p") if (text := _text(p)))
    return Printed(rekap, prose, "\n".join(_text(p) for p in body.iter(f"{W}p")))


def _text(paragraph: etree._Element) -> str:
    return "".join(
        node.text or "" if node.tag == f"{W}t" else " " for node in paragraph.iter(f"{W}t", f"{W}br")
    ).strip()


def untrue(database: Database, name: str, quarters: Sequence[Periode]) -> list[tuple[str, str]]:
    return [
        (str(report.rekap.periode.bulan[0]), wrong)
        for report in reports(database, OFFICES[name], quarters)
        for rule in RULES
        for wrong in rule(report, OFFICES[name])
    ]


@pytest.mark.parametrize("name", OFFICES)
def test_what_is_printed_is_true_on_its_day(loaded: Database, name: str) -> None:
    assert untrue(loaded, name, SOME) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", OFFICES)
def test_what_is_printed_is_true_on_the_day_of_every_quarter(loaded: Database, name: str) -> None:
    assert untrue(loaded, name, QUARTERS) == []


# A brace, None, a sign or a word twice, a label without its value, a sentence that breaks off.
BROKEN = re.compile(
    r"\{|\}|\bNone\b|,,|\.\.(?!\.)| ,| \.(?!\d)|\(\)|\b[A-Z]\w+: *$|\b(\w{4,}) \1\b"
    r"|\b(?:di|ke|kepada|dari|oleh|dengan|Ketua) *$|Yth\. Ketua +di\b"
)


def _broken(report: Printed, _told: History) -> Iterator[str]:
    yield from (text for text in report.whole.splitlines() if BROKEN.search(text))


def _votes(report: Printed, _told: History) -> Iterator[str]:
    """A year that is called coming is that of a vote that was decided and not over."""
    ahead = {str(vote.tahun) for vote in pemungutan_suara.ahead(report.rekap.batas)}
    yield from (year for text in report.prose for year in COMING.findall(text) if year not in ahead)


def _regulations(report: Printed, _told: History) -> Iterator[str]:
    """A regulation that is cited is on the list and in force on the cut-off, or named as the one that replaces."""
    for text in report.prose:
        for cited in CITED.findall(text):
            known = dasar_hukum.regulations().get(dasar_hukum.key_of(cited))
            if known is None or not known.in_force(report.rekap.batas):
                yield cited


def _years(report: Printed, told: History) -> Iterator[str]:
    """A year is that of the report, of a regulation, of a vote, of a fact of the office, or of a fresh survey."""
    on = report.rekap.batas
    votes = {vote.tahun for vote in pemungutan_suara.known(on)}
    own = {int(year) for year in YEAR.findall(told.model_dump_json(include={"keputusan"}))}
    for text in report.prose:
        plain = re.sub(r"Nomor \S+ Tahun \d{4}|Nomor \S+/\d{4}|30 April 2010", "", text)
        for year in map(int, YEAR.findall(plain)):
            if year not in votes | own and not on.year - FRESH <= year <= on.year:
                yield f"{year}: {text}"


def _offices(report: Printed, told: History) -> Iterator[str]:
    """An office that is named is this one or the one above it; one of Aceh is called KIP, and no other."""
    mine = {told.satker.nama, told.satker.atasan, "KPU Republik Indonesia"}
    for text in report.prose:
        bare = TOGETHER.sub("", text)
        yield from (f"{one}: {text}" for one in OFFICE.findall(bare) if one not in mine and " " in one[4:].strip())
    if not told.satker.nama.startswith("KIP") and re.search(r"\bKIP\b", report.whole):
        yield "KIP"


def _reports_to_itself(report: Printed, told: History) -> Iterator[str]:
    """Nobody reports to itself, nor through somebody who is not above."""
    for text in report.prose:
        if re.search(rf"kepada (?:Ketua )?{re.escape(told.satker.nama)}\b", text):
            yield text
        if told.satker.tingkat in {"provinsi", "pusat"} and re.search(
            "perantaraan|Tim Bakohumas KPU Kabupaten/Kota", text
        ):
            yield text


def _platforms(report: Printed, told: History) -> Iterator[str]:
    """A platform that is named has an account in the months of the tables, by the name of the day."""
    there = set(report.rekap.platform)
    every = {one.tampil for p in platform.every().values() for one in p.nama} - {
        platform.shown(platform.other(), date.max)
    }
    jenis = re.compile("|".join(map(re.escape, report.rekap.jenis)))  # one of them has IG in its name
    for text in (jenis.sub("", text) for text in report.prose):
        words = set(re.findall(r"\b(?:IG|X|FB|Twitter|YouTube|TikTok|Threads)\b", text)) & every
        yield from (f"{word}: {text}" for word in words if not any(word in shown.split() for shown in there))
    if not told.akun and "akun media sosial resmi" in report.whole:
        yield "akun media sosial resmi"


def _signers(report: Printed, told: History) -> Iterator[str]:
    """Who signs is who signed on the cut-off, in the position of that day; nobody else of those is named."""
    of_today = [f for f in told.fakta if str(f.tentang) == "ketua" and f.berlaku_dari and f.berlaku_sampai]
    for fact in of_today:
        valid = (
            fact.berlaku_dari and fact.berlaku_sampai and fact.berlaku_dari <= report.rekap.batas <= fact.berlaku_sampai
        )
        if valid != (fact.isi in report.whole):
            yield fact.isi
        if valid and fact.jabatan != "Ketua" and fact.jabatan not in report.whole:
            yield fact.jabatan


RULES = (_broken, _votes, _regulations, _years, _offices, _reports_to_itself, _platforms, _signers)


SIGNS = (
    "{x}",
    "dari None",
    "a,, b",
    "habis..",
    "KPU , Kota",
    "KPU .",
    "a ()",
    "Laman:",
    "yang yang",
    "kota di ",
    "Yth. Ketua  di X",
)


def test_every_sign_of_a_gap_is_seen() -> None:
    assert [text for text in SIGNS if not BROKEN.search(text)] == []


def test_the_rules_find_what_is_untrue() -> None:
    """Each rule against a report into which its fault was written."""
    told = OFFICES["provinsi"]
    rekap = replace(REKAP, batas=date(2026, 3, 31), platform=("TikTok",))
    lies = (
        "Menghadapi Pemilu dan Pemilihan Serentak Tahun 2024 kami bersiap",
        "Peraturan Komisi Pemilihan Umum Nomor 1 Tahun 2015 tentang informasi",
        "Survei tahun 2021 menunjukkan",
        "Rapat dengan KPU Kota Probolinggo",
        "kepada KPU Provinsi Papua",
        "Postingan FB menurun",
        "None {x}",
    )
    report = Printed(rekap, lies, "\n".join(lies))
    assert [rule.__name__ for rule in RULES if not list(rule(report, told))] == []


# Each tier once, and each year in which something changed: a vote, a regulation, an account, who signs.
CHOSEN = [
    *((name, Periode("triwulan", 2, 2022)) for name in OFFICES),
    ("kota", Periode("triwulan", 3, 2023)),
    ("kabupaten", Periode("triwulan", 1, 2024)),
    ("kabupaten", Periode("triwulan", 3, 2024)),
    ("provinsi", Periode("triwulan", 4, 2024)),
    ("KIP", Periode("triwulan", 4, 2025)),
    ("pusat", Periode("triwulan", 3, 2028)),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "periode"), CHOSEN)
def test_the_file_is_sound_and_the_pdf_says_the_same(
    loaded: Database, name: str, periode: Periode, tmp_path: Path
) -> None:
    with loaded.transaction() as session:
        satker = by_kode(session, OFFICES[name].satker.kode)
        assert satker is not None
        rekap = gather.gather(Here(session, satker, NOW), periode, NOW.date())
    report = compose(rekap, (), emblem(), printer(office.program()))
    (tmp_path / "laporan.docx").write_bytes(report.docx)
    assert list(OpenXmlValidator().validate(tmp_path / "laporan.docx").errors) == []
    shown = _bare("".join(page.extract_text() for page in PdfReader(BytesIO(report.pdf or b"")).pages))
    printed = _printed(rekap, document.assemble(rekap, Material(emblem())).plan.xml)
    told = [text for text in printed.prose if len(text) > LONG]
    assert [text for text in told if _bare(text)[:LONG] not in shown] == []


def _bare(text: str) -> str:
    """The letters alone, for lines of a page break anywhere."""
    return "".join(filter(str.isalnum, text))
