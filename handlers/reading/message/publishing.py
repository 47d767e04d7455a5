"""The words that say where something was published, and what is left of a message without them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

_ALREADY = r"(?:(?:sudah|sdh|udah|udh|dah|telah|tlh|jg|juga|baru|barusan|td|tadi)\s+)*"
_PUBLISHED = r"(?:di|men?g?)?(?:posting|post|unggah|upload|publish|publikasi|share|rilis|tayang|naik)(?:kan)?"
# Where on a platform a thing stands; it says more than the platform's name, and so is kept.
_CORNER = r"feeds?|stor(?:y|ies)|reels?|shorts?|status|beranda"
_EVERYWHERE = r"(?:semua|seluruh|tiap|setiap)\s+(?:akun|medsos|platform|media\s+sosial|kanal)"
_JOINED = r"(?:\s*[,&/+]\s*(?:(?:dan|sama|serta)\s+)?|\s+(?:(?:dan|sama|serta)\s+)?)"
_POLITE = r"(?:\s*\b(?:ya|yaa|nggih|kak|min)\b)*"
_LINK = r"(?:link|tautan|url|alamat)(?:nya)?\b(?:\s+(?:posting(?:an)?|konten|berita|medsos)\b)?"
EDGES = " \t\n,;:.=–—-→|>()*_~"


@dataclass(frozen=True)
class Where:
    """`platforms`: their codes, in the order of the message; `everywhere`: all that the office has; `published`: a verb
    says so; `more`: the words that say more than the platforms' names."""

    platforms: tuple[str, ...] = ()
    everywhere: bool = False
    published: bool = False
    more: tuple[str, ...] = ()

    @property
    def named(self) -> bool:
        return self.everywhere or bool(self.platforms)

    def __or__(self, other: "Where") -> "Where":
        return Where(
            tuple(dict.fromkeys(self.platforms + other.platforms)),
            self.everywhere or other.everywhere,
            self.published or other.published,
            self.more + other.more,
        )


@dataclass(frozen=True)
class Publishing:
    """The patterns that the platforms of an office make; `codes`: each by its spellings, in small letters."""

    codes: Mapping[str, str]
    platform: re.Pattern[str]
    told: re.Pattern[str]
    label: re.Pattern[str]

    @classmethod
    def of(cls, codes: Mapping[str, str]) -> "Publishing":
        return _patterns(tuple(sorted(codes.items(), key=lambda pair: -len(pair[0]))))

    def parted(self, text: str) -> tuple[Where, str]:
        """Where it was published, and the text with a line break in place of each of those words."""
        found = Where()
        for told in self.told.finditer(text):
            found |= self._where(told[0])
        return found, self.told.sub("\n", text)

    def unlabelled(self, line: str) -> str:
        """A line beside a link without the words that only say where the link leads."""
        return self.label.sub("", line).strip(EDGES)

    def _where(self, told: str) -> Where:
        platforms = [self.codes[" ".join(word.casefold().split())] for word in self.platform.findall(told)]
        published = re.match(rf"\s*{_ALREADY}{_PUBLISHED}\b", told, re.IGNORECASE)
        more = re.findall(rf"\b(?:{_CORNER})\b", told, re.IGNORECASE)
        everywhere = bool(re.search(_EVERYWHERE, told, re.IGNORECASE))
        return Where(tuple(platforms), everywhere, bool(published), tuple(more))


@lru_cache(maxsize=64)
def _patterns(codes: tuple[tuple[str, str], ...]) -> Publishing:
    names = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word, _ in codes)
    one = rf"(?:(?:{_CORNER})\s+)?(?<!\w)(?:{names})(?!\w)(?:\s+(?:{_CORNER})\b)?"
    run = rf"(?:{_EVERYWHERE}\b|{one}(?:{_JOINED}{one})*)"
    verb = rf"{_ALREADY}\b{_PUBLISHED}\b"
    at = r"(?:di|ke|via|lewat|melalui|pada|→|->|=>|➡)\s*:?\s*"
    told = rf"(?:{verb}(?:\s+{at}{run}|\s+{run})?|(?:\b{_ALREADY})?{at}{run}|{one}(?:{_JOINED}{one})+){_POLITE}\s*:?"
    label = rf"^\W*(?:{_LINK}\W*)?(?:{_ALREADY}(?:di\s+)?{run})?\s*[:=–-]*\s*(?:{_LINK})?|\s*[(\s](?:{run})\W*$"
    return Publishing(
        dict(codes),
        re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE),
        re.compile(told, re.IGNORECASE),
        re.compile(label, re.IGNORECASE),
    )
