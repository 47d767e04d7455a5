"""Talk that is no report: thanks, greetings, and words that name nothing."""

import re
from enum import StrEnum
from itertools import pairwise

from handlers.reading.message.envelope import courtesies
from handlers.reading.message.envelope.courtesies import GREETING
from handlers.reading.message.events.cues import deed
from handlers.reading.message.events.vocabulary.heads import is_head


class Talk(StrEnum):
    THANKS = "thanks"
    GREETING = "greeting"


_THANKS = """
    terima kasih terimakasih makasih makasi trima trims tks tq thx thanks thank suwun nuwun matur siap sip ok oke okay
    okey baik mantap jos noted 86 laksanakan
"""
_GREETINGS = """
    halo hallo hello helo hai hi hei hey p ping tes test selamat pagi siang sore malam malem assalamualaikum
    assalamu asalamualaikum alaikum ass waalaikumsalam salam permisi punten kabar kabarnya
    slamat slmt sampurasun rampes wilujeng sugeng enjing sonten dalu rahayu rahajeng semeng syalom shalom horas
    mejuahjuah tabea tabe tabik swastyastu swastiastu om namo buddhaya kulonuwun nuwunsewu yaahowu
"""
# Words beside thanks and greetings that say nothing further: whom they are for, and how much.
_BESIDE = """
    pak bu bapak ibu mas mbak kak kang bang bos min admin bot ndan komandan mimin gan bro om tante pimpinan rekan semua
    semuanya ya yah iya banyak sekali banget bgt atas bantuannya infonya lah deh dong kok nih juga sama you wr wb
    warahmatullahi wabarakatuh sejahtera apa dan untuk sangat membantu terbantu bermanfaat info
    kaka e tuhan berkati memberkati god bless gbu nah ternyata gampang mudah cepat praktis keren hebat mi ji nian pisan
"""
# Words of a caption that name no event.
_NAMELESS = """
    foto fotonya dok dokumentasi gambar kegiatan laporan lapor melaporkan izin ijin mohon berikut ini terlampir itu yang
"""
_ABOUT = frozenset({"jadi", "ya", "pak", "bu", "min", "laporan", "laporannya", "itu", "ini", "yang", "tadi"})
_SIGNS = "👍🙏👌✅💪🤝❤😊🫡"
_LETTER_AGAIN = re.compile(r"(\D)\1+")


_CANCELS = """
    batal batalkan batalin cancel jadi tidak tdk gak ga ngga nggak enggak aja saja deh dulu dong ya pak bu min mas mbak
    kak maaf lapor laporan laporannya itu ini yang tadi
"""


def _words(listed: str) -> frozenset[str]:
    return frozenset(map(_short, listed.split()))


def _short(word: str) -> str:
    """A word with each letter once where somebody draws it out: "siaaap"."""
    return _LETTER_AGAIN.sub(r"\1", word)


THANKS, GREETINGS, BESIDE, NAMELESS, CANCELS = map(_words, (_THANKS, _GREETINGS, _BESIDE, _NAMELESS, _CANCELS))

# With these a few words thank or greet, whatever they go on with.
_GRATEFUL = frozenset(map(_short, courtesies.THANKS))
_IN_TWO = re.compile(rf"\W*{courtesies.THANKS_IN_TWO}\b", re.IGNORECASE)
_GREETING = GREETINGS - _words("selamat pagi siang sore malam malem kabar kabarnya p tes test")
_CALLS = _words("nah wah oh oke ok ya iya siap pak bu min")
# Words that tell, ask or order something.
_FURTHER = _words("""
    tolong minta mau ingin butuh cari cek lihat buat kirim lapor laporan laporkan rekap kolase bantuan hapus ubah
    salah kurang batal tayang naik unggah upload posting postingan di ke
""")
_FEW = 8
# A number, a sign of more, a name.
_TELLS = re.compile(r"(?<![^\W\d])\d|[?:#/@]|(?<=\w)[\s,]+(?!(?:Pak|Bu|Bapak|Ibu|Ketua|Min|Kak)\b)[A-Z]")


# Who greets says who he is: "beta Y, staf baru di humas".
_I = r"(?i:(?:perkenalkan,?\s+)?(?:(?:nama\s+)?(?:saya|sy|aku|beta|kula|abdi|ulun)|ini\s+(?:dengan|dgn|saya|sy)))"
_INTRODUCES = re.compile(
    rf"(?:^|(?<=[.,!\n]))[ \t]*+{_I}\s+[A-Z]\w+(?:\s+[A-Z]\w+){{0,2}}"
    r"(?:,?\s+(?:(?:staf|pegawai|admin|anggota|operator|petugas)\b|dari\b)[^.\n!]{0,60})?[.!]?[ \t]*+(?=$|\n|[^\w\s])",
)


def talk(text: str) -> Talk | None:
    """Thanks or a greeting where the whole text is nothing else but who says it; None for any other text."""
    text = _INTRODUCES.sub(" ", text)
    bare = GREETING.sub(" ", text)
    said = _said(bare)
    thanks = any(sign in text for sign in _SIGNS) or any(word in THANKS for word in said)
    greets = bare != text or any(word in GREETINGS for word in said)
    if not {*said} <= THANKS | GREETINGS | BESIDE:
        return None
    if thanks and not greets:
        return Talk.THANKS
    return Talk.GREETING if greets else None


def begins_as_talk(text: str) -> Talk | None:
    """Thanks or a greeting with a few words of anybody's own behind it, which tell nothing and ask for nothing; None
    for what may be a title too, such as "Terima kasih Pemilih"."""
    said = _said(text)
    told = any(is_head(*two) or deed(two[0]) or two[0] in _FURTHER for two in pairwise([*said[1:], ""]))
    if told or len(said) > _FEW or _TELLS.search(text):
        return None
    first = next((word for word in said if word not in _CALLS), "")
    if first in _GRATEFUL or _IN_TWO.match(text):
        return Talk.THANKS
    return Talk.GREETING if first in _GREETING else None


def _said(text: str) -> list[str]:
    return [_short(word) for word in re.findall(r"[^\W_]+", text.casefold().replace("’", "").replace("'", ""))]


def cancels(text: str) -> bool:
    """Whether the whole text calls something off: "gak jadi", "batal aja"."""
    said = [_short(word) for word in re.findall(r"[^\W_]+", text.casefold())]
    off = any(word.startswith(("batal", "cancel")) for word in said)
    return {*said} <= CANCELS and (off or ("jadi" in said and not {*said} <= _ABOUT))


def tells(text: str) -> bool:
    """Whether the words can name something: beside talk and the words for a photo there is a word of two letters, or
    there are two signs that may stand for one."""
    further = [word for word in _said(GREETING.sub(" ", text)) if word not in THANKS | GREETINGS | BESIDE | NAMELESS]
    return len(further) > 1 or any(len(word) > 1 and word.isalpha() for word in further)
