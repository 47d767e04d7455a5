"""Where the name of an event begins: behind what opens it, and behind who did it, where and with whom."""

from handlers.reading.daerah.tables import meaning
from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.fixed import Found
from handlers.reading.message.events.look import Item, Look
from handlers.reading.message.events.parting.attended import attends
from handlers.reading.message.events.parting.corrected import corrected
from handlers.reading.message.events.parting.view import HELD
from handlers.reading.message.events.parting.vouched import POSTED, vouched
from handlers.reading.message.events.vocabulary.heads import DONE, FORMED, NAMED
from handlers.reading.message.events.words import COMMA, STOP, Word
from handlers.reading.message.parts import Kind

_TOLD = frozenset(
    {("memberi", "tau"), ("memberi", "tahu"), ("kasih", "tau"), ("tau", "dulu"), ("tahu", "dulu"), ("titip", "laporan")}
)
_JUST = frozenset({("baru", "saja"), ("kurang", "lebih"), ("susunan", "acara")} | _TOLD | HELD)
_REASONS = cues.REASONS - cues.INVITED
# Words that lead to an event: of a feast and its day, "telah dilakukan".
_NEAR = 6
# Words before an event that no list knows.
_STRANGE = 7
# Words of a subject, and what stands before our name in a release: "Kupang, 12/5 – KPU …".
_SUBJECT, _DATELINE = 20, 8
_LETTERS, _MATTER = frozenset({"undangan", "surat"}), frozenset({"hal", "perihal"})
_OF_PAPER = cues.PAPERS | table("undangan proposal jadwal pemberitahuan permohonan tembusan")
_BROUGHT = table("bawa membawa kirim mengirim kirimkan sebar menyebar titip menitipkan kasih serahkan sampaikan minta")
_ASKED_FOR = table("minta meminta mengajukan ajukan memohon usul mengusulkan")
# Up to the next sign they speak of an event rather than tell it: "ketemu Bawaslu bahas rapat pleno".
_ABOUT = table("bahas membahas pembahasan bicara membicarakan soal tentang mengenai terkait tema temanya materi")
_TEAMS = frozenset({"tim", "pokja", "panitia", "satgas", "petugas"})
_ASKED = frozenset({"undang", "mengundang"})
_VERBAL = ("me", "ber", "jadi", "nge")
_NO_SUBJECT = table("yang untuk guna agar supaya karena setelah di . ;")
_IN_ORDER = frozenset({"untuk", "guna"})
_WENT = frozenset({"turun", "pergi", "berangkat", "meluncur", "merapat", "jalan"})
_LEADS = (
    (cues.OPENERS | cues.DOING) - {"sudah"}
    | cues.PARTS_OF_DAY
    | table("kasih kasi kase memberi memberikan beri adakan dan")
)
_FEASTS = frozenset({"hari", "pekan", "bulan"})
_BEFORE = {Kind.PLACE, Kind.PARTNER, Kind.PEOPLE}


def start_of(look: Look) -> int:
    """Where the name of the event begins: behind openers, and behind who did it, where and with whom."""
    at, kept = 0, -1
    while at < len(look.items):
        word = look.word(at)
        if word is None or _opens(look, at):
            at += 1
        elif look.head(at) or attends(look, at):
            return corrected(look, at)
        elif occasion := _occasion(look, at):
            kept, at = occasion if kept < 0 else kept, _done(look, occasion)
        elif letter := _of_letter(look, at) or _feast(look, at):
            return letter
        elif told := _behind_colon(look, at):
            return told
        elif done := look.alone(at) or _of_subject(look, at):
            kept, at = at if kept < 0 else kept, done
        elif look.low(at) in cues.ACTORS and look.begun(at + 1) and not look.ours(at + 1):
            return at
        elif not _before_it(word) or _headline(look, at) or (word.low in _ASKED and look.head(at + 1)):
            return corrected(look, _behind_strange(look, at))
        else:
            kept = at if kept < 0 else kept
            at = _done(look, at + 1)
    return max(kept, 0)


def _occasion(look: Look, at: int) -> int:
    """The place behind "Dalam rangka HUT Korpri," or "Menindaklanjuti hasil rapat,", where what was done follows; 0
    where none does."""
    if (look.low(at), look.low(at + 1)) != ("dalam", "rangka") and look.low(at) not in _REASONS:
        return 0
    end = look.sentence(at)
    comma = next((n + 1 for n in range(at, end) if look.sign(n) == ","), 0)
    return comma if comma and any(_tells(look, n) or _deed(look, n) for n in range(comma, end)) else 0


