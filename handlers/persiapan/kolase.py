"""Two steps of the set-up: the group, and the hour at which it receives the kolase of the week."""

from datetime import time

from handlers.atur.sections import PREVIEWS
from handlers.chat import changes, chats
from handlers.chat.door import Stale
from handlers.chat.messages import Button, Turn
from handlers.chat.pages import in_rows, marked
from handlers.persiapan.card import Result, Shown, Step, mark
from handlers.persiapan.doors import KolaseTime, Part, StepName
from handlers.tim import grup
from renderers.indonesian import HARI
from storage.kantor.satker import Satker

JAM = (9, 12, 14, 15, 16, 17)
GRUP_TEXT = (
    "Kolase pekanan dan laporan dikirim ke grup tim di Telegram. Tekan tombol di bawah, lalu pilih grupnya. "
    "Dapat juga: tambahkan bot ini ke grup, lalu ketik /hubungkan di sana."
)


def _bound(turn: Turn) -> bool:
    return bool(chats.places(turn))


def _group(turn: Turn) -> Shown:
    if chats.forwarders(turn):
        return Shown(grup.FORWARDED)
    if _bound(turn):
        return Shown("Grup tim sudah terhubung.")
    return Shown(GRUP_TEXT, ((Button("Tambahkan ke grup", startgroup="hubungkan"),),))


def _chosen(turn: Turn) -> bool:
    return KOLASE.name in turn.satker.persiapan


def weekly_hour(office: Satker) -> str:
    return f"{HARI[office.kolase_hari]} pukul {office.kolase_jam:%H.%M}"


def _hour(turn: Turn) -> Shown:
    office = turn.satker
    days = [Button(marked(name, n == office.kolase_hari), KolaseTime(Part.DAY, n)) for n, name in enumerate(HARI)]
    hours = [Button(marked(f"{n:02}.00", time(n) == office.kolase_jam), KolaseTime(Part.HOUR, n)) for n in JAM]
    when = f"{chats.destination(turn)} setiap {weekly_hour(office)}"
    text = f"Kolase pekan itu dikirim {when}. Jam lain diatur dengan /atur kolase."
    use = ((Button(f"Pakai {weekly_hour(office).replace(' pukul', '')}", KolaseTime(Part.KEPT)),),)
    return Shown(text, (*use, *in_rows(days, 4), *in_rows(hours, 3), (_preview(office),)))


def _preview(office: Satker) -> Button:
    """A button that steps through the hours that the preview may come before the post."""
    labels, hours = list(PREVIEWS), list(PREVIEWS.values())
    at = hours.index(office.kolase_pratinjau) if office.kolase_pratinjau in hours else 0
    return Button(f"Pratinjau: {labels[at].casefold()}", KolaseTime(Part.AHEAD, hours[(at + 1) % len(hours)]))


def set_time(turn: Turn, door: KolaseTime) -> Result:
    if door.part == Part.KEPT:
        mark(turn.satker, KOLASE.name)
        return Result(f"Kolase: {weekly_hour(turn.satker)}.")
    name, known = VALUES[door.part]
    if door.value not in known:
        raise Stale
    if getattr(turn.satker, name) != known[door.value]:
        changes.changed(turn, turn.satker, **{name: known[door.value]})
    return Result(stay=True)


VALUES: dict[Part, tuple[str, dict[int, int | time]]] = {
    Part.DAY: ("kolase_hari", {n: n for n in range(len(HARI))}),
    Part.HOUR: ("kolase_jam", {n: time(n) for n in JAM}),
    Part.AHEAD: ("kolase_pratinjau", {n: n for n in PREVIEWS.values()}),
}
GRUP = Step(StepName.GRUP, 4, "Grup", _bound, _group)
KOLASE = Step(StepName.KOLASE, 5, "Kolase", _chosen, _hour)
