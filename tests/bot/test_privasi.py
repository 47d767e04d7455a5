"""Where a photo was taken and with what phone stays with the sender, from the message to the last file on the disk."""

import io

from PIL import Image

from bot.telegram.channel import Telegram
from tests.bot.updates import message
from tests.botapi import BotAPI

PHONE, GPS = b"Telepon Pelapor", 0x8825


def with_gps() -> bytes:
    tags = Image.Exif()
    tags[0x0110] = PHONE.decode()
    tags[GPS] = {1: "S", 2: (7.0, 45.0, 12.0), 3: "E", 4: (113.0, 12.0, 58.0)}
    out = io.BytesIO()
    Image.new("RGB", (640, 480), (120, 40, 40)).save(out, "JPEG", exif=tags.tobytes(), comment=PHONE)
    return out.getvalue()


async def test_no_file_of_the_data_folder_tells_where_a_photo_was_taken(channel: Telegram, api: BotAPI) -> None:
    """Sent as a file, for Telegram itself strips only what is sent as a photo."""
    api.files["d"] = with_gps()
    assert Image.open(io.BytesIO(api.files["d"])).getexif().get_ifd(GPS)[3] == "E"
    document = {
        "file_id": "d",
        "file_unique_id": "ud",
        "mime_type": "image/jpeg",
        "file_name": "IMG_-7.753_113.216.jpg",
    }
    heard = await channel.incoming({"update_id": 7} | message("Rudi", document=document), "7")
    assert heard
    assert heard.foto
    assert "113.216" not in repr(heard)
    await channel.fetching.copies.done()
    files = [path for path in channel.store.folder.parent.rglob("*") if path.is_file() and path.suffix == ".jpg"]
    assert sorted(path.name.partition(".")[2] for path in files) == ["jpg", "kecil.jpg"]
    for path in files:
        with Image.open(path) as image:
            assert (dict(image.getexif()), PHONE in path.read_bytes()) == ({}, False)
