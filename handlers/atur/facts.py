"""What an office tells of itself for a time, as data: the facts of its reports, and the media of its publikasi."""

import re
from datetime import date
from typing import Any

from handlers.atur import read
from handlers.atur.doors import AskFact
from handlers.atur.section import Fact, Section, choice, may_be_dated, told_day, until
from handlers.chat import changes
from handlers.chat.messages import Rejected, Turn
from handlers.dialog.fields import Field, Read
from handlers.reading.dates.days import read_days
from renderers import indonesian
from renderers.indonesian import angka, bulan
from storage.kantor import fakta
from storage.kantor import media as media_rows
from storage.kantor.audit import Audit
from storage.kantor.fakta import KETUA, About, Fakta
from storage.kantor.media import Media, Source

ACTING = {"plt": "Plt.", "plh": "Plh.", "pj": "Pj."}
POSITIONS = tuple(
    f"{acting}{position}" for position in (KETUA, "Sekretaris") for acting in ("", "Plt. ", "Plh. ", "Pj. ")
)
_SIGNER = re.compile(
    r"(?:(?P<acting>plt|plh|pj)\b\.?\s*)?(?:(?P<position>ketua|sekretaris)\b[\s:]*)?(?P<nama>.+)",
    re.IGNORECASE | re.DOTALL,
)
_MONTHLY = re.compile(r"(?P<month>.*\w)\s*[: ]\s*(?P<n>\d{1,3}(?:\.\d{3}){1,2}|\d{1,9}|[-–])(?:\s*kali)?")
EMPTIED = "Untuk mengosongkannya tekan Riwayat, pilih nomornya, lalu tekan Hapus."


def signer(text: str, today: date) -> dict[str, str]:
    """“Plt. Ketua Siti Aminah, S.Sos.”: who signs, and in which position."""
    told = _SIGNER.fullmatch(_line(read.SHORT)(text, today)["isi"])
    if told is None or told["nama"].casefold().strip(" .") in {*ACTING, "ketua", "sekretaris"}:
        raise Rejected("Tulis nama penanda tangan, misalnya Plt. Ketua Siti Aminah, S.Sos.")
    acting, position = ACTING.get((told["acting"] or "").casefold()), (told["position"] or KETUA).capitalize()
    return {"isi": told["nama"], "jabatan": f"{acting} {position}" if acting else position}


def _signs(row: Fakta) -> str:
    return row.isi if row.jabatan == KETUA else f"{row.jabatan} {row.isi}"


def _line(longest: int) -> Read:
    def told(text: str, today: date) -> dict[str, str]:
        found = read.words(longest)(text, today)
        if not found:
            raise Rejected(EMPTIED)
        return {"isi": found}

    return told


def _several(text: str, today: date) -> dict[str, str]:
    parts = read.several(r"[\n,;]")(text, today)
    if not parts:
        raise Rejected(EMPTIED)
    return {"isi": "\n".join(parts)}


def _fact(about: About, label: str, longest: int = read.SHORT) -> Fact:
    return Fact(about, label, _line(longest), lambda row: row.isi)


PENANDA = Fact(About.KETUA, "Penanda tangan", signer, _signs, "Misalnya: Plt. Ketua Siti Aminah, S.Sos.")
SEMBOYAN = Fact(About.TAGLINE, "Semboyan", _several, lambda row: ", ".join(row.isi.splitlines()))
ALAMAT, ATASAN = _fact(About.ALAMAT, "Alamat"), _fact(About.ATASAN, "Atasan")
KOTA_ATASAN = _fact(About.KOTA_ATASAN, "Kota atasan")
ANGGARAN = Fact(About.ANGGARAN, "Kalimat anggaran", _line(read.LONG), lambda row: row.isi, yearly=True)
DASAR_LAPORAN = _fact(About.DASAR_LAPORAN, "Dasar pelaporan", read.LONG)
OF_SATKER, OF_LAPORAN = (ALAMAT, SEMBOYAN, PENANDA, ATASAN, KOTA_ATASAN), (ANGGARAN, DASAR_LAPORAN)
FACTS = {fact.about: fact for fact in (*OF_SATKER, *OF_LAPORAN)}


def _days(row: Fakta) -> str:
    since = f" (sejak {told_day(row.berlaku_dari)})" if row.berlaku_dari else ""
    return f"{since}{until(row.berlaku_sampai)}".replace(") (", " ")


