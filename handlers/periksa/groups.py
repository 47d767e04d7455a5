"""The completeness list of a period: rules that warn, and never drop or refuse, grouped, the most important first."""

from collections.abc import Callable, Iterator
from hashlib import sha256

from handlers.atur.doors import Followers, Settings
from handlers.periksa import dates, figures, kegiatan, spelling, surat, texts
from handlers.periksa.material import Bahan, Hal, matriks
from renderers import indonesian
from renderers.changes import column_sum, counted_platforms
from renderers.figures import Matriks
from renderers.indonesian import nama_bulan


def tidak_dihitung(bahan: Bahan) -> Iterator[Hal]:
    """Postingan that no counted account has: publikasi does not know them."""
    counted = [bahan.rekap.platform.index(p) for p in counted_platforms(bahan.rekap)]
    if not counted:
        yield Hal("Belum ada akun yang dihitung sebagai publikasi.", "Atur akun", Settings("akun"))
        return
    more = {p: sum(_beyond(m, n, counted) for m in bahan.rekap.matriks) for n, p in enumerate(bahan.rekap.platform)}
    if missed := [f"{p} {n}" for p, n in more.items() if n]:
        said = f"Postingan yang tidak masuk publikasi karena akunnya tidak dihitung: {indonesian.daftar(missed)}."
        yield Hal(said, "Atur akun", Settings("akun"))


def _beyond(m: Matriks, platform: int, counted: list[int]) -> int:
    if platform in counted:
        return 0
    return sum(max(0, row[platform] - max(row[n] for n in counted)) for row in m.angka)


def puncak_satu_akun(bahan: Bahan) -> Iterator[Hal]:
    """The highest month of the period is so only because of one account."""
    inside = [m for m in bahan.rekap.matriks if m.bulan in bahan.bulan]
    counted = counted_platforms(bahan.rekap)
    sums = {m.bulan: {p: column_sum(bahan.rekap, m, p) for p in counted} for m in inside}
    if len(inside) < 2 or len(counted) < 2:  # noqa: PLR2004 - nothing to compare
        return
    top = max(sums, key=lambda b: sum(sums[b].values()))
    for platform in counted:
        rest = {b: sum(n for p, n in row.items() if p != platform) for b, row in sums.items()}
        if any(rest.values()) and rest[top] < max(rest.values()):
            where = "terendah" if rest[top] == min(rest.values()) else "bukan tertinggi"
            said = f"{nama_bulan(top)} tertinggi ({sum(sums[top].values())}) hanya karena {platform}; tanpa {platform} "
            yield Hal(f"{said}{where} ({rest[top]}).", *matriks(top))


def akun_lama(bahan: Bahan) -> Iterator[Hal]:
    mine = [a for a in bahan.rekap.akun if (a.aktif_sampai or bahan.periode.mulai) >= bahan.periode.mulai]
    known = [a for a in mine if a.tanggal]
    if not known and mine:
        yield Hal("Jumlah pengikut dan suka akun belum pernah dicatat.", "Isi akun", Followers())
    if old := [a.platform for a in known if a.tanggal and a.tanggal < bahan.periode.mulai]:
        yield Hal(
            f"Pengikut akun {indonesian.daftar(old)} belum diperbarui dalam periode ini.", "Isi akun", Followers()
        )


RULES = (tidak_dihitung, puncak_satu_akun, akun_lama)


Rule = Callable[[Bahan], Iterator[Hal]]


def usang(material: Bahan) -> Iterator[Hal]:
    """What is out of date among legal bases and decrees."""
    yield from material.usang
    if not material.rekap.dasar_hukum:
        yield Hal("Belum ada dasar hukum yang tercatat.", "Atur dasar", Settings("dasar"))
    if not any(k.jenis == "SK" for k in material.rekap.keputusan):
        yield Hal("Belum ada SK tim yang tercatat.", "Atur SK", Settings("sk"))


KELOMPOK: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Tanggal", dates.RULES),
    ("Surat dan naskah", (*surat.RULES, *texts.RULES)),
    ("Kegiatan", kegiatan.RULES),
    ("Angka", (*figures.RULES, *RULES)),
    ("Dasar hukum", (usang,)),
    ("Ejaan", spelling.RULES),
)
Daftar = dict[str, list[Hal]]


SEBULAN = frozenset({"Tanggal", "Kegiatan", "Angka"})
"""What can be said of a single month."""


def periksa(material: Bahan, groups: frozenset[str] = frozenset(dict(KELOMPOK))) -> Daftar:
    """Each group with what its rules found, each sentence once."""
    wanted = [(kelompok, rules) for kelompok, rules in KELOMPOK if kelompok in groups]
    found = {kelompok: [hal for rule in rules for hal in rule(material)] for kelompok, rules in wanted}
    return {kelompok: list({hal.nama: hal for hal in told}.values()) for kelompok, told in found.items() if told}


def sandi(hal: Hal) -> str:
    """A gap in as few letters as a button holds; it stays the same however the list is sorted."""
    return sha256(hal.nama.encode()).hexdigest()[:8]
