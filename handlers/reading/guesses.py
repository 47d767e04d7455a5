"""Guesses by words: the uraian of a kegiatan, the jenis of a konten. Each shows on the card."""

import re
from collections.abc import Sequence

from handlers.reading.jenis import NATIONAL, JenisWords
from handlers.reading.links import WEBSITE
from storage.nasional import jenis as nasional
from storage.nasional import platform

_RAKOR = re.compile(r"\b(?:rakor|rapat\s+koordinasi)\b", re.IGNORECASE)
_KOORDINASI = re.compile(r"\b(?:audiensi|silaturahmi|kunjungan|koordinasi|komunikasi|morning\s+talk)\b", re.IGNORECASE)
_INFORMASI = re.compile(
    r"\b(?:pemutakhiran|pdpb|daftar\s+pemilih|dpt|tahapan|hari\s+pemungutan|hak\s+pilih|sipol|verifikasi\s+partai"
    r"|tanggal\s+pemilu|pencalonan|pendaftaran)\b",
    re.IGNORECASE,
)

# Meetings of which the name does not say whether they were among ourselves, and others that nobody else attends.
_MEETING = (
    r"(?<!ruang )(?<!r\. )rapat(?!\s+(?:koordinasi|kerja\s+sama|dengar))|rpat|bimtek|bimbingan\s+teknis|pelatihan"
)
_NOBODY_ELSE = (
    r"apel|upacara|pleno|short\s+course|senam|kerja\s+bakti|bersih2|bersih-bersih|halal\s*bi\s*halal"
    r"|serah\s+terima\s+(?:jabatan|tugas)|lembur|piket|briefing|(?:rapat\s+koordinasi|rakor|rapat)\s+intern(?:al)?"
)
AMONG_US = re.compile(rf"\b(?:{_NOBODY_ELSE}|{_MEETING}|evaluasi)\b", re.IGNORECASE)
# What our own people do by themselves in our own house.
AT_HOME = re.compile(
    r"\b(?:jum['’]?at\s+bersih|jumsih|bersih\s+(?:kantor|gudang|halaman)|orientasi\s+(?:tugas\s+)?(?:pegawai|staff?|cpns|pppk|ppnpn|pns|asn))\b",
    re.IGNORECASE,
)
# Who took part were our own people.
WITH_US = re.compile(
    r"\b(?:bersama|dengan|oleh)\s+(?:(?:seluruh|semua|para|segenap)\s+)?(?:pegawai|staff?|karyawan|jajaran\s+sekretariat)\b"
    r"|\bantar\W?(?:sub\s?bag|divisi|bagian|pegawai|staf)",
    re.IGNORECASE,
)
# With another one where it is in another's house.
HANDED = re.compile(r"\bserah\s+terima\b", re.IGNORECASE)
ALONE = re.compile(rf"\b(?:{_NOBODY_ELSE})\b", re.IGNORECASE)
# What only our own house meets about.
OURS = re.compile(
    rf"\b(?:{_NOBODY_ELSE}|evaluasi|staff?|pegawai|intern(?:al)?|rutin|mingguan|bulanan|harian|persiapan|kerja|kinerja|anggaran|keuangan"
    r"|kolase|medsos|subbag(?:ian)?|kasubbag|divisi|div|sekretariat|komisioner|kepegawaian|disiplin|tugas|jadwal|spip"
    r"|zona\s+integritas|skp|spj|lpj|rka|dipa|arsip|persediaan|atk|absensi|bmn|adhoc|ppk|pps|kpps|pantarlih|operator|pokja)\b",
    re.IGNORECASE,
)

KOORDINASI, RAKOR = URAIAN = ("Koordinasi dan Komunikasi", "Rapat Koordinasi")


def uraian(text: str) -> str | None:
    if _RAKOR.search(text):
        return RAKOR
    return KOORDINASI if _KOORDINASI.search(text) else None


def jenis(text: str, platforms: Sequence[str], words: JenisWords = NATIONAL) -> str | None:
    """The jenis of a konten by its words, else by where it was published."""
    for name, pattern in words.guessed:
        if re.search(pattern, text, re.IGNORECASE):
            return name
    if WEBSITE in platforms:
        return nasional.laman()
    known = [platform.every().get(one) for one in platforms]
    return nasional.video() if known and all(one and one.video for one in known) else None


def informasi(text: str) -> bool:
    return bool(_INFORMASI.search(text))
