"""The words of the language by which a reader knows what follows: cues of each role, openers, stops."""

import re

from handlers.reading.daerah import negation
from handlers.reading.editor.tables import table
from handlers.reading.message.parts import Kind

# "ruang rapat" is a room, no meeting.
ROOMS = table(
    """
    auditorium mapolda mapolres mapolresta mapolsek makodim makorem makoramil
    ruang ruangan r aula gedung lapangan halaman kantor balai stadion hotel pendopo helpdesk gudang graha ballroom
    alun-alun lab laboratorium rumah lantai lt basement lobi lobby pasar masjid musala musholla gor kelurahan kel desa
    kecamatan kec jl jln tps lap rm resto restoran kafe cafe warkop htl taman kampus terminal pelabuhan bandara pantai
    simpang bundaran perempatan pertigaan tugu mushola stasiun embung waduk warung kedai bioskop markas convention
    studio mess angkringan asrama benteng bale pendapa joglo saung langgar surau lapang desk loket baruga sasana wisma
    """
)
STREETS = frozenset({"jl", "jln"})
# The ends of a way, before the place of each; the goal is told beside the start, and keeps its word.
GOALS = frozenset({"finish", "finis", "start/finish"})
ROUTE = GOALS | {"start", "titik", "kumpul"}
ON_THE_WAY = ROUTE | {"dan", "di", "dari", ":"}

