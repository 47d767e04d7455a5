"""What the card of /atur asks for, a setting or a new row, and what an answer sets."""

from dataclasses import replace
from typing import Any

from handlers.atur import card
from handlers.atur.card import CARD, said, shown
from handlers.atur.doors import AddRow, AskSetting, Choose, OneRow, Settings
from handlers.atur.section import Bagian, Setelan, Terdaftar
from handlers.atur.sections import DARI
from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.events import TermChanged
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows
from handlers.dialog import asking
from handlers.laporan import team
from handlers.reading import text as reading_text
from storage.kantor import setelan as kantor_setelan
from storage.kantor.audit import Audit
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker

SHOWN = 240
TERM = frozenset({"berlaku_dari", "berlaku_sampai"})
# Of a new row, by its section.
NEW_EXAMPLE = {
    "akun": "Misalnya: IG kpu_kota",
    "dasar": "Nomor, tahun, dan judul peraturannya",
    "sk": "Misalnya: SK 45/PP.06-Kpt/3574/2022 tanggal 3 Maret 2022",
    "tim": "Nama lengkap dengan gelar",
}
# The example in the empty field when a setting is asked for, by its name; most settings need none.
EXAMPLE = {
    "kolase_jam": "Misalnya: 16.00",
    "platform_bawaan": "Misalnya: IG, Twitter, FB",
    "website": "Misalnya: kota-probolinggo.kpu.go.id",
    "tanggal": "Misalnya: 3 Maret 2022",
    **dict.fromkeys(
        ("berlaku_dari", "berlaku_sampai", "aktif_sejak", "aktif_sampai"),
        "Misalnya: 3 Maret 2022; “-” untuk mengosongkannya",
    ),
}


def section_of(kunci: str) -> Bagian:
    if kunci not in DARI:
        raise Stale
    return DARI[kunci]


def setting_of(bagian: Bagian, name: str) -> Setelan:
    found = next((one for one in bagian.setelan if one.name == name), None)
    if found is None:
        raise Stale
    return found


def asked(turn: Turn, bagian: Bagian, row: Terdaftar, setelan: Setelan) -> Outgoing:
    """The question takes the card's place; a choice is pressed or typed."""
    here = (bagian.kunci, row.id)
    how = "Tulis penggantinya dalam satu pesan"
    how += "; ketik “-” untuk mengosongkannya." if setelan.may_be_empty(turn.today) else "."
    text = f"Sekarang: {said(setelan, row, reading_text.FULL)}" + ("" if setelan.choices else f"\n\n{how}")
    choices = [Button(label, Choose(*here, setelan.name, n)) for n, label in enumerate(setelan.choices)]
    back = Button("Batal", Settings(bagian.kunci) if bagian.kind is Satker else OneRow(*here))
    about = AskSetting(*here, setelan.name)
    told = asking.question(turn, SETTING, about, text, title=setelan.label, card=CARD)
    return replace(told, menu=(*in_rows(choices, 2), (back,)), placeholder="" if choices else told.placeholder)


def answered(turn: Turn, door: AskSetting) -> Says:
    bagian = section_of(door.section)
    row = kantor_setelan.find(turn, bagian.kind, door.row)
    if row is None:
        return [card.section(turn, bagian, "Yang tadi ditanyakan sudah dihapus.")]
    return set_to(turn, bagian, row, setting_of(bagian, door.setting), turn.incoming.text)


SETTING = Ask(AskSetting, answered, lambda door: EXAMPLE.get(door.setting, ""))


def asked_new(turn: Turn, bagian: Bagian) -> Outgoing:
    if bagian.begun is None:
        raise Stale
    told = asking.question(turn, NEW, AddRow(bagian.kunci), bagian.ask, title=f"Tambah: {bagian.label}", card=CARD)
    return replace(told, menu=((Button("Batal", Settings(bagian.kunci)),),))


def added(turn: Turn, door: AddRow) -> Says:
    bagian = section_of(door.section)
    if bagian.begun is None:
        raise Stale
    values: dict[str, Any] = bagian.begun(turn.incoming.text, turn.today)
    if bagian.ordered:
        values["urut"] = kantor_setelan.last(turn, bagian.kind) + 1
    if bagian.dated:
        values["berlaku_dari"] = team.since(turn)
    row: Any = bagian.kind(satker_id=turn.satker.id, **values)
    entry = changes.added(turn, row)
    return [card.row_card(turn, bagian, row, "Ditambahkan. Lengkapi isinya di bawah ini.", entry)]


NEW = Ask(AddRow, added, lambda door: NEW_EXAMPLE.get(door.section, ""))


def set_to(turn: Turn, bagian: Bagian, row: Any, setelan: Setelan, text: str) -> Says:
    told, entry = put(turn, row, setelan, setelan.read(text, turn.today))
    return [card.one(turn, bagian, row, told, entry), *term_of(turn, entry)]


def term_of(turn: Turn, entry: Audit | None) -> list[TermChanged]:
    """The person hears of it where an entry changed how long they belong to the team."""
    changed = entry is not None and entry.what == Anggota.__tablename__ and TERM & entry.after.keys()
    return [TermChanged(turn, entry)] if entry and changed else []


def put(turn: Turn, row: Any, setelan: Setelan, value: Any) -> tuple[str, Audit | None]:
    """Set one thing: what to say of it, and the entry that takes it back."""
    before = getattr(row, setelan.name)
    if value == before:
        return "Tidak ada yang berubah.", None
    _in_time(row, setelan, value)
    entry = changes.changed(turn, row, **{setelan.name: value})
    return f"{setelan.label}: {shown(setelan, before, SHOWN)} → {shown(setelan, value, SHOWN)}", entry


def _in_time(row: Any, setelan: Setelan, value: Any) -> None:
    """Nothing ends before it begins."""
    for names in (("berlaku_dari", "berlaku_sampai"), ("aktif_sejak", "aktif_sampai")):
        if setelan.name in names:
            first, last = (value if name == setelan.name else getattr(row, name) for name in names)
            if first and last and first > last:
                raise Rejected("Tanggal akhirnya mendahului tanggal mulainya. Periksa lagi, lalu tulis yang benar.")
