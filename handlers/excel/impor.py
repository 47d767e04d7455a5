"""/impor: a workbook of /ekspor comes back; nothing is taken unless every row is right and somebody says Simpan."""

from collections.abc import Sequence

from handlers.catatan.kegiatan import show_tanggal
from handlers.catatan.records import KINDS, changes, kind_of, living
from handlers.catatan.save import change
from handlers.chat.access import Sent, refusal
from handlers.chat.door import Stale
from handlers.chat.events import Imported
from handlers.chat.messages import Button, Outgoing, Rejected, Says, Turn
from handlers.excel import impor_template
from handlers.excel.doors import Take, Template
from handlers.excel.impor_rows import Compared, RowChange, read
from renderers import indonesian
from renderers.frozen import freeze, thaw
from storage.kantor import audit
from storage.kantor.satker import next_nomor
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery

KIND = "impor"
TEMPLAT = ("templat", "template")
SHOWN, WIDE = 15, 220
HOW = (
    "Kirim berkas .xlsx dari /ekspor yang sudah Anda ubah ke sini. Nomor yang kosong menjadi catatan baru; "
    "baris yang Anda hapus dari berkas tetap tercatat. Sebelum disimpan, perubahannya ditunjukkan dahulu."
)


def impor(turn: Turn) -> Says:
    if turn.text.casefold() in TEMPLAT:
        return impor_template.sent(turn)
    return [turn.reply(HOW, menu=((Button("Unduh templat", Template()),),))]


def workbook(turn: Turn) -> Says | None:
    """Reads a workbook that was sent though the bot had not asked for it; None if the message brings none."""
    if not turn.incoming.workbook:
        return None
    if refused := refusal(Sent.WORKBOOK, turn.anggota.role):
        raise Rejected(refused)
    compared = read(turn, turn.incoming.workbook)
    if compared.wrong:
        raise Rejected("\n".join(["Tidak ada yang diimpor. Perbaiki dahulu:", *_listed(compared.wrong)]))
    if not compared.changes:
        same = "Tidak ada yang berubah: isi berkas sama dengan catatan."
        return [turn.reply("\n".join([*compared.missing, same]))]
    period = f"{turn.incoming.chat.channel} {turn.incoming.event}"
    row = deliveries.claim(turn, KIND, period, {"rows": [freeze(one) for one in compared.changes]})
    return [_asked(turn, row, compared)] if row else []


def _listed(told: Sequence[str]) -> list[str]:
    rest = [f"… dan {len(told) - SHOWN} lagi."] if len(told) > SHOWN else []
    return [*(f"• {shortened(line)}" for line in told[:SHOWN]), *rest]


def shortened(line: str) -> str:
    """The line cut to a fixed width, so that one message holds all lines, however long a keterangan is."""
    return line if len(line) <= WIDE else f"{line[: WIDE - 1].rstrip()}…"


def _asked(turn: Turn, row: Delivery, compared: Compared) -> Outgoing:
    found = compared.changes
    menu = ((Button("Simpan", Take(row.id, save=True)), Button("Batal", Take(row.id, save=False))),)
    lines = [*_listed([_line(one) for one in found]), *compared.missing]
    text = "\n".join([*lines, "", "Sudah benar? Tekan Simpan."])
    return turn.reply(text, title=f"Impor: {_counts(found)}", menu=menu, card=f"{KIND}:{row.id}")


def _line(one: RowChange) -> str:
    form = KINDS[one.form].form
    if one.nomor:
        return f"#{one.nomor} {'; '.join(changes(form, one.before, one.answers))}"
    named = one.answers.get("nama") or one.answers.get("judul") or one.answers.get("jenis")
    return f"Baru: {named} ({show_tanggal(one.answers['tanggal'])})"


def _counts(found: Sequence[RowChange]) -> str:
    old, new = sum(one.nomor is not None for one in found), sum(one.nomor is None for one in found)
    return indonesian.daftar([f"{n} {what}" for n, what in ((old, "diubah"), (new, "baru")) if n])


def template(turn: Turn, _door: Template) -> Says:
    return impor_template.sent(turn)


def take(turn: Turn, door: Take) -> Says:
    row = deliveries.find(turn, door.asked)
    if row is None or row.kind != KIND:
        raise Stale
    if row.state != deliveries.State.CLAIMED:
        raise Rejected("Impor ini sudah selesai.")
    found = [thaw(RowChange, one) for one in row.figures["rows"]]
    row.state = deliveries.State.SENT if door.save else deliveries.State.EMPTY
    if not door.save:
        return [turn.reply("Impor dibatalkan. Tidak ada yang berubah.", card=f"{KIND}:{row.id}")]
    numbers = [_applied(turn, one) for one in found]
    text = f"Diimpor: {_counts(found)} ({', '.join(f'#{n}' for n in numbers[:SHOWN])})."
    return [turn.reply(text, card=f"{KIND}:{row.id}"), Imported(turn)]


def _applied(turn: Turn, one: RowChange) -> int:
    if one.nomor is None:
        return _new(turn, one)
    row = living(turn, one.nomor)
    now = kind_of(row).answers_of(row)
    if any((now.get(name) or None) != (value or None) for name, value in one.before.items()):
        raise Rejected(f"#{one.nomor} sudah diubah sejak berkasnya dikirim. Mohon kirim lagi berkasnya.")
    change(turn, row, one.answers, KIND)
    return one.nomor


def _new(turn: Turn, one: RowChange) -> int:
    kind = KINDS[one.form]
    row = kind.new(turn, next_nomor(turn))
    kind.fill(row, {name: value for name, value in one.answers.items() if value is not None})
    turn.session.add(row)
    turn.session.flush()
    nomor: int = row.nomor
    audit.note(turn.session, turn.anggota, turn.now, one.form, nomor, KIND, after=kind.answers_of(row))
    return nomor