def _history(fact: Fact) -> Section:
    """All that was and will be true of one thing, with its days."""
    several = fact is SEMBOYAN

    def isi(text: str, today: date) -> str:
        return str(fact.read(text, today)["isi"])

    fields = [Field("isi", fact.label, isi, (lambda text: ", ".join(text.splitlines())) if several else str)]
    fields += [choice("jabatan", "Jabatan", {one: one for one in POSITIONS})] if fact is PENANDA else []
    fields += [may_be_dated("berlaku_dari", "Berlaku dari"), may_be_dated("berlaku_sampai", "Berlaku sampai")]

    def line(row: Fakta) -> str:
        return f"{fact.show(row)}{_days(row)}"

    return Section(
        fact.about.value,
        fact.label,
        Fakta,
        tuple(fields),
        lambda here: fakta.of(here, fact.about),
        line,
        leads=("Ganti", AskFact(fact.about)),
        removable=True,
    )


def keep(
    turn: Turn, about: About, values: dict[str, str], since: date | None = None, until: date | None = None
) -> tuple[Fakta, Audit | None]:
    """Keep a fact since a day; without one, what holds today is corrected. The row, and the entry that takes it back:
    none where nothing is new."""
    row = _there(turn, about, since)
    if row is None:
        row = Fakta(satker_id=turn.satker.id, tentang=about, berlaku_dari=since, berlaku_sampai=until, **values)
        return row, changes.added(turn, row)
    new = {name: value for name, value in values.items() if getattr(row, name) != value}
    return row, changes.changed(turn, row, **new) if new else None


def _there(turn: Turn, about: About, since: date | None) -> Fakta | None:
    rows = fakta.of(turn, about)
    same = [row for row in rows if row.berlaku_dari == since]
    found = same if since else fakta.valid(rows, about, turn.today) or same
    return found[-1] if found else None


HISTORIES = tuple(_history(fact) for fact in FACTS.values())

HOW = "Tulis bulan dan angkanya, satu baris satu bulan, misalnya Juni 12; bulan lain tetap, dan “Juni -” menghapusnya."
SOURCES = {
    "Postingan akun yang dihitung": Source.COUNTED,
    "Berita di laman": Source.WEBSITE,
    "Grup yang menerima setiap postingan": Source.GROUP,
    "Angka sendiri": Source.OWN,
    "Teks tetap": Source.TEXT,
}


def _begun(text: str, today: date) -> dict[str, Any]:
    nama = read.words(empty=False)(text, today)
    group = nama.casefold().startswith("grup")
    return {"nama": nama, "sumber": Source.GROUP if group else Source.OWN, "keterangan": "", "teks": "", "angka": {}}


def monthly(text: str, today: date) -> dict[str, int | None]:
    """“Juni 12”, a month a line; “Juni -” takes the number of a month away."""
    lines = [_month(line.strip(), today) for line in re.split(r"[\n;,]", text) if line.strip()]
    if not lines:
        raise Rejected("Tulis bulan dan angkanya, misalnya Juni 12.")
    return dict(lines)


def _month(line: str, today: date) -> tuple[str, int | None]:
    found = _MONTHLY.fullmatch(line)
    told = read_days(found["month"], today) if found else None
    if found is None or told is None or not told.sebulan:
        raise Rejected("Tulis bulan dan angkanya, misalnya Juni 12; satu baris satu bulan.")
    digits = found["n"].replace(".", "")
    return f"{told.mulai:%Y-%m}", int(digits) if digits.isdigit() else None


def _joined(old: dict[str, int], new: dict[str, int | None]) -> dict[str, int]:
    return {month: n for month, n in sorted({**old, **new}.items()) if n is not None}


def _numbers(told: dict[str, int]) -> str:
    return indonesian.daftar([f"{bulan(date.fromisoformat(f'{month}-01'))}: {angka(n)}" for month, n in told.items()])


def _medium(row: Media) -> str:
    label = next(label for label, source in SOURCES.items() if source == row.sumber)
    return f"{row.nama}: {label.lower()}{until(row.berlaku_sampai)}"


MEDIA = Section(
    "media",
    "Media publikasi",
    Media,
    (
        Field("nama", "Nama media", read.words(empty=False)),
        choice("sumber", "Sumber angka", SOURCES),
        Field("angka", "Angka per bulan", monthly, _numbers, example="Misalnya: Juni 12", joined=_joined, how=HOW),
        Field("teks", "Teks", read.words()),
        Field("keterangan", "Keterangan", read.words()),
        may_be_dated("berlaku_dari", "Berlaku dari"),
        may_be_dated("berlaku_sampai", "Berlaku sampai"),
    ),
    media_rows.kept,
    _medium,
    _begun,
    "Tulis nama medianya, misalnya Grup Bakohumas KPU Provinsi.",
    "Misalnya: Grup Bakohumas KPU Provinsi",
    note="Baris tabel BAB IV. Grup yang tercatat disebut dalam laporan sebagai tempat setiap postingan dibagikan.",
    alias=("media bab iv", "grup bakohumas"),
    removable=True,
    ordered=True,
)
