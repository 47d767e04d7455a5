"""Courtesies of the languages that are spoken beside Indonesian: Javanese, Sundanese, Madurese, Balinese, Sasak, Batak,
Minang, Acehnese, Malay of the east, Bugis, Makassar, Toraja, Nias. Words, no phrases; to be extended by whoever speaks
one."""

from handlers.reading.editor.tables import table

THANKS = table(
    """suwun nuwun nuhun maturnuwun maturnuhun haturnuhun sembahnuwun sakalangkong saklangkong kaso'on mokasih makasih
    makase makaseh mauliate bujur suksma suksema tarimokasih danke dangke kurru kurre teurimong saohagolo"""
)
# Beside thanks they say how great these are.
MUCH = table(
    """sanget pisan godang sada banget bangat melalah bana that sumange sumanga kasi kase kasih gaseh geunaseh asih
    matur hatur sembah tampi tarimo tarima agengipun ageng rohana pun mator mature"""
)
ASIDES = table(
    """sapora saporana monggo mangga sumangga toreh ngireng ngiring punten hapunten ngapunten pangapunten nyuwun
    ampura sinampura
    santabi tabe tabik peumeuah ngiringang nunas lugra"""
)
YES = table("ghi engghi engghih yo nggih nggeh njih inggih injih enggi enggih iye iyo muhun sumuhun iyyeh olo")
TOLD = table(
    "nyampaike ngabarke dipun lapuraken dilaporkeun dilaporaken nglaporaken ngelaporaken laporaken laporkeun "
    "ngalaporkeun kalaporan atur ngaturang ngaturi pirsa pirso uninga priksa"
)
# Between two who are spoken to.
JOINTS = table("sareng sarta jeung miwah kaliyan lan kalian tuwin teken bereng")
ALL = THANKS | MUCH | ASIDES | YES | TOLD
