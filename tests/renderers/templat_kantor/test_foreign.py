"""What a template may not reach: each way to read the server, or the network, that an adversary found."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from renderers.templat_bawaan import build
from renderers.templat_kantor import trial
from renderers.templat_kantor.expressions import Wrong
from renderers.templat_kantor.files import opened
from renderers.word.ooxml import NAMESPACES, Parts, pack, unpack
from tests.renderers.templat_kantor.by_hand import MAIN, edited
from tests.renderers.templat_kantor.test_files import RELS, SOUND, told

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TYPES = "[Content_Types].xml"
END = "<w:sectPr>"
OUTSIDE = "file:///var/lib/bakohumas/drawn/6/undangan.png"


def picture(kind: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (4, 4)).save(made, kind)
    return made.getvalue()


PNG, JPEG, GIF = picture("PNG"), picture("JPEG"), picture("GIF")
SVG = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{OUTSIDE}"/></svg>'.encode()
ENTITY = b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg xmlns="http://www.w3.org/2000/svg">&x;</svg>'
EMF, WMF = b"\x01\0\0\0" + b"\0" * 36 + b" EMF", b"\xd7\xcd\xc6\x9a" + b"\0" * 20


def with_body(xml: str, relations: str = "", types: str = "", parts: Parts | None = None) -> Parts:
    """The built-in template with more at its end: paragraphs, relations, content types and parts."""
    made = {**edited(END, xml + END), **(parts or {})}
    made[RELS] = made[RELS].replace(b"</Relationships>", relations.encode() + b"</Relationships>")
    made[TYPES] = made[TYPES].replace(b"</Types>", types.encode() + b"</Types>")
    return made


def relation(kind: str, target: str, mode: str = "", id_: str = "rId77") -> str:
    how = f' TargetMode="{mode}"' if mode else ""
    return f'<Relationship Id="{id_}" Type="{R}/{kind}" Target="{target}"{how}/>'


def para(inside: str) -> str:
    return f"<w:p><w:r><w:t>Logo</w:t></w:r><w:r>{inside}</w:r></w:p>"


def drawing(blip: str) -> str:
    return (
        '<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="9" cy="9"/>'
        '<wp:docPr id="7" name="x"/><a:graphic><a:graphicData '
        'uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr>'
        '<pic:cNvPr id="7" name="x"/><pic:cNvPicPr/></pic:nvPicPr>'
        f"<pic:blipFill>{blip}<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr/></pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing>"
    )


def linked(target: str) -> Parts:
    return with_body(para(drawing('<a:blip r:link="rId77"/>')), relation("hyperlink", target, "External"))


def inserted(data: bytes, suffix: str, type_: str) -> Parts:
    """A picture as Word inserts it."""
    types = "" if suffix in {"jpg", "png"} else f'<Default Extension="{suffix}" ContentType="{type_}"/>'
    target = relation("image", f"media/image1.{suffix}")
    return with_body(para(drawing('<a:blip r:embed="rId77"/>')), target, types, {f"word/media/image1.{suffix}": data})


def code(*texts: str, name: str = "w:instrText", mark: str = "w:fldChar", about: str = "") -> str:
    """A complex field whose code lies in several runs."""
    runs = "".join(f'<w:r><{name} xml:space="preserve">{text}</{name}></w:r>' for text in texts)
    kind = f"{mark.partition(':')[0]}:fldCharType"
    return (
        f'<w:p {about}><w:r><w:t>Isi</w:t></w:r><w:r><{mark} {kind}="begin"/></w:r>{runs}'
        f'<w:r><{mark} {kind}="separate"/></w:r><w:r><w:t>x</w:t></w:r><w:r><{mark} {kind}="end"/></w:r></w:p>'
    )


OTHER = 'xmlns:q="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
SIMPLE = "<w:p><w:fldSimple w:instr='INCLUDETEXT \"/etc/passwd\"'><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>"
OLE = (
    '<w:object xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office">'
    '<o:OLEObject Type="Link" ProgID="Word.Document" ShapeID="s" DrawAspect="Content" r:id="rId77"/></w:object>'
)
VML = '<w:pict xmlns:v="urn:schemas-microsoft-com:vml"><v:shape><v:imagedata {}/></v:shape></w:pict>'
PNG_PLEASE = "logo ini sisipkan sebagai gambar PNG, lalu kirim lagi"
GONE = "hapus dahulu, lalu kirim lagi"
LINKED = f"Templat memuat gambar yang ditautkan, bukan disisipkan, dekat “Logo”; {GONE}"
AWAY = f"Templat memuat tautan ke “{OUTSIDE[:40]}”; {GONE}"
INNER = "http://127.0.0.1:18999/x.png"
CODE_ENDS, BEGIN = "</w:instrText></w:r>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
INTERNAL = relation("hyperlink", INNER, "External")


@pytest.mark.parametrize(
    ("parts", "sentence"),
    [
        pytest.param(linked(OUTSIDE), AWAY, id="a"),
        pytest.param(linked("https://x.example/a.png"), LINKED, id="a-http"),
        pytest.param(
            with_body(para(drawing('<a:blip r:embed="rId77"/>')), INTERNAL), LINKED, id="b-embed-of-a-hyperlink"
        ),
        pytest.param(with_body(para(VML.format('src="http://x.example/a.png"'))), LINKED, id="c-src-of-vml"),
        pytest.param(with_body(para(VML.format('r:href="rId77"')), INTERNAL), LINKED, id="c-href-of-vml"),
        pytest.param(
            with_body(code("INCLUDE", 'TEXT "/etc/passwd"')),
            f"Templat memuat bidang INCLUDETEXT, dekat “Isix”; {GONE}",
            id="d",
        ),
        pytest.param(
            with_body(code("INCLUDEPIC", f'TURE "{OUTSIDE}"')),
            f"Templat memuat bidang INCLUDEPICTURE, dekat “Isix”; {GONE}",
            id="e",
        ),
        pytest.param(
            with_body(code('&#73;NCLUDETEXT "/etc/passwd"')),
            f"Templat memuat bidang INCLUDETEXT, dekat “Isix”; {GONE}",
            id="f",
        ),
        pytest.param(
            with_body(code('INCLUDETEXT "/etc/passwd"', name="q:instrText", mark="q:fldChar", about=OTHER)),
            f"Templat memuat bidang INCLUDETEXT, dekat “Isix”; {GONE}",
            id="g",
        ),
        pytest.param(with_body(SIMPLE), f"Templat memuat bidang INCLUDETEXT, dekat “x”; {GONE}", id="h"),
        pytest.param(
            with_body(para(OLE), relation("hyperlink", "https://x.example/a.doc", "External")),
            f"Templat memuat objek tertanam (OLE), dekat “Logo”; {GONE}",
            id="i",
        ),
        pytest.param(
            inserted(SVG, "svg", "image/svg+xml"), f"Templat memuat gambar SVG dekat “Logo”; {PNG_PLEASE}", id="j"
        ),
        pytest.param(inserted(SVG, "png", ""), f"Templat memuat gambar SVG dekat “Logo”; {PNG_PLEASE}", id="j-as-png"),
        pytest.param(linked(INNER), LINKED, id="k"),
        pytest.param(
            with_body('<w:altChunk r:id="rId77"/>', relation("hyperlink", "https://x.example/a.html", "External")),
            "Templat memuat dokumen lain yang disisipkan (altChunk)",
            id="l",
        ),
        pytest.param(
            with_body("", relation("hyperlink", "media/a.odt"), parts={"word/media/a.odt": b"PK\3\4"}),
            f"Templat memuat bagian yang tidak dikenal (hyperlink); {GONE}",
            id="m",
        ),
        pytest.param(
            linked("file:///srv/laporan.pdf"), f"Templat memuat tautan ke “file:///srv/laporan.pdf”; {GONE}", id="n"
        ),
        pytest.param(
            with_body(para(drawing('<a:blip r:embed="rId77"/>')), relation("image", "file:///opt/.env", "External")),
            f"Templat memuat gambar dari luar berkas; {GONE}",
            id="o",
        ),
        pytest.param(
            linked("vnd.sun.star.expand:$BOT_TOKEN"),
            f"Templat memuat tautan ke “vnd.sun.star.expand:$BOT_TOKEN”; {GONE}",
            id="p",
        ),
        pytest.param(
            inserted(ENTITY, "svg", "image/svg+xml"), f"Templat memuat gambar SVG dekat “Logo”; {PNG_PLEASE}", id="q"
        ),
        pytest.param(
            inserted(GIF, "gif", "image/gif"), f"Templat memuat gambar GIF dekat “Logo”; {PNG_PLEASE}", id="gif"
        ),
        pytest.param(
            inserted(EMF, "emf", "image/x-emf"), f"Templat memuat gambar EMF dekat “Logo”; {PNG_PLEASE}", id="emf"
        ),
        pytest.param(
            inserted(WMF, "wmf", "image/x-wmf"), f"Templat memuat gambar WMF dekat “Logo”; {PNG_PLEASE}", id="wmf"
        ),
        pytest.param(
            with_body(code('HYPERLINK "file:///etc/passwd"')),
            f'Templat memuat tautan ke “HYPERLINK "file:///etc/passwd"”, dekat “Isix”; {GONE}',
            id="hyperlink-field",
        ),
        pytest.param(
            with_body(code("TC ").replace(CODE_ENDS, f"{CODE_ENDS}<w:r><w:t>{{% if x %}}</w:t></w:r>")),
            "Templat memuat isian di dalam kode bidang, dekat “Isi{% if x %}x”",
            id="tag-in-a-code",
        ),
        pytest.param(
            with_body("<w:p><w:r><w:instrText>INCLUDETEXT x</w:instrText></w:r></w:p>"),
            "Templat memuat kode bidang di luar bidangnya",
            id="code-outside-of-a-field",
        ),
        pytest.param(
            with_body(code("TC ").replace("<w:r><w:t>Isi", f"{BEGIN}<w:r><w:t>Isi")),
            "Templat memuat bidang di dalam kode bidang lain",
            id="field-in-a-code",
        ),
    ],
)
def test_each_way_out_is_refused_with_its_place(parts: Parts, sentence: str) -> None:
    assert told(pack(parts)).startswith(sentence)


def test_a_picture_in_the_head_is_refused_with_its_place() -> None:
    logo = para(drawing('<a:blip r:embed="rId1"/>'))
    footer = edited("</w:ftr>", f"{logo}</w:ftr>", "word/footer1.xml")
    rels = f'<Relationships xmlns="{R.replace("officeDocument", "package")}">{{}}</Relationships>'
    footer["word/_rels/footer1.xml.rels"] = rels.format(relation("image", "media/a.gif", id_="rId1")).encode()
    footer["word/media/a.gif"] = GIF
    footer[TYPES] = footer[TYPES].replace(b"</Types>", b'<Default Extension="gif" ContentType="image/gif"/></Types>')
    footer["word/footer1.xml"] = footer["word/footer1.xml"].replace(b"<w:ftr ", f"<w:ftr {_MORE} ".encode(), 1)
    assert told(pack(footer)) == f"Templat memuat gambar GIF di kaki halaman; {PNG_PLEASE}"


_MORE = " ".join(one for one in NAMESPACES.split(" ") if one.encode() not in build.parts()["word/footer1.xml"])


@pytest.mark.parametrize(
    ("encoded", "sentence"),
    [
        ("utf-7", "Templat memuat bagian yang tidak ditulis sebagai UTF-8"),
        ("iso-8859-1", "Templat memuat bagian yang tidak ditulis sebagai UTF-8 (iso-8859-1)"),
    ],
)
def test_a_part_in_other_letters_is_refused(encoded: str, sentence: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoded}"?>'
    settings = build.parts()["word/settings.xml"].decode().partition("?>")[2]
    data = pack({**build.parts(), "word/settings.xml": (head + settings).encode()})
    with pytest.raises(Wrong) as caught:
        opened(data)
    assert str(caught.value).startswith((sentence, "Berkas ini bukan dokumen Word"))


def test_a_part_in_utf_16_is_read_and_written_as_utf_8() -> None:
    text = build.parts()["word/settings.xml"].decode().partition("?>")[2]
    wide = ('<?xml version="1.0" encoding="UTF-16"?>' + text).encode("utf-16")
    assert b"UTF-8" in opened(pack({**build.parts(), "word/settings.xml": wide}))["word/settings.xml"]


def beside() -> Parts:
    """What Word writes beside a document."""
    names = {
        "docProps/thumbnail.jpeg": (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail",
            "",
        ),
        "word/webSettings.xml": (f"{R}/webSettings", "a/webSettings+xml"),
        "word/glossary/document.xml": (f"{R}/glossaryDocument", "a/glossary+xml"),
        "customXml/item1.xml": (f"{R}/customXml", ""),
        "word/people.xml": ("http://schemas.microsoft.com/office/2011/relationships/people", "a/people+xml"),
        "word/printerSettings1.bin": (f"{R}/printerSettings", "a/printer"),
    }
    relations = "".join(
        f'<Relationship Id="rIdx{n}" Type="{kind}" Target="/{name}"/>'
        for n, (name, (kind, _)) in enumerate(names.items())
    )
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{type_}"/>' for name, (_, type_) in names.items() if type_
    )
    types += '<Default Extension="jpeg" ContentType="image/jpeg"/>'
    made = {**with_body("", relations, types), **dict.fromkeys(names, b"<!DOCTYPE a><a/>")}
    made[MAIN] = made[MAIN].replace(b"<w:sectPr>", b'<w:sectPr><w:printerSettings r:id="rIdx5"/>', 1)
    return made


def test_what_word_writes_beside_a_document_is_left_out() -> None:
    kept = opened(pack(beside()))
    assert set(kept) == set(build.parts())
    assert b"rIdx" not in kept[RELS] + kept[MAIN]
    assert b"thumbnail" not in kept[TYPES]
    assert trial.judge(pack(beside()))[1] == []


def test_a_source_of_letters_is_refused_without_any_relation() -> None:
    merge = '<w:mailMerge><w:connectString w:val="Data Source=x"/></w:mailMerge></w:settings>'
    assert (
        told(pack(edited("</w:settings>", merge, "word/settings.xml"))) == f"Templat memuat sumber surat massal; {GONE}"
    )


def test_what_nothing_refers_to_is_left_out() -> None:
    assert opened(pack({**build.parts(), "word/rahasia.xml": b"<a/>", "word/media/a.svg": SVG})) == unpack(SOUND)


LINK = '<w:p><w:hyperlink r:id="rId77" w:history="1"><w:r><w:t>situs kami</w:t></w:r></w:hyperlink></w:p>'


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(inserted(PNG, "png", ""), id="logo-png"),
        pytest.param(inserted(JPEG, "jpg", ""), id="logo-jpeg"),
        pytest.param(inserted(JPEG, "jpeg", "image/jpeg"), id="logo-jpeg-of-word"),
        pytest.param(
            with_body(LINK, relation("hyperlink", "https://kab.kpu.go.id/a%20b?c=d&amp;e=f", "External")), id="link"
        ),
        pytest.param(with_body(LINK, relation("hyperlink", "mailto:a@kpu.go.id", "External")), id="mail"),
        pytest.param(with_body(LINK, relation("hyperlink", "#_Toc1", "External")), id="link-inside-of-the-file"),
        pytest.param(with_body(code(" HYPERLINK ", ' "https://kpu.go.id" \\o "lihat" ')), id="link-as-a-field"),
        pytest.param(with_body(code(' HYPERLINK \\l "_Toc1" ')), id="link-to-a-heading"),
        pytest.param(with_body(code(" NUM", "PAGES ")), id="pages"),
        pytest.param(with_body(code(" STYLEREF ", '"heading 1" ')), id="styleref"),
    ],
)
def test_what_people_use_passes(parts: Parts) -> None:
    assert set(opened(pack(parts))) == set(parts)


HUGE = "{% for a in anggota %}{% for b in anggota %}{% for c in anggota %}x{% endfor %}{% endfor %}{% endfor %}"


def unusual_header() -> Parts:
    """A header by a name of its own, as no Word writes it."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
    made = with_body(
        "", relation("header", "headerJ.xml"), f'<Override PartName="/word/headerJ.xml" ContentType="{kind}"/>'
    )
    made["word/headerJ.xml"] = f"<w:hdr {NAMESPACES}><w:p><w:r><w:t>{HUGE}</w:t></w:r></w:p></w:hdr>".encode()
    return made


