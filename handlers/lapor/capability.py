"""/lapor: reports come in, from the first word or photo to the receipt."""

from handlers.catatan import elsewhere, foto_berita
from handlers.chat.door import ANGGOTA, REMINDED
from handlers.chat.events import Arrived, MonthClosed
from handlers.chat.face import Capability, Command, Hears, On, Opens, Rank, Undoes
from handlers.chat.messages import Place
from handlers.dialog import asking
from handlers.dialog.choices import COLUMNS
from handlers.lapor import buttons, kept, lapor, remind, repost, several
from handlers.lapor.doors import (
    AddTo,
    AskFotoBerita,
    AskReposts,
    Candidate,
    Choose,
    ChooseKind,
    Done,
    Drop,
    Edit,
    EditRecord,
    FotoBerita,
    Join,
    Park,
    PhotosTo,
    Reminding,
    Reposts,
    Resume,
    Save,
    Skip,
    SkipFotoBerita,
    SkipReposts,
    Switch,
    Treat,
    UseRest,
)

CAPABILITY = Capability(
    commands=(
        Command(
            "lapor",
            ANGGOTA,
            lapor.lapor,
            "laporkan kegiatan atau konten",
            group=True,
            said=(
                "cara lapor",
                "cara melapor",
                "cara kirim",
                "cara buat laporan",
                "cara kirim laporan",
                "lapor bagaimana",
                "lapor gimana",
                "kirim bagaimana",
                "kirim gimana",
            ),
        ),
        Command("batal", ANGGOTA, lapor.batal, "batalkan laporan yang sedang diisi"),
        Command(
            "ingatkan",
            REMINDED,
            remind.ingatkan,
            "pengingat sore, /ingatkan mati atau /ingatkan hidup",
            place=Place("/saya", "Pengingat"),
        ),
    ),
    doors=(
        Opens(asking.Cancel, asking.cancel),
        Opens(ChooseKind, buttons.choose_form),
        Opens(Choose, buttons.choose),
        Opens(Switch, buttons.switch),
        Opens(Skip, buttons.skip),
        Opens(Candidate, buttons.candidate),
        Opens(UseRest, several.use_rest),
        Opens(EditRecord, several.edit),
        Opens(PhotosTo, several.photos_to),
        Opens(Join, several.join),
        Opens(Done, buttons.done),
        Opens(Edit, buttons.edit),
        Opens(Save, buttons.record),
        Opens(Drop, buttons.drop),
        Opens(Park, buttons.put_aside),
        Opens(Resume, buttons.resume),
        Opens(Treat, kept.treat),
        Opens(AddTo, kept.add),
        Opens(FotoBerita, foto_berita.count),
        Opens(SkipFotoBerita, foto_berita.skip),
        Opens(AskFotoBerita, foto_berita.ask),
        Opens(Reminding, remind.switched),
        Opens(Reposts, repost.count),
        Opens(SkipReposts, repost.skip),
        Opens(AskReposts, repost.ask),
    ),
    jobs=(repost.weekly, remind.nudge, remind.stale),
    hears=(
        Hears(Rank.ALBUM, photos=lapor.of_album, who=ANGGOTA),
        Hears(Rank.DRAFT, lapor.to_draft, lapor.foto_to_draft, who=ANGGOTA),
        Hears(Rank.REPORT, lapor.started, lapor.foto_started, who=ANGGOTA),
        Hears(Rank.UNCLEAR, kept.heard, who=ANGGOTA),
    ),
    on=(On(Arrived, elsewhere.sent), On(Arrived, repost.reported), On(MonthClosed, repost.month_closed)),
    undoes=tuple(Undoes(f"satker.{one}", ANGGOTA, buttons.own_row_undone) for one in COLUMNS.values()),
)
