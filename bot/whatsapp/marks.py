"""WhatsApp's formatting, *bold*, _italic_, ~struck~ and `code`: written for the bot, kept from the words of people."""

import re

# What an opening mark of people's own becomes, so that it stays what they see: a mark before a space opens nothing, and
# a backtick opens whatever follows it. The key is also the mark that closes.
KEPT = {"*": "*\u200a", "_": "_\u200a", "~": "~\u200a", "`": "\u02cb"}
BOLD = "*"
_LETTER = r"[^\W_]"
_LINK = re.compile(r"https?://\S+")
_AT_EDGE = re.compile(rf"(?<!{_LETTER})[*_~`]|[*_~`](?!{_LETTER})")


def _pair(mark: str) -> re.Pattern[str]:
    """Two marks between which WhatsApp formats: neither beside a letter outside nor beside a space inside."""
    sign = re.escape(mark)
    if mark == "`":
        return re.compile(r"`(?=[^`]*`)")
    return re.compile(rf"(?<!{_LETTER}){sign}(?=[^\s{sign}](?:[^\n]*?[^\s{sign}])??{sign}(?!{_LETTER}))")


_PAIRS = {mark: _pair(mark) for mark in KEPT}


def plain(text: str) -> str:
    """Words of people, in which no mark formats anything; addresses still lead to the same place."""
    return _unpaired(_LINK.sub(_linked, text)) if _formats(text) else text


def _linked(link: re.Match[str]) -> str:
    return _AT_EDGE.sub(lambda mark: f"%{ord(mark[0]):02X}", link[0])


def _formats(text: str) -> bool:
    return any(pair.search(text) for pair in _PAIRS.values())


def _unpaired(text: str) -> str:
    while _formats(text):
        for mark, pair in _PAIRS.items():
            text = pair.sub(KEPT[mark], text)
    return text


def bold(line: str) -> str:
    """A line of the bot in bold; one with asterisks of people's own stays as it is, for they would end the bold."""
    words = line.strip()
    if not words or BOLD in words or "\n" in words:
        return plain(line)
    return f"{BOLD}{plain(words)}{BOLD}"
