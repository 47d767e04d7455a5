"""/start, /bantuan, /panduan, /undang, /hubungkan, /data: people, the group, and what they can do here."""

from handlers.chat import drawn
from handlers.chat.door import ANYBODY, EVERYONE, KETUA_PELAKSANA
from handlers.chat.events import TermChanged
from handlers.chat.face import Capability, Command, Hears, On, Opens, Rank
from handlers.chat.messages import Place
from handlers.tim import bantuan, channels, data, grup, keluar, masuk, talk
from handlers.tim.doors import Commands, Connect, Decide, Disconnect, Invite, InviteAgain, ShutOut

CAPABILITY = Capability(
    commands=(
        Command("start", ANYBODY, masuk.start, "siapa saya di sini", place=Place("", "Mulai")),
        Command(
            "bantuan",
            ANYBODY,
            bantuan.bantuan,
            "apa yang dapat saya lakukan, dan panduan cetak",
            said=(
                "bantuan",
                "menu",
                "bisa apa",
                "daftar perintah",
                "foto sekalian",
                "foto sekaligus",
                "foto satu2",
                "foto satu-satu",
                "gambar sekalian",
                "gambar sekaligus",
            ),
        ),
        Command(
            "data",
            ANYBODY,
            data.data,
            "data pribadi saya yang disimpan bot, atau /data hapus",
            said=("data pribadi",),
            place=Place("/saya", "Data pribadi"),
        ),
        Command(
            "panduan",
            EVERYONE,
            bantuan.panduan,
            "panduan yang dapat dicetak, menurut peran Anda",
            said=("panduan",),
            place=Place("/bantuan", "Panduan cetak"),
        ),
        Command(
            "undang",
            KETUA_PELAKSANA,
            masuk.undang,
            "tautan undangan untuk anggota",
            said=("undangan", "tautan undangan", "undang anggota", "anggota baru"),
        ),
        Command(
            "hubungkan",
            KETUA_PELAKSANA,
            grup.hubungkan,
            "hubungkan grup satker",
            group=True,
            place=Place("/atur", "Hubungkan grup"),
        ),
    ),
    doors=(
        Opens(Commands, bantuan.commands),
        Opens(Decide, data.decide),
        Opens(Invite, masuk.invited),
        Opens(ShutOut, keluar.shut_out),
        Opens(InviteAgain, channels.again),
        Opens(Connect, channels.connect),
        Opens(Disconnect, channels.disconnect),
    ),
    hears=(Hears(Rank.TALK, talk.heard),),
    on=(On(TermChanged, keluar.term_changed),),
    drawn={"data": data.happened, "panduan": drawn.happened},
)
