"""How the detail of a photo is spread: where nobody is to be seen, a crop goes to where something is."""

from collections.abc import Sequence

from PIL import Image, ImageFilter

_LOOKED_AT, STEPS = 64, 16


def busiest(length: float, busy: Sequence[float], aim: float) -> float:
    """The window with the most detail in it, as long as that is not far from the usual place."""
    usual = (1 - length) * aim
    if not busy:
        return usual
    tried = [(1 - length) * k / STEPS for k in range(STEPS + 1)]
    return max(tried, key=lambda start: _share(busy, start, start + length) - 0.5 * abs(start - usual))


def _share(busy: Sequence[float], start: float, end: float) -> float:
    count = len(busy)
    return sum(
        value * max(0.0, min(end, (k + 1) / count) - max(start, k / count)) * count for k, value in enumerate(busy)
    )


def detail(photo: Image.Image) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """How the detail of a photo is spread over its columns and its rows; each adds up to one."""
    grey = photo.convert("L").resize((_LOOKED_AT, _LOOKED_AT), Image.Resampling.BOX, reducing_gap=1.5)
    edges = grey.filter(ImageFilter.FIND_EDGES).crop((1, 1, _LOOKED_AT - 1, _LOOKED_AT - 1))
    across = edges.resize((STEPS, 1), Image.Resampling.BOX).tobytes()
    down = edges.resize((1, STEPS), Image.Resampling.BOX).tobytes()
    return _spread(across), _spread(down)


def _spread(values: bytes) -> tuple[float, ...]:
    total = sum(values) or 1
    return tuple(round(value / total, 4) for value in values)
