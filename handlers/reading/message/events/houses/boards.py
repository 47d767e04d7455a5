"""What stands before the name of an office or an organisation and is of it: "Wakil Bupati", "Pengurus Cabang PMII"."""

from collections.abc import Sequence

from handlers.reading.editor.tables import table
from handlers.reading.message.events.words import Word

# "Wakil Bupati", "Pj Gubernur".
_DEPUTIES, _OFFICES = (
    frozenset({"wakil", "pj", "plt", "penjabat"}),
    frozenset({"bupati", "walikota", "wali", "gubernur"}),
)
# Which board of an organisation it is.
_BRANCHES = frozenset({"PC", "PD", "PW", "PB", "PK", "PAC", "DKM"})
_BOARDS = frozenset({"pengurus", "pimpinan"})
_PARTS = frozenset({"cabang", "daerah", "wilayah", "ranting", "komisariat", "pusat", "kabupaten", "kota", "kecamatan"})

_COURTS = frozenset({"kejaksaan", "pengadilan", "mahkamah"})
_LEVELS = frozenset({"negeri", "tinggi", "agung", "agama", "militer", "konstitusi", "syariah", "syar'iyah"})
# The second half of what offices are for: "dinas kependudukan dan pencatatan sipil".
_HALVES = table(
    """
    pencatatan informatika kearsipan kebudayaan olahraga pariwisata perlindungan pemberdayaan perikanan pangan ketahanan
    pengendalian persandian statistik penataan perumahan permukiman kawasan perdagangan perindustrian transmigrasi
    usaha pertanahan lingkungan kebersihan pertanian peternakan perkebunan hortikultura penyelamatan pembangunan
    penelitian pengembangan inovasi aset pendapatan politik
    """
)
# What offices are for, with the other words of those names.
_MATTERS = _HALVES | table(
    """
    pendidikan kesehatan sosial kependudukan catatan sipil perhubungan kelautan kehutanan hidup pekerjaan umum ruang
    tata rakyat koperasi ukm umkm tenaga kerja ketenagakerjaan naker kepemudaan pemuda komunikasi informasi perpustakaan
    arsip masyarakat desa kampung kelurahan perempuan anak penduduk keluarga berencana energi sumber daya mineral
    penanaman modal pelayanan perizinan terpadu satu pintu pemadam kebakaran cipta karya bina marga pengairan kesatuan
    bangsa kepegawaian manusia daerah keuangan perencanaan penanggulangan bencana narkotika nasional pusat hewan
    """
)
_MATTER_OF = frozenset({"dinas", "badan"})
_AND = frozenset({"dan", "&"})
# Councils of the state, whatever "majelis" is elsewhere.
_OF_THE_STATE = frozenset({("majelis", "rakyat"), ("majelis", "permusyawaratan"), ("lembaga", "pemasyarakatan")})
# Who leads which house.
_LEADERS = {
    "kajari": "kejaksaan",
    "kajati": "kejaksaan",
    "kapolres": "polres",
    "kapolresta": "polresta",
    "kapolsek": "polsek",
    "dandim": "kodim",
    "danramil": "koramil",
    "kalapas": "lapas",
    "karutan": "rutan",
}

# "Penandatanganan PKS" is that of a treaty.
_SIGNING = table("penandatanganan penandatangan tangan tandatangan menandatangani teken meneken penekenan draft draf")


def treaty(run: Sequence[Word], at: int) -> bool:
    """Whether "PKS" is what was signed: "penandatanganan PKS", "PKS antara"."""
    behind = run[at + 1].low if at + 1 < len(run) else ""
    return behind in {"antara", "tentang"} or (at > 0 and run[at - 1].low in _SIGNING)


def leads_it(leader: str, house: str) -> bool:
    """Whether somebody without more of a name leads that house: "Kajari", "Kejaksaan Negeri X"."""
    return _LEADERS.get(leader.casefold()) == house.partition(" ")[0].casefold()


def of_the_state(run: Sequence[Word], at: int, end: int) -> bool:
    """Whether they name such a council: "Majelis Rakyat Papua"."""
    return tuple(word.low for word in run[at : min(at + 2, end)]) in _OF_THE_STATE


def of_office(run: Sequence[Word], at: int, stop: int) -> bool:
    """Whether the word at `stop` is of the name of a court or an office that begins at `at`, in whatever letters."""
    low = run[stop].low
    joins = low in _AND and run[at].low in _MATTER_OF and stop > at + 1
    half = (joins and stop + 1 < len(run) and _second(run, stop + 1)) or (
        stop > at + 2 and run[stop - 1].low in _AND and _second(run, stop)
    )
    return half or (run[at].low in _COURTS and low in _LEVELS)


def _second(run: Sequence[Word], at: int) -> bool:
    """Whether behind "dan" there stands what else an office is for: "Pemberdayaan Masyarakat dan Desa"."""
    return run[at].low in _HALVES or (run[at].low == "desa" and run[at - 2].low == "masyarakat")


def past_matters(run: Sequence[Word], at: int, stop: int) -> bool:
    """Whether the name of an office in small letters is over: what it is for is told, and this is none of that, as in
    "dinas sosial aman terkendali"."""
    told = run[stop - 1].low in _MATTERS and stop > at + 1 and run[at].low in _MATTER_OF
    return told and run[stop].low not in _MATTERS | _AND and not run[stop].capital


def leads(run: Sequence[Word], at: int, end: int) -> int:
    """How many words stand before a name that begins behind them: "Wakil Bupati", "PC Fatayat", "Pengurus Cabang
    PMII"."""
    if at + 1 >= end:
        return 0
    word, following = run[at], run[at + 1]
    if word.low in _BOARDS and following.low in _PARTS:
        return 2
    return int((word.low in _DEPUTIES and following.low in _OFFICES) or (word.raw in _BRANCHES and following.capital))
