"""What a report may cite on its cut-off: the legal bases in force, and the decrees of the chain that is in force."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from renderers import indonesian
from storage.kantor import dasar
from storage.kantor.dasar import AMENDS, DasarHukum, Keputusan
from storage.kantor.satker import Here
from storage.nasional import dasar_hukum
from storage.nasional.dasar_hukum import Peraturan


def bases(here: Here, on: date) -> tuple[str, ...]:
    """The legal bases as the report prints them."""
    told = [printed(row, on) for row in dasar.dasar_hukum_of(here, on)]
    return tuple(dict.fromkeys(text for text in told if text))


def printed(row: DasarHukum, on: date) -> str:
    """A legal basis as it is cited on a day; empty while it is out of force."""
    one = of_row(row)
    if one is None:
        return standing(row.teks, on)
    return dasar_hukum.cited(one, on) if one.in_force(on) else ""


def of_row(row: DasarHukum) -> Peraturan | None:
    """The regulation of the national list that a row points to; none where the list no longer has it."""
    return dasar_hukum.regulations().get(row.nasional or "")


def regulation(row: DasarHukum) -> Peraturan | None:
    """The regulation that a row points to, or that its words name."""
    return of_row(row) or dasar_hukum.named(row.teks)


def successors(one: Peraturan) -> Iterator[Peraturan]:
    """What took the place of a regulation, and of that in its turn."""
    while one.diganti_oleh:
        one = dasar_hukum.regulations()[one.diganti_oleh]
        yield one


def standing(text: str, on: date) -> str:
    """A text that the office wrote; empty if the regulation that it names is known to be out of force on that day."""
    one = dasar_hukum.named(text)
    return "" if one and not one.in_force(on) else text


def ended(text: str, on: date) -> Peraturan | None:
    """The regulation that a text names, if it was out of force on a day."""
    one = dasar_hukum.named(text)
    return one if one and one.ended(on) else None


def since(one: Peraturan) -> str:
    """Since when a regulation that has an end is out of force, and what took its place."""
    day = indonesian.tanggal((one.berlaku_sampai or date.min) + timedelta(days=1))
    return f"tidak berlaku sejak {day}" + (f", diganti {one.diganti_oleh}" if one.diganti_oleh else "")


def decrees(here: Here, on: date) -> tuple[Keputusan, ...]:
    """The decrees of the chain that is in force on a day, and the minutes that led to it, the oldest first."""
    rows = dasar.keputusan_of(here, on)
    found = chains([row for row in rows if row.jenis == "SK"])
    chain = found[-1] if found else []
    before = [row.tanggal for other in found[:-1] for row in other if row.tanggal < chain[0].tanggal]
    since = max(before, default=date.min)
    return tuple(row for row in rows if row in chain or (row.jenis == "BA" and row.tanggal > since))


def chains(decrees: Sequence[Keputusan]) -> list[list[Keputusan]]:
    """Decrees parted into chains, each of one that establishes and those that amend it. `decrees` is in the order of
    their dates; the last chain is the one in force."""
    found: list[list[Keputusan]] = []
    for row in decrees:
        chain = next(_amended(row, found), None)
        if chain is None:
            found.append([row])
        else:
            chain.append(row)
    return found


def _amended(row: Keputusan, chains: Sequence[list[Keputusan]]) -> Iterator[list[Keputusan]]:
    """The chain that a decree amends. A team is decreed anew each year, so that a decree of which nothing is told
    amends one of its own year."""
    for chain in reversed(chains):
        if row.hubungan == AMENDS and (not row.terhadap or any(_same(row.terhadap, one.nomor) for one in chain)):
            yield chain
        if not row.hubungan and chain is chains[-1] and row.tanggal.year == chain[0].tanggal.year:
            yield chain


def _same(one: str, other: str) -> bool:
    return one.replace(" ", "").casefold() == other.replace(" ", "").casefold()
