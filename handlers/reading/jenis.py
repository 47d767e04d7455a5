"""The jenis of konten as people say them: in a tally, and in words that give one away."""

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from handlers.reading.editor.tables import phrase
from storage.nasional import jenis as nasional


@dataclass(frozen=True)
class JenisWords:
    """How a jenis is said: `tallied` in a tally and a correction, `guessed` in the words beside a link, where the first
    pattern that fits decides; both are (jenis, pattern)."""

    tallied: tuple[tuple[str, str], ...]
    guessed: tuple[tuple[str, str], ...]

    @cached_property
    def word(self) -> str:
        return "|".join(f"(?:{pattern})" for _, pattern in self.tallied)

    @cached_property
    def told(self) -> re.Pattern[str]:
        """Without one of these words no tally of jenis is told."""
        return re.compile(self.word, re.IGNORECASE)

    def meant(self, said: str) -> str:
        return next(jenis for jenis, pattern in self.tallied if re.fullmatch(pattern, said))


@lru_cache(maxsize=64)
def of_office(own: tuple[str, ...]) -> JenisWords:
    """The words for the jenis of the country and for those of an office, which are said by their names."""
    known = nasional.every().values()
    ranked = sorted((one for one in known if one.tebak), key=lambda one: one.tebak_ke)
    mine = tuple((name, phrase(name.casefold())) for name in own)
    return JenisWords(
        (*mine, *((one.kunci, one.hitung) for one in known)),
        (*((name, rf"\b{pattern}\b") for name, pattern in mine), *((one.kunci, one.tebak) for one in ranked)),
    )


NATIONAL = of_office(())
