"""The weekly question for Repost, which nobody reports one by one; the answer is one counted konten of that pekan."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from handlers.catatan import receipt
from handlers.catatan.konten import where
from handlers.chat import chats
from handlers.chat.door import Stale
from handlers.chat.events import Arrived, MonthClosed
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows
from handlers.lapor.doors import AskReposts, Reposts, SkipReposts
from handlers.reading.dates import periods
from handlers.reading.dates.calendar import is_workday
from handlers.reading.dates.pekan import Pekan
from renderers import indonesian
from storage.catatan import konten
from storage.catatan.konten import Konten
from storage.kantor import audit, people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here, next_nomor
from storage.laporan import decided, deliveries, laporan
from storage.laporan.deliveries import Delivery
from storage.nasional import platform

KIND, JENIS = "repost", "Repost"
DAY, HOUR, MORNING = 4, time(15), time(8)
# On a holiday the question waits for the next working day; a week that is long past is not asked about.
PATIENCE = timedelta(days=6)
MOST = 15
WHY = "Jumlahnya dihitung sebagai konten dalam laporan."
ASKED, ANSWER = deliveries.State.SENT, "jumlah"


def weekly(here: Here) -> Says:
    local = here.clock
    pekan = due(local)
    if pekan is None or deliveries.taken(here, KIND, pekan.kode):
        return []
    before, told = deliveries.last(here, KIND), {"mulai": pekan.mulai.isoformat()}
    state = deliveries.State.EMPTY if _told(here, pekan) else deliveries.State.SENT
    row = deliveries.claim(here, KIND, pekan.kode, told, state)
    if row is None:
        return []
    over = _over(here, before) if before else []
    return [*over, *(_asked(here, row) if state == ASKED else ())]


def _asked(here: Here, row: Delivery) -> Says:
    who = [one for one in _leaders(here) if one.ingatkan]
    return _shown(here, row, who, _question(here, _pekan(row), here.clock.date()), _numbers(row))


def _told(here: Here, pekan: Pekan) -> bool:
    """Whether the pekan is over for the reports: its month was closed, or the report of its triwulan tells of it."""
    report = laporan.last(here, periods.triwulan(pekan.thursday).kode)
    return pekan.bulan in decided.closed(here) or (report is not None and report.batas >= pekan.thursday)


def reported(event: Arrived) -> Says:
    """A report has reached its chat, and the question whose pekan it tells of is over."""
    return _closed(event.outcome.here) if event.drawing.renderer == deliveries.REKAP else []


def month_closed(event: MonthClosed) -> Says:
    return _closed(event.turn)


def _closed(here: Here) -> Says:
    row = deliveries.last(here, KIND)
    return _over(here, row) if row and _told(here, _pekan(row)) else []


def _over(here: Here, row: Delivery) -> Says:
    """An open question goes where it stands; it may still be answered by a button."""
    # Somebody may answer at the same moment: the lock lets that be seen.
    here.session.refresh(row, with_for_update=True)
    if row.state != ASKED or ANSWER in row.figures:
        return []
    row.figures = row.figures | {ANSWER: None}
    text = f"Repost {_named(_pekan(row))} tidak diisi."
    return [one.quietly() for one in _shown(here, row, _leaders(here), text, _again(row))]


def due(local: datetime) -> Pekan | None:
    """The pekan whose reposts are asked for at this hour, if any."""
    this = Pekan.of(local.date())
    for pekan in (this, this.previous()):
        friday = datetime.combine(pekan.mulai + timedelta(days=DAY), HOUR, local.tzinfo)
        on_time = local.date() == friday.date() or local.time() >= MORNING
        if friday <= local < friday + PATIENCE and on_time and is_workday(local.date()):
            return pekan
    return None


def _leaders(here: Here) -> list[Anggota]:
    return people.with_role(here, Role.KETUA_PELAKSANA, here.today)


def _shown(
    here: Here, row: Delivery, to: Sequence[Anggota], text: str, menu: Menu, title: str = ""
) -> list[Outgoing]:  # fmt: skip
    """The card of a question in the chats of these people."""
    return [Outgoing(chat, title, text, menu, card=_card(row)) for chat in chats.last(here.session, *to)]


def _question(here: Here, pekan: Pekan, today: date) -> str:
    known = sum(k.jumlah for k in konten.between(here, pekan.mulai, pekan.selesai) if _counts(k))
    beside = f" di luar {known} yang sudah tercatat" if known else ""
    when = "pekan ini" if today < pekan.selesai else "pekan lalu"
    return f"Berapa repost {when} ({_named(pekan)}){beside}? {WHY}"


def _counts(row: Konten) -> bool:
    return row.jenis == JENIS and not row.sebulan


def _pekan(row: Delivery) -> Pekan:
    return Pekan(date.fromisoformat(row.figures["mulai"]))


def _named(pekan: Pekan) -> str:
    return indonesian.short_span(pekan.mulai, pekan.mulai + timedelta(days=DAY))


def _card(row: Delivery) -> str:
    return f"{KIND}:{row.period}"


def _numbers(row: Delivery) -> Menu:
    numbers = [Button(str(n), Reposts(row.id, n)) for n in range(MOST + 1)]
    return (*in_rows(numbers, 4), (Button("Lewati", SkipReposts(row.id)),))


def _again(row: Delivery) -> Menu:
    return ((Button("Isi jumlahnya", AskReposts(row.id)),),)


def count(turn: Turn, door: Reposts) -> Says:
    """Record the answer as a counted konten, once; afterwards it is changed like any catatan."""
    row, n = _open(turn, door.delivery), door.count
    if n > MOST:
        raise Stale
    return _counted(turn, row, n) if n else _said(turn, row, 0, "Tidak ada repost pada {}.")


def skip(turn: Turn, door: SkipReposts) -> Says:
    return _said(turn, _open(turn, door.delivery), None, "Repost {} dilewati.")


def ask(turn: Turn, door: AskReposts) -> Says:
    row = _open(turn, door.delivery)
    row.figures = {key: value for key, value in row.figures.items() if key != ANSWER}
    return [turn.reply(_question(turn, _pekan(row), turn.today), menu=_numbers(row), card=_card(row))]


def _open(turn: Turn, id_: int) -> Delivery:
    """The question that may still be answered."""
    row = deliveries.find(turn, id_)
    if row is None or row.kind != KIND:
        raise Stale
    if nomor := row.figures.get("nomor"):
        raise Rejected(f"Sudah tercatat #{nomor}. Tekan Ubah, atau ketik /ubah {nomor}.")
    return row


def _said(turn: Turn, row: Delivery, n: int | None, text: str) -> Says:
    row.figures = row.figures | {ANSWER: n}
    return _told_all(turn, row, text.format(_named(_pekan(row))), _again(row))


def _told_all(turn: Turn, row: Delivery, text: str, menu: Menu, title: str = "") -> Says:
    """The answer for who gave it, and quietly for the others who were asked."""
    others = _shown(turn, row, [one for one in _leaders(turn) if one.id != turn.anggota.id], text, menu, title)
    return [turn.reply(text, title=title, menu=menu, card=_card(row)), *(one.quietly() for one in others)]


def _counted(turn: Turn, row: Delivery, n: int) -> Says:
    made = Konten(satker_id=turn.satker.id, nomor=next_nomor(turn), jenis=JENIS)
    # The week belongs to the month of its Thursday, so its counted konten does too.
    made.tanggal, made.pelapor_id, made.dibuat_at = _pekan(row).thursday, turn.anggota.id, turn.now
    turn.session.add(made)
    konten.place(made, dict.fromkeys(turn.satker.platform_bawaan or platform.usual()[:1], n))
    turn.session.flush()
    row.figures = row.figures | {ANSWER: n, "nomor": made.nomor}
    after = {"jenis": JENIS, "jumlah": n, "pekan": row.period}
    audit.note(turn.session, turn.anggota, turn.now, "konten", made.nomor, "catat", after=after)
    text = f"{n} Repost di {where(made)}, {_named(_pekan(row))}."
    return _told_all(turn, row, text, (receipt.ways(made.nomor),), f"Tercatat #{made.nomor}")