def _feast(look: Look, at: int) -> int:
    """The place behind a feast and its day, where what was done follows: "Hari Air Sedunia 22 Maret bersih sungai"; 0
    where none does."""
    if look.low(at - 1) not in _FEASTS:
        return 0
    end = next((n for n in range(at, at + _NEAR) if look.word(n) is None), 0)
    return end + 1 if _dated(look, end) and (look.head(end + 1) or look.low(end + 1) in NAMED) else 0


def _behind_strange(look: Look, at: int) -> int:
    """Where the first clause stands that begins with an event, behind words of no list; `at` where it tells itself."""
    if (told := _in_other_words(look, at)) > at:
        return told
    ends = [n for n, item in enumerate(look.items) if n >= at and _parts(item)]
    if not ends or vouched([word for n in range(at, ends[0]) if (word := look.word(n))], look.names):
        return at
    return next((begun for n in ends if look.head(begun := _led(look, n + 1))), at)


def _led(look: Look, at: int) -> int:
    """Past words that only lead to an event: "telah dilakukan", "kasih"."""
    return next((n for n in range(at, at + _NEAR) if look.head(n) or look.low(n) not in _LEADS), at)


def _in_other_words(look: Look, at: int) -> int:
    """Where the event is told behind words of another language, of which no list has all; `at` where none are."""
    spoken = any(isinstance(one, Word) and meaning(one.raw) for one in look.items)
    for n in range(at, min(at + _STRANGE, len(look.items)) if spoken else at):
        if look.head(n):
            return n
        word = look.word(n)
        told = word is None or word.low in POSTED or look.cue(n) or look.begun(n) or (n > at and word.capital)
        if told or (vouched([word], look.names) if word else True):
            return at
    return at


def _parts(item: Item) -> bool:
    return not isinstance(item, Word) or item.raw == COMMA or item.low == STOP


def _of_letter(look: Look, at: int) -> int:
    """Where a letter says to what it asks: behind "hal" of "Undangan Kesbangpol nomor … hal rapat desk"; else 0."""
    if look.low(at) not in _LETTERS:
        return 0
    end = min(look.sentence(at), at + _SUBJECT)
    return next((n + 1 for n in range(at + 1, end) if look.low(n) in _MATTER and look.head(n + 1)), 0)


def _behind_colon(look: Look, at: int) -> int:
    """Where the event is told of which only is said before whose it is: "Giat Sosdiklih, Selasa: sosialisasi"; else
    0."""
    end = min(look.sentence(at), at + _DATELINE)
    colon = next((n for n in range(at, end) if look.sign(n) == ":"), 0)
    asked = look.low(at) in _LETTERS
    told = not asked and any(_tells(look, n) or cues.deed(look.low(n)) or look.cue(n) for n in range(at, colon))
    return colon + 1 if colon and not told and look.head(colon + 1) else 0


def _of_subject(look: Look, at: int) -> int:
    """Where it is said what somebody did whose name begins here: "KPU Kota X menggelar …", "Bapak A, S.H., hadir …";
    where a headline or the name of our house stands here, in the sentence below it. 0 where neither is so."""
    end = look.sentence(at)
    ours = next((n for n in range(end + 1, end + 1 + _DATELINE) if look.ours(n)), 0)
    below = _verb(look, ours) if ours else 0
    if below and look.ours(at) and look.low(below) in cues.ACTIVE:
        return below  # a headline and its lead
    if verb := _verb(look, at):
        return verb
    if any(look.head(n) for n in range(at, end)):
        return 0
    alone = (name := look.ours(at)) and not any(look.low(n) for n in range(name, end))
    return end + 1 if alone else below


def _headline(look: Look, at: int) -> bool:
    """Whether the sentence that begins here with our name tells of nothing that anybody did ("KPU GOES TO SCHOOL"), and
    the one below does not begin with an event."""
    end = look.sentence(at)
    below = next((n for n in range(end, len(look.items)) if look.word(n) and not _opens(look, n)), end)
    return not look.head(below) and look.ours(at) > 0 and not any(look.head(n) or look.cue(n) for n in range(at, end))


