"""Words with capitals of their own wherever they stand: acronyms of the state and its elections, and proper names."""

from handlers.reading.editor.tables import table

_WRITTEN = """
KPU KPUD PPK PPS KPPS PPLN KPPSLN TPS TPSLN DPT DPB DPS DPSHP DPTb DPTHP DPK DP4 PDPB PKPU PPID JDIH SPBE SAKIP LKjIP
DIPA APBD APBN RKA POK RAB SPJ BMN SK SE SOP BA MoU PKS NPHD TPP ASN PNS PPPK CPNS CASN CAT WFH WFO RI NKRI UU PP
Perppu UUD DKPP MK MA KPK BPK BPKP BPS BPN BNN BNNK BNNP BNPB BPBD BMKG BPOM BPJS BKN BKD BKPSDM BKPP LAN ANRI PPATK
OJK BI TNI AD AL AU Polri Polres Polresta Polsek Polda Kodim Koramil Korem Kodam Lanal Lanud Brimob Satpol PTSP DPR
DPRD DPRK DPRA DPD MPR MPU MRP KUA Kemenag Kemenkumham Kemendagri Kejari Kejati Bawaslu Panwaslu Panwascam
BPKAD BKAD BPKPD KPKNL DPMPTSP
Bakesbangpol Kesbangpol Diskominfo Dispendukcapil Disdukcapil Dukcapil Dinsos Dinkes Disdik Dispora Dishub DLH PUPR
DPMD Bappeda Bapenda Forkopimda Muspika Pemkot Pemkab Pemprov Pemda Sekda Setda OPD SKPD RSUD RSUP RSU UPT UPTD SMA
SMAN SMK SMKN SMPN SDN MAN MTs MTsN SLB SLBN PAUD UIN IAIN STAIN STAI STIE STIKES STKIP UNEJ UGM UNAIR ITS ITB IPB UPM
UNM UNHAS UNDIP UNSRI UNMUL UNTAN BEM HMI PMII GMNI GMKI PMKRI KAMMI IMM IPNU IPPNU OSIS NU PCNU PWNU PBNU MWCNU LDII
MUI PGI PHDI WALUBI FKUB PGRI IDI IBI PPNI PWI AJI IJTI IWO SMSI JMSI KNPI PKK LSM NGO KONI NPCI PMI PDIP PDI-P PKB
PPP PBB PSI PKN NasDem Golkar Gerindra Hanura Perindo OKP LO WBP ODGJ HWDI PPDI KTP KTP-el e-KTP KK NIK KTA APK APS
Sipol Sidalih Silon Sirekap Sirup HUT HAM HKN RRI TVRI RT RW BUMN BUMD PLN PDAM BRI BNI BCA CV PT UMKM PAW LHKPN LADK
LPPDK LPSDK SDM TU IT FGD FM TV QR PPKM COVID WIB WITA WIT ATK AC PC LCD GOR IG FB YouTube TikTok Instagram Facebook
Twitter WhatsApp WA Zoom Google Senin Selasa Rabu Kamis Jumat Sabtu Januari Februari Maret April Mei Juni Juli Agustus
September Oktober November Desember Indonesia Pancasila Ramadan Idulfitri Iduladha Bhayangkara Jatim Jateng Jabar
Sumut Sumbar Sumsel Sulsel Sulut Kalbar Kaltim Kalsel Kalteng NTB NTT DIY DKI
"""
# As a word of two letters or three they may be another one: only where they are written so.
_AMBIGUOUS = table(
    """
    ma se ba pp pks ac it lan al ad au bi mk lo tu apk bpk cat aps pt pc rs dpt pos
    """
)
WRITTEN = {word.casefold(): word for word in _WRITTEN.split() if word.casefold() not in _AMBIGUOUS}
"""Each such word as it is written, by its small letters; none of them is another word too."""
SHORT = table(
    """
    di ke se ini itu dan tim hal apa ada dua isu ibu pak bu per ala era api air aku ayo doa uji gas ras tas tes kas
    sah pos tua mas jam tgl lap yg dgn utk ttg mlm sdh org dr pd sd no kab kec kel jl jln lt gg ia ya aksi
    to go of the and for
    """
)
"""Words of three letters and less that are no acronyms, though they stand among capitals."""
ROMAN = table("ii iii iv vi vii viii ix xi xii xiii xiv xv")
SMALL = table(
    """
    di ke dari dan yang untuk pada dengan dalam atau oleh serta bagi tentang terhadap antara kepada bersama sebagai
    hingga sampai agar supaya karena melalui via per ala atas demi guna tanpa sejak bin binti terkait mengenai
    perihal secara nya se vs to of the and for
    """
)
"""Words that begin small in a title, but where it begins."""
