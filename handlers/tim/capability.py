"""/start, /bantuan, /panduan, /undang, /hubungkan, /data: people, the group, and what they can do here."""

from handlers.chat import drawn
from handlers.chat.door import EVERYONE, KETUA_PELAKSANA
from handlers.chat.events import TermChanged
from handlers.chat.face import Capability, Command, Hears, On, Opens, Rank
from handlers.tim import bantuan, data, grup, keluar, masuk, talk
from handlers.tim.doors import Commands, Decide, Invite, ShutOut

CAPABILITY = Capability(
    commands=(
        Command("start", EVERYONE, masuk.start, "siapa saya di sini"),
        Command(
            "bantuan",
            EVERYONE,
            bantuan.bantuan,
            "apa yang dapat saya lakukan",
            said=("bantuan", "menu", "bisa apa", "daftar perintah"),
        ),
        Command(
            "data", EVERYONE, data.data, "data pribadi saya yang disimpan bot, atau /data hapus", said=("data pribadi",)
        ),
        Command(
            "panduan", EVERYONE, bantuan.panduan, "panduan yang dapat dicetak, menurut peran Anda", said=("panduan",)
        ),
        Command(
            "undang",
            KETUA_PELAKSANA,
            masuk.undang,
            "tautan undangan untuk anggota",
            said=("undangan", "tautan undangan", "undang anggota", "anggota baru"),
        ),
        Command("hubungkan", KETUA_PELAKSANA, grup.hubungkan, "hubungkan grup satker", group=True),
    ),
    doors=(
        Opens(Commands, bantuan.commands),
        Opens(Decide, data.decide),
        Opens(Invite, masuk.invited),
        Opens(ShutOut, keluar.shut_out),
    ),
    hears=(Hears(Rank.TALK, talk.heard),),
    on=(On(TermChanged, keluar.term_changed),),
    drawn={"data": data.happened, "panduan": drawn.happened},
)
