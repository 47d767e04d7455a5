"""The questions of /atur, for a setting, a fact and a new row, and what their answers set."""

from dataclasses import replace
from datetime import date
from typing import Any

from handlers.atur import card, facts, read
from handlers.atur.card import CARD
from handlers.atur.doors import AddRow, AskFact, AskSetting, AskSince, Choose, OneRow, Settings, Since
from handlers.atur.facts import FACTS
from handlers.atur.section import Fact, Section, Setting, told_day
from handlers.atur.sections import BY_KEY, OF_FACTS
from handlers.chat import changes
from handlers.chat.door import Door, Stale
from handlers.chat.events import TermChanged
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows, marked
from handlers.dialog import asking, choices, fields
from handlers.dialog.fields import SAME, Field
from handlers.laporan import team
from handlers.reading.dates import periods
from handlers.reading.links import PLATFORM_WORDS
from storage.kantor import audit, daftar, fakta, setelan
from storage.kantor.akun import Akun
from storage.kantor.audit import Audit
from storage.kantor.fakta import About, Fakta
from storage.kantor.people import Anggota
from storage.kantor.satker import Satker
from storage.nasional import platform

# A change tells so much of a value; the card below it shows the whole.
SHOWN = 240
PAIRS = (("berlaku_dari", "berlaku_sampai"), ("aktif_sejak", "aktif_sampai"))
TERM = frozenset(PAIRS[0])


def section_of(key: str) -> Section:
    if key not in BY_KEY:
        raise Stale
    return BY_KEY[key]


def field_of(section: Section, name: str) -> Field:
    found = next((one for one in section.fields if one.name == name), None)
    if found is None:
        raise Stale
    return found


def asked(turn: Turn, section: Section, row: Setting, field: Field, page: int = 0) -> Outgoing:
    """The question takes the card's place; a choice is pressed or typed."""
    here = (section.key, row.id)
    choices = [Button(label, Choose(*here, field.name, n)) for n, label in enumerate(field.choices)]
    listed = section.picks(turn, row.id, page) if section.picks and field.name == section.picked else ()
    menu = (*listed, *in_rows(choices, 2), *_back(Settings(section.key) if section.kind is Satker else OneRow(*here)))
    text = f"Sekarang: {field.of(row)}{_how(turn, field)}"
    about = AskSetting(*here, field.name)
    told = asking.question(turn, SETTING, about, text, title=field.label, card=CARD, menu=menu)
    return replace(told, placeholder="") if choices else told


def _how(turn: Turn, field: Field) -> str:
    if field.choices:
        return ""
    if field.how:
        return f"\n\n{field.how}"
    empty = "; ketik “-” untuk mengosongkannya" if field.may_be_empty(turn.today) else ""
    return f"\n\nTulis penggantinya dalam satu pesan{empty}."


def _back(door: Door) -> Menu:
    return ((Button("Batal", door),),)


def answered(turn: Turn, door: AskSetting) -> Says:
    section = section_of(door.section)
    row = setelan.find(turn, section.kind, door.row)
    if row is None:
        return [card.of_section(turn, section, "Yang tadi ditanyakan sudah dihapus.")]
    return set_to(turn, section, row, field_of(section, door.setting), turn.incoming.text)


def _example(door: AskSetting) -> str:
    """Empty for a setting that is gone, because a question may be older than the program."""
    fields_ = BY_KEY[door.section].fields if door.section in BY_KEY else ()
    return next((one.example for one in fields_ if one.name == door.setting), "")


SETTING = Ask(AskSetting, answered, _example)


def ask_new(turn: Turn, door: AddRow, page: int = 0) -> Says:
    section = section_of(door.section)
    if section.begun is None:
        raise Stale
    listed = section.picks(turn, 0, page) if section.picks else ()
    title, menu = f"Tambah: {section.label}", (*listed, *_back(Settings(section.key)))
    return [asking.question(turn, NEW, door, section.ask, title=title, card=CARD, menu=menu)]


