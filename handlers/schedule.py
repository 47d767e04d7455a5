"""What is due when, as data: every job is asked once a minute and answers with what is to be said."""

from collections.abc import Callable
from datetime import datetime

from handlers import ingatkan, kolase, kolase_hidup, pengingat, pratinjau, repost, susulan_harian
from handlers.chat import Says
from storage import inbox, retensi
from storage.database import Session
from storage.satker import Satker

Job = Callable[[Session, Satker, datetime], Says]


def forget(session: Session, now: datetime) -> None:
    """Raw payloads of all offices go a week after they were handled."""
    inbox.forget(session, retensi.until("pesan", now))


JOBS: tuple[Job, ...] = (
    pratinjau.preview,
    pratinjau.late,
    kolase.weekly,
    kolase_hidup.renew,
    repost.weekly,
    ingatkan.nudge,
    pengingat.stale,
    susulan_harian.digest,
)
