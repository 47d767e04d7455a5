"""Since when somebody new belongs to the team that a report prints."""

from datetime import date

from handlers.reading.dates import periods
from storage.kantor import audit
from storage.kantor.satker import Here


def since(here: Here) -> date | None:
    """Today; None, which is always, for the team with which an office begins: who is entered before the end of its
    set-up, or in the triwulan of its first entry, has belonged to the team before the bot came."""
    began = audit.began(here)
    this = periods.triwulan(here.today).mulai
    worked = began is not None and here.satker.local(began).date() < this
    return here.today if worked and here.satker.ready else None
