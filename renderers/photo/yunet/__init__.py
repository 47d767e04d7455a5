"""YuNet, a network that finds faces, in numpy: it tells where the faces in a picture are, never whose they are."""

from functools import cache
from importlib import resources
from io import BytesIO

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
Unit = tuple[Array, Array, Array, Array]
# Channels into and out of each unit (a 1×1 convolution, then 3×3 within each channel), in the order of the weights.
_UNITS = ((16, 16), (16, 16), (16, 32), (32, 32), (32, 64), *[(64, 64)] * 9)
_HEADS = (*[(64, 1)] * 3, *[(64, 4)] * 3, *[(64, 1)] * 3)
_STRIDES = (8, 16, 32)
STEP = 32  # both sides of a picture must be a multiple of it


@cache
def _weights() -> tuple[Array, Array, tuple[Unit, ...]]:
    data = (resources.files("renderers.photo.yunet") / "weights.npy").read_bytes()
    flat, at = np.load(BytesIO(data)).astype(np.float32), 0

    def take(*shape: int) -> Array:
        nonlocal at
        at += int(np.prod(shape))
        found: Array = flat[at - int(np.prod(shape)) : at].reshape(shape)
        return found

    stem = take(16, 27), take(16, 1)
    units = [(take(b, a), take(b, 1), take(b, 9, 1, 1), take(b, 1, 1)) for a, b in _UNITS + _HEADS]
    return *stem, tuple(units)


def _stem(x: Array) -> Array:
    """3x3 with a stride of two, as one product of matrices."""
    weight, bias, _ = _weights()
    _, high, wide = x.shape
    padded = np.pad(x, ((0, 0), (1, 1), (1, 1)))
    taps = [padded[:, dy : dy + high : 2, dx : dx + wide : 2] for dy in range(3) for dx in range(3)]
    columns = np.stack(taps, axis=1).reshape(27, -1)
    out: Array = np.maximum(weight @ columns + bias, 0).reshape(16, high // 2, wide // 2)
    return out


def _unit(x: Array, unit: Unit) -> Array:
    point, shift, depth, bias = unit
    _, high, wide = x.shape
    padded = np.zeros((len(point), high + 2, wide + 2), np.float32)
    padded[:, 1:-1, 1:-1] = (point @ x.reshape(len(x), -1) + shift).reshape(-1, high, wide)
    out, product = np.empty((2, len(point), high, wide), np.float32)
    np.multiply(padded[:, :high, :wide], depth[:, 0], out=out)
    for tap in range(1, 9):
        dy, dx = divmod(tap, 3)
        out += np.multiply(padded[:, dy : dy + high, dx : dx + wide], depth[:, tap], out=product)
    out += bias
    return out


def _chain(x: Array, units: tuple[Unit, ...]) -> Array:
    for unit in units:
        x = _unit(x, unit)
        np.maximum(x, 0, out=x)
    return x


def _pool(x: Array) -> Array:
    halves = np.maximum(x[:, :, ::2], x[:, :, 1::2])
    out: Array = np.maximum(halves[:, ::2], halves[:, 1::2])
    return out


def _double(x: Array) -> Array:
    return x.repeat(2, axis=1).repeat(2, axis=2)


def heads(picture: NDArray[np.uint8]) -> list[tuple[Array, Array, Array]]:
    """Class, box and objectness of every place at the three strides; `picture`: rows × columns × RGB."""
    *_, units = _weights()
    bgr = picture[:, :, ::-1].transpose(2, 0, 1).astype(np.float32)
    x = _pool(_chain(_stem(bgr), units[:1]))
    fine = _chain(_pool(_chain(x, units[1:5])), units[5:7])
    middle = _chain(_pool(fine), units[7:9])
    coarse = _chain(_chain(_pool(middle), units[9:11]), units[11:12])
    middle = _chain(middle + _double(coarse), units[12:13])
    levels = _chain(fine + _double(middle), units[13:14]), middle, coarse
    ends = units[14:]
    return [(_unit(x, ends[k]), _unit(x, ends[3 + k]), _unit(x, ends[6 + k])) for k, x in enumerate(levels)]


def faces(picture: NDArray[np.uint8], least: float) -> Array:
    """An array of n rows (x, y, width, height, score) in pixels, the surest first, each face once.

    `picture`: rows × columns × RGB of 0 to 255, both sides a multiple of STEP; `least`: the score of 0 to 1 to reach.
    """
    found = [_decoded(*head, stride) for head, stride in zip(heads(picture), _STRIDES, strict=True)]
    boxes = np.concatenate(found)
    boxes = boxes[boxes[:, 4] >= least]
    return _apart(boxes[boxes[:, 4].argsort()[::-1]])


def _decoded(kind: Array, box: Array, there: Array, stride: int) -> Array:
    _, high, wide = kind.shape
    rows, columns = np.mgrid[:high, :wide]
    score = np.sqrt(_sigmoid(kind[0]) * _sigmoid(there[0]))
    w, h = np.exp(np.minimum(box[2:], 8)) * stride
    x, y = (columns + box[0]) * stride - w / 2, (rows + box[1]) * stride - h / 2
    return np.stack([x, y, w, h, score], axis=-1).reshape(-1, 5).astype(np.float32)


def _sigmoid(x: Array) -> Array:
    out: Array = (1 / (1 + np.exp(-np.clip(x, -30, 30)))).astype(np.float32, copy=False)
    return out


def _apart(boxes: Array, most: float = 0.3) -> Array:
    """The boxes without those that lie over a surer one."""
    kept: list[Array] = []
    for box in boxes:
        if all(_overlap(box, other) < most for other in kept):
            kept.append(box)
    return np.array(kept, np.float32).reshape(-1, 5)


def _overlap(a: Array, b: Array) -> float:
    wide = min(a[0] + a[2], b[0] + b[2]) - max(a[0], b[0])
    high = min(a[1] + a[3], b[1] + b[3]) - max(a[1], b[1])
    both = max(0.0, wide) * max(0.0, high)
    return float(both / (a[2] * a[3] + b[2] * b[3] - both))
