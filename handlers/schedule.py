"""What is due when, as data: every job is asked once a minute and answers with what is to be said."""

from collections.abc import Callable
from datetime import datetime

from handlers.chat.messages import Says
from handlers.kolase import hidup, kolase, pratinjau
from handlers.lapor import remind, repost
from handlers.rekap import digest
from storage.chat import inbox
from storage.database import Session
from storage.kantor.satker import Satker
from storage.pribadi import retensi

Job = Callable[[Session, Satker, datetime], Says]


def forget(session: Session, now: datetime) -> None:
    """Raw payloads of all offices go a week after they were handled."""
    inbox.forget(session, retensi.until("pesan", now))


JOBS: tuple[Job, ...] = (
    pratinjau.preview,
    pratinjau.late,
    kolase.weekly,
    hidup.renew,
    repost.weekly,
    remind.nudge,
    remind.stale,
    digest.digest,
)
