"""/atur: the settings of the satker on one card, section by section, or in one line."""

from collections.abc import Sequence
from typing import Any

from rapidfuzz import process

from handlers import atur_simpan, isian, naskah
from handlers.atur_daftar import CARD, DO, PRESS, baru, listed, row_card
from handlers.chat import Button, Menu, Outgoing, Rejected, Says, Turn
from handlers.forms import in_rows
from handlers.pengaturan import BAGIAN, DARI, TUNGGAL, Bagian, Setelan, Terdaftar
from storage import isian as awaited
from storage.audit import Audit
from storage.satker import Satker

SHOWN = 80
KOLASE = ("kolase_hari", "kolase_jam")


def atur(turn: Turn) -> Says:
    """/atur shows the sections; /atur ketua Nama sets one thing."""
    return [_line(turn, turn.text) if turn.text else _sections(turn)]


def press(turn: Turn) -> Says:
    """at: the sections; at:<bagian>; at:<bagian>:<row>[:<setelan>[:<choice>]]; at:<bagian>:baru; at:k:<audit>; more in
    atur_daftar."""
    _, kunci, *rest = (*turn.incoming.press.split(":"), "", "")
    # Whoever presses on does not answer what was asked before.
    awaited.drop(turn.session, turn.anggota)
    if not kunci:
        return [_sections(turn)]
    if kunci == "k":
        return [_after(turn, atur_simpan.undone(turn, int(rest[0])), "Dikembalikan.")]
    bagian = DARI[kunci]
    what = [part for part in rest if part]
    if not what:
        return [_section(turn, bagian)]
    if what[0] == "baru":
        return [_asked_new(turn, bagian)]
    return [_row(turn, bagian, int(what[0]), what[1:])]


def _row(turn: Turn, bagian: Bagian, id_: int, what: list[str]) -> Outgoing:
    row = atur_simpan.find(turn, bagian.kind, id_)
    if not what:
        return row_card(turn, bagian, row)
    if what[0] in DO:
        entry, told = DO[what[0]](turn, bagian, row)
        return listed(turn, bagian, told, entry)
    setelan = _named(bagian, what[0])
    if what[1:]:
        return _set(turn, bagian, row, setelan, setelan.choices[int(what[1])])
    return _asked(turn, bagian, row, setelan)


def answer(turn: Turn, rest: str) -> Says:
    """<bagian>:<row|baru>[:<setelan>]"""
    kunci, id_, *name = rest.split(":")
    bagian = DARI[kunci]
    if id_ == "baru":
        done = _new(turn, bagian, turn.incoming.text)
    else:
        row = atur_simpan.find(turn, bagian.kind, int(id_))
        done = _set(turn, bagian, row, _named(bagian, name[0]), turn.incoming.text)
    return [naskah.dijawab(turn, f"{PRESS}:{rest}"), done]


def _named(bagian: Bagian, name: str) -> Setelan:
    return next(one for one in bagian.setelan if one.name == name)


def _asked(turn: Turn, bagian: Bagian, row: Terdaftar, setelan: Setelan) -> Outgoing:
    now = setelan.show(getattr(row, setelan.name)) if getattr(row, setelan.name) is not None else ""
    text = f"Sekarang: {now or 'belum ada'}"
    back = (Button("Kembali", f"{PRESS}:{bagian.kunci}"),)
    if setelan.choices:
        where = f"{PRESS}:{bagian.kunci}:{row.id}:{setelan.name}"
        buttons = [Button(label, f"{where}:{n}") for n, label in enumerate(setelan.choices)]
        return turn.reply(text, title=setelan.label, menu=(*in_rows(buttons, 3), back), card=CARD)
    how = "Tulis penggantinya dalam satu pesan; “-” untuk mengosongkan."
    return isian.ask(turn, f"{PRESS}:{bagian.kunci}:{row.id}:{setelan.name}", f"{text}\n\n{how}", title=setelan.label)


def _set(turn: Turn, bagian: Bagian, row: Terdaftar, setelan: Setelan, text: str) -> Outgoing:
    before, value = getattr(row, setelan.name), setelan.read(text, turn.today)
    if value == before:
        return _back(turn, bagian, row, "Tidak ada yang berubah.")
    entry = atur_simpan.changed(turn, row, **{setelan.name: value})
    return _back(turn, bagian, row, f"{setelan.label}: {_said(setelan, before)} → {_said(setelan, value)}", entry)


def _said(setelan: Setelan, value: Any) -> str:
    shown = "" if value is None else setelan.show(value)
    return naskah.pendek(shown, SHOWN * 3) or "kosong"


def _back(turn: Turn, bagian: Bagian, row: Terdaftar, told: str, entry: Audit | None = None) -> Outgoing:
    if bagian.kind is Satker:
        return _section(turn, bagian, told, entry)
    return row_card(turn, bagian, row, told, entry)


