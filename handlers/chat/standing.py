"""Standing: an office is never left to nobody, and who has just come in takes nothing from those who were there."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

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


@contextmanager
def still_led(turn: Turn) -> Iterator[None]:
    """What is done within may not shorten the time for which somebody leads the office; only one at a time may try, so
    that two who remove each other do not leave it to nobody."""
    satker.hold(turn)
    before = people.led_until(turn)
    yield
    if people.led_until(turn) < before:
        raise Rejected(LAST)


@contextmanager
def changing(turn: Turn, row: Anggota) -> Iterator[None]:
    """Around a change of what an anggota may do."""
    others = row.id != turn.anggota.id and people.identities(turn.session, row)
    waits = _waits(arrivals.of(turn, turn.anggota), arrivals.of(turn, row)) if others else ()
    for until, why in waits:
        if turn.now < until:
            at = turn.satker.local(until)
            raise Rejected(f"{why} {indonesian.tanggal(at.date())} pukul {at:%H.%M}.")
    with still_led(turn):
        yield


def _waits(mine: Arrival | None, theirs: Arrival | None) -> Iterator[tuple[datetime, str]]:
    """Until when one who came in so may not change what another may do, and why; None came before all others."""
    if mine and not mine.by_operator and not (theirs and theirs.at > mine.at):
        yield mine.at + NEW, YOU
    # The operator's link is the way back into an office that the wrong person has taken; the last one counts.
    if theirs and theirs.by_operator and not (mine and mine.by_operator and mine.at > theirs.at):
        yield theirs.at + NEW, THEY
