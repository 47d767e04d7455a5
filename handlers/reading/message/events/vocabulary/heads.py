"""The words that say what happened: with one of them the name of an event begins."""

import re
from collections.abc import Iterable

from handlers.reading.editor.tables import table

HEADS = table(
    """
    rapat rakor raker rakernis ratek rapim apel upacara audiensi silaturahmi silaturrahmi kunjungan sosialisasi
    koordinasi koord konsolidasi pleno bimtek bimbingan pelatihan penandatanganan peluncuran launching jambore seminar
    webinar workshop lokakarya pelantikan simulasi wawancara podcast talk talkshow monitoring supervisi monev verifikasi
    verfak vermin klarifikasi konsultasi coklit evaluasi undian pengundian tes debat konferensi dialog kajian diskusi
    fgd lembur piket kirab deklarasi lomba pameran penyerahan menyerahkan pengecekan mengecek pemasangan pasang
    penurunan pengibaran pendistribusian distribusi sortir pelipatan penghitungan rekapitulasi pemungutan pencocokan
    bersih-bersih bersih2 pengajian bukber santunan donor olahraga futsal gowes wisuda peringatan misa hut penyuluhan
    ceramah kuliah bedah nobar briefing sidang mediasi pengumuman pembukaan penutupan syukuran takziah melayat ziarah
    menghadiri mengikuti menerima narasumber menandatangani mengunjungi kunker studi safari tiba
    kerjabakti senam pembekalan orientasi pengukuhan penetapan pengambilan reses musrenbang musyawarah gladi uji
    beres-beres beres2 beberes
    susun jemput liputan pencoblosan outbound tadarus pengosongan bongkar inventarisasi simakrama
    pengucapan pertemuan bertemu ibadah kebaktian perayaan antar mengantar nganter ngantar cek ngecek bikin
    membuat pembuatan menyusun penyusunan input penginputan zoom mendampingi meninjau peninjauan pelepasan penyambutan
    pemaparan sowan anjangsana ngaji yasinan tahlilan slametan donasi penggalangan pengamanan sertijab
    penerimaan pemeriksaan pengawasan pendampingan asistensi sarasehan temu forum live streaming penggandaan
    rekon rekonsiliasi opname verif layanan pelayanan pendataan pemutakhiran sinkronisasi
    pengepakan pengiriman pemusnahan pentas kedatangan dikunjungi didatangi dies teken penekenan
    parade pawai jalan-jalan halalbihalal survei penelitian pemotretan siaran hearing rdp karnaval makrab kopdar kemah
    perkemahan arisan ngabuburit bazar bazaar festival rembuk bukber paparan survey jenguk menjenguk besuk
    bezuk membesuk baksos mendatangi menyambangi rakernas konsinyering ekspose diklat inspeksi
    berkunjung bertandang bertamu bersilaturahmi beraudiensi coktas
    diwawancara diwawancarai seleksi turnamen latihan pembinaan menghadap
    """
)
# By its form a noun of what was done: "pengukuran", "perbaikan".
DONE = re.compile(r"(?:pe(?:m|n|ng|ny|l)|per)[a-z]{3,}an")
SPEAKERS = table(
    "narasumber narsum keynote pemateri pembicara pembina inspektur irup juri moderator panelis fasilitator saksi"
)
# They tell who spoke at the event before them, or a part of it.
PARTS = SPEAKERS | {"pembukaan", "penutupan", "pemaparan", "dialog", "diskusi", "evaluasi"}
# What is done at a meeting or a visit too.
HANDED = table("bertemu tiba serah penyerahan menyerahkan penandatanganan menandatangani teken penekenan")
# Names of places or feasts, and of an event behind "ikut".
_FEASTS = table("cfd festival karnaval pawai bazar bazaar kirab pameran")
# Two words that name an event only together.
PAIRS = (
    frozenset(
        {
            ("serah", "terima"),
            ("halal", "bihalal"),
            ("halal", "bi"),
            ("pisah", "sambut"),
            ("kerja", "bakti"),
            ("bakti", "sosial"),
            ("gotong", "royong"),
            ("jalan", "sehat"),
            ("jalan", "santai"),
            ("doa", "bersama"),
            ("buka", "bersama"),
            ("buka", "puasa"),
            ("nonton", "bersama"),
            ("pendidikan", "pemilih"),
            ("terima", "tamu"),
            ("stock", "opname"),
            ("stok", "opname"),
            ("terima", "kunjungan"),
            ("terima", "audiensi"),
            ("memberi", "materi"),
            ("mengisi", "materi"),
            ("isi", "materi"),
            *(
                ("bersih", what)
                for what in ("kantor", "gudang", "halaman", "lingkungan", "pantai", "sungai", "kali", "taman")
            ),
            *((day, "bersih") for day in ("jumat", "jum'at", "jumaat", "sabtu", "minggu")),
            *(("gelar", of_what) for of_what in ("perkara", "pasukan", "tikar", "budaya", "karya", "wicara", "produk")),
            ("ngisi", "materi"),
            ("memberikan", "materi"),
            ("pengisi", "dialog"),
            ("morning", "talk"),
            ("tabur", "bunga"),
            ("hitung", "ulang"),
            ("tanda", "tangan"),
            ("coffee", "morning"),
            ("jumpa", "pers"),
            ("makan", "siang"),
            ("makan", "malam"),
            ("terima", "surat"),
            ("serap", "aspirasi"),
            ("susur", "sungai"),
            ("tanam", "pohon"),
            ("bagi", "takjil"),
            ("misa", "natal"),
            ("ada", "tamu"),
            ("ado", "tamu"),
            ("kedatangan", "tamu"),
            ("entry", "rapat"),
            ("exit", "rapat"),
            ("kick", "off"),
        }
    )
    | {("ikut", feast) for feast in _FEASTS}
    | {(verb, role) for verb in ("menjadi", "jadi", "selaku", "bertindak") for role in SPEAKERS - {"saksi"}}
)
# The words of which the heads of events are made.
_LONG_FORMS = {
    "rakor": ("rapat", "koordinasi"),
    "raker": ("rapat", "kerja"),
    "ratek": ("rapat", "teknis"),
    "bimtek": ("bimbingan", "teknis"),
    "kunker": ("kunjungan", "kerja"),
    "verfak": ("verifikasi", "faktual"),
    "vermin": ("verifikasi", "administrasi"),
    "monev": ("monitoring", "evaluasi"),
    "nobar": ("nonton", "bersama"),
}


