"""Whether a word is of any list of the reader or Indonesian by its form, so that it is no name in small letters."""

import re

from handlers.reading.daerah.tables import MEANINGS, WRITTEN
from handlers.reading.editor.abbreviations import ABBREVIATIONS
from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues
from handlers.reading.message.events.vocabulary.heads import DONE, FORMED, HEADS, NAMED, PAIRS

# Words of Indonesian that may stand before the word of an event.
_USUAL = table(
    """
    dadakan mendadak perdana pertama kedua ketiga terakhir penting rutin internal eksternal hasil jadwal jadi jadinya
    nonton lagi sedang sering tetap harus bisa mau ingin biar sekalian sambil bantu bantuin temani temenin jaga nunggu
    tunggu siap sukses lancar aman alhamdulillah capek cape lelah lapor update info infonya berita foto video dok
    hari pagi siang sore malam dini subuh petang waktu saat pas ketika sehabis sebelum
    kepala staf wakil pegawai admin humas hukum teknis keuangan umum logistik data anggota pimpinan dokter guru dosen
    kapten juru komandan kades camat lurah bupati wali walikota gubernur menteri kasat kapolsek kapolres dandim
    panitia peserta warga tokoh sekolah kampus kantor kota kabupaten
    bukti bahan draft surat undangan daftar absen konsumsi
    malah juga jg cuma hanya baru barusan kelar beres mulai usai tuntas finish done full seru rame ramai asyik mantap
    akhirnya ternyata jadinya terus habis abis bekas isi nama acara agenda tema topik kegiatan giat lanjutan sesi
    online daring luring offline hybrid virtual zoom gmeet meet
    final semifinal penyisihan catur voli futsal tenis badminton bulutangkis domino pingpong basket gaple
    urusan urus soal perkara seputar besar kecil akbar terbuka tertutup khusus mini gabungan lintas
    """
)
_CUES = (
    cues.CUES.keys() | cues.ENDS | cues.OPENERS | cues.PARTICLES | cues.ACTORS | cues.TITLES | cues.PEOPLE_OF
    | cues.ROOMS | cues.PRONOUNS | cues.MATTERS | cues.DOING | cues.THINGS | cues.PAPERS | cues.HEADING | cues.DID
    | cues.TOOLS | cues.OFF | cues.NEXT | cues.SLIPS | cues.NOTHING | cues.REASONS | cues.GUESTS | cues.OVER
    | cues.BACK | cues.BEFORE_HEAD | cues.ATTENDED | cues.CAME_ALONG
)  # fmt: skip
_EVENTS = HEADS | NAMED | {word for pair in PAIRS for word in pair}
_TOLD = ABBREVIATIONS.keys() | {*ABBREVIATIONS.values()} | MEANINGS.keys() | {*MEANINGS.values()} | WRITTEN.keys()
_LISTED = _CUES | _EVENTS | _TOLD | _USUAL
_FORMS = re.compile(
    r"(?:di|ber|ter|me(?:m|n|ng|ny|l|r)|pe(?:m|n|ng|ny|l|r))[a-z]{4,}|ke[a-z]{3,}an|"
    r"[a-z]{4,}(?:nya|kan|si|itas|ika|tif|logi)"
)


# Whose a thing is, behind its word.
_ITS = "nya"
# Words that a reader asks for beyond those lists.
_MEANT = table(
    """
    siswa mahasiswa siswanya warga peserta anggota ketua desa kota aula nama acara upacara sementara maksudnya bersama
    semua serta pada kerja jiwa camatnya lomba bertiga berdua diterima menerima
    """
)
# They are words or places themselves.
_THEMSELVES = table("name date dato pulo beto bete koto pare paro jago limo lime")
_WRITTEN = (_MEANT | _CUES | HEADS | _USUAL | {*ABBREVIATIONS.values()}) - MEANINGS.keys()
_ENDS = re.compile(r"(?<![^\W_])[a-z]{3,}[oe](?![^\W_])")


def standard(text: str) -> str:
    """The text with an "a" at the end of those words in small letters that Malay in Sumatra and Betawi end otherwise:
    "diterimo", "kepale"; every letter keeps its place."""
    return _ENDS.sub(lambda found: _in_a(found[0]) or found[0], text)


def _in_a(low: str) -> str:
    """The word of these lists that ends so, "" where none does."""
    told = f"{low[:-1]}a"
    known = told in _WRITTEN or told.removesuffix(_ITS) in _WRITTEN
    return told if known and not (low in _LISTED or low in _THEMSELVES) else ""


def listed(low: str) -> bool:
    return low in _LISTED or any(form.fullmatch(low) for form in (_FORMS, DONE, FORMED))
