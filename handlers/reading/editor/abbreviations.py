"""Words as chats spell them, each with the one word that it means, and those that may mean two."""

import re

from handlers.reading.editor.tables import pairs, table

_ONE = """
yg=yang yng=yang dgn=dengan dg=dengan dng=dengan utk=untuk untk=untuk dlm=dalam dri=dari kpd=kepada drpd=daripada
ttg=tentang tntg=tentang thd=terhadap thdp=terhadap sbg=sebagai sbgai=sebagai bhw=bahwa krn=karena karna=karena
spy=supaya agr=agar spt=seperti sprti=seperti spti=seperti tnpa=tanpa antr=antara olh=oleh sblm=sebelum sblum=sebelum
stlh=setelah stelah=setelah ssdh=sesudah smpai=sampai sampe=sampai smpe=sampai klo=kalau kalo=kalau klw=kalau tpi=tetapi
tp=tetapi tapi=tetapi jd=jadi jdi=jadi jg=juga jga=juga msh=masih sdh=sudah udh=sudah udah=sudah tlh=telah blm=belum
blom=belum blum=belum tdk=tidak tdak=tidak gak=tidak nggak=tidak ngga=tidak enggak=tidak ndak=tidak hrs=harus
mgkn=mungkin sgt=sangat slg=saling trs=terus trus=terus lgsg=langsung lgsng=langsung lgi=lagi bbrp=beberapa
bbrapa=beberapa byk=banyak bnyk=banyak sdkt=sedikit dikit=sedikit smua=semua smw=semua stiap=setiap tsb=tersebut
tsbt=tersebut sbnyk=sebanyak sbyk=sebanyak jml=jumlah jmlh=jumlah org=orang orng=orang mhs=mahasiswa mhsw=mahasiswa
wrg=warga masy=masyarakat msyrkt=masyarakat pmilih=pemilih pmlh=pemilih pmlu=pemilu pserta=peserta psrt=peserta
undgn=undangan anggt=anggota pngrus=pengurus tgl=tanggal bln=bulan thn=tahun wkt=waktu mlm=malam mlam=malam
malem=malam sng=siang kmrn=kemarin kmren=kemarin kemaren=kemarin bsk=besok skrg=sekarang skrng=sekarang ntar=nanti
hbs=habis nnti=nanti td=tadi tdi=tadi keg=kegiatan kgt=kegiatan kgtn=kegiatan rpt=rapat jdwl=jadwal lprn=laporan
lporan=laporan tmpt=tempat tmp=tempat bertmpt=bertempat kntr=kantor ktr=kantor rmh=rumah skolah=sekolah
sklh=sekolah brsm=bersama
brsama=bersama bersm=bersama bareng=bersama srt=surat hsl=hasil hdr=hadir ikt=ikut dtg=datang dateng=datang
krm=kirim pgi=pagi bw=bawa brkt=berangkat brgkt=berangkat tlg=tolong tlong=tolong mhn=mohon mohn=mohon lwt=lewat
dihadirin=dihadiri ngebahas=membahas mbahas=membahas ngasih=memberi nerima=menerima hadiri=menghadiri nganter=mengantar
nganterin=mengantar ngecek=mengecek ngisi=mengisi ngumpulin=mengumpulkan ngadain=mengadakan nyerahin=menyerahkan
ngambil=mengambil nemenin=menemani ngajarin=mengajari ngurus=mengurus nyiapin=menyiapkan siapin=siapkan
telat=terlambat bikin=membuat pake=memakai kayak=seperti kyk=seperti aja=saja emang=memang
gmn=bagaimana gmana=bagaimana gimana=bagaimana
"""
_TWO_WORDS = {
    "ybs": "yang bersangkutan",
    "makasih": "terima kasih",
    "mksh": "terima kasih",
    "trims": "terima kasih",
    "trmksh": "terima kasih",
}
_GLUED = {
    "kerjasama": "kerja sama",
    "terimakasih": "terima kasih",
    "dimana": "di mana",
    "disana": "di sana",
    "disini": "di sini",
    "diatas": "di atas",
    "dibawah": "di bawah",
    "didalam": "di dalam",
    "diluar": "di luar",
}
_MISSPELT = """
rpat=rapat rapt=rapat ijin=izin jadual=jadwal silahturahmi=silaturahmi silahturahim=silaturahmi silaturrahmi=silaturahmi
silaturahim=silaturahmi silaturrahim=silaturahmi himbauan=imbauan praktek=praktik nopember=November pebruari=Februari
febuari=Februari pebuari=Februari jum'at=Jumat jum’at=Jumat propinsi=provinsi aktifitas=aktivitas resiko=risiko
analisa=analisis tehnis=teknis sekertaris=sekretaris sekertariat=sekretariat obyek=objek subyek=subjek
standarisasi=standardisasi kordinasi=koordinasi koordiansi=koordinasi sosialiasi=sosialisasi sosialisai=sosialisasi
plantikan=pelantikan merubah=mengubah dirubah=diubah sholat=salat ramadhan=Ramadan negri=negeri antri=antre
kekinisan=kekinian
"""
# With a 2 behind them they are said twice; of other words a digit is the number ("SMAN2").
_REPEATED = """
alun bersih rekan teman sama masing lain macam anak ibu bapak jalan hati kira undang anggota dua tiap kawan adik kakak
lagu satu kadang benar hal buku foto pemuda cepat pelan
"""


