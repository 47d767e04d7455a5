"""What an invitation says around its event: its title, whom it asks to come, and that it is going to be held."""

import re

from handlers.reading.editor.tables import either
from handlers.reading.message.envelope import courtesies

_TITLES = either(courtesies.TITLES | {"saudara/i", "undangan"})
_WHO = rf"(?:(?:{_TITLES})(?:[/\s]+(?:dan\s+)?(?:{_TITLES}))*+(?:\s+(?-i:[A-Z])[\w./-]*){{0,8}}\s*)?"
_COME = (
    r"(?:untuk\s+)?(?:(?:dapat|berkenan|bisa)\s+)?(?:hadir|menghadiri|mengikuti)(?:\s+(?:pada|dalam|di))?"
    r"(?:\s+(?:acara|kegiatan))?"
)
_HELD = (
    r"(?:yang|yg)\s+(?:(?:akan|insya\s?allah|rencananya|kami)\s+){0,3}"
    r"(?:di(?:laksanakan|selenggarakan|adakan|gelar|langsungkan)|berlangsung)(?:\s+(?:besok\s+)?pada)?"
)
_WE_ASK = (
    r"(?:(?:dengan|bersama)\s+ini\s+|untuk\s+itu,?\s+)?(?:(?:kami|saya)\s+)?(?:dengan\s+hormat\s+)?"
    r"(?:meng(?:harap(?:kan)?|undang)|(?:me)?mohon|mhn|di(?:mohon|harap(?:kan)?)|harap)\s+(?:dengan\s+hormat\s+)?(?:atas\s+)?"
)
# "UNDANGAN" alone on its line is the title of the letter.
TITLE = re.compile(r"(?:surat\s+)?undangan[ \t]*(?=\n)", re.IGNORECASE)
INVITES = re.compile(
    rf"\b(?:{_WE_ASK}(?:(?:kehadiran|kesediaan|kedatangan)(?:nya)?\s*{_WHO}(?:{_COME}|(?:pada|dalam)(?:\s+(?:acara|kegiatan))?)?"
    rf"|{_WHO}{_COME})(?:\s+{_HELD})?(?:\s+pada)?\b[ \t]*:?|{_HELD}[ \t]*:?[ \t]*$)",
    re.IGNORECASE | re.MULTILINE,
)
AT_HOME = re.compile(
    r"di[ \t]*-?[ \t]*(?:\n[ \t]*)?(?:t[ ]?e[ ]?m[ ]?p[ ]?a[ ]?t)\b[ \t.:]*$", re.IGNORECASE | re.MULTILINE
)
