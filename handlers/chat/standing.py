"""Standing: an office is never left to nobody, and who has just come in takes nothing from those who were there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from handlers.chat.door import NOT_YOURS
from handlers.chat.messages import Rejected, Turn
from renderers import indonesian
from storage.kantor import arrivals, people, satker
from storage.kantor.arrivals import Arrival
from storage.kantor.people import Anggota

POWER = frozenset({"role", "berlaku_dari", "berlaku_sampai"})
"""What decides whether an anggota may do something at all."""
NEW = timedelta(hours=24)
LAST = "Harus ada satu Ketua Pelaksana yang aktif. Undang penggantinya dahulu dengan /undang."
YOU = "Anda baru bergabung. Peran dan masa keanggotaan mereka yang lebih dahulu di tim dapat Anda ubah mulai"
THEY = "Orang ini baru masuk dengan tautan pengelola bot. Peran dan masa keanggotaannya dapat diubah mulai"


def decides(turn: Turn) -> None:
    """Only one at a time may decide who is somebody here, and must lead the office still when the turn comes: whoever
    removes another stays, so that two who remove each other do not leave it to nobody."""
    satker.hold(turn)
    if not people.leads(turn, turn.anggota):
        raise Rejected(NOT_YOURS)


@contextmanager
def changing(turn: Turn, row: Anggota) -> Iterator[None]:
    """Around a change of what an anggota may do. Who changes their own row may not shorten the time for which somebody
    leads the office."""
    own = row.id == turn.anggota.id
    others = not own and people.identities(turn.session, row)
    waits = _waits(arrivals.of(turn, turn.anggota), arrivals.of(turn, row)) if others else ()
    for until, why in waits:
        if turn.now < until:
            at = turn.satker.local(until)
            raise Rejected(f"{why} {indonesian.tanggal(at.date())} pukul {at:%H.%M}.")
    decides(turn)
    before = people.led_until(turn)
    yield
    if own and people.led_until(turn) < before:
        raise Rejected(LAST)


def _waits(mine: Arrival | None, theirs: Arrival | None) -> Iterator[tuple[datetime, str]]:
    """Until when one who came in so may not change what another may do, and why; None came before all others."""
    if mine and not mine.by_operator and not (theirs and theirs.at > mine.at):
        yield mine.at + NEW, YOU
    # The operator's link is the way back into an office that the wrong person has taken; the last one counts.
    if theirs and theirs.by_operator and not (mine and mine.by_operator and mine.at > theirs.at):
        yield theirs.at + NEW, THEY
