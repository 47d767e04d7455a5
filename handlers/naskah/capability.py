"""/masalah, /saran, /surat, /narasi: the texts of a report that only people can write."""

from functools import partial

from handlers.chat.door import KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Opens, Undoes
from handlers.naskah import actions, doors, narasi, surat, texts
from handlers.naskah.masalah import MASALAH
from handlers.naskah.saran import SARAN

CAPABILITY = Capability(
    commands=(
        Command(
            "masalah",
            KETUA_PELAKSANA,
            partial(texts.command, MASALAH),
            "masalah dan tantangan untuk laporan",
            said=("masalah", "kendala"),
        ),
        Command(
            "saran",
            KETUA_PELAKSANA,
            partial(texts.command, SARAN),
            "saran dan rekomendasi, misalnya /saran Q2",
            said=("saran", "rekomendasi"),
        ),
        Command(
            "surat",
            KETUA_PELAKSANA,
            surat.surat,
            "nomor dan tanggal surat pengantar, misalnya /surat Q2",
            said=("surat pengantar", "nomor surat"),
        ),
        Command(
            "narasi",
            KETUA_PELAKSANA,
            narasi.narasi,
            "teks laporan: baca, tulis sendiri, sebab, rencana",
            said=("narasi",),
        ),
    ),
    doors=(
        Opens(doors.Texts, texts.shown),
        Opens(doors.AddText, texts.ask),
        Opens(doors.RewriteText, texts.rewrite),
        Opens(doors.DeleteText, texts.delete),
        Opens(doors.CloseText, actions.close),
        Opens(doors.ReopenText, actions.reopen),
        Opens(doors.CopyRecommendations, actions.copy),
        Opens(doors.Letter, surat.shown),
        Opens(doors.FillLetter, surat.ask),
        Opens(doors.Passages, narasi.shown),
        Opens(doors.WritePassage, narasi.write),
        Opens(doors.AutomaticPassage, narasi.automatic),
        Opens(doors.ComparePassage, narasi.compare),
    ),
    undoes=(
        *(Undoes(name, KETUA_PELAKSANA, texts.undone) for name in doors.Lists),
        Undoes("surat", KETUA_PELAKSANA, surat.undone),
        Undoes("narasi", KETUA_PELAKSANA, narasi.undone),
    ),
    asks=(texts.NEW, texts.REWRITTEN, surat.FILLED, narasi.WRITTEN),
)
