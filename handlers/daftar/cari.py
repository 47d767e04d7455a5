"""/cari: what is recorded, found by words or by number, the newest first."""

from handlers.chat.messages import Rejected, Says, Turn
from handlers.chat.pages import paged
from handlers.daftar.daftar import listed
from handlers.daftar.doors import Found
from handlers.reading.words import clean
from storage.catatan import cari as search

HOW = "Tulis kata yang dicari, misalnya /cari Bawaslu atau /cari #12."
# The words travel with the buttons that turn, of which Telegram carries 64 bytes.
LONGEST = 50


def cari(turn: Turn) -> Says:
    if not turn.text.strip():
        raise Rejected(HOW)
    words = " ".join(clean(turn.text, 4096).split())
    if len(words.encode()) > LONGEST:
        raise Rejected("Terlalu panjang; satu atau dua kata sudah cukup.")
    return page(turn, Found(0, words))


def page(turn: Turn, door: Found) -> Says:
    found = search.cari(turn, door.words.split())
    title = f"{len(found)} catatan untuk “{door.words}”" if found else f"Pencarian “{door.words}”"
    empty = "Tidak ada yang cocok. Coba kata yang lebih pendek."
    return [paged(turn, title, listed(turn, found), lambda n: Found(n, door.words), door.page, empty)]