# "diruang rapat" is "di ruang rapat".
GLUED = re.compile(r"di(?=(?:ruang|aula|kantor|gedung|rumah|halaman|lapangan|balai|hotel)\w*$)", re.IGNORECASE)


MISSPELT = pairs(_MISSPELT) | _GLUED
"""Words with a slip, each with the right spelling, in small letters."""
ABBREVIATIONS = pairs(_ONE)
"""What each word of chat means, one word for one, in small letters."""
UNSURE = {
    "dr": "dari atau dr.",
    "pd": "pada atau PD",
    "sd": "s.d. atau SD",
    "sm": "bersama atau SM",
    "d": "di",
    "n": "dan",
    "hr": "hari atau HR",
    "pkl": "pukul atau PKL",
    "bpk": "Bapak atau BPK",
    "smp": "sampai atau SMP",
    "dpt": "dapat atau DPT",
    "brg": "bersama atau barang",
    "ket": "ketua atau keterangan",
    "lap": "laporan atau lapangan",
    "bhs": "bahas atau bahasa",
    "lg": "lagi atau sedang",
    "ttp": "tetap atau tutup",
    "bgn": "bagian atau bangun",
    "gdg": "gedung atau gudang",
}
"""Short words with two readings, and which; the words beside them tell, or nobody does."""
SLANG = table(
    """
    banget bgt gitu gini doang kok sih dong deh nih tuh lho loh gue gw elu gaes guys bro sis bestie mantul wkwk
    wkwkwk hehe hehehe haha ngobrol nongkrong kepo ribet cuan gercep otw btw gpp ga gk nggih njih sami monggo
    """
)
"""Words of talk that no single written word stands for."""
_WHOLE = ABBREVIATIONS | _TWO_WORDS | MISSPELT
_TWICE = re.compile(rf"({'|'.join(_REPEATED.split())})2(an|nya)?")


def meant(word: str) -> str:
    """The written form of a word in small letters; empty where it is written already, or has two readings."""
    if found := _WHOLE.get(word):
        return found
    if glued := GLUED.match(word):
        return f"di {word[glued.end() :]}"
    if twice := _TWICE.fullmatch(word):
        return f"{twice[1]}-{twice[1]}{twice[2] or ''}"
    base = word.removesuffix("nya")
    return f"{found}nya" if base != word and (found := ABBREVIATIONS.get(base)) else ""


def spellings(words: frozenset[str]) -> list[str]:
    """These words, and how chats shorten them."""
    return sorted(words | {short for short, long in ABBREVIATIONS.items() if long in words})
