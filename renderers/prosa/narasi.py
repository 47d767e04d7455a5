"""The paragraphs between the tables: what people wrote where they did, else what the figures say."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from renderers.figures import Akun, Rekap
from renderers.indonesian import angka, bulan, daftar, tanggal
from renderers.prosa import koordinasi, lonjakan, publikasi
from renderers.prosa.lonjakan import perlu_sebab
from renderers.prosa.waktu import kalimat, usai, waktu

_TERATAS = 3


def paragraphs(rekap: Rekap) -> dict[str, tuple[str, ...]]:
    return {key: tuple(isi(rekap, key).splitlines()) for key in _BAGIAN}


def isi(rekap: Rekap, bagian: str) -> str:
    """A passage as it stands in the report, a paragraph a line."""
    own = rekap.narasi.get(bagian, "")
    text = kalimat(own) if bagian in SISIPAN else own or _BAGIAN[bagian](rekap)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def otomatis(rekap: Rekap, bagian: str) -> str:
    """What the figures alone say; of a reason, only the question that they raise."""
    alone = replace(rekap, narasi={})
    if bagian == "sebab":
        return perlu_sebab(alone) or ""
    return "" if bagian in SISIPAN else isi(alone, bagian)


def media_sosial(rekap: Rekap) -> str:
    words, jenis, platform = waktu(rekap.periode, rekap.batas), per_jenis(rekap), per_platform(rekap)
    rencana = kalimat(rekap.narasi.get("rencana", ""))
    if not sum(jenis.values()):
        none = f"Selama {words.sampai} tidak ada postingan media sosial yang tercatat."
        return " ".join(part for part in (none, rencana) if part)
    many = f"{angka(sum(jenis.values()))} postingan di media sosial"
    parts = (
        f"Selama {words.sampai} Tim Bakohumas {rekap.satker.nama} memuat {many}.",
        f"Jenis konten yang paling banyak dimuat adalah {_terbanyak(jenis)}.",
        f"Akun yang paling banyak diisi adalah {_terbanyak(platform)}.",
        _belum(jenis),
        _akun_sepi(rekap, platform),
        rencana,
    )
    return " ".join(part for part in parts if part)


def per_jenis(rekap: Rekap) -> dict[str, int]:
    return {jenis: sum(sum(m.angka[i]) for m in rekap.matriks) for i, jenis in enumerate(rekap.jenis)}


def per_platform(rekap: Rekap) -> dict[str, int]:
    return {p: sum(lonjakan.jumlah_kolom(rekap, m, p) for m in rekap.matriks) for p in rekap.platform}


def _terbanyak(counted: dict[str, int]) -> str:
    """What was done most, and what came next; names of one number stand together."""
    groups: dict[int, list[str]] = {}
    for name, n in sorted(counted.items(), key=lambda pair: -pair[1]):
        groups.setdefault(n, []).append(name)
    ranked = [names for n, names in groups.items() if n]
    before = [sum(map(len, ranked[:i])) for i in range(len(ranked))]
    shown = [_sejumlah(counted[names[0]], names) for names, told in zip(ranked, before, strict=True) if told < _TERATAS]
    joined = " serta " if "masing-masing" in "".join(shown[1:]) else " dan "
    return ", disusul ".join(part for part in (shown[0], joined.join(shown[1:])) if part)


def _sejumlah(n: int, names: Sequence[str]) -> str:
    each = "masing-masing " if len(names) > 1 else ""
    return f"{daftar(names)} ({each}{angka(n)} postingan)"


def _belum(counted: dict[str, int]) -> str:
    none = [name for name, n in counted.items() if not n]
    return f"Jenis konten yang belum dimuat adalah {daftar(none)}." if none else ""


def _akun_sepi(rekap: Rekap, counted: dict[str, int]) -> str:
    """Accounts of the time without postingan in the period; those that had some earlier in the table are told apart."""
    inside = [m for m in rekap.matriks if m.bulan in rekap.periode.bulan]
    empty = [p for p in rekap.platform if not sum(lonjakan.jumlah_kolom(rekap, m, p) for m in inside)]
    own = {a.platform for a in _ada(rekap)}
    never, earlier = (
        [p for p in empty if not counted[p] and p in own],
        [f"{p} ({angka(counted[p])} postingan)" for p in empty if counted[p]],
    )
    parts = [f"Akun {daftar(never)} belum dimanfaatkan." if never else ""]
    when = "hanya terisi sebelum" if usai(rekap.periode, rekap.batas) else "belum terisi dalam"
    parts += [f"Akun {daftar(earlier)} {when} {waktu(rekap.periode).sebutan}." if earlier else ""]
    return " ".join(part for part in parts if part)


def _ada(rekap: Rekap) -> list[Akun]:
    """The accounts that there were in the period."""
    first, last = rekap.periode.bulan[0], rekap.batas
    return [a for a in rekap.akun if (a.aktif_sejak or last) <= last and (a.aktif_sampai or first) >= first]


def akun(rekap: Rekap) -> str:
    known = [a for a in _ada(rekap) if a.pengikut is not None or a.suka is not None]
    return " ".join(_akun(rekap, a) for a in known)


def _akun(rekap: Rekap, a: Akun) -> str:
    figures = [(a.pengikut, "pengikut"), (a.suka, "tanda suka")]
    shown = daftar([f"{angka(n)} {what}" for n, what in figures if n is not None])
    when = f"Sampai dengan tanggal {tanggal(a.tanggal or rekap.batas)}"
    count = per_platform(rekap).get(a.platform, 0)
    memuat = (
        f" setelah memuat {angka(count)} postingan selama {waktu(rekap.periode, rekap.batas).sampai}" if count else ""
    )
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
# What only people can say, and the passage that carries it unless that one is somebody's own.
SISIPAN = {"sebab": "evaluasi", "rencana": "media_sosial"}
