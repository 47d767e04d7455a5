"""The sentences of BAB I and BAB III about the decrees that made the team, in the order of their dates."""

from collections.abc import Sequence

from renderers.figures import Keputusan, Rekap
from renderers.indonesian import daftar, tanggal


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
    about = f"tentang Badan Koordinasi Hubungan Masyarakat di Lingkungan {office}"
    return f"Sebagai tindak lanjutnya ditetapkan {_sk(office, decrees)} {about}." if decrees else ""


def _sk(office: str, decrees: Sequence[Keputusan]) -> str:
    first, *changes = decrees
    text = f"Keputusan {office} {_cited(first)}"
    if not changes:
        return text
    often = "beberapa kali diubah, terakhir" if len(changes) > 1 else "diubah"
    return f"{text} sebagaimana telah {often} dengan Keputusan {office} {_cited(changes[-1])}"


def _cited(decree: Keputusan) -> str:
    return f"Nomor {decree.nomor} tanggal {tanggal(decree.tanggal)}"


def _sorted(rekap: Rekap, jenis: str) -> list[Keputusan]:
    return sorted((k for k in rekap.keputusan if k.jenis == jenis), key=lambda k: k.tanggal)
