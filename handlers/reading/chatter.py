"""Talk that is no report: thanks, greetings, and words that name nothing."""

import re
from enum import StrEnum

from handlers.reading.dates.wordings import TOMORROW
from handlers.reading.message.envelope.courtesies import GREETING


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
    nah ternyata gampang mudah cepat praktis keren hebat mi ji nian pisan
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


_ASKING = (
    r"(?:si)?apa(?:kah)?|mana|ad[ao]\s+(?:nggak|ngga|enggak|gak|ga|tidak|tdk|ndak|ra|teu)|di\s*mana|kapan"
    r"|berapa|brp|bagaimana|bgmn?|gimana|gmn|kenapa|knp|mengapa|kok|bisakah"
)
_SPOKEN_TO = "pak|bu|min|mas|mbak|kak|maaf|permisi|bot|eh"
_ASKS = re.compile(rf"^\W*(?:(?:{_SPOKEN_TO})\b\W*)*(?:{_ASKING})\b(?!\W{{0,3}}[:=])", re.IGNORECASE)
_ORDERS = re.compile(
    rf"^\W*(?:(?:{_SPOKEN_TO})\b\W*)*(?:tolong|tlg|minta|mohon|mhn)\s+(?:di)?"
    r"(?:cari|lihat|tampil|buat|bikin|hitung)(?:kan|in)?\b",
    re.IGNORECASE,
)
# What is really looked for, out of doors, is told in a report.
_OUTDOORS = r"(?:lokasi|tempat|gudang|lahan|bahan|bakat|bibit|calon|tahu|tau|solusi|masukan|alamat|rumah|sponsor)"
_SEARCHES = re.compile(
    rf"^\W*(?:(?:{_SPOKEN_TO}|bang|bg|bro|tolong|tlg|minta|mohon|mhn|coba|bisa)\b\W*)*"
    rf"(?:di)?cari(?:kan|in|kn|ken|no)?\b(?!\s+{_OUTDOORS}\b)",
    re.IGNORECASE,
)
# "Kak spill dong kegiatan yang lalu".
_BEGS = re.compile(
    r"^\W*(?:\w+\W+){0,2}?(?:spill|bagi|share|kirim|minta|lihat|liat|cari|tunjuk|kasih)(?:kan|in|kno)?\s+(?:\w+\s+){0,2}?(?:dong|donk|dunk)\b",
    re.IGNORECASE,
)
# Few words behind the sign say why it is asked.
_SIGN = re.compile(r"\?\W*(?:\w+\W+){0,3}\w*$")
# A question may end in its word: "foto pelantikan mana".
_ASKS_LAST = re.compile(r"\b(?:mana|kapan|berapa|brp|siapa)(?:\W+(?:ya+|nih|sih|min|pak|bu|nggih))*\W*$", re.IGNORECASE)
_SUMMONS = r"(?:(?:di)?harap(?:kan)?|(?:di)?mohon(?:kan)?|dimohon)\s+(?:untuk\s+)?(?:hadir|kehadiran|kesediaan)(?:nya)?"
# "Kemarin lusa" is past, and what "sempat ditunda" has been held in the end.
_TO_COME = (
    rf"{TOMORROW}|(?:jangan|jgn)\s+(?:sampai\s+)?(?:lupa|t[ea]lat|terlambat)|wajib\s+(?:hadir|ikut)|{_SUMMONS}"
    r"|(?<!kemarin )(?<!kemaren )(?<!kmrn )(?<!kmren )lusa(?!\s+kemar[ei]n)|(?:minggu|pekan|bulan)\s+depan"
    r"|(?:nanti|ntar)\s+(?:pagi|siang|sore|malam|jam|pukul|pkl)|diberitahukan|(?:meng|di)undang\s+(?:seluruh|semua|bapak|rekan)"
    r"|(?<!sempat )(?<!yang )(?<!yg )di(?:tunda|undur|majukan|batalkan|tiadakan)"
    r"|(?:tolong|mohon|tlg|harap)\s+(?:di)?(?:kirim|teruskan|sampaikan|siapkan|umumkan|bagikan)(?:kan)?"
)
_FIRST = r"(?:foto|dokumentasi|laporan|video)\w*\b[^.,;\n]{0,40}\b(?:menyusul|nyusul)\b|(?:rencana|jadwal)\b"
# Behind it the day to come is only the next one: "wawancara selesai dilaksanakan; besok diplenokan".
_HELD = re.compile(
    r"\b(?:(?:telah|tlh|sudah|sdh|selesai)\s+(?:di(?:laksanakan|gelar|adakan|selenggarakan|lakukan)|terlaksana|berlangsung)"
    r"|(?:tadi|td)\s+(?:pagi|siang|sore|malam|jam|pukul|pkl)|barusan)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(rf"^\W*(?:{_FIRST})|\b(?:{_TO_COME})\b", re.IGNORECASE)
# A day to come behind a sentence about what is past is only what follows from it.
_FOLLOWS = re.compile(rf"(?:{TOMORROW}|lusa|(?:minggu|pekan|bulan)\s+depan)", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:(?:telah|tlh|sudah|sdh|udah|udh)\s+\w+|kemar[ei]n|kmrn|(?:yang|yg|minggu|senin|selasa|rabu|kamis|jumat|sabtu)\s+lalu"
    r"|tadi)\b[^.;\n]*[.;\n]",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether the words are a question, which tells of nothing."""
    return any(
        (
            _ASKS.match(text),
            _SEARCHES.match(text),
            _BEGS.match(text),
            _ORDERS.match(text),
            _ASKS_LAST.search(text),
            _SIGN.search(text),
        )
    )


def announces(text: str) -> bool:
    """Whether the words are about what is still to come, rather than end in it."""
    return any(not _told(text, found) for found in _ANNOUNCES.finditer(text))


def _told(text: str, found: re.Match[str]) -> bool:
    """Whether it stands before the words about what is to come that something was held."""
    held = _HELD.search(text, 0, found.start())
    return bool(held or (_FOLLOWS.fullmatch(found[0]) and _PAST.search(text, 0, found.start())))
