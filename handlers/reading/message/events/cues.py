"""The words of the language by which a reader knows what follows: cues of each role, heads of events, stops."""

import re

from handlers.reading.message.parts import Kind


def table(words: str) -> frozenset[str]:
    return frozenset(words.split())


HEADS = table(
    """
    rapat rakor raker rakernis ratek rapim apel upacara audiensi silaturahmi silaturrahmi kunjungan sosialisasi
    koordinasi koord konsolidasi pleno bimtek bimbingan pelatihan penandatanganan peluncuran launching jambore seminar
    webinar workshop lokakarya pelantikan simulasi wawancara podcast talk talkshow monitoring supervisi monev verifikasi
    verfak vermin klarifikasi konsultasi coklit evaluasi undian pengundian tes debat konferensi dialog kajian diskusi
    fgd lembur piket kirab deklarasi lomba pameran penyerahan menyerahkan pengecekan mengecek pemasangan pasang
    penurunan pengibaran pendistribusian distribusi sortir pelipatan penghitungan rekapitulasi pemungutan pencocokan
    bersih-bersih bersih2 pengajian bukber santunan donor olahraga futsal gowes wisuda peringatan misa hut penyuluhan
    ceramah kuliah nobar briefing sidang mediasi pengumuman pembukaan penutupan syukuran takziah melayat ziarah
    menghadiri hadiri mengikuti menerima nerima narasumber menandatangani mengunjungi kunker studi safari tiba
    kerjabakti senam pembekalan orientasi pengukuhan penetapan pengambilan reses musrenbang musyawarah gladi uji
    penerimaan pemeriksaan pengawasan pendampingan asistensi sarasehan temu forum live streaming penggandaan
    pengepakan pengiriman pemusnahan pentas parade pawai jalan-jalan halalbihalal survei penelitian pemotretan
    """
)
# Two words that name an event only together.
PAIRS = frozenset(
    {
        ("serah", "terima"),
        ("halal", "bihalal"),
        ("halal", "bi"),
        ("kerja", "bakti"),
        ("bakti", "sosial"),
        ("gotong", "royong"),
        ("jalan", "sehat"),
        ("doa", "bersama"),
        ("buka", "bersama"),
        ("buka", "puasa"),
        ("nonton", "bersama"),
        ("pendidikan", "pemilih"),
        ("terima", "tamu"),
        ("terima", "kunjungan"),
        ("terima", "audiensi"),
        ("ngasih", "materi"),
        ("memberi", "materi"),
        ("ngisi", "materi"),
        ("mengisi", "materi"),
        ("memberikan", "materi"),
        ("pengisi", "dialog"),
        ("menjadi", "narasumber"),
        ("jadi", "narasumber"),
        ("morning", "talk"),
        ("tabur", "bunga"),
        ("misa", "natal"),
    }
)
# "ruang rapat" is a room, no meeting.
ROOMS = table(
    """
    ruang ruangan r aula gedung lapangan halaman kantor balai stadion hotel pendopo helpdesk gudang graha ballroom
    alun-alun lab laboratorium rumah lantai lt basement lobi lobby pasar masjid musala musholla gor kelurahan kel desa
    kecamatan kec jl jln tps
    """
)
STREETS = frozenset({"jl", "jln"})

