"""/rekap and what belongs to it: completeness, versions, closed months, template, the period at a glance."""

from handlers.chat import drawn
from handlers.chat.door import EVERYONE, KETUA_PELAKSANA, PEMIMPIN
from handlers.chat.face import Capability, Command, Given, Hears, Opens, Rank, Undoes
from handlers.chat.messages import Place
from handlers.rekap import digest, kelengkapan, progress, rekap, ringkas, status, templat, triwulan, tutup
from handlers.rekap.doors import (
    BuiltinTemplate,
    CloseMonth,
    DownloadTemplate,
    ExampleReport,
    Gaps,
    Leave,
    LeftGaps,
    MakeVersion,
    Month,
    ReopenMonth,
    Report,
    SendVersion,
    Template,
    UploadTemplate,
)

CAPABILITY = Capability(
    commands=(
        Command(
            "status",
            EVERYONE,
            status.status,
            "triwulan ini sekilas: angka, grafik, dan kekurangan",
            group=True,
            said=("status", "belum lapor", "belum melapor", "kekurangan"),
            given=Given.PERIOD,
        ),
        Command(
            "ringkas",
            EVERYONE,
            ringkas.ringkas,
            "satu periode pada satu halaman, misalnya /ringkas Q2",
            said=("ringkas", "ringkasan"),
            given=Given.PERIOD,
        ),
        Command(
            "rekap",
            PEMIMPIN,
            rekap.rekap,
            "laporan triwulan ke grup, misalnya /rekap Q2",
            group=True,
            said=(
                "rekap",
                "rekapan",
                "laporan",
                "buat laporan",
                "laporan triwulan",
                "laporan semester",
                "laporan tahunan",
                "kelengkapan",
            ),
            given=Given.PERIOD,
            asked=rekap.asked,
        ),
        Command(
            "tutup",
            KETUA_PELAKSANA,
            tutup.ask,
            "tutup atau buka lagi bulan, misalnya /tutup Juni",
            said=("tutup bulan",),
            given=Given.PERIOD,
        ),
        Command(
            "buka",
            KETUA_PELAKSANA,
            tutup.buka,
            "buka lagi bulan yang ditutup, misalnya /buka Juni",
            place=Place("/tutup", "Buka lagi"),
        ),
        Command(
            "templat",
            KETUA_PELAKSANA,
            templat.templat,
            "templat Word laporan: unduh, ubah, unggah",
            said=("templat", "template"),
            place=Place("/atur", "Templat laporan"),
        ),
    ),
    doors=(
        Opens(Report, rekap.report),
        Opens(MakeVersion, rekap.make_version),
        Opens(SendVersion, rekap.send_version),
        Opens(Gaps, kelengkapan.page),
        Opens(LeftGaps, kelengkapan.left),
        Opens(Leave, kelengkapan.let_be),
        Opens(Month, tutup.month),
        Opens(CloseMonth, tutup.close),
        Opens(ReopenMonth, tutup.reopen),
        Opens(Template, templat.opened),
        Opens(DownloadTemplate, templat.download),
        Opens(UploadTemplate, templat.upload),
        Opens(BuiltinTemplate, templat.builtin),
        Opens(ExampleReport, templat.example),
    ),
    asks=(templat.FILE,),
    jobs=(digest.digest, triwulan.remind),
    drawn={
        "rekap": progress.happened,
        "status": drawn.happened,
        "ringkas": drawn.happened,
        "templat": templat.happened,
        "contoh": templat.happened,
    },
    undoes=(Undoes("templat", KETUA_PELAKSANA, templat.undone),),
    hears=(Hears(Rank.FILE, templat.word_file),),
)
