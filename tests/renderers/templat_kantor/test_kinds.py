"""Kinds of templates that other programs, other hands and other habits make, and what becomes of each: one table."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from time import process_time
from typing import NamedTuple

import pytest
from openxml_audit import OpenXmlValidator

from renderers.rekap import document
from renderers.rekap.document import Document
from renderers.templat_bawaan import build
from renderers.templat_kantor import example
from renderers.templat_kantor.files import LOCKED, opened
from renderers.templat_kantor.lost import lost
from renderers.templat_kantor.tidy import tidied
from renderers.templat_kantor.trial import judge
from renderers.word import word
from renderers.word.ooxml import MAIN, Parts, field, pack, paragraph, run, unpack
from tests.renderers.templat_kantor import hands
from tests.renderers.templat_kantor.by_hand import edited
from tests.renderers.templat_kantor.hands import (
    BEGIN,
    CELLS,
    CONTROL,
    FINISH,
    MARK,
    NESTED,
    PLACE,
    SEPARATORS,
    SPLIT,
    VML,
    beside,
    coded,
    floating,
    footed,
    gap,
    listed,
    looped,
    replaced,
    tc,
    titled,
    tracked,
    with_notes,
    with_picture,
    with_shape,
    wrapped,
)  # fmt: skip

FULL, NOMOR = example.FULL, str(example.FULL.surat.nomor)
TAKEN, REFUSED, WARNED = "accepted", "refused", "warned"


class Holds(NamedTuple):
    """What a part of the report has where a pattern looks."""

    part: str
    pattern: str
    found: Sequence[str]


class Kind(NamedTuple):
    """A row of the table: `outcome` with its one sentence, and what the report then holds."""

    kind: str
    has: str
    make: Callable[[], Parts]
    outcome: str = TAKEN
    sentence: str = ""
    holds: Sequence[Holds] = ()


OURS = r'<w:pStyle w:val="(?!Heading|Judul|Caption|Keterangan|TOC)\w+"/>'
SEQ = r'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText[^>]*> SEQ Tabel.*?end"/></w:r>'
COVER = SEQ.replace(" SEQ Tabel", ' TC "HALAMAN')
TEXT = r"<w:t[^>]*>([^<]*)"
FIGURES = paragraph("TOC1", field('TOC \\c "Gambar"', run("Gambar 1. Lama")))
TABLES = paragraph("TOC1", field('TOC \\c "Tabel"', run("Tabel 1. Lama")))
BESIDE = paragraph("TOC1", run("Isi: ") + field(hands.TOC, run("x")) + run(" tamat"))
PARTED = paragraph("TOC1", SPLIT[0] + run("KATA PENGANTAR")) + paragraph("TOC1", run("AWAL") + SPLIT[1])
LINK = f'<w:hyperlink w:anchor="_Ref1">{field("PAGEREF _Ref1", run("3"))}</w:hyperlink>'
TOP = f'<w:hyperlink w:anchor="_top">{run("Ke atas")}</w:hyperlink>'
NOTED = f'<w:bookmarkStart w:id="3" w:name="_Ref2"/>{LINK}{TOP}{run("Lihat")}<w:bookmarkEnd w:id="3"/>'
ROW = r"<w:tr>(?:(?!</w:tr>).)*?Nomor.*?</w:tr>"
FIRST_CELL = r"<w:tc>(?:(?!</w:tc>).)*?Nomor.*?</w:tc>"


def cited() -> Parts:
    """A note that refers to a bookmark of the body, and has one itself."""
    parts = with_notes("footnote", NOTED, SEPARATORS)
    text = parts[MAIN].decode().replace(MARK, BEGIN.replace("8812", "1") + FINISH + MARK, 1)
    return {**parts, MAIN: text.encode()}


def paged(code: str) -> Parts:
    return footed(paragraph("Footer", field(code, run("1"))))


def typo(where: str) -> str:
    return f"Nama “surat.nomr” tidak dikenal (maksudnya “surat.nomor”?), di {where}."


TITLE = "kehilangan gaya judulnya, jadi tidak ada di daftar isi; beri gaya"
APPENDICES = "“LAMPIRAN FOTO KOLASE”, “LAMPIRAN DOKUMENTASI KEGIATAN”, dan “LAMPIRAN TAUTAN KONTEN”"
SINGLE = "Dua tabel berturut-turut akan menyatu; beri satu paragraf di antaranya, sebelum judul pertama, tabel ke-3."
NO_END = "Daftar isi tidak berakhir di tempat ia dimulai; hapus, lalu sisipkan lagi lewat tab Referensi."
NO_LIST = "Templat tidak lagi memuat daftar isi; sisipkan lewat tab Referensi, Daftar Isi."
NO_PLACE = "Daftar isi dibatasi pada bookmark “Inti” (\\b), yang tidak ada; hapus batas itu."
LOST = "Templat menghasilkan dokumen yang rusak dengan data contoh; periksa bookmark dan rujukan silang."
CHANGED = "Templat masih berisi perubahan yang dilacak; terima atau tolak semuanya di Word (tab Tinjau)."
COMMENTED = "Templat masih berisi komentar; hapus semuanya di Word (tab Tinjau), sebab akan ikut tercetak."
UNFILLED = "Isian “{}” tidak akan terisi; hapus, di {}."
STRICT = (
    "Berkas ini disimpan sebagai “Strict Open XML”. Di Word pilih Simpan Sebagai dengan jenis Dokumen Word (.docx), "
    "lalu kirim lagi."
)
NO_MARK = (
    "“HALAMAN JUDUL” tidak lagi ditandai (bidang TC), jadi tidak ada di daftar isi; salin tandanya dari templat bawaan "
    "bila masih diperlukan."
)
NO_LEVELS = (
    "Daftar isi tidak lagi memuat “KATA PENGANTAR”, “DAFTAR ISI”, “LAMPIRAN FOTO KOLASE”, dan 2 lainnya; di Word klik "
    "kanan daftar isi, pilih Edit Bidang, lalu centang tingkat kerangka paragraf."
)
FIXED = (
    "Keterangan “Tabel 1” bernomor tetap, jadi nomornya tidak berurutan dalam laporan; ganti nomornya lewat tab "
    "Referensi, Sisipkan Keterangan."
)
PLAIN = (
    "Gaya “Anak Judul”, “Butir”, “Butir Isi”, dan 30 lainnya tidak terpakai lagi, seperti bila templat disimpan Google "
    "Docs, jadi huruf dan jarak laporan berubah; unduh templat lagi lewat /templat dan sunting di Word."
)
NO_CORE = (
    "Properti berkas (judul, subjek, kata kunci) hilang dan diambil dari templat bawaan; tidak ada yang perlu "
    "diperbaiki."
)
NOTES, ENDS, FOOT = "word/footnotes.xml", "word/endnotes.xml", "word/footer1.xml"
TABLE = (
    Kind("berkas", "nothing of its own", build.parts),
    Kind("berkas", "document2.xml and others, as Word on the web", hands.online),
    Kind("berkas", "the type of a template (.dotx renamed)", hands.template_type),
    Kind("berkas", "Strict Open XML", hands.strict, REFUSED, STRICT),
    Kind("berkas", "a relation to a part named NULL", lambda: hands.related("image", "NULL")),
    Kind("berkas", "a link to a place inside of it", lambda: hands.related("hyperlink", "#_top")),
    Kind("berkas", "no properties, as Google Docs", hands.without_core, WARNED, NO_CORE),
    Kind("berkas", "keywords with an ampersand", lambda: edited("Bakohumas, {{", "Umum &amp; Humas, {{", hands.CORE),
         holds=[Holds(hands.CORE, "<cp:keywords>([^<,]*)", ["Umum &amp; Humas"])]),
    Kind("judul", "chapters in an own style", hands.own_chapter),
    Kind("judul", "hidden words in a heading", lambda: edited("Gambaran Umum</w:t></w:r>",
         "Gambaran Umum</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>RAHASIA</w:t></w:r>")),
    Kind("judul", "a title without its style", lambda: edited('"JudulDepan"/>', '"Isi"/>'), WARNED,
         f"“KATA PENGANTAR” {TITLE} “Judul Depan” di Word."),
    Kind("judul", "all appendices without their style",
         lambda: replaced('<w:pStyle w:val="JudulLampiran"/>', '<w:jc w:val="center"/>', 0), WARNED,
         f"{APPENDICES} {TITLE} “Judul Lampiran” di Word."),
    Kind("judul", "most styles gone", lambda: replaced(OURS, "", 0), WARNED, PLAIN),
    Kind("bungkus", "a content control around a chapter", lambda: wrapped(CONTROL)),
    Kind("bungkus", "controls in one another", lambda: wrapped(NESTED)),
    Kind("bungkus", "custom XML around a chapter", lambda: wrapped('<w:customXml w:element="a">|</w:customXml>')),
    Kind("bungkus", "a control around a row", lambda: wrapped(CONTROL, ROW)),
    Kind("bungkus", "a control around a cell", lambda: wrapped(CONTROL, FIRST_CELL)),
    Kind("bungkus", "a control around a tag", lambda: beside(CONTROL.replace("|", run("{{ surat.sifat }}")))),
    Kind("tabel", "a row that begins later", lambda: gap("gridBefore")),
    Kind("tabel", "a row that ends earlier", lambda: gap("gridAfter")),
    Kind("tabel", "two floating tables", lambda: floating("x", "x")),
    Kind("tabel", "a floating table before another one", lambda: floating("x", "")),
    Kind("tabel", "a floating table behind another one", lambda: floating("", "x")),
    Kind("tabel", "two tables that run together", lambda: floating("", ""), REFUSED, SINGLE),
    Kind("tabel", "the grid as it was, as Google Docs", lambda: edited("</w:tblGrid>",
         '<w:tblGridChange w:id="0"><w:tblGrid><w:gridCol w:w="9"/></w:tblGrid></w:tblGridChange></w:tblGrid>'),
         holds=[Holds(MAIN, "tblGridChange", [])]),
    Kind("tabel", "measures with fractions, as Google Docs", lambda: edited('w:w="1361"/>', 'w:w="1361.33858267"/>'),
         holds=[Holds(MAIN, r'w:w="\d+\.\d+"', [])]),
    Kind("tabel", "rows that say they are no head", lambda: edited("<w:cantSplit/>",
         '<w:cantSplit w:val="0"/><w:tblHeader w:val="0"/>')),
    Kind("bookmark", "one in a loop", lambda: titled(BEGIN, FINISH)),
    Kind("bookmark", "the begin of one alone", lambda: titled(BEGIN)),
    Kind("bookmark", "the end of one alone", lambda: titled(FINISH)),
    Kind("bookmark", "two of one name", lambda: titled((BEGIN + FINISH) * 2)),
    Kind("bookmark", "a link to a heading, as Google Docs", lambda: hands.linked("_heading=h.gjdgxs"),
         holds=[Holds(MAIN, 'w:anchor="(_R?heading[^"]*)', ["_Rheading=h.gjdgxs"])]),
    Kind("bookmark", "a page of a heading, as Word", lambda: hands.linked("_Toc107"),
         holds=[Holds(MAIN, 'w:anchor="(_R[^"]*)', ["_RToc107"])]),
    Kind("bookmark", "a reference to none", lambda: beside(LINK), REFUSED, LOST),
    Kind("bookmark", "a reference of a note to none", lambda: with_notes("footnote", NOTED), REFUSED, LOST),
    Kind("bookmark", "a reference out of a note", cited, holds=[Holds(NOTES, r'(?:anchor|name)="([^"]*)',
         ["_Ref2", "_Ref1", "_top"])]),
    Kind("ulangan", "a picture", hands.picture_looped),
    Kind("ulangan", "a shape", lambda: looped(f'<w:r><w:pict><v:rect {VML} id="_x0000_s1026"/></w:pict></w:r>')),
    Kind("ulangan", "the end of a section", lambda: looped(f'</w:p>{paragraph("Jeda", "", "<w:sectPr/>")}<w:p>')),
    Kind("daftar isi", "text beside it", lambda: listed(BESIDE), holds=[Holds(MAIN, ">(Isi: | tamat)<",
         ["Isi: ", " tamat"])]),
    Kind("daftar isi", "two paragraphs", lambda: listed(PARTED)),
    Kind("daftar isi", "a list of figures behind it", lambda: listed(PLACE + FIGURES)),
    Kind("daftar isi", "a list of tables before it", lambda: listed(TABLES + PLACE)),
    Kind("daftar isi", "an end outside of its table", lambda: listed(CELLS), REFUSED, NO_END),
    Kind("daftar isi", "a list of figures alone", lambda: listed(FIGURES), REFUSED, NO_LIST),
    Kind("daftar isi", "no outline levels", lambda: coded(r'TOC \o "1-2" \h \z \f'), WARNED, NO_LEVELS),
    Kind("daftar isi", "one level, by choice", lambda: coded(r'TOC \o "1-1" \h \z \u \f')),
    Kind("daftar isi", "no switches for levels, as LibreOffice", lambda: hands.saved_by("LibreOffice/7.4",
         coded(r'TOC \f \o "1-2" \h'))),
    Kind("daftar isi", "a bookmark that is missing", lambda: coded(r'TOC \o "1-2" \u \f \b Inti'), REFUSED, NO_PLACE),
    Kind("daftar isi", "no page numbers", lambda: coded(r"TOC \n \o \u \f"), holds=[Holds(MAIN, "PAGEREF", [])]),
    Kind("daftar isi", "a dash before the page", lambda: coded(r'TOC \p " - " \o "1-2" \u \f'),
         holds=[Holds(MAIN, ">(KATA PENGANTAR - )<", ["KATA PENGANTAR - "])]),
    Kind("daftar isi", "TC counted from two, as LibreOffice", lambda: tc(2, "LibreOffice/7.4")),
    Kind("daftar isi", "TC saved twice, then by another program", lambda: tc(3)),
    Kind("daftar isi", "no mark of the cover", lambda: replaced(COVER, ""), WARNED, NO_MARK),
    Kind("daftar isi", "captions with fixed numbers",
         lambda: replaced(SEQ, "<w:r><w:t>1</w:t></w:r>", 0), WARNED, FIXED),
    Kind("nomor halaman", r"PAGE \* ROMAN", lambda: paged(r"PAGE \* ROMAN \* MERGEFORMAT"),
         holds=[Holds(MAIN, 'pgNumType w:fmt="(\\w+)', ["lowerRoman", "upperRoman", "upperRoman"])]),
    Kind("nomor halaman", r"PAGE \* Arabic", lambda: paged(r"PAGE  \* Arabic"),
         holds=[Holds(MAIN, 'pgNumType w:fmt="(\\w+)', ["lowerRoman", "decimal", "decimal"])]),
    Kind("nomor halaman", r"PAGE \* ALPHABETIC", lambda: paged(r"PAGE \* ALPHABETIC"),
         holds=[Holds(MAIN, 'pgNumType w:fmt="(\\w+)', ["lowerRoman", "upperLetter", "upperLetter"])]),
    Kind("nomor halaman", r"PAGE \* roman", lambda: paged(r"PAGE \* roman"),
         holds=[Holds(MAIN, 'pgNumType w:fmt="(\\w+)', ["lowerRoman", "lowerRoman", "lowerRoman"])]),
    Kind("tempat isian", "a footnote", lambda: with_notes("footnote", run("Nomor {{ surat.nomor }}")),
         holds=[Holds(NOTES, TEXT, [f"Nomor {NOMOR}"])]),
    Kind("tempat isian", "an endnote", lambda: with_notes("endnote", run("Nomor {{ surat.nomor }}")),
         holds=[Holds(ENDS, TEXT, [f"Nomor {NOMOR}"])]),
    Kind("tempat isian", "a footnote beside the separators", lambda: with_notes("footnote", run("x"), SEPARATORS),
         holds=[Holds(NOTES, "<w:footnote .*</w:footnote>", [SEPARATORS + hands.note("x")])]),
    Kind("tempat isian", "words for who cannot see", lambda: with_picture("Stempel {{ satker.nama }}"),
         holds=[Holds(MAIN, r'descr="(Stempel [^"]*)"', [f"Stempel {FULL.satker.nama}"])]),
    Kind("tempat isian", "the same of an older program", lambda: with_shape("Lambang {{ satker.nama }}"),
         holds=[Holds(MAIN, r'alt="([^"]*)"', [f"Lambang {FULL.satker.nama}"])]),
    Kind("tempat isian", "a text box", lambda: beside(hands.boxed("Kotak {{ surat.nomor }}")),
         holds=[Holds(MAIN, "Kotak ([^<]*)", [NOMOR])]),
    Kind("tempat isian", "a formula", lambda: beside(hands.formula("{{ surat.nomor }}")),
         holds=[Holds(MAIN, "<m:t>([^<]*)", [NOMOR])]),
    Kind("tempat isian", "a typo in a footnote", lambda: with_notes("footnote", run("{{ surat.nomr }}")), REFUSED,
         typo("catatan kaki")),
    Kind("tempat isian", "a typo in an endnote", lambda: with_notes("endnote", run("{{ surat.nomr }}")), REFUSED,
         typo("catatan akhir")),
    Kind("tempat isian", "a typo for who cannot see", lambda: with_picture("{{ surat.nomr }}"), REFUSED,
         typo("badan dokumen")),
    Kind("tempat isian", "the same of an older program", lambda: with_shape("{{ surat.nomr }}"), REFUSED,
         typo("badan dokumen")),
    Kind("tempat isian", "a style", lambda: edited('"Isi"', '"Isi" w:rsid="{{ satker.nama }}"', hands.STYLES), REFUSED,
         UNFILLED.format("{{ satker.nama }}", "gaya")),
    Kind("tempat isian", "the number of a list", lambda: edited('"%1."/>', '"{{ x }} %1."/>', hands.LISTS), REFUSED,
         UNFILLED.format("{{ x }} %1.", "tanda daftar")),
    Kind("tulisan", "a tag over two lines", lambda: edited("{{ surat.nomor }}",
         "{{ surat.</w:t><w:br/><w:t>nomor }}"), holds=[Holds(MAIN, f"<w:t[^>]*>({NOMOR})<", [NOMOR])]),
    Kind("tulisan", "a hard space in a tag", lambda: edited("{{ surat.nomor }}", "{{\u00a0surat.nomor\u00a0}}"),
         holds=[Holds(MAIN, f"<w:t[^>]*>({NOMOR})<", [NOMOR])]),
    Kind("lacak", "an insertion", lambda: tracked(MARK, f"<w:ins|/>{MARK}"), REFUSED, CHANGED),
    Kind("lacak", "a move", lambda: tracked(MARK, f"<w:moveTo|/>{MARK}"), REFUSED, CHANGED),
    Kind("lacak", "the look of a word", lambda: tracked(MARK, MARK.replace("<w:r>",
         "<w:r><w:rPr><w:rPrChange|/></w:rPr>")), REFUSED, CHANGED),
    Kind("lacak", "a row", lambda: tracked("<w:trPr>", "<w:trPr><w:del|/>"), REFUSED, CHANGED),
    Kind("lacak", "a cell", lambda: tracked("<w:tcPr>", "<w:tcPr><w:cellIns|/>"), REFUSED, CHANGED),
    Kind("lacak", "the footer", lambda: tracked("<w:p>", "<w:p><w:del|/>", FOOT), REFUSED, CHANGED),
    Kind("lacak", "the look of the footer", lambda: tracked("<w:p>", "<w:p><w:pPr><w:pPrChange|/></w:pPr>", FOOT),
         REFUSED, CHANGED),
    Kind("lacak", "a style", lambda: tracked("<w:rPr>", "<w:rPr><w:rPrChange|/>", hands.STYLES), REFUSED, CHANGED),
    Kind("lacak", "a comment", lambda: beside('<w:r><w:commentReference w:id="0"/></w:r>'), REFUSED, COMMENTED),
)  # fmt: skip
ROWS = [pytest.param(one, id=f"{one.kind}: {one.has}: {one.outcome}") for one in TABLE]
ACCEPTED = [row for row, one in zip(ROWS, TABLE, strict=True) if one.outcome != REFUSED]
# The example tells of offices below, as the report of a province does.
CHAPTERS = ["I", "II", "III", "IV", "V", "VI"]
spent = list[float]()


def report(tidy: bytes) -> Document:
    return document.assemble(FULL, example.material(FULL), word.prepare(unpack(tidy)))


@pytest.mark.parametrize("row", ROWS)
def test_what_becomes_of_each_kind(row: Kind, monkeypatch: pytest.MonkeyPatch) -> None:
    filled = list[tuple[Document, bytes]]()
    finish = document.finished

    def finished(made: Document, pages: Sequence[str] | None) -> bytes:
        filled.append((made, finish(made, pages)))
        return filled[-1][1]

    # The trial fills it with a full quarter first, and nothing is filled twice.
    monkeypatch.setattr(document, "finished", finished)
    sent = pack(row.make())
    began = process_time()
    tidy, faults = judge(sent)
    told = faults or lost(sent, tidy)
    spent.append(process_time() - began)
    outcome = REFUSED if faults else WARNED if told else TAKEN
    assert (outcome, told) == (row.outcome, [row.sentence] if row.sentence else [])
    if not faults:
        is_whole(tidy, *filled[0], row)


def is_whole(tidy: bytes, made: Document, docx: bytes, row: Kind) -> None:
    """The template is one that needs no more tidying, and its report has all chapters and what the row says."""
    parts = unpack(tidy)
    assert tidied(opened(tidy)) == parts
    assert {MAIN, hands.STYLES, hands.LISTS, "word/settings.xml"} <= parts.keys()
    assert b".template.main+xml" not in parts["[Content_Types].xml"]
    contents = next(one for one in made.plan.listings if not one.toc.label)
    texts = [(line.level, line.text) for line in contents.lines]
    assert [text.split()[1] for _, text in texts if text.startswith("BAB ")] == CHAPTERS
    if row.outcome == TAKEN:
        assert texts[:3] == [(1, "HALAMAN JUDUL"), (1, "KATA PENGANTAR"), (1, "DAFTAR ISI")]
    written = {name: data.decode() for name, data in unpack(docx).items() if name[-4:] == ".xml"}
    assert re.findall("1. Lama|RAHASIA", "".join(text for _, text in texts)) == []
    assert "1. Lama" not in written[MAIN]
    for part, pattern, found in row.holds:
        assert re.findall(pattern, written[part], re.DOTALL) == list(found)


def test_the_table_is_long_and_says_nothing_twice() -> None:
    assert len({(one.kind, one.has, one.outcome) for one in TABLE}) == len(TABLE) > 75


def test_an_upload_is_checked_within_two_seconds_of_processor_time() -> None:
    spent.sort()
    middle, most = (round(1000 * one) for one in (spent[len(spent) // 2], spent[-1])) if spent else (0, 0)
    print(f"an upload's check: {middle} ms in the middle, {most} ms at most, of {len(spent)}")  # noqa: T201
    assert middle < 2000


@pytest.mark.slow
@pytest.mark.parametrize("row", ACCEPTED)
def test_the_schema_finds_nothing_in_the_report_of_any_kind(row: Kind, tmp_path: Path) -> None:
    tidy, _ = judge(pack(row.make()))
    (tmp_path / "laporan.docx").write_bytes(document.finished(report(tidy), None))
    errors = OpenXmlValidator().validate(tmp_path / "laporan.docx").errors
    assert [(fault.part_uri, fault.description) for fault in errors] == []


@pytest.mark.parametrize("data", [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 64])
def test_a_locked_file_is_told_of(data: bytes) -> None:
    assert judge(data) == (b"", [f"{LOCKED}."])


def test_names_are_the_same_wherever_the_main_part_stood() -> None:
    tidy, _ = judge(pack(hands.online()))
    ours, _ = judge(pack(build.parts()))
    assert unpack(tidy).keys() == unpack(ours).keys()
    assert word.names(unpack(tidy)) == word.names(unpack(ours))
