"""A JPEG keeps the picture and nothing that is told of it, wherever in the file it was put."""

import io
import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from renderers.photo.markers import bare
from renderers.photo.photo import upright
from tests.renderers.photo.made import UPRIGHT, corners, exif, opened, quarters, saved

GPS = b"GPS -7.7543,113.2159"


def segment(marker: int, payload: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(payload) + 2).to_bytes(2) + payload


EXIF = segment(0xE1, exif(gps=True))
PLAIN, PROGRESSIVE = saved(quarters(), quality=80), saved(quarters(), quality=80, progressive=True)
GREY = saved(quarters().convert("L"))
RESTARTS = saved(quarters(), restart_marker_rows=1)


def places(jpeg: bytes) -> list[int]:
    """Where a marker stands behind the start, those of scans and the end included."""
    return [at.start() for at in re.finditer(rb"\xff[\xc0-\xcf\xd9-\xfe]", jpeg) if at.start() > 2]


def between_scans(jpeg: bytes, put: bytes) -> bytes:
    second = [at for at in places(jpeg) if jpeg[at + 1] == 0xDA][1]
    return jpeg[:second] + put + jpeg[second:]


HIDDEN = {
    "behind the end": PLAIN + GPS,
    "behind the end, with an end of its own": PLAIN + GPS + b"\xff\xd9",
    "a film behind the end": PLAIN + b"\0\0\0\x18ftypmp42" + GPS + b"\xff\xd9",
    "an APP0 that is no JFIF": PLAIN[:2] + segment(0xE0, b"Telepon" + GPS) + PLAIN[2:],
    "a JFIF with more than its header": PLAIN[:2] + segment(0xE0, PLAIN[6:20] + GPS) + PLAIN[20:],
    "a second JFIF": PLAIN[:20] + segment(0xE0, PLAIN[6:20] + GPS) + PLAIN[20:],
    "Exif between the scans": between_scans(PROGRESSIVE, segment(0xE1, b"Exif\0\0" + GPS)),
    "an APP0 between the scans": between_scans(PROGRESSIVE, segment(0xE0, b"JFIF\0" + GPS)),
    "an APP14 that is longer than Adobe's": PLAIN[:20]
    + segment(0xEE, b"Adobe" + b"\0\x64\0\0\0\0\1" + GPS)
    + PLAIN[20:],
    "a comment behind filling bytes": PLAIN[:20] + b"\xff\xff\xff" + segment(0xFE, GPS) + PLAIN[20:],
}


@pytest.mark.parametrize("where", HIDDEN)
def test_what_is_hidden_in_a_photo_goes_and_its_pixels_stay(where: str) -> None:
    assert GPS in HIDDEN[where]
    kept = upright(HIDDEN[where])
    assert (GPS in kept, corners(kept)) == (False, UPRIGHT)
    assert opened(kept).tobytes() == opened(PROGRESSIVE if "scans" in where else PLAIN).tobytes()


@pytest.mark.parametrize("jpeg", [PLAIN, PROGRESSIVE, GREY, RESTARTS], ids=["plain", "progressive", "grey", "restarts"])
def test_what_is_bare_stays_byte_for_byte(jpeg: bytes) -> None:
    assert bare(jpeg) == jpeg


def test_a_turned_photo_and_one_with_colours_of_its_own_are_drawn_anew() -> None:
    turned = upright(saved(quarters(), exif=exif(orientation=6)))
    assert (opened(turned).size, b"Exif" in turned) == ((300, 400), False)
    assert b"ICC_PROFILE" not in upright(saved(quarters(), icc_profile=b"\0" * 128))


def test_a_large_photo_is_reduced_also_where_it_has_nothing_to_hide() -> None:
    assert max(opened(upright(saved(quarters(5200, 3900)))).size) == 2560


SEGMENTS = st.tuples(st.sampled_from([*range(0xE0, 0xF0), 0xFE]), st.binary(max_size=40)).map(lambda s: segment(*s))


@given(st.sampled_from([PLAIN, PROGRESSIVE, GREY, RESTARTS]), st.data())
def test_a_segment_put_anywhere_goes_and_leaves_the_file_as_it_was(jpeg: bytes, data: st.DataObject) -> None:
    told, put = jpeg, data.draw(st.lists(st.tuples(SEGMENTS, st.sampled_from(places(jpeg))), min_size=1, max_size=4))
    for one, at in sorted(put, key=lambda each: -each[1]):
        told = told[:at] + one + told[at:]
    assert bare(told + data.draw(st.binary(max_size=60))) == jpeg


@given(st.binary(max_size=300), st.integers(0, len(PLAIN)))
def test_whatever_the_bytes_are_they_are_walked_or_refused(noise: bytes, at: int) -> None:
    for jpeg in (noise, b"\xff\xd8" + noise, PLAIN[:at] + noise, PLAIN[:at] + noise + PLAIN[at:]):
        kept = bare(jpeg)
        assert kept is None or (kept[:2], kept[-2:], bare(kept)) == (b"\xff\xd8", b"\xff\xd9", kept)


def test_every_segment_that_is_kept_belongs_to_the_picture() -> None:
    everything = PLAIN[:20] + b"".join(segment(0xE0 + n, GPS) for n in range(16)) + segment(0xFE, GPS) + PLAIN[20:]
    kept = bare(everything)
    assert kept == PLAIN
    with Image.open(io.BytesIO(kept)) as image:
        assert list(itertools.chain(image.info)) == ["jfif", "jfif_version", "jfif_unit", "jfif_density"]
