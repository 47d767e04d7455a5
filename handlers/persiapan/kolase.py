"""Two steps of the setting up: the group, and the hour at which it receives the kolase of the week."""

from collections.abc import Sequence
from datetime import time

from handlers.atur.sections import HARI, PRATINJAU
from handlers.chat import changes
from handlers.chat.messages import Button, Turn
from handlers.chat.pages import in_rows, marked
from handlers.persiapan.card import PRESS, Hasil, Isi, Langkah, mark
from storage.kantor.satker import Satker

JAM = (9, 12, 14, 15, 16, 17)
GRUP_TEXT = (
    "Kolase pekanan dan laporan dikirim ke grup tim di Telegram. Tekan tombol di bawah, lalu pilih grupnya. "
    "Dapat juga: tambahkan bot ini ke grup, lalu ketik /hubungkan di sana."
)


def _bound(turn: Turn) -> bool:
    return bool(turn.satker.grup)


def _group(turn: Turn) -> Isi:
    if _bound(turn):
        return Isi("Grup tim sudah terhubung.")
    return Isi(GRUP_TEXT, ((Button("Tambahkan ke grup", startgroup="hubungkan"),),))


def _chosen(turn: Turn) -> bool:
    return KOLASE.kunci in turn.satker.persiapan


def kapan(office: Satker) -> str:
    return f"{HARI[office.kolase_hari]} pukul {office.kolase_jam:%H.%M}"


def _hour(turn: Turn) -> Isi:
    office = turn.satker
    days = [Button(marked(name, n == office.kolase_hari), f"{PRESS}:kolase:h:{n}") for n, name in enumerate(HARI)]
    hours = [Button(marked(f"{n:02}.00", time(n) == office.kolase_jam), f"{PRESS}:kolase:j:{n}") for n in JAM]
    text = f"Kolase pekan itu dikirim ke grup setiap {kapan(office)}. Jam lain diatur dengan /atur kolase."
    use = ((Button(f"Pakai {kapan(office).replace(' pukul', '')}", f"{PRESS}:kolase:pakai"),),)
    return Isi(text, (*use, *in_rows(days, 4), *in_rows(hours, 3), (_preview(office),)))


def _preview(office: Satker) -> Button:
    """Each press offers the next of the hours before."""
    labels, hours = list(PRATINJAU), list(PRATINJAU.values())
    at = hours.index(office.kolase_pratinjau) if office.kolase_pratinjau in hours else 0
    return Button(f"Pratinjau: {labels[at].casefold()}", f"{PRESS}:kolase:p:{hours[(at + 1) % len(hours)]}")


def _press(turn: Turn, rest: Sequence[str]) -> Hasil:
    """ps:kolase:pakai, ps:kolase:h:<day>, ps:kolase:j:<hour>, ps:kolase:p:<hours before>."""
    what, *value = rest
    if what == "pakai":
        mark(turn.satker, KOLASE.kunci)
        return Hasil(f"Kolase: {kapan(turn.satker)}.")
    name, known = VALUES[what]
    wanted = known[int(value[0])]
    if getattr(turn.satker, name) != wanted:
        changes.changed(turn, turn.satker, **{name: wanted})
    return Hasil(stay=True)


VALUES: dict[str, tuple[str, dict[int, int | time]]] = {
    "h": ("kolase_hari", {n: n for n in range(len(HARI))}),
    "j": ("kolase_jam", {n: time(n) for n in JAM}),
    "p": ("kolase_pratinjau", {n: n for n in PRATINJAU.values()}),
}
GRUP = Langkah("grup", 4, "Grup", _bound, _group)
KOLASE = Langkah("kolase", 5, "Kolase", _chosen, _hour, press=_press)
