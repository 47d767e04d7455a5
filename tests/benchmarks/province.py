"""Offices, their people and the albums they send, for the benchmark of growth."""

import io
import random
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PIL import Image, ImageFilter

from storage.catatan.kegiatan import Kegiatan
from storage.database import Database
from storage.foto import photos
from storage.foto.photos import Foto
from storage.kantor.people import Anggota, Identity, Role
from storage.kantor.satker import Satker
from tests.bot.updates import Json
from tests.conftest import make_office

STAFF = 8
FIRST = 1_000_000
JAKARTA = ZoneInfo("Asia/Jakarta")


def filled(database: Database, offices: int) -> None:
    """So many offices of eight people each; nothing of their own is due."""
    with database.transaction() as session:
        for number in range(1, offices + 1):
            office = make_office(session, f"{number:04}", f"KPU Kota {number}")
            office.grup_channel, office.grup, office.terhubung_at = "telegram", str(-FIRST - number), None
            session.flush()
            first = FIRST + number * STAFF
            team = [
                Anggota(satker_id=office.id, urut=9 + n, nama=f"Anggota {first + n}", role=Role.ANGGOTA, ingatkan=False)
                for n in range(STAFF)
            ]
            session.add_all(team)
            session.flush()
            session.add_all(
                Identity(anggota_id=one.id, channel="telegram", person=str(first + n), chat=str(first + n))
                for n, one in enumerate(team)
            )
            session.expunge_all()


def staff(offices: int) -> list[int]:
    """The Telegram ids of everybody, in an order that spreads the offices."""
    everybody = [FIRST + number * STAFF + n for n in range(STAFF) for number in range(1, offices + 1)]
    random.Random(1).shuffle(everybody)
    return everybody


def picture(seed: int = 1, size: tuple[int, int] = (1280, 960)) -> bytes:
    """A photo of about 200 kB, as a phone sends one through Telegram."""
    noise = Image.frombytes("L", (160, 120), random.Random(seed).randbytes(160 * 120)).resize(size)
    shades = [noise.filter(ImageFilter.GaussianBlur(radius)) for radius in (1, 2, 4)]
    out = io.BytesIO()
    Image.merge("RGB", shades).save(out, "JPEG", quality=87)
    return out.getvalue()


def with_a_week(database: Database, folder: object, day: date, each: int = 4) -> None:
    """Four photographed kegiatan in the week of every office, and its kolase due in a moment."""
    kept = [(photos.keep(folder, picture(n)), n) for n in range(each)]  # type: ignore[arg-type]
    soon = datetime.now(JAKARTA) - timedelta(minutes=1)
    with database.transaction() as session:
        for office in session.query(Satker).all():
            office.kolase_hari, office.kolase_jam = soon.weekday(), soon.time().replace(microsecond=0)
            office.terhubung_at = soon - timedelta(seconds=1)
            for sha256, n in kept:
                row = Kegiatan(satker_id=office.id, nomor=n + 1, nama=f"Rapat Koordinasi Pekanan {n}", mulai=day)
                row.selesai, row.dibuat_at = day, soon
                row.pelapor_id = session.query(Anggota.id).filter(Anggota.satker_id == office.id).first()[0]  # type: ignore[index]
                session.add(row)
                session.flush()
                photos.attach(session, row, Foto(sha256=sha256, lebar=1280, tinggi=960, diterima_at=soon))
            session.flush()


def burst(person: int, number: int) -> list[Json]:
    """What somebody sends at once: two of three times words, else an album of three with a caption."""
    chat = {"id": person, "type": "private", "first_name": "Anggota"}
    head = {"date": 1656000000, "from": {"id": person, "is_bot": False, "first_name": "Anggota"}, "chat": chat}
    if number % 3:
        text = f"/lapor rapat koordinasi dengan Bawaslu ke-{number}"
        said = {"text": text, "entities": [{"type": "bot_command", "offset": 0, "length": 6}]}
        return [{"message": head | said | {"message_id": number * 10}}]
    size = {"file_unique_id": f"u{number}", "width": 1280, "height": 960, "file_size": 200_000}
    album = [{"photo": [size | {"file_id": f"f{n}"}], "media_group_id": f"a{number}"} for n in range(3)]
    album[0]["caption"] = f"Upacara ke-{number}"
    return [{"message": head | one | {"message_id": number * 10 + n}} for n, one in enumerate(album)]
