"""Labels of the forms that groups use, by the field that they name."""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from handlers.reading.daerah.tables import meaning
from handlers.reading.editor.abbreviations import ABBREVIATIONS
from handlers.reading.editor.tables import either, table

LABELS = {
    "nama": """nama kegiatan|nama acara|nama agenda|nama giat|judul kegiatan|judul acara|jenis kegiatan|bentuk kegiatan
        kegiatan|keg|kgt|giat|acara|agenda|nama|perihal|what|event|kegiatan yang dilaksanakan|apa
        tema kegiatan|tema acara""",
    "tanggal": """hari|tanggal|tgl|tggl|hari tanggal|hari tgl|hari dan tanggal|hari pelaksanaan|tanggal pelaksanaan
        tgl pelaksanaan|tanggal kegiatan|tgl kegiatan|pelaksanaan|hari tgl jam|hari tgl pukul|hari tgl waktu
        hari tanggal jam|hari tanggal pukul|hari tanggal waktu|tanggal waktu|tanggal dan waktu|tanggal jam
        hari tanggal pelaksanaan|kapan|kpn|kpan|when|date
        tanggal tayang|tgl tayang|tanggal posting|tanggal upload|waktu tayang|tayang""",
    "waktu": """waktu|pukul|pkl|jam|wkt|time|waktu pelaksanaan|waktu kegiatan|jam pelaksanaan|pukul jam|jam pukul
        mulai|dimulai|jam mulai|waktu pukul|waktu jam""",
    "tempat": """tempat|tmpt|tmp|tpt|lokasi|lok|tempat kegiatan|tempat pelaksanaan|lokasi kegiatan|bertempat
        bertempat di|alamat|venue|titik lokasi|tempat lokasi|lokasi pelaksanaan|tempat acara|di mana|dimana
        di mn|dmn|dmna|dimn|where|place|ruang|ruangan|ruang rapat|tempat ruangan|di""",
    "peserta": """peserta|jumlah peserta|jml peserta|hadir|dihadiri|dihadiri oleh|yang hadir|yg hadir|yang ikut|yg ikut
        undangan|personil|personel|jumlah hadir|jumlah yang hadir|peserta yang hadir|peserta kegiatan|kehadiran
        turut hadir|tamu undangan|undangan yang hadir|unsur yang hadir|peserta rapat|yang diundang|yg diundang
        daftar hadir|diikuti|diikuti oleh|yang mengikuti|sasaran|audiens|siapa|siapa saja|siapa yang ikut
        siapa yang hadir|who|jumlah personil|jumlah personel|utusan|delegasi|berapa orang""",
    "instansi": """mitra|instansi|mitra instansi|instansi mitra|bersama|lembaga|pihak|pihak terkait|pihak yang terlibat
        yang terlibat|kerja sama|kerjasama
        bekerja sama dengan|nama instansi|nama mitra|stakeholder|tamu|tamu dari|instansi terkait|asal instansi
        dengan|dgn|sama|bareng|brg|bersama dengan|dengan siapa|bersama siapa|sama siapa
        undangan dari|mitra kerja
        with|penyelenggara|diselenggarakan oleh|mengundang|pengundang|yang mengundang|tuan rumah
        dari|asal|sekolah|nama sekolah|kampus|nama kampus""",
    "keterangan": """keterangan|ket|notes|hasil|hasil kegiatan|hasil rapat|uraian|uraian kegiatan|pembahasan|materi|isi
        catatan|tema|topik|isi kegiatan|deskripsi|ringkasan|rangkuman|pokok bahasan|bahasan|kesimpulan|rincian|tujuan
        maksud dan tujuan|hasil pembahasan|mengapa|kenapa|bagaimana|uraian singkat|hasil yang dicapai
        hasil pelaksanaan""",
    "judul": "judul|judul konten|nama konten|judul postingan|judul berita|judul video",
    "platform": "platform|akun|medsos|media sosial|kanal|tayang di|akun medsos",
    "jenis": "jenis|jenis konten|bentuk konten|format konten",
    "tautan": "tautan|link|url|link postingan|link berita|link konten|tautan berita|tautan konten|alamat link",
    "jumlah": "jumlah|jml|jumlah konten|jumlah postingan|total postingan|banyaknya",
}
# They are labels only before a colon: else they begin a sentence, or name another field.
_MARKED = """
    sama|bareng|brg
    apa|perihal|jenis kegiatan|bentuk kegiatan|kegiatan yang dilaksanakan|pelaksanaan|kapan|tayang|mulai|dimulai
    di mana|dimana|di mn|dmn|dmna|dimn|kpn|kpan|ruang|ruangan|ruang rapat|utusan|delegasi
    undangan|sasaran|audiens|siapa|siapa saja|pihak|tamu|tamu dari|penyelenggara|mengundang|pengundang|yang mengundang
    tuan rumah|dari|asal|sekolah|nama sekolah|kampus|nama kampus
    uraian|catatan|isi|tujuan|rincian|mengapa|kenapa|bagaimana
"""


def _phrases(table: str) -> list[str]:
    return [" ".join(phrase.split()) for phrase in table.replace("\n", "|").split("|") if phrase.strip()]


FIELDS = {phrase: field for field, table in LABELS.items() for phrase in _phrases(table)}


