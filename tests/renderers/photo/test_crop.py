"""Which part of a photo a cell shows, told as shares of it in percent."""

import os
from itertools import islice, product
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from renderers.ink import paint
from renderers.ink.boxes import Box
from renderers.ink.glyphs import Weight, width, write
from renderers.photo import crop, prepared, yunet
from renderers.photo.crop import Face, Seen, Window
from tests.benchmarks import crops
from tests.benchmarks.crops import Frame
from tests.benchmarks.heads import drawn
from tests.scenes import scene

WIDE = 4 / 3


def face(x: float, y: float, size: float = 0.1) -> Face:
    """A face around a point."""
    return Face(x - size / 2, y - size / 2, size, size)


def told(window: Window) -> str:
    x, y, w, h = (round(100 * share) for share in (window.x, window.y, window.w, window.h))
    return f"{w}x{h} at {x},{y}"


@pytest.mark.parametrize(
    ("faces", "cell", "shown"),
    [
        ((), WIDE, "100x100 at 0,0"),
        ((), 1.0, "75x100 at 12,0"),
        ((), 2.0, "100x67 at 0,10"),
        ((face(0.8, 0.3),), 1.0, "75x100 at 25,0"),
        ((face(0.4, 0.3),), 1.0, "75x100 at 3,0"),
        ((face(0.5, 0.15),), 2.0, "100x67 at 0,0"),
        ((face(0.5, 0.8),), 2.0, "100x67 at 0,33"),
        ((face(0.5, 0.5),), 2.0, "100x67 at 0,22"),
    ],
    ids=["whole", "no face: middle", "no face: a little higher", "right", "left of the middle", "top", "low", "middle"],
)
def test_the_window_follows_the_faces(faces: tuple[Face, ...], cell: float, shown: str) -> None:
    assert told(crop.window(Seen(WIDE, faces), cell)) == shown


def test_who_stands_at_both_ends_is_shown_whole_and_the_rest_of_the_cell_is_filled() -> None:
    seen = Seen(WIDE, (face(0.1, 0.4), face(0.5, 0.4), face(0.9, 0.4)))
    assert told(crop.window(seen, 1.0)) == "96x100 at 2,0"


def test_a_small_head_far_from_the_others_is_left_out_but_never_cut() -> None:
    seen = Seen(WIDE, (face(0.3, 0.4, 0.2), face(0.5, 0.4, 0.2), face(0.97, 0.5, 0.04)))
    window = crop.window(seen, 1.0)
    assert told(window) == "75x100 at 8,0"
    assert crops.visible(crop.head(seen.faces[2]), window) == 0


@pytest.mark.parametrize(
    ("geser", "across", "down"),
    [
        ("kiri", "75x100 at 0,0", "100x67 at 0,0"),
        ("kanan", "75x100 at 25,0", "100x67 at 0,0"),
        ("atas", "75x100 at 25,0", "100x67 at 0,0"),
        ("bawah", "75x100 at 25,0", "100x67 at 0,33"),
        ("utuh", "100x100 at 0,0", "100x100 at 0,0"),
        ("entah", "75x100 at 25,0", "100x67 at 0,0"),
    ],
)
def test_the_person_has_the_last_word(geser: str, across: str, down: str) -> None:
    """What can only move sideways cannot be pushed up; then the faces decide."""
    seen = Seen(WIDE, (face(0.9, 0.1),))
    assert [told(crop.window(seen, cell, geser)) for cell in (1.0, 2.0)] == [across, down]


def test_without_faces_the_crop_goes_where_something_is_to_be_seen() -> None:
    board = Image.new("RGB", (400, 300), (200, 200, 200))
    board.paste(Image.effect_noise((120, 200), 90).convert("RGB"), (270, 50))
    seen = Seen(WIDE, (), *crop.detail(board))
    assert told(crop.window(seen, 1.0)) == "75x100 at 25,0"
    assert [round(sum(spread), 2) for spread in (seen.columns, seen.rows)] == [1.0, 1.0]


def test_a_blank_photo_is_cropped_in_its_middle() -> None:
    seen = Seen(WIDE, (), *crop.detail(Image.new("RGB", (40, 30))))
    assert told(crop.window(seen, 1.0)) == "75x100 at 12,0"


@pytest.fixture(scope="module")
def frames() -> list[Frame]:
    """Three of the drawn scenes; `python -m tests.benchmarks crops` measures photos of people as well."""
    return list(islice(crops.scenes((0,)), 3, 6))


