"""The completeness list of a period: rules that warn, and never drop or refuse, grouped, the most important first."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256

from handlers.atur.doors import Followers, Settings
from handlers.periksa import dates, figures, kegiatan, spelling, spoken, surat, texts, told
from handlers.periksa.material import Gap, Material, to_matriks
from renderers import indonesian
from renderers.changes import column_sum, counted_platforms, exists
from renderers.figures import Matriks
from renderers.indonesian import nama_bulan


def platforms_not_counted(material: Material) -> Iterator[Gap]:
    """Publikasi counts only platforms whose account is marked as counted, so other postingan are missing there."""
    counted = [material.rekap.platform.index(p) for p in counted_platforms(material.rekap)]
    if not counted:
        yield Gap("Belum ada akun yang dihitung sebagai publikasi.", "Atur akun", Settings("akun"))
        return
    more = {
        p: sum(_beyond(m, n, counted) for m in material.rekap.matriks) for n, p in enumerate(material.rekap.platform)
    }
    if missed := [f"{p} {n}" for p, n in more.items() if n]:
        said = f"Postingan yang tidak masuk publikasi karena akunnya tidak dihitung: {indonesian.daftar(missed)}."
        yield Gap(said, "Atur akun", Settings("akun"))


def _beyond(m: Matriks, platform: int, counted: list[int]) -> int:
    if platform in counted:
        return 0
    return sum(max(0, row[platform] - max(row[n] for n in counted)) for row in m.angka)


def peak_of_one_akun(material: Material) -> Iterator[Gap]:
    """The highest month of the period is so only because of one account."""
    inside = [m for m in material.rekap.matriks if m.bulan in material.months]
    counted = counted_platforms(material.rekap)
    sums = {m.bulan: {p: column_sum(material.rekap, m, p) for p in counted} for m in inside}
    if len(inside) < 2 or len(counted) < 2:  # noqa: PLR2004 - nothing to compare
        return
    top = max(sums, key=lambda b: sum(sums[b].values()))
    for platform in counted:
        rest = {b: sum(n for p, n in row.items() if p != platform) for b, row in sums.items()}
        if any(rest.values()) and rest[top] < max(rest.values()):
            where = "terendah" if rest[top] == min(rest.values()) else "bukan tertinggi"
            said = f"{nama_bulan(top)} tertinggi ({sum(sums[top].values())}) hanya karena {platform}; tanpa {platform} "
            yield Gap(f"{said}{where} ({rest[top]}).", *to_matriks(top))


def akun_without_figures(material: Material) -> Iterator[Gap]:
    mine = [a for a in material.rekap.akun if exists(a, material.periode.bulan)]
    known = [a for a in mine if a.tanggal]
    if not known and mine:
        yield Gap("Jumlah pengikut dan suka akun belum pernah dicatat.", "Isi akun", Followers())
    if old := [a.platform for a in known if a.tanggal and a.tanggal < material.periode.mulai]:
        yield Gap(
            f"Pengikut akun {indonesian.daftar(old)} belum diperbarui dalam periode ini.", "Isi akun", Followers()
        )


RULES = (platforms_not_counted, peak_of_one_akun, akun_without_figures)


Rule = Callable[[Material], Iterator[Gap]]


def outdated(material: Material) -> Iterator[Gap]:
    """Legal bases and decrees that are out of date or missing."""
    yield from material.outdated
    if not material.rekap.dasar_hukum:
        yield Gap("Belum ada dasar hukum yang tercatat.", "Atur dasar", Settings("dasar"))
    if not any(k.jenis == "SK" for k in material.rekap.keputusan):
        yield Gap("Belum ada SK tim yang tercatat.", "Atur SK", Settings("sk"))


GROUPS: tuple[tuple[str, tuple[Rule, ...]], ...] = (
    ("Tanggal", dates.RULES),
    ("Surat dan naskah", (*surat.RULES, *told.RULES, *texts.RULES)),
    ("Kegiatan", kegiatan.RULES),
    ("Angka", (*figures.RULES, *RULES, told.media_without_numbers)),
    ("Dasar hukum", (outdated,)),
    ("Ejaan", spelling.RULES),
    ("Bahasa percakapan", spoken.RULES),
)
PENTING: frozenset[Rule] = frozenset(
    {
        dates.wrong_weekday,
        dates.keputusan_of_another_year,
        dates.after_cut_off,
        dates.month_in_judul,
        surat.surat_before_cut_off,
        surat.surat_in_the_future,
        surat.no_masalah,
        surat.no_saran,
        surat.no_reason,
        told.nobody_signs,
        told.two_sign,
        texts.budget_told_twice,
        texts.budget_of_another_year,
        texts.another_periode,
        kegiatan.months_without_koordinasi,
        kegiatan.undecided_mitra,
        kegiatan.internal_with_mitra,
        kegiatan.empty_fields,
        kegiatan.told_twice,
        kegiatan.not_saved,
        figures.empty_months,
        outdated,
    }
)
"""The rules whose gaps would be seen in the report; those of the others may be let be."""
OF_A_PERSON: tuple[Rule, ...] = (
    kegiatan.undecided_mitra,
    kegiatan.internal_with_mitra,
    kegiatan.empty_fields,
    kegiatan.without_foto,
    kegiatan.named_like_satker,
    figures.estimates,
)
"""The rules about a record that its reporter can mend."""
Found = dict[str, list[Gap]]
"""The gaps of each group, by the name of the group as people read it."""


OF_A_MONTH = frozenset({"Tanggal", "Kegiatan", "Angka"})
"""The groups whose rules make sense for a month by itself, as /tutup asks."""


def check(material: Material, groups: frozenset[str] = frozenset(dict(GROUPS))) -> Found:
    """The gaps of each group, each sentence once."""
    found = {group: _told(material, rules) for group, rules in GROUPS if group in groups}
    return {group: gaps for group, gaps in found.items() if gaps}


def of_person(material: Material, id_: int) -> list[Gap]:
    """The gaps of the records that one anggota reported."""
    held = tuple(row for row in material.kegiatan if row.pelapor_id == id_)
    shown = tuple(row for row in material.konten if row.pelapor_id == id_)
    return _told(replace(material, kegiatan=held, konten=shown), OF_A_PERSON)


def _told(material: Material, rules: tuple[Rule, ...]) -> list[Gap]:
    gaps = [replace(gap, penting=rule in PENTING) for rule in rules for gap in rule(material)]
    return list({gap.name: gap for gap in gaps}.values())


def code_of(gap: Gap) -> str:
    """A short code of a gap for its button, made of its words, so that it holds when the list is sorted anew."""
    return sha256(gap.name.encode()).hexdigest()[:8]
