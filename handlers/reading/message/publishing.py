"""The words that say where something was published, and what is left of a message without them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_

from handlers.reading.daerah.negation import NOT
from handlers.reading.daerah.only import ONLY
from handlers.reading.daerah.tables import words_for
from handlers.reading.dates.calendar import NUMBER
from handlers.reading.editor.abbreviations import spellings
from handlers.reading.editor.tables import either, phrase, table

# Words before a verb that say that it is done, with their spellings in chats and in other languages.
_DONE = table("sudah dah telah juga baru barusan tadi lah empon") | {*words_for("sudah"), *words_for("baru")}
_WHO = rf"(?:(?:kami|kita|kita2|saya|sy|aku|{'|'.join(words_for('kami'))})\s+)?"
_ALREADY = rf"(?<!\w)(?:(?:{'|'.join(spellings(_DONE))})\s+){{0,4}}{_WHO}"
_DID = r"posting|post|unggah|upload|publish|publikasi|share|rilis|tayang|naik|naek"
_SPREAD = r"sebar|bagi|muat|terbit|pasang|siar"
_PUBLISHED = (
    rf"(?:(?:di|ter)[\s-]?|men?g?|nge)?(?:{_DID})(?:kan|in)?|(?:di|ter)[\s-]?(?:{_SPREAD})(?:kan)?|terbit"
    r"|(?:di[\s-]?)?(?<!follow )up"
)
OUT = rf"{_ALREADY}\b(?:{_PUBLISHED})"
# Where on a platform a thing stands; it says more than the platform's name, and so is kept.
_CORNER = r"feeds?|stor(?:y|ies)|reels?|shorts?|status|beranda|fan\s?page|fp"
# The office's own pages are no platform.
_SITE = r"web(?:\s?site)?|laman"
_ALL = "|".join(["semua", "seluruh", "tiap", "setiap", *words_for("semua")])
_EVERYWHERE = rf"(?:{_ALL})\s+(?:akun|medsos|platform|media\s+sosial|kanal)\b(?!\s+kecuali)"
AND = rf"(?:{either(['dan', 'sama', 'serta', 'sm', 'n', *words_for('bersama'), *words_for('dan')])})"
# Between two platforms a word that says nothing else joins them, whatever its language.
_APART = (
    rf"(?:{NUMBER}|{_PUBLISHED}|atau|ke|di|dari|kecuali|bukan|tanpa|belum|blm|tidak|tdk|nyusul|besok|lalu|terus|kpu|kip"
    r"|nya|ada|juga|via)"
)
_THEN = r"(?:lalu|terus|trus|trs|kemudian|lanjut|(?:setelah|sesudah|h?abis|bis)\s+i?tu|(?:siang|sore|malam)nya)"
_JOINED = rf"(?:\s*[,&/+]\s*(?:{AND}\s+)?|\s+(?:{AND}\s+)?|\s+(?!{_APART}\b)(?-i:[a-z]{{2,8}})\s+)"
_ASKING = table("ya yaa pak bu bpk bapak ibu mas mbak bang nggih kak kaka kakak min bos ndan gaes guys")
_POLITE = rf"(?:\s*\b(?:{'|'.join((*_ASKING, *words_for('ya')))})\b)*"
_OURS = r"(?:\s+(?:kita|kami|kito|resmi|kantor|satker)\b|\s+(?:kpu|kip)\b[^:,.\n]{0,30}(?=:))*"
ITS = r"(?:\s?ny[ao]?|na|n?e)"
_LINK = rf"(?:link|tautan|url|alamat){ITS}?\b(?:\s+(?:posting(?:an)?|konten|berita|medsos)\b)?"
# "Di tiga medsos yaitu IG, FB …".
_MEDIA = (
    r"(?:\w+\s+)?(?:medsos|media\s+sosial|platform|akun|kanal|channel|chanel)\b(?:\s+(?:kami|kita|resmi|kantor))?"
    r"(?:\s*(?:[,:]|yaitu|yakni))?\s*"
)
_REPORTS = r"(?:me)?lapor(?:an|kan)?\s+(?:konten|medsos|posting(?:an)?|unggahan)\b\s*[.,:–-]*\s*"
# Things that are made to be published.
MADE = (
    r"(?:info\s?grafi[sk]|flash|meme|quotes?|poster|flyer|pamflet|twibbon|konten|ucapan|reels?|shorts?|video|berita"
    r"|rilis)"
)
# Words before a title that only say that something published follows: "Berita terbaru di web: …".
_LEADS = (
    r"(?:link|tautan|berita|rilis|post(?:ing(?:an)?)?|unggahan|publikasi|konten|reels?|shorts?|video|medsos"
    r"|media\s+sosial|(?:live\s+)?streaming|live|siaran\s+langsung)"
)
_POSTING, _LISTING = r"(?:konten|posting(?:an)?|unggahan)", r"(?:rekap\w*|jumlah|total|laporan|daftar|hitungan)"
_LEADING = (
    r"(?:(?:ter)?baru|terkini|hari|ini|kita|kami|kpu|resmi|kantor|akun|medsos|media\s+sosial|di|yang|yg|sudah|sdh|udah|telah|dah"
    r"|tayang|naik|terbit|cuma|hanya|ada|\d{1,2})"
)
# What is said of a place where a thing is still to stand: "FB menyusul"; and before it: "tidak sempat di FB".
_COMING = (
    rf"(?:(?:me)?nyusul|be?lu?m|segera|{NOT}(?=\s*(?:[,.;)\n]|$|(?:ada|naik|dulu|usah|perlu|sempat|bisa|di\w+)\b)))"
)
_FOR = r"(?:(?:yang|yg|untuk|utk|versi|di|ke)\s+)?"
_CANNOT = r"(?:\s+(?:sempat|bisa|jadi|ada|naik|tayang|(?:di)?(?:posting|upload|unggah|share|naikkan)))"
_WITHOUT = rf"(?:{NOT}|be?lu?m|bukan|kecuali|tanpa|gagal){_CANNOT}{{0,2}}\s+{_FOR}"
_NOT_THERE = re.compile(rf"\b(?:{_COMING}|kecuali|bukan|tanpa|{NOT})\b", re.IGNORECASE)
# Words that say that something stands somewhere, wherever, where on a platform, and on our own pages.
_SAYS = re.compile(
    rf"\b(?:{_PUBLISHED})\b|^\W*(?:{_POSTING}|{_LISTING}|feeds?|story)\b|^\W*(?:{'|'.join(spellings(_DONE))})\s+(?:ada\s+)?di\b",
    re.IGNORECASE,
)
_WHOLLY = re.compile(_EVERYWHERE, re.IGNORECASE)
_MORE = re.compile(rf"\b(?:{_CORNER}|{_SITE}|live)\b", re.IGNORECASE)
_LIVE = re.compile(
    r"\b(?:live\s+(?:streaming|ig|instagram|yt|youtube|fb|facebook|tiktok)|streaming|siaran\s+langsung)\b",
    re.IGNORECASE,
)
_PAGES = re.compile(_SITE, re.IGNORECASE)
EDGES = " \t\n,;:.=–—-→|>()*_~"


def without_edges(line: str) -> str:
    """A line without the signs at its edges; a bracket within it stays closed: "Sistem Informasi (Sipol)"."""
    told = line.strip(EDGES)
    told = told.strip('"“”') if sum(map(told.count, '"“”')) == 1 else told
    return f"{told})" if f"{told})" in line and told.count("(") > told.count(")") else told


# What a line begins with that says where a thing is not.
_ABSENT = ";"
# What was taken out of a line leaves many.
_BLANKS = re.compile(r"[ \t]{3,}")


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

    @property
    def site(self) -> bool:
        """Whether it stands on the office's own pages."""
        return any(map(_PAGES.fullmatch, self.more))

    def __or__(self, other: "Where") -> "Where":
        return Where(
            tuple(dict.fromkeys(self.platforms + other.platforms)),
            self.everywhere or other.everywhere,
            self.published or other.published,
            self.more + other.more,
        )


