"""Talk that is no report: thanks, greetings, and words that name nothing."""

import re
from enum import StrEnum


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
"""
# Words beside thanks and greetings that say nothing further: whom they are for, and how much.
_BESIDE = """
    pak bu bapak ibu mas mbak kak kang bang bos min admin bot ndan komandan mimin gan bro om tante pimpinan rekan semua
    semuanya ya yah iya banyak sekali banget bgt atas bantuannya infonya lah deh dong kok nih juga sama you wr wb
    warahmatullahi wabarakatuh sejahtera apa dan untuk
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


def talk(text: str) -> Talk | None:
    """Thanks or a greeting where the whole text is nothing else; None for any other text."""
    said = [_short(word) for word in re.findall(r"[^\W_]+", text.casefold().replace("’", "").replace("'", ""))]
    thanks = any(sign in text for sign in _SIGNS) or any(word in THANKS for word in said)
    if not {*said} <= THANKS | GREETINGS | BESIDE:
        return None
    if thanks and not any(word in GREETINGS for word in said):
        return Talk.THANKS
    return Talk.GREETING if any(word in GREETINGS for word in said) else None


def cancels(text: str) -> bool:
    """Whether the whole text calls something off: "gak jadi", "batal aja"."""
    said = [_short(word) for word in re.findall(r"[^\W_]+", text.casefold())]
    off = any(word.startswith(("batal", "cancel")) for word in said)
    return {*said} <= CANCELS and (off or ("jadi" in said and not {*said} <= _ABOUT))


def tells(text: str) -> bool:
    """Whether the words can name something: beside talk and the words for a photo there is a word of two letters, or
    there are two signs that may stand for one."""
    said = [_short(word) for word in re.findall(r"[^\W_]+", text.casefold())]
    further = [word for word in said if word not in THANKS | GREETINGS | BESIDE | NAMELESS]
    return len(further) > 1 or any(len(word) > 1 and word.isalpha() for word in further)


_ASKING = (
    r"(?:si)?apa(?:kah)?|mana|di\s*mana|kapan|berapa|brp|bagaimana|bgmn?|gimana|gmn|kenapa|knp|mengapa|kok|bisakah"
)
_ASKS = re.compile(rf"^\W*(?:(?:pak|bu|min|mas|mbak|kak|maaf|permisi|bot|eh)\b\W*)*(?:{_ASKING})\b", re.IGNORECASE)
_ENDING = 8
_ANNOUNCES = re.compile(
    r"\b(?:jangan\s+(?:sampai\s+)?lupa|jgn\s+lupa|wajib\s+(?:hadir|ikut)|(?:di)?harap(?:kan)?\s+(?:hadir|kehadiran)"
    r"|(?:di)?mohon\s+(?:hadir|kehadiran|kesediaan)|besok|bsk|besuk"
    # "Kemarin lusa" is past.
    r"|(?<!kemarin )(?<!kemaren )(?<!kmrn )(?<!kmren )lusa(?!\s+kemar[ei]n)|(?:minggu|pekan|bulan)\s+depan)\b",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether the words are a question, which tells of nothing."""
    return bool(_ASKS.match(text)) or "?" in text[-_ENDING:]


def announces(text: str) -> bool:
    """Whether the words are about what is still to come."""
    return bool(_ANNOUNCES.search(text))