def long_forms(lows: Iterable[str]) -> set[str]:
    """The words, of the head of an event those of which it is made."""
    return {one for low in lows for one in _LONG_FORMS.get(low, (low,))}


# Events that are made to be shown.
SHOWN = table("podcast live streaming liputan wawancara hut peringatan")
STREAMED = table("live streaming siaran")
# They begin a name too, though none of them alone tells of an event.
NAMED = table(
    """
    acara karnaval pawai festival bazar bazaar makrab arisan kemah perkemahan kopdar kumpul ngopi ngobrol ngabuburit
    hearing rdp dengar pisah sambut isra maulid nuzulul halal tahlil doa dzikir istighosah selamatan tasyakuran
    syawalan hari malam pekan minggu gerakan program kelas sekolah kampus rumah desa kampung kampanye kelurahan
    perjadin perjalanan dinas lawatan jenguk besuk menjenguk sewa rekap psu psl dp3 surat kotak logistik bilik tps
    mou berita rilis pers tamu mahasiswa siswa magang pkl kpu goes serunya main olah turnamen tanding pertandingan
    bagi-bagi berbagi turun jalan tanam aksi open ikrar janji sumpah akad resepsi sidak razia patroli ronda siaga
    piket posko stan stand tour tur touring napak tilas bersepeda bersih lelang tender pengadaan pencairan audit
    gebyar semarak roadshow expo funwalk khitanan tumpengan kenduri khanduri ruwatan nyadran sedekah istighotsah manasik
    panggung konser wayang ketoprak ludruk jaranan barongsai sorlip panen ujian skrining
    penelusuran sosdiklih sosperpem tabligh tablig kultum pidato orasi kirim penertiban sharing training
    """
)
# By its form the name of a doing: "aktivasi", "edukasi", "training".
FORMED = re.compile(r"[a-z]{4,}(?:asi|isme|ing)")


def is_head(low: str, following: str = "") -> bool:
    """Whether a word, perhaps with the one behind it, says that something happened."""
    return low in HEADS or (low, following) in PAIRS
