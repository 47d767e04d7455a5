"""The lists of an office: the rows of the country, and behind each the office's own that count as it."""

from collections.abc import Iterable, Mapping
from datetime import date

from storage.kantor.satker import Satker
from storage.nasional import jenis as of_jenis
from storage.nasional import platform as of_platform
from storage.nasional import sektor as of_sektor


def _joined(national: Iterable[str], own: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(key for one in national for key in (one, *(name for name, counts in own.items() if counts == one)))


def platforms(office: Satker) -> tuple[str, ...]:
    return _joined(of_platform.every(), office.platform_sendiri)


def jenis(office: Satker) -> tuple[str, ...]:
    return _joined(of_jenis.keys(), office.jenis_sendiri)


def labels(office: Satker) -> tuple[tuple[str, str], ...]:
    """The jenis with the labels of their buttons; one of the office's own is called by its key."""
    known = of_jenis.every()
    return tuple((key, known[key].label if key in known else key) for key in jenis(office))


def sectors(office: Satker) -> tuple[str, ...]:
    return _joined(of_sektor.every(), office.sektor_sendiri)


def national_platform(office: Satker, key: str) -> str:
    """The national row as which a platform counts; the figures of two offices are added up by it."""
    return office.platform_sendiri.get(key, key)


def national_jenis(office: Satker, key: str) -> str:
    return office.jenis_sendiri.get(key, key)


def table(office: Satker, sektor: str) -> str:
    """The table of BAB II in which the kegiatan of a sector stand; empty for none."""
    found = of_sektor.every().get(office.sektor_sendiri.get(sektor, sektor))
    return found.tabel if found else ""


def laman(office: Satker) -> frozenset[str]:
    """The jenis whose konten are links to the office's own site."""
    return frozenset(key for key in jenis(office) if national_jenis(office, key) == of_jenis.laman())


def words(office: Satker) -> Mapping[str, str]:
    """The key of a platform by each of its words, in small letters."""
    return {name.casefold(): name for name in office.platform_sendiri} | of_platform.words()


def called(keys: Iterable[str], day: date) -> tuple[str, ...]:
    """The names of platforms on a day, as tables and buttons show them."""
    return tuple(of_platform.shown(key, day) for key in keys)
