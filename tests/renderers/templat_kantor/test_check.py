"""The checker of templates: what staff may break, each fault by its sentence; what they may do, without a word."""

import re

import pytest

from renderers.photo.album import Album
from renderers.rekap.fields import fields
from renderers.templat_kantor import example
from renderers.templat_kantor.check import faults_of
from renderers.templat_kantor.tidy import tidied
from renderers.word import word
from tests.renderers.templat_kantor.by_hand import planted_faults, typed
from tests.renderers.templat_kantor.by_hand import spoiled as dirusak

SURAT = "sebelum judul pertama, tabel ke-2 baris 1 kolom 3."


NOMOR = "{{ surat.nomor }}"


FIRST = "{%p for alinea in naskah.surat.isi %}"


FAULTS = planted_faults()


@pytest.mark.parametrize(("spoiled", "sentence"), FAULTS, ids=[spoiled.partition(" =>")[0] for spoiled, _ in FAULTS])
def test_a_fault_is_told_once_with_its_place(spoiled: str, sentence: str) -> None:
    assert faults_of(tidied(dirusak(spoiled))) == [sentence]


def test_many_faults_are_planted() -> None:
    assert len(FAULTS) >= 45


def test_an_end_of_the_wrong_kind_leaves_two_ends_loose() -> None:
    assert faults_of(tidied(typed("{%p endfor %}", "{%p endif %}"))) == [
        "{%p endif %} tidak mempunyai pasangan {%p if … %}, sebelum judul pertama, paragraf “{%p endif %}”.",
        f"{FIRST} tidak ditutup dengan {{%p endfor %}}, sebelum judul pertama, paragraf “{FIRST}”.",
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