def _verb(look: Look, at: int) -> int:
    """Where the active verb of a sentence stands, behind its subject."""
    for place in range(at, min(at + _SUBJECT, len(look.items))):
        item = look.items[place]
        low = item.low if isinstance(item, Word) else ""
        if low in cues.ACTIVE and place > at:
            return place
        if look.head(place):
            return place if place > at and low.startswith(_VERBAL) else 0
        if low in _NO_SUBJECT:
            return 0
    return 0


def _opens(look: Look, at: int) -> bool:
    """Whether a word only opens what is told: "telah dilaksanakan", "siang" before "rapat"."""
    if look.head(at):
        return False
    low = look.low(at)
    if low in cues.BEFORE_HEAD and (look.head(at + 1) or (look.word(at + 1) is None and at + 1 < len(look.items))):
        return True
    if look.raw(at).startswith("#") or (look.low(at - 1) == "langsung" and look.low(at + 1) == "ke"):
        return True
    if low == "yang" and (cues.CUES.get(look.low(at + 1)) is Kind.PEOPLE or look.low(at + 1) in cues.PARTS_OF_DAY):
        return True
    if (low, look.low(at + 1)) in _JUST or (look.low(at - 1), low) in _JUST or _went(look, at):
        return True
    told = look.head(look.behind(at)) or _deed(look, at + 1) or _dated(look, at + 1) or attends(look, at + 1)
    told = told or look.low(at + 1) in NAMED or bool(DONE.fullmatch(look.low(at + 1)))
    part = look.of_day(at) or (low in cues.PARTS_OF_DAY and (told or look.low(at + 1) in cues.OPENERS))
    return low in cues.OPENERS | cues.DOING or part


def _dated(look: Look, at: int) -> bool:
    item = look.item(at)
    return isinstance(item, Found) and item.kind is Kind.DAY


def _went(look: Look, at: int) -> bool:
    """Whether it only says that somebody went to where the event was: "turun ke desa untuk monitoring"."""
    to = look.low(at) in _WENT and look.low(at + 1) == "ke"
    return to and any(look.low(n) in _IN_ORDER and look.head(n + 1) for n in range(at, look.sentence(at)))


def _before_it(word: Word) -> bool:
    if word.low in cues.HELPED:
        return False
    return word.low in cues.ACTORS | cues.TITLES | cues.NOTHING | cues.REASONS or cues.CUES.get(word.low) in _BEFORE


def _done(look: Look, at: int) -> int:
    """Where it is said what was done: the next head or verb of doing in the sentence, else the next sentence."""
    first = at + _names_them(look, at)
    end = look.sentence(first)
    done_by = look.low(at - 1) in cues.ACTORS | cues.TITLES
    if done_by and not any(_tells(look, place) for place in range(first, end)):
        deed = (n for n in range(first, end) if _deed(look, n) and not look.cue(n))
        if (place := next(deed, -1)) >= 0:
            return place
    about = False
    for place in range(first, len(look.items)):
        item = look.items[place]
        low = item.low if isinstance(item, Word) else ""
        about = low in _ABOUT or (about and low not in {COMMA, STOP} | cues.DOING)
        done = isinstance(item, Word) and (
            item.low == STOP or item.low in cues.DOING or (look.head(place) and not about)
        )
        done = done or (look.low(place - 1) in _IN_ORDER and look.low(place).startswith("me"))
        if done or attends(look, place):
            return _carried(look, place, first) or place
    return len(look.items)


def _carried(look: Look, at: int, first: int) -> int:
    """Where it is said that a paper was brought, of which this is what it is about: "membawa undangan sosialisasi"; 0
    where none was."""
    if look.low(at - 1) in _ASKED_FOR:
        return at - 1
    back = at - 1
    while back > first and look.low(back) in _OF_PAPER:
        back -= 1
    return back if back < at - 1 and look.low(back) in _BROUGHT else 0


def _deed(look: Look, at: int) -> bool:
    """Whether the word there says what somebody did: a verb, or "visitasi"."""
    return cues.deed(look.low(at)) or bool(FORMED.fullmatch(look.low(at)))


def _tells(look: Look, at: int) -> bool:
    return look.head(at) or look.low(at) in cues.DOING


def _names_them(look: Look, at: int) -> int:
    """How many words behind "tim" only say which one it is: "tim verfak 2 keliling verifikasi"."""
    if look.low(at - 1) not in _TEAMS or not look.head(at):
        return 0
    end = look.sentence(at)
    later = any(look.head(n) or cues.deed(look.low(n)) for n in range(at + 1, end))
    return 1 if later else 0
