"""What can I do here, by role and by purpose: /start, /bantuan, and the list that an app offers after a slash."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from handlers.chat import chats, drawn
from handlers.chat.door import ANGGOTA as LAPOR
from handlers.chat.door import Stale
from handlers.chat.face import Command, commands_of
from handlers.chat.messages import Button, Chat, CommandList, Offer, Outgoing, Says, Told, Turn
from handlers.chat.pages import in_rows, placed
from handlers.reading.links import every_platform
from handlers.tim import channels, undang
from handlers.tim.doors import Commands
from renderers.asked import Panduan
from storage.chat import offered
from storage.database import Session
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
    return drawn.asked(turn, "panduan", Panduan(tuple(names)), title="Panduan bot Bakohumas", text=told)


CARD, TITLE = "bantuan", "Perintah untuk Anda"
# Whoever has no more than these sees at once what each of them does.
FEW = 10
KELOMPOK = {
    "Melapor": "lapor batal ubah",
    "Melihat": "daftar cari saya kolase matriks status ringkas akun data bantuan",
    "Laporan": "rekap narasi tutup",
    "Satker": "ekspor impor atur undang",
}
LAINNYA = "Lainnya"
_HOW = (
    "Cara tercepat: kirim foto kegiatan beserta keterangannya ke sini, lalu tekan Simpan. "
    "Tautan {platform}, atau situs juga dapat langsung dikirim."
)


SENDING = "Kirim berkas .xlsx laporan satker ke sini, tanpa diubah. /status menunjukkan yang sudah diterima."


def how(turn: Turn) -> str:
    """The quickest way to report, with the platforms whose addresses are read today."""
    return _HOW.format(platform=every_platform(turn.today))


def who_am_i(turn: Turn, words: str = "") -> Outgoing:
    more = ["", words] if words else []
    me = turn.anggota
    told = [f"Anda terdaftar sebagai {undang.sebutan(me)} {undang.team(turn.satker, me.role)}."]
    if me.role == Role.PENGIRIM:
        return turn.reply("\n".join([*told, "", SENDING, *more]), title=f"Selamat datang, {me.nama}")
    leads = turn.anggota.role == Role.KETUA_PELAKSANA
    if turn.anggota.role != Role.PEMBINA and (turn.satker.ready or not leads):
        told += ["", how(turn)]
    if leads and chats.forwarders(turn):
        told += ["", f"Kolase dan laporan dikirim {chats.destination(turn)}."]
    elif leads and turn.satker.ready and not turn.satker.grup:
        told += ["", "Grup satker belum terhubung: ketik /hubungkan."]
    told += [*more, "", "Ketik /bantuan untuk melihat semua perintah, atau /panduan untuk panduan cetak."]
    return turn.reply("\n".join(told), title=f"Selamat datang, {turn.anggota.nama}")


def bantuan(turn: Turn) -> Says:
    """/bantuan: all commands of this person on one screen; /bantuan laporan, /bantuan rekap: what they do."""
    if turn.text:
        return [_asked(turn, turn.text.lstrip("/").casefold())]
    return [_all(turn)]


def commands(turn: Turn, door: Commands) -> Says:
    return [_group(turn, door.group) if door.group else _all(turn)]


def _all(turn: Turn) -> Outgoing:
    sends = turn.anggota.role == Role.PENGIRIM
    quickest = ["", SENDING if sends else how(turn)] if turn.anggota.role != Role.PEMBINA else []
    shown, beside = listed(turn.offer), placed(turn, "/bantuan")
    if len(shown) <= FEW:
        told, groups = [*map(_line, in_order(shown))], []
    else:
        found = grouped(shown)
        told = [f"{name}: {' '.join(f'/{word}' for word, _ in group)}" for name, group in found.items()]
        groups = [Button(name, Commands(name.casefold())) for name in found]
    menu = in_rows([*groups, *beside, *channels.ways(turn)], 3)
    return turn.reply("\n".join([*told, *quickest]), title=TITLE, menu=menu, card=CARD)


def _group(turn: Turn, kelompok: str) -> Outgoing:
    for name, group in grouped(listed(turn.offer)).items():
        if name.casefold() == kelompok:
            menu = ((Button("Semua perintah", Commands()),),)
            return turn.reply("\n".join(map(_line, group)), title=name, menu=menu, card=CARD)
    raise Stale


def _asked(turn: Turn, wanted: str) -> Outgoing:
    if wanted == "lapor" and turn.anggota.role in LAPOR:
        return turn.reply(f"{how(turn)} Atau ketik /lapor, lalu jawab pertanyaannya.")
    if one := next((one for one in turn.offer if one.word == wanted), None):
        return turn.reply(f"{_line((one.word, one.tells))}{f'; {one.place}' if one.place else ''}")
    if wanted in (name.casefold() for name in grouped(listed(turn.offer))):
        return _group(turn, wanted)
    return _all(turn)


def listed(commands: Iterable[Told]) -> CommandList:
    """The commands that apps and /bantuan list; the others stand on the cards of these."""
    return tuple((one.word, one.tells) for one in commands if one.place is None)


def grouped(commands: CommandList) -> dict[str, CommandList]:
    """Each command once, in the order of its group; the last group holds what no other names."""
    known = dict(commands)
    found = {name: tuple((w, known.pop(w)) for w in words.split() if w in known) for name, words in KELOMPOK.items()}
    found[LAINNYA] = tuple(known.items())
    return {name: group for name, group in found.items() if group}


def in_order(commands: CommandList) -> CommandList:
    return tuple(one for group in grouped(commands).values() for one in group)


def _line(command: tuple[str, str]) -> str:
    word, tells = command
    return f"/{word} – {tells}"


Known = Sequence[Command]
# A minute; thousands are told over hours, and whoever comes in at once.
A_MINUTE = 30
BIND = "hubungkan"
STRANGERS: CommandList = (("start", "masuk dengan tautan undangan"),)
DESKRIPSI = (
    "Bot ini untuk tim Bakohumas satker KPU.\n\n"
    "• Laporkan kegiatan dan konten: cukup kirim foto dengan keterangannya, atau tautannya.\n"
    "• Kolase pekanan dikirim ke grup dengan sendirinya.\n"
    "• Laporan triwulan disusun menjadi dokumen Word dan PDF.\n\n"
    "Belum terdaftar? Mintalah tautan undangan kepada Ketua Pelaksana satker Anda."
)
TENTANG = "Pencatatan kegiatan dan konten, kolase pekanan, dan laporan triwulan tim Bakohumas KPU."


def of_role(commands: Known, role: Role) -> CommandList:
    return in_order(listed(commands_of(commands, role)))


def of_group(commands: Known, *, bound: bool) -> CommandList:
    """A group that is bound needs all but the command that binds it, any other nothing else."""
    return tuple((one.word, one.tells) for one in commands if one.group and (one.word != BIND) == bound)


def mark(said: object) -> str:
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:16]


def renewed(session: Session, commands: Known, now: datetime, only: Chat | None = None) -> Iterator[Offer]:
    """What apps must be told anew: somebody came, left or changed roles, or the list is another. `only` this chat is
    told whatever it was told before."""
    offers = {role: of_role(commands, role) for role in Role}
    marks = {role: mark(offer) for role, offer in offers.items()}
    here = (only.channel, only.id) if only else None
    for channel, id_, role in offered.people(session, marks, now.date(), A_MINUTE, here):
        yield _told(session, Chat(channel, id_), offers[role])
    if only is None:
        yield from _elsewhere(session, of_group(commands, bound=True), now)


def _elsewhere(session: Session, group: CommandList, now: datetime) -> Iterator[Offer]:
    for channel, id_ in offered.groups(session, mark(group), A_MINUTE):
        yield _told(session, Chat(channel, id_, group=True), group)
    for channel, id_ in offered.gone(session, now.date(), A_MINUTE):
        yield _told(session, Chat(channel, id_), ())


def _told(session: Session, chat: Chat, commands: CommandList) -> Offer:
    offered.tell(session, chat.channel, chat.id, mark(commands) if commands else "")
    return Offer(chat, commands)
