"""The checker of templates: what staff may break, each fault by its sentence; what they may do, without a word."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from renderers.photo.album import Album
from renderers.rekap.fields import fields
from renderers.templat_bawaan import build
from renderers.templat_kantor import example
from renderers.templat_kantor.check import faults_of
from renderers.templat_kantor.tidy import tidied
from renderers.templat_kantor.trial import judge
from renderers.word import word
from renderers.word.ooxml import Parts, pack, unpack
from tests.renderers.templat_kantor.by_hand import MAIN, edited, planted_faults, typed
from tests.renderers.templat_kantor.by_hand import spoiled as dirusak

SURAT = "sebelum judul pertama, tabel ke-2 baris 1 kolom 3."
NOMOR = "{{ surat.nomor }}"
TEMBUSAN = "{%p for t in surat.tembusan %}"
TEXT = '<w:r><w:t xml:space="preserve">'


FAULTS = planted_faults()


@pytest.mark.parametrize(("spoiled", "sentence"), FAULTS, ids=[spoiled.partition(" =>")[0] for spoiled, _ in FAULTS])
def test_a_fault_is_told_once_with_its_place(spoiled: str, sentence: str) -> None:
    assert faults_of(tidied(dirusak(spoiled))) == [sentence]


def test_many_faults_are_planted() -> None:
    assert len(FAULTS) >= 45


def test_an_end_of_the_wrong_kind_leaves_two_ends_loose() -> None:
    assert faults_of(tidied(typed("{%p endfor %}", "{%p endif %}"))) == [
        "{%p endif %} tidak mempunyai pasangan {%p if … %}, sebelum judul pertama, paragraf “{%p endif %}”.",
        f"{TEMBUSAN} tidak ditutup dengan {{%p endfor %}}, sebelum judul pertama, paragraf “{TEMBUSAN}”.",
    ]


ESCAPES = [
    "cycler.__init__.__globals__.os.popen('id').read()",
    "lipsum.__globals__['os'].system('id')",
    "''.__class__.__mro__[1].__subclasses__()",
    "surat|attr('__class__')",
    "surat.nomor|format(surat)",
    "'{0.__class__}'.format(surat)",
    "'%s' % surat",
    "namespace(x=1)",
    "self.__init__",
    "range(10**9)",
    "'a' * 10**9",
    "'a' * 1000000000",
    "2 ** 99999999",
    "anggota|map(attribute='__class__')|list",
    "surat['__class__']",
    "surat.nomor.join(anggota)",
    "dict(a=1)",
    "[1, 2]",
    "loop.__init__",
    "joiner()",
    "caller()",
    "(1).__class__",
]


@pytest.mark.parametrize("escape", ESCAPES)
def test_no_expression_leads_out_of_the_template(escape: str) -> None:
    (told,) = faults_of(tidied(typed(NOMOR, f"{{{{ {escape} }}}}")))
    assert re.search(r"tidak (diizinkan|dikenal|dapat dibaca)|mempunyai bagian", told)


@pytest.mark.parametrize("escape", [e for e in ESCAPES if "__" in e and "map(" not in e])
def test_what_the_checker_might_let_through_the_sandbox_stops(escape: str) -> None:
    context = fields(example.FULL, example.material(), Album())
    with pytest.raises(word.BrokenTemplate):
        word.render(typed(NOMOR, f"{{{{ {escape} }}}}"), context)


@pytest.mark.parametrize("loop", ["range(100001)", "range(10**9)"])
def test_the_sandbox_counts_no_further_than_it_must(loop: str) -> None:
    with pytest.raises(OverflowError):
        word.render(
            typed("{{ surat.nomor }}", f"{{% for n in {loop} %}}x{{% endfor %}}"),
            fields(example.FULL, example.material(), Album()),
        )


@pytest.mark.parametrize(
    "statement", ["include 'x'", "import 'os' as o", "macro m()", "call m()", "raw", "filter upper"]
)
def test_no_statement_but_for_and_if(statement: str) -> None:
    told = faults_of(tidied(typed(NOMOR, f"{{% {statement} %}}")))
    assert told == [f"Perintah “{statement.partition(' ')[0]}” tidak dapat dipakai dalam templat, {SURAT}"]


def smart(parts: Parts) -> Parts:
    """Word's quotes, in tags as in text."""
    text = parts[MAIN].decode()
    return {**parts, MAIN: text.replace('|join("; ")', "|join(“; ”)").replace("|upper }}", "|upper\u00a0}}").encode()}


