"""/templat: the Word template of the office's reports: download it, edit it in Word, send it back, or use ours."""

from dataclasses import replace
from datetime import datetime

from handlers.chat import changes, drawn
from handlers.chat.access import Sent, refusal
from handlers.chat.events import Became, Outcome
from handlers.chat.face import Ask, Takes
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.laporan import gather
from handlers.reading.dates import periods
from handlers.rekap.doors import BuiltinTemplate, DownloadTemplate, ExampleReport, Template, UploadTemplate
from renderers import indonesian
from renderers.asked import Templat, Trial
from renderers.received import CheckedTemplate
from storage.kantor import audit, people
from storage.kantor import templat as rows
from storage.kantor.audit import Audit

CAPTION = "templat"
FILES = {"templat": "templat", "contoh": "contoh laporan"}
CARD = "templat"
ASK = (
    "Kirim berkas templat (.docx) ke sini sebagai berkas, bukan foto. Templat diperiksa dan dicoba dahulu; "
    "templat yang berlaku baru diganti bila semuanya benar."
)
EDIT = (
    "Ubah huruf, kop, dan kalimatnya di Word, tetapi biarkan isian {{ … }} dan {% … %}. "
    "Sesudah itu unggah kembali dengan /templat."
)
HOW = "Unduh templat, ubah di Word (huruf, kop, kalimat), lalu unggah kembali. Laporan yang sudah dibuat tidak berubah."
WHERE = (
    "Berkas Word ini belum dipakai. Untuk menjadikannya templat laporan, buka /templat lalu tekan Unggah templat, "
    "atau kirim ulang dengan keterangan “templat”."
)


def templat(turn: Turn) -> Says:
    return [_card(turn)]


def opened(turn: Turn, _door: Template) -> Says:
    return [_card(turn)]


def answer(turn: Turn, door: UploadTemplate) -> Says:
    if turn.incoming.templat is None:
        raise Rejected("Mohon kirim berkas templat berformat .docx, atau tekan Batal.")
    done = _taken(turn, turn.incoming.templat)
    return [asking.done(turn, door, "Templat diterima."), done]


FILE = Ask(UploadTemplate, answer, lambda _: "Kirim berkas templat (.docx)", Takes.TEXT | Takes.FILE | Takes.PHOTO)


def word_file(turn: Turn) -> Says | None:
    """Take a Word file that came without a question; None if the message brings none."""
    if turn.incoming.templat is None:
        return None
    if refused := refusal(Sent.WORD, turn.anggota.role):
        raise Rejected(refused)
    if turn.incoming.text.strip(" ./").casefold() != CAPTION:
        raise Rejected(WHERE)
    return [_taken(turn, turn.incoming.templat)]


def _taken(turn: Turn, found: CheckedTemplate) -> Outgoing:
    if found.faults:
        told = [f"• {sentence}" for sentence in found.faults]
        raise Rejected("\n".join(["Templat ini belum dapat dipakai. Perbaiki dahulu:", *told, "", _stays(turn)]))
    before = _number(rows.of(turn))
    row = rows.add(turn, found.name, found.docx, turn.anggota.id)
    change = _noted(turn, "unggah", before, row.id)
    return _card(turn, "Templat baru berlaku mulai laporan berikutnya.", change)


def _stays(turn: Turn) -> str:
    row = rows.of(turn)
    return f"Yang berlaku tetap {f'“{row.nama}”' if row else 'templat bawaan'}."


def upload(turn: Turn, door: UploadTemplate) -> Says:
    return [asking.question(turn, FILE, door, ASK, title="Unggah templat")]


def builtin(turn: Turn, _door: BuiltinTemplate) -> Says:
    row = rows.of(turn)
    if row is None:
        raise Rejected("Templat bawaan memang sedang dipakai.")
    rows.use(turn, None)
    change = _noted(turn, "bawaan", row.id, 0)
    return [_card(turn, "Laporan berikutnya memakai templat bawaan.", change)]


def undone(turn: Turn, change: Audit) -> Says:
    before, now = change.before["berlaku"], _number(rows.of(turn))
    changes.unless(now, before, change.after["berlaku"], "Lihat /templat.")
    row = rows.get(turn, before) if before else None
    if before and row is None:
        raise Rejected("Templat itu tidak ditemukan. Lihat /templat.")
    rows.use(turn, row)
    _noted(turn, changes.TAKE_BACK, now, before)
    return [_card(turn, "Diurungkan.")]


def _noted(turn: Turn, action: str, before: int, now: int) -> Audit:
    old, new = {"berlaku": before}, {"berlaku": now}
    return audit.note(turn.session, turn.anggota, turn.now, "templat", now or before, action, old, new)


def download(turn: Turn, _door: DownloadTemplate) -> Says:
    row = rows.of(turn)
    nama = row.nama if row else f"Templat laporan {turn.satker.nama}.docx".replace("/", "-")
    return drawn.asked(turn, "templat", Templat(_number(row), nama), title="Templat laporan", text=EDIT)


def example(turn: Turn, _door: ExampleReport) -> Says:
    """Draw the running triwulan with the template in force, as no version and only for the person who asks."""
    periode, row = periods.triwulan(turn.today), rows.of(turn)
    gathered = gather.gather(turn, periode, turn.today)
    marked = replace(gathered, surat=replace(gathered.surat, nomor="CONTOH, bukan laporan resmi"))
    figures = Trial(marked, _number(row), f"CONTOH Laporan {turn.satker.nama} {periode.judul}".replace("/", "-"))
    told = f"Memakai {f'“{row.nama}”' if row else 'templat bawaan'}. Contoh ini tidak dicatat sebagai laporan."
    says = drawn.asked(turn, "contoh", figures, title=f"Contoh laporan {periode.judul}", text=told)
    return says if drawn.joined(says) else [turn.toast("Contoh sedang disusun…"), *says]


def _number(row: rows.Templat | None) -> int:
    return row.id if row else 0


def _card(turn: Turn, done: str = "", change: Audit | None = None) -> Outgoing:
    row = rows.of(turn)
    text = "\n".join(part for part in (done, _in_force(turn, row), HOW) if part)
    return turn.reply(text, title="Templat laporan", menu=_menu(row, change), card=CARD)


def _in_force(turn: Turn, row: rows.Templat | None) -> str:
    if row is None:
        return "Yang berlaku: templat bawaan."
    by = people.get(turn, row.anggota_id) if row.anggota_id else None
    since = f"Yang berlaku: “{row.nama}”, sejak {_day(turn, row.dibuat_at)}"
    return indonesian.full_stop(f"{since}{f', dari {by.nama}' if by else ''}")


def _day(turn: Turn, at: datetime) -> str:
    return indonesian.tanggal(turn.satker.local(at).date())


def _menu(row: rows.Templat | None, change: Audit | None) -> Menu:
    files = Button("Unduh templat", DownloadTemplate()), Button("Unggah templat", UploadTemplate())
    ours = (Button("Pakai bawaan", BuiltinTemplate()),) if row else ()
    menu = files, (*ours, Button("Contoh", ExampleReport())), changes.back(change)
    return tuple(row for row in menu if row)


def happened(outcome: Outcome) -> Says:
    """Tells the person who asked for a file if it could not be made."""
    drawing = outcome.drawing
    if drawing and outcome.became == Became.FAILED:
        text = f"Maaf, {FILES[drawing.renderer]} tidak dapat dibuat. Coba lagi dengan /templat."
        yield Outgoing(outcome.chat, text=text)
