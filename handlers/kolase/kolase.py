"""The kolase of a pekan as a picture: by /kolase for a person, and weekly for the group."""

from dataclasses import replace
from datetime import timedelta

from handlers.chat import chats, drawn
from handlers.chat.events import Became, Outcome
from handlers.chat.messages import Button, Chat, Drawing, Menu, Outgoing, Rejected, Says, Turn
from handlers.kolase import asli
from handlers.kolase.doors import Draw, Formats, Look, PostAgain, Shape
from handlers.kolase.when import due, post_at, since
from handlers.kolase.words import caption, juga, listed, named
from handlers.laporan.week import frozen
from handlers.reading.dates import pekan as dates_pekan
from handlers.reading.dates.pekan import Pekan
from handlers.whatsapp.doors import OfDays, button
from storage.chat.outbox import Kind
from storage.kantor.people import Role
from storage.kantor.satker import Here
from storage.laporan import deliveries, susunan
from storage.laporan.deliveries import WEEKLY, Delivery, Part, State

# The letters that Telegram allows below a picture.
CAPTION = 1024
ASKED = "kolase diminta"


COMPANION = "Ukuran asli dan format lain dari kolase di atas:"


def kolase(turn: Turn) -> Says:
    pekan = dates_pekan.parse_pekan(turn.text, turn.today)
    picture = frozen(turn, pekan)
    if not picture["cells"]:
        raise Rejected(f"Belum ada kegiatan berfoto pada {named(picture)}.")
    if same := drawn.same(turn, turn.incoming.chat, "kolase", picture):
        return drawn.already(turn, same)
    period = f"{pekan.kode} {turn.incoming.event}"
    row = deliveries.claim(turn, ASKED, period, picture)
    return [_mine(turn, pekan, post(turn, pekan, turn.incoming.chat, row))] if row else []


def asked(turn: Turn) -> Says:
    """The kolase of who asks for it in words, or why there is none."""
    try:
        return kolase(turn)
    except Rejected as why:
        raise Rejected(f"{why} Karena itu kolasenya tidak ada.") from why


def _mine(turn: Turn, pekan: Pekan, said: Outgoing) -> Outgoing:
    """The preview of the ketua pelaksana, who may lay the week out from here."""
    if turn.incoming.chat.group or turn.anggota.role != Role.KETUA_PELAKSANA:
        return said
    more = (Button("Susun", Look(pekan, Part.ALL)), button(OfDays(pekan.mulai, pekan.selesai)))
    return replace(said, menu=(*said.menu, more))


def weekly(here: Here) -> Says:
    """Post the kolase of each week whose hour has passed; after an outage this makes up for it, and a unique row
    prevents a second post."""
    began = since(here)
    if began is None:
        return
    done = deliveries.periods(here, WEEKLY)
    for pekan in due(here.satker, began, here.now):
        if pekan.kode not in done and not _put_off(here, pekan):
            yield from posted(here, pekan)


def _put_off(here: Here, pekan: Pekan) -> bool:
    laid = susunan.of(here, pekan.kode)
    return laid is not None and laid.tunda is not None and here.now < laid.tunda


def posted(here: Here, pekan: Pekan) -> Says:
    """Post a week, only once."""
    picture = frozen(here, pekan)
    state = State.CLAIMED if picture["cells"] else State.EMPTY
    row = deliveries.claim(here, WEEKLY, pekan.kode, picture, state)
    if row is None and picture["cells"]:
        row = deliveries.filled(here, WEEKLY, pekan.kode, picture)
    if row is None:
        return
    row.dilihat = deliveries.seen(here)
    if picture["cells"]:
        yield from sent(here, pekan, row)
        return
    # After an outage nobody wants to hear that a week long past was empty.
    if here.now - post_at(here.satker, pekan) > timedelta(days=1):
        return
    for chat in chats.chats_of(here, Role.KETUA_PELAKSANA):
        yield Outgoing(chat, text=f"Belum ada kegiatan berfoto pada {named(picture)}, jadi tidak ada kolase pekan ini.")


def sent(here: Here, pekan: Pekan, row: Delivery, title: str = "", note: str = "") -> list[Outgoing]:
    """The post of a week into the group, or to those who forward it, with nothing else in it then."""
    said = [post(here, pekan, chat, row, note) for chat in chats.places(here)]
    said = [replace(one, title=title or one.title) for one in said]
    return [one if one.chat.group else replace(one, menu=(), companion="") for one in said]


def post(here: Here, pekan: Pekan, chat: Chat, row: Delivery, note: str = "") -> Outgoing:
    title = f"Kegiatan {here.satker.nama}, {named(row.figures)}"
    head, tail = caption(here, pekan), [juga(row.figures, row.lembar), note]
    names = listed(row.figures, row.lembar, CAPTION - sum(len(part) + 1 for part in (title, head, *tail)))
    return Outgoing(
        chat,
        title=title,
        text="\n".join(line for line in (head, names, *tail) if line),
        menu=menu(row, chat),
        drawing=Drawing("kolase", row.id),
        companion=COMPANION,
        satker=here.satker.id,
    )


def menu(row: Delivery, chat: Chat) -> Menu:
    """The files of a kolase. Which format is asked in the private chat, so the button of the group opens it."""
    other = Formats(row.id)
    formats = Button("Format lain", start=asli.link(other)) if chat.group else Button("Format lain", other)
    return ((Button("Ukuran asli", Draw(row.id, Shape.ORIGINAL)), formats),)


def happened(outcome: Outcome) -> Says:
    """Notes where a kolase was sent; if one could not be drawn or sent, tells the people who wait for it."""
    delivery, row = outcome.delivery, outcome.row
    # Only these show all sheets: a preview shows a single one, and another format divides the cells in its own way.
    if outcome.became == Became.SENT and delivery.kind in (WEEKLY, ASKED):
        delivery.lembar, delivery.grup = max(1, len(row.files)), row.chat
    if outcome.became == Became.SENT and delivery.kind == WEEKLY and not row.group:
        yield Outgoing(outcome.chat, text=chats.forward("kolase"), menu=menu(delivery, outcome.chat))
    if outcome.became not in (Became.FAILED, Became.GONE):
        return
    if delivery.view.sheet or (delivery.state == State.SENT and row.kind != Kind.EDIT):
        # Of several who forward a post one has it. A preview that is gone is asked for again with /kolase.
        return
    here = outcome.here
    leaders = chats.chats_of(here, Role.KETUA_PELAKSANA)
    if delivery.kind == WEEKLY and row.kind == Kind.EDIT:
        yield from _given_up(delivery, leaders)
        return
    weekly = delivery.kind == WEEKLY
    where = f" {chats.destination(here)}." if weekly else ". Coba lagi dengan /kolase."
    for chat in leaders if row.group or weekly else [outcome.chat]:
        again = _again(delivery) if weekly else ()
        yield Outgoing(chat, text=f"Maaf, kolase tidak dapat dikirim{where}", menu=again, card=f"kolase:{delivery.id}")


def _again(delivery: Delivery) -> Menu:
    return ((Button("Kirim ulang", PostAgain(Pekan.of_kode(delivery.period))),),)


def _given_up(delivery: Delivery, leaders: list[Chat]) -> Says:
    text = (
        f"Kolase {named(delivery.figures)} di grup tidak dapat diperbarui lagi: "
        "kirimannya sudah dihapus atau terlalu lama. Kirim ulang sebagai kiriman baru?"
    )
    for chat in leaders:
        yield Outgoing(chat, text=text, menu=_again(delivery), card=f"kolase:{delivery.id}")
