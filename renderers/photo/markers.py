"""Walks the markers of a JPEG one by one: those that the picture needs are kept, those that only describe it are left
out."""

import re
from collections.abc import Iterator

EOI, SOS, COM = 0xD9, 0xDA, 0xFE
APP = range(0xE0, 0xF0)
# Frames, tables and the interval of restarts. All others are of kinds that no photo has.
PICTURE = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, SOS})
JFIF, ADOBE = b"JFIF\0", b"Adobe"
# Bytes of a JFIF and an Adobe header without thumbnail, not counting the marker and the length field before them.
JFIF_BYTES, ADOBE_BYTES = 14, 12

# Any number of filling bytes may stand before a marker. A scan goes on behind a restart, and behind an FF of its own.
MARKER, BEHIND_SCAN = re.compile(rb"\xff+([^\xff])", re.DOTALL), re.compile(rb"\xff[^\x00\xd0-\xd7]", re.DOTALL)

Segment = tuple[int, bytes]
"""A marker, and what follows it: its payload, and behind a scan's header the scan itself."""


def bare(jpeg: bytes) -> bytes | None:
    """The same picture, bit for bit, without Exif, comments, thumbnails, and bytes between scans or behind the end.
    None where the bytes are no JPEG whose markers can be walked from the first to the last."""
    try:
        kept = [_written(*one) for one in _kept(_segments(jpeg))]
    except ValueError:
        return None
    return b"".join((b"\xff\xd8", *kept, b"\xff\xd9"))


def _segments(jpeg: bytes) -> Iterator[Segment]:
    """The segments between start and end; ValueError where one is not whole."""
    found, at = MARKER.match(jpeg, 2), 2
    if not jpeg.startswith(b"\xff\xd8"):
        raise ValueError("no start")
    while found and (marker := found[1][0]) != EOI:
        start = found.end()
        at = start + int.from_bytes(jpeg[start : start + 2])
        if not start + 2 <= at <= len(jpeg):
            raise ValueError("cut off")
        at = _scanned(jpeg, at) if marker == SOS else at
        yield marker, jpeg[start:at]
        found = MARKER.match(jpeg, at)
    if not found:
        raise ValueError("no marker where one must stand")


def _scanned(jpeg: bytes, at: int) -> int:
    """The end of a scan that begins at a place."""
    found = BEHIND_SCAN.search(jpeg, at)
    return found.start() if found else len(jpeg)


def _kept(segments: Iterator[Segment]) -> Iterator[Segment]:
    """The segments to keep: one JFIF header and one of Adobe, each without thumbnail, and all that draw the picture."""
    seen: set[bytes] = set()
    for marker, body in segments:
        if marker in PICTURE:
            seen |= {JFIF, ADOBE} if marker == SOS else set()
            yield marker, body
        elif marker not in APP and marker != COM:
            raise ValueError("unknown")
        elif (header := _header(marker, body[2:])) and (kind := header[:5]) not in seen:
            seen.add(kind)
            yield marker, (len(header) + 2).to_bytes(2) + header


def _header(marker: int, payload: bytes) -> bytes:
    """The header that decides how the colours are read; empty for all other segments that an application writes."""
    if marker == APP[0] and payload.startswith(JFIF) and len(payload) >= JFIF_BYTES:
        # The last two bytes of a JFIF header are the size of its thumbnail.
        return payload[: JFIF_BYTES - 2] + b"\0\0"
    if marker == APP[14] and payload.startswith(ADOBE) and len(payload) >= ADOBE_BYTES:
        return payload[:ADOBE_BYTES]
    return b""


def _written(marker: int, body: bytes) -> bytes:
    return bytes((0xFF, marker)) + body