@pytest.mark.parametrize("cell", [0.6, 0.8, 1.0, 1.3, 1.8, 2.4])
def test_no_head_is_cut_whatever_the_cell(frames: list[Frame], cell: float) -> None:
    for frame in frames:
        window = crop.window(frame.seen, cell)
        shares = [crops.visible(crop.head(one), window) for one in frame.seen.faces]
        assert [0 < share < 0.999 for share in shares] == [False] * len(shares)


def test_the_middle_of_the_photo_cuts_heads_where_ours_does_not(frames: list[Frame]) -> None:
    middle, ours = crops.Tally(), crops.Tally()
    for frame, cell in product(frames, (0.6, 0.8, 1.0, 1.8, 2.4)):
        crops.count(middle, frame, crops.middle(frame.seen, cell), cell)
        crops.count(ours, frame, crop.window(frame.seen, cell), cell)
    assert (middle.chopped > 3, ours.chopped) == (True, 0)


def centre(face: Face) -> tuple[float, float]:
    return face.x + face.w / 2, face.y + face.h / 2


def near(one: Face, other: Face) -> bool:
    (x, y), (a, b) = centre(one), centre(other)
    return abs(x - a) < other.w / 2 and abs(y - b) < other.h / 2


def test_most_heads_of_the_drawn_scenes_are_found_and_little_else() -> None:
    found = missed = wrong = 0
    for _, picture, heads in list(drawn(0, (800, 600))):
        faces = crop.faces_in(crop.small(picture))
        found += sum(any(near(face, head) for face in faces) for head in heads)
        missed += sum(not any(near(face, head) for face in faces) for head in heads)
        wrong += sum(not any(near(face, head) for head in heads) for face in faces)
    assert (found / (found + missed) > 0.9, wrong / found < 0.05) == (True, True)


@pytest.mark.parametrize("size", [(1, 1), (33, 1), (4000, 30), (320, 320)])
def test_pictures_of_any_shape_can_be_looked_at(size: tuple[int, int]) -> None:
    assert crop.faces_in(crop.small(Image.new("RGB", size, (90, 120, 60)))) == ()


def test_the_same_face_is_found_at_any_size() -> None:
    faces = [crop.faces_in(crop.small(scene("english class", 1, size))) for size in ((400, 300), (1600, 1200))]
    assert [len(found) for found in faces] == [1, 1]
    assert near(faces[0][0], faces[1][0])


def test_a_face_counts_once() -> None:
    boxes = np.array([[0, 0, 10, 10, 0.9], [1, 1, 10, 10, 0.8], [40, 0, 10, 10, 0.7]], np.float32)
    assert [box[0] for box in yunet._apart(boxes).tolist()] == [0.0, 40.0]  # noqa: SLF001 - the rule in small


def test_numpy_starts_no_thread_of_its_own() -> None:
    assert os.environ["OPENBLAS_NUM_THREADS"] == "1"


def test_the_licence_of_the_weights_ships_beside_them() -> None:
    folder = Path(yunet.__file__).parent
    assert ((folder / "weights.npy").stat().st_size < 110_000, (folder / "LICENSE.txt").exists()) == (True, True)


