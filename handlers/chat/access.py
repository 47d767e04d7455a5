"""Roles: who may do what, and who may send which kind of file. Used by dispatch and the faces."""

from enum import StrEnum

from storage.kantor.people import Role

EVERYONE = frozenset(Role)
ANGGOTA = EVERYONE - {Role.PEMBINA}
PEMIMPIN = frozenset({Role.KETUA, Role.KETUA_PELAKSANA})
KETUA_PELAKSANA = frozenset({Role.KETUA_PELAKSANA})
REMINDED = frozenset({Role.ANGGOTA, Role.KETUA_PELAKSANA})

ROLE_NAMES = {
    Role.PEMBINA: "Pembina",
    Role.ANGGOTA: "Anggota",
    Role.KETUA: "Ketua",
    Role.KETUA_PELAKSANA: "Ketua Pelaksana",
}


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
    """The sentence for somebody whose role may not send such a file; empty where it may."""
    who, sentence = _SENDERS[sent]
    return "" if role in who else sentence
