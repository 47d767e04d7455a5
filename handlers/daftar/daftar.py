"""/daftar: what is recorded in a pekan or a month, page by page."""

from datetime import date, timedelta
from typing import TYPE_CHECKING

from handlers.catatan import kinds
from handlers.chat.messages import Outgoing, Says, Turn
from handlers.chat.pages import halaman
from handlers.reading import periods as reading_pekan
from renderers import indonesian
from storage.catatan import kegiatan, konten
from storage.foto import photos

if TYPE_CHECKING:
    from handlers.catatan.kinds import Catatan


def daftar(turn: Turn) -> Says:
    """/daftar [pekan|bulan|a date in the wanted pekan]."""
    text = turn.text.strip().casefold()
    if text == "bulan":
        return [_page(turn, f"b{turn.today:%Y%m}", 0)]
    pekan = reading_pekan.pekan("" if text == "pekan" else text, turn.today)
    return [_page(turn, f"p{pekan.mulai:%Y%m%d}", 0)]


def press(turn: Turn) -> Says:
    """d:<range>:<page>."""
    _, code, page = turn.incoming.press.split(":")
    return [_page(turn, code, int(page))]


def _page(turn: Turn, code: str, page: int) -> Outgoing:
    name, mulai, selesai = _range(code)
    told = _lines(turn, mulai, selesai)
    return halaman(turn, f"Daftar {name}", told, f"d:{code}", page, "Belum ada yang tercatat.")


def _range(code: str) -> tuple[str, date, date]:
    if code[0] == "b":
        first = date(int(code[1:5]), int(code[5:7]), 1)
        return indonesian.bulan(first), first, reading_pekan.bulan_depan(first)
    pekan = reading_pekan.Pekan(date(int(code[1:5]), int(code[5:7]), int(code[7:9])))
    return indonesian.rentang_pendek(pekan.mulai, pekan.selesai - timedelta(days=1)), pekan.mulai, pekan.selesai


def _lines(turn: Turn, mulai: date, selesai: date) -> list[str]:
    rows: list[Catatan] = [*kegiatan.between(turn, mulai, selesai)]
    whole_month = mulai.day == 1 and selesai.day == 1
    # What is only known by its month stands in the month's list, not in the pekan that holds the first.
    rows += [k for k in konten.between(turn, mulai, selesai) if whole_month or not k.sebulan]
    rows.sort(key=lambda row: (row.mulai if isinstance(row, kegiatan.Kegiatan) else row.tanggal, row.nomor))
    return [line(turn, row) for row in rows]


def line(turn: Turn, row: kinds.Catatan) -> str:
    count = photos.count(turn.session, row)
    return f"#{row.nomor} {kinds.macam_of(row).headline(row)}" + (f", {count} foto" if count else "")
