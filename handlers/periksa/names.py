"""Rules about names: of a kegiatan that says nothing, of partners nearly alike, of the place."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import combinations

from rapidfuzz import fuzz

from handlers.periksa.material import Bahan, Hal, lihat

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


RULES = (nama_kantor, nama_mirip, wilayah_salah)
