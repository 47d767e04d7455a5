"""Words of courtesy by their kind: what surrounds a report in a chat and tells nothing of it."""

import re

from handlers.reading.editor.tables import either, table
from handlers.reading.message.envelope import regional


def _any(phrases: str) -> str:
    """A pattern of phrases, one a line; a blank stands for any run of blanks."""
    return "(?:" + "|".join(line.strip().replace(" ", r"\s+") for line in phrases.strip().splitlines()) + ")"


TITLES = table(
    """bapak bpk bp pak ibu bu ibuk saudara saudari sdr sdri mas mbak mba kak kakak kang akang teh teteh uda uni bang bg
    abang bung cak ning gus daeng bli ndan komandan pimpinan bos boss min admin mimin semua semuanya semuax
    sekalian rekan rekan-rekan rekan2 teman teman-teman kawan kawan-kawan hadirin para seluruh grup group guys
    all smua smuanya tmn2 tmn-tmn kawan2 puang ndi kanda dinda gais gaes ges gess bestie sis gan bro
    abah buya ustadz ustad pakde bude dulur lur
    teungku tgk tuanku kakanda umi ummi abi ki amang inang tulang
    adinda ayahanda bunda bapa mama kaka ade karaeng opu tuan mbok gusti ida jero ketua-ketua rama
    pace mace nayak om tante opa oma tete usi nyong nona datuk datok encik yuk ayuk cece koko lae ito eda amangboru
    silih turang mamak sanak uda-uni angah acik ina ama kae"""
)
ROLES = table(
    """ketua wakil waka anggota sekretaris sekre sekda komisioner komisaris kasubbag kasubag kasubagian kabag kepala
    kasub korsek kadiv kadis kabid kasi kasie koordinator koord koordiv divisi div bagian bag bidang subbag
    subbagian sub seksi plt plh pj pjs atasan pembina jajaran kpu bawaslu sekretariat umum hukum"""
)
JOINTS = table("dan serta beserta & / dan/atau") | regional.JOINTS
AREAS = table("kota kabupaten kab kab/kota provinsi prov propinsi kecamatan kec kelurahan kel desa wilayah")
_DAYTIMES = "pagi|pg|siang|sore|petang|malam|mlm|subuh|enjing|enjang|siyang|sonten|dalu|ndalu|wengi|semeng|sanja|rawuh"
_WISHES = (
    "sejahtera|sehat|hormat|kebajikan|damai|kasih|hangat|lestari|pemilu|demokrasi|silaturahmi|santun|sukses|nusantara"
)
_GREETINGS = _any(
    rf"""(?:selamat|slamat|slmt|met|sugeng|wilujeng|rahajeng) (?:{_DAYTIMES}|tengah hari)
    salam (?:{_WISHES})(?: (?:bagi|untuk|buat) (?:kita )?(?:semua|sekalian))?
    s[hy]?alom
    om swasti?y?astu|om santi(?: santi){{0,2}} om|namo buddha?ya
    selamat (?:hari )?(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|berakhir pekan|beraktivitas|bekerja|bertugas)
    salam settong d[ae]r[ae]h?
    (?:nyuwun|nuwun|nun) sewu|horas
    (?:salamaik|salamat) (?:{_DAYTIMES})|suba jou|tabea|wa+ wa+(?= )|tabe(?: kiu?| dan)?
    rahayu(?=\s*[,.!]|\s*$)|(?:me|n)jua[hk]-?jua[hk]|ya'?ahowu|sampurasun|punten|kulo ?nuwun
    tabe'?a?|tabi[kq](?: pun)?|adil ka'? ?talino
    as{{1,2}}lm\w*
    ass(?=\.|,|\s+(?:pak|bu|lap|laporan|i[zj]in|mohon|mhn)\b)
    (?:dengan|dgn) hormat
    hall?o+w?|halo+|ha+i+|he+y+|hi+|permisi
    (?:(?:mohon )?(?:maaf|mf) )?(?:meng?ganggu|ngaganggu|ganggu)(?: waktu(?:nya|na|osna|osipun)?| waktosna)?
    bismill?ah\w*|(?:syukur )?alhamdulill?ah\w*|puji tuhan"""
)
_SALAM = (
    r"(?:wa)?'?as{1,2}ala?mu?['\s]{0,2}a?laik(?:um|om)\w*(?:[\s.,]*(?:(?:wa\s?)?rahmatull?ah\w*|warohmatull?oh\w*"
    r"|(?:wa\s?)?barakatuh\w*|wabarokatuh\w*|wr|wb)\b\.?)*+|as{1,2}\.?\s?w[rw]?\.?\s?w[rb]?\b\.?"
)
GREETING = re.compile(rf"(?:{_SALAM}|{_GREETINGS})(?!\w)", re.IGNORECASE)
READY = table("siap ok oke okay okey baik ya iya sip") | regional.YES
# Alone they are an answer to somebody.
ANSWERS = READY | table(
    "mantap mantab mantul keren top noted amin aamiin semangat lanjutkan lanjut monitor copy 86 laksanakan"
)
# Before a colon they head a message.
NOTES = table("info fyi update informasi kabar lapor")
MARKS = re.compile(
    r"""(?:<\s*)?(?:(?:media|foto|gambar|video|audio|stiker|gif|dokumen|image|photo|sticker|document|kartu\ kontak)\s+
    (?:tidak\ disertakan|omitted)|(?:attached|terlampir|lampiran):\s[^>\n]{1,80}
    |pesan\ (?:ini\ )?(?:telah\ )?(?:dihapus|diedit)|anda\ (?:telah\ )?menghapus\ pesan\ ini
    |this\ message\ was\ (?:deleted|edited)|you\ deleted\ this\ message
    |(?:(?:pesan\ )?(?:di?teruskan|terusan(?=[^\w\n]*\n))(?:\ (?:berkali-kali|dari\ [^\n]{1,60}|sering))?
    |forwarded(?:\ (?:many\ times|message|from:?\ [^\n]{1,60}))?)(?=[^\w\n]*(?:\n|$))
    (?:[^\w\n]*\n[ \t]*(?:dari|from)\ ?:[^\n]{1,60}(?=\n))?
    |(?:fwd?\.?\ ?(?::|(?:dari|dr|from)\b)|from\ ?:|dari\ ?:\ ?(?:tim\ )?(?:humas|hupmas|admin|media\ center)\b
    |copas(?:\ (?:dari|dr))?\b
    |(?:dari|dr)\ (?:wa)?gr[ou]u?[pb]\b)[^\n]{0,60}(?=\n)
    |[\w.-]{1,60}\.\w{2,4}\ \((?:file\ terlampir|berkas\ terlampir|file\ attached)\)
    |(?:pesan\ dan\ panggilan|messages\ and\ calls)[^\n]{0,40}(?:dienkripsi|encrypted)[^\n]*
    |[✓✔]{1,2}\s*\d{1,2}[.:]\d{2}|(?:dibaca|terkirim|read|delivered)\s\d{1,2}[.:]\d{2}(?=\s*(?:\n|$)))(?:\s*>)?""",
    re.IGNORECASE | re.VERBOSE,
)
# Who wrote what was handed on, on a line of its own: "~ Rina", "+62 812-3456-7890".
SENDER = re.compile(r"(?:~[ ]?[^\n]{1,40}|\+?62[\dx -]{7,20})(?=\n)")
ASKS = re.compile(
    r"(?:(?:mohon|mhn|dumohon|nyuwun|minta|maaf)\s+)?(?:i[zj]in|idzin|ijinkan|perkenankan)\b(?:\s+(?:untuk|utk|kami|saya|sy)\b)*+",
    re.IGNORECASE,
)
TELLS = table(
    """melaporkan melapor lapor laporkan laporan menyampaikan sampaikan share sharing berbagi membagikan bagikan update
    mengupdate menginfokan menginformasikan informasikan infokan info meneruskan teruskan mengirim mengirimkan kirim
    kirimkan melampirkan mengabarkan memberitahukan beritahukan menyampekan
    catat dicatat dicatet catatkan setor menyetor menyetorkan nyetor setorkan nglapor ngelapor ngirim matur alapor
    dilaporkan dilapor dilaporin laporin disampaikan diinfokan diinput diinputkan direkap"""
) | regional.TOLD - {"atur"}
_WE = "kami|saya|sy|ulun|titiang|tiang|kula|kulo|abdi|ambo|beta|torang|katong|kitong|kitorang|lon|kamoe|hami|sikam"
# Beside a verb of telling they make a clause that tells nothing, up to one of WHETHER.
LEADS = table(
    """bersama dengan dgn ini pesan surat hormat mau mo ingin hendak akan mohon mhn izin ijin idzin minta perkenankan
        perkenankanlah untuk utk dapat dpt bisa bs baru sekadar sekedar sekalian kepada kpd kpada dan serta juga ya yaa
        dulu dl dlu nah e bantu sedikit singkat sebentar maaf mf sebelumnya sempat telat terlambat bukan tabe tabik sa
        nyambung menyambung nyusul ketinggalan tertinggal kelupaan
        numpang laporan susulan kegiatan giat tugas piket harian perjalanan dinas hari yang yg nih tolong tlg tulung
        monggo silakan silahkan coba ane aku awak wak"""
) | frozenset(_WE.split("|"))
# What a line hands on that says nothing else: "ini ya pak yang diminta".
ASKED_FOR = table("diminta dimaksud ditanyakan ditunggu")
TO_WHOM = table("kepada kpd kpada dan serta")
WHETHER = table("bahwa bahwasanya bhw kalau kalo klo klw")
_PAPERS = r"(?=\s+(?:laporan|dokumentasi|foto|hasil|giat|kegiatan|bahwa)\b"
_TOLD = "laporkan|sampaikan|informasikan|infokan|beritahukan|kabarkan|lampirkan|kirimkan"
SAYS = re.compile(
    rf"(?:(?:(?:bersama|dengan)\s+ini\s+)?(?:{_WE})\s+(?:{_TOLD}|melaporkan|menginformasikan|melampirkan)"
    rf"|(?:bersama|dengan)\s+ini\s+(?:di)?(?:laporkan|sampaikan)|di(?:{_TOLD})(?:\s+dengan\s+hormat)?"
    rf"|me(?:laporkan|nginformasikan|nginfokan)|menyampaikan{_PAPERS})|terlampir{_PAPERS})|(?:sekedar|sekadar)\s+(?:info|lapor)"
    rf"|berikut(?:\s+(?:ini|adalah))*+(?:\s+(?:{_WE}))?(?:\s+(?:{_TOLD}|adalah))?{_PAPERS}|\s*:))\b",
    re.IGNORECASE,
)
_END = r"\s*(?:[,:;!.\n]|$)"
_TITLE = either(TITLES)
_MEANS = r"(?:mau|mo|badhe|bade|arep|hendak|numpang|tak|nak|arek|hoyong)\s+(?:lapor|laporkan|melaporkan|nglapor)"
LAPOR = re.compile(
    rf"{_MEANS}\s+(?=\w)(?!(?:dulu|dl|nah|ya|yaa)\b)|(?:{_MEANS}|lapor|laporkan|nglapor"
    r"|(?:badhe|bade|nak|arek|matur)\s+laporan)"
    rf"(?:\s+(?:dulu|dl|nah|nggih|njih|ya|yaa|sedikit|sebentar|singkat|86|ki|mi)\b)*+(?={_END}|\s+(?:{_TITLE})\b{_END})",
    re.IGNORECASE,
)
# What is told after "melaporkan", on the same line, before the thing itself.
THAT = table(
    """bahwa bahwasanya bhw kalau kalo klo tentang ttg terkait mengenai perihal berikut ini hasil giat kegiatan keg
    pelaksanaan acara dokumentasi dok foto foto-foto laporan harian singkat update sedikit informasi info sbb"""
)
_TODAY = r"(?:hari|hr)[ ]+ini(?:[ ]+(?:ya|yaa|nggih|pak|bu|ndan|bapak|ibu))*+[ ]*"
TODAY = re.compile(rf"[ ]*{_TODAY}(?=[:\n]|$)", re.IGNORECASE)
TOPIC = re.compile(rf"(?:giat|kegiatan|keg|laporan(?:\s+(?:giat|kegiatan))?)[ ]+{_TODAY}(?=[:\n])", re.IGNORECASE)
# What shows what follows: "siap bu, ini: rapat".
HERE = re.compile(r"(?:ini|nih)(?=\s*[,:])", re.IGNORECASE)
WHICH = re.compile(r"(?:bahwa(?:sanya)?|bhw)\b", re.IGNORECASE)
DONE = re.compile(
    r"(?:telah|tlh|sudah|sdh)\s+(?:dilaksanakan(?:nya)?|melaksanakan|terlaksana|diselenggarakan|dilakukan)\b"
    r"(?:\s+(?:kegiatan|giat|acara)\b(?!\s*[:=]))?",
    re.IGNORECASE,
)
REPORT = re.compile(
    r"(?:laporan?|lap|lapgiat|info|update)\.?\s+(?:pelaksanaan\s+|hasil\s+)?(?:giat|kegiatan|keg)\b(?:\s+(?:harian|hari\s+ini(?=\s*[:\n])))?"
    r"|(?:laporan?|lap)\.?\s+(?:hasil|pelaksanaan)\b|(?:dokumentasi|dok|foto)\.?\s+(?:giat|kegiatan|keg)\b"
    r"|dokumentasi(?=\s+\w)(?!\s+(?:dan|atau|arsip)\b)",
    re.IGNORECASE,
)
DOCUMENTS = table("laporan lap lapgiat laphar form formulir dokumentasi dok foto foto-foto notulen notula resume rilis")
HEADINGS = DOCUMENTS | table(
    """giat kegiatan keg harian mingguan hasil pelaksanaan piket tugas update info press release siaran pers berita
    perjalanan dinas singkat lengkap berikut fyi informasi kabar langsung terkini cepat sementara perkembangan lapangan
    situasi"""
)
_FIRST = r"(?:pertama(?:2|-?tama)[\s,]+)?(?:(?:mohon|mhn|minta|nyuwun)\s+)?"
_SORRY = rf"{_FIRST}(?:maaf|mf|punten|(?:pang|ng|h)apunten|pangapora|ny(?:o'?o|u'?u)n\s+sapora)"
_NO_DAY = (
    r"(?!(?:kemar|kmrn|hari|tgl|tanggal|minggu|pekan|senin|selasa|rabu|kamis|jum|sabtu|(?:se)?harusnya|bukan"
    r"|yang\s+benar|\d))"
)
# "Maaf baru bisa lapor, sinyal susah"; a day in it may be that of the report, and a correction is none.
LATE = re.compile(
    rf"{_SORRY}(?:,?\s+{_NO_DAY}[\w'/-]+){{0,6}}?,?\s+(?:baru\s+(?:sempat|bisa)|lapor\w*|melapor\w*|telat|tlt|terlambat|keterlambatan\w*|(?:ke)?lupa\w*"
    r"|ketinggalan|slow|ganggu|mengganggu|salah|keliru|sinyal\w*|kirim|share|upload|respon|waktunya|sebelumnya|susulan)"
    rf"(?:\s+{_NO_DAY}[\w'/-]+){{0,8}}(?:\s+(?:krn|karna|karena|soalnya|sebab)\b[^,.;:!\n]{{0,80}})?(?=\s*[,.;:!\n])",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"\(\s{0,3}(?:hms|humas|hupmas|red|rls|rilis)\b[^()\n]{0,20}\)"
    r"|\(\s{0,3}(?:dokumentasi|dok|foto|bukti|daftar hadir)\s+(?:ter?lampir|menyusul|sbb)\s{0,3}\)"
    r"|[,;]?\s{0,3}\b(?:sebagai\s+berikut|sbg\s+berikut|sbb)\b\s{0,3}[:.]",
    re.IGNORECASE,
)
THANKS = (
    table("""terimakasih trimakasih trims trim tks tq thx thanks thank mksh mksih trmksh trmkasih makasi mksi""")
    | regional.THANKS
)
CLOSES = THANKS | table(
    """demikian demikianlah sekian wassalam wassalamualaikum wass dum dumm dummm dump dumz dums dmk"""
)
THANKS_IN_TWO = (
    r"(?:terima|trima|matur|hatur|tarim[oa])\s*kas[ei]h?|(?:matur|hatur)\s+(?:suwun|nuwun|nuhun|sembah|suks\w+|tampi\s?asih)"
    r"|tampi\s+asih|thank\s+you"
)
POLITE = re.compile(rf"(?:{THANKS_IN_TWO}|(?:mohon|mhn|minta)\s+do'?a(?:nya|restu(?:nya)?)?)\b", re.IGNORECASE)
# One of them makes a clause of courtesy of the words beside it.
CORES = THANKS | regional.ASIDES | {"laksanakan", "86"}
# "Maaf ralat, yang benar": what follows is meant.
CORRECTED = re.compile(
    r"(?:(?:(?:mohon|mhn)\s+)?(?:maaf|mf)[\s,]+)?(?:(?:ada\s+)?(?:ralat|koreksi|revisi|salah|keliru)(?:\s+(?:ketik|tulis|kirim))?[\s,:.]+)?"
    r"(?:yang|yg)\s+(?:benar|bener|betul|bnr)(?:\s+(?:adalah|itu|ini))?\b[\s,:]*",
    re.IGNORECASE,
)
_TITLED = rf"(?:{_TITLE})(?:(?:[ \t]*[/,][ \t]*|[ \t]+(?:dan[ \t]+)?)(?:{_TITLE}))*+"
# Said to somebody in the midst of a sentence: "rapat pleno, nggih bapak ibu, di aula".
_YES = "|".join(sorted(regional.YES | {"ya", "yaa", "nih", "lho"}))
ASIDE = re.compile(
    rf"(?<=[,.])[ \t]*(?:{_YES})[ \t]+{_TITLED}(?=[ \t]*[,.\n])",
    re.IGNORECASE,
)
CLOSES_IN_TWO = re.compile(
    rf"{THANKS_IN_TWO}"
    r"|(?:mohon|mhn|menunggu|nyuwun|tunggu)\s+(?:arahan|koreksi|petunjuk|maaf|masukan|bimbingan|saran|dikoreksi|atensi|dicatat|diinput|direkap"
    r"|diterima|maklum|perhatian|dukungan|ditindaklanjuti)\w*"
    r"|atas\s+(?:perhatian|arahan|bantuan|dukungan|kerja\s?sama|waktu|bimbingan|petunjuk)\w*"
    r"|(?:dokumentasi|dok|foto(?:2|-foto)?|bukti)\.?\s+(?:ter?lampir|menyusul|nyusul|dibawah|di\s+bawah|sbb|segera)"
    r"|hormat\s+(?:kami|saya)|laporan\s+selesai|om\s+s(?:h|a)?anti|best\s+regards|wassalam\w*|was{1,2}alamu?'?\s?alaikum",
    re.IGNORECASE,
)
# They close only where they stand by themselves: "ucapan selamat pagi" is a fact.
CLOSES_APART = re.compile(rf"(?:selamat|sugeng)\s+(?:{_DAYTIMES})|salam\s+(?:hormat|sehat)", re.IGNORECASE)
CLOSING = (
    CLOSES
    | TITLES
    | READY
    | regional.ALL
    | table(
        """terima trima kasih you mohon mhn menunggu tunggu arahan arahannya
        koreksi koreksinya petunjuk petunjuknya maaf masukan masukannya bimbingan saran dikoreksi atensi
        dicatat diinput direkap
        diterima maklum perhatian perhatiannya dukungan dukungannya bantuan bantuannya kerja sama kerjasama
        kerjasamanya samanya waktu waktunya ditindaklanjuti dokumentasi dok foto bukti terlampir menyusul nyusul
        dibawah bawah sbb segera di selamat sugeng pagi siang sore malam enjing sonten dalu hormat kami saya
        salam sehat laporan laporannya lapor selesai yang yg dapat dpt bisa kita dilaporkan laporkan
        sampaikan disampaikan informasikan infokan informasi ini atas diucapkan ucapkan haturkan aturkan
        banyak untuk utk dan dengan dgn bila bilamana jika jk apabila ada kurang kekurangan kekurangannya
        salah kesalahan lebih lanjut selanjutnya dari kepada wassalamualaikum wassalamu'alaikum
        wasalamualaikum wassalamu alaikum warahmatullahi wabarakatuh warohmatullohi wabarokatuh wr wb w
        ketua sekretaris anggota 86 sebelumnya semoga bermanfaat ditunggu laksanakan monitor mawon om
        santi santih shanti kegiatan giat hari menjadi periksa dados guna sebagai bahan
        best regards foto2 foto-foto doa do'a doanya restu restunya"""
    )
)
# Of these a clause of thanks is made, wherever it stands; a day in it is that of what they are for.
POLITELY = CLOSING | ROLES | table("kemarin kmrn tadi td barusan")
# A last sentence that only takes leave, whatever it says of shortcomings and thanks.
FAREWELL = re.compile(
    rf"(?:^|(?<=[.!?\n]))[ \t\n*_]*(?P<told>(?:demikian\w*|sekian|semoga|(?:mohon|mhn)\s+maaf"
    r"|mohon\s+(?:izin|ijin)\s+(?:apa)?bila"
    rf"|(?:{THANKS_IN_TWO}|{'|'.join(sorted(THANKS))}|hormat\s+(?:kami|saya)|tuhan\s+memberkati|d?um[ou]g[ia])"
    r"|atas\s+(?:perhatian|arahan|bantuan|dukungan|kerja\s?sama|waktu|bimbingan|petunjuk)\w*)\b[^.!?\n\d:@#]*)[.!?]*$",
    re.IGNORECASE,
)
# Of these a last sentence is made that only praises how it went, with one of the latter.
PRAISED = table(
    """lancar lancer aman tertib sukses kondusif terkendali hikmat khidmat khusyuk meriah seru ramai rame baik
    alhamdulillah alhamdulilah"""
)
PRAISE = PRAISED | table(
    """puji tuhan syukur segala acara acaranya kegiatan kegiatannya giat giatnya semua semuanya smua berjalan brjalan
    berlangsung dengan dgn dan serta n jaya sekali banget bgt juga pun tanpa kendala hambatan halangan suatu apapun
    berkat doa kita untuk hari ini sampai akhir selesai pak bu min tetap cukup sangat ya nggih nian bana euy pisan tenan
    mawon rapat apel"""
)
SIGNED = re.compile(r"(?:^|(?<=\n))[ \t]*hormat\s+(?:kami|saya)[ \t]*,?[ \t]*(?:\n[^\n:]{0,40}){0,4}$", re.IGNORECASE)
# Signs that stand for a label or an answer, and are no mere decoration.
TELLING = frozenset("📍📌📅📆🗓⏰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⌚📝👥🏢🏛🎯🔗✅❌☑✔✖✓⏱👤🎤🗒📋📖📚🏫🏟🗺🏨⏲🕰⏳⌛👷👮👫👪🧑👨🤝✍🏠")
