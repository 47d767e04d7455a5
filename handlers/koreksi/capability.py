"""Records are changed, completed, merged, deleted and brought back."""

from handlers.chat.door import ANGGOTA
from handlers.chat.face import Capability, Command, Hears, Opens, Rank, Undoes
from handlers.chat.messages import Place
from handlers.koreksi import edited, foto, gabung, minta, reply, riwayat, susulan, ubah
from handlers.koreksi.doors import (
    AskToComplete,
    Change,
    CorrectByKept,
    Delete,
    Follow,
    History,
    KeepApart,
    LeaveAsIs,
    MarkPhoto,
    Merge,
    PhotoPrivacy,
    Photos,
    PutPhotoBack,
    PutPhotoFirst,
    RemovePhoto,
    Restore,
    View,
)

CAPABILITY = Capability(
    commands=(
        Command(
            "ubah",
            ANGGOTA,
            ubah.ubah,
            "ubah catatan, misalnya /ubah 12; lihat dengan #12",
            said=("cara ubah", "cara ralat", "cara koreksi", "cara ganti", "ubah gimana", "ralat gimana"),
        ),
        Command(
            "hapus",
            ANGGOTA,
            ubah.hapus,
            "hapus catatan, misalnya /hapus 12",
            said=("cara hapus", "hapus gimana", "cara menghapus"),
            place=Place("#12", "Hapus"),
        ),
        Command(
            "riwayat",
            ANGGOTA,
            riwayat.riwayat,
            "siapa mengubah apa, misalnya /riwayat 12",
            place=Place("#12", "Riwayat"),
        ),
    ),
    doors=(
        Opens(View, ubah.view),
        Opens(Change, ubah.change),
        Opens(Delete, ubah.delete),
        Opens(Restore, ubah.restore),
        Opens(Merge, gabung.merge),
        Opens(KeepApart, gabung.keep_apart),
        Opens(Follow, edited.follow),
        Opens(LeaveAsIs, edited.leave),
        Opens(CorrectByKept, susulan.correct),
        Opens(AskToComplete, minta.begun),
        Opens(History, riwayat.page),
        Opens(Photos, foto.page),
        Opens(PhotoPrivacy, foto.privacy),
        Opens(MarkPhoto, foto.mark),
        Opens(RemovePhoto, foto.remove),
        Opens(PutPhotoFirst, foto.put_first),
        Opens(PutPhotoBack, foto.put_back),
    ),
    undoes=tuple(Undoes(one, ANGGOTA, ubah.undone) for one in ("kegiatan", "konten")),
    asks=(minta.MISSING,),
    hears=(
        Hears(Rank.REPLY, reply.words, reply.photo, who=ANGGOTA),
        Hears(Rank.NUMBER, ubah.by_text, who=ANGGOTA),
        Hears(Rank.FOLLOW, susulan.words, susulan.photo, who=ANGGOTA),
        Hears(Rank.REPORT, edits=edited.edited),
    ),
)