@dataclass(frozen=True)
class Publishing:
    """The patterns that the platforms of an office make; `codes`: each by its spellings, in small letters.
    `later`: a clause about a platform on which it is not, or not yet; `follows`: before
    a clause that says of something made of an event where it was published; `lead`: the words before a title that only
    say that it follows."""

    codes: Mapping[str, str]
    platform: re.Pattern[str]
    told: re.Pattern[str]
    label: re.Pattern[str]
    later: re.Pattern[str]
    follows: re.Pattern[str]
    lead: re.Pattern[str]

    @classmethod
    def of(cls, codes: Mapping[str, str]) -> "Publishing":
        return _patterns(tuple(sorted(codes.items())))

    def parted(self, text: str) -> tuple[Where, str]:
        """Where it was published, and the text with a line break in place of each of those words."""
        text = self.later.sub(rf"\n{_ABSENT}\g<later>\n", text) if _NOT_THERE.search(text) else text
        found, lines, at = Where(), list[str](), 0
        for told in self.told.finditer(text):
            if text.startswith(_ABSENT, text.rfind("\n", 0, told.start()) + 1):
                continue
            found |= self._where(told[0])
            lines.append(text[at : told.start()])
            at = told.end()
        return found, "\n".join([*lines, text[at:]])

    def headed(self, text: str) -> tuple[str, ...]:
        """The platforms that a heading names: "Postingan IG bulan Mei: …"."""
        head, colon, _ = text.partition(":")
        return self._where(head).platforms if colon else ()

    def behind_place(self, line: str) -> str:
        """A line that begins with its places, "Twitter: Tahapan Pemilu", as one that says that it stands there."""
        head, colon, title = line.partition(":")
        telling = colon and title.strip()[:1].isalpha() and self.only(head)
        return f"{title.strip()} posting di {head.strip(EDGES)}" if telling else line

    def shows(self, text: str) -> bool:
        """Whether it is told that something was published, and where."""
        where = self.parted(text)[0]
        return where.published and (where.named or bool(self.platform.search(text)))

    def live(self, text: str) -> bool:
        """Whether something was streamed, and where."""
        return bool(_LIVE.search(text) and self.platform.search(text))

    def by_place(self, text: str) -> Iterator[list[str]]:
        """The text cut behind each place that it names, then cut before each: one way fits where each place stands
        beside words of its own. Nothing where it names one place at most."""
        places = [told for told in self.told.finditer(text) if self.platform.search(told[0])]
        ways = ([told.end() for told in places[:-1]], [told.start() for told in places[1:]])
        for cuts in ways if places[1:] else ():
            yield [text[a:b] for a, b in pairwise([0, *cuts, len(text)])]

    def names(self, text: str) -> bool:
        """Whether it names any place where things are published, or all of them."""
        return bool(self.platform.search(text) or _WHOLLY.search(text))

    def only(self, text: str) -> bool:
        """Whether it names such places and nothing else: "IG, FB dan web"."""
        rest = re.findall(r"[^\W_]+", self.parted(f"posting di {text}")[1])
        return bool(self.platform.search(text)) and not rest

    def spoken(self, line: str) -> Iterator[str]:
        """The platforms that a line names, unless it says where a thing is not, or not yet."""
        if not _NOT_THERE.search(line):
            yield from self._where(line).platforms

    def led(self, line: str) -> Where:
        """Where the words before a title say that it stands: "Konten IG: …"."""
        found = self.lead.match(line)
        return self._where(found[0]) if found else Where()

    def unlabelled(self, line: str) -> str:
        """A line beside a link without the words that only say where the link leads."""
        told = _BLANKS.sub(" ", line)
        return without_edges(told if told.startswith(_ABSENT) else self.label.sub("", told))

    def labelled(self, text: str) -> Where:
        """Where the words say that they stand which `unlabelled` takes off the lines."""
        lines = (_BLANKS.sub(" ", line) for line in text.splitlines() if not line.startswith(_ABSENT))
        found = (self._where(told[0]) for line in lines for told in self.label.finditer(line))
        return reduce(or_, found, Where())

    def _where(self, told: str) -> Where:
        platforms = [self.codes[" ".join(word.casefold().split())] for word in self.platform.findall(told)]
        published, everywhere = bool(_SAYS.search(told)), bool(_WHOLLY.search(told))
        return Where(tuple(platforms), everywhere, published, tuple(_MORE.findall(told)))


