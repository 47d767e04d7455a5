"""What the parts of a file say against one another: told to who loads it, and never a reason to take nothing."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from storage.history.file import History
from storage.history.office import Akun
from storage.kantor.akun import exists


def doubts(told: History) -> list[str]:
    """A sentence for each, with the place in the file."""
    return [sentence for rule in RULES for sentence in rule(told)]


def _ended_before_begun(told: History) -> Iterator[str]:
    spans = [
        *((f"akun {a.platform} “{a.nama}”", a.aktif_sejak, a.aktif_sampai) for a in told.akun),
        *((f"anggota {a.nama}", a.berlaku_dari, a.berlaku_sampai) for a in told.anggota),
        *((f"fakta {f.tentang} “{f.isi}”", f.berlaku_dari, f.berlaku_sampai) for f in told.fakta),
        *((f"media “{m.nama}”", m.berlaku_dari, m.berlaku_sampai) for m in told.media),
        *((f"dasar hukum “{d.teks}”", d.berlaku_dari, d.berlaku_sampai) for d in told.dasar_hukum),
        *((f"masalah “{m.judul}”", m.dibuka, m.ditutup) for m in told.masalah),
    ]
    for name, begun, ended in spans:
        if begun and ended and ended < begun:
            yield f"{name}: berakhir pada {ended}, sebelum dimulai pada {begun}."


def _counted_outside(told: History) -> Iterator[str]:
    for akun in told.akun:
        for day in (s.tanggal for s in akun.snapshot):
            if not exists(akun, day, day):
                yield f"akun {akun.platform} “{akun.nama}”: pengikut dihitung pada {day}, ketika akun itu tidak aktif."


def _posted_outside(told: History) -> Iterator[str]:
    """Months with postingan in which no account of their platform exists, although the file has one."""
    posted = {(p, k.tanggal.isoformat()[:7]) for k in told.konten for p in k.platform}
    posted |= {(p, h.bulan) for h in told.hitungan for p, n in h.jumlah.items() if n}
    for platform in dict.fromkeys(a.platform for a in told.akun):
        mine = [a for a in told.akun if a.platform == platform]
        months = [bulan for where, bulan in sorted(posted) if where == platform and not _any_in(mine, bulan)]
        if months:
            yield f"akun {platform}: ada postingan pada {', '.join(months)}, ketika akun itu tidak aktif."


def _any_in(accounts: Sequence[Akun], bulan: str) -> bool:
    first = date.fromisoformat(f"{bulan}-01")
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return any(exists(one, first, last) for one in accounts)


def _photos_of_two(told: History) -> Iterator[str]:
    for foto, times in Counter(name for k in told.kegiatan for name in k.foto).items():
        if times > 1:
            yield f"foto {foto}: dipakai {times} kali, padahal satu foto milik satu kegiatan."


def _links_of_two(told: History) -> Iterator[str]:
    for url, times in Counter(url for k in told.konten for url in k.tautan.values()).items():
        if times > 1:
            yield f"tautan {url}: disebut {times} kali, jadi kontennya terhitung {times} kali."


def _links_beside(told: History) -> Iterator[str]:
    for konten in told.konten:
        for platform in konten.tautan.keys() - set(konten.platform):
            yield f"konten “{konten.judul}”: bertautan {platform}, tetapi platform itu tidak disebut."


def _partners(told: History) -> Iterator[str]:
    known = {m.nama.casefold(): m.sektor for m in told.mitra}
    for k in told.kegiatan:
        sektor = known.get(k.instansi.casefold(), k.sektor)
        if k.sektor not in {sektor, "internal"}:
            yield f"kegiatan “{k.nama}” {k.mulai}: {k.instansi} tercatat {sektor} pada mitra, di sini {k.sektor}."


def _decrees(told: History) -> Iterator[str]:
    known = {k.nomor for k in told.keputusan}
    for k in told.keputusan:
        if k.terhadap and k.terhadap not in known:
            yield f"keputusan {k.nomor}: terhadap {k.terhadap}, tetapi keputusan itu tidak ada dalam berkas ini."


Rule = Callable[[History], Iterator[str]]
RULES: tuple[Rule, ...] = (
    _ended_before_begun,
    _counted_outside,
    _posted_outside,
    _photos_of_two,
    _links_of_two,
    _links_beside,
    _partners,
    _decrees,
)
