"""The buttons below a matrix: jenis, platform, number; each step is the same card in a new state."""

from datetime import date

from handlers.chat.messages import Button, Menu, Outgoing, Says, Turn
from handlers.matriks import cells, matriks
from handlers.matriks.cells import Koreksi, cell, data, shown, value
from handlers.reading.forms import in_rows
from handlers.reading.jenis import SHORT
from renderers import indonesian
from storage.catatan import koreksi as rows
from storage.catatan.konten import JENIS, PLATFORM

BELOW, ABOVE = 4, 10


def press(turn: Turn) -> Says:
    """x:<month>[:j[:<jenis>[:<platform>]]] asks; x:<month>:s:<jenis>:<platform>:<number|h> stores."""
    _, month, *rest = turn.incoming.press.split(":")
    bulan = date(int(month[:4]), int(month[4:]), 1)
    match rest:
        case ["j"]:
            return [_jenis(turn, bulan)]
        case ["j", jenis]:
            return [_platform(turn, bulan, jenis)]
        case ["j", jenis, platform]:
            return [_nilai(turn, cell(bulan, jenis, platform))]
        case ["s", jenis, platform, nilai]:
            told = cell(bulan, jenis, platform, None if nilai == "h" else int(nilai))
            return [_stored(turn, told)]
    return [matriks.card(turn, bulan)]


def _ask(turn: Turn, bulan: date, text: str, menu: Menu) -> Outgoing:
    title = f"Koreksi matriks {indonesian.bulan(bulan)}"
    back = ((Button("Kembali", f"x:{bulan:%Y%m}"),),)
    return turn.reply(text, title=title, menu=(*menu, *back), card=f"matriks:{bulan:%Y%m}")


def _jenis(turn: Turn, bulan: date) -> Outgoing:
    buttons = [Button(SHORT.get(jenis, jenis), f"x:{bulan:%Y%m}:j:{jenis}") for jenis in JENIS]
    return _ask(turn, bulan, "Jenis mana yang dikoreksi?", in_rows(buttons, 2))


def _platform(turn: Turn, bulan: date, jenis: str) -> Outgoing:
    if jenis not in JENIS:
        raise LookupError(jenis)
    buttons = [Button(platform, f"x:{bulan:%Y%m}:j:{jenis}:{platform}") for platform in PLATFORM]
    return _ask(turn, bulan, f"{jenis} di platform mana?", in_rows(buttons, 3))


def _nilai(turn: Turn, told: Koreksi) -> Outgoing:
    """Numbers around the one that stands there now; any other is typed."""
    now = value(turn, told)
    low = max(1, (now or 0) - BELOW)
    numbers = [Button(str(n), data(told, str(n))) for n in range(low, low + BELOW + ABOVE + 1) if n != now]
    fixed = rows.get(turn.session, turn.satker, told.bulan, told.jenis, told.platform)
    others = [Button("Tidak ada", data(told, "0")), *([Button("Hapus koreksi", data(told, "h"))] if fixed else [])]
    typed = f"/matriks {indonesian.bulan(told.bulan)} {told.jenis.casefold()} {told.platform.casefold()} 27"
    text = f"{told.tempat} sekarang: {shown(now)}. Berapa seharusnya?\nAngka lain: ketik {typed}"
    return _ask(turn, told.bulan, text, (*in_rows(numbers, 5), tuple(others)))


def _stored(turn: Turn, told: Koreksi) -> Outgoing:
    menu = cells.undo(turn, told)
    return matriks.card(turn, told.bulan, cells.apply(turn, told), menu)
