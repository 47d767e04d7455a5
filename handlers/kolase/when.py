"""The moment at which the kolase of a week goes out: the hour of the office, or a later one that a person chose."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from handlers.chat import chats
from handlers.kolase.doors import Wait
from handlers.reading.dates.pekan import Pekan
from storage.kantor.satker import Here, Satker
from storage.laporan import susunan

LOOK_BACK = 2


def due(office: Satker, since: datetime, now: datetime) -> list[Pekan]:
    """The last weeks whose hour has come, not before the group was bound; oldest first."""
    this = Pekan.of(office.local(now).date())
    weeks = [Pekan(this.mulai - timedelta(weeks=n)) for n in range(LOOK_BACK, -1, -1)]
    return [pekan for pekan in weeks if since <= post_at(office, pekan) <= now]


def since(here: Here) -> datetime | None:
    """From when on posts have a place to go; None while they have none."""
    places = chats.places(here)
    if not places:
        return None
    if not places[0].group:
        here.satker.terhubung_at = here.satker.terhubung_at or here.now
    return here.satker.terhubung_at


def post_at(office: Satker, pekan: Pekan) -> datetime:
    day = pekan.mulai + timedelta(days=office.kolase_hari)
    return datetime.combine(day, office.kolase_jam, ZoneInfo(office.zona))


def planned(here: Here, pekan: Pekan) -> datetime:
    laid = susunan.of(here, pekan.kode)
    at = laid.tunda if laid and laid.tunda else post_at(here.satker, pekan)
    return here.satker.local(at)


def put_off(office: Satker, planned_at: datetime, now: datetime, wait: Wait) -> datetime:
    base = max(planned_at, office.local(now))
    if wait == Wait.HOUR:
        return base + timedelta(hours=1)
    days = 1 if wait == Wait.TOMORROW else 7 - base.weekday()
    return datetime.combine(base.date() + timedelta(days=days), office.kolase_jam, ZoneInfo(office.zona))