def split(parts: Parts) -> Parts:
    """Tags that spelling marks and formatting have cut into runs."""
    seam = '</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">'
    text = (
        parts[MAIN].decode().replace("{{ satker.", "{</w:t></w:r><w:r><w:t>{ satker.").replace(".nama", f".na{seam}ma")
    )
    return {
        **parts,
        MAIN: re.sub(r'(w:val="[^"]*)' + re.escape(f".na{seam}ma"), r"\1.nama", text)
        .replace('"{</w:t></w:r><w:r><w:t>{', '"{{')
        .encode(),
    }


def words_own(parts: Parts) -> Parts:
    """What an Indonesian Word leaves: other style ids, bookmarks, no picture types, pic declared elsewhere."""
    renamed = {
        name: data.replace(b"Heading1", b"Judul1").replace(b'"Caption"', b'"Keterangan"')
        for name, data in parts.items()
    }
    text = renamed[MAIN].decode().replace(' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"', "")
    mark = (
        '<w:bookmarkStart w:id="0" w:name="_Toc107"/>'
        + TEXT
        + "Gambaran Umum</w:t></w:r>"
        + '<w:bookmarkEnd w:id="0"/>'
    )
    assert TEXT + "Gambaran Umum" in text
    # A daftar isi that was refreshed in Word repeats the tags of the headings, loops and all.
    text = text.replace("Daftar isi disusun saat", "Bulan {{ b.bulan }} … Daftar isi disusun saat")
    types = renamed["[Content_Types].xml"].decode()
    types = re.sub(r'<Default Extension="(?:jpg|png)"[^>]*/>', "", types)
    text = text.replace(TEXT + "Gambaran Umum</w:t></w:r>", mark)
    return {**renamed, MAIN: text.encode(), "[Content_Types].xml": types.encode()}


def without_styles(parts: Parts) -> Parts:
    """What is not used in the template itself is lost at a save."""
    pattern = rb'<w:style [^>]*w:styleId="(?:TabelRapat|SelKecil|TOC2)">.*?</w:style>'
    return {**parts, "word/styles.xml": re.sub(pattern, b"", parts["word/styles.xml"])}


def twice_the_core(parts: Parts) -> Parts:
    kind = "http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    more = f'<Relationship Id="rId9" Type="{kind}" Target="docProps/core0.xml"/></Relationships>'
    rels = parts["_rels/.rels"].decode().replace("</Relationships>", more)
    types = (
        parts["[Content_Types].xml"]
        .decode()
        .replace("</Types>", '<Override PartName="/docProps/core0.xml" ContentType="a/b"/></Types>')
    )
    return {**parts, "_rels/.rels": rels.encode(), "[Content_Types].xml": types.encode(), "docProps/core0.xml": b"<a/>"}


@pytest.mark.parametrize("hand", [lambda parts: parts, smart, split, words_own, without_styles, twice_the_core])
def test_a_good_template_passes_and_is_tried(hand: Callable[[Parts], Parts]) -> None:
    tidy, told = judge(pack(hand(build.parts())))
    assert told == []
    again, told = judge(tidy)
    assert (told, unpack(again)) == ([], unpack(tidy))


def test_a_template_saved_by_libreoffice_passes() -> None:
    """The file is what LibreOffice 7.4 made of the built-in template."""
    saved = (Path(__file__).parent / "templat-libreoffice.docx").read_bytes()
    tidy, told = judge(saved)
    assert told == []
    assert list(unpack(tidy)).count("docProps/core.xml") == 1


def test_an_item_of_a_list_that_may_be_empty_is_found_by_trying() -> None:
    _, told = judge(pack(typed(NOMOR, "{{ saran[0] }}")))
    empty = "saran[0] diminta padahal daftarnya kosong; lindungi dengan {%p if saran %}"
    assert told == [f"Templat gagal diisi untuk triwulan tanpa catatan: {empty}."]


def test_a_comparison_that_python_refuses_is_told() -> None:
    _, told = judge(pack(typed("{%p if saran|length == 1 %}", "{%p if saran > 1 %}")))
    assert (
        told[0] == "Templat gagal diisi dengan data contoh: '>' not supported between instances of 'tuple' and 'int'."
    )


def test_what_the_gate_finds_is_told_too() -> None:
    _, told = judge(pack(edited("<w:tblGrid>", '<w:tblGrid><w:gridCol w:w="9"/>')))
    assert told[0] == (
        "Templat menghasilkan dokumen yang rusak dengan data contoh "
        "(word/document.xml: a row of 2 columns in a table of 3)."
    )
