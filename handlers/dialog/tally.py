"""A tally such as "foto 3, link 1, repost 1" becomes one counted konten for each jenis, on the platforms that the
satker usually posts to."""

from datetime import date

from handlers.catatan import konten, late
from handlers.catatan.kegiatan import show_tanggal
from handlers.chat.messages import Button, Outgoing, Rejected, Turn
from handlers.chat.pages import in_rows
from handlers.koreksi.doors import Change
from handlers.reading.dates import days
from handlers.reading.dates.forms import Days
from handlers.reading.forms import Answers, Form, Question
from handlers.reading.jenis import tally
from renderers import indonesian
from storage.catatan import drafts
from storage.catatan import konten as rows
from storage.catatan.drafts import Draft
from storage.catatan.konten import JENIS, Konten
from storage.foto import photos
from storage.kantor import audit
from storage.kantor.satker import next_nomor


def read(text: str, _today: date) -> dict[str, int]:
    found = tally(text)
    if not found:
        raise Rejected("Hitungannya belum terbaca. Tulis misalnya foto 3, link 1, repost 1.")
    return {jenis: found[jenis] for jenis in JENIS if jenis in found}


def show(value: dict[str, int]) -> str:
    return ", ".join(f"{jenis} {n}" for jenis, n in value.items())


_PLATFORM, _TANGGAL = konten.FORM.question("platform"), konten.FORM.question("tanggal")
FORM = Form(
    "hitungan",
    "Hitungan konten",
    (
        Question(
            "hitungan",
            "Hitungan",
            "Berapa dari tiap jenis? Misalnya: foto 3, link 1, repost 1.",
            read,
            show,
            required=True,
        ),
        *(q for q in (_PLATFORM, _TANGGAL) if q),
    ),
)


def from_line(turn: Turn, text: str) -> Answers | None:
    """The answers of a line that is a tally, with its day if it names one; None for any other line."""
    try:
        day, rest = days.find_days(text, turn.today)
    except Rejected:
        return None
    found = tally(rest.strip(" ,;."))
    if not found:
        return None
    answers: Answers = {"hitungan": read(rest.strip(" ,;."), turn.today), "platform": list(turn.satker.platform_bawaan)}
    return answers | ({"tanggal": day.json} if day else {})


def save(turn: Turn, draft: Draft) -> Outgoing:
    """Save one counted konten for each jenis, and return one receipt with all their numbers."""
    answers = FORM.kept(draft.answers)
    made = [_konten(turn, draft, answers, jenis, n) for jenis, n in answers["hitungan"].items()]
    made[0].draft_id = draft.id
    photos.move(turn.session, draft, made[0])
    draft.state, draft.nomor, draft.diubah_at = drafts.State.SAVED, made[0].nomor, turn.now
    return _receipt(turn, draft, made, answers)


def _konten(turn: Turn, draft: Draft, answers: Answers, jenis: str, n: int) -> Konten:
    row = konten.new(turn, next_nomor(turn))
    told = Days.of(answers["tanggal"])
    row.jenis, row.tanggal, row.sebulan = jenis, told.mulai, told.sebulan
    rows.place(row, dict.fromkeys(answers["platform"], n))
    turn.session.add(row)
    turn.session.flush()
    after = {"jenis": jenis, "jumlah": n, "draft": draft.id}
    audit.note(turn.session, turn.anggota, turn.now, "konten", row.nomor, "catat", after=after)
    return row


def _receipt(turn: Turn, draft: Draft, made: list[Konten], answers: Answers) -> Outgoing:
    told = [f"#{row.nomor} {row.jenis}: {row.jumlah}" for row in made]
    where, when = indonesian.daftar(answers["platform"]), show_tanggal(answers["tanggal"])
    buttons = [Button(f"Ubah #{row.nomor}", Change(row.nomor)) for row in made]
    title = f"Tercatat #{made[0].nomor}" + (f"–#{made[-1].nomor}" if len(made) > 1 else "")
    text = "\n".join(
        [
            *told,
            f"Platform: {where}",
            f"Tanggal: {when}",
            *late.told(made[0], late.of(turn, late.closings(turn), made[0]), turn.anggota),
        ]
    )
    return turn.reply(text, title=title, menu=in_rows(buttons, 3), card=f"draft:{draft.id}")
