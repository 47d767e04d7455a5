"""/masalah, /saran, /surat, /narasi: the texts of a report that only people can write."""

from handlers.chat.door import KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Opens, Undoes
from handlers.naskah import doors, masalah, narasi, saran, surat

CAPABILITY = Capability(
    commands=(
        Command("masalah", KETUA_PELAKSANA, masalah.masalah, "masalah dan tantangan untuk laporan"),
        Command("saran", KETUA_PELAKSANA, saran.saran, "saran dan rekomendasi, misalnya /saran Q2"),
        Command("surat", KETUA_PELAKSANA, surat.surat, "nomor dan tanggal surat pengantar, misalnya /surat Q2"),
        Command("narasi", KETUA_PELAKSANA, narasi.narasi, "teks laporan: baca, tulis sendiri, sebab, rencana"),
    ),
    doors=(
        Opens(doors.Problems, masalah.shown),
        Opens(doors.AddProblem, masalah.ask),
        Opens(doors.RewriteProblem, masalah.rewrite),
        Opens(doors.CloseProblem, masalah.close),
        Opens(doors.ReopenProblem, masalah.reopen),
        Opens(doors.DeleteProblem, masalah.delete),
        Opens(doors.Recommendations, saran.shown),
        Opens(doors.AddRecommendation, saran.ask),
        Opens(doors.RewriteRecommendation, saran.rewrite),
        Opens(doors.DeleteRecommendation, saran.delete),
        Opens(doors.CopyRecommendations, saran.copy),
        Opens(doors.Letter, surat.shown),
        Opens(doors.FillLetter, surat.ask),
        Opens(doors.Passages, narasi.shown),
        Opens(doors.WritePassage, narasi.write),
        Opens(doors.AutomaticPassage, narasi.automatic),
        Opens(doors.ComparePassage, narasi.compare),
    ),
    undoes=(
        Undoes("masalah", KETUA_PELAKSANA, masalah.undone),
        Undoes("saran", KETUA_PELAKSANA, saran.undone),
        Undoes("surat", KETUA_PELAKSANA, surat.undone),
        Undoes("narasi", KETUA_PELAKSANA, narasi.undone),
    ),
    asks=(masalah.NEW, masalah.REWRITTEN, saran.NEW, saran.REWRITTEN, surat.FILLED, narasi.WRITTEN),
)
