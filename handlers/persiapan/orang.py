"""The third step of the set-up: the people of the team, listed by name and invited by link and picture."""

import re

from handlers.chat import changes
from handlers.chat.door import ROLE_NAMES, TEAM_NAMES
from handlers.chat.messages import Button, Rejected, Turn
from handlers.chat.pages import in_rows
from handlers.persiapan.card import Result, Shown, Step
from handlers.persiapan.doors import Invite, InviteAll, StepName
from handlers.reading import text as reading_text
from handlers.tim import undang
from renderers import indonesian
from storage.kantor import audit, people
from storage.kantor.people import Anggota, Role

LONGEST, MOST, SHOWN, LABEL = 100, 30, 15, 60
ROLES = {sebutan.casefold(): role for role, sebutan in TEAM_NAMES.items()} | {"ketua pelaksana": Role.KETUA_PELAKSANA}
ASK = (
    "Tulis nama anggota tim, satu baris satu orang. Perannya di belakang koma bila bukan anggota. Misalnya:\n"
    "Siti Aminah, S.Kom.\nAhmad Hudri, pembina"
)
_BULLET = re.compile(r"^[\s•*–-]*(?:\d{1,2}[.)]\s*)?")


def _done(turn: Turn) -> bool:
    return len(people.every(turn)) > 1


def _shown(turn: Turn) -> Shown:
    if not _done(turn):
        return Shown(ASK)
    waiting = undang.waiting(turn)
    waits = {row.id for row in waiting}
    lines = [f"• {_line(row)}{'' if row.id in waits else ' (aktif)'}" for row in _current(turn)]
    how = "Tekan nama untuk mengambil tautan dan gambar undangannya, lalu teruskan kepada orangnya."
    buttons = in_rows(
        [Button(reading_text.shortened(row.nama.partition(",")[0], LABEL), Invite(row.id)) for row in waiting[:SHOWN]],
        2,
    )
    every = ((Button("Semua undangan", InviteAll()),),) if 1 < len(waiting) <= MOST else ()
    told = [*lines, "", how if waiting else "Semua sudah aktif.", "Orang lain: tulis namanya."]
    return Shown("\n".join(told), (*every, *buttons))


def _current(turn: Turn) -> list[Anggota]:
    return people.current(turn, turn.today)[:MOST]


def _line(row: Anggota) -> str:
    return f"{reading_text.shortened(row.nama, LABEL)}, {ROLE_NAMES[row.role]}"


def _take(turn: Turn) -> Result:
    named = read(turn.incoming.text)
    told = [one for one in named if not _renamed(turn, *one)]
    known = {_same(row.nama) for row in people.every(turn)}
    new = [(nama, role) for nama, role in told if _same(nama) not in known]
    if not named or len(named) > MOST:
        raise Rejected(f"Tulis paling banyak {MOST} nama, satu baris satu orang.")
    for nama, role in new:
        row = people.add(turn, nama, role, ROLE_NAMES[role])
        audit.note(turn.session, turn.anggota, turn.now, "anggota", row.id, "tambah", after={"nama": nama})
    before = [nama for nama, _ in told if _same(nama) in known]
    note = f"{indonesian.daftar(before)} sudah terdaftar." if before else ""
    return Result(note, stay=True)


def _renamed(turn: Turn, nama: str, role: Role) -> bool:
    """The person of the first link bears the name of their app; here they write it in full, with titles."""
    own, words = turn.anggota, {*re.findall(r"[^\W\d_]+", nama.casefold())}
    called = re.findall(r"[^\W\d_]+", own.nama.casefold())
    leads = role == Role.KETUA_PELAKSANA or len(called) > 1
    if not called or not leads or not words.issuperset(called) or _same(nama) == _same(own.nama):
        return False
    changes.changed(turn, own, nama=nama)
    return True


def read(text: str) -> list[tuple[str, Role]]:
    """Names with titles; what follows the last comma is a role only where it is the name of one."""
    found: dict[str, tuple[str, Role]] = {}
    for line in text.splitlines():
        plain = reading_text.one_line(_BULLET.sub("", line), LONGEST) if re.search(r"[^\W\d_]", line) else ""
        head, comma, last = plain.rpartition(",")
        role = ROLES.get(last.strip(" .").casefold()) if comma else None
        nama = (head if role else plain).strip(" ,;")
        if nama:
            found.setdefault(_same(nama), (nama, role or Role.ANGGOTA))
    return list(found.values())


def _same(nama: str) -> str:
    return " ".join(nama.casefold().split())


def invite(turn: Turn, door: Invite) -> Result:
    return Result(stay=True, more=[undang.of(turn, people.get(turn, door.anggota))])


def invite_all(turn: Turn, _door: InviteAll) -> Result:
    waiting = undang.waiting(turn)[:MOST]
    if not waiting:
        raise Rejected("Semua anggota sudah aktif.")
    note = f"{len(waiting)} undangan dikirim; teruskan masing-masing kepada orangnya."
    return Result(note, more=[undang.of(turn, row) for row in waiting])


ORANG = Step(StepName.ORANG, 3, "Orang", _done, _shown, _take, "Misalnya: Siti Aminah, S.Kom.")
