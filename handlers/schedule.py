"""What is due when, as data: every job is asked once a minute and answers with what is to be said."""

from collections.abc import Callable
from datetime import datetime, timedelta

from handlers import ingatkan, kolase, kolase_hidup, pengingat, pratinjau, repost, susulan_harian
from handlers.chat import Says
from storage import inbox
from storage.database import Session
from storage.satker import Satker

Job = Callable[[Session, Satker, datetime], Says]

KEEP_RAW = timedelta(days=7)


def forget(session: Session, now: datetime) -> None:
    """Raw payloads of all offices go a week after they were handled."""
    inbox.forget(session, now - KEEP_RAW)


JOBS: tuple[Job, ...] = (
    pratinjau.preview,
    kolase.weekly,
    kolase_hidup.renew,
    repost.weekly,
    ingatkan.nudge,
    pengingat.stale,
    susulan_harian.digest,
)