def added(turn: Turn, door: AddRow) -> Says:
    section = section_of(door.section)
    if section.begun is None:
        raise Stale
    return begin(turn, section, section.begun(turn.incoming.text, turn.today))


ADDED = "Ditambahkan. Lengkapi isinya di bawah ini."


def begin(turn: Turn, section: Section, values: dict[str, Any], told: str = ADDED) -> Says:
    """A new row of a section with its card, the last of its list unless `values` says where it stands."""
    # The usual media become rows before another one stands below them.
    section.rows(turn)
    if section.ordered:
        values.setdefault("urut", setelan.last(turn, section.kind) + 1)
    if section.dated:
        values["berlaku_dari"] = team.since(turn)
    row: Any = section.kind(satker_id=turn.satker.id, **values)
    counted = _own_column(turn, row) if section.kind is Akun else ""
    entry = changes.added(turn, row)
    return [card.of_row(turn, section, row, f"{counted}{told}", entry)]


def _own_column(turn: Turn, akun: Akun) -> str:
    """Let an account stand on a column of its own, and say as what that counts; empty for a platform of the list,
    however its letters were typed."""
    name, known = akun.platform, {one.casefold(): one for one in daftar.platforms(turn.satker)}
    if there := known.get(name.casefold()):
        akun.platform = there
        return ""
    counts_as = PLATFORM_WORDS.get(name.split(maxsplit=1)[0].casefold(), platform.other())
    choices.added(turn, "platform", name, counts_as)
    return f"{name} dihitung sebagai {counts_as}. "


NEW = Ask(AddRow, added, lambda door: BY_KEY[door.section].example if door.section in BY_KEY else "")


def set_to(turn: Turn, section: Section, row: Any, field: Field, text: str) -> Says:
    told, entry = put(turn, row, field, text, section)
    return [card.of_row(turn, section, row, told, entry), *term_of(turn, entry)]


def term_of(turn: Turn, entry: Audit | None) -> list[TermChanged]:
    """The person hears of it where an entry changed how long they belong to the team."""
    changed = entry is not None and entry.what == Anggota.__tablename__ and TERM & entry.after.keys()
    return [TermChanged(turn, entry)] if entry and changed else []


def put(turn: Turn, row: Any, field: Field, text: str, section: Section) -> tuple[str, Audit | None]:
    """Set one field: a sentence about it, and the audit entry that takes it back."""
    value = field.joined(getattr(row, field.name), field.read(text, turn.today))
    _in_time(row, field, value)
    return fields.put(turn, row, {field: value, **section.beside(field, value)}, SHOWN)


def _in_time(row: Any, field: Field, value: Any) -> None:
    """Nothing ends before it begins."""
    for names in (pair for pair in PAIRS if field.name in pair):
        first, last = (value if name == field.name else getattr(row, name) for name in names)
        if first and last and first > last:
            raise Rejected("Tanggal akhirnya mendahului tanggal mulainya. Periksa lagi, lalu tulis yang benar.")


def ask_fact(turn: Turn, door: AskFact) -> Says:
    return [fact(turn, door.about)]


def fact(turn: Turn, about: About) -> Outgoing:
    """The question for a fact; it takes the card's place, and leads to what held before."""
    section, one = OF_FACTS[about]
    before = fakta.of(turn, about)
    text = f"Sekarang: {card.shown(one, fakta.today(turn).get(about))}\n\nTulis penggantinya dalam satu pesan."
    past = (Button(f"Riwayat ({len(before)})", Settings(about.value)),) if before else ()
    menu = ((*past, Button("Batal", Settings(section.key))),)
    return asking.question(turn, FACT, AskFact(about), text, title=one.label, card=CARD, menu=menu)


FACT = Ask(
    AskFact,
    lambda turn, door: [told(turn, door.about, turn.incoming.text)],
    lambda door: FACTS[door.about].example,
)


