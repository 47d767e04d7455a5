"""A Word file as its parts: read, written with fixed dates so that equal data gives equal bytes, pictures stored."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

Parts = dict[str, bytes]
_FIRST = "[Content_Types].xml"


def unpack(docx: bytes) -> Parts:
    with ZipFile(BytesIO(docx)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def pack(parts: Parts) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _FIRST, name)):
            archive.writestr(_entry(name), parts[name])
    return target.getvalue()


def _entry(name: str) -> ZipInfo:
    info = ZipInfo(name)
    info.compress_type = ZIP_STORED if name.endswith((".jpg", ".png")) else ZIP_DEFLATED
    info.create_system = 0
    return info


def add_pictures(parts: Parts, pictures: dict[str, bytes]) -> Parts:
    """`pictures`: relationship id -> JPEG or PNG; their types stand in the template's list already."""
    names = {rid: f"media/{rid}.{_suffix(data)}" for rid, data in pictures.items()}
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    links = "".join(f'<Relationship Id="{rid}" Type="{kind}" Target="{name}"/>' for rid, name in names.items())
    rels = "word/_rels/document.xml.rels"
    merged = parts[rels].replace(b"</Relationships>", f"{links}</Relationships>".encode())
    return {**parts, rels: merged, **{f"word/{name}": pictures[rid] for rid, name in names.items()}}


def _suffix(picture: bytes) -> str:
    return "png" if picture.startswith(b"\x89PNG") else "jpg"