# Before the means by which something was held.
BY = frozenset({"via", "lewat", "melalui", "secara", "dari"})
# An institution behind them took part.
HELPED = table("didampingi dikawal dibantu difasilitasi dipandu undangan penyelenggara penyelenggaranya pengundang")
CUES: dict[str, Kind] = (
    dict.fromkeys(table("di bertempat berlokasi lokasi tempat tempatnya lokasinya start") | GOALS, Kind.PLACE)
    | dict.fromkeys(
        table("bersama dengan dari oleh ke diundang diselenggarakan diadakan digelar") | HELPED, Kind.PARTNER
    )
    | dict.fromkeys(
        table(
            "dihadiri disaksikan diikuti hadir peserta ikut total sebanyak jumlah personil personel turut"
            " undang mengundang"
        ),
        Kind.PEOPLE,
    )
    | dict.fromkeys(
        table(
            """
            membahas bahas pembahasan tentang mengenai terkait perihal soal seputar guna agenda dipimpin
            dipandu dibuka diterima hasil hasilnya selanjutnya diselingi materi tema temanya sehubungan
            menindaklanjuti bertujuan menetapkan menghasilkan untuk karena agar supaya
            """
        ),
        Kind.SUBJECT,
    )
)
# What people work with is no partner.
TOOLS = table(
    "aplikasi sistem alat media video zoom mobil motor sepeda kotak pengeras spanduk poster stiker kuis doa lagu musik"
)
# They begin to tell who came, behind a place.
CAME_ALONG = table("rombongan perwakilan jajaran utusan delegasi")
# Who is meant was told before.
PRONOUNS = table("beliau beliau2 beliau-beliau mereka dia kami kita saya dkk semuanya")
# Behind them stands only whence somebody came.
BACK = table("pulang balik kembali bulik balek mulih mulak mole")
# Those who did not come are no participants, and what participants did is a sentence.
ABSENT = negation.WORDS | table("berhalangan belum batal absen")
DID = table(
    """
    datang minta meminta tanya bertanya menanyakan nanya diminta sangat antusias juga diajak menyatakan menyampaikan
    mengaku awasi mengawasi membuat mengikuti mengharapkan berharap mengusulkan usul berjalan berlangsung berakhir
    mewakili diwakili dibuka ditutup dimulai diisi mengenalkan urus mengurus ambil mengambil
    ikut turut ramai rame seru meriah lancar sukses penuh padat
    """
)
# What is counted in them is nobody.
THINGS = table(
    "kta ktp sampel buah unit lembar kotak dus eksemplar bilik set paket kg ton kantong keping berkas dokumen"
)
# By its form a verb.
ACTS = re.compile(r"(?:me|di)\w{3,}kan$")
# They may be a part of a name, behind the word of the event.
NOUNS = frozenset({"hasil", "materi", "agenda", "tema"})
# What is written about a result: "berita acara hasil verifikasi".
PAPERS = table("acara ba laporan surat dokumen berkas rekap data formulir")
# "Memenuhi undangan …": who invited.
FOLLOWS = frozenset({"memenuhi", "atas"})
ARRIVED = frozenset({"datang", "hadir", "ikut", "merapat", "mampir"})
CAME = frozenset({"dihadiri", "disaksikan", "diikuti", "hadir", "sebanyak"})
# Said before what they introduce, and no part of it.
BARE = table("tentang mengenai terkait perihal soal seputar oleh bertempat berlokasi")
# Weak cues of a partner: only what looks like an institution follows them.
WEAK = HELPED | {"dengan", "dari", "ke", "oleh"}
# "TPS lokasi khusus" is a kind of place.
NO_LOCATION = frozenset({"khusus", "rawan", "bencana"})
NO_PLACE = table(
    """
    mana acara dalam antara kegiatan awal akhir hadapan bulan tahun hari sela samping sini sana atas bawah luar mata
    web website medsos semua undangan sipol silon sidalih sirekap siakba simpaw silog sikadeka coklit aplikasi sistem
    portal grup group wa kesempatan momen lintas komputer laptop hp internet tahapan tahap daftar periode triwulan
    semester data berkas formulir pemilu pilkada
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
    di jam pukul pkl tanggal hari hr pada dihadiri diikuti membahas bahas sebanyak sebagai dalam rangka untuk guna
    tentang mengenai terkait perihal soal seputar yang telah sudah tadi kemarin besok ini itu oleh dari ke saja
    dengan bersama dipimpin agenda hasil materi tema jumlah peserta hadir sampai hingga mulai juga ya dulu lalu
    kemudian terus lanjut serta sekaligus menyerahkan melaksanakan melakukan mengadakan mengikuti menghadiri agar
    supaya karena persiapan kesiapan konsultasi pengecekan selesai kelar rampung kepada sebelum sesudah setelah sambil
    lewat via melalui masalah didampingi menuju selama sejak ketika saat buat bt maupun membawa
    bawa diterima pak bu bapak ibu akan sedang masih dan/atau ada seharian semalaman
    """
)
# A heading with one of these stands above what was done.
LISTING = table(
    "kegiatan giat agenda acara rekap rekapan rangkuman ringkasan laporan lapor jadwal aktivitas form formulir harian"
    " full padat seharian"
)
# Beside them it says whose it is, and how much of it.
HEADING = table(
    "pak bu min sy saya kita dua tiga empat lima beberapa mingguan bulanan minggu pekan berikut daftar info"
)
# Of them a line is made that only says whose news stands below it.
NEWS_OF = LISTING | table(
    """
    humas hupmas setda sekretariat sekre kpu kip kantor kecamatan kelurahan desa kabupaten kota provinsi kec kel kab
    subbag subbagian divisi div bagian bidang tekmas teknis parmas parhumas hukum umum keuangan logistik rendatin data
    sosdiklih sdm ppk ppd pps info grup group admin media center dokumentasi dari singkat berita kabar
    """
)
DIVISIONS = table("divisi div subbag subbagian bagian bidang")
# And what these are for.
MATTERS = (
    DIVISIONS
    | NEWS_OF
    | table(
        "pengawasan penyelenggaraan perencanaan informasi sosialisasi pendidikan pemilih partisipasi masyarakat"
        " hubungan sumber daya manusia rumah tangga hubmas dan"
    )
)
# Days on which nothing was.
OFF = table("nihil libur cuti kosong izin sakit pulang istirahat off belum")
DEEDS = table(
    """
    ambil kirim urus cetak rakit sortir lipat pasang antar anter angkut bagi bagikan siapkan dampingi kunjungi
    layani periksa terima serahkan temui tinjau pantau jemput jilid tempel bersihkan rapikan input cek ikut bantu
    kumpulkan pindahkan isi lantik pinjam sambangi
    """
)
# They tell what was said or found, not what was done next.
_NO_DEEDS = table(
    """
    mengenai menurut melalui menjadi memang mengapa meski meskipun melati menteri mengingat menggunakan mengatakan
    menyampaikan menjelaskan menegaskan mengharapkan mengimbau meminta mengajak memakai menit menengah merdeka meja
    media mereka merupakan menyatakan
    """
)
_PASSIVE = re.compile(r"di(?!nas|stri|visi|rek|aspora)[a-z]{4,}")
_ACTIVE = re.compile(r"(?:me(?:m(?=[aeioubpfv])|n(?=[aeioucdjtszgy])|[lrwy](?=[aeiou]))|ng|ny)[a-z-]{4,}")
# That it is done.
_ALREADY = frozenset({"telah", "sudah"})
_DOES = table("laksanakan lakukan adakan gelar melaksanakan melakukan mengadakan menggelar menyelenggarakan")
# They only open what is told, and are no part of a name.
OPENERS = _ALREADY | table(
    """
    dilaksanakan dilaksanakannya melaksanakan melakukan mengadakan menggelar berlangsung kegiatan giat
    acara pelaksanaan yaitu yakni berupa adalah kami saya bahwa kalau hanya cuma pada ada hari hr dan setelah lalu
    kemudian terus lanjut dilanjutkan lanjutan akan juga ini laporan lapor lap selesai tersebut harian info sebagai
    untuk guna pihak nya selain maaf lupa sempat pernah lagi sorenya siangnya malamnya paginya lantas habis abis itu
    langsung dilanjut wau bede rampung niki are ieu aya lah alah salasai sidung dok dokumentasi rilis
    sehabis bis tuh gitu sedangkan sementara pula selanjutnya sekedar sekadar
    today so fyi update wah waduh nah huft hufft hore yeay duh aduh wow syukurlah asik asyik
    """
)
PARTS_OF_DAY = table("pagi siang sore malam petang")
# Behind them stands what was done.
DOING = (
    _ALREADY
    | _DOES
    | table(
        """
        dilaksanakan berlangsung yaitu yakni berupa diselenggarakan diadakan dilakukan terlaksana digelar dilangsungkan
        kalaksanayang kalaksanaken
        """
    )
)
# Active verbs that say only that something was held: before them stands who did it.
ACTIVE = _DOES | {"menjadi"}
# They begin a clause that says why, before what was done.
REASONS = table("menindaklanjuti berdasarkan sehubungan sesuai merujuk menyikapi menjelang mewakili")
# Beside a verb of holding they say no more than that: "yang baru saja kami laksanakan".
HELD = DOING - _ALREADY - CUES.keys()
SAYS_HELD = _ALREADY | table("baru saja tadi barusan kami kita kembali sempat")
# They end a name that stands before them.
HAPPENED = table("telah sudah berlangsung dilaksanakan terlaksana dilangsungkan")
# So do these at its end: "rekap tingkat kota selesai".
OVER = frozenset({"selesai", "tuntas", "usai"})
# Said along the way, and no part of anything.
PARTICLES = table("ya yaa yah nih dong kok sih nggih njih lho deh tadi barusan ndan")
# What stands before them was a slip.
SLIPS = frozenset({"eh", "ralat", "maksudnya", "ups"})
INSTEAD = frozenset({"diganti", "digantikan"})
NOTHING = table("ga tidak tak belum nihil")
NEXT = table("terus lanjut kemudian lalu dilanjutkan berlanjut sorenya siangnya malamnya paginya lantas")
# Before the word of an event they only say how it went, or that it came to be.
PICTURES = table("foto foto2 dok")
BEFORE_HEAD = PICTURES | table("diterima diundang susunan rundown lancar sukses")
# Before the word of an event they belong to its name.
ATTENDED = frozenset({"ikut", "turut", "hadir", "join", "gabung"})
# Who did it, said before what was done.
ACTORS = table(
    """
    kadiv kordiv kasubag
    staf staff tim divisi div subbag kasubbag sekretaris komisioner ketua anggota kami saya kita seluruh segenap
    jajaran personil personel petugas pegawai sy sa beta tong katong
    urang torang kitorang katorang dorang kitong ambo awak aku gue gw kpu nanti tolong bertiga berdua berempat
    titiang tiang kula abdi ulun
    """
)
# Of them, who speaks with others.
WE = table("kita tong katong urang torang kitorang katorang dorang kitong titiang tiang kula abdi ulun")
# Before the name of an institution: its people, not a part of its name.
PEOPLE_OF = table(
    """
    kantor pihak pengurus pimpinan jajaran perwakilan rekan rekan-rekan teman teman-teman teman2 kawan rekan2 tim para
    pengawas unsur saksi kepala ketua tamu kunjungan rombongan audiensi mahasiswa siswa anggota lo vendor kasi kabid
    kaban kadis kabag kajari kajati kalapas karutan danki staf tokoh
    """
)
# They only represent the house whose name follows.
OFFICERS = table("rektor dekan asisten direktur wakil kasat kanit manajer manager kadis kabid panglima")
TITLES = table(
    """
    pak bu bapak ibu bpk bg sdr sdri mas mbak saudara saudari kak gus ning kyai kiai ustadz ustaz ustad ust tgk teungku
    daeng puang uda uni lae ito bung pace mace usi nyong mang kang akang teh teteh aa ceu neng pa abah bang buya tuan
    opu coach pdt romo pastor suster kh prof
    """
)
UNITS = (
    r"(?:orang|org|orng|siswa|siswi|siswa/i|mahasiswa|mhs|pelajar|santri|peserta|kader|anggota|pengurus|personil|personel"
    r"|pegawai|staf|warga|pemilih|guru|undangan|tamu|operator|urang|uwong|wong|droe|komisioner|perwakilan|jemaat|krama|jiwa|kk|karyawan|pemuda|penyandang|perangkat|kepling|pkd|saksi|relawan|petugas|jamaah|penonton|wartawan"
    r"|jurnalis|visitor|pengunjung|hadirin|kasubbag|pejabat|kepala|pria|wanita|laki-laki|perempuan|anak|kpps|pps|ppk|pantarlih|tim|media|ibu-ibu)"
)
# They went to what another one held; who only took part may have done so among ourselves.
INVITED = table("menghadiri hadiri hadir undangan diundang mewakili")
GUESTS = INVITED | {"ikut", "mengikuti"}
# Names of nothing else do not say what was held.
THIN = INVITED | table("mengikuti mendampingi memenuhi ikut tim rombongan mengisi memberi memberikan materi tamu")
# Behind "hadir" they tell at what, not who: "hadir sebagai narasumber".
AT_WHICH = table("di dalam pada sebagai selaku mewakili memenuhi undangan")
# Between "dihadiri" and those who were there.
NAMELY = table("oleh hadir : dari terdiri atas antara lain antaranya adalah yaitu yakni unsur")
# Words between "hadir" and the event.
AT_IT = OPENERS | INVITED | {"di", "dalam"}


def deed(word: str) -> bool:
    """Whether a word says what somebody did, by its form or as chats say it: "mendata", "nganter", "ambil"."""
    told = word in DEEDS or bool(_ACTIVE.fullmatch(word))
    return told and word not in _NO_DEEDS and word not in CUES and word not in DOING


def acts(word: str) -> bool:
    """Whether a word is a verb by its form, active or passive, so that no name goes on with it."""
    return deed(word) or bool(_PASSIVE.fullmatch(word))
