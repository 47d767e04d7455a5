"""The trial of a template: judged in a process of its own, within limits, on a full and an empty quarter."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from renderers.templat_bawaan import build
from renderers.templat_kantor import trial
from renderers.templat_kantor.trial import judge
from renderers.word.ooxml import Parts, pack, unpack
from tests.renderers.templat_kantor.by_hand import MAIN, edited, typed
from tests.renderers.templat_kantor.test_check import NOMOR
from tests.renderers.templat_kantor.test_files import BUKAN, SOUND


def test_broken_xml_is_no_word_file() -> None:
    assert trial.judge(pack(edited("<w:body>", "<w:body><w:p>"))) == (b"", [f"{BUKAN}."])


def nested(depth: int) -> Parts:
    opened = "".join(f"{{% for x{n} in dasar_hukum %}}" for n in range(depth))
    return typed("{{ satker.anggaran }}", opened + "{{ satker.anggaran }}" + "{% endfor %}" * depth)


def test_loops_in_loops_have_a_depth() -> None:
    assert trial.judge(pack(nested(2)))[1] == []
    told_ = "Perulangan {% for x2 in dasar_hukum %} berada di dalam 2 perulangan lain; paling dalam 2 tingkat"
    place = "di bawah judul “Ruang Lingkup dan Anggaran Kegiatan”, paragraf “{% for x0 in dasar_hukum %}{% for x1 in…”"
    assert trial.judge(pack(nested(7)))[1] == [f"{told_}, {place}."]


def test_text_is_not_joined_by_text_of_the_data() -> None:
    grown = "{{ satker.anggaran|join(satker.alamat) }}"
    (said,) = trial.judge(pack(typed("{{ satker.anggaran }}", grown)))[1]
    assert said.startswith(f"Ungkapan {grown} tidak diizinkan dalam templat, ")


def test_a_template_that_grows_without_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_LARGEST", 1000)
    assert trial.judge(SOUND)[1] == ["Templat menghasilkan dokumen yang terlalu besar."]


TEXT = '<w:r><w:t xml:space="preserve">'


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


def without_core(parts: Parts) -> Parts:
    """As Google Docs saves."""
    types = re.sub(rb'<Override PartName="/docProps/core.xml"[^>]*/>', b"", parts["[Content_Types].xml"])
    rels = re.sub(rb'<Relationship [^>]*Target="docProps/core.xml"[^>]*/>', b"", parts["_rels/.rels"])
    kept = {name: data for name, data in parts.items() if name != "docProps/core.xml"}
    return {**kept, "_rels/.rels": rels, "[Content_Types].xml": types}


def test_a_template_without_properties_gets_the_built_in_ones() -> None:
    tidy, _ = judge(pack(without_core(build.parts())))
    assert unpack(tidy)["docProps/core.xml"] == build.parts()["docProps/core.xml"]


HANDS = [lambda parts: parts, smart, split, words_own, without_styles, twice_the_core, without_core]


@pytest.mark.parametrize("hand", HANDS)
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
    compared = "ada ungkapan yang membandingkan atau menghitung isian yang tidak sejenis"
    assert told == [f"Templat gagal diisi dengan data contoh: {compared}."]


def test_what_the_gate_finds_is_told_too() -> None:
    _, told = judge(pack(edited("<w:tblGrid>", '<w:tblGrid><w:gridCol w:w="9"/>')))
    assert told == [
        "Templat menghasilkan dokumen yang rusak dengan data contoh; periksa jumlah kolom pada setiap baris tabel."
    ]
