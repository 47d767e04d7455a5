"""/akun: what the accounts are followed and liked, day by day, as it stands in BAB III of the report."""

import re
from dataclasses import dataclass
from datetime import date

from handlers import atur_simpan
from handlers.atur_baca import SEBUTAN_PLATFORM
from handlers.chat import Button, Outgoing, Rejected, Says, Turn
from handlers.dates import find_tanggal
from renderers import indonesian
from storage import satker as rows
from storage.people import Role
from storage.satker import Akun, AkunSnapshot

PRESS, CARD = "ak", "akun"
# A tenth or ten times of what it was is more likely a slip of the finger.
TIMES, FEW = 10, 50
MANY = {"rb": 1000, "ribu": 1000, "k": 1000, "jt": 10**6, "juta": 10**6, "m": 10**6, "": 1}
_ANGKA = re.compile(
    r"(?P<angka>\d[\d.]*(?:,\d+)?) ?(?P<kali>rb|ribu|k|jt|juta|m)?\b"
    r" ?(?P<apa>pengikut|followers?|suka|likes?|tanda suka)?",
    re.IGNORECASE,
)
_PER = re.compile(r"\bper\b(.*)$", re.IGNORECASE)
HOW = "Tulis misalnya: /akun TikTok 586 pengikut, 1713 suka"


@dataclass(frozen=True)
class Catat:
    """What somebody tells of one account on one day."""

    akun: Akun
    tanggal: date
    pengikut: int | None = None
    suka: int | None = None


def akun(turn: Turn) -> Says:
    """/akun shows what is known; /akun TikTok 586 pengikut, 1713 suka records it."""
    if not turn.text:
        return [_card(turn)]
    if turn.anggota.role == Role.PEMBINA:
        raise Rejected("Hanya anggota tim yang dapat mencatat pengikut akun.")
    told = _read(turn, turn.text)
    doubted = [one for one in told if _jumps(turn, one)]
    done = [_recorded(turn, one) for one in told if one not in doubted]
    return [*([_card(turn, "\n".join(done))] if done else []), *[_doubt(turn, one) for one in doubted]]


def press(turn: Turn) -> Says:
    """ak: the list; ak:s:<akun>:<day>:<pengikut>:<suka> records what was doubted; ak:b:<akun> drops it."""
    _, what, *rest = (*turn.incoming.press.split(":"), "")
    if not what:
        return [_card(turn)]
    if turn.anggota.role == Role.PEMBINA:
        raise Rejected("Hanya anggota tim yang dapat mencatat pengikut akun.")
    row = atur_simpan.find(turn, Akun, int(rest[0]))
    if what == "b":
        return [turn.reply("Tidak dicatat.", card=f"{CARD}:{row.id}")]
    day, pengikut, suka = date.fromisoformat(rest[1]), *(int(n) if n else None for n in rest[2:4])
    told = _recorded(turn, Catat(row, day, pengikut, suka))
    return [turn.reply(told, card=f"{CARD}:{row.id}")]


def _read(turn: Turn, text: str) -> list[Catat]:
    day, text = _day(turn, text)
    lines = [line for line in re.split(r"[\n;]", text) if line.strip()]
    return [_line(turn, line, day) for line in lines]


def _day(turn: Turn, text: str) -> tuple[date, str]:
    """The day that “per 30 Juni” at the end names, else today, and the text without it."""
    if not (found := _PER.search(text)):
        return turn.today, text
    told, _ = find_tanggal(found[1], turn.today)
    if told is None or told.sebulan or told.mulai > turn.today:
        raise Rejected("Tanggalnya belum terbaca; tulis misalnya “per 30 Juni”.")
    return told.mulai, text[: found.start()]


def _line(turn: Turn, line: str, day: date) -> Catat:
    found = _of(turn, line)
    name = line.casefold().replace(found.nama.casefold(), " ")
    numbers = list(_ANGKA.finditer(name))
    if not numbers:
        raise Rejected(f"Jumlahnya belum terbaca. {HOW}")
    values: dict[str, int] = {}
    for number in numbers:
        likes = (number["apa"] or "").casefold().startswith(("suka", "like", "tanda")) or "pengikut" in values
        values["suka" if likes else "pengikut"] = _value(number)
    return Catat(found, day, values.get("pengikut"), values.get("suka"))


