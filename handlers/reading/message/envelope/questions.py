"""Talk that is no report though it speaks of events: questions, and what is still to come."""

import re

from handlers.reading.dates.wordings import TOMORROW
from handlers.reading.editor.tables import either
from handlers.reading.message.events.vocabulary.heads import HEADS

_ASKING = (
    r"(?:si)?apa(?:kah)?|mana|ad[ao]\s+(?:nggak|ngga|enggak|gak|ga|tidak|tdk|ndak|ra|teu)|di\s*mana|kapan(?!\s+hari\s)"
    r"|berapa|brp|bagaimana|bgmn?|gimana|gmn|kenapa|knp|mengapa|kok|bisakah"
)
_SPOKEN_TO = "pak|bu|min|mas|mbak|kak|maaf|permisi|bot|eh"
_ASKS = re.compile(rf"^\W*(?:(?:{_SPOKEN_TO})\b\W*)*(?:{_ASKING})\b(?!\W{{0,3}}[:=])", re.IGNORECASE)
_ORDERS = re.compile(
    rf"^\W*(?:(?:{_SPOKEN_TO})\b\W*)*(?:tolong|tlg|minta|mohon|mhn|coba)\s+(?:di)?"
    r"(?:(?:cari|lihat|tampil|buat|bikin|hitung)(?:kan|in)?\b"
    r"|(?:cek|periksa|unduh|download|print|cetak|rekap)(?:kan|in|lah)?\s+(?:(?:se)?(?:mua|luruh)\s+|data\s+)?"
    r"(?:laporan|rekap\w*|kegiatan|konten|medsos|catatan|nomor|no|hasil)\w*\b(?![^\n]*[:=]))",
    re.IGNORECASE,
)
# Who answers says what is done about reports: "siap bu, sudah kami input semua".
_ANSWERS = re.compile(
    r"^\W*(?:siap|baik|oke?|nggih|inggih|iya|ya|sip)\b\W*(?:(?:pak|bu|bapak|ibu|min|kak|mas|mbak|bang|ndan|komandan|pimpinan)\b\W*)*"
    r"(?:(?:sudah|sdh|udah|udh|telah|akan|nanti|segera|besok|ini)\s+){0,2}(?:(?:kami|saya|sy|kita|aku)\s+)?(?:(?:sudah|sdh|akan|segera)\s+)?"
    r"(?:di)?(?:input|lapor|kirim|upload|catat|isi|lengkapi|perbaiki|koreksi|tambah|susul|tindak\s?lanjut|laksanakan|sampaikan)\w*"
    r"(?:\s+(?:semua\w*|ya|pak|bu|min|lagi|ulang|kembali|segera|datanya|laporannya|fotonya))*\W*$",
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
# A title may ask, in quotes or behind a colon.
_TITLE = re.compile(r"[\"“][^\"”\n]*[\"”]|:(?!//)[^\n]*")
_OF_POSTINGS = re.compile(
    r"\b(?:apa(?:kah)?|boleh(?:kah)?|perlu(?:kah)?|bisa(?:kah)?|kok|kenapa|knp|belum|blm|blum|ga|gak|nggak?|enggak|tidak|tdk|berapa|brp"
    r"|kapan|gimana|gmn|bagaimana|siapa|mana|juga)\b[^.!\n]{0,60}\?\W*(?:(?:pak|bu|min|kak|ya+|makasih|mksh)\b\W*)*$",
    re.IGNORECASE,
)
# "Laporan saya kok jadi dua ya".
_WONDERS = re.compile(
    r"^(?=.{0,110}$)(?:.*\b(?:laporan|data|catatan|rekap|nama|foto|konten|yang|yg)\w*\b[^.\n]{0,50}\bkok\b|.*\bkok\b[^.\n]{0,40}\b(?:ya+|sih|min)\W*$)",
    re.IGNORECASE,
)
# A question may end in its word: "foto pelantikan mana".
_ASKS_LAST = re.compile(r"\b(?:mana|kapan|berapa|brp|siapa)(?:\W+(?:ya+|nih|sih|min|pak|bu|nggih))*\W*$", re.IGNORECASE)
# Who reports may have forgotten it.
_FORGOTTEN = re.compile(
    r"\b(?:lupa|(?:tidak|tdk|ga|gak|ngga|nggak|kurang|ndak|dak|ora)\s+(?:ingat|inget|eling))\s+(?:persis\w*\s+)?"
    r"(?:tanggal|tgl|hari|jam|pukul)(?:nya)?(?:\s+(?:berapa|brp|apa|mana|kapan))?\b",
    re.IGNORECASE,
)
_SUMMONS = r"(?:(?:di)?harap(?:kan)?|(?:di)?mohon(?:kan)?|dimohon)\s+(?:untuk\s+)?(?:hadir|kehadiran|kesediaan)(?:nya)?"
# "Kemarin lusa" is past, and what "sempat ditunda" has been held in the end.
_TO_COME = (
    rf"{TOMORROW}|(?:jangan|jgn)\s+(?:sampai\s+)?(?:lupa|t[ea]lat|terlambat)|wajib\s+(?:hadir|ikut)|{_SUMMONS}"
    r"|(?<!kemarin )(?<!kemaren )(?<!kmrn )(?<!kmren )lusa(?!\s+kemar[ei]n)|(?:minggu|pekan|bulan)\s+depan"
    r"|(?:nanti|ntar)\s+(?:pagi|siang|sore|malam|jam|pukul|pkl)|diberitahukan|disampaikan\s+undangan|(?:meng|di)undang\s+(?:seluruh|semua|bapak|rekan)"
    r"|(?<!sempat )(?<!yang )(?<!yg )di(?:tunda|undur|majukan|batalkan|tiadakan)"
    r"|(?:tolong|mohon|tlg|harap)\s+(?:di)?(?:kirim|teruskan|sampaikan|siapkan|umumkan|bagikan)(?:kan)?"
)
_FIRST = (
    r"(?:ini\s+)?(?:foto|dokumentasi|laporan|video)\w*\b[^.,;\n]{0,40}(?:,\s*)?\b(?:menyusul|nyusul)\b"
    r"|(?:foto|dokumentasi|video)\w*\b[^.,;\n]{0,40}\b(?:masuk|di(?:kirim|share|taruh|simpan)|ada)\s+(?:(?:ke|di)\s+)?(?:gr[ou]u?p|wa|drive)\b"
    r"|(?:(?:sudah|sdh|udah|lah|la|so|baru|ini)\s+)?(?:sampai|sampe|nyampe|otw)\s+(?:di|ke)\s+(?:\w+\W*){1,5}$"
    r"|(?:rencana|jadwal)\b"
)
# What was not held, who does not come, and where a file or a meeting is found.
_NOT_HELD = re.compile(
    r"^[^.;\n]{0,60}?\b(?<!sempat )(?<!yang )(?<!yg )(?:rapat|rakor|apel|senam|acara|kegiatan|giat|audiensi|pleno"
    r"|sosialisasi)(?:nya)?\s+(?:(?:hari|ini|tadi|pagi|siang|tsb)\s+){0,2}(?:di|jadi\s+)?batal(?:kan)?\b"
    r"|^[^.;\n]{0,80}?\b(?:diganti\s+(?:hari\s+)?(?:besok|lusa)|(?:yang|yg)\s+(?:akan\s+)?(?:hadir|ikut|berangkat|datang)\s+nanti)\b"
    r"|^\W*(?:(?:pak|bu|mohon|maaf|min|saya|sy|kami)\W+)*(?:izin|ijin)\s+(?:tidak|tdk|gak?|nggak|ngga|belum)\s+"
    r"(?:bisa\s+|dapat\s+)?(?:ikut|hadir|masuk|mengikuti|menghadiri)\b"
    r"|^\W*(?:(?:ini|berikut)\s+)?(?:link\s*(?:zoom|g?meet|google\s+meet|teams|g?drive)"
    r"|(?:dokumentasi|foto|file|video|materi)\w*\s[^.;\n]{0,40}\bdi\s+(?:google\s+|g)?drive)\b",
    re.IGNORECASE,
)
# Behind it the day to come is only the next one: "wawancara selesai dilaksanakan; besok diplenokan".
_HELD = re.compile(
    r"\b(?:(?:telah|tlh|sudah|sdh|selesai)\s+(?:di(?:laksanakan|gelar|adakan|selenggarakan|lakukan)|terlaksana|berlangsung)"
    r"|(?:tadi|td)\s+(?:pagi|siang|sore|malam|jam|pukul|pkl)|barusan)\b",
    re.IGNORECASE,
)
_ANNOUNCES = re.compile(rf"^\W*(?:{_FIRST})|\b(?:{_TO_COME})\b", re.IGNORECASE)
# What goes on then has been held.
_GOES_ON = re.compile(r"(?<=[.,;] )(?:di|ber)?lanjut(?:kan|an)?\s+(?:lagi\s+)?$", re.IGNORECASE)
# What somebody has promised for then came of what was held.
_PROMISED = re.compile(r"[.;,\n][^.;\n]{0,40}\b(?:di)?janji\w*\s[^.;\n]{0,30}$", re.IGNORECASE)
# A day to come behind a sentence about what is past is only what follows from it.
_FOLLOWS = re.compile(rf"(?:{TOMORROW}|lusa|(?:minggu|pekan|bulan)\s+depan)", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:(?:telah|tlh|sudah|sdh|udah|udh)\s+\w+|kemar[ei]n|kmrn|(?:yang|yg|minggu|senin|selasa|rabu|kamis|jumat|sabtu)\s+lalu"
    r"|tadi)\b[^.;\n]*[.;\n]|\b(?:mengikuti|menghadiri|melaksanakan|mengadakan|menerima)\b[^.;\n]*[.;\n]"
    rf"|\b(?:hari|hr)\s+ini\s+(?:(?:cuma|hanya|ada|baru|kami|kita|cm)\s+){{0,2}}(?:{either(HEADS)})\b[^.;\n]*[,.;\n]",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Whether the words are a question, which tells of nothing."""
    text = _FORGOTTEN.sub(" ", text)
    return any(
        (
            _ASKS.match(text),
            _SEARCHES.match(text),
            _BEGS.match(text),
            _WONDERS.match(text),
            _ORDERS.match(text),
            _ANSWERS.match(text),
            _ASKS_LAST.search(text),
            _SIGN.search(text),
        )
    )


def asks_of_postings(text: str) -> bool:
    """Whether words about a posting are a question, and do not only have one for its title."""
    return bool(_OF_POSTINGS.search(_TITLE.sub(" ", text)))


def announces(text: str) -> bool:
    """Whether the words are about what is still to come, rather than end in it, or about what was not held."""
    return bool(_NOT_HELD.search(text)) or any(not _told(text, found) for found in _ANNOUNCES.finditer(text))


def _told(text: str, found: re.Match[str]) -> bool:
    """Whether it stands before the words about what is to come that something was held."""
    held = any(one.search(text, 0, found.start()) for one in (_HELD, _GOES_ON, _PROMISED))
    return held or bool(_FOLLOWS.fullmatch(found[0]) and _PAST.search(text, 0, found.start()))
