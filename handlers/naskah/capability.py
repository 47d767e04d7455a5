"""/masalah, /saran, /surat, /narasi: the texts of a report that only people can write."""

from functools import partial

from handlers.chat.door import KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Hears, Opens, Rank, Undoes
from handlers.chat.messages import Place
from handlers.naskah import actions, chapters, doors, narasi, national, texts
from handlers.naskah.masalah import MASALAH
from handlers.naskah.saran import SARAN
from handlers.naskah.surat import card, srikandi
from storage.laporan.deliveries import SRIKANDI

CAPABILITY = Capability(
    commands=(
        Command(
            "masalah",
            KETUA_PELAKSANA,
            partial(texts.command, MASALAH),
            "masalah dan tantangan untuk laporan",
            said=("masalah", "kendala"),
            place=Place("/narasi", "Masalah"),
        ),
        Command(
            "saran",
            KETUA_PELAKSANA,
            partial(texts.command, SARAN),
            "saran dan rekomendasi, misalnya /saran Q2",
            said=("saran", "rekomendasi"),
            place=Place("/narasi", "Saran"),
        ),
        Command(
            "surat",
            KETUA_PELAKSANA,
            card.surat,
            "surat pengantar: nomor, tanggal, berkas SRIKANDI",
            said=("surat pengantar", "nomor surat", "srikandi"),
            place=Place("/narasi", "Nomor surat"),
        ),
        Command(
            "narasi",
            KETUA_PELAKSANA,
            narasi.narasi,
            "teks laporan: narasi, masalah, saran, nomor surat",
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
        Opens(doors.Letter, card.shown),
        Opens(doors.FillLetter, card.ask),
        Opens(doors.ForSrikandi, srikandi.send),
        Opens(doors.Chapter, chapters.shown),
        Opens(doors.National, national.shown),
        Opens(doors.WriteNational, national.write),
        Opens(doors.BackToNational, national.back),
        Opens(doors.Passages, narasi.shown),
        Opens(doors.WritePassage, narasi.write),
        Opens(doors.AutomaticPassage, narasi.automatic),
        Opens(doors.ComparePassage, narasi.compare),
    ),
    undoes=(
        *(Undoes(name, KETUA_PELAKSANA, texts.undone) for name in doors.Lists),
        Undoes("surat", KETUA_PELAKSANA, card.undone),
        Undoes("narasi", KETUA_PELAKSANA, narasi.undone),
        Undoes("naskah", KETUA_PELAKSANA, national.undone),
    ),
    asks=(texts.NEW, texts.REWRITTEN, card.FILLED, narasi.WRITTEN, national.WRITTEN),
    drawn={SRIKANDI: srikandi.happened},
    hears=(Hears(Rank.REPLY, srikandi.answered),),
)
