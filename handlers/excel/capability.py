"""/ekspor and /impor: everything as a workbook, and that workbook back."""

from handlers.chat import drawn
from handlers.chat.access import KETUA_PELAKSANA
from handlers.chat.face import Capability, Command, Hears, Rank
from handlers.excel import ekspor, impor

CAPABILITY = Capability(
    commands=(
        Command("ekspor", KETUA_PELAKSANA, ekspor.ekspor, "semua catatan sebagai berkas Excel"),
        Command("impor", KETUA_PELAKSANA, impor.impor, "masukkan berkas /ekspor yang sudah diubah"),
    ),
    presses={"b": (KETUA_PELAKSANA, impor.press)},
    drawn={"ekspor": drawn.happened, "impor": drawn.happened},
    hears=(Hears(Rank.FILE, impor.berkas),),
)
