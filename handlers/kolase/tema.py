"""/tema: the colours, the pattern and the emblem of the kolase, chosen by looking at a sample."""

from datetime import timedelta
from typing import Any

from handlers.chat import changes
from handlers.chat.door import Stale
from handlers.chat.events import Became, Outcome
from handlers.chat.face import Ask, Takes
from handlers.chat.messages import Button, Chat, Drawing, Menu, Outgoing, Rejected, Says, Turn
from handlers.chat.pages import in_rows, marked
from handlers.dialog import asking
from handlers.kolase.doors import ChoosePattern, ChooseTheme, RemoveLogo, ReplaceLogo
from handlers.laporan import week
from handlers.reading.dates.pekan import Pekan
from renderers.asked import Logo
from renderers.frozen import freeze, thaw
from renderers.ink.tema import POLA, TEMA
from renderers.ink.tema import tema as look
from renderers.photo.emblem import SIDE
from storage.chat import cards
from storage.foto import photos
from storage.foto.photos import name_of
from storage.kantor import audit, people
from storage.kantor.audit import Audit
from storage.kantor.satker import Here, Satker
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery, View

KIND, LOGO, CARD = "tema contoh", "logo", "tema"
# The sample is drawn of the newest week with photos, if there is one.
LOOK_BACK = 8


def tema(turn: Turn) -> Says:
    return [_card(turn)]


def themed(turn: Turn, door: ChooseTheme) -> Says:
    """Choose a theme, and with it its own pattern."""
    if door.theme not in TEMA:
        raise Stale
    return _changed(turn, tema=door.theme, pola="")


def patterned(turn: Turn, door: ChoosePattern) -> Says:
    if door.pattern not in POLA:
        raise Stale
    return _changed(turn, pola=door.pattern)


def removed(turn: Turn, _door: RemoveLogo) -> Says:
    return _changed(turn, logo=None)


def undone(turn: Turn, change: Audit) -> Says:
    changes.take_back(turn, change)
    return [_card(turn, "Diurungkan.")]


def _changed(turn: Turn, **values: str | None) -> Says:
    if all(getattr(turn.satker, name) == value for name, value in values.items()):
        raise Rejected("Sudah dipakai.")
    return [_card(turn, "", changes.changed(turn, turn.satker, **values))]


def asked(turn: Turn, door: ReplaceLogo) -> Says:
    text = "Kirim logo satker sebagai foto atau berkas gambar (PNG atau JPEG), sebaiknya berlatar putih."
    return [asking.question(turn, EMBLEM, door, text, title="Logo kolase")]


def answer(turn: Turn, door: ReplaceLogo) -> Says:
    """Take the picture that was asked for; the drawing worker makes it square."""
    shown = drawn(turn)
    done = asking.done(turn, door, "Terima kasih, logonya sedang disiapkan.")
    return [done, shown] if shown else []


SEND = "Kirim logonya sebagai foto atau berkas"
EMBLEM = Ask(ReplaceLogo, answer, lambda _: SEND, Takes.PHOTO | Takes.TEXT | Takes.FILE)


def drawn(turn: Turn, *, persiapan: bool = False) -> Outgoing | None:
    """Have the sent picture made the emblem. `persiapan`: the set-up has asked for it."""
    foto = turn.incoming.foto
    if foto is None:
        raise Rejected(f"{SEND} gambar (PNG atau JPEG).")
    figures = freeze(Logo(name_of(foto.sha256), turn.anggota.id, persiapan))
    period = f"{turn.incoming.chat.channel} {turn.incoming.event}"
    row = deliveries.claim(turn, LOGO, period, figures)
    if row is None:
        return None
    drawing = Drawing(LOGO, row.id)
    return Outgoing(turn.incoming.chat, text="Logo kolase satker.", drawing=drawing, satker=turn.satker.id)


def happened(outcome: Outcome) -> Says:
    """Once the square emblem is drawn, it becomes the office's."""
    chat = outcome.chat
    if outcome.became == Became.FAILED:
        yield Outgoing(chat, text="Maaf, tidak ada logo yang terlihat pada gambar itu. Coba gambar lain dengan /tema.")
    if outcome.became == Became.KEPT and (entry := put_on(outcome)):
        cards.push(outcome.session, chat.channel, chat.id, CARD)
        yield _shown(outcome.here, chat, "Logo sudah dipasang.", entry)


def put_on(outcome: Outcome) -> Audit | None:
    """Make a kept picture the emblem, and return the audit entry; None if it is the same as before."""
    here = outcome.here
    by = people.get(here, thaw(Logo, outcome.delivery.figures).oleh)
    before, now = here.satker.logo, photos.put(here, outcome.detail, SIDE)
    if by is None or before == now:
        return None
    return audit.note(
        here.session, by, here.now, "satker", here.satker.id, changes.CHANGE, {"logo": before}, {"logo": now}
    )


def _card(turn: Turn, note: str = "", entry: Audit | None = None) -> Outgoing:
    """The card with the sample: a press edits the card where it stands, a command sends a new one."""
    chat = turn.incoming.chat
    here = (
        bool(turn.incoming.press) and cards.key_at(turn.session, chat.channel, chat.id, turn.incoming.message) == CARD
    )
    if not here:
        cards.push(turn.session, chat.channel, chat.id, CARD)
    shown = _shown(turn, chat, note, entry)
    return shown.quietly() if here else shown


def _shown(here: Here, chat: Chat, note: str, entry: Audit | None) -> Outgoing:
    row = _sample(here, chat)
    used = look(here.satker.tema, here.satker.pola)
    told = [
        f"Tema: {used.nama}. Pola: {used.pola}. Logo: {'terpasang' if here.satker.logo else 'belum ada'}.",
        f"Contohnya kolase {row.figures['pekan']}. Kolase yang sudah ada di grup tidak berubah warnanya.",
    ]
    return Outgoing(
        chat,
        title="Tema kolase",
        text="\n".join([*([note, ""] if note else []), *told]),
        menu=_menu(here.satker, entry),
        card=CARD,
        drawing=Drawing("kolase", row.id),
        satker=here.satker.id,
    )


def _menu(office: Satker, entry: Audit | None) -> Menu:
    themes = [Button(marked(name.capitalize(), name == office.tema), ChooseTheme(name)) for name in TEMA]
    used = look(office.tema, office.pola).pola
    patterns = [Button(marked(name.capitalize(), name == used), ChoosePattern(name)) for name in POLA]
    remove = (Button("Hapus logo", RemoveLogo()),) if office.logo else ()
    back = (changes.back(entry),) if entry else ()
    logo = (Button("Ganti logo" if office.logo else "Pasang logo", ReplaceLogo()), *remove)
    return (*in_rows(themes, 3), *in_rows(patterns, 2), logo, *back)


def _sample(here: Here, chat: Chat) -> Delivery:
    """The delivery of the sample in this chat: the newest week with photos in the office's current looks."""
    period = f"{chat.channel} {chat.id}"
    figures = _newest(here)
    row = deliveries.of(here, KIND, period) or deliveries.claim(here, KIND, period, figures, view=View(sheet=1))
    if row is None:
        raise Stale
    row.figures = figures
    return row


def _newest(here: Here) -> dict[str, Any]:
    this = Pekan.of(here.now.date())
    weeks = (Pekan(this.mulai - timedelta(weeks=n)) for n in range(LOOK_BACK + 1))
    pictures = (week.frozen(here, pekan) for pekan in weeks)
    return next((one for one in pictures if one["cells"]), None) or week.frozen(here, this)
