"""Rules about accounts: which are counted, what that leaves out, and what is known of them."""

from collections.abc import Iterator

from handlers.periksa.material import Bahan, Hal, matriks
from renderers import indonesian
from renderers.figures import Matriks
from renderers.indonesian import nama_bulan
from renderers.prosa.lonjakan import dihitung, jumlah_kolom


def tidak_dihitung(bahan: Bahan) -> Iterator[Hal]:
    """Postingan that no counted account has: publikasi does not know them."""
    counted = [bahan.rekap.platform.index(p) for p in dihitung(bahan.rekap)]
    if not counted:
        yield Hal("Belum ada akun yang dihitung sebagai publikasi.", "Atur akun", "at:akun")
        return
    more = {p: sum(_beyond(m, n, counted) for m in bahan.rekap.matriks) for n, p in enumerate(bahan.rekap.platform)}
    if missed := [f"{p} {n}" for p, n in more.items() if n]:
        said = f"Postingan yang tidak masuk publikasi karena akunnya tidak dihitung: {indonesian.daftar(missed)}."
        yield Hal(said, "Atur akun", "at:akun")


def _beyond(m: Matriks, platform: int, counted: list[int]) -> int:
    if platform in counted:
        return 0
    return sum(max(0, row[platform] - max(row[n] for n in counted)) for row in m.angka)


def puncak_satu_akun(bahan: Bahan) -> Iterator[Hal]:
    """The highest month of the period is so only because of one account."""
    inside = [m for m in bahan.rekap.matriks if m.bulan in bahan.bulan]
    counted = dihitung(bahan.rekap)
    sums = {m.bulan: {p: jumlah_kolom(bahan.rekap, m, p) for p in counted} for m in inside}
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
        yield Hal("Jumlah pengikut dan suka akun belum pernah dicatat.", "Isi akun", "ak")
    if old := [a.platform for a in known if a.tanggal and a.tanggal < bahan.periode.mulai]:
        yield Hal(f"Pengikut akun {indonesian.daftar(old)} belum diperbarui dalam periode ini.", "Isi akun", "ak")


RULES = (tidak_dihitung, puncak_satu_akun, akun_lama)
