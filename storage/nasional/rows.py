"""Rows of a national list, read out of its file: a name that the row does not know or lacks is an error."""

import tomllib
from collections import Counter
from collections.abc import Iterable
from importlib.resources import files
from typing import Any


def of(file: str, part: str) -> list[dict[str, Any]]:
    """The rows of the only part of a file, such as `[[platform]]`; ValueError for anything beside it."""
    told = tomllib.loads((files("storage.nasional") / file).read_text(encoding="utf-8"))
    if told.keys() != {part}:
        raise ValueError(f"{file}: {', '.join(told)}")
    return told[part]  # type: ignore[no-any-return]  # a part is a list of tables


def once(file: str, words: Iterable[str]) -> None:
    """ValueError where a word stands twice, for then it would name two rows."""
    if twice := [word for word, n in Counter(words).items() if n > 1]:
        raise ValueError(f"{file} tells twice: {', '.join(twice)}")
