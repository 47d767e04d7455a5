"""One reminder of a report that was begun and left, by day and never twice."""

from collections.abc import Iterator
from datetime import time, timedelta

from handlers.catatan import elsewhere
from handlers.catatan.receipt import card_of
from handlers.chat.messages import Button, Chat, Outgoing, Rejected, Says, Turn
from handlers.dialog import park
from handlers.dialog.card import card
from handlers.lapor.doors import StopReminding
from handlers.reading.dates.calendar import is_workday
from storage.catatan import drafts, records
from storage.catatan.drafts import Draft
from storage.chat import cards
from storage.database import Session
from storage.kantor import audit, people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here
from storage.laporan import deliveries

KIND = "pengingat"
# Hours of reminders: late enough in the day to have something to report, early enough to be read at the desk; after an
# outage also until the evening.
NUDGED_FROM, NUDGED_UNTIL = time(15, 30), time(18)
NUDGE = "Hari ini belum ada yang tercatat. Kirim foto kegiatannya ke sini, atau tulis misalnya foto 3, link 1."
STATES = {"hidup": True, "mati": False}


def nudge(here: Here) -> Says:
    local = here.clock
    day = local.date()
    if not NUDGED_FROM <= local.time() < NUDGED_UNTIL or not is_workday(day):
        return ()
    if deliveries.taken(here, KIND, day.isoformat()):
        return ()
    quiet = records.logged(here, day)
    state = deliveries.State.EMPTY if quiet else deliveries.State.SENT
    if deliveries.claim(here, KIND, day.isoformat(), {}, state) is None or quiet:
        return ()
    return list(_nudges(here))


def _nudges(here: Here) -> Iterator[Outgoing]:
    today = here.today
    # A card of its own for each day: an old message edited in place would ring no bell.
    menu, card = ((Button("Matikan pengingat", StopReminding(today)),),), f"{KIND}:{today}"
    for member in people.current(here, today):
        if member.role == Role.ANGGOTA and member.ingatkan:
            for known in people.identities(here.session, member):
                yield Outgoing(Chat(known.channel, known.chat), text=NUDGE, menu=menu, card=card)


def ingatkan(turn: Turn) -> Says:
    """/ingatkan mati | hidup."""
    word = turn.text.strip().casefold()
    if not word:
        now = "hidup" if turn.anggota.ingatkan else "mati"
        return [turn.reply(f"Pengingat untuk Anda sedang {now}. Ketik /ingatkan mati atau /ingatkan hidup.")]
    return [turn.reply(_set(turn, word))]


def stop(turn: Turn, door: StopReminding) -> Says:
    return [turn.reply(_set(turn, "mati"), card=f"{KIND}:{door.day}")]


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


AFTER = timedelta(hours=20)
FROM, UNTIL = 8, 20


def stale(here: Here) -> Says:
    """The reports of the satker that nobody has touched for most of a day."""
    if not FROM <= here.clock.hour < UNTIL:
        return
    for draft in drafts.stale(here.session, here.satker.id, here.now - AFTER):
        draft.diingatkan_at = here.now
        anggota = people.get(here, draft.anggota_id)
        if anggota:
            yield from _reminded(here, anggota, draft)


def _reminded(here: Here, anggota: Anggota, draft: Draft) -> Says:
    chat = _chat(here.session, anggota, draft)
    turn = elsewhere.as_seen(here, anggota, chat) if chat else None
    if turn is None or (not draft.mengubah and park.empty(turn, draft)):
        return []
    # An edit in place makes no sound; pushed up, the card comes anew as a message.
    cards.push(here.session, turn.incoming.chat.channel, turn.incoming.chat.id, card_of(draft))
    return [_card(turn, draft)]


def _chat(session: Session, anggota: Anggota, draft: Draft) -> Chat | None:
    """The chat that shows the card, else the first private chat of the person."""
    known = people.identities(session, anggota)
    here = [i for i in known if card_of(draft) in cards.keys_in(session, i.channel, i.chat)] or known
    return Chat(here[0].channel, here[0].chat) if here else None


def _card(turn: Turn, draft: Draft) -> Outgoing:
    what = "Perubahan" if draft.mengubah else "Laporan"
    return card(turn, draft, note=f"{what} ini belum disimpan. Lanjutkan kapan saja, Simpan, atau Batal.")