@lru_cache(maxsize=64)
def _patterns(codes: tuple[tuple[str, str], ...]) -> Publishing:
    names = either(phrase(word) for word, _ in codes)
    corners = rf"(?:{_CORNER})(?:{_JOINED}(?:{_CORNER}))*"
    one = rf"(?:{corners}\s+)?(?<!\w)(?:{names}|{_SITE})(?!\w)(?:\s+{corners}\b)?"
    run = rf"(?:{_EVERYWHERE}\b|{one}(?:{_JOINED}{one})*)"
    verb = rf"(?:\b{_LINK}\s+)?{_ALREADY}\b(?:{_PUBLISHED})\b{_POLITE}"
    within = "|".join(["di", "d", "ke", "via", "lewat", "melalui", "pada", "platform", *words_for("di")])
    at = rf"(?:\b(?:{within})\b|(?-i:(?<=\s)e(?=\s))|→|->|=>|➡)\s*:?\s*(?:{_MEDIA})?"
    did = rf"(?:^|(?<=[.\n]))[ \t]*(?:akun[ \t]+)?{one}(?:[ \t]+(?!di\b)\w+){{0,3}}?[ \t]+{verb}"
    live = rf"(?:{'|'.join(spellings(_DONE))})\s+live(?=\s+di?\b)"
    # "Konten TikTok hari ini: …".
    posted = rf"(?:{_LISTING}[ \t]+(?:{_POSTING}[ \t]+)?|(?:{_POSTING}|feeds?|story)[ \t]+)(?:di[ \t]+)?"
    heading = rf"(?:^|(?<=\n))[^\w\n]*+{posted}{run}(?=[^.:\n]{{0,30}}[:=])"
    told = (
        rf"(?:{heading}|{did}|{live}|{verb}(?:\s+{at}{run}|\s+{run})?|(?:\b{_ALREADY})?{at}{run}|{one}(?:{_JOINED}{one})+"
        rf"|\(\s*{run}\s*\))"
        rf"{_POLITE}{_OURS}\s*:?"
    )
    coming = rf"{_COMING}\b[^,;\n]*"
    label = (
        rf"^\W*(?:(?:{'|'.join(_ASKING)}|kk)\s+)*(?:ini|(?:berikut|terlampir|bersama)(?:\s+ini)?)\s+{_LINK}\b|^\W*(?:{_REPORTS})?(?:{_LINK}\W*)?(?:{_ALREADY}(?:di\s+)?{run}(?!\s+{coming}))?\s*[:=–-]*\s*(?:{_LINK})?"
        rf"|^\W*(?:{_CORNER})\s*[:=–-]+\W*$|\s*[(\s](?:{run})(?:\s+(?:{either(ONLY)}))?\W*$|(?:\s+di)?\s+(?:dan|serta|sama|sm|&)\W*$|[\s.,]+(?:{_ALREADY}(?:ada\s+)?)?(?:{_LINK}|bisa\s+di(?:baca|lihat|tonton)|(?:berita|video|foto){ITS}|dokumentasi|dok|selengkapnya)(?:\s+(?:ada\s+)?(?:di(?:\s*sini)?|ini|berikut))?(?:\s+(?:dan|sama|sm))?\W*$"
    )
    later = rf",?[ \t]*\b(?P<later>{_FOR}{one}(?:\s*nya)?\s+{coming}|{_WITHOUT}{run})"
    made = rf"(?:\w+nya|(?:kartu\s+)?{MADE}(?:\s+(?!{verb})[\w-]+){{0,8}})"
    follows = rf"[,.;\n][ \t]*(?:(?:dan|serta|untuk|{_THEN})\s)?"
    shown = rf"(?:foto|dokumentasi|liputan|kegiatan|acara|giat)\b(?:\s+(?!{verb}|di\b)[\w&-]+){{0,4}}"
    follows += rf"(?=(?P<made>(?:{made}|{shown})\s+)?"
    things = "|".join(rf"(?<={word}\s)" for word in ("nya", "foto", "dokumentasi", "lengkap"))
    follows += rf"(?:{verb}[^.\n]{{0,40}}?\b{run}|(?:{things})(?:(?:ada|bisa\s+dilihat)\s+)?di\s+{run}))"
    lead = (
        rf"^(?:(?:ini|ada|berikut|info|update)\s+)*{_LEADS}\b(?:\s+(?:{_LEADS}|{_LEADING}|{names}|{_SITE})\b)*+"
        r"\s*(?:\b(?:guys|ga+[ie]*s+|bestie|min|kak|ya+)\b\s*)*(?:[\]:=!]+\s*|[\u2600-\u27bf\U0001f300-\U0001faff\ufe0f]+\s*|$)"
    )
    return Publishing(
        dict(codes),
        re.compile(rf"(?<!\w)(?:{names})(?!\w)", re.IGNORECASE),
        re.compile(told, re.IGNORECASE),
        re.compile(label, re.IGNORECASE),
        re.compile(later, re.IGNORECASE),
        re.compile(follows, re.IGNORECASE),
        re.compile(lead, re.IGNORECASE),
    )
