"""The set-up of a new office, led through in one card."""

from handlers.chat.events import Bound, Came, Imported, SettingsOpened
from handlers.chat.face import Capability, Hears, On, Opens, Rank
from handlers.persiapan import akun, doors, ending, kolase, onward, orang, persiapan, satker
from handlers.persiapan.persiapan import at

CAPABILITY = Capability(
    doors=(
        Opens(doors.GoOn, persiapan.go_on),
        Opens(doors.Show, persiapan.show),
        Opens(doors.PassOver, persiapan.pass_over),
        Opens(doors.Choose, at(satker.SATKER, satker.choose)),
        Opens(doors.Count, at(akun.AKUN, akun.count)),
        Opens(doors.Invite, at(orang.ORANG, orang.invite)),
        Opens(doors.InviteAll, at(orang.ORANG, orang.invite_all)),
        Opens(doors.KolaseTime, at(kolase.KOLASE, kolase.set_time)),
        Opens(doors.Template, at(ending.RIWAYAT, ending.template)),
    ),
    asks=(persiapan.WORDS, persiapan.PICTURE),
    drawn={"logo": onward.logo, "qr": onward.invited},
    on=(
        On(Came, onward.came),
        On(SettingsOpened, onward.opened),
        On(Bound, onward.grouped),
        On(Imported, onward.imported),
    ),
    hears=(Hears(Rank.SETUP, onward.late),),
)
