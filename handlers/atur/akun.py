"""/akun: what the accounts are followed and liked, day by day, as it stands in BAB III of the report."""

import re
from collections.abc import Sequence

from handlers.atur import followers
from handlers.atur.doors import DropFollowers, FillFollowers, Followers, SaveFollowers, Settings
from handlers.atur.followers import Count
from handlers.chat import changes
from handlers.chat.door import ANGGOTA, Stale
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.reading.links import PLATFORM_WORDS
from renderers import indonesian
from storage.kantor import akun as rows
from storage.kantor.akun import Akun, AkunSnapshot
from storage.kantor.audit import Audit
from storage.kantor.people import Role
from storage.nasional import platform

CARD = "akun"
# A figure that is a tenth of the last one, or ten times as much, is more likely a slip of the finger.
TIMES, FEW = 10, 50
_BESIDE = re.compile(
    r"\b(?:kita|kami|kantor|satker|sudah|sdh|udah|per hari ini|hari ini|ya|pak|bu|min|tolong|catat)\b", re.IGNORECASE
)
# "…, naik sedikit": a clause without any figure.
_REMARK = re.compile(r",[^,\d]*$")
# Before the next account: "IG 3.204, fb 5.110", "IG 586 pengikut, fb 1713".
_NEXT = re.compile(rf",\s*(?=(?:{'|'.join(map(re.escape, PLATFORM_WORDS))})\b)", re.IGNORECASE)
_ASKS = re.compile(r"\b(?:berapa|brp|lihat|cek|minta)\b|\?", re.IGNORECASE)


def jumps(turn: Turn, told: Count) -> bool:
    """Whether a figure fits none of the days around it; without such days any figure may be right."""
    around = rows.snapshots_around(turn.session, told.akun, told.tanggal)
    return any(_far([getattr(row, what) for row in around], n) for what, n in told.values.items())


def _far(known: Sequence[int | None], now: int) -> bool:
    """A difference of a few, and the first figure after none, are no slip."""
    far = [abs(now - old) > FEW and not old / TIMES < now < old * TIMES for old in known if old]
    return bool(far) and all(far)


def doubt(turn: Turn, told: Count) -> Outgoing:
    around = rows.snapshots_around(turn.session, told.akun, told.tanggal)
    near = next(row for row in around if any(getattr(row, what) for what in told.values))
    was = f"{said(near.pengikut, near.suka)} per {indonesian.tanggal(near.tanggal)}"
    text = f"{per(told)}: {said(told.pengikut, told.suka)}? Selisihnya besar dengan {was}."
    sure = SaveFollowers(told.akun.id, told.tanggal, told.pengikut, told.suka)
    menu = ((Button("Simpan", sure), Button("Batal", DropFollowers(told.akun.id))),)
    return turn.reply(text, title="Mohon diperiksa", menu=menu, card=f"{CARD}:{told.akun.id}")


def said(pengikut: int | None, suka: int | None) -> str:
    shown = [f"{indonesian.angka(n)} {what}" for n, what in ((pengikut, "pengikut"), (suka, "suka")) if n is not None]
    return indonesian.daftar(shown) or "belum ada"


def per(told: Count) -> str:
    return f"{platform.shown(told.akun.platform, told.tanggal)} per {indonesian.tanggal(told.tanggal)}"


ASK = (
    "Misalnya: TikTok 586 pengikut, 1713 suka\n"
    "Satu baris satu akun. Untuk hari lain tambahkan tanggalnya, misalnya IG 2.345 per 30 Juni."
)


def akun(turn: Turn) -> Says:
    """/akun shows what is known; /akun TikTok 586 pengikut, 1713 suka records it."""
    return _told(turn, turn.text) if turn.text else [_card(turn)]


def asked(turn: Turn) -> Says:
    """The numbers that words tell of an account, recorded as by /akun; what is known, where they ask, or tell none that
    can be read."""
    if _ASKS.search(turn.text):
        return [_card(turn)]
    told = _BESIDE.sub(" ", _REMARK.sub("", turn.text))
    try:
        return _told(turn, _NEXT.sub("\n", told))
    except Rejected as why:
        return [_card(turn, [str(why)] if any(map(str.isdigit, told)) else [])]


