"""The passages between the tables: what people wrote where they did, else what figures and decrees say."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from renderers import changes
from renderers.changes import reason_wanted
from renderers.figures import Keputusan, Rekap
from renderers.indonesian import angka, daftar, tanggal
from renderers.prosa import akun, koordinasi, publikasi
from renderers.prosa.period import as_sentence, period_over, period_words

_TOP = 3


def paragraphs(rekap: Rekap) -> dict[str, tuple[str, ...]]:
    """The paragraphs of every passage by its name."""
    return {key: tuple(passage(rekap, key).splitlines()) for key in _PASSAGES}


def passage(rekap: Rekap, name: str) -> str:
    """A passage as it stands in the report, a paragraph a line; `name`: one of PASSAGES or of INSERTS."""
    own = rekap.narasi.get(name, "")
    text = as_sentence(own) if name in INSERTS else own or _PASSAGES[name](rekap)
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def automatic(rekap: Rekap, name: str) -> str:
    """A passage without anything that people wrote; of a reason, the question that the figures raise."""
    alone = replace(rekap, narasi={})
    if name == "sebab":
        return reason_wanted(alone) or ""
    return "" if name in INSERTS else passage(alone, name)


def media_sosial(rekap: Rekap) -> str:
    """The passage of BAB III on postingan."""
    words, jenis, platform = period_words(rekap.periode, rekap.batas), by_jenis(rekap), changes.by_platform(rekap)
    plan = as_sentence(rekap.narasi.get("rencana", ""))
    if not sum(jenis.values()):
        none = f"Selama {words.sampai} tidak ada postingan media sosial yang tercatat."
        return " ".join(part for part in (none, plan) if part)
    many = f"{angka(sum(jenis.values()))} postingan di media sosial"
    parts = (
        f"Selama {words.sampai} Tim Bakohumas {rekap.satker.nama} memuat {many}.",
        f"Jenis konten yang paling banyak dimuat adalah {_most(jenis)}.",
        f"Akun yang paling banyak diisi adalah {_most(platform)}.",
        _none_yet(jenis),
        _quiet_accounts(rekap, platform),
        plan,
    )
    return " ".join(part for part in parts if part)


def by_jenis(rekap: Rekap) -> dict[str, int]:
    """The postingan of each jenis in all months of the tables."""
    return {jenis: sum(sum(m.angka[i]) for m in rekap.matriks) for i, jenis in enumerate(rekap.jenis)}


def _most(counted: dict[str, int]) -> str:
    """The names of most postingan, and those after them; names with the same number stand together."""
    groups: dict[int, list[str]] = {}
    for name, n in sorted(counted.items(), key=lambda pair: -pair[1]):
        groups.setdefault(n, []).append(name)
    ranked = [names for n, names in groups.items() if n]
    before = [sum(map(len, ranked[:i])) for i in range(len(ranked))]
    shown = [_counted(counted[names[0]], names) for names, told in zip(ranked, before, strict=True) if told < _TOP]
    joined = " serta " if "masing-masing" in "".join(shown[1:]) else " dan "
    return ", disusul ".join(part for part in (shown[0], joined.join(shown[1:])) if part)


def _counted(n: int, names: Sequence[str]) -> str:
    each = "masing-masing " if len(names) > 1 else ""
    return f"{daftar(names)} ({each}{angka(n)} postingan)"


def _none_yet(counted: dict[str, int]) -> str:
    none = [name for name, n in counted.items() if not n]
    return f"Jenis konten yang belum dimuat adalah {daftar(none)}." if none else ""


def _quiet_accounts(rekap: Rekap, counted: dict[str, int]) -> str:
    """The accounts without postingan in the period, apart from those that had some earlier in the tables."""
    inside = [m for m in rekap.matriks if m.bulan in rekap.periode.bulan]
    empty = [p for p in rekap.platform if not sum(changes.column_sum(rekap, m, p) for m in inside)]
    own, known = ({a.platform for a in some} for some in (akun.present(rekap), rekap.akun))
    never, earlier = (
        [p for p in empty if not counted[p] and p in own],
        # Of an account that has ended it is told that it has.
        [f"{p} ({angka(counted[p])} postingan)" for p in empty if counted[p] and (p in own or p not in known)],
    )
    parts = [f"Akun {daftar(never)} belum dimanfaatkan." if never else ""]
    when = "hanya terisi sebelum" if period_over(rekap.periode, rekap.batas) else "belum terisi dalam"
    parts += [f"Akun {daftar(earlier)} {when} {period_words(rekap.periode).sebutan}." if earlier else ""]
    return " ".join(part for part in parts if part)


_PASSAGES: dict[str, Callable[[Rekap], str]] = {
    "pemerintah": lambda rekap: koordinasi.narasi(rekap, "pemerintah"),
    "nonpemerintah": lambda rekap: koordinasi.narasi(rekap, "nonpemerintah"),
    "akun": akun.narasi,
    "media_sosial": media_sosial,
    "evaluasi": publikasi.narasi,
}
PASSAGES: Sequence[str] = tuple(_PASSAGES)
# Insertions that only people can write, and the passage that carries each unless somebody wrote that passage.
INSERTS = {"sebab": "evaluasi", "rencana": "media_sosial"}


def dasar_tim(rekap: Rekap) -> str:
    """The sentence of BAB I above the list of members."""
    office, decrees = rekap.satker.nama, _sorted(rekap, "SK")
    if not decrees:
        return f"Susunan Tim Bakohumas {office} adalah sebagai berikut."
    decided = _sk(office, decrees)
    return f"Struktur organisasi Bakohumas {office} ditetapkan dengan {decided}. Susunannya adalah sebagai berikut."


def dasar_pembentukan(rekap: Rekap) -> str:
    """The paragraph of BAB III on how the team came to be."""
    return " ".join(part for part in (_guidelines(rekap), _pleno(rekap), _decreed(rekap)) if part)


def _guidelines(rekap: Rekap) -> str:
    guidelines = daftar(rekap.dasar_pembentukan) or "ketentuan yang ditetapkan KPU"
    return f"Pembentukan Bakohumas {rekap.satker.nama} berpedoman pada {guidelines}."


def _pleno(rekap: Rekap) -> str:
    held = [f"tanggal {tanggal(ba.tanggal)} dengan Berita Acara Nomor {ba.nomor}" for ba in _sorted(rekap, "BA")]
    return f"Pedoman tersebut dibahas dalam Rapat Pleno {rekap.satker.nama} {daftar(held)}." if held else ""


def _decreed(rekap: Rekap) -> str:
    office, decrees = rekap.satker.nama, _sorted(rekap, "SK")
    titled = any(decree.tentang for decree in decrees)
    about = "" if titled else f" tentang Badan Koordinasi Hubungan Masyarakat di Lingkungan {office}"
    return f"Sebagai tindak lanjutnya ditetapkan {_sk(office, decrees)}{about}." if decrees else ""


def _sk(office: str, decrees: Sequence[Keputusan]) -> str:
    first, *changes = decrees
    text = f"Keputusan {office} {_cited(first)}"
    if not changes:
        return text
    often = "beberapa kali diubah, terakhir" if len(changes) > 1 else "diubah"
    return f"{text} sebagaimana telah {often} dengan Keputusan {office} {_cited(changes[-1])}"


def _cited(decree: Keputusan) -> str:
    title = f" tentang {decree.tentang}" if decree.tentang else ""
    return f"Nomor {decree.nomor} tanggal {tanggal(decree.tanggal)}{title}"


def _sorted(rekap: Rekap, jenis: str) -> list[Keputusan]:
    return sorted((k for k in rekap.keputusan if k.jenis == jenis), key=lambda k: k.tanggal)
