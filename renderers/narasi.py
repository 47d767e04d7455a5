"""The paragraphs between the tables: what people wrote where they did, else what the figures say."""

from collections.abc import Callable, Sequence

from renderers import koordinasi, publikasi
from renderers.figures import Akun, Rekap
from renderers.indonesian import angka, bulan, daftar, tanggal
from renderers.waktu import waktu

_TERATAS = 3


def paragraphs(rekap: Rekap) -> dict[str, tuple[str, ...]]:
    written = {key: rekap.narasi.get(key) or make(rekap) for key, make in _BAGIAN.items()}
    return {key: tuple(line.strip() for line in text.splitlines() if line.strip()) for key, text in written.items()}


def media_sosial(rekap: Rekap) -> str:
    words, jenis, platform = waktu(rekap.periode), per_jenis(rekap), per_platform(rekap)
    if not sum(jenis.values()):
        return f"Selama {words.rentang_tabel} tidak ada postingan media sosial yang tercatat."
    many = f"{angka(sum(jenis.values()))} postingan di media sosial"
    opening = f"Selama {words.rentang_tabel} Tim Bakohumas {rekap.satker.nama} memuat {many}."
    parts = (
        opening,
        _terbanyak(jenis),
        _belum("Jenis konten", jenis),
        _akun_sepi(rekap, platform),
        rekap.narasi.get("rencana", ""),
    )
    return " ".join(part for part in parts if part)


def per_jenis(rekap: Rekap) -> dict[str, int]:
    return {jenis: sum(sum(m.angka[i]) for m in rekap.matriks) for i, jenis in enumerate(rekap.jenis)}


def per_platform(rekap: Rekap) -> dict[str, int]:
    return {p: sum(publikasi.jumlah_kolom(rekap, m, p) for m in rekap.matriks) for p in rekap.platform}


def _terbanyak(counted: dict[str, int]) -> str:
    ranked = sorted(((n, name) for name, n in counted.items() if n), key=lambda pair: -pair[0])
    first, *rest = [f"{name} ({angka(n)} postingan)" for n, name in ranked[:_TERATAS]]
    return f"Yang paling banyak dilakukan adalah {first}{f', disusul {daftar(rest)}' if rest else ''}."


def _belum(what: str, counted: dict[str, int]) -> str:
    none = [name for name, n in counted.items() if not n]
    return f"{what} yang belum dilakukan adalah {daftar(none)}." if none else ""


def _akun_sepi(rekap: Rekap, counted: dict[str, int]) -> str:
    """Accounts without postingan in the period itself; those that had some earlier in the table are told apart."""
    inside = [m for m in rekap.matriks if m.bulan in rekap.periode.bulan]
    empty = [p for p in rekap.platform if not sum(publikasi.jumlah_kolom(rekap, m, p) for m in inside)]
    never, earlier = (
        [p for p in empty if not counted[p]],
        [f"{p} ({angka(counted[p])} postingan)" for p in empty if counted[p]],
    )
    parts = [f"Akun {daftar(never)} belum dimanfaatkan." if never else ""]
    parts += [f"Akun {daftar(earlier)} hanya terisi sebelum {waktu(rekap.periode).sebutan}." if earlier else ""]
    return " ".join(part for part in parts if part)


def akun(rekap: Rekap) -> str:
    known = [a for a in rekap.akun if a.pengikut is not None or a.suka is not None]
    return " ".join(_akun(rekap, a) for a in known)


def _akun(rekap: Rekap, a: Akun) -> str:
    figures = [(a.pengikut, "pengikut"), (a.suka, "tanda suka")]
    shown = daftar([f"{angka(n)} {what}" for n, what in figures if n is not None])
    when = f"Sampai dengan tanggal {tanggal(a.tanggal or rekap.batas)}"
    count = per_platform(rekap).get(a.platform, 0)
    memuat = f" setelah memuat {angka(count)} postingan selama {waktu(rekap.periode).rentang_tabel}" if count else ""
    return f"{_sejak(rekap, a)}{when}, akun {a.platform} {a.nama} memperoleh {shown}{memuat}."


def _sejak(rekap: Rekap, a: Akun) -> str:
    if a.aktif_sejak is None or a.aktif_sejak.replace(day=1) not in rekap.periode.bulan_tabel:
        return ""
    return f"Sejak {bulan(a.aktif_sejak)} {rekap.satker.nama} mulai mengelola akun {a.platform}. "


_BAGIAN: dict[str, Callable[[Rekap], str]] = {
    "pemerintah": lambda rekap: koordinasi.narasi(rekap, "pemerintah"),
    "nonpemerintah": lambda rekap: koordinasi.narasi(rekap, "nonpemerintah"),
    "akun": akun,
    "media_sosial": media_sosial,
    "evaluasi": publikasi.narasi,
}
BAGIAN: Sequence[str] = tuple(_BAGIAN)