def opening(field: str) -> str:
    """A pattern of the labels of a field that need no colon: "tempat aula"."""
    told = (phrase for phrase in _phrases(LABELS[field]) if phrase not in _phrases(_MARKED))
    return either(told).replace(" ", r"[\s/,&]+")


# How labels alone are shortened, and words that stand beside a label and change nothing.
SHORT_LABELS = {
    "nm": "nama",
    "giat": "kegiatan",
    "hr": "hari",
    "dinten": "hari",
    "dina": "hari",
    "poe": "hari",
    "waktos": "waktu",
    "wayah": "waktu",
    "panggonan": "tempat",
    "panggenan": "tempat",
    "papan": "tempat",
    "hri": "hari",
    "jm": "jam",
    "hsl": "hasil",
    "dr": "dari",
    "ps": "peserta",
    "sp": "siapa",
    "spa": "siapa",
    "pnyelenggara": "penyelenggara",
    "penyelngg": "penyelenggara",
    "penylenggara": "penyelenggara",
}
BESIDE_LABELS = {"yang", "kita", "kami", "nya", "nih", "tadi", "tersebut", "dari", "hadir"}
# They name an event only where no other label does: beside one they name a person or a letter.
WEAK_NAMES = {"nama", "perihal", "jenis kegiatan", "bentuk kegiatan"}
SIGNS = (
    dict.fromkeys("📍🏠🏫🏟🗺🏨", "tempat")
    | dict.fromkeys("📅📆🗓", "tanggal")
    | dict.fromkeys("⏰⌚⏱⏲🕰⏳⌛🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛", "waktu")
    | dict.fromkeys("👥👷👮👫👪🧑👨", "peserta")
    | {
        "🎯": "keterangan",
        "✍": "keterangan",
        "🏛": "instansi",
        "🏢": "instansi",
        "🤝": "instansi",
        "📝": "keterangan",
        "🔗": "tautan",
    }
)
# A pin shows the place, unless another one does: then it shows the thing itself.
PIN, PLACED = "📌", "📍"
ALL_SIGNS = "".join(SIGNS) + PIN
# They ask that something be done with what stands below.
ASKED = re.compile(
    r"(?:(?:mohon|mhn|tolong|tlg|minta|harap|silakan|bantu)\b|(?:di)?(?:input|catat|rekap|entri|entry)(?:kan)?\b)",
    re.IGNORECASE,
)
# One of these alone is the value of a label that has none.
NIL = frozenset("-–—")
# They go on over the lines below them; the value of the others is one line.
LISTS = {"peserta", "instansi", "keterangan"}
# Letters of a label in which a slip is forgiven, and of one in which two are.
_SHORTEST, _LONG = 4, 8


# A label of one of these may say of what: "tanggal siaran", "hari/tgl rakor", "jam mulai acara".
_OF_WHAT = {"tanggal", "waktu", "tempat"}
# Behind these stands where it was, and not of what.
_WHERE = {"bertempat", "bertempat di", "di"}
_OF_WHOM = {"instansi", "mitra", "lembaga", "nama instansi", "nama mitra", "nama lembaga"}
# Of these it is another thing than the event, or tells the day itself.
_OF_OTHERS = table(
    """
    surat undangan lahir nota sk st spt sppd disposisi naskah nomor terima masuk dokumen ttd cetak kerja tinggal parkir
    lapor pelaporan ke libur ini kemarin lalu
    """
)
_MORE = 2


# "Kegiatan 1", "Tempat 2".
_COUNTED = re.compile(r"(?<=[^\W\d])\s(?:ke\s?)?\d{1,2}$")


def spelled(label: str) -> str:
    """A label in small letters, without signs and numbers, its words as the tables have them."""
    told = " ".join(re.sub(r"[^\w\s]|_", " ", label.casefold()).split()).removesuffix("nya")
    told = _COUNTED.sub("", told)
    return " ".join(SHORT_LABELS.get(word) or ABBREVIATIONS.get(word) or meaning(word) or word for word in told.split())


@lru_cache(1000)
def field_of(label: str) -> str:
    """The field that a label names, "" if none; a slip in a longer one is forgiven, not in its first letter; another
    ending is another word."""
    told = spelled(label)
    bare = " ".join(word for word in told.split() if word not in BESIDE_LABELS)
    if known := FIELDS.get(told) or FIELDS.get(bare):
        return known
    if field := _begun(told):
        return field
    others = [
        k for k in FIELDS if k[:1] == told[:1] and len(k) >= _SHORTEST and not k.startswith(told) and k not in _WHERE
    ]
    near = [(OSA.distance(told, k, score_cutoff=2), k) for k in others if not told.startswith(k)]
    best = min(near, default=(9, ""))
    return FIELDS[best[1]] if len(told) >= _SHORTEST and best[0] <= (2 if len(best[1]) >= _LONG else 1) else ""


def _begun(told: str) -> str:
    """The field of a label that goes on with a word or two about the event, "" if it is of something else."""
    words = told.split()
    if _OF_OTHERS & {*words}:
        return ""
    heads = [" ".join(words[:n]) for n in (2, 1) if 0 < len(words) - n <= _MORE]
    if not _WHERE.isdisjoint(heads):
        return ""
    return next((field for head in heads if (field := FIELDS.get(head, "")) in _OF_WHAT or head in _OF_WHOM), "")