def in_a_row(count: int, size: tuple[int, int]) -> Image.Image:
    """So many people side by side before a wall, each a quarter as high as the picture."""
    whole = scene("english class", 1, (1600, 1200))
    [found] = crop.faces_in(crop.small(whole))
    x, y = found.x * 1600 + found.w * 800, found.y * 1200 + found.h * 600
    side = found.h * 1200
    one = whole.crop((round(x - side), round(y - side), round(x + side), round(y + side)))
    one = one.resize((size[1] // 2, size[1] // 2))
    row = Image.new("RGB", size, (190, 184, 170))
    for k in range(count):
        row.paste(one, (round((k + 0.5) * size[0] / count - one.width / 2), size[1] // 4))
    return row


@pytest.mark.parametrize("cell", [1.0, 4 / 3, 2.2, 4.0])
def test_everybody_in_a_panorama_is_found_and_shown(cell: float) -> None:
    seen = prepared.look(in_a_row(10, (2400, 600)), 4.0)
    window = crop.window(seen, cell)
    assert len(seen.faces) == 10
    assert [crops.visible(crop.head(one), window) > 0.999 for one in seen.faces] == [True] * 10
    assert crop.shape(seen).aspect > 3.5


def test_heads_lose_some_margin_before_space_is_left_beside_them() -> None:
    """Ears and chin, not the hair; where even that does not help, everybody is shown with all of it."""
    seen = Seen(WIDE, (face(0.1, 0.4), face(0.9, 0.4)))
    assert [told(crop.window(seen, cell)) for cell in (1.29, 1.265, 1.2)] == [
        "97x100 at 2,0",
        "95x100 at 3,0",
        "96x100 at 2,0",
    ]


def test_a_panorama_without_people_does_not_push_the_others_aside() -> None:
    assert crop.shape(Seen(4.0)).aspect == 2.2


@pytest.mark.parametrize("cell", [0.6, 1.0, 2.4])
def test_a_close_up_fills_its_cell(cell: float) -> None:
    seen = Seen(WIDE, (Face(0.15, 0.05, 0.7, 0.9),))
    window = crop.window(seen, cell)
    assert round(seen.aspect * window.w / window.h, 3) == cell


def with_banner() -> Image.Image:
    photo = in_a_row(5, (1200, 900))
    paint.rectangle(photo, Box(60, 20, 1080, 180), (140, 20, 30))
    for k, line in enumerate(("SOSIALISASI PEMILIH", "PEMULA KOTA PROBOLINGGO")):
        write(photo, (100, 95 + 80 * k), line, Weight.EXTRABOLD, 62, colour=(255, 255, 255))
    return photo


def test_the_words_of_a_banner_are_kept_where_people_and_banner_fit_together() -> None:
    seen = prepared.look(with_banner(), WIDE)
    assert seen.banner is not None
    assert (len(seen.faces), round(seen.banner.y, 1)) == (5, 0.0)
    fits, too_flat = crop.window(seen, 1.7), crop.window(seen, 3.2)
    assert crops.visible(Window(0.05, 0.05, 0.9, 0.15), fits) > 0.999
    for window in (fits, too_flat):
        assert [crops.visible(crop.head(one), window) > 0.999 for one in seen.faces] == [True] * 5


def test_no_banner_is_seen_where_there_is_none() -> None:
    seen = [prepared.look(picture, 4 / 3) for _, picture, _ in drawn(0, (800, 600))]
    assert [one.banner for one in seen if one.banner] == []


LINE = "pada hari ini telah dilaksanakan rapat pleno terbuka"


def of_a_page(desk: int = 0) -> Image.Image:
    """A letter, taken with so many pixels of the desk around it."""
    photo = Image.new("RGB", (900 + 2 * desk, 1270 + 2 * desk), (96, 66, 44))
    paint.rectangle(photo, Box(desk, desk, 900, 1270), (244, 244, 240))
    for k in range(30):
        line = LINE if k else "BERITA ACARA RAPAT PLENO"
        write(photo, (desk + 110, desk + 200 + 32 * k), line, Weight.SEMIBOLD, 26, colour=(30, 30, 34))
    return photo


@pytest.mark.parametrize("desk", [0, 150])
@pytest.mark.parametrize("cell", [0.4, 0.7, 1.0, 1.8])
def test_a_page_is_read_from_its_top_and_no_line_of_it_is_cut(desk: int, cell: float) -> None:
    photo = of_a_page(desk)
    seen = prepared.look(photo, photo.width / photo.height)
    window = crop.window(seen, cell)
    left, right = ((desk + at) / photo.width for at in (110, 110 + width(LINE, Weight.SEMIBOLD, 26)))
    top = (desk + 176) / photo.height
    assert (window.x <= left, window.x + window.w >= right) == (True, True)
    assert window.y <= top < window.y + window.h / 2
    assert crop.shape(seen).wide >= right - left


def test_a_page_may_still_be_moved_by_hand() -> None:
    seen = prepared.look(of_a_page(), 900 / 1270)
    assert [round(crop.window(seen, 1.8, geser).y, 2) for geser in ("atas", "bawah")] == [0.0, 0.61]


def test_no_drawn_scene_and_no_coloured_or_dark_wall_is_taken_for_a_page() -> None:
    seen = [prepared.look(picture, 4 / 3) for _, picture, _ in drawn(0, (800, 600))]
    seen += [prepared.look(Image.new("RGB", (800, 600), colour), 4 / 3) for colour in ((200, 40, 40), (60, 60, 60))]
    assert [one.banner for one in seen if one.banner] == []
