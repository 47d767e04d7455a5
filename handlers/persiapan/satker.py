"""The first step of the set-up: which office this is, where it stands and who leads it."""

import re

from handlers.atur import facts
from handlers.atur.facts import FACTS
from handlers.atur.read import SHORT
from handlers.atur.sections import ZONES
from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.messages import Button, Menu, Rejected, Turn
from handlers.persiapan import wilayah
from handlers.persiapan.card import Result, Shown, Step
from handlers.persiapan.doors import Choose, StepName
from handlers.reading import text as reading_text
from renderers import indonesian
from storage.kantor import fakta
from storage.kantor import satker as rows
from storage.kantor.fakta import About
from storage.nasional.wilayah import Wilayah, regions

EXAMPLE = "misalnya Probolinggo"
_LABEL = re.compile(r"(?P<name>alamat(?: kantor)?|ketua(?: kpu)?)\s*[:=]\s*", re.IGNORECASE)
_ADDRESS = re.compile(
    r"\d|\b(?:jl|jln|jalan|desa|kelurahan|kel|kecamatan|kec|komplek|kompleks|gedung)\b", re.IGNORECASE
)


def _known(turn: Turn) -> bool:
    return turn.satker.named


def _shown(turn: Turn) -> Shown:
    ask = f"Tulis nama kota, kabupaten, atau provinsi satker Anda, {EXAMPLE}."
    if not _known(turn):
        return Shown(f"Persiapan ini sekali saja; setiap langkah dapat dilewati.\n\n{ask}")
    return Shown("\n".join([*_facts(turn), "", "Keliru? Tulis nama wilayah yang benar."]))


def _facts(turn: Turn) -> list[str]:
    office, atasan = turn.satker, _today(turn, About.ATASAN)
    zona = next((label for label, zone in ZONES.items() if zone == office.zona), office.zona)
    facts = {"Satker": office.nama, "Kota surat": office.kota, "Zona waktu": zona, "Atasan": atasan}
    return [f"{label}: {value}" for label, value in facts.items() if value]


def _today(turn: Turn, about: About) -> str:
    row = fakta.today(turn).get(about)
    return FACTS[about].show(row) if row else ""


def _take(turn: Turn) -> Result:
    text = turn.incoming.text
    if meant := wilayah.exactly(text):
        return _chosen(turn, meant)
    found = wilayah.find(text)
    if not found:
        raise Rejected(
            f"“{reading_text.shortened(text, 40)}” tidak ditemukan. Tulis nama kota, kabupaten, atau provinsi saja."
        )
    menu: Menu = tuple((Button(wilayah.nama(w), Choose(w.kode)),) for w in found)
    return Result(stay=True, shown=Shown("Yang mana? Bila tidak ada, tulis namanya sekali lagi.", menu))


def choose(turn: Turn, door: Choose) -> Result:
    meant = regions().get(door.region)
    if meant is None:
        raise Stale
    return _chosen(turn, meant)


def _chosen(turn: Turn, meant: Wilayah) -> Result:
    office = turn.satker
    if office.kode == meant.kode:
        return Result(f"{office.nama} memang sudah dipilih.")
    other = rows.by_kode(turn.session, meant.kode)
    if other:
        raise Rejected(f"{other.nama} sudah memakai bot ini. Mintalah undangan kepada Ketua Pelaksananya.")
    if office.nomor_terakhir and _known(turn):
        raise Rejected("Satker ini sudah mempunyai catatan. Namanya diubah dengan /atur satker.")
    changes.changed(turn, office, **wilayah.values(meant))
    for about, isi in wilayah.above(meant).items():
        facts.keep(turn, about, {"isi": isi, "jabatan": ""})
    return Result("\n".join(_facts(turn)))


def _addressed(turn: Turn) -> bool:
    return bool(_today(turn, About.ALAMAT) and _today(turn, About.KETUA))


def _address(turn: Turn) -> Shown:
    alamat, ketua = _today(turn, About.ALAMAT), _today(turn, About.KETUA)
    known = [f"{label}: {value}" for label, value in (("Alamat", alamat), ("Ketua", ketua)) if value]
    open_ = [what for what, value in (("alamat satker", alamat), ("nama Ketua", ketua)) if not value]
    apart = ", masing-masing satu baris" if len(open_) > 1 else ""
    ask = f"Tulis {indonesian.daftar(open_)}{apart}." if open_ else "Keliru? Tulis yang benar."
    return Shown("\n".join([*known, *([""] if known else []), ask]))


def _take_address(turn: Turn) -> Result:
    found = address_and_ketua(turn.incoming.text)
    if not found:
        raise Rejected("Tulis alamat satker, lalu nama Ketua di baris berikutnya.")
    for name, text in found.items():
        about = About(name)
        facts.keep(turn, about, FACTS[about].read(text, turn.today))
    return Result()


def address_and_ketua(text: str) -> dict[str, str]:
    """The lines of the answer parted into address and name of the Ketua."""
    found: dict[str, list[str]] = {}
    for line in text.splitlines():
        said = _LABEL.match(line.strip())
        name = said["name"].split()[0].casefold() if said else "alamat" if _ADDRESS.search(line) else "ketua"
        plain = reading_text.one_line(line.strip()[said.end() if said else 0 :], SHORT) if line.strip() else ""
        found.setdefault(name, []).extend([plain] if plain else [])
    return {name: reading_text.one_line(", ".join(parts), SHORT) for name, parts in found.items() if parts}


SATKER = Step(StepName.SATKER, 1, "Satker", _known, _shown, _take, "Misalnya: Probolinggo", sure=True)
ALAMAT = Step(
    StepName.ALAMAT, 1, "Alamat", _addressed, _address, _take_address, "Alamat, lalu nama Ketua di baris berikutnya"
)
