"""The words by which this office is read: its own partners and kegiatan from the rows, and the kinds of institution
that every office meets."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from handlers.chat.messages import Turn
from handlers.reading.editor.tables import table
from handlers.reading.jenis import of_office
from handlers.reading.message.gazetteer import Gazetteer
from storage.catatan import kegiatan as rows
from storage.catatan.kegiatan import NONPEMERINTAH, PEMERINTAH
from storage.kantor import daftar
from storage.nasional.wilayah import regions

_PEMERINTAH = """
    pemerintah polisi polres polresta polrestabes polsek polda polri mabes brimob satlantas kapolres kapolsek kapolda
    kodim makodim koramil korem kodam lanal lanud tni danramil dandim makorem mapolres mapolresta mapolsek babinsa
    bhabinkamtibmas kejaksaan kejari kejati pengadilan pn pa ptun mahkamah dprd dpr dprk bupati walikota gubernur wabup
    wawali sekda setda forkopimda muspika forkopimcam pemkot pemkab pemprov pemda pemdes dinas diskominfo kominfo
    kominfotik disdukcapil dispenduk dukcapil dispendukcapil dinkes dinsos disdik dispendik dispendikbud disdikbud
    diknas disnaker disperindag dishub dispora disporapar disparbud dlh pupr dpupr dpmd bappeda bappelitbangda bapenda
    bakesbangpol kesbangpol kesbang bkd bkpsdm bkn bps bpbd bnn bnnk bnnp bnpb basarnas bmkg bpn bpk bpkp bpom bpjs
    inspektorat satpol pol damkar kemenag kementerian kemenkumham kemendagri kua kpp kppn rsud rsup rs rumkit puskesmas
    posyandu labkesda kecamatan kelurahan kapanewon kalurahan kemantren desa camat lurah kades danpos sekolah sma smk
    smp sd man mtsn mts ma mi min sman smkn smpn sdn slb slbn bawaslu panwaslu panwascam panwaslucam dkpp imigrasi lapas
    rutan bapas komisi komnas komisioner ombudsman panwaslih gakkumdu kesdam rindam linmas distrik nagari gampong
    keuchik mrp dprp dprpb kemenhan kemenpora itjen kajari kajati kalapas karutan panwas tni-polri danrem danlanal
    danlanud pangdam kapolresta kapolrestabes kasdam kasrem wakapolres wakapolresta wakapolda danyon yonif kodiklat
    kpknl bpkad bkad bpkd bapperida brida bpmp dpmptsp tni/polri kanwil ditjen direktorat kejagung kemensos kemendikbud
    kemendes kemenkes kemenkeu bkkbn dppkb dp3ap2kb disparekraf dinkop polairud denpom ksop syahbandar upt uptd geuchik
    mukim pambakal pembakal perbekel setwan sekwan bppkad bakeuda bpprd dpkp dp3a dpppa diskoperindag disbudpar
    disparpora dispusip diskannak distan dinsosp3a puspenad satlinmas bin kpai setkot setkab setdakab setdako setdaprov
    dindukcapil dindik dindikbud dindikpora dinkominfo dinporapar dinperindag dinpermades dinpertan dinhub dinperkim
    disnakertrans disnakerin disnakerperin disperinaker disperindagkop diskopukm diskopumkm diskumindag dispermades
    dispermas dispertan dispertanak distanbun distanak disnak disnakkeswan disbun dishut dislutkan diskanla disperkim
    disperkimtan dispupr disputr dputr dpubm dpkplh dlhk dkp dkukmp dp2kbp3a dp3akb dp3appkb dp2kb dinpmd
    dinsosp3akb dinsosnaker dinkb bkpp bkppd bkdpsdm bapelitbang bappelitbang balitbang balitbangda barenlitbangda
    bappedalitbang disparbudpora dikbud dikpora disdikpora dispar dinpar disbud disbudporapar dispusarda dispursip
    dinarpus disarpus dispersip dinpersip arpusda perpusda perpusnas diskominfosan diskominfotik diskominfosp diskomdigi
    komdigi kominfostandi disdamkar damkarmat kesbanglinmas bakesbanglinmas bppd dppkad dpkd dinkesos dinkopukm
    dintanpan dinlh dinnaker bkkb bpbpk bbws bpjn bpkh bksda cabdin cabdindik koarmada
    kogabwilhan makodam arhanud satbrimob ditintelkam satintelkam intelkam satbinmas binmas kasatintel
    kemenkopolkam kemenko kemenpan kemenparekraf kemenkop kemenperin kementan kemenhub kemenlu kemendag kemenaker
    kemenpu kemenpppa kemenimipas kemenham kemenhaj kpid kpi tapd banggar kip badan balai blk bbpom perpustakaan
    samsat perhutani pln pdam bulog telkom wali korpri kpu
