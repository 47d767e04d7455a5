"""The words around days: labels, joints, weeks, times of day, and what makes a number no day; patterns, no meaning."""

import re

from handlers.reading.daerah.negation import NOT
from handlers.reading.daerah.tables import days, words_for
from handlers.reading.dates.calendar import DAY_IN_WORDS, MONTH, MONTH_NUMBER, NUMBER, ORDINALS, WEEKDAY, YEAR_IN_WORDS
from renderers.indonesian import BULAN

GAP = r"[^\S\n]*"
TIME_OF_DAY = (
    r"(?:pagi|pgi|pg|siang|sore|petang|mal[ae]m|mlm|subuh|[ei]suk|enjing|beurang|sonten|peuting|bengi|wengi|dalu)"
)
# Also "kelmarin", "kamareng", "kalamaring", "kemarek"; "kemari" is no day.
YESTERDAY = r"k[aeu]?(?:l[ae]?)?m[ae]?r[ei](?:ng?|k)|kmrn"
# "2 hari yl."
_LAST = r"(?:(?:(?:yang|yg)\s+)?(?:lalu|silam)|yl{1,2}\b)"
PAST = rf"lalu|yl{{1,2}}|{YESTERDAY}|silam|tadi|sebelumnya|wingi|kepungkur|kamari"
COMING = "depan|besok|bsk|nanti|mendatang"
DIRECTION = rf"(?:(?:yang|yg)\s+)?(?:{PAST}|ini|{COMING})"
LABEL = (
    r"(?:(?:hari\s*[/,&]?\s*(?:dan\s+)?)?(?:tggl|tgl|tanggal)\b(?:\s*/\s*(?:jam|waktu|pukul)\b)?[\s*_]*[:.=;]?[\s*_]*"
    r"|hari[\s*_]*[:=;][\s*_]*)"
)
UNTIL = (
    r"\s*(?:s\s?/\s?d|s\.\s?d\.?|s\.?d\.?|sampai(?:\s+(?:dengan|dgn|dg))?|smp|sa?mpe|hingga"
    rf"|{'|'.join(words_for('sampai'))})(?![^\W\d_])\s*"
)
# Before an hour.
CLOCK = rf"(?:jam|jm|pukul|pkl|pk|{'|'.join(words_for('jam'))})(?:\b\.?|(?=\d))"
DASH = rf"(?:{UNTIL}|{GAP}[-–—~→]{GAP})"
AND = rf"{GAP}(?:,{GAP}(?:dan|serta|&)|,|&|\+|(?:dan|serta)\b){GAP}"
FULL_WEEKDAY = (
    r"senn?[ie]n|selasa|salasa|rabu|rebb?o|k[ae]mm?is|jum['’‘`´]?at|jumaat|sa[bp]tu|ahad"
    r"|(?<=hari )minggu|(?<=pada )minggu|minggu(?=\s+(?:pagi|siang|sore|malam)\b)"
    r"|(?:(?<=pagi )|(?<=sore ))minggu(?!\s+(?:ini|lalu|depan|lusa))"
    r"|(?<![^\n])minggu(?=\s*:)|(?:(?<=, )|(?<=,  ))minggu(?=\s*(?:[,.;)\n]|$))"
)
# Before a number that is no hour, behind a weekday: "malam Senin 9 September".
NO_DATE = r"(?![\s,]*\d\d?(?![.:\d]|\s+(?:lewat|lwt|kurang)\b))"
PASARAN = r"legi|pahing|pon|wage|kliwon"
_NIGHT, _EARLIER = r"(?:bengi|wengi|dalu|peuting)", r"(?:mau|wau|tadi|td)"
# Words of the languages that are spoken beside Indonesian; "mau" alone is Indonesian, and "isuk" no day everywhere.
_REGIONAL: tuple[tuple[str, int], ...] = (
    (rf"(?:wingi|kamari)\s+{_NIGHT}|{_EARLIER}\s+{_NIGHT}|{_NIGHT}\s+{_EARLIER}", -1),
    (rf"{_EARLIER}\s+(?:isuk|esuk|enjing|awan|beurang|sonten)", 0),
    # Javanese.
    (r"wingenane", -2),
    (rf"(?:(?:kala|kolo)\s?)?wingi(?:nane)?(?:\s+{TIME_OF_DAY})?", -1),
    (r"saiki|saki?niki|samenika|(?:dinten|din[ao])\s+(?:niki|menika|punika|iki)|iki\s+mau", 0),
    # Sundanese.
    (r"mangkukna", -2),
    (rf"kamari(?:na)?(?:\s+{TIME_OF_DAY})?", -1),
    (r"ayeuna|(?:dinten|poe|powe)\s+(?:ieu|ayeuna)", 0),
    # Madurese.
    (r"(?:ba)?b[ae]ri['’‘`´]", -1),
    (r"(?:are\s+)?sateya", 0),
    # Balinese.
    (r"dibi", -1),
    (r"(?:(?:dina|rahina)\s+)?mangkin|rahina\s+puniki", 0),
    # Minang, Malay of the east, Acehnese, Makassar, Batak, Banjar.
    (r"kapatang|kalamareng|baroe|subangi|nantoari", -1),
    *((rf"(?:{words})(?:\s+{TIME_OF_DAY})?", day) for words, day in days()),
    (r"ari\s+i?ko|uroe\s+nyoe|allo\s+anne|sadari\s+on|wahini", 0),
)
TOMORROW = (
    r"besok|bsk|esok|ngesuk|besuk|mbesuk|sesuk|mbenj[ai]ng|isukan|lagguna|buin\s+mani|bisuak|singoh|ammuko|marsogot"
)
# Words, and how many days from today the day lies that they mean.
RELATIVE: tuple[tuple[str, int], ...] = (
    *_REGIONAL,
    (rf"(?:{YESTERDAY})\s+(?:lusa|dulu|dolo)|lusa\s+(?:{YESTERDAY})", -2),
    (rf"(?:{YESTERDAY})(?:\s+{TIME_OF_DAY})?", -1),
    (r"semal[ae]m|smlm|smalam|t(?:a?di|d)\s+(?:mal[ae]m|mlm)|(?:mal[ae]m|mlm)\s+t(?:a?di|d)", -1),
    (
        rf"(?:hari|hr|hri|{TIME_OF_DAY})\s+(?:ini|ni)|ini\s+hari|{TIME_OF_DAY}\s+t(?:a?di|d)|t(?:a?di|d)(?:\s+{TIME_OF_DAY})?|barusan",
        0,
    ),
    (rf"(?:{TOMORROW})(?:\s+{TIME_OF_DAY})?", 1),
    (r"(?:besok\s+)?lusa", 2),
)
NEAR = "|".join(pattern for pattern, days in RELATIVE if days <= 0)


