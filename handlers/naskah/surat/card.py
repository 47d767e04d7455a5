"""/surat: what the secretariat gives the covering letter of a period; what it has not given stays a blank line."""

from collections.abc import Mapping

from handlers.chat import changes
from handlers.chat.face import Ask
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.dialog.fields import put
from handlers.naskah import period
from handlers.naskah.doors import Blank, FillLetter, ForSrikandi, Letter
from handlers.naskah.surat import fields, standing
from handlers.naskah.surat.fields import FIELDS, PRINTED
from handlers.reading import text as reading_text
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from storage.kantor.audit import Audit
from storage.laporan import laporan as rows
from storage.laporan.laporan import Surat


def surat(turn: Turn) -> Says:
    """/surat [Q2] shows the card, /surat [Q2] nomor …, tanggal … fills it."""
    periode, text = period.written_about(turn)
    if not text:
        return [_card(turn, periode)]
    told = fields.parted(text)
    if not told:
        raise Rejected(f"Sebutkan isiannya, misalnya /surat {fields.both(turn.satker, periode)}.")
    if list(told.values()) == [""]:
        return [_asked(turn, FillLetter(periode, next(iter(told))))]
    return [written(turn, periode, told)]


def shown(turn: Turn, door: Letter) -> Says:
    return [_card(turn, periods.begun(door.periode, turn.today))]


def ask(turn: Turn, door: FillLetter) -> Says:
    return [_asked(turn, FillLetter(periods.begun(door.periode, turn.today), door.field))]


def _asked(turn: Turn, door: FillLetter) -> Outgoing:
    text = f"{fields.ask(turn.satker, door.periode, door.field)} Ketik “-” untuk mengosongkannya."
    return asking.question(turn, FILLED, door, text, title=f"{FIELDS[door.field].label} surat {door.periode.judul}")


def answer(turn: Turn, door: FillLetter) -> Says:
    card = written(turn, door.periode, {door.field: turn.incoming.text})
    return [asking.done(turn, door), card]


FILLED = Ask(FillLetter, answer, lambda door: FIELDS[door.field].example)


def undone(turn: Turn, change: Audit) -> Says:
    changes.take_back(turn, change)
    row: Surat = changes.find(turn, Surat, change.ref)
    return [_card(turn, Periode.of_kode(row.periode), "Diurungkan.")]


def written(turn: Turn, periode: Periode, told: Mapping[Blank, str]) -> Outgoing:
    """The card of the letter once these fields have their new values."""
    values = {FIELDS[name]: fields.read(periode, FIELDS[name], text, turn.today) for name, text in told.items()}
    return _card(turn, periode, *put(turn, rows.surat_for(turn, periode.kode), values))


def _card(turn: Turn, periode: Periode, told: str = "", entry: Audit | None = None) -> Outgoing:
    row = rows.surat_of(turn, periode.kode) or Surat()
    next_ = standing.of(turn, periode, row)
    text = reading_text.above(told, "\n".join(_told(row, name) for name in FIELDS))
    text = f"{text}\n\n{next_.text}" if next_.text else text
    title = f"Surat pengantar {periode.judul}"
    return turn.reply(text, title=title, menu=_menu(turn, periode, entry, next_.buttons), card="surat")


def _told(row: Surat, name: Blank) -> str:
    """A field that is empty says what the letter then prints."""
    printed = "" if getattr(row, name) or name not in PRINTED else f", tercetak “{PRINTED[name]}”"
    return f"{FIELDS[name].line(row)}{printed}"


def _menu(turn: Turn, periode: Periode, entry: Audit | None, onward: tuple[Button, ...]) -> Menu:
    buttons = [Button(field.label, FillLetter(periode, name)) for name, field in FIELDS.items()]
    files = (*onward, Button("Berkas SRIKANDI", ForSrikandi(periode)))
    besides = (*buttons[3:], *changes.back(entry))
    return tuple(buttons[:3]), besides, files, period.beside(turn, Letter, periode)
