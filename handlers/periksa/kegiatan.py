"""Rules about kegiatan: months and weeks without any, photos, partners, doubles, drafts, names that say nothing."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations

from rapidfuzz import fuzz

from handlers.periksa.material import Bahan, Hal, daftar, daftar_pekan, lihat, nomor, pekan, semua
from handlers.reading import guesses
from handlers.reading.dates.pekan import Pekan
from renderers import indonesian
from renderers.indonesian import bulan, nama_bulan
from storage.catatan.kegiatan import INTERNAL, NONPEMERINTAH

ALONE = 3
# Drafts that are open much later belong to another period.
LATE = timedelta(days=31)
_CAMPURAN = re.compile(r"\b(?:dinas|forkopimda|opd|instansi)\b", re.IGNORECASE)
_SWASTA = re.compile(r"\b(?:parpol|partai|ormas|okp|ormawa|media|dosen|mahasiswa)\b", re.IGNORECASE)


def bulan_tanpa_koordinasi(bahan: Bahan) -> Iterator[Hal]:
    seen = {k.mulai.replace(day=1) for k in bahan.koordinasi}
    if empty := [b for b in bahan.bulan if b not in seen]:
        months = indonesian.daftar([bulan(b) for b in empty])
        yield Hal(f"Tidak ada kegiatan koordinasi (BAB II) pada {months}.", *daftar(empty[0]))


def menyebut_mitra(bahan: Bahan) -> Iterator[Hal]:
    """Marked as internal, and yet named after a partner: it is missing in BAB II."""
    seen: dict[str, guesses.Mitra | None] = {}
    for k in (k for k in bahan.dalam if k.sektor == INTERNAL):
        own = re.sub(r"\bKPU\b[\w ]*?(?=[-–:]|$)", "", k.nama)
        # The same few names come back all year.
        if own not in seen:
            seen[own] = None if guesses.internal(own) else guesses.mitra(own, bahan.mitra, bahan.rekap.satker.wilayah)
        if (found := seen[own]) and found.sure:
            yield Hal(f"#{k.nomor} {k.nama} dicatat internal, padahal menyebut mitra; tidak masuk BAB II.", *lihat(k))


def pekan_tanpa_kolase(bahan: Bahan) -> Iterator[Hal]:
    weeks = list(pekan(bahan))
    shown = {Pekan.of(k.mulai) for k in bahan.dalam if k.nomor in bahan.berfoto}
    bare = [w for w in weeks if w not in shown]
    if bare and len(bare) == len(weeks):
        yield Hal("Tidak ada kolase pada periode ini, karena tidak ada kegiatan berfoto.", *daftar(bahan.bulan[0]))
    elif bare:
        yield Hal(f"{len(bare)} dari {len(weeks)} pekan tanpa kolase: {_weeks(bare)}.", *daftar_pekan(bare[0]))


def _weeks(weeks: list[Pekan]) -> str:
    """Pekan 2, 4 April dan 1 Mei: by month, so that thirteen of them fit."""
    months = dict.fromkeys(w.bulan for w in weeks)
    told = [f"{nama_bulan(m)} pekan {indonesian.daftar([str(w.nomor) for w in weeks if w.bulan == m])}" for m in months]
    return "; ".join(told)


def tanpa_foto(bahan: Bahan) -> Iterator[Hal]:
    bare = [k for k in bahan.dalam if k.nomor not in bahan.berfoto]
    if len(bare) > ALONE:
        yield Hal(
            f"{len(bare)} kegiatan tanpa foto: {nomor(bare)}.", *semua(bare), kunci=f"tanpa foto {nomor(bare, 99)}"
        )
    else:
        yield from (Hal(f"#{k.nomor} {k.nama} belum berfoto.", *lihat(k)) for k in bare)


def isian_kosong(bahan: Bahan) -> Iterator[Hal]:
    for k in bahan.koordinasi:
        gaps = [name for name in ("instansi", "uraian", "keterangan") if not getattr(k, name)]
        if gaps:
            yield Hal(f"#{k.nomor} {k.nama}: {indonesian.daftar(gaps)} belum diisi.", *lihat(k))


def mitra_campuran(bahan: Bahan) -> Iterator[Hal]:
    mixed = [k for k in bahan.koordinasi if k.sektor == NONPEMERINTAH and _mixed(k.instansi)]
    if mixed:
        said = f"{nomor(mixed)}: mitra pemerintah dan nonpemerintah dalam satu baris; kini di tabel nonpemerintah."
        yield Hal(said, *semua(mixed))


def _mixed(instansi: str) -> bool:
    return bool(_CAMPURAN.search(instansi) and _SWASTA.search(instansi))


def mungkin_ganda(bahan: Bahan) -> Iterator[Hal]:
    """Of one name on one day, or asked about when it came; a year holds too many to compare each with each."""
    held = bahan.dalam
    named, place = defaultdict(list), {k.nomor: n for n, k in enumerate(held)}
    for n, k in enumerate(held):
        named[k.mulai, k.nama.casefold()].append(n)
    pairs = {pair for same in named.values() for pair in combinations(same, 2)}
    asked = [(n, place[k.mirip]) for n, k in enumerate(held) if k.mirip in place]
    for a, b in sorted(pairs | {(min(pair), max(pair)) for pair in asked}):
        yield Hal(f"#{held[b].nomor} mungkin sama dengan #{held[a].nomor} {held[a].nama}.", *lihat(held[b]))


def belum_disimpan(bahan: Bahan) -> Iterator[Hal]:
    """A report that nobody saved is in no table."""
    if bahan.draf and bahan.hari_ini < bahan.periode.selesai + LATE:
        yield Hal(f"Laporan yang belum disimpan: dari {indonesian.daftar(bahan.draf)}.", *daftar(bahan.bulan[-1]))


# Below this two words are two names: Gelora and Golkar.
NEAR, SHORTEST = 80, 5


def nama_kantor(bahan: Bahan) -> Iterator[Hal]:
    for k in bahan.dalam:
        if k.nama.casefold().strip(" .") == bahan.rekap.satker.nama.casefold():
            yield Hal(f"Nama kegiatan #{k.nomor} hanya nama satker; tulis kegiatannya.", *lihat(k))


def nama_mirip(bahan: Bahan) -> Iterator[Hal]:
    """Two spellings of one partner: the rarer one is doubted, or the later one."""
    times = Counter(k.instansi for k in bahan.koordinasi if k.instansi)
    first = {k.instansi: k for k in reversed(bahan.koordinasi)}
    names = dict.fromkeys([*times, *(nama for nama, _ in bahan.mitra)])
    told: set[str] = set()
    for a, b in _pairs(list(names)):
        used = [n for n in (a, b) if n in first]
        odd = max(used, key=lambda n: (-times[n], first[n].nomor), default="")
        if odd and odd not in told:
            told.add(odd)
            usual = a if odd == b else b
            yield Hal(f"#{first[odd].nomor} “{odd}” mirip “{usual}”; salah ketik?", *lihat(first[odd]))


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    """The same but for its writing, or for one word that is nearly the same: looked for among those only whose other
    words agree."""
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


def wilayah_salah(bahan: Bahan) -> Iterator[Hal]:
    """The name of the place with a letter too few: Probolingo."""
    right = [w for w in bahan.rekap.satker.wilayah.split() if len(w) > SHORTEST]
    for k in bahan.kegiatan:
        for word in dict.fromkeys(re.findall(r"\w+", f"{k.nama} {k.instansi} {k.keterangan}")):
            if usual := next((w for w in right if _near(word.casefold(), w.casefold())), None):
                yield Hal(f"#{k.nomor}: “{word}” mungkin maksudnya “{usual}”.", *lihat(k))


RULES = (
    bulan_tanpa_koordinasi,
    menyebut_mitra,
    isian_kosong,
    mungkin_ganda,
    belum_disimpan,
    tanpa_foto,
    pekan_tanpa_kolase,
    mitra_campuran,
    nama_kantor,
    nama_mirip,
    wilayah_salah,
)