def distance(words: str) -> int:
    """How many days from today the words of RELATIVE are."""
    return next(days for pattern, days in RELATIVE if re.fullmatch(pattern, words, re.IGNORECASE))


def unnamed(pattern: str) -> str:
    """A pattern without the names of its groups, so that it fits beside others."""
    return re.sub(r"\(\?P<\w+>", "(?:", pattern)


def month_distance(which: str | None) -> int | None:
    """How many months from now "bulan lalu" and its like are, by their last word."""
    return {"": None, "ini": 0, "depan": 1}.get((which or "").casefold(), -1)


_OTHER_WEEKDAY = rf"(?:{DASH}|{AND}|/)(?P<weekday_b>{WEEKDAY})\b\.?"
_PART = rf"(?:\s+{TIME_OF_DAY}(?=[\s,(]+\d))?"
WEEKDAYS = rf"(?:(?P<weekday>{WEEKDAY})\b\.?(?:\s+(?:{PASARAN})\b)?{_PART}(?:{_OTHER_WEEKDAY})?[\s,./*_]*)"
BEFORE_DAY = re.compile(
    rf"(?:(?P<near>{NEAR})\b[\s,/]*)?(?:(?:(?:bulan|bln)\s+)?(?P<month>{MONTH})\b\.?\s+(?=tgl\b|tanggal\b|\d\d?,?\s+20\d\d(?![\d.])))?"
    rf"(?:(?:bulan|bln)\s+(?P<which>{PAST}|ini)[\s,]+(?=tgl\b|tanggal\b))?"
    rf"(?P<label>{LABEL})?(?:hari\s+)?{WEEKDAYS}?(?P<bracket>\()?(?P<label_b>{LABEL})?",
    re.IGNORECASE,
)
DAY = re.compile(rf"(?P<figures>\d{{1,2}})(?!\d)|(?P<words>{DAY_IN_WORDS})\b", re.IGNORECASE)
YEAR_FIRST = re.compile(
    r"(?P<year>20\d\d)(?P<sign>[-/.])(?P<month>0?[1-9]|1[0-2])(?P=sign)(?P<day>0?[1-9]|[12]\d|3[01])(?![\d/])"
)
ISO = re.compile(r"(?P<year>20\d\d)(?P<sign>-?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)(?!\d)")
COMPACT = re.compile(r"(?P<day>0[1-9]|[12]\d|3[01])(?P<month>0[1-9]|1[0-2])(?P<year>20\d\d)(?![\d/-]|\.\d)")
ROMANS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
# "23-VI-2022"; "12/VI/KPU/2022" is the number of a letter.
IN_ROMAN = re.compile(
    rf"{GAP}(?P<sign>[-/.]){GAP}(?P<month>{'|'.join(ROMANS)}){GAP}(?P=sign){GAP}(?P<year>20\d\d|\d\d)(?![\d/-]|\.\d)",
    re.IGNORECASE,
)
# Before the number of a letter, of which a month in Roman figures is a part.
LETTERED = re.compile(
    r"\b(?:surat|undangan|sk|nota|spt|st|sprin|keputusan|edaran|se|berita\s+acara|ba|no|nomor|nmr)\b[\s.:]*$",
    re.IGNORECASE,
)
# Blanks may stand around a stroke; behind a full stop they begin another sentence ("tgl 5. 09.00 apel").
_SIGN = rf"(?<!\s\.)(?:(?<!\.){GAP})?"
IN_FIGURES = re.compile(
    rf"{GAP}(?P<sign>[-/.]){_SIGN}(?P<month>\d{{1,2}})(?!\d){GAP}(?P=sign){_SIGN}(?P<year>\d{{4}}|\d{{2}})(?!\d)"
)
MONTH_IN_FIGURES = re.compile(rf"{GAP}(?P<sign>[-/.]){_SIGN}(?P<month>\d{{1,2}})(?!\d)")
MONTH_IN_WORDS = re.compile(
    rf"{GAP}[-/.]?{GAP}(?:(?:(?:bulan|bln)\s+)?(?P<month>{MONTH})(?:\b|(?=20\d\d(?!\d)))\.?|(?:bulan|bln)\s+(?P<number>0?[1-9]|1[0-2]|{MONTH_NUMBER})\b)",
    re.IGNORECASE,
)
_YEAR = r"(?:tahun|thn|th)\b\.?"
YEAR = re.compile(
    rf"(?:[\s,/-]{{0,3}}(?:{_YEAR}\s+)?(?P<year>\d{{4}})|(?:[^\S\n]|[-/])?(?P<short>(?:(?<=[^\w.])|')\d{{2}}))(?!\d|[.:]\d)"
    rf"|{GAP}(?:{_YEAR}\s+)?(?P<words>{YEAR_IN_WORDS})\b"
    rf"|{GAP}(?:(?P<count>se|\d\s?|(?:{NUMBER})\s+))?{_YEAR}\s+(?:(?:yang|yg)\s+)?(?P<ago>{PAST}|ini)\b",
    re.IGNORECASE,
)
SLASHED = re.compile(rf"/(?P<day>\d{{1,2}})(?=(?:/\d{{1,2}}){{0,5}}[^\S\n]*(?:{MONTH})\b)", re.IGNORECASE)
WORD = re.compile(r"[^\S\n]*(?P<word>[^\W\d_]{4,12})\b")
QUALIFIED = re.compile(
    rf"\)?\s+(?:(?:yang|yg)\s+)?(?:(?P<past>{PAST})\b|(?P<ahead>{COMING})\b|(?P<this>ini)\b(?!\s+hari)"
    rf"|(?P<month>bulan|bln)\s+(?:(?:yang|yg)\s+)?(?P<which>{PAST}|ini|depan)\b)",
    re.IGNORECASE,
)
WEEKDAY_AFTER = re.compile(rf"{GAP}(?:[,/(]{GAP}(?:hari\s+)?)(?P<weekday>{WEEKDAY})\b(?P<close>\))?", re.IGNORECASE)
OR = r"\s+(?:atau|ato|atw)\s+"
JOINT = re.compile(rf"(?P<until>{DASH})|(?P<also>{AND}|{OR})", re.IGNORECASE)
BEFORE_NEXT = re.compile(
    rf"(?P<label>{LABEL})?(?:hari\s+)?(?:(?P<weekday>{WEEKDAY})\b\.?[\s,./]*)?\(?(?P<label_b>{LABEL})?", re.IGNORECASE
)
# A number before one of these words counts something.
COUNTED = re.compile(
    r"[^\S\n]*(?:-?an\b|foto|orang|org|peserta|siswa|mahasiswa|mhs|pemilih|anggota|warga|link|lembar|jam(?!\s*:?\s*\d)|menit|hari|bagian|personil|personel"
    r"|kali|buah|unit|kpps|tps|kelurahan|desa|kecamatan|pengurus|tamu|undangan|dus|kotak|surat|berkas|dokumen|%|m2?\b|km\b|kg\b)",
    re.IGNORECASE,
)
# A number behind one of these words is the number of a thing, a share or an hour.
NUMBERED = re.compile(
    r"(?:\b(?:tps|rt|rw|no|nomor|nmr|skor|juara|rasio|jam|pukul|pkl|kelas|km|hal|halaman|pasal|ayat|uu|pkpu|sk|nip|tel|telp|telepon"
    r"|hp|wa|rp|blok|lantai|lt|ruang|gedung|nilai|tahap|sesi|angkatan|gelombang|kelompok|regu|semester|smt|triwulan|tw|divisi|dapil|seri|versi|skala|hasil"
    r"|sdn?|smpn?|sman?|smkn?|mtsn?|man|sebanyak|total|jumlah|sekitar)|#)[.:]?\s*$",
    re.IGNORECASE,
)
# A house whose name may end in a number, up to there: "SMK Y ".
NUMBERED_HOUSE = re.compile(
    r"\b(?:sdn?|smpn?|sman?|smkn?|smanegeri|mtsn?|mts|man|min|mi|ma|ra|tk|paud|slb|madrasah|sekolah"
    r"|posyandu|aula|ruang(?:an)?|gedung|lantai|kelas|pos|dapil)\b\.?"
    rf"(?:[^\S\n]+(?!(?:{WEEKDAY}|tanggal|tgl|hari|pada|mulai|dari|sejak)\b)[^\W\d][\w.'-]*){{0,4}}[^\S\n]+$",
    re.IGNORECASE,
)
NAMED_BY_NUMBER = re.compile(r"(?:\b[A-Z]{2,}|" + NUMBERED.pattern.removesuffix(r"\s*$") + r")\s*$")
# Behind one of these a number with a point is a measure ("nilai 8.30"), or that of a thing though no hour stands apart.
MEASURE = re.compile(
    r"\b(?:nilai|indeks|ipk|ip|skor|sebesar|seluas|panjang|lebar|berat|suhu|rata-rata|angka|harga|senilai|bab|butir|huruf|skala)"
    r"(?:\s+(?:akhir|sementara))?\W*$",
    re.IGNORECASE,
)
NUMBER_OF = re.compile(
    r"\b(?:hari|selama|menginap|tanggal|tgl|kpps|pps|ppk|dapil|blok|gang|jalan|jl|poin)\W*$", re.IGNORECASE
)
NAME_BEFORE = re.compile(rf"[^\W\d_]\s+(?!(?i:{WEEKDAY}|minggu|{MONTH})\b)[A-Z][^\W\d_]*\s+$")
# The last thing of a tally has its number behind it: "foto 3, link 1 minggu lalu".
TALLIED = re.compile(r"\d\s*[,;&]?\s*(?:dan\s+)?[^\W\d]+\s+$")
CLOCK_GOES_ON = re.compile(r"[.:]\d")
# "Ba'da Jumat" is an hour, and "Pasar Rebo" a place.
NO_DAY_BEHIND = re.compile(r"\b(?:ba['’‘`´]?da|bakda|s[hy]?[ao]lat|pasar|(?:se)?tiap(?:\s+hari)?)\s+$", re.IGNORECASE)
# Behind several numbers without a label: "2 s/d 4 bulan ini".
THIS_MONTH = re.compile(r"\s+(?:bulan|bln)\s+ini\b", re.IGNORECASE)
FROM = re.compile(r"\b(?:dari|mulai|sejak)\s+$", re.IGNORECASE)
# Before the first day of what may go on since.
SINCE = re.compile(
    r"\b(?P<since>sejak|terhitung(?:\s+(?:sejak|mulai))?|mulai|dimulai|dari)\s+(?:(?:pada|hari)\s+)?$", re.IGNORECASE
)
# Behind a day that goes on to another part of it: "dari tadi pagi sampai sore".
LASTS = re.compile(rf"{UNTIL}{TIME_OF_DAY}\b", re.IGNORECASE)
AGO = (
    rf"(?P<n>se|\d{{1,3}}|{NUMBER}){GAP}(?P<unit>hari|hr|minggu|mgg|pekan|bulan|bln)"
    rf"\s+{_LAST}"
)
WEEK = r"(?:minggu|mggu|mgg|pekan)"
VAGUE = (
    rf"weekend\s+{DIRECTION}|(?:tempo|kapan)\s+hari|beberapa\s+(?:hari|minggu|pekan|waktu)\s+{_LAST}"
    rf"|(?:{YESTERDAY})(?:[\s-]+(?:{YESTERDAY})|2)"
    rf"|(?:awal|pertengahan|akhir)\s+(?:{WEEK}|bulan|bln)\s+{DIRECTION}"
    rf"|(?:awal|pertengahan|akhir)\s+(?:(?:bulan|bln)\s+)?(?:{MONTH})\b\.?\s+(?:(?:yang|yg)\s+)?(?:{PAST})"
    rf"|(?:awal|pertengahan|akhir)\s+(?:bulan\s+)?(?:{'|'.join(BULAN)})"
    rf"|{WEEK}\s+(?:ke-?\s?\d|{'|'.join(ORDINALS)}|terakhir)(?:\s+(?:bulan\s+)?(?:{'|'.join(BULAN)}))?"
)
# "Hari ini mah kosong": a day on which nothing was.
IDLE = re.compile(
    r"(?:hari|hri|hr)\s+(?:ini|ni)\s*[:=-]?\s*(?:(?:mah|sih|ya|masih|memang|kita|kami|kantor)\s+)*"
    rf"(?:kosong|libur|nihil|off|(?:{NOT}|belum|blm)\s+ada(?:\s+(?:kegiatan|giat|acara|agenda))?)"
    r"(?=\s*(?:[.,;!)\n]|$))",
    re.IGNORECASE,
)
# Days of a name, such as "Jumat Bersih" and "Jumat Agung".
OCCASION = re.compile(
    r"[^\S\n]+(?:bersih|berkah|barokah|sehat|agung|curhat|religi|ceria|mengaji|krida)\b(?!-)", re.IGNORECASE
)
# "Apel Senin" is the name of what is held every week, and was held on that Monday.
ROUTINE = re.compile(
    r"\b(?:apel|upacara|senam|kerja\s+bakti|kajian|yasinan|tadarus|piket|rapat\s+staf)[^\S\n]+$", re.IGNORECASE
)
# Between two days of which each is told in words of its own: "tgl 9 sampai kemarin", "kemarin dan hari ini".
BETWEEN = re.compile(rf"(?P<until>{DASH})|(?P<also>{GAP}(?:dan|serta|sama|&)\b{GAP})", re.IGNORECASE)
# Before the first of several days: "tiga hari sejak Senin".
LASTING = re.compile(
    rf"\b(?:selama\s+)?(?P<n>\d|{NUMBER})\s*(?:hari|hri|hr)(?:\s+berturut[\s-]*turut)?,?"
    r"\s+(?:dari|dr|sejak|sjk|mulai|terhitung)\s+(?:hari\s+)?$",
    re.IGNORECASE,
)
