"""/templat: the Word templates of the office's reports and letters: download, edit in Word, send back, or use ours."""

from dataclasses import dataclass, replace
from datetime import datetime

from handlers.chat import changes, drawn
from handlers.chat.access import Sent, refusal
from handlers.chat.events import Became, Outcome
from handlers.chat.face import Ask, Takes
from handlers.chat.messages import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.dialog import asking
from handlers.laporan import gather
from handlers.reading.dates import periods
from handlers.rekap import other_files
from handlers.rekap.doors import BuiltinTemplate, DownloadTemplate, ExampleReport, Template, UploadTemplate
from renderers import indonesian
from renderers.asked import Templat, Trial
from renderers.received import CheckedTemplate
from storage.kantor import audit, people
from storage.kantor import templat as rows
from storage.kantor.audit import Audit
from storage.kantor.templat import Jenis

CAPTION = "templat"
FILES = {"templat": "templat", "contoh": "contoh laporan"}


@dataclass(frozen=True)
class Words:
    """How a kind of template is spoken of; `other`: what a file that is no such template lacks."""

    title: str
    example: str
    next: str
    edit: str
    how: str
    card: str
    other: str = ""


WORDS = {
    Jenis.LAPORAN: Words(
        "Templat laporan",
        "Contoh laporan",
        "laporan berikutnya",
        "Ubah huruf, kop, dan kalimatnya di Word, tetapi biarkan isian {{ … }} dan {% … %}. "
        "Sesudah itu unggah kembali dengan /templat.",
        "Unduh templat, ubah di Word (huruf, kop, kalimat), lalu unggah kembali. Laporan yang sudah dibuat tidak "
        "berubah.",
        "templat",
    ),
    Jenis.SURAT: Words(
        "Templat surat",
        "Contoh surat",
        "surat berikutnya",
        "Ubah huruf, kop, dan kalimatnya di Word, tetapi biarkan isian {{ … }}, {% … %}, dan isian SRIKANDI ${ … }. "
        "Sesudah itu unggah kembali dengan /templat.",
        "Templat surat pengantar untuk SRIKANDI, yang berkasnya diminta di /surat.",
        "templat:surat",
        "Templat surat ini tidak memuat isian SRIKANDI seperti ${nomor_naskah}; unduh templatnya, ubah tanpa "
        "menghapus isian itu, lalu unggah lagi.",
    ),
}
ASK = (
    "Kirim berkas templat (.docx) ke sini sebagai berkas, bukan foto. Templat diperiksa dan dicoba dahulu; "
    "templat yang berlaku baru diganti bila semuanya benar."
)
WHERE = (
    "Berkas Word ini belum dipakai. Untuk menjadikannya templat laporan, buka /templat lalu tekan Unggah templat, "
    "atau kirim ulang dengan keterangan “templat”."
)


def templat(turn: Turn) -> Says:
    return [_card(turn, Jenis.LAPORAN)]


def opened(turn: Turn, door: Template) -> Says:
    return [_card(turn, door.jenis)]


def answer(turn: Turn, door: UploadTemplate) -> Says:
    if turn.incoming.templat is None:
        raise Rejected("Mohon kirim berkas templat berformat .docx, atau tekan Batal.")
    if turn.incoming.templat.letter is False and WORDS[door.jenis].other:
        raise Rejected(WORDS[door.jenis].other)
    done = _taken(turn, turn.incoming.templat, door.jenis)
    return [asking.done(turn, door, "Templat diterima."), done]


FILE = Ask(
    UploadTemplate,
    answer,
    lambda _: "Kirim berkas templat (.docx)",
    Takes.TEXT | Takes.FILE | Takes.PHOTO,
    instead=other_files.instead,
)


def word_file(turn: Turn) -> Says | None:
    """Take a Word file that came without a question; None if the message brings none."""
    if turn.incoming.templat is None:
        return None
    if refused := refusal(Sent.WORD, turn.anggota.role):
        raise Rejected(refused)
    if turn.incoming.text.strip(" ./").casefold() != CAPTION:
        raise Rejected(WHERE)
    return [_taken(turn, turn.incoming.templat, Jenis.LAPORAN)]


def _taken(turn: Turn, found: CheckedTemplate, asked: Jenis) -> Outgoing:
    """A file that is known for a letter becomes the template of letters, whichever was asked for."""
    jenis = Jenis.SURAT if found.letter else asked
    if found.faults:
        told = [f"• {sentence}" for sentence in found.faults]
        stays = _stays(turn, jenis)
        raise Rejected("\n".join(["Templat ini belum dapat dipakai. Perbaiki dahulu:", *told, "", stays]))
    before = _number(rows.of(turn, jenis))
    row = rows.add(turn, found.name, found.docx, turn.anggota.id, jenis)
    change = _noted(turn, "unggah", before, row.id)
    done = f"Templat baru berlaku mulai {WORDS[jenis].next}."
    return _card(turn, jenis, "\n".join([done, *_warned(found)]), change)


def _warned(found: CheckedTemplate) -> list[str]:
    """The lines about what the template has lost, which does not keep it from being used."""
    return ["Perhatikan:", *(f"• {sentence}" for sentence in found.lost), ""] if found.lost else []