def _asked_new(turn: Turn, bagian: Bagian) -> Outgoing:
    return isian.ask(turn, f"{PRESS}:{bagian.kunci}:baru", bagian.ask, title=f"Tambah: {bagian.label}")


def _new(turn: Turn, bagian: Bagian, text: str) -> Outgoing:
    setelan = _named(bagian, bagian.first)
    row = baru(turn, bagian, setelan.read(text, turn.today))
    entry = atur_simpan.added(turn, row)
    return row_card(turn, bagian, row, "Ditambahkan. Lengkapi isinya di bawah ini.", entry)


def _after(turn: Turn, entry: Audit, told: str) -> Outgoing:
    bagian = next((one for one in BAGIAN if one.kind.__tablename__ == entry.what), BAGIAN[0])
    if bagian.kind is Satker:
        name = next(iter(entry.after), "")
        bagian = next((one for one, setelan in TUNGGAL if setelan.name == name), bagian)
        return _section(turn, bagian, told)
    return listed(turn, bagian, told)


def _sections(turn: Turn) -> Outgoing:
    buttons = [Button(bagian.label, f"{PRESS}:{bagian.kunci}") for bagian in BAGIAN]
    text = "Pilih yang akan diatur, atau tulis langsung, misalnya /atur ketua Nama Lengkap."
    return turn.reply(text, title=f"Pengaturan {turn.satker.nama}", menu=in_rows(buttons, 2), card=CARD)


def _section(turn: Turn, bagian: Bagian, told: str = "", entry: Audit | None = None) -> Outgoing:
    if bagian.kind is not Satker:
        return listed(turn, bagian, told, entry)
    head = [told, ""] if told else []
    lines = [
        f"{one.label}: {naskah.pendek(_said(one, getattr(turn.satker, one.name)), SHOWN)}" for one in bagian.setelan
    ]
    return turn.reply("\n".join([*head, *lines]), title=bagian.label, menu=_menu(turn, bagian, entry), card=CARD)


def _menu(turn: Turn, bagian: Bagian, entry: Audit | None) -> Menu:
    fields = [Button(one.label, f"{PRESS}:{bagian.kunci}:{turn.satker.id}:{one.name}") for one in bagian.setelan]
    undo = (Button("Kembalikan", f"{PRESS}:k:{entry.id}"),) if entry else ()
    more = (Button("Templat laporan", "tp"),) if bagian.kunci == "laporan" else ()
    return (*in_rows(fields, 2), *((more,) if more else ()), (*undo, Button("Pengaturan lain", PRESS)))


def _line(turn: Turn, text: str) -> Outgoing:
    """/atur kumulatif tidak; /atur kolase Jumat 16.00; /atur dasar shows a section."""
    words = text.split()
    if len(words) == 1 and words[0].casefold() in DARI:
        return _section(turn, DARI[words[0].casefold()])
    if words[0].casefold() == "kolase" and len(words) > 1:
        return _kolase(turn, words[1:])
    for count in range(min(4, len(words) - 1), 0, -1):
        if (found := _known(" ".join(words[:count]))) is not None:
            bagian, setelan = found
            return _set(turn, bagian, turn.satker, setelan, text.split(maxsplit=count)[count])
    raise Rejected(_nearest(text))


def _kolase(turn: Turn, words: Sequence[str]) -> Outgoing:
    by_name = {one.name: one for one in DARI["kolase"].setelan}
    parts = dict(zip(KOLASE, (words[0], " ".join(words[1:])), strict=True))
    values = {name: by_name[name].read(text, turn.today) for name, text in parts.items() if text}
    before = ", ".join(by_name[name].show(getattr(turn.satker, name)) for name in values)
    entry = atur_simpan.changed(turn, turn.satker, **values)
    after = ", ".join(by_name[name].show(value) for name, value in values.items())
    return _section(turn, DARI["kolase"], f"Kolase: {before} → {after}", entry)


def _known(word: str) -> tuple[Bagian, Setelan] | None:
    plain = word.casefold().replace("_", " ")
    names = ((bagian, one) for bagian, one in TUNGGAL if plain in (one.label.casefold(), one.name.replace("_", " ")))
    return next(names, None)


def _nearest(text: str) -> str:
    names = [one.label.casefold() for _, one in TUNGGAL] + [bagian.kunci for bagian in BAGIAN]
    near = [name for name, score, _ in process.extract(text.casefold(), names, limit=3) if score > 60]  # noqa: PLR2004 - of a hundred
    hint = f"Maksud Anda {' atau '.join(near)}?" if near else "Ketik /atur untuk melihat semuanya."
    return f"Setelan itu tidak dikenal. {hint} Tulis misalnya /atur ketua Nama Lengkap."