def told(turn: Turn, about: About, text: str) -> Outgoing:
    """A fact is kept at once, and buttons say whether it holds since another day. What is told first was always so, a
    budget in the years that it names; later a fact begins today."""
    one, values, now = FACTS[about], FACTS[about].read(text, turn.today), fakta.today(turn).get(about)
    if now and {name: getattr(now, name) for name in values} == values:
        return card.brief(turn, OF_FACTS[about][0], SAME, None)
    if one.yearly:
        first, last = fakta.years_named(values["isi"])
        first = first or turn.today.replace(month=1, day=1)
        return _kept(turn, one, values, first, last)
    return _kept(turn, one, values, turn.today if fakta.of(turn, about) else None)


def _kept(
    turn: Turn, one: Fact, values: dict[str, str], since: date | None, until: date | None = None
) -> Outgoing:  # fmt: skip
    section, before = OF_FACTS[one.about][0], fakta.of(turn, one.about)
    was = card.shown(one, fakta.today(turn).get(one.about), SHOWN)
    row, entry = facts.keep(turn, one.about, values, since, until or _end(one, since))
    if entry is None:
        return card.brief(turn, section, SAME, None)
    said = "\n".join([f"{one.label}: {was} → {card.shown(one, row, SHOWN)}", *_days(row)])
    if not before:
        return card.brief(turn, section, said, entry)
    return card.brief(turn, section, f"{said}\n\nBerlaku sejak kapan?", entry, _since(turn, one, since, entry))


def _end(one: Fact, since: date | None) -> date | None:
    return since.replace(month=12, day=31) if one.yearly and since else None


def _days(row: Fakta) -> list[str]:
    days = (("mulai", row.berlaku_dari), ("sampai", row.berlaku_sampai))
    said = [f"{word} {told_day(day)}" for word, day in days if day]
    return [f"Berlaku {' '.join(said)}."] if said else []


def _since(turn: Turn, one: Fact, since: date | None, entry: Audit) -> Menu:
    year, quarter = turn.today.replace(month=1, day=1), periods.triwulan(turn.today).mulai
    begun = ("Mulai tahun ini", year) if one.yearly else ("Mulai triwulan ini", quarter)
    days = (("Mulai hari ini", turn.today), begun)
    buttons = [Button(marked(label, since == day), Since(entry.id, day)) for label, day in days]
    right = Button(marked("Perbaikan (sejak awal)", since is None), Since(entry.id, None))
    more = (right, Button("Tanggal lain", AskSince(entry.id)))
    return (tuple(buttons), more)


def since(turn: Turn, door: Since) -> Says:
    return [_anew(turn, door.change, door.day)]


def _anew(turn: Turn, change: int, day: date | None) -> Outgoing:
    """What was told is taken back and told again with another day, so that one press takes all of it back."""
    entry, row = _changed(turn, change)
    about, values = row.tentang, {"isi": row.isi, "jabatan": row.jabatan}
    changes.take_back(turn, entry)
    return _kept(turn, FACTS[about], values, day)


def _changed(turn: Turn, change: int) -> tuple[Audit, Fakta]:
    entry = audit.by_id(turn, change)
    if entry is None or entry.what != Fakta.__tablename__:
        raise Stale
    return entry, changes.find(turn, Fakta, entry.ref)


def ask_since(turn: Turn, door: AskSince) -> Says:
    _, row = _changed(turn, door.change)
    menu = _back(Settings(OF_FACTS[row.tentang][0].key))
    text = "Tulis tanggal mulainya, misalnya 17 Juni 2022."
    return [asking.question(turn, SINCE, door, text, title="Berlaku sejak", card=CARD, menu=menu)]


SINCE = Ask(
    AskSince,
    lambda turn, door: [_anew(turn, door.change, read.day(turn.incoming.text, turn.today))],
    lambda _: "Misalnya: 17 Juni 2022",
)