"""
_NONPEMERINTAH = """
    partai parpol ormas okp ormawa yayasan universitas univ fakultas fak fisip institut politeknik akademi stikes stie
    stai stit stkip pgri idi ibi ppni pwi aji ijti iwo smsi jmsi media pers pramuka kwarcab kwarran kwaran kwarda knpi
    pmii gmni hmi pwnu pbnu himpunan imm kammi ipnu ippnu pelajar karang taruna mui nu pcnu mwcnu muhammadiyah aisyiyah
    fatayat muslimat ansor banser gp gereja gkjw gkj gki gpdi paroki keuskupan vihara klenteng pura masjid pgi walubi
    phdi fkub mwc gusdurian persit bhayangkari dharma dharmawanita pkk lsm ngo koperasi radio paguyuban perkumpulan
    asosiasi ikatan ika dosen mahasiswa mhs upm jatman dewan ponpes pondok pesantren pp santri cv pt ud toko bank bri
    bni bca mandiri btn hipmi kadin apindo pmi baznas nasdem golkar gerindra pdip pdi-p pdi pkb pks ppp pan psi hanura
    perindo demokrat pbb gelora dpc dpw dpp dpac pac relawan paslon bapaslon tokoh disabilitas hwdi pertuni difabel
    perempuan petani nelayan serikat spsi buruh komunitas klub unej ugm ui itb its unair ub um unesa undip uns unpad
    unhas usu unand unri unsri unmul untan ulm unud undana unsyiah usk unhalu uho untad unsrat unipa uncen bem sinode
    klasis majelis gmki pmkri kmhdi ldii permabudhi kerukunan bendesa poltek wartawan jurnalis tv lo pkn ppdi itmi
    gerkatin tk ra paud pkbm sdit smpit smait tpq kampus remaja akademisi smak smpk sdk smas smks smps gks gkst gkp gbi
    gsja gkpb gmist unika unwira forum dkm takmir persis gmit gmim gbkp gkps gpib gpm gmih gkpi gkii radar tribun pemuda
    laskar garda solidaritas pokdarwis fkppm poltekkes poltekpar poltekbang poltekip perhimpunan persatuan
    persekutuan federasi konfederasi aliansi koalisi gapoktan sanggar bkmt fkppi ppm lvri pepabri apdesi papdesi
    abpednas lmk lpm fjpi amsi lkaam icmi hkbp bkprmi dmi influencer kreator
