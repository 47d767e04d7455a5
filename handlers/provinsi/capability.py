"""The province and the offices below it: roll-up, who has sent, reminders, and the workbooks that are sent to it."""

from handlers.chat.door import ANYBODY, PENGIRIM
from handlers.chat.face import Before, Capability, Hears, Opens, Rank
from handlers.provinsi import ingatkan, kiriman, rekap, status, undang
from handlers.provinsi.doors import InviteSender, Missing, Offices, Recap, Remind, Senders, Which

CAPABILITY = Capability(
    doors=(
        Opens(Which, rekap.which),
        Opens(Recap, rekap.recap),
        Opens(Offices, status.offices),
        Opens(Missing, ingatkan.page),
        Opens(Remind, ingatkan.remind),
        Opens(Senders, undang.senders),
        Opens(InviteSender, undang.invite),
    ),
    jobs=(ingatkan.missing,),
    drawn={rekap.PICTURE: rekap.happened, rekap.WORKBOOK: rekap.happened},
    hears=(Hears(Rank.FILE, kiriman.workbook, who=ANYBODY),),
    before=(
        Before("rekap", rekap.asked),
        Before("status", status.status, PENGIRIM, "berkas laporan yang sudah diterima dari Anda"),
        Before("undang", undang.undang),
    ),
)