def _stays(turn: Turn, jenis: Jenis) -> str:
    row = rows.of(turn, jenis)
    return f"Yang berlaku tetap {f'“{row.nama}”' if row else 'templat bawaan'}."


def upload(turn: Turn, door: UploadTemplate) -> Says:
    return [asking.question(turn, FILE, door, ASK, title=f"Unggah {WORDS[door.jenis].title.lower()}")]


def builtin(turn: Turn, door: BuiltinTemplate) -> Says:
    row = rows.of(turn, door.jenis)
    if row is None:
        raise Rejected("Templat bawaan memang sedang dipakai.")
    rows.end(turn, door.jenis)
    change = _noted(turn, "bawaan", row.id, 0)
    return [_card(turn, door.jenis, f"{WORDS[door.jenis].next.capitalize()} memakai templat bawaan.", change)]


def undone(turn: Turn, change: Audit) -> Says:
    named = rows.get(turn, change.ref)
    jenis = named.jenis if named else Jenis.LAPORAN
    before, now = change.before["berlaku"], _number(rows.of(turn, jenis))
    changes.unless(now, before, change.after["berlaku"], "Lihat /templat.")
    row = rows.get(turn, before) if before else None
    if before and row is None:
        raise Rejected("Templat itu tidak ditemukan. Lihat /templat.")
    rows.use(turn, row, jenis)
    _noted(turn, changes.TAKE_BACK, now, before)
    return [_card(turn, jenis, "Diurungkan.")]


def _noted(turn: Turn, action: str, before: int, now: int) -> Audit:
    old, new = {"berlaku": before}, {"berlaku": now}
    return audit.note(turn.session, turn.anggota, turn.now, "templat", now or before, action, old, new)


def download(turn: Turn, door: DownloadTemplate) -> Says:
    row, words = rows.of(turn, door.jenis), WORDS[door.jenis]
    nama = row.nama if row else f"{words.title} {turn.satker.nama}.docx".replace("/", "-")
    figures = Templat(_number(row), nama, door.jenis is Jenis.SURAT)
    return drawn.asked(turn, "templat", figures, title=words.title, text=words.edit)


def example(turn: Turn, door: ExampleReport) -> Says:
    """Draw the running triwulan with the template in force, as no version and only for the person who asks."""
    periode, row, letter = periods.triwulan(turn.today), rows.of(turn, door.jenis), door.jenis is Jenis.SURAT
    gathered = gather.gather(turn, periode, turn.today)
    marked = replace(gathered, surat=replace(gathered.surat, nomor="CONTOH, bukan laporan resmi"))
    what = "Surat" if letter else "Laporan"
    nama = f"CONTOH {what} {turn.satker.nama} {periode.judul}".replace("/", "-")
    told = f"Memakai {f'“{row.nama}”' if row else 'templat bawaan'}. Contoh ini tidak dicatat sebagai laporan."
    title = f"{WORDS[door.jenis].example} {periode.judul}"
    says = drawn.asked(turn, "contoh", Trial(marked, _number(row), nama, letter), title=title, text=told)
    return says if drawn.joined(says) else [turn.toast("Contoh sedang disusun…"), *says]


def _number(row: rows.Templat | None) -> int:
    return row.id if row else 0


def _card(turn: Turn, jenis: Jenis, done: str = "", change: Audit | None = None) -> Outgoing:
    row, words = rows.of(turn, jenis), WORDS[jenis]
    text = "\n".join(part for part in (done, _in_force(turn, row), words.how) if part)
    return turn.reply(text, title=words.title, menu=_menu(jenis, row, change), card=words.card)


def _in_force(turn: Turn, row: rows.Templat | None) -> str:
    if row is None:
        return "Yang berlaku: templat bawaan."
    by = people.get(turn, row.anggota_id) if row.anggota_id else None
    since = f"Yang berlaku: “{row.nama}”, sejak {_day(turn, row.dibuat_at)}"
    return indonesian.full_stop(f"{since}{f', dari {by.nama}' if by else ''}")


def _day(turn: Turn, at: datetime) -> str:
    return indonesian.tanggal(turn.satker.local(at).date())


def _menu(jenis: Jenis, row: rows.Templat | None, change: Audit | None) -> Menu:
    files = Button("Unduh templat", DownloadTemplate(jenis)), Button("Unggah templat", UploadTemplate(jenis))
    ours = (Button("Pakai bawaan", BuiltinTemplate(jenis)),) if row else ()
    other = Jenis.LAPORAN if jenis is Jenis.SURAT else Jenis.SURAT
    beside = (Button(WORDS[other].title, Template(other)), *changes.back(change))
    return files, (*ours, Button("Contoh", ExampleReport(jenis))), beside


def happened(outcome: Outcome) -> Says:
    """Tells the person who asked for a file if it could not be made."""
    drawing = outcome.drawing
    if drawing and outcome.became == Became.FAILED:
        text = f"Maaf, {FILES[drawing.renderer]} tidak dapat dibuat. Coba lagi dengan /templat."
        yield Outgoing(outcome.chat, text=text)