"""
# A state university is of either table, as its office has it.
_EITHER = "rri tvri dpd kantor perum lembaga opd instansi panti iain uin stain"
GENERIC = table(
    """
    pemerintah polsek koramil lapas rutan partai parpol ormas okp ormawa yayasan universitas univ fakultas fak fisip
    institut politeknik akademi media pers ikatan himpunan asosiasi dewan koperasi radio paguyuban perkumpulan dosen
    mahasiswa mhs dinas kecamatan kelurahan kapanewon kalurahan kemantren desa badan kantor komisi kementerian sma smk
    ma mi min smp sd man mts mtsn sman smkn smpn sdn slb slbn sekolah puskesmas pengadilan balai gereja masjid vihara
    klenteng pura pondok pesantren pp ponpes santri pelajar karang cv pt ud toko bank rs rsud serikat komunitas klub
    tokoh relawan lo lembaga gp dpd dpc dpw dpp dpac pac pan pa pn mandiri perempuan petani nelayan buruh pos wali ui um
    ub pajak dharma tv disabilitas difabel bem arsip majelis kerukunan distrik nagari gampong bendesa poltek komisioner
    mahkamah camat perhimpunan persatuan persekutuan federasi konfederasi aliansi koalisi sanggar ditjen direktorat
    kanwil upt uptd forum dkm takmir radar tribun mukim lurah kades perpustakaan panti ika pemuda laskar garda
    solidaritas tk ra paud pkbm sdit smpit smait tpq kampus remaja
    """
)
GROUPS = table(
    """
    parpol ormas okp ormawa media pers dosen akademisi mahasiswa mhs pelajar santri paslon bapaslon relawan tokoh
    disabilitas difabel perempuan petani nelayan buruh lo camat lurah kades wartawan jurnalis bank toko opd instansi
    influencer kreator remaja
    """
)
_VENUES = table(
    "kelurahan kecamatan kapanewon kalurahan kemantren desa distrik nagari gampong kantor balai gedung perpustakaan "
    "pos toko sekolah puskesmas masjid pura"
)
_OWN = table(
    """
    kpu kip rpp jdih ppk ppd ppg pps kpps pantarlih pps/ppk sekretaris sekretariat kasubbag kasubag subbag subbagian
    divisi div bagian aula adhoc komisioner pegawai karyawan staf staff kami kita saya tim kolega tpp jajaran semua
    seluruh satpam security ppnpn panitia operator ketua anggota plt kabag pjs ppid sadayana sedaya
    """
)
KINDS = (
    dict.fromkeys(table(_EITHER), "")
    | dict.fromkeys(table(_NONPEMERINTAH), NONPEMERINTAH)
    | dict.fromkeys(table(_PEMERINTAH), PEMERINTAH)
)
SHORTEST = 3
# How chats shorten provinces, and words of regions that are ordinary words too.
_SHORT_REGIONS = table(
    """
    sumut sumbar sumsel sulsel sulut sulteng sultra sulbar kalbar kalteng kalsel kaltim kaltara jabar jateng jatim ntb
    ntt diy kepri babel malut pabar oku okut okus oki muba mura muratara tts ttu sbd kobar kotim kutim kukar kubar hst
    hsu hss
    """
)
_ORDINARY = table(
    """
    administrasi alam bagian bandar bara barat baru batu bawang bener besar bintang daerah dan datar daya empat fak
    gunung hilir hulu ilir intan istimewa jaya kabupaten kota kuala kepulauan landak laut lawang lima lubuk mas metro
    muara muaro nusa padang pagar panjang pati pegunungan penuh pesisir pinang pulang pulau puluh puncak pusat raja raya
    sabu selatan seram serang sungai tana tanah tanjung tebing teluk tengah tenggara timur tinggi tulang una utara way
    """
)


def gazetteer(turn: Turn) -> Gazetteer:
    """All that the office told so far, in three statements."""
    told = list(rows.names(turn))
    return replace(
        of_partners(rows.known(turn), turn.satker.wilayah),
        told={nama: count for nama, _, count in told},
        sectors={nama.casefold(): sektor for nama, sektor, _ in told if sektor},
        platforms=daftar.words(turn.satker),
        jenis=of_office(tuple(turn.satker.jenis_sendiri)),
        bawaan=tuple(turn.satker.platform_bawaan),
    )


@cache
def _regions() -> frozenset[str]:
    """The words by which regions are called that mean nothing else."""
    called = (word for region in regions().values() for word in region.nama.casefold().replace("-", " ").split())
    return _SHORT_REGIONS | frozenset(called) - _ORDINARY


def of_partners(known: Mapping[str, tuple[str, str]], wilayah: str) -> Gazetteer:
    """`known`: names that partners are called by, each with (the printed name, the sector)."""
    return Gazetteer(
        wilayah=wilayah,
        regions=_regions(),
        ordinary=_ORDINARY,
        institutions={printed: sektor for printed, sektor in known.values() if len(printed) >= SHORTEST},
        aliases={name.casefold(): printed for name, (printed, _) in known.items() if len(name) >= SHORTEST},
        kinds=KINDS,
        generic=GENERIC - GROUPS,
        groups=GROUPS,
        venues=_VENUES,
        doubled={"satpol": "pp", "pol": "pp"},
        own=_OWN,
        sisters=frozenset({"kpu", "kip"}),
    )