CUES: dict[str, Kind] = (
    dict.fromkeys(table("di bertempat berlokasi lokasi"), Kind.PLACE)
    | dict.fromkeys(table("bersama dengan dari oleh ke diundang diselenggarakan diadakan digelar"), Kind.PARTNER)
    | dict.fromkeys(
        [
            "dihadiri",
            "diikuti",
            "hadir",
            "peserta",
            "ikut",
            "total",
            "sebanyak",
            "jumlah",
            "personil",
            "personel",
            "turut",
        ],
        Kind.PEOPLE,
    )
    | dict.fromkeys(
        table(
            """
            membahas bahas ngebahas pembahasan tentang mengenai terkait perihal soal seputar guna agenda dipimpin
            dipandu dibuka diterima hasil hasilnya selanjutnya diselingi materi tema temanya sehubungan
            menindaklanjuti bertujuan menetapkan menghasilkan untuk karena agar supaya
            """
        ),
        Kind.SUBJECT,
    )
)
CAME = frozenset({"dihadiri", "diikuti", "hadir", "sebanyak"})
# Said before what they introduce, and no part of it.
BARE = table("tentang mengenai terkait perihal soal seputar oleh bertempat berlokasi")
# Weak cues of a partner: only what looks like an institution follows them.
WEAK = frozenset({"dengan", "dari", "ke", "oleh"})
NO_PLACE = table(
    """
    mana acara dalam antara kegiatan awal akhir hadapan bulan tahun hari sela samping sini sana atas bawah luar mata
    web website medsos semua
    """
)
NO_PARTNER = table(
    """
    tema agenda cara lancar materi menggunakan baik hasil tujuan metode maksud harapan jumlah tertib aman hadirnya
    penuh hal ini itu rincian catatan demikian hormat mengundang didampingi total masing-masing
    """
)
# Words at which a name of an institution or a place ends.
ENDS = table(
    """
    di jam pukul pkl tgl tanggal hari pada dihadiri diikuti membahas bahas sebanyak sebagai dalam rangka untuk guna
    tentang mengenai terkait perihal soal seputar yang telah sudah tadi td kemarin kmrn besok ini itu oleh dari ke
    dengan bersama dipimpin agenda hasil materi tema jumlah peserta hadir sampai hingga mulai juga ya dulu lalu
    kemudian terus lanjut serta sekaligus menyerahkan melaksanakan melakukan mengadakan mengikuti menghadiri agar
    supaya karena persiapan kesiapan konsultasi pengecekan selesai kepada sebelum sesudah setelah sambil lewat via
    melalui didampingi menuju membawa bawa diterima pak bu bapak ibu akan sedang masih dan/atau
    """
)
# They only open what is told, and are no part of a name.
OPENERS = table(
    """
    telah sudah dilaksanakan dilaksanakannya melaksanakan melakukan mengadakan menggelar berlangsung kegiatan giat
    acara pelaksanaan yaitu yakni berupa adalah kami saya bahwa kalau hanya pada ada hari dan setelah lalu kemudian
    terus lanjut dilanjutkan lanjutan akan juga laporan lapor selesai tersebut harian info sebagai untuk guna pihak
    nya sorenya siangnya malamnya paginya lantas habis
    """
)
PARTS_OF_DAY = table("pagi siang sore malam petang")
# Behind them stands what was done.
DOING = table(
    """
    telah sudah dilaksanakan melaksanakan melakukan mengadakan menggelar berlangsung yaitu yakni berupa
    diselenggarakan diadakan dilakukan terlaksana digelar
    """
)
# Said along the way, and no part of anything.
PARTICLES = table("ya yaa yah nih dong kok sih nggih njih lho deh tadi td barusan ndan")
# What stands before them was a slip.
SLIPS = frozenset({"eh", "ralat", "maksudnya", "ups"})
NOTHING = table("nggak ngga ga gak tidak tdk tak belum blm nihil")
NEXT = table("terus lanjut kemudian lalu dilanjutkan berlanjut sorenya siangnya malamnya paginya lantas")
# Before the word of an event they belong to its name.
ATTENDED = frozenset({"ikut", "turut", "hadir"})
# Who did it, said before what was done.
ACTORS = table(
    """
    staf staff tim divisi div subbag kasubbag sekretaris komisioner ketua anggota kami saya kita seluruh segenap
    jajaran personil personel petugas pegawai kpu
    """
)
# Before the name of an institution: its people, not a part of its name.
PEOPLE_OF = table(
    """
    kantor pihak pengurus pimpinan jajaran perwakilan rekan rekan-rekan teman teman-teman teman2 kawan rekan2 tim para
    kepala ketua tamu kunjungan rombongan audiensi mahasiswa siswa anggota lo vendor kasi kabid staf tokoh
    """
)
TITLES = table("pak bu bapak ibu bpk sdr sdri mas mbak saudara saudari kak gus ning kyai kiai ustadz")
UNITS = (
    r"(?:orang|org|orng|siswa|siswi|siswa/i|mahasiswa|mhs|pelajar|santri|peserta|kader|anggota|pengurus|personil|personel"
    r"|pegawai|staf|warga|pemilih|guru|undangan|tamu|operator|komisioner|perwakilan|relawan|petugas|jamaah|penonton|wartawan"
    r"|jurnalis|kasubbag|pejabat|kepala|pria|wanita|laki-laki|perempuan|anak|kpps|pps|ppk|pantarlih|tim|media|ibu-ibu)"
)
INTERNAL = re.compile(
    r"\b(?:apel|upacara|rapat(?!\s+(?:koordinasi|kerja\s+sama|dengar))|rpat|pleno|short\s+course|senam|kerja\s+bakti|bersih2"
    r"|bersih-bersih|halal\s*bi\s*halal|bimtek|bimbingan\s+teknis|pelatihan|serah\s+terima|lembur|piket|briefing"
    r"|evaluasi)\b",
    re.IGNORECASE,
)
