"""Words of plain talk: in small letters they are no part of the name of a house, a region or a partner."""

from handlers.reading.editor.tables import table
from handlers.reading.message.events import cues

# What people do, as chats say it without "me-" and "di-".
_DEEDS = cues.DEEDS | table(
    """
    adakan ajak ajar ajarin ajukan antarkan arahkan awasi bahas bahasin bantuin belajar bertemu berdiskusi berkumpul
    bertanya berunding bicara bicarakan bikin buat cari cariin cocokkan coba cobain daftar daftarin dapat dapet dengerin
    diskusikan foto foto2 foto-foto gabung ganti garap hadiri itung isiin jelasin jelaskan kasih kasi kelola
    kenalin kenalkan kerjakan ketemu ktemu kirimkan kosongkan kumpulin laksanakan lapor laporkan latih lihat liat
    lihat-lihat liat-liat mampir mau mempelajari minta mintain mohon mulai nanya nanyain naik ngajar ngajarin
    ngambil ngasih ngecek
    ngedata ngelatih ngobrol ngomong ngopi ngumpul nunggu nyari nyiapin pakai pake pamit perbaiki pilah pimpin pulang
    rapihkan rekam rekrut sampaikan serahin sharing siapin sosialisasikan tandatangani tanya tanya2 tanya-tanya tanyakan
    tawarkan tempelkan tengok titip tukar undang update urusin usulkan
    """
)
# How much, how often, how, when and what of it.
_TALK = table(
    """
    acara agak akhirnya aja antusias apa apalagi asik asyik bagaimana banget banyak barang batal beberapa berapa biar
    bisa bnyk bukan bulan cm cukup cuma cuman dikit dlu doang doank dpt duluan emang gagal gimana giat gitu habis hampir
    harusnya heboh heran hujan jangan jadinya jg jgn jika juga jumlah kalau kalo kayak kayaknya kebanyakan kecuali kedua
    keduanya kegiatan kemudian kena kenapa ketiga klo kok kosong krn kurang lagi lagian lancar lengkap libur lumayan
    macet makanya makin malah males masih masing-masing mending meriah misal misalnya molor mungkin namanya nanti
    nntinya ngaret nyampe padahal paling penting peserta pokoknya rada rame ramai rencana rencananya ribet rusak sampe
    sayang sayangnya serentak sebentar segera sekalian sekira sekarang semua semuanya sempat sendiri sendirian sepi seru
    sesi siapa sibuk smp2 soalnya sukses susah tahun tapi tpi tp terakhir terlambat tertib tetap trs trus udah udh ulang
    seharian untung waktu wkwk bersama2 narsum narsumnya narasumber narasumbernya
    pemateri pematerinya pembicara pembicaranya moderator moderatornya pendampingnya gurunya dosennya sisanya
    kesini kesana kemari disini disana
    """
)
WORDS = _DEEDS | _TALK
# They say no more of whom was counted.
NO_PEOPLE = cues.ENDS | cues.DID | WORDS | {""}
# Behind them stands what a room is for: "ruang tunggu", "rumah belajar", "balai latih".
_FOR = table(
    "ruang ruangan r gedung rumah taman lab laboratorium studio balai bale desk loket gudang pusat pojok tempat"
    " kelompok sanggar warung wr media"
)
# What is counted of an event or in it, rather than the number of a house.
_COUNTED = cues.THINGS | table(
    "sesi trip ronde kali macam jenis jam menit meter km gelombang angkatan malam hari acara"
)
# Letters of a word that "-nya" ends, of which fewer may be a name.
_LONG = 5


def no_name(raw: str, low: str, before: str) -> bool:
    """Whether a word is no part of a name, behind the word `before`."""
    of_it = low.endswith(("nya", "nyo")) and len(low) > _LONG and low[:-3] not in cues.ROOMS
    plain = low[:-1] if low[-1:] == "2" and low[:-1].isalpha() else low  # "lihat2"
    small = raw.islower() or (raw.isupper() and len(raw) > _LONG)
    return small and (low in WORDS or plain in WORDS or of_it) and before not in _FOR


def counts(raw: str, behind: str) -> bool:
    """Whether a figure counts what stands behind it: "3 sesi"."""
    return raw.isdigit() and behind in _COUNTED
