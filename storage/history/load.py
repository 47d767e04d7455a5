"""Puts an office and its history, as read from a file, into the database."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from storage.catatan import konten
from storage.catatan.kegiatan import Kegiatan, Mitra
from storage.catatan.konten import Konten, Koreksi
from storage.database import Session
from storage.foto import photos
from storage.history import file as entries
from storage.history import office as office_part
from storage.history.file import History
from storage.history.office import FACTS
from storage.kantor import fakta
from storage.kantor.akun import Akun, AkunSnapshot
from storage.kantor.dasar import DasarHukum, Keputusan
from storage.kantor.fakta import KETUA, About, Fakta
from storage.kantor.media import Media, Source
from storage.kantor.people import Anggota
from storage.kantor.satker import Here, Satker, by_kode, next_nomor
from storage.laporan.laporan import Masalah, Narasi, Saran, Surat


@dataclass(frozen=True)
class KeptFoto:
    """A picture of the history whose bytes are already in the photo folder; sizes in pixels."""

    sha256: str
    lebar: int
    tinggi: int


class AlreadyThere(Exception):  # noqa: N818 - an answer, not a fault
    """The satker exists; a history is loaded once."""


def load(
    session: Session, told: History, fotos: Mapping[str, KeptFoto], kode: Callable[[str], str], now: datetime
) -> Satker:
    """Insert everything in one transaction; kegiatan first and by date, so that numbers follow time.

    `kode` makes of a link the short code by which its duplicate is known."""
    if by_kode(session, told.satker.kode):
        raise AlreadyThere(told.satker.kode)
    # The file says when the kolase is sent.
    office = Satker(
        **{n: _plain(v) for n, v in told.satker.model_dump(exclude=set(FACTS)).items()}, persiapan=["kolase"]
    )
    session.add(office)
    session.flush()
    here = Here(session, office, now)
    _facts(here, told)
    _accounts(here, told)
    people = _people(here, told)
    _mitra(here, told)
    for entry in sorted(told.kegiatan, key=lambda k: k.mulai):
        _kegiatan(here, entry, people, fotos)
    for item in sorted(told.konten, key=lambda k: k.tanggal):
        _konten(here, item, kode)
    for count in told.hitungan:
        _hitungan(here, count)
    _texts(here, told)
    session.flush()
    return office


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _facts(here: Here, told: History) -> None:
    always = told.satker.model_dump(include=set(FACTS), exclude_none=True)
    rows = [fakta.dated(About(name), _lines(value)) for name, value in always.items() if value]
    rows += [_fact(one) for one in told.fakta]
    for row in rows:
        row.satker_id = here.satker.id
    here.session.add_all(rows)
    for urut, one in enumerate(told.media, 1):
        facts = one.model_dump(exclude={"sumber"})
        here.session.add(Media(satker_id=here.satker.id, urut=urut, sumber=Source(one.sumber), **facts))


def _lines(value: str | Sequence[str]) -> str:
    return value if isinstance(value, str) else "\n".join(value)


def _fact(one: office_part.Fakta) -> Fakta:
    about = About(one.tentang)
    jabatan = (one.jabatan or KETUA) if about is About.KETUA else ""
    return Fakta(**one.model_dump(exclude={"tentang", "jabatan"}), tentang=about, jabatan=jabatan)


def _accounts(here: Here, told: History) -> None:
    for urut, a in enumerate(told.akun, 1):
        row = Akun(satker_id=here.satker.id, urut=urut, platform=a.platform, nama=a.nama, dihitung=a.dihitung)
        row.aktif_sejak, row.aktif_sampai = a.aktif_sejak, a.aktif_sampai
        here.session.add(row)
        here.session.flush()
        here.session.add_all(AkunSnapshot(akun_id=row.id, **s.model_dump()) for s in a.snapshot)
    for urut, d in enumerate(told.dasar_hukum, 1):
        here.session.add(DasarHukum(satker_id=here.satker.id, urut=urut, **d.model_dump()))
    here.session.add_all(Keputusan(satker_id=here.satker.id, **k.model_dump()) for k in told.keputusan)


def _mitra(here: Here, told: History) -> None:
    for m in told.mitra:
        here.session.add(Mitra(satker_id=here.satker.id, nama=m.nama, sektor=m.sektor, alias=list(m.alias)))


def _people(here: Here, told: History) -> dict[str, int]:
    rows = [Anggota(satker_id=here.satker.id, urut=n, **a.model_dump()) for n, a in enumerate(told.anggota, 1)]
    here.session.add_all(rows)
    here.session.flush()
    return {row.nama: row.id for row in rows}


def _kegiatan(here: Here, entry: entries.Kegiatan, people: Mapping[str, int], fotos: Mapping[str, KeptFoto]) -> None:
    facts = entry.model_dump(exclude={"foto", "pelapor"})
    row = Kegiatan(satker_id=here.satker.id, nomor=next_nomor(here), **facts, dibuat_at=here.now)
    row.pelapor_id = people[entry.pelapor]
    here.session.add(row)
    here.session.flush()
    for name in entry.foto:
        kept = fotos[name]
        foto = photos.Foto(sha256=kept.sha256, lebar=kept.lebar, tinggi=kept.tinggi, diterima_at=_noon(entry.mulai))
        photos.attach(here.session, row, foto)


def _noon(day: date) -> datetime:
    return datetime.combine(day, time(5), UTC)


def _konten(here: Here, item: entries.Konten, kode: Callable[[str], str]) -> None:
    facts = item.model_dump(include={"jenis", "judul", "tanggal", "sebulan", "informasi"})
    row = Konten(satker_id=here.satker.id, nomor=next_nomor(here), **facts, dibuat_at=here.now)
    konten.place(row, dict.fromkeys(item.platform, 1), {p: (url, kode(url)) for p, url in item.tautan.items()})
    here.session.add(row)


def _hitungan(here: Here, count: entries.Hitungan) -> None:
    row = Konten(satker_id=here.satker.id, nomor=next_nomor(here), jenis=count.jenis, dibuat_at=here.now)
    row.tanggal, row.sebulan, row.perkiraan = _month(count.bulan), True, count.perkiraan
    konten.place(row, {p: n for p, n in count.jumlah.items() if n})
    here.session.add(row)


def _month(bulan: str) -> date:
    return date.fromisoformat(f"{bulan}-01")


def _texts(here: Here, told: History) -> None:
    for k in told.koreksi:
        facts = k.model_dump(exclude={"bulan"})
        here.session.add(Koreksi(satker_id=here.satker.id, bulan=_month(k.bulan), **facts))
    here.session.add_all(Masalah(satker_id=here.satker.id, **m.model_dump()) for m in told.masalah)
    here.session.add_all(Saran(satker_id=here.satker.id, **s.model_dump()) for s in told.saran)
    for periode, s in told.surat.items():
        here.session.add(
            Surat(satker_id=here.satker.id, periode=periode, **{n: _plain(v) for n, v in s.model_dump().items()})
        )
    for periode, passages in told.narasi.items():
        for bagian, teks in passages.items():
            here.session.add(Narasi(satker_id=here.satker.id, periode=periode, bagian=bagian, teks=teks))
