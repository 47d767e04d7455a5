"""What a template must have, and what it must not carry into every report."""

from collections.abc import Iterator

from lxml import etree

from renderers.templat_kantor.tempat import Cacat
from renderers.word.package import Parts

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def keutuhan(parts: Parts, body: etree._Element) -> Iterator[Cacat]:
    if next(body.iter(f"{W}ins", f"{W}del", f"{W}moveFrom"), None) is not None:
        yield Cacat("Templat masih berisi perubahan yang dilacak; terima atau tolak semuanya di Word (tab Tinjau)")
    if next(body.iter(f"{W}commentReference"), None) is not None:
        yield Cacat("Templat masih berisi komentar; hapus semuanya di Word (tab Tinjau), sebab akan ikut tercetak")
    codes = ["".join(c.text or "" for c in p.iter(f"{W}instrText")).strip() for p in body.iter(f"{W}p")]
    codes += [node.get(f"{W}instr", "").strip() for node in body.iter(f"{W}fldSimple")]
    if not any(code.startswith("TOC") for code in codes):
        yield Cacat("Templat tidak lagi memuat daftar isi; sisipkan lewat tab Referensi, Daftar Isi")
    used = {style.get(f"{W}val") for style in body.iter(f"{W}pStyle")}
    if "Heading1" not in used:
        yield Cacat("Tidak ada judul bab bergaya “Heading 1”, sehingga daftar isi akan kosong")
    known = {s.get(f"{W}styleId") for s in etree.fromstring(parts["word/styles.xml"]).iter(f"{W}style")}
    yield from (
        Cacat(f"Gaya “{name}” dipakai tetapi tidak ada dalam templat") for name in sorted(filter(None, used - known))
    )
