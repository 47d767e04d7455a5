"""One nudge in the afternoon of a working day on which nobody logged anything, and /ingatkan to be left in peace."""

from collections.abc import Iterator
from datetime import datetime, time

from handlers.chat.messages import Button, Chat, Outgoing, Rejected, Says, Turn
from handlers.reading.harikerja import hari_kerja
from storage.catatan import hari
from storage.database import Session
from storage.kantor import audit, people
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from storage.laporan import deliveries

KIND = "pengingat"
# Late enough to know the day, early enough to be read at the desk; after an outage until the evening, then no more.
FROM, UNTIL = time(15, 30), time(18)
NUDGE = "Hari ini belum ada yang tercatat. Kirim foto kegiatannya ke sini, atau tulis misalnya foto 3, link 1."
STATES = {"hidup": True, "mati": False}


def nudge(session: Session, office: Satker, now: datetime) -> Says:
    local = office.local(now)
    day = local.date()
    if not FROM <= local.time() < UNTIL or not hari_kerja(day):
        return ()
    if deliveries.taken(session, office, KIND, day.isoformat()):
        return ()
    quiet = hari.logged(session, office, day)
    state = deliveries.EMPTY if quiet else deliveries.SENT
    if deliveries.claim(session, office, KIND, day.isoformat(), {}, now, state) is None or quiet:
        return ()
    return list(_nudges(session, office, now))


def _nudges(session: Session, office: Satker, now: datetime) -> Iterator[Outgoing]:
    today = office.local(now).date()
    # A card of its own for each day: an old message edited in place would ring no bell.
    menu, card = ((Button("Matikan pengingat", f"i:mati:{today}"),),), f"{KIND}:{today}"
    for member in people.current(session, office, today):
        if member.role == Role.ANGGOTA and member.ingatkan:
            for known in people.identities(session, member):
                yield Outgoing(Chat(known.channel, known.chat), text=NUDGE, menu=menu, card=card)


def ingatkan(turn: Turn) -> Says:
    """/ingatkan mati | hidup."""
    word = turn.text.strip().casefold()
    if not word:
        now = "hidup" if turn.anggota.ingatkan else "mati"
        return [turn.reply(f"Pengingat untuk Anda sedang {now}. Ketik /ingatkan mati atau /ingatkan hidup.")]
    return [turn.reply(_set(turn, word))]


def press(turn: Turn) -> Says:
    """i:<mati|hidup>:<day of the nudge>."""
    _, word, day = turn.incoming.press.split(":")
    return [turn.reply(_set(turn, word), card=f"{KIND}:{day}")]


def _set(turn: Turn, word: str) -> str:
    if word not in STATES:
        raise Rejected("Ketik /ingatkan mati atau /ingatkan hidup.")
    before, after = turn.anggota.ingatkan, STATES[word]
    if before != after:
        turn.anggota.ingatkan = after
        change = {"ingatkan": before}, {"ingatkan": after}
        audit.note(turn.session, turn.anggota, turn.now, "anggota", turn.anggota.id, "ingatkan", *change)
    if after:
        return "Pengingat hidup: Anda diingatkan bila sampai sore tim belum mencatat apa pun."
    return "Pengingat mati. Ketik /ingatkan hidup untuk menyalakannya lagi."
