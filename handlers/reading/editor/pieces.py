"""A text cut into pieces that together are the whole of it: words, what nobody may touch, and the signs between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.reading.editor.acronyms import SHORT, SMALL, WRITTEN
from handlers.reading.editor.tables import table

# Links, addresses, handles, tags and what stands between quotes.
_KEPT = (
    r"(?:https?://|www\.)\S+|<[^<>\s]*>|[^\s@]+@[^\s@]+\.\w+|[@#]\w[\w.]*|\w[\w-]*(?:\.[\w-]+)+/\S*"
    r"|“[^”]*”|\"[^\"\n]*\"|«[^»]*»|‘[^’\n]*’|(?<!\w)'[^'\n]+'(?!\w)"
)
# Most words are of letters alone, and nothing stands behind them that could make them more.
_PLAIN = r"[^\W\d_]+(?:[-/&'’+][^\W\d_]+)*+(?=[\s,;!?)]|[.:](?:\s|$)|$)"
_WORD = r"[^\W_](?:\w|[-./&'’+](?=\w))*"
_PIECE = re.compile(rf"(?P<blank>\s+)|(?P<plain>{_PLAIN})|(?P<kept>{_KEPT})|(?P<word>{_WORD})|(?P<sign>.)", re.DOTALL)
_MIXED = re.compile(r"[\d._]")
# Before these the name of a person stands.
TITLES = table(
    """
    pak bu bapak ibu sdr sdri saudara saudari mas mbak kak bung gus ning nyai kyai kiai ustadz ustad ustadzah habib
    tgk tuan h hj haji hajah dr dra drs drg ir prof kh letkol letda lettu mayor kapten kolonel brigjen mayjen akp
    akbp kompol kombes iptu ipda aiptu aipda bripka briptu bripda serma serka sertu serda praka pratu kopda koptu
    romo pendeta pdt pastor
    """
)
# Of these the letters may change, as those of other words; "dr." and "Dr." are two titles.
_SPOKEN = table("pak bu bapak ibu saudara saudari mas mbak kak bung gus ning")
_JOINTS = frozenset({"bin", "binti", "al", "el", "van", "de", "dan"})
# What somebody is, which a title may stand before as well.
_OFFICES = table(
    """
    wali walikota bupati gubernur camat lurah kades kapolres kapolsek kapolda dandim danramil ketua wakil sekretaris
    sekda kepala kasubbag kasubag kabag kadis kabid kasi komisioner anggota direktur rektor dekan menteri presiden
    pimpinan pembina pengurus panglima jaksa hakim imam guru dosen rt rw plt pj
    """
)
_NO_NAMES = (TITLES, _OFFICES, _JOINTS, SMALL, WRITTEN)
_VERB = re.compile(r"(?:me[mn]|di|ber)\w{5,}")
_LONGEST = 6
_WORDS = frozenset({"plain", "word"})


@dataclass(frozen=True, slots=True)
class Piece:
    """`kind`: "plain" for a word of letters alone, which may be spelled anew, "word" for one with digits or full stops,
    blank, sign, or "kept" for what stays letter by letter; `named`: of an institution, of which only the case may
    change."""

    text: str
    kind: str
    start: int
    named: bool = False

    @property
    def low(self) -> str:
        return self.text.casefold()

    @property
    def is_word(self) -> bool:
        return self.kind in _WORDS

    def printed(self, text: str) -> "Piece":
        return self if text == self.text else Piece(text, self.kind, self.start, self.named)


def cut(text: str) -> list[Piece]:
    """The pieces of a text; joined they are the text. Names of persons behind a title are kept."""
    found = [Piece(m[0], _kind(m), m.start()) for m in _PIECE.finditer(text)]
    titles = [at for at, piece in enumerate(found) if piece.kind == "plain" and piece.low in TITLES]
    persons = {at for start in titles for at in _person(found, start)}
    return [replace(piece, kind="kept") if at in persons else piece for at, piece in enumerate(found)]


def _kind(found: re.Match[str]) -> str:
    kind = found.lastgroup or "sign"
    return "plain" if kind == "word" and not _MIXED.search(found[0]) else kind


def _person(pieces: Sequence[Piece], at: int) -> list[int]:
    """The places of the name of a person behind the title at this place: of words with a capital, and what joins them;
    of a title in letters that tell more than courtesy, too."""
    found, held = list[int](), list[int]()
    for place in range(at + 1, len(pieces)):
        piece = pieces[place]
        if piece.is_word and len(found) < _LONGEST and _of_name(piece):
            found += [*held, place]
            held = []
        elif piece.kind == "blank" or piece.text == "." or (found and piece.low in _JOINTS):
            held.append(place)
        else:
            break
    if found and _more_than_courtesy(pieces, at):
        return [at, *found]
    return found[next((n for n, place in enumerate(found) if pieces[place].is_word), 0) :]


def _more_than_courtesy(pieces: Sequence[Piece], at: int) -> bool:
    """Whether the letters of a title tell which one it is; "dr" alone may be "dari"."""
    if pieces[at].low == "dr":
        return pieces[at + 1].text == "."
    return pieces[at].low not in _SPOKEN


def _of_name(piece: Piece) -> bool:
    low = piece.low
    if piece.text.isupper() and (low in SHORT or _VERB.match(low)):
        return False
    return piece.text[0].isupper() and not any(low in words for words in _NO_NAMES)
