"""One reminder of a report that was begun and left, by day and never twice."""

from collections.abc import Iterator
from datetime import time, timedelta

from handlers.catatan import elsewhere
from handlers.catatan.receipt import card_of
from handlers.chat import chats
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import park
from handlers.dialog.card import card
from handlers.lapor.doors import Reminders, Reminding
from handlers.reading.dates.calendar import is_workday
from storage.catatan import drafts, records
from storage.catatan.drafts import Draft
from storage.chat import cards
from storage.kantor import audit, people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import Here
from storage.laporan import deliveries

KIND = "pengingat"
# Hours of reminders: late enough in the day to have something to report, early enough to be read at the desk; after an
# outage also until the evening.
NUDGED_FROM, NUDGED_UNTIL = time(15, 30), time(18)
NUDGE = "Hari ini belum ada yang tercatat. Kirim foto kegiatannya ke sini, atau tulis misalnya foto 3, link 1."
STATES: dict[str, bool] = {Reminders.ON: True, Reminders.OFF: False}


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
    for member in people.current(here, here.today):
        if member.role == Role.ANGGOTA and member.ingatkan:
            for chat in chats.last(here.session, member):
                # An old message edited in place would ring no bell; pushed up, it comes anew, and of another day none
                # is left that says "today".
                cards.push(here.session, chat.channel, chat.id, KIND)
                yield Outgoing(chat, text=NUDGE, menu=_other(member), card=KIND)


def ingatkan(turn: Turn) -> Says:
    """/ingatkan mati | hidup."""
    word = turn.text.strip().casefold()
    if not word:
        now = "hidup" if turn.anggota.ingatkan else "mati"
        return [turn.reply(f"Pengingat sore untuk Anda sedang {now}.", menu=_other(turn.anggota), card=KIND)]
    return [turn.reply(_set(turn, word))]


def switched(turn: Turn, door: Reminding) -> Says:
    return [turn.reply(_set(turn, door.to), menu=_other(turn.anggota), card=KIND)]


def _other(member: Anggota) -> Menu:
    """The button that switches the reminders to what they are not."""
    if member.ingatkan:
        return ((Button("Matikan pengingat", Reminding(Reminders.OFF)),),)
    return ((Button("Nyalakan pengingat", Reminding(Reminders.ON)),),)


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
    shown = chats.showing(here.session, anggota, card_of(draft))
    turn = elsewhere.as_seen(here, anggota, shown[0]) if shown else None
    if turn is None or (not draft.mengubah and park.empty(turn, draft)):
        return []
    # An edit in place makes no sound; pushed up, the card comes anew as a message.
    cards.push(here.session, turn.incoming.chat.channel, turn.incoming.chat.id, card_of(draft))
    return [_card(turn, draft)]


def _card(turn: Turn, draft: Draft) -> Outgoing:
    what = "Perubahan" if draft.mengubah else "Laporan"
    return card(turn, draft, note=f"{what} ini belum disimpan. Lanjutkan kapan saja, Simpan, atau Batal.")
