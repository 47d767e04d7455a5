"""The words under a kolase: the week's counts and thanks, what found no place, and what changed since it was posted."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from handlers.reading.dates.pekan import Pekan
from handlers.reading.text import shortened
from renderers import indonesian
from renderers.figures import Kolase
from renderers.frozen import thaw
from renderers.kolase.formats import MOST
from storage.catatan import kegiatan, konten
from storage.kantor import people
from storage.kantor.satker import Here

# A caption holds 1024 characters, and its last line must not be what is cut.
JUGA, SEBUTAN, NAMA = 400, 60, 150
# What a living post takes over from its records; header, footer and colours stay as they were posted.
HIDUP = ("cells", "pekan", "rentang", "kegiatan", "sel")


def named(figures: dict[str, Any]) -> str:
    """The week as its picture names it; only that knows whether something happened on the weekend."""
    return thaw(Kolase, figures).kapan


def caption(here: Here, pekan: Pekan) -> str:
    """The week's counts, and thanks to those who reported, by name."""
    held = kegiatan.between(here, pekan.mulai, pekan.selesai)
    shown = [k for k in konten.between(here, pekan.mulai, pekan.selesai) if not k.sebulan]
    counts = ((len(held), "kegiatan"), (sum(k.jumlah for k in shown), "konten"))
    told = " dan ".join(f"{n} {what}" for n, what in counts if n)
    if not told:
        return "Tidak ada kegiatan pekan ini."
    ids = kegiatan.reporters_of_any(here.session, held) | {row.pelapor_id for row in shown}
    names = [indonesian.nama_orang(a.nama) for a in people.within(here, pekan.mulai, pekan.selesai) if a.id in ids]
    # A name may end in a degree, which brings its own full stop.
    return (
        f"{told} pekan ini. Terima kasih kepada {indonesian.daftar(names)}".rstrip(".") + "."
        if names
        else f"{told} pekan ini."
    )


def listed(figures: dict[str, Any], lembar: int, room: int) -> str:
    """What the sheets show, a line each, in so many letters, for those who cannot see them and for the search; the rest
    is counted."""
    shown = figures["cells"][: MOST * lembar] if lembar else figures["cells"]
    lines = [f"• {shortened(cell['caption'], NAMA)}" for cell in shown]
    for n in range(len(lines), 0, -1):
        told = lines if n == len(lines) else [*lines[:n], f"• dan {len(lines) - n} lainnya"]
        if len("\n".join(told)) <= room:
            return "\n".join(told)
    return ""


def juga(figures: dict[str, Any], lembar: int) -> str:
    """The captions for which the posted sheets have no room."""
    left = [shortened(cell["caption"], SEBUTAN) for cell in figures["cells"][MOST * lembar :]] if lembar else []
    told: list[str] = []
    for name in left:
        if sum(len(one) + 2 for one in told) + len(name) > JUGA:
            return f"Juga: {'; '.join(told)}; dan {len(left) - len(told)} kegiatan lain."
        told.append(name)
    return f"Juga: {'; '.join(told)}." if told else ""


def diperbarui(before: dict[str, Any] | None, now: dict[str, Any], today: date) -> str:
    """What is different from the picture that was posted first; nothing where it is the same again."""
    if before is None or same(before, now):
        return ""
    what = ", ".join(_different(before, now)) or "urutannya diperbaiki"
    return f"Diperbarui {indonesian.hari_tanggal(today)}: {what}."


def same(before: dict[str, Any], now: dict[str, Any]) -> bool:
    """Posts of an earlier release do not know their numbers."""
    return all(_plain(before[key]) == _plain(now[key]) for key in HIDUP if key in before and key in now)


def _plain(value: Any) -> Any:
    return [{"geser": "", "lagi": [], **cell} if isinstance(cell, dict) else cell for cell in value]


def _different(before: dict[str, Any], now: dict[str, Any]) -> Iterator[str]:
    if "kegiatan" not in before:
        yield "isinya diperbaiki"
        return
    old, new = set(before["kegiatan"]) | set(before["sel"]), set(now["kegiatan"]) | set(now["sel"])
    if added := len(new - old):
        yield f"bertambah {added} kegiatan"
    if removed := len(old - new):
        yield f"berkurang {removed} kegiatan"
    then, since = (dict(zip(f["sel"], _plain(f["cells"]), strict=True)) for f in (before, now))
    if changed := sum(then.get(n) != since.get(n) for n in old & new):
        yield f"{changed} kegiatan diperbaiki"
