"""/panduan: the manuals of one's role, to be printed."""

from handlers.chat import drawn
from handlers.chat.messages import Says, Turn
from storage.kantor.people import Role

ANGGOTA, KETUA_PELAKSANA = "anggota", "ketua-pelaksana"
CETAK = "Cetak pada kertas A4, lalu gantung di dekat meja kerja."
KEDUANYA = (
    "Satu untuk Anda, satu untuk seluruh tim. Cetak pada kertas A4; milik tim dapat digantung di dekat meja kerja."
)
MEMBACA = (
    "Lembar ini memperlihatkan cara tim melapor. "
    "Yang dapat Anda baca kapan saja: /status, /ringkas, /kolase, dan /daftar."
)


def panduan(turn: Turn) -> Says:
    leads = turn.anggota.role == Role.KETUA_PELAKSANA
    names = [KETUA_PELAKSANA, ANGGOTA] if leads else [ANGGOTA]
    told = KEDUANYA if leads else MEMBACA if turn.anggota.role == Role.PEMBINA else CETAK
    return drawn.asked(turn, "panduan", {"panduan": names}, title="Panduan bot Bakohumas", text=told)
