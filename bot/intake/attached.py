"""A file that came with a message, on any channel: whether it may be a photo, a workbook or a template, told before it
is fetched."""

from dataclasses import dataclass
from pathlib import PurePath

from handlers.chat.access import Sent
from renderers import clean
from renderers.templat_kantor import files

LARGEST_DOWNLOAD = 20 * 2**20
TOO_LARGE = "Berkas ini lebih dari 20 MB. Mohon kirim versi yang lebih kecil."
IMAGES = (".jpg", ".jpeg", ".jfif", ".jpe", ".png", ".webp", ".heic", ".heif", ".avif", ".gif", ".bmp", ".tif", ".tiff")
NO_KIND = ("", "application/octet-stream")
# The order matters: on Telegram an animation also comes as a document, a venue also as a location.
REFUSED = {
    "animation": "Animasi tidak dapat dicatat. Kirim fotonya, atau tautan videonya.",
    "sticker": "Stiker tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    "voice": "Pesan suara tidak dapat dicatat. Mohon tulis keterangannya.",
    "audio": "Rekaman suara tidak dapat dicatat. Mohon tulis keterangannya.",
    "video": "Video tidak dapat dicatat. Kirim fotonya, atau tautan videonya.",
    "video_note": "Pesan video tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    "location": "Lokasi tidak dapat dicatat. Mohon tulis nama tempatnya.",
    "contact": "Kontak tidak dapat dicatat. Mohon tulis namanya.",
    "poll": "Jajak pendapat tidak dapat dicatat. Mohon tulis keterangannya.",
    "document": "Berkas ini bukan foto. Kirim fotonya, atau tulis keterangannya.",
    "dice": "Pesan ini tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    "story": "Cerita tidak dapat dicatat. Kirim fotonya, atau tautannya.",
    "game": "Permainan tidak dapat dicatat. Kirim foto atau tulis keterangannya.",
    "checklist": "Daftar centang tidak dapat dicatat. Mohon tulis keterangannya.",
    "paid_media": "Media berbayar tidak dapat dicatat. Kirim fotonya.",
}
_BOOK = "Berkas ini belum dapat dibaca: buka di {}, simpan sebagai Buku Kerja Excel (.xlsx), lalu kirim yang .xlsx itu."
# Workbooks of other programs are never photos, whatever was asked.
OTHER_BOOKS = {
    **dict.fromkeys((".xls", ".xlsm", ".xlsb", ".xltx", ".csv"), _BOOK.format("Excel")),
    ".ods": _BOOK.format("LibreOffice"),
    ".et": _BOOK.format("WPS Office"),
    ".numbers": _BOOK.format("Numbers"),
    ".gsheet": _BOOK.format("Google Spreadsheet"),
}


@dataclass(frozen=True)
class Picture:
    """A file that waits at its channel: a photo, a workbook, or a Word file of the name `templat`; `replied`: it is of
    the message that was replied to; `certain`: the channel itself made a photo of it; `sha256`: of its bytes, as the
    channel writes it, empty where it tells none."""

    file_id: str
    uid: str
    replied: bool = False
    workbook: bool = False
    templat: str = ""
    certain: bool = False
    sha256: str = ""

    @property
    def sent(self) -> Sent:
        return Sent.WORKBOOK if self.workbook else Sent.WORD if self.templat else Sent.PHOTO


@dataclass(frozen=True)
class Named:
    """A file under the name that its sender gave it; `size` in bytes, 0 where the channel does not tell it."""

    file_id: str
    uid: str
    name: str
    mime: str
    size: int = 0
    sha256: str = ""

    @property
    def suffix(self) -> str:
        """How the name ends, in small letters: ".odt"."""
        return PurePath(self.name).suffix.casefold()


def judged(file: Named) -> Picture | str | None:
    """The file as one worth fetching, or the sentence why it is refused; None for a kind that is not taken at all."""
    if told := OTHER_BOOKS.get(file.suffix):
        return told
    name = file.name.casefold()
    workbook, word = (name.endswith(suffix) for suffix in (".xlsx", ".docx"))
    if not (workbook or word or _may_be_photo(name, file.mime)):
        return None
    if file.size > LARGEST_DOWNLOAD:
        return TOO_LARGE
    if word and file.size > files.LARGEST:
        return f"{files.TOO_LARGE}."
    templat = clean.name(file.name) if word else ""
    return Picture(file.file_id, file.uid, workbook=workbook, templat=templat, sha256=file.sha256)


def _may_be_photo(name: str, mime: str) -> bool:
    """Whether a file is worth a look: phones send photos under strange names and kinds, and only the bytes tell."""
    return mime.startswith("image/") or name.endswith(IMAGES) or (mime in NO_KIND and "." not in name)
