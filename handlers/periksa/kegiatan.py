"""Rules about kegiatan: months and weeks without any, photos, partners, doubles, drafts, names that say nothing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from rapidfuzz import fuzz

from handlers.catatan.gazetteer import of_partners
from handlers.periksa.material import Gap, Material, numbered, to_catatan, to_daftar, to_pekan, to_rows, weeks_over
from handlers.reading.dates.pekan import Pekan, by_month
from handlers.reading.message.events.names import Names
from handlers.reading.message.events.told.partner import with_partner
from renderers import indonesian
from renderers.indonesian import bulan
from storage.catatan.kegiatan import INTERNAL, NONPEMERINTAH

ALONE = 3
# A report that is unfinished so long after the period is of a later one, and no gap in this period.
LATE = timedelta(days=31)
_GOVERNMENT = re.compile(r"\b(?:dinas|forkopimda|opd|instansi)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\b(?:parpol|partai|ormas|okp|ormawa|media|dosen|mahasiswa)\b", re.IGNORECASE)


def months_without_koordinasi(material: Material) -> Iterator[Gap]:
    seen = {k.mulai.replace(day=1) for k in material.koordinasi}
    if empty := [b for b in material.months if b not in seen]:
        months = indonesian.daftar([bulan(b) for b in empty])
        yield Gap(f"Tidak ada kegiatan koordinasi (BAB II) pada {months}.", *to_daftar(empty[0]))


def internal_with_mitra(material: Material) -> Iterator[Gap]:
    """Kegiatan marked as internal whose name tells of a mitra, so that BAB II lacks them."""
    seen: dict[str, bool] = {}
    names = Names(of_partners({nama: (nama, sektor) for nama, sektor in material.mitra}, material.rekap.satker.wilayah))
    for k in (k for k in material.within if k.sektor == INTERNAL):
        own = re.sub(r"\bKPU\b[\w ]*?(?=[-–:]|$)", "", k.nama)
        # The same few names recur all year, so each is judged once.
        if own not in seen:
            seen[own] = with_partner(own, names)
        if seen[own]:
            yield Gap(
                f"#{k.nomor} {k.nama} dicatat internal, padahal menyebut mitra; tidak masuk BAB II.", *to_catatan(k)
            )


def undecided_mitra(material: Material) -> Iterator[Gap]:
    """Kegiatan saved without an answer about their mitra; the report counts them as internal."""
    if bare := [k for k in material.within if not k.sektor]:
        said = f"{numbered(bare)}: mitranya belum ditentukan; dihitung internal dan tidak masuk BAB II."
        yield Gap(said, *to_rows(bare), key=f"mitra belum ditentukan {numbered(bare, 99)}")


def weeks_without_kolase(material: Material) -> Iterator[Gap]:
    weeks = list(weeks_over(material))
    shown = {Pekan.of(k.mulai) for k in material.within if k.nomor in material.with_foto}
    bare = [w for w in weeks if w not in shown]
    if bare and len(bare) == len(weeks):
        yield Gap(
            "Tidak ada kolase pada periode ini, karena tidak ada kegiatan berfoto.", *to_daftar(material.months[0])
        )
    elif bare:
        yield Gap(f"{len(bare)} dari {len(weeks)} pekan tanpa kolase: {by_month(bare)}.", *to_pekan(bare[0]))


def without_foto(material: Material) -> Iterator[Gap]:
    bare = [k for k in material.within if k.nomor not in material.with_foto]
    if len(bare) > ALONE:
        yield Gap(
            f"{len(bare)} kegiatan tanpa foto: {numbered(bare)}.",
            *to_rows(bare),
            key=f"tanpa foto {numbered(bare, 99)}",
        )
    else:
        yield from (Gap(f"#{k.nomor} {k.nama} belum berfoto.", *to_catatan(k)) for k in bare)


def empty_fields(material: Material) -> Iterator[Gap]:
    for k in material.koordinasi:
        gaps = [name for name in ("instansi", "uraian", "keterangan") if not getattr(k, name)]
        if gaps:
            yield Gap(f"#{k.nomor} {k.nama}: {indonesian.daftar(gaps)} belum diisi.", *to_catatan(k))


def mixed_mitra(material: Material) -> Iterator[Gap]:
    mixed = [k for k in material.koordinasi if k.sektor == NONPEMERINTAH and _mixed(k.instansi)]
    if mixed:
        said = f"{numbered(mixed)}: mitra pemerintah dan nonpemerintah dalam satu baris; kini di tabel nonpemerintah."
        yield Gap(said, *to_rows(mixed))


def _mixed(instansi: str) -> bool:
    return bool(_GOVERNMENT.search(instansi) and _OTHERS.search(instansi))


def told_twice(material: Material) -> Iterator[Gap]:
    """Kegiatan of the same name on the same day, or which the reporter was asked about; comparing each with each would
    take too long for a year."""
    held = material.within
    named, place = defaultdict(list), {k.nomor: n for n, k in enumerate(held)}
    for n, k in enumerate(held):
        named[k.mulai, k.nama.casefold()].append(n)
    pairs = {pair for same in named.values() for pair in combinations(same, 2)}
    asked = [(n, place[k.mirip]) for n, k in enumerate(held) if k.mirip in place]
    for a, b in sorted(pairs | {(min(pair), max(pair)) for pair in asked}):
        yield Gap(f"#{held[b].nomor} mungkin sama dengan #{held[a].nomor} {held[a].nama}.", *to_catatan(held[b]))


def not_saved(material: Material) -> Iterator[Gap]:
    """Reports that are not saved, so that no table has them."""
    if material.unsaved and material.today < material.periode.selesai + LATE:
        yield Gap(
            f"Laporan yang belum disimpan: dari {indonesian.daftar(material.unsaved)}.", *to_daftar(material.months[-1])
        )


# The likeness from which two words may be one name: below it are Gelora and Golkar.
NEAR, SHORTEST = 80, 5


def named_like_satker(material: Material) -> Iterator[Gap]:
    for k in material.within:
        if k.nama.casefold().strip(" .") == material.rekap.satker.nama.casefold():
            yield Gap(f"Nama kegiatan #{k.nomor} hanya nama satker; tulis kegiatannya.", *to_catatan(k))


def similar_mitra(material: Material) -> Iterator[Gap]:
    """Two spellings of one partner: the rarer one is doubted, or the later one."""
    times = Counter(k.instansi for k in material.koordinasi if k.instansi)
    first = {k.instansi: k for k in reversed(material.koordinasi)}
    names = dict.fromkeys([*times, *(nama for nama, _ in material.mitra)])
    told: set[str] = set()
    for a, b in _pairs(list(names)):
        used = [n for n in (a, b) if n in first]
        odd = max(used, key=lambda n: (-times[n], first[n].nomor), default="")
        if odd and odd not in told:
            told.add(odd)
            usual = a if odd == b else b
            yield Gap(f"#{first[odd].nomor} “{odd}” mirip “{usual}”; salah ketik?", *to_catatan(first[odd]))


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """Pairs of names that differ in capitals or in one similar word; compared are only names whose other words
    agree."""
    words = [name.casefold().split() for name in names]
    written, others = defaultdict(list), defaultdict(list)
    for n, told in enumerate(words):
        written[tuple(told)].append(n)
        for at, word in ((at, word) for at, word in enumerate(told) if _is_word(word)):
            others[at, *told[:at], "", *told[at + 1 :]].append((n, word))
    same = {pair for group in written.values() for pair in combinations(group, 2)}
    near = {(a[0], b[0]) for group in others.values() for a, b in combinations(group, 2) if _near(a[1], b[1])}
    yield from ((names[a], names[b]) for a, b in sorted(same | near))


def _is_word(word: str) -> bool:
    return len(word) >= SHORTEST and not any(c.isdigit() for c in word)


def _near(a: str, b: str) -> bool:
    return a != b and _is_word(a) and _is_word(b) and fuzz.ratio(a, b) >= NEAR


def misspelt_wilayah(material: Material) -> Iterator[Gap]:
    """The place of the office misspelt by a letter: Probolingo."""
    right = [w for w in material.rekap.satker.wilayah.split() if len(w) > SHORTEST]
    for k in material.kegiatan:
        for word in dict.fromkeys(re.findall(r"\w+", f"{k.nama} {k.instansi} {k.keterangan}")):
            if usual := next((w for w in right if _near(word.casefold(), w.casefold())), None):
                yield Gap(f"#{k.nomor}: “{word}” mungkin maksudnya “{usual}”.", *to_catatan(k))


RULES = (
    months_without_koordinasi,
    undecided_mitra,
    internal_with_mitra,
    empty_fields,
    told_twice,
    not_saved,
    without_foto,
    weeks_without_kolase,
    mixed_mitra,
    named_like_satker,
    similar_mitra,
    misspelt_wilayah,
)
