"""The sheets of a report that were drawn before: found by their stamp, kept among the photos, drawn ahead for a week
that was posted, and removed where a photo in them is not to be shown any more."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.work.drawing.sharing import ALONE, Lease
from bot.world import World
from renderers.figures import Kolase
from renderers.frozen import freeze, thaw
from renderers.rekap.kept import FORM, SCALE, stamp
from storage.database import Database, away
from storage.foto import lembar, photos, sweeping
from storage.foto.lembar import Lembar
from storage.foto.store import Spoiled, Store, Unreachable, photos_in
from storage.kantor.satker import Here, Satker, hold

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sheets:
    """Those of one office."""

    database: Database
    store: Store
    satker: int
    now: datetime

    def found(self, weeks: Sequence[Kolase]) -> list[list[str]]:
        """For each week the names of its sheets in the folder of the photos; none where they are to be drawn."""
        stamps = [stamp(week) for week in weeks]
        with self.database.transaction() as session:
            known = lembar.found(session, self.satker, set(stamps))
        return [self._present([photos.name_of(one) for one in known.get(mark, ())]) for mark in stamps]

    def _present(self, names: list[str]) -> list[str]:
        try:
            self.store.present(names)
        except (Unreachable, Spoiled) as error:
            log.warning("a kept sheet cannot be fetched, so it is drawn: %r", error)
            return []
        return names

    def keep(self, week: Kolase, sheets: Sequence[bytes]) -> None:
        """Keep the sheets of a week, if each photo in them is whole and may be shown; what fails is logged."""
        try:
            if self._complete(week):
                self._keep(week, [self._stored(sheet) for sheet in sheets])
        except Exception:
            # The report does not need them: it has them.
            log.exception("the sheets of a week cannot be kept")

    def _keep(self, week: Kolase, files: Sequence[str]) -> None:
        with self.database.transaction() as session:
            here = Here(session, session.get_one(Satker, self.satker), self.now)
            # Somebody may have said meanwhile that a photo is not to be shown, or be about to.
            hold(here)
            if not photos.hidden(here, photos_in(week)):
                lembar.keep(here, week.kapan, freeze(week), stamp(week), files)

    def _complete(self, week: Kolase) -> bool:
        """Whether each photo is what it was when it came: a place that stays blank for want of one is filled later."""
        names = {*photos_in(week), *(cell.foto for cell in week.cells)}
        return all(photos.whole(self.store.folder, name) for name in names)

    def _stored(self, sheet: bytes) -> str:
        photos.drop_broken(self.store.folder, sheet)
        return self.store.keep(sheet)


def wish(database: Database, satker: int, week: Kolase, now: datetime) -> None:
    """The sheets of a posted week are to be there when a report is made."""
    with database.transaction() as session:
        here = Here(session, session.get_one(Satker, satker), now)
        lembar.wish(here, week.kapan, freeze(week))


def one(world: World, lease: Lease = ALONE) -> bool:
    """Remove and draw what is due of one week that no other process is at; False where nothing is, or nothing can be
    done now."""
    with world.database.transaction() as session:
        due = lembar.due(session)
    for number in due:
        with lease.had(f"lembar {number}") as mine:
            if mine and (row := _still_due(world, number)):
                return _done(world, row)
    return False


def _still_due(world: World, number: int) -> Lembar | None:
    with world.database.transaction() as session:
        return lembar.still_due(session, number)


def _done(world: World, row: Lembar) -> bool:
    try:
        _removed(world, row)
        if row.figures and not row.stamp:
            _drawn(world, row)
    except Unreachable as error:
        log.warning("the sheets of a week wait for the bucket: %r", error)
        return False
    except Exception as error:
        if away(error):
            raise
        log.exception("the sheets of a week cannot be drawn ahead")
    with world.database.transaction() as session:
        lembar.given_up(session, row.id)
    return True


def _removed(world: World, row: Lembar) -> None:
    gone = sweeping.removed(world.database, world.store, row.gone)
    with world.database.transaction() as session:
        lembar.removed(session, row.id, gone)


def _drawn(world: World, row: Lembar) -> None:
    from renderers.kolase import kolase  # noqa: PLC0415  (who only looks for kept sheets has no need of it)

    week, mine = thaw(Kolase, row.figures), Sheets(world.database, world.store, row.satker_id, world.clock())
    world.store.present(photos_in(week))
    mine.keep(week, kolase.draw(week, world.store.folder, FORM, SCALE))
