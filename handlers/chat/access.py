"""Who may send which kind of file, asked before anything is fetched."""

from enum import StrEnum

from handlers.chat.door import ANGGOTA, KETUA_PELAKSANA
from storage.kantor.people import Role


class Sent(StrEnum):
    """A kind of file that somebody sends."""

    PHOTO = "photo"
    WORKBOOK = "workbook"
    WORD = "word"


NOT_REPORTING = "Hanya anggota tim yang dapat melapor. Ketik /bantuan untuk melihat perintah Anda."
_SENDERS = {
    Sent.PHOTO: (ANGGOTA, NOT_REPORTING),
    Sent.WORKBOOK: (
        KETUA_PELAKSANA,
        "Berkas Excel hanya diterima dari Ketua Pelaksana. Kirim foto, atau tulis laporannya.",
    ),
    Sent.WORD: (
        KETUA_PELAKSANA,
        "Berkas Word hanya diterima dari Ketua Pelaksana. Kirim foto, atau tulis laporannya.",
    ),
}


def refusal(sent: Sent, role: Role) -> str:
    """The sentence that refuses such a file from a person of this role; empty where the role may send it."""
    who, sentence = _SENDERS[sent]
    return "" if role in who else sentence
