"""How wide the columns of a table of figures are: no figure, head or word of a medium breaks in them."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from renderers.ink.arial import widest_word, width


def _twips(cm: float) -> int:
    return round(cm * 1440 / 2.54)


WIDE = _twips(16)  # of every table
_MANY = 6  # more months than these need the dense look
_NARROWEST = 3.6  # cm of all months together, so that "BANYAKNYA/BULAN" fits above them
_JENIS, _MEDIA = _twips(1.1), _twips(0.9)  # the column of numbers before jenis and before media
_LEAST = _twips(3.2)  # the least width of the column of jenis
_LONGEST = _twips(2.6)  # a word of people that is wider may break
_HEAD, _TALL = 8, 9  # points of the heads above figures and above texts


class Look(NamedTuple):
    """The look of a table of figures: styles, and widths in cm; `media`: the share of the first columns in the width
    that the months leave; `points`: the size of the figures; `margin`: twips beside a text, with the line; `small`: the
    size as properties of a run, where it is smaller than the style's."""

    table: str
    month: float
    total: float
    head: str
    figure: str
    text: str
    media: float
    points: float
    margin: int
    small: str = ""


_ROOMY = Look("TabelLaporan", 0.98, 1.5, "SelJudul", "SelTengah", "Sel", 0.54, 10, 134)
_DENSE = Look("TabelRapat", 0.78, 1.35, "SelKecilJudul", "SelKecil", "SelKecilKiri", 0.48, 8, 66)
# The last two have no style of their own, for the templates of offices know none.
LOOKS = (
    _ROOMY,
    _DENSE,
    *(_DENSE._replace(points=n, small=f'<w:sz w:val="{2 * n}"/><w:szCs w:val="{2 * n}"/>') for n in (7, 6)),
)


def of_matrix(heads: Sequence[str], lines: Sequence[Sequence[str]]) -> tuple[Look, list[int]]:
    """The widths of number, jenis and the columns of figures, which are alike where there is room for the widest of
    them so often; `lines`: the figures as they are printed."""
    # Jenis gives way where the heads of the other columns would break.
    jenis = _twips(max(3.2, min(4.7, 14.9 - 1.6 * len(heads))))
    for look in LOOKS:
        needs = _needs(look, heads, lines)
        if sum(needs) <= WIDE - _JENIS - _LEAST:
            break
    alike = max([*needs, (WIDE - _JENIS - jenis) // len(heads)])
    if alike * len(heads) <= WIDE - _JENIS - _LEAST:
        needs = [alike] * len(heads)
    jenis = max(_LEAST, min(jenis, WIDE - _JENIS - sum(needs)))
    return look, [_JENIS, jenis, *_spread(needs, WIDE - _JENIS - jenis)]


def of_evaluation(
    heads: Sequence[str], media: Sequence[str], lines: Sequence[Sequence[str]], notes: Sequence[str]
) -> tuple[Look, list[int]]:
    """The widths of number, medium, months with their sum, and remark; a single month has no sum."""
    several = len(heads) > 1
    months = len(heads) - several
    for look in LOOKS[months > _MANY :]:
        least = [_twips(max(look.month, _NARROWEST / len(heads)))] * months + [_twips(look.total)] * several
        middle = [max(pair) for pair in zip(least, _needs(look, heads, lines), strict=True)]
        medium, note = _worded(look, ["MEDIA", *media]), _worded(look, ["KETERANGAN", *notes])
        side = WIDE - _MEDIA - sum(middle)
        if side >= medium + note:
            break
    first = max(min(round(side * look.media), side - note), min(medium, side - note))
    return look, [_MEDIA, first, *middle, side - first]


def _needs(look: Look, heads: Sequence[str], lines: Sequence[Sequence[str]]) -> list[int]:
    """The twips that each column of figures needs, so that none of them breaks; sums are bold."""
    columns = zip(*lines, strict=True) if lines else [()] * len(heads)
    return [_needed(look, head, column) for head, column in zip(heads, columns, strict=True)]


def _needed(look: Look, head: str, figures: Sequence[str]) -> int:
    widest = max((width(figure, look.points, bold=True) for figure in set(figures)), default=0)
    return ceil(max(widest, widest_word(head, min(_HEAD, look.points), bold=True))) + look.margin


def _worded(look: Look, texts: Sequence[str]) -> int:
    """The twips that a column of texts needs, of which the first is its head; a very long word of people may break."""
    head, *others = texts
    longest = max((widest_word(text, look.points) for text in others), default=0)
    return ceil(max(widest_word(head, min(_TALL, look.points), bold=True), min(longest, _LONGEST))) + look.margin


def _spread(needs: Sequence[int], room: int) -> list[int]:
    """The widths that are needed, what is left of the room given to all alike; in proportion where nothing is left."""
    total = sum(needs)
    if total > room:
        needs = [need * room // total for need in needs]
    return [need + more for need, more in zip(needs, _shared(room - sum(needs), len(needs)), strict=True)]


def _shared(room: int, count: int) -> list[int]:
    return [room // count] * (count - 1) + [room - room // count * (count - 1)]
