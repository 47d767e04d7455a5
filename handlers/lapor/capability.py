"""/lapor: reports come in, from the first word or photo to the receipt."""

import re

from handlers.catatan import elsewhere, foto_berita
from handlers.chat.door import ANGGOTA, REMINDED
from handlers.chat.events import Arrived
from handlers.chat.face import Capability, Command, Hears, On, Opens, Rank, Starts
from handlers.dialog import asking
from handlers.lapor import buttons, kept, lapor, remind, repost, several
from handlers.lapor.doors import (
    AddTo,
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
    Reposts,
    Resume,
    Save,
    Skip,
    StopReminding,
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
        Command("ingatkan", REMINDED, remind.ingatkan, "pengingat sore, /ingatkan mati atau /ingatkan hidup"),
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
        Opens(StopReminding, remind.stop),
        Opens(Reposts, repost.count),
    ),
    jobs=(repost.weekly, remind.nudge, remind.stale),
    hears=(
        Hears(Rank.ALBUM, photos=lapor.of_album, who=ANGGOTA),
        Hears(Rank.DRAFT, lapor.to_draft, lapor.foto_to_draft, who=ANGGOTA),
        Hears(Rank.REPORT, lapor.started, lapor.foto_started, who=ANGGOTA),
        Hears(Rank.UNCLEAR, kept.heard, who=ANGGOTA),
    ),
    on=(On(Arrived, elsewhere.sent),),
    starts=(Starts(re.compile("lapor"), lapor.from_link, ANGGOTA),),
)
