"""Words of courtesy by their kind: what surrounds a report in a chat and tells nothing of it."""

import re


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


def _any(table: str) -> str:
    """A pattern of the phrases of a table, one a line; a blank stands for any run of blanks."""
    return "(?:" + "|".join(line.strip().replace(" ", r"\s+") for line in table.strip().splitlines()) + ")"


TITLES = _words(
    """bapak bpk bp pak ibu bu ibuk saudara saudari sdr sdri mas mbak mba kak kakak kang akang teh teteh uda uni bang
    abang bung cak ning gus daeng bli ndan komandan pimpinan bos boss min admin mimin semua semuanya semuax
    sekalian rekan rekan-rekan rekan2 teman teman-teman kawan kawan-kawan hadirin para seluruh grup group guys
    all smua smuanya tmn2 tmn-tmn kawan2 puang daeng ndi kanda dinda abah buya ustadz ustad pakde bude dulur lur"""
)
ROLES = _words(
    """ketua wakil waka anggota sekretaris sekre sekda komisioner komisaris kasubbag kasubag kasubagian kabag kepala
    kadiv kadis kabid kasi kasie koordinator koord koordiv divisi div bagian bag bidang subbag subbagian sub seksi plt
    plh pj pjs atasan pembina jajaran kpu bawaslu sekretariat umum hukum"""
)
JOINTS = _words("dan serta beserta & / dan/atau")
AREAS = _words("kota kabupaten kab kab/kota provinsi prov propinsi kecamatan kec kelurahan kel desa wilayah")
_DAYTIMES = "pagi|pg|siang|sore|petang|malam|mlm|subuh|enjing|enjang|siyang|sonten|dalu|ndalu|wengi|semeng|sanja|rawuh"
_WISHES = (
    "sejahtera|sehat|hormat|kebajikan|damai|kasih|hangat|lestari|pemilu|demokrasi|silaturahmi|santun|sukses|nusantara"
)
_GREETINGS = _any(
    rf"""(?:selamat|slamat|slmt|met|sugeng|wilujeng|rahajeng) (?:{_DAYTIMES}|tengah hari)
    salam (?:{_WISHES})(?: (?:bagi|untuk|buat) (?:kita )?(?:semua|sekalian))?
    s[hy]?alom
    om swasti?y?astu|om santi(?: santi){{0,2}} om|namo buddha?ya
    rahayu(?=\s*[,.!]|\s*$)|horas|(?:me|n)jua[hk]-?jua[hk]|ya'?ahowu|sampurasun|punten|kulo ?nuwun|(?:nyuwun|nuwun) sewu
    tabe'?a?|tabi[kq]|adil ka'? ?talino
    as{{1,2}}lm\w*
    (?:dengan|dgn) hormat
    hall?o|hai|hi|permisi
    bismill?ah\w*|(?:syukur )?alhamdulill?ah\w*|puji tuhan"""
)
_SALAM = (
    r"(?:wa)?'?as{1,2}ala?mu?['\s]{0,2}a?laik(?:um|om)\w*(?:[\s.,]*(?:(?:wa\s?)?rahmatull?ah\w*|warohmatull?oh\w*"
    r"|(?:wa\s?)?barakatuh\w*|wabarokatuh\w*|wr|wb)\b\.?)*+|as{1,2}\.?\s?w[rw]?\.?\s?w[rb]?\b\.?"
)
GREETING = re.compile(rf"(?:{_SALAM}|{_GREETINGS})(?!\w)", re.IGNORECASE)
# "Pagi Bapak Ibu" greets, "Pagi: apel" tells.
HOURS = _words("pagi siang sore petang malam")
READY = _words("siap ok oke okay okey baik nggih njih inggih ya iya sip")
# Alone they are an answer to somebody.
ANSWERS = READY | _words(
    "mantap mantab mantul keren top noted amin aamiin semangat lanjutkan lanjut monitor copy 86 laksanakan"
)
# Before a colon they head a message.
NOTES = _words("info fyi update informasi kabar lapor")
MARKS = re.compile(
    r"""(?:<\s*)?(?:(?:media|foto|gambar|video|audio|stiker|gif|dokumen|image|photo|sticker|document|kartu\ kontak)\s+
    (?:tidak\ disertakan|omitted)|(?:attached|terlampir|lampiran):\s[^>\n]{1,80}
    |pesan\ (?:ini\ )?(?:telah\ )?(?:dihapus|diedit)|anda\ (?:telah\ )?menghapus\ pesan\ ini
    |this\ message\ was\ (?:deleted|edited)|you\ deleted\ this\ message
    |(?:pesan\ )?di?teruskan(?:\ (?:berkali-kali|dari\ [^\n]{1,60}|sering))?(?=\s*(?:\n|$))
    |forwarded(?:\ (?:many\ times|message|from:?\ [^\n]{1,60}))?(?=\s*(?:\n|$))
    |[\w.-]{1,60}\.\w{2,4}\ \((?:file\ terlampir|berkas\ terlampir|file\ attached)\)
    |(?:pesan\ dan\ panggilan|messages\ and\ calls)[^\n]{0,40}(?:dienkripsi|encrypted)[^\n]*
    |[✓✔]{1,2}\s*\d{1,2}[.:]\d{2}|(?:dibaca|terkirim|read|delivered)\s\d{1,2}[.:]\d{2}(?=\s*(?:\n|$)))(?:\s*>)?""",
    re.IGNORECASE | re.VERBOSE,
)
ASKS = re.compile(
    r"(?:(?:mohon|mhn|dumohon|nyuwun|minta|maaf)\s+)?(?:i[zj]in|idzin|ijinkan|perkenankan)\b(?:\s+(?:untuk|utk|kami|saya|sy)\b)*+",
    re.IGNORECASE,
)
TELLS = _words(
    """melaporkan melapor lapor laporkan laporan menyampaikan sampaikan share sharing berbagi membagikan bagikan update
    mengupdate menginfokan menginformasikan informasikan infokan info meneruskan teruskan mengirim mengirimkan kirim
    kirimkan melampirkan mengabarkan memberitahukan beritahukan menyampekan nglapor ngelapor ngirim matur"""
)
_WE = "kami|saya|sy|ulun|titiang|tiang|kula|kulo|abdi|ambo|beta|torang"
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
_TITLE = "|".join(sorted(TITLES, key=len, reverse=True))
LAPOR = re.compile(
    rf"(?:(?:mau|mo|badhe|bade|arep|hendak|numpang|tak)\s+)?(?:lapor|laporkan|nglapor)"
    rf"(?:\s+(?:dulu|dl|nah|nggih|njih|ya|yaa)\b)*+(?={_END}|\s+(?:{_TITLE})\b{_END})",
    re.IGNORECASE,
)
# What is told after "melaporkan", on the same line, before the thing itself.
THAT = _words(
    """bahwa bahwasanya bhw kalau kalo klo tentang ttg terkait mengenai perihal berikut ini hasil giat kegiatan keg
    pelaksanaan acara dokumentasi dok foto foto-foto laporan harian update sedikit informasi info sbb"""
)
_TODAY = r"(?:hari|hr)[ ]+ini(?:[ ]+(?:ya|yaa|nggih|pak|bu|ndan|bapak|ibu))*+[ ]*"
TODAY = re.compile(rf"[ ]*{_TODAY}(?=[:\n]|$)", re.IGNORECASE)
TOPIC = re.compile(rf"(?:giat|kegiatan|keg|laporan(?:\s+(?:giat|kegiatan))?)[ ]+{_TODAY}(?=[:\n])", re.IGNORECASE)
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
DOCUMENTS = _words("laporan lap lapgiat laphar dokumentasi dok foto foto-foto notulen notula resume rilis")
HEADINGS = DOCUMENTS | _words(
    """giat kegiatan keg harian mingguan hasil pelaksanaan piket tugas update info press release siaran pers berita
    perjalanan dinas singkat lengkap berikut fyi informasi kabar"""
)
LATE = re.compile(
    r"(?:mohon\s+)?(?:maaf|mf)(?:\s+(?:baru|br|sempat|bisa|lapor|laporan|melapor|melaporkan|terlambat|telat|tlt|agak"
    r"|sedikit|atas|keterlambatan(?:nya)?|mengganggu|ganggu|waktunya|sebelumnya|slow|respon|kirim|share|upload|susulan"
    r"|kami|saya|sy|ya|pak|bu|mengirim|menyampaikan|lama)\b)++(?=\s*[,.;:!\n])",
    re.IGNORECASE,
)
INSIDE = re.compile(
    r"\(\s{0,3}(?:dokumentasi|dok|foto|bukti|daftar hadir)\s+(?:ter?lampir|menyusul|sbb)\s{0,3}\)"
    r"|[,;]?\s{0,3}\b(?:sebagai\s+berikut|sbg\s+berikut|sbb)\b\s{0,3}[:.]",
    re.IGNORECASE,
)
CLOSES = _words(
    """demikian demikianlah sekian terimakasih trimakasih trims trim tks tks. tq thx thanks thank makasih mksh mksih
    suwun nuwun mauliate bujur tarimokasih wassalam wassalamualaikum wass trmksh trmkasih makasi mksi dum dumm
    dummm dump dumz dums dmk"""
)
CLOSES_IN_TWO = re.compile(
    r"(?:terima|trima|matur|hatur|tarimo)\s*kasih|(?:matur|hatur)\s+(?:suwun|nuwun|nuhun|sembah)|thank\s+you"
    r"|(?:mohon|mhn|menunggu|nyuwun|tunggu)\s+(?:arahan|koreksi|petunjuk|maaf|masukan|bimbingan|saran|dikoreksi|atensi"
    r"|diterima|maklum|perhatian|dukungan|ditindaklanjuti)\w*"
    r"|atas\s+(?:perhatian|arahan|bantuan|dukungan|kerja\s?sama|waktu|bimbingan|petunjuk)\w*"
    r"|(?:dokumentasi|dok|foto(?:2|-foto)?|bukti)\.?\s+(?:ter?lampir|menyusul|dibawah|di\s+bawah|sbb|segera)"
    r"|hormat\s+(?:kami|saya)|laporan\s+selesai|om\s+s(?:h|a)?anti|best\s+regards|wassalam\w*|was{1,2}alamu?'?\s?alaikum",
    re.IGNORECASE,
)
# They close only where they stand by themselves: "ucapan selamat pagi" is a fact.
CLOSES_APART = re.compile(rf"(?:selamat|sugeng)\s+(?:{_DAYTIMES})|salam\s+(?:hormat|sehat)", re.IGNORECASE)
CLOSING = (
    CLOSES
    | TITLES
    | READY
    | _words(
        """terima trima kasih matur hatur tarimo nuhun sembah you mohon mhn menunggu tunggu nyuwun arahan arahannya
        koreksi koreksinya petunjuk petunjuknya maaf masukan masukannya bimbingan saran dikoreksi atensi
        diterima maklum perhatian perhatiannya dukungan dukungannya bantuan bantuannya kerja sama kerjasama
        kerjasamanya samanya waktu waktunya ditindaklanjuti dokumentasi dok foto bukti terlampir menyusul
        dibawah bawah sbb segera di selamat sugeng pagi siang sore malam enjing sonten dalu hormat kami saya
        salam sehat laporan laporannya lapor selesai yang yg dapat dpt bisa kita dilaporkan laporkan
        sampaikan disampaikan informasikan infokan informasi ini atas diucapkan ucapkan haturkan aturkan
        banyak untuk utk dan dengan dgn bila bilamana jika jk apabila ada kurang kekurangan kekurangannya
        salah kesalahan lebih lanjut selanjutnya dari kepada wassalamualaikum wassalamu'alaikum
        wasalamualaikum wassalamu alaikum warahmatullahi wabarakatuh warohmatullohi wabarokatuh wr wb w
        ketua sekretaris anggota 86 sebelumnya semoga bermanfaat ditunggu laksanakan monitor nggeh mawon
        sanget om santi santih shanti trmksh kegiatan giat hari menjadi periksa dados guna sebagai bahan
        best regards foto2 foto-foto"""
    )
)
SIGNED = re.compile(r"(?:^|(?<=\n))[ \t]*hormat\s+(?:kami|saya)[ \t]*,?[ \t]*(?:\n[^\n:]{0,40}){0,4}$", re.IGNORECASE)
# Signs that stand for a label or an answer, and are no mere decoration.
TELLING = frozenset("📍📌📅📆🗓⏰🕐🕑🕒🕓🕔🕕🕖🕗🕘🕙🕚🕛⌚📝👥🏢🏛🎯🔗✅❌☑✔✖✓⏱👤🎤🗒📋📖📚")
