"""Courtesies of the languages that are spoken beside Indonesian: Javanese, Sundanese, Madurese, Balinese, Sasak, Batak,
Karo, Minang, Acehnese, Lampung, Banjar, Malay of the east, Bugis, Makassar, Toraja, Nias, Gorontalo, Ternate, Biak.
Words, no phrases; to be extended by whoever speaks one."""

from handlers.reading.editor.tables import table

THANKS = table(
    """suwun nuwun nuhun maturnuwun maturnuhun haturnuhun sembahnuwun sakalangkong saklangkong kaso'on mokasih makasih
    makase makaseh mauliate bujur suksma suksema tarimokasih danke dangke kurru kurre teurimong saohagolo
    tarimakase tarimakasi tarimokasi tampiasih tampi mauliyate mejuah kasumasa odu sukur"""
)
# Beside thanks they say how great these are.
MUCH = table(
    """sanget pisan godang sada banget bangat melalah bana that sumange sumanga kasi kase kasih gaseh geunaseh asih
    matur hatur sembah tampi tarimo tarima agengipun ageng rohana pun mator mature
    melala mantong olo that"""
)
ASIDES = table(
    """sapora saporana monggo mangga sumangga toreh ngireng ngiring punten hapunten ngapunten pangapunten nyuwun
    ampura sinampura
    santabi tabe tabik peumeuah ngiringang nunas lugra
    ngalimpura limpura nabik ampure nurge tawang sugra neda nyuhunkeun dihapunten nyanggakeun meuah meuaf lake
    taddampengeng dampengeng tapparamang pammopporang kipammopporang ampun maap maapkan popporang permisi amit
    ganggu mengganggu ngganggu marsantabi nganampura nyuwunaken ngaksama aksama"""
)
YES = table("ghi engghi engghih yo nggih nggeh njih inggih injih enggi enggih iye iyo muhun sumuhun iyyeh olo")
TOLD = table(
    "nyampaike ngabarke dipun lapuraken dilaporkeun dilaporaken nglaporaken ngelaporaken laporaken laporkeun "
    "ngalaporkeun kalaporan atur ngatur ngaturang ngaturi ngaturaken ngaturake ngaturkeun haturkan "
    "ngunjukake pirsa pirso uninga priksa"
)
# Between two who are spoken to.
JOINTS = table("sareng sarta jeung miwah kaliyan lan kalian tuwin teken bereng dong dorang wan ngon dohot ras jama jo")
ALL = THANKS | MUCH | ASIDES | YES | TOLD
