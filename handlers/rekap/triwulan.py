"""The triwulan by itself: some days before the office's own date people hear of its gaps, and on that day the report
waits for one press."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from handlers.atur.doors import Settings
from handlers.catatan import elsewhere
from handlers.chat import chats
from handlers.chat.messages import Button, Chat, Outgoing, Says
from handlers.chat.pages import in_rows
from handlers.laporan import gather
from handlers.periksa import groups
from handlers.periksa.groups import Found
from handlers.periksa.material import Gap, Material
from handlers.reading.dates import periods
from handlers.reading.dates.calendar import is_workday, workdays_before, workdays_between
from handlers.reading.dates.periods import Periode
from handlers.rekap import kelengkapan
from renderers import indonesian
from storage.chat import cards
from storage.kantor import audit, people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here
from storage.laporan import decided, deliveries
from storage.laporan import laporan as rows
from storage.laporan.deliveries import State

KIND, OWN = "triwulan", "triwulan anggota"
# In the morning, one office after the other, so that the day is left for what is missing; after an outage on the next.
FROM, UNTIL = time(8), time(15)
# A report of which nobody could be told for a week has been thought of without the bot.
PATIENCE = timedelta(days=7)
SHOWN = 6


@dataclass(frozen=True)
class Step:
    """One of the messages of a triwulan. `nomor`: its place among them; `day`: the day of the report, `before`: so many
    working days before it."""

    periode: Periode
    nomor: int
    day: date
    before: int

    @property
    def key(self) -> str:
        # The day itself is told of also where other days have been set meanwhile.
        return f"{self.periode.kode}:{self.nomor if self.before else 'H'}"

    @property
    def since(self) -> date:
        return workdays_before(self.day, self.before)


def due(here: Here) -> Step | None:
    """The last step whose day has come; those that an outage has left out are over."""
    today = here.today
    if not here.satker.laporan_ingat or not has_turn(here):
        return None
    steps = [one for periode in recent(today) for one in _steps(here, periode)]
    return next((one for one in reversed(steps) if one.since <= today < one.day + PATIENCE), None)


def has_turn(here: Here) -> bool:
    """Whether it is the morning of a working day, and the turn of this office has come."""
    clock = here.clock
    begins = datetime.combine(here.today, FROM, clock.tzinfo) + here.satker.turn
    return begins <= clock and clock.time() < UNTIL and is_workday(here.today)


def recent(today: date) -> tuple[Periode, Periode]:
    """The triwulan whose day may be near: the last one and the one that runs."""
    this = periods.triwulan(today)
    return this.previous(), this


def deadline(here: Here, periode: Periode) -> date:
    """The day on which the office has its report made."""
    return periods.report_day(periode, here.satker.laporan_hari)


def _steps(here: Here, periode: Periode) -> list[Step]:
    day = deadline(here, periode)
    return [Step(periode, n, day, before) for n, before in enumerate(here.satker.laporan_ingat)]


def remind(here: Here) -> Says:
    step = due(here)
    if step is None or deliveries.taken(here, KIND, step.key):
        return ()
    says = _told(here, step)
    claimed = deliveries.claim(here, KIND, step.key, {}, State.SENT if says else State.EMPTY)
    return says if claimed else ()


def _told(here: Here, step: Step) -> list[Outgoing]:
    """Nothing where the report has been made, the office began later (one that has only brought its history has not
    begun), or has recorded nothing in this triwulan."""
    began = audit.began(here)
    if rows.last(here, step.periode.kode) or began is None or here.satker.local(began).date() > step.since:
        return []
    rekap = gather.gather(here, step.periode, here.today)
    material = kelengkapan.looked_at(here, step.periode, rekap, here.today)
    if not material.within and not (rekap.kini and rekap.kini.konten):
        return []
    return [*_to_leaders(here, step, material), *_to_anggota(here, step, material)]


def _to_leaders(here: Here, step: Step, material: Material) -> Iterator[Outgoing]:
    found = groups.check(material)
    told, _ = kelengkapan.parted(here, step.periode, found)
    if step.before and not any(gap.penting for gaps in told.values() for gap in gaps):
        return
    leaders = [one for one in people.with_role(here, Role.KETUA_PELAKSANA, here.today) if one.ingatkan]
    for one in leaders:
        others = [other.nama for other in leaders if other is not one]
        for chat in chats.last(here.session, one):
            yield _list(here, step, material, found, one, chat, others)


def _list(
    here: Here, step: Step, material: Material, found: Found, to: Anggota, chat: Chat, others: list[str]
) -> Outgoing:
    """The completeness list as the ketua pelaksana has it, with the reason why it comes; it takes the place of the one
    before, where that still stands last."""
    also = [f"Daftar ini juga dikirim kepada {indonesian.daftar(others)}."] if others else []
    note = " ".join([*_reason(here, step, material), *also])
    card = kelengkapan.card(elsewhere.as_seen(here, to, chat), step.periode, found, note=note)
    cards.push_unasked(here.session, chat.channel, chat.id, card.card)
    title = card.title if step.before else f"Laporan {step.periode.judul} siap dibuat"
    return replace(card, title=title, menu=(*card.menu, (Button("Atur pengingat", Settings("laporan")),)))


def _reason(here: Here, step: Step, material: Material) -> list[str]:
    day, today = indonesian.hari_tanggal(step.day), here.today
    if step.day > today:
        return [f"Tanggal laporan {day}, {workdays_between(today, step.day)} hari kerja lagi."]
    sums = material.rekap.kini
    konten, publikasi = (sums.konten, sums.publikasi) if sums else (0, 0)
    holds = f"{len(material.within)} kegiatan, {indonesian.angka(konten)} konten, dan {indonesian.angka(publikasi)}"
    when = "Hari ini tanggal laporan" if step.day == today else f"Tanggal laporan, {day}, sudah lewat"
    return [f"{when}; isinya sampai sekarang {holds} publikasi."]


def _to_anggota(here: Here, step: Step, material: Material) -> Iterator[Outgoing]:
    """To each anggota the gaps of their own records, once a triwulan."""
    if deliveries.claim(here, OWN, step.periode.kode, {}, State.SENT) is None:
        return
    known = decided.let_be(here, step.periode.kode)
    for one in people.with_role(here, Role.ANGGOTA, here.today):
        gaps = [gap for gap in groups.of_person(material, one.id) if gap.name not in known]
        for chat in chats.last(here.session, one) if gaps and one.ingatkan else ():
            yield _own(here, step, gaps, chat)


def _own(here: Here, step: Step, gaps: list[Gap], chat: Chat) -> Outgoing:
    more = [f"• dan {len(gaps) - SHOWN} lainnya"] if len(gaps) > SHOWN else []
    until = f"sebelum {indonesian.hari_tanggal(step.day)}" if step.day > here.today else "sekarang"
    head = f"{len(gaps)} hal dari laporan Anda sebaiknya dilengkapi {until}."
    text = "\n".join([head, "", *(f"• {gap.sentence}" for gap in gaps[:SHOWN]), *more])
    ways = dict.fromkeys(Button(gap.label, gap.door) for gap in gaps[:SHOWN] if gap.door)
    title, card = f"Laporan Anda untuk {step.periode.judul}", f"{OWN}:{step.periode.kode}"
    cards.push_unasked(here.session, chat.channel, chat.id, card)
    return Outgoing(chat, title=title, text=text, menu=in_rows(list(ways), 2), card=card)
