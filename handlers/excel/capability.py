"""/ekspor and /impor: everything as a workbook, and that workbook back."""

from handlers.chat import drawn
from handlers.chat.door import KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Hears, Opens, Rank
from handlers.excel import ekspor, impor
from handlers.excel.doors import Take, Template

CAPABILITY = Capability(
    commands=(
        Command(
            "ekspor",
            KETUA_PELAKSANA,
            ekspor.ekspor,
            "semua catatan sebagai berkas Excel",
            said=("ekspor", "berkas excel"),
        ),
        Command("impor", KETUA_PELAKSANA, impor.impor, "masukkan berkas /ekspor yang sudah diubah", said=("impor",)),
    ),
    doors=(Opens(Template, impor.template), Opens(Take, impor.take)),
    drawn={"ekspor": drawn.happened, "impor": drawn.happened},
    hears=(Hears(Rank.FILE, impor.workbook),),
)