def hidden(xml: str) -> Callable[[], Parts]:
    return lambda: with_body(xml)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param(unusual_header, id="header-by-another-name"),
        pytest.param(hidden(f"<w:customXml><w:p><w:r><w:t>{HUGE}</w:t></w:r></w:p></w:customXml>"), id="customXml"),
        pytest.param(
            hidden(f"<w:sdt><w:sdtContent><w:p><w:r><w:t>{HUGE}</w:t></w:r></w:p></w:sdtContent></w:sdt>"), id="sdt"
        ),
        pytest.param(hidden(f"<w:ruby><w:p><w:r><w:t>{HUGE}</w:t></w:r></w:p></w:ruby>"), id="an-unknown-container"),
        pytest.param(hidden(f"<w:p><w:bookmarkStart w:id='1' w:name='{HUGE}'/></w:p>"), id="attribute"),
        pytest.param(hidden(f"<!-- {HUGE} -->"), id="comment"),
        pytest.param(hidden(code(f"TC {HUGE}")), id="code-of-a-field"),
        pytest.param(hidden("<w:p><w:bookmarkStart w:id='1' w:name='{{ range(99) }}'/></w:p>"), id="call"),
        pytest.param(hidden("<!-- {% set a = 'x' * 999 %} -->"), id="set"),
        pytest.param(hidden("<!-- {% macro a() %}{% endmacro %} -->"), id="macro"),
    ],
)
def test_what_is_filled_is_checked_wherever_it_stands(parts: Callable[[], Parts]) -> None:
    """Three loops in one another took hours with the figures of a year, where the checker did not look."""
    docx, faults = trial.judge(pack(parts()))
    assert docx == b""
    assert any(word in faults[0] for word in ("Perulangan", "Perintah", "Ungkapan"))


def test_a_part_that_is_on_no_list_is_not_filled() -> None:
    settings = edited("</w:settings>", "<!-- {{ satker.nama }} --></w:settings>", "word/settings.xml")
    docx, _ = trial.judge(pack(settings))
    assert b"{{ satker.nama }}" in unpack(docx)["word/settings.xml"]
