"""Tables of words, written as words are: parted by blanks."""


def table(words: str) -> frozenset[str]:
    return frozenset(words.split())


def pairs(words: str) -> dict[str, str]:
    """The second of each two words that are joined by "=", by the first."""
    return dict(pair.split("=") for pair in words.split())