def shown(turn: Turn, _door: Followers) -> Says:
    return [_card(turn)]


def ask(turn: Turn, door: FillFollowers) -> Says:
    _allowed(turn)
    menu = ((Button("Batal", Followers()),),)
    return [asking.question(turn, FILLED, door, ASK, title="Isi akun", card=CARD, menu=menu)]


def answer(turn: Turn, _door: FillFollowers) -> Says:
    return _told(turn, turn.incoming.text)


FILLED = Ask(FillFollowers, answer, lambda _: "Misalnya: TikTok 586 pengikut, 1713 suka", who=ANGGOTA)


def drop(turn: Turn, door: DropFollowers) -> Says:
    _allowed(turn)
    row = changes.find(turn, Akun, door.akun)
    return [turn.reply("Tidak dicatat.", card=f"{CARD}:{row.id}")]


def save(turn: Turn, door: SaveFollowers) -> Says:
    _allowed(turn)
    row = changes.find(turn, Akun, door.akun)
    told = Count(row, door.day, door.pengikut, door.suka)
    if told.tanggal > turn.today or not told.values:
        raise Stale
    done, entry = _recorded(turn, told)
    return [turn.reply(done, menu=(changes.back(entry),), card=f"{CARD}:{row.id}")]


def undone(turn: Turn, change: Audit) -> Says:
    changes.take_back(turn, change)
    return [_card(turn, ["Diurungkan."])]


def _allowed(turn: Turn) -> None:
    if turn.anggota.role == Role.PEMBINA:
        raise Rejected("Hanya anggota tim yang dapat mencatat pengikut akun.")


def _told(turn: Turn, text: str) -> Says:
    _allowed(turn)
    told = followers.read_lines(text, rows.every(turn), turn.today)
    doubted = [one for one in told if jumps(turn, one)]
    done = [_recorded(turn, one) for one in told if one not in doubted]
    card = [_card(turn, [line for line, _ in done], [entry for _, entry in done])] if done else []
    return [*card, *[doubt(turn, one) for one in doubted]]


def _recorded(turn: Turn, told: Count) -> tuple[str, Audit]:
    # The account is held, so that two people do not write two rows of one day.
    row = changes.find(turn, Akun, told.akun.id)
    before = rows.snapshot(turn.session, row, told.tanggal)
    if before and before.tanggal == told.tanggal:
        was = said(before.pengikut, before.suka)
        entry = changes.changed(turn, before, **told.values)
        return f"{per(told)}: {was} → {said(before.pengikut, before.suka)}", entry
    entry = changes.added(turn, AkunSnapshot(akun_id=row.id, tanggal=told.tanggal, **told.values))
    return f"{per(told)}: {said(told.pengikut, told.suka)}{_since(before, told.values)}", entry


def _since(before: AkunSnapshot | None, now: dict[str, int]) -> str:
    old = {what: getattr(before, what) for what in now} if before else {}
    more = [f"{now[what] - n:+d} {what}" for what, n in old.items() if n is not None and n != now[what]]
    return f" ({', '.join(more)})" if more else ""


def _card(turn: Turn, told: Sequence[str] = (), entries: Sequence[Audit] = ()) -> Outgoing:
    lines = [_known(turn, a) for a in rows.within(turn, turn.today, turn.today)]
    head = [*told, ""] if told else []
    text = "\n".join([*head, *(lines or ["Belum ada akun."])])
    return turn.reply(text, title="Akun media sosial", menu=_ways(turn, entries), card=CARD)


def _ways(turn: Turn, entries: Sequence[Audit]) -> Menu:
    fill = (Button("Isi akun", FillFollowers()),) if turn.anggota.role != Role.PEMBINA else ()
    change = (Button("Atur akun", Settings("akun")),) if turn.anggota.role == Role.KETUA_PELAKSANA else ()
    return tuple(row for row in (changes.back(*entries), (*fill, *change)) if row)


def _known(turn: Turn, row: Akun) -> str:
    known = rows.snapshot(turn.session, row, turn.today)
    figures = f"{said(known.pengikut, known.suka)} per {indonesian.tanggal(known.tanggal)}" if known else "belum ada"
    return f"{platform.shown(row.platform, turn.today)} {row.nama}: {figures}"
