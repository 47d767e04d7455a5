"""/start and /bantuan: who am I here, and what can I do, by role."""

from collections.abc import Iterable

from handlers import access
from handlers.chat import Outgoing, Says, Turn
from storage.people import Role

HOW = (
    "Cara tercepat: kirim foto kegiatan beserta keterangannya ke sini, lalu tekan Simpan. "
    "Tautan Instagram, Facebook, X, TikTok, YouTube atau situs juga dapat langsung dikirim."
)


def who_am_i(turn: Turn, more: str = "") -> Says:
    told = [f"Anda terdaftar sebagai {access.SEBUTAN[turn.anggota.role]} tim Bakohumas {turn.satker.nama}."]
    if turn.anggota.role != Role.PEMBINA:
        told += ["", HOW]
    if turn.anggota.role == Role.KETUA_PELAKSANA and not turn.satker.grup:
        told += ["", "Grup satker belum terhubung: ketik /hubungkan."]
    told += ["", more] if more else []
    told += ["", "Ketik /bantuan untuk melihat semua perintah."]
    return [Outgoing(turn.incoming.chat, title=f"Selamat datang, {turn.anggota.nama}", text="\n".join(told))]


def bantuan(turn: Turn, commands: Iterable[tuple[str, str]]) -> Says:
    """`commands`: (word, what it does) of those that this person may use."""
    told = [f"/{word} – {tells}" for word, tells in commands]
    how = ["", HOW] if turn.anggota.role != Role.PEMBINA else []
    return [Outgoing(turn.incoming.chat, title="Perintah untuk Anda", text="\n".join([*told, *how]))]
