"""/cari: what is recorded, found by words or by number, the newest first."""

from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.chat.pages import halaman
from handlers.daftar.daftar import line
from handlers.reading.words import kalimat
from storage.catatan import cari as search

HOW = "Tulis kata yang dicari, misalnya /cari Bawaslu atau /cari #12."
# The words travel in the data of the page's buttons, of which Telegram carries 64 bytes.
LONGEST = 50


def cari(turn: Turn) -> Says:
    if not turn.text.strip():
        raise Rejected(HOW)
    words = " ".join(kalimat(turn.text, 4096).split())
    if len(words.encode()) > LONGEST:
        raise Rejected("Terlalu panjang; satu atau dua kata sudah cukup.")
    return [_page(turn, words, 0)]


def press(turn: Turn) -> Says:
    """q:<words>:<page>."""
    words, _, page = turn.incoming.press.removeprefix("q:").rpartition(":")
    return [_page(turn, words, int(page))]


def _page(turn: Turn, words: str, page: int) -> Outgoing:
    found = search.cari(turn, words.split())
    title = f"{len(found)} catatan untuk “{words}”" if found else f"Pencarian “{words}”"
    told = [line(turn, row) for row in found]
    return halaman(turn, title, told, f"q:{words}", page, "Tidak ada yang cocok. Coba kata yang lebih pendek.")
