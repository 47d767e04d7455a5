"""The pictures in the manuals' chats: drawn scenes as photos, and the kolase that the bot makes of them."""

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops, ImageStat
from sqlalchemy import select

from bot.work.drawing.drawers import DRAWERS
from renderers.report import unheard
from storage.database import Database
from storage.foto.photos import name_of
from storage.laporan.deliveries import Delivery
from tests.panduan import SOURCE
from tests.phone import Phones, picture, played
from tests.scenes import scene

FOTO: Mapping[str, tuple[str, int]] = {
    "pleno": ("plenary", 4),
    "apel": ("apel", 8),
    "kursus": ("english class", 1),
    "pelatihan": ("training", 1),
    "serah": ("handover", 5),
    "tamu": ("visit", 6),
}
SIZE, SHOWN, SHEET = (1280, 960), (560, 420), (760, 950)


def foto(nama: str) -> Image.Image:
    name, seed = FOTO[nama]
    return scene(name, seed, SIZE)


def sheet(database: Database, folder: Path) -> Image.Image:
    """The kolase that the group gets in the chat named so."""
    for nama in FOTO:
        target = folder / "foto" / name_of(picture(nama).sha256)
        target.parent.mkdir(parents=True, exist_ok=True)
        foto(nama).save(target, quality=90)
    played(Phones(database), (SOURCE / "layar" / "kolase.txt").read_text("utf-8"))
    with database.transaction() as session:
        row = session.scalars(select(Delivery).where(Delivery.kind == "kolase").order_by(Delivery.id.desc())).first()
    assert row
    ((_, data),) = DRAWERS["kolase"](database, row.id, folder, unheard).files
    return Image.open(BytesIO(data))


def kept(image: Image.Image, size: tuple[int, int], path: Path) -> None:
    image.convert("RGB").resize(size, Image.Resampling.LANCZOS).save(path, quality=82, optimize=True)


def apart(path: Path, other: Image.Image) -> float:
    """How far a picture is from another, 0 to 255, small details aside."""
    with Image.open(path) as one:
        small = ImageChops.difference(*(image.convert("L").resize((48, 60)) for image in (one, other)))
    return float(ImageStat.Stat(small).mean[0])
