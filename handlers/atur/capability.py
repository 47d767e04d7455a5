"""/atur and /akun: the settings of the office, and the followers of its accounts."""

from handlers.atur import akun, asked, atur, doors
from handlers.chat.door import ANGGOTA, EVERYONE, KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Given, Opens, Undoes

SETTINGS = ("satker", "fakta", "media", "akun", "dasar_hukum", "keputusan", "anggota")

CAPABILITY = Capability(
    commands=(
        Command(
            "akun",
            EVERYONE,
            akun.akun,
            "pengikut akun, misalnya /akun TikTok 586 pengikut, 1713 suka",
            said=("pengikut", "pengikut akun", "berapa pengikut"),
            given=Given.TEXT,
            asked=akun.asked,
        ),
        Command(
            "atur",
            KETUA_PELAKSANA,
            atur.atur,
            "pengaturan satker, misalnya /atur kolase Jumat 16.00; tema, templat, grup",
            said=("pengaturan", "atur satker"),
        ),
    ),
    doors=(
        Opens(doors.Settings, atur.shown),
        Opens(doors.AddRow, asked.ask_new),
        Opens(doors.OneRow, atur.one),
        Opens(doors.AskSetting, atur.ask),
        Opens(doors.AskFact, asked.ask_fact),
        Opens(doors.Since, asked.since),
        Opens(doors.AskSince, asked.ask_since),
        Opens(doors.Choose, atur.choose),
        Opens(doors.MoveRow, atur.move),
        Opens(doors.DeleteRow, atur.delete),
        Opens(doors.Laws, atur.laws),
        Opens(doors.PickLaw, atur.pick_law),
        Opens(doors.ReplaceLaw, atur.replace_law),
        Opens(doors.Followers, akun.shown),
        Opens(doors.FillFollowers, akun.ask),
        Opens(doors.SaveFollowers, akun.save),
        Opens(doors.DropFollowers, akun.drop),
    ),
    undoes=(
        *(Undoes(one, KETUA_PELAKSANA, atur.undone) for one in SETTINGS),
        Undoes("akun_snapshot", ANGGOTA, akun.undone),
    ),
    asks=(asked.NEW, asked.SETTING, asked.FACT, asked.SINCE, akun.FILLED),
)
