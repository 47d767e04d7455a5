"""Words in lines, each filled before the next begins."""

from collections.abc import Callable, Sequence

Measure = Callable[[str], float]


def filled(words: Sequence[str], room: float, measure: Measure) -> list[str]:
    """The words in lines no wider than `room`, but for a word that is wider itself."""
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
