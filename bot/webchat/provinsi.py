"""The province of the try-out: an office above that of the sample, with the reports that its other offices sent."""

from datetime import datetime

from bot.webchat import satker
from bot.webchat.channel import NAME
from handlers.persiapan.wilayah import values
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from renderers.frozen import freeze
from storage.database import Session
from storage.kantor import people
from storage.kantor.people import Anggota, Role
from storage.kantor.satker import SET_UP, Here, Satker
from storage.nasional import wilayah
from storage.nasional.wilayah import PROVINSI, Wilayah
from storage.provinsi import kiriman as rows
from storage.provinsi.kiriman import Kiriman

SEED = "bakohumas"
WHO = "Provinsi"


def made(session: Session, office: Satker, now: datetime) -> None:
    """A province with one person, whom the page calls by it, and with the reports of two quarters."""
    above = wilayah.regions().get(office.kode[:PROVINSI])
    if above is None or rows.above(Here(session, office, now)):
        return
    province = Satker(**values(above), persiapan=[SET_UP])
    session.add(province)
    session.flush()
    here = Here(session, province, now)
    leader = people.add(here, WHO, Role.KETUA_PELAKSANA, "Ketua Pelaksana tingkat provinsi")
    people.identify(session, leader, NAME, WHO.casefold(), f"p{WHO.casefold()}")
    others = [one for one in wilayah.within(above.kode) if one.kode != office.kode]
    senders = {one.kode: _sender(here, one) for one in others}
    for periode in (periods.triwulan(here.today).previous(), periods.triwulan(here.today)):
        _reported(here, periode, others, senders)


def _sender(here: Here, one: Wilayah) -> Anggota:
    row = people.add(here, f"Pengirim {one.kantor}", Role.PENGIRIM, f"Pengirim laporan {one.kantor}")
    row.untuk = one.kode
    return row


def _reported(here: Here, periode: Periode, others: list[Wilayah], senders: dict[str, Anggota]) -> None:
    """Of a quarter that is over every office has sent."""
    over = periode.selesai <= here.today
    seed, day = (f"{SEED} {periode.kode}", min(here.today, periode.selesai))
    for one, told in satker.reports(seed, others, periode, day, everybody=over):
        at = datetime.fromisoformat(told.dibuat)
        row = Kiriman(kode=one.kode, periode=periode.kode, versi=told.versi, dibuat_at=at, pemeriksaan="")
        row.figures = freeze(told)
        rows.add(here, row, senders[one.kode])
