"""Sentences about the decrees on which the team stands (BAB I and BAB III), from the dated records."""

from collections.abc import Sequence

from renderers.figures import Keputusan, Rekap
from renderers.indonesian import daftar, tanggal


def dasar_tim(rekap: Rekap) -> str:
    nama, sk = rekap.satker.nama, _sorted(rekap, "SK")
    if not sk:
        return f"Susunan Tim Bakohumas {nama} adalah sebagai berikut."
    return f"Struktur organisasi Bakohumas {nama} ditetapkan dengan {_sk(nama, sk)}. Susunannya adalah sebagai berikut."


def dasar_pembentukan(rekap: Rekap) -> str:
    return " ".join(part for part in (_guidelines(rekap), _pleno(rekap), _decreed(rekap)) if part)


def _guidelines(rekap: Rekap) -> str:
    pedoman = daftar(rekap.dasar_pembentukan) or "ketentuan yang ditetapkan KPU"
    return f"Pembentukan Bakohumas {rekap.satker.nama} berpedoman pada {pedoman}."


def _pleno(rekap: Rekap) -> str:
    pleno = [f"tanggal {tanggal(ba.tanggal)} dengan Berita Acara Nomor {ba.nomor}" for ba in _sorted(rekap, "BA")]
    return f"Pedoman tersebut dibahas dalam Rapat Pleno {rekap.satker.nama} {daftar(pleno)}." if pleno else ""


def _decreed(rekap: Rekap) -> str:
    nama, sk = rekap.satker.nama, _sorted(rekap, "SK")
    tentang = f"tentang Badan Koordinasi Hubungan Masyarakat di Lingkungan {nama}"
    return f"Sebagai tindak lanjutnya ditetapkan {_sk(nama, sk)} {tentang}." if sk else ""


def _sk(nama: str, sk: Sequence[Keputusan]) -> str:
    first, *changes = sk
    text = f"Keputusan {nama} {_cited(first)}"
    if not changes:
        return text
    often = "beberapa kali diubah, terakhir" if len(changes) > 1 else "diubah"
    return f"{text} sebagaimana telah {often} dengan Keputusan {nama} {_cited(changes[-1])}"


def _cited(keputusan: Keputusan) -> str:
    return f"Nomor {keputusan.nomor} tanggal {tanggal(keputusan.tanggal)}"


def _sorted(rekap: Rekap, jenis: str) -> list[Keputusan]:
    return sorted((k for k in rekap.keputusan if k.jenis == jenis), key=lambda k: k.tanggal)
