"""A HEIC of any size, as an iPhone writes it: a grid of tiles, here all of them the one picture of the fixture."""

import struct
from pathlib import Path

TILE = (320, 240)
_FIXTURE = Path(__file__).parents[2] / "renderers" / "photo" / "foto.heic"


def box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def full(kind: bytes, *parts: bytes, version: int = 0) -> bytes:
    return box(kind, struct.pack(">I", version << 24), *parts)


def grid(width: int, height: int) -> bytes:
    """A picture of so many pixels, a few kilobytes."""
    columns, rows = -(-width // TILE[0]), -(-height // TILE[1])
    tiles = list(range(1, columns * rows + 1))
    whole = len(tiles) + 1
    configuration, coded = _of_fixture()
    told = struct.pack(">BBBBHH", 0, 0, rows - 1, columns - 1, width, height)

    def file(start: int) -> bytes:
        places = [(item, start + len(told), len(coded)) for item in tiles] + [(whole, start, len(told))]
        return box(b"ftyp", b"heic\0\0\0\0mif1heic") + full(
            b"meta", *_meta(tiles, whole, configuration, places, width, height)
        )

    head = len(file(0))
    return file(head + 8) + box(b"mdat", told, coded)


def _of_fixture() -> tuple[bytes, bytes]:
    data = _FIXTURE.read_bytes()
    at = data.index(b"hvcC") - 4
    (length,) = struct.unpack_from(">I", data, at)
    return data[at : at + length], data[0x1C5 : 0x1C5 + 0xED]


def _meta(
    tiles: list[int], whole: int, configuration: bytes, places: list[tuple[int, int, int]], width: int, height: int
) -> list[bytes]:
    kinds = [(item, b"hvc1") for item in tiles] + [(whole, b"grid")]
    entries = [full(b"infe", struct.pack(">HH4sB", item, 0, kind, 0), version=2) for item, kind in kinds]
    extents = b"".join(struct.pack(">HHHII", item, 0, 1, start, length) for item, start, length in places)
    sizes = [full(b"ispe", struct.pack(">II", *size)) for size in (TILE, (width, height))]
    owned = b"".join(struct.pack(">HBBB", item, 2, 0x81, 0x02) for item in tiles) + struct.pack(">HBB", whole, 1, 0x03)
    return [
        full(b"hdlr", b"\0\0\0\0pict" + bytes(13)),
        full(b"pitm", struct.pack(">H", whole)),
        full(b"iinf", struct.pack(">H", len(entries)), *entries),
        full(b"iloc", struct.pack(">BBH", 0x44, 0, len(places)), extents),
        full(b"iref", box(b"dimg", struct.pack(f">HH{len(tiles)}H", whole, len(tiles), *tiles))),
        box(b"iprp", box(b"ipco", configuration, *sizes), full(b"ipma", struct.pack(">I", whole), owned)),
    ]
