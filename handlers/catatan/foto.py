"""Tampil: which photos are shown at all, and which only inside the office: those of children are not."""

from handlers.chat.messages import Button
from storage.database import Session
from storage.foto import photos
from storage.foto.photos import Foto

SEMBUNYI, ANAK = "sembunyi", "anak"
CARA = (
    "“Jangan tampilkan”: foto tetap tersimpan sebagai bukti, tetapi tidak muncul di kolase, ringkasan, dan laporan.\n"
    "“Ada anak”: foto tidak muncul di kolase dan ringkasan; di laporan tetap ada."
)


def marked(foto: Foto) -> dict[str, bool]:
    return {SEMBUNYI: foto.tersembunyi, ANAK: foto.anak}


def flip(session: Session, foto: Foto, number: int, what: str) -> str:
    """Say the opposite of what was said so far; returns the sentence about it."""
    now = marked(foto)
    now[what] = not now[what]
    photos.hide(session, foto, tersembunyi=now[SEMBUNYI], anak=now[ANAK])
    foto.tersembunyi, foto.anak = now[SEMBUNYI], now[ANAK]
    if what == ANAK:
        return f"Foto {number} ditandai {'ada anak' if now[ANAK] else 'tanpa anak'}."
    return f"Foto {number} {'tidak akan ditampilkan' if now[SEMBUNYI] else 'boleh ditampilkan lagi'}."


def told(foto: Foto) -> str:
    """What stands behind a photo in a list; nothing where it may be shown."""
    if foto.tersembunyi:
        return "tidak ditampilkan"
    return "ada anak, tidak di kolase" if foto.anak else ""


def row(start: str, number: int, foto: Foto) -> tuple[Button, ...]:
    hidden = Button(
        f"{'Tampilkan' if foto.tersembunyi else 'Jangan tampilkan'} {number}", f"{start}:sembunyi:{foto.id}"
    )
    return (hidden, Button(f"{'Tanpa anak' if foto.anak else 'Ada anak'} {number}", f"{start}:anak:{foto.id}"))
