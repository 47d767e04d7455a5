"""The card under a preview: the list of its cells, the hour of the post, and the buttons for each cell."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from handlers.chat import changes
from handlers.chat.messages import Button, Menu
from handlers.chat.pages import in_rows
from handlers.kolase import post_card as kolase_when
from handlers.kolase.doors import (
    Cell,
    Crop,
    Hide,
    Look,
    Move,
    NextPhoto,
    OwnTitle,
    PlaceCrop,
    PutOff,
    Retitle,
    Sheet,
    Wait,
    Way,
)
from handlers.laporan.week import candidates, chosen, ordered
from handlers.reading.dates.pekan import Pekan
from handlers.reading.text import shortened
from handlers.whatsapp.doors import OfDays, button
from renderers import indonesian
from renderers.figures import Kolase
from renderers.frozen import thaw
from renderers.kolase.kolase import divide
from storage.catatan import kegiatan
from storage.foto import photos
from storage.kantor.audit import Audit
from storage.kantor.satker import Here
from storage.laporan import deliveries, susunan
from storage.laporan.deliveries import Delivery, Part

KIND = "kolase pratinjau"
# Telegram's captions hold 1024 characters.
LINES, LINE, FEW = 14, 44, 3
SIDES = (Crop.LEFT, Crop.RIGHT, Crop.UP, Crop.DOWN)
# The labels of the buttons that move a crop, and the words of the card for a crop that was moved.
PLACE = {side: f"Geser ke {side}" for side in SIDES} | {Crop.WHOLE: "Tampilkan utuh", Crop.AUTOMATIC: "Otomatis"}
PLACED = {side: f"digeser ke {side}" for side in SIDES} | {Crop.WHOLE: "foto utuh", Crop.AUTOMATIC: "otomatis"}


@dataclass(frozen=True)
class Tile:
    """The cell of a kegiatan in a kolase: the files of its photos, the chosen one, where its crop lies; `judul`: shown
    instead of the name."""

    nomor: int
    nama: str
    tanggal: str
    fotos: tuple[str, ...]
    foto: str
    crop: Crop = Crop.AUTOMATIC
    hidden: bool = False
    judul: str = ""

    @property
    def written(self) -> str:
        return self.judul or self.nama


def key(pekan: Pekan) -> str:
    return f"susun:{pekan.kode}"


def cells(here: Here, pekan: Pekan) -> list[Tile]:
    """All kegiatan of the week with a photo that may be shown, in the order of the kolase; hidden ones too."""
    laid = susunan.of(here, pekan.kode)
    said = laid.sel if laid else {}
    found = {row.nomor: (row, [f.file for f in fotos]) for row, fotos in candidates(here, pekan)}
    out = []
    for n in ordered(list(found), laid.urut if laid else []):
        row, files = found[n]
        mine = said.get(str(n), {})
        foto = chosen(files, mine)
        hidden, day = bool(mine.get("sembunyi")), indonesian.hari_tanggal(row.mulai)
        out.append(
            Tile(n, row.nama, day, tuple(files), foto, Crop(mine.get("geser", "")), hidden, mine.get("judul", ""))
        )
    return out


def of(here: Here, pekan: Pekan, row: Delivery, change: Audit | None = None) -> tuple[str, Menu]:
    """Text and buttons of the part that a preview is at: all, the ways to put off, the list, or one cell, there with
    the way back from a `change` just made."""
    found, part = cells(here, pekan), row.view.part
    one = next((tile for tile in found if tile.nomor == row.view.nomor), None)
    if one:
        return _cell(pekan, found, one, change)
    if part == Part.CELLS:
        return _list(pekan, found)
    if part == Part.PUT_OFF:
        return "Kolase pekan ini ditunda sampai kapan?", _put_off(pekan)
    return _all(here, pekan, row, found)


def _all(here: Here, pekan: Pekan, row: Delivery, found: list[Tile]) -> tuple[str, Menu]:
    when, buttons = kolase_when.of(here, pekan)
    told = [when, "", *_lines(found), *_without(here, pekan)]
    page, pages = row.view.sheet, len(sheets(here, pekan, row.figures))
    on = page % pages + 1
    turn = (Button(f"Lembar {on} dari {pages} ›", Sheet(pekan, on)),) if pages > 1 else ()
    below = (_look("Susun", pekan, Part.CELLS), *turn, button(OfDays(pekan.mulai, pekan.selesai)))
    return "\n".join(told), tuple(line for line in (buttons, below) if line)


def _without(here: Here, pekan: Pekan) -> Iterator[str]:
    held = kegiatan.between(here, pekan.mulai, pekan.selesai)
    names = [f"#{row.nomor} {shortened(row.nama, LINE)}" for row in held if not photos.count(here.session, row)]
    if names:
        yield f"Belum berfoto: {_few(names)}."


def _few(names: list[str]) -> str:
    return "; ".join(names[:FEW]) + (f" dan {len(names) - FEW} lainnya" if len(names) > FEW else "")


def _lines(found: list[Tile]) -> Iterator[str]:
    shown = [tile for tile in found if not tile.hidden]
    yield from (f"{n}. {shortened(tile.written, LINE)}" for n, tile in enumerate(shown[:LINES], 1))
    if len(shown) > LINES:
        yield f"… dan {len(shown) - LINES} kegiatan lain"
    if hidden := [f"#{tile.nomor} {shortened(tile.nama, LINE)}" for tile in found if tile.hidden]:
        yield f"Disembunyikan: {_few(hidden)}."


def sheets(here: Here, pekan: Pekan, figures: dict[str, Any]) -> list[int]:
    """The number of cells on each sheet; a week that was posted keeps its number of sheets."""
    pages = divide(thaw(Kolase, figures).cells, lembar=sheets_of_post(here, pekan) or None).pages
    return [len(page) for page in pages]


def sheets_of_post(here: Here, pekan: Pekan) -> int:
    post = deliveries.of(here, deliveries.WEEKLY, pekan.kode)
    return post.lembar if post else 0


def _put_off(pekan: Pekan) -> Menu:
    ways = (("1 jam", Wait.HOUR), ("Besok", Wait.TOMORROW), ("Senin", Wait.MONDAY))
    return (tuple(Button(label, PutOff(pekan, wait)) for label, wait in ways), (_back(pekan, Part.ALL),))


def _list(pekan: Pekan, found: list[Tile]) -> tuple[str, Menu]:
    shown, hidden = [s for s in found if not s.hidden], [s for s in found if s.hidden]
    buttons = [Button(str(n), Cell(pekan, tile.nomor)) for n, tile in enumerate(shown, 1)]
    more = [Button(f"#{tile.nomor} {shortened(tile.nama, 20)}", Cell(pekan, tile.nomor)) for tile in hidden]
    text = "\n".join(["Kegiatan mana yang disusun?", "", *_lines(found)])
    return text, (*in_rows(buttons, 5), *in_rows(more, 1), (_back(pekan, Part.ALL),))


def _cell(pekan: Pekan, found: list[Tile], tile: Tile, change: Audit | None) -> tuple[str, Menu]:
    at = [s.nomor for s in found if not s.hidden]
    place = f"{at.index(tile.nomor) + 1} dari {len(at)}" if tile.nomor in at else "disembunyikan"
    foto = f"Foto {tile.fotos.index(tile.foto) + 1} dari {len(tile.fotos)}"
    named = f"{tile.judul} (#{tile.nomor} {shortened(tile.nama, LINE)})" if tile.judul else tile.nama
    text = f"{named}\n{tile.tanggal}\n\nUrutan: {place}. {foto}. Potongan: {PLACED[tile.crop]}."
    rows = _hidden(pekan, tile) if tile.hidden else _seen(pekan, tile, len(at))
    return text, (*(row for row in rows if row), (*changes.back(change), _back(pekan, Part.CELLS)))


def _hidden(pekan: Pekan, tile: Tile) -> Menu:
    return ((Button("Tampilkan", Hide(pekan, tile.nomor, hidden=False)),),)


def _seen(pekan: Pekan, tile: Tile, seen: int) -> Menu:
    """The buttons for a cell that is not hidden."""
    this = pekan, tile.nomor
    moves = (Button("Naik", Move(*this, Way.UP)), Button("Turun", Move(*this, Way.DOWN))) if seen > 1 else ()
    other = (Button("Foto lain", NextPhoto(*this)),) if len(tile.fotos) > 1 else ()
    own = (Button("Judul asli", OwnTitle(*this)),) if tile.judul else ()
    crops = [Button(label, PlaceCrop(*this, to)) for to, label in PLACE.items() if to != tile.crop]
    photo = (*other, Button("Sembunyikan", Hide(*this, hidden=True)))
    return (moves, photo, (Button("Ganti judul", Retitle(*this)), *own), *in_rows(crops, 2))


def _back(pekan: Pekan, part: Part) -> Button:
    return _look("Kembali", pekan, part)


def _look(label: str, pekan: Pekan, part: Part) -> Button:
    return Button(label, Look(pekan, part))