def _value(number: re.Match[str]) -> int:
    return round(float(number["angka"].replace(".", "").replace(",", ".")) * MANY[(number["kali"] or "").casefold()])


def _of(turn: Turn, line: str) -> Akun:
    """The account that a line names, by its own name or its platform's."""
    known = rows.akun_of(turn.session, turn.satker)
    said = line.casefold()
    first = SEBUTAN_PLATFORM.get(re.split(r"[\s:]", said.strip(), maxsplit=1)[0])
    named = [a for a in known if a.nama.casefold() in said and first in (None, a.platform)]
    named = named or [a for a in known if a.platform == first]
    if not named:
        raise Rejected(f"Akunnya belum terbaca; yang ada {indonesian.daftar([a.platform for a in known])}. {HOW}")
    return named[0]


def _before(turn: Turn, told: Catat) -> AkunSnapshot | None:
    return rows.snapshot(turn.session, told.akun, told.tanggal)


def _jumps(turn: Turn, told: Catat) -> bool:
    before = _before(turn, told)
    pairs = ((before.pengikut, told.pengikut), (before.suka, told.suka)) if before else ()
    return any(
        old and new is not None and abs(new - old) > FEW and not old / TIMES < new < old * TIMES for old, new in pairs
    )


def _doubt(turn: Turn, told: Catat) -> Outgoing:
    before = _before(turn, told)
    was, now = _said(before.pengikut, before.suka) if before else "belum ada", _said(told.pengikut, told.suka)
    text = f"{told.akun.platform}: tadinya {was}, sekarang {now}? Selisihnya besar."
    figures = f"{told.akun.id}:{told.tanggal}:{_or(told.pengikut)}:{_or(told.suka)}"
    menu = ((Button("Simpan", f"{PRESS}:s:{figures}"), Button("Batal", f"{PRESS}:b:{told.akun.id}")),)
    return turn.reply(text, title="Mohon diperiksa", menu=menu, card=f"{CARD}:{told.akun.id}")


def _or(number: int | None) -> str:
    return "" if number is None else str(number)


def _recorded(turn: Turn, told: Catat) -> str:
    before = _before(turn, told)
    name = f"{told.akun.platform} per {indonesian.tanggal(told.tanggal)}"
    values = {key: n for key, n in (("pengikut", told.pengikut), ("suka", told.suka)) if n is not None}
    if before and before.tanggal == told.tanggal:
        was = _said(before.pengikut, before.suka)
        atur_simpan.changed(turn, before, **values)
        return f"{name}: {was} → {_said(before.pengikut, before.suka)}"
    kept = {"pengikut": before.pengikut, "suka": before.suka} if before else {}
    row = AkunSnapshot(akun_id=told.akun.id, tanggal=told.tanggal, **values)
    atur_simpan.added(turn, row)
    return f"{name}: {_said(row.pengikut, row.suka)}{_since(kept, values)}"


def _since(before: dict[str, int | None], now: dict[str, int]) -> str:
    more = [f"{n - old:+d} {what}" for what, n in now.items() if (old := before.get(what)) is not None and n != old]
    return f" ({', '.join(more)})" if more else ""


def _said(pengikut: int | None, suka: int | None) -> str:
    shown = [f"{indonesian.angka(n)} {what}" for n, what in ((pengikut, "pengikut"), (suka, "suka")) if n is not None]
    return indonesian.daftar(shown) or "belum ada"


def _card(turn: Turn, told: str = "") -> Outgoing:
    lines = [_known(turn, a) for a in rows.akun_of(turn.session, turn.satker)]
    head = [told, ""] if told else []
    setting = ((Button("Atur akun", "at:akun"),),) if turn.anggota.role == Role.KETUA_PELAKSANA else ()
    text = "\n".join([*head, *(lines or ["Belum ada akun."]), "", HOW])
    return turn.reply(text, title="Akun media sosial", menu=setting, card=CARD)


def _known(turn: Turn, row: Akun) -> str:
    known = rows.snapshot(turn.session, row, turn.today)
    figures = (
        f"{_said(known.pengikut, known.suka)} per {indonesian.tanggal(known.tanggal)}" if known else "belum dicatat"
    )
    return f"{row.platform} {row.nama}: {figures}"
