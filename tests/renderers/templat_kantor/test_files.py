"""Files that may not even be opened: bombs, macros, objects, links that lead outside."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from renderers.templat_bawaan import build
from renderers.templat_kantor import files
from renderers.templat_kantor.expressions import Wrong
from renderers.templat_kantor.files import opened as buka
from renderers.word.ooxml import field, pack, run, unpack
from tests.renderers.templat_kantor.by_hand import MAIN, edited

BUKAN = "Berkas ini bukan dokumen Word (.docx) yang utuh. Simpan ulang di Word sebagai .docx, lalu kirim lagi"


RELS = "word/_rels/document.xml.rels"


KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


SOUND = pack(build.parts())


def told(data: bytes) -> str:
    with pytest.raises(Wrong) as caught:
        buka(data)
    return str(caught.value)


def related(kind: str, target: str, mode: str = "") -> bytes:
    how = f' TargetMode="{mode}"' if mode else ""
    link = f'<Relationship Id="rId77" Type="{KIND}/{kind}" Target="{target}"{how}/></Relationships>'
    return pack(edited("</Relationships>", link, RELS))


def zipped(**names: bytes) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, data in {**build.parts(), **names}.items():
            archive.writestr(name, data)
    return out.getvalue()


def coded(instruction: str) -> bytes:
    plain = "<w:sectPr>"
    return pack(edited(plain, f"<w:p>{field(instruction, run('x'))}</w:p>{plain}"))


def test_a_sound_template_opens() -> None:
    assert buka(SOUND) == unpack(SOUND)


@pytest.mark.parametrize(
    ("data", "holds"),
    [
        (zipped(**{"word/vbaProject.bin": b"x"}), "makro (VBA)"),
        (pack(edited(".document.main+xml", ".document.macroEnabled.main+xml", "[Content_Types].xml")), "makro (VBA)"),
        (zipped(**{"word/embeddings/oleObject1.bin": b"x"}), "objek tertanam (OLE)"),
        (related("oleObject", "media/x.bin"), "objek tertanam (OLE)"),
        (zipped(**{"word/activeX/activeX1.xml": b"<a/>"}), "kontrol ActiveX"),
        (related("aFChunk", "x.html"), "dokumen lain yang disisipkan (altChunk)"),
        (related("subDocument", "x.docx", "External"), "subdokumen"),
        (related("attachedTemplate", "https://x.example/t.dotm", "External"), "templat Word lain yang dilampirkan"),
        (related("image", "https://x.example/a.png", "External"), "gambar dari luar berkas"),
        (related("video", "https://x.example/a.mp4", "External"), "rujukan ke luar berkas (video)"),
        (coded('INCLUDEPICTURE "https://x.example/a.png"'), "bidang INCLUDEPICTURE, dekat “x”"),
        (coded('DDEAUTO c:\\x "y"'), "bidang DDEAUTO, dekat “x”"),
        (zipped(**{"word/settings.xml": b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'}), "deklarasi DTD"),
    ],
)
def test_what_reaches_outside_is_named(data: bytes, holds: str) -> None:
    assert told(data) == f"Templat memuat {holds}; hapus dahulu, lalu kirim lagi"


def test_a_link_to_a_page_is_no_danger() -> None:
    assert RELS in buka(related("hyperlink", "https://kpu.example", "External"))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda: b"",
        lambda: b"<html>",
        lambda: SOUND[:900],
        lambda: pack({name: data for name, data in build.parts().items() if name != MAIN}),
        lambda: zipped(**{"../luar.xml": b"<a/>"}),
        lambda: zipped(**{RELS: b"<a>"}),
    ],
)
def test_what_is_no_word_file_is_not_opened(spoil: Callable[[], bytes]) -> None:
    assert told(spoil()) == BUKAN


def test_sizes_have_a_limit() -> None:
    assert told(b"x" * (files.LARGEST + 1)) == (
        "Templat lebih dari 5 MB. Perkecil gambar di dalamnya (Word: Kompres Gambar), lalu kirim lagi"
    )
    large = "Isi templat terlalu besar setelah dibuka. Kurangi gambar di dalamnya, lalu kirim lagi"
    bomb = zipped(**{"word/media/a.png": b"\0" * (41 * 2**20)})
    assert (len(bomb) < 100_000, told(bomb)) == (True, large)
    assert told(zipped(**{f"word/media/{n}.png": b"x" for n in range(400)})) == large


def test_a_size_that_lies_is_not_believed() -> None:
    big = zipped(**{"word/media/a.png": b"\0" * 100_000})
    lying = big.replace((100_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert told(lying) == BUKAN
