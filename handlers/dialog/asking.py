"""A card asks for one text, photo or file, with an example, and the next thing that the person sends is the answer."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any, TypeVar

from handlers.chat.door import Door, More, Stale
from handlers.chat.face import Ask, Takes
from handlers.chat.messages import Button, Edit, Menu, Outgoing, Rejected, Says, Turn
from storage.catatan import drafts
from storage.chat import isian

D = TypeVar("D", bound=Door)
Asks = Mapping[str, Ask[Any]]

# After an hour people have forgotten the question, and their message tells of something new.
WAIT = timedelta(hours=1)


class Cancel(Door, code="n"):
    """The button Batal below an open question. `asked`: the door of that question in its written form."""

    asked: str


def question(
    turn: Turn, ask: Ask[D], about: D, text: str, *, title: str = "", card: str = "", menu: Menu = ()
) -> Outgoing:  # fmt: skip
    """Ask a question; the next message of the person goes to the Ask with the code of `about`, which says what the
    question is about. A question that takes the place of a `card` brings the buttons that lead back there."""
    if draft := drafts.open_of(turn.session, turn.anggota):
        drafts.put_away(turn, draft)
    isian.ask(turn.session, turn.anggota, about.written(), turn.now)
    menu = menu or ((Button("Batal", Cancel(about.written())),),)
    asked = turn.reply(text, title=title, menu=menu, card=card or key(about))
    return replace(asked, placeholder=ask.example(about) or ANSWER)


def cancel(turn: Turn, door: Cancel) -> Says:
    awaited = isian.awaited(turn.session, turn.anggota)
    if awaited is None or awaited.perihal != door.asked:
        raise Rejected("Pertanyaan ini sudah dijawab atau dibatalkan.")
    drop(turn)
    return [turn.reply("Dibatalkan. Tidak ada yang berubah.", card=f"isian:{door.asked}")]


def answered(turn: Turn, asks: Asks) -> Says | None:
    """Hand the message to the open question, and return what it says; None if no question is open or the message is of
    another kind. A Rejected answer leaves the question open."""
    awaited = isian.awaited(turn.session, turn.anggota)
    if awaited is None or turn.now - awaited.dibuat_at > WAIT:
        return None
    drop(turn)
    ask, about = _read(asks, awaited)
    # A photo tells of something new, so it is refused as an answer to a question for words.
    if ask is None or not ask.open_to(turn.anggota.role) or _sent(turn) not in ask.takes:
        return None
    return ask.answer(turn, about)


def placeholder(turn: Turn, asks: Asks) -> str:
    """The words for the empty input field while a question is open; empty if none is."""
    awaited = isian.awaited(turn.session, turn.anggota)
    ask, about = _read(asks, awaited) if awaited else (None, None)
    return (ask.example(about) or ANSWER) if ask else ""


def instead(turn: Turn, asks: Asks) -> str:
    """What the open question wants in place of the file that cannot be taken; empty where it has no advice."""
    awaited = isian.awaited(turn.session, turn.anggota)
    ask, _ = _read(asks, awaited) if awaited and turn.now - awaited.dibuat_at <= WAIT else (None, None)
    return ask.instead(turn.incoming.suffix) if ask else ""


def _read(asks: Asks, awaited: isian.Isian) -> tuple[Ask[Any] | None, Any]:
    """The question that is open and what it is about; none where it was asked by another release and cannot be read."""
    ask = asks.get(awaited.perihal.partition(":")[0])
    try:
        return ask, ask and ask.door.read(awaited.perihal)
    except Stale:
        return None, None


def _sent(turn: Turn) -> Takes:
    said = turn.incoming
    if said.foto:
        return Takes.PHOTO | Takes.TEXT if said.text else Takes.PHOTO
    return Takes.FILE if said.workbook or said.templat else Takes.TEXT


def drop(turn: Turn) -> None:
    """End the question to this person."""
    isian.drop(turn.session, turn.anggota)


def pressed(turn: Turn) -> None:
    """A press on any button but Batal and Lainnya… closes the open question."""
    if turn.incoming.press.partition(":")[0] not in (Cancel.code, More.code):
        drop(turn)


def key(about: Door) -> str:
    """The key of a question's card."""
    return f"isian:{about.written()}"


def done(turn: Turn, about: Door, text: str = "Terima kasih, sudah dicatat.") -> Outgoing:
    """The card of a question with the outcome in place of the question."""
    return Edit(turn.incoming.chat, text=text, card=key(about))


# Telegram refuses a placeholder of more than 64 letters.
LONGEST = 64
ANSWER = "Tulis jawabannya di sini"
FIRST = "Tulis kegiatannya, atau tempel tautannya"
KEGIATAN = {
    "nama": "Misalnya: Rapat Pleno Rutin",
    "tanggal": "Misalnya: kemarin, atau 17 Juni",
    "instansi": "Misalnya: Bawaslu Kota Probolinggo",
    "uraian": "Misalnya: Rapat Koordinasi",
    "keterangan": "Misalnya: Persiapan Pemilu 2024",
    "tempat": "Misalnya: Aula KPU",
    "waktu": "Misalnya: 09.00, atau 09.00–11.00",
    "peserta": "Misalnya: 25 orang, Bawaslu dan PPK",
}
KONTEN = {
    "judul": "Judul kontennya",
    "tanggal": "Misalnya: kemarin, 17 Juni, atau Mei 2022",
    "tautan": "https://…",
    "jumlah": "Misalnya: 3, atau IG 3, FB 2",
}
EXAMPLES = {
    **{f"kegiatan:{name}": text for name, text in KEGIATAN.items()},
    **{f"konten:{name}": text for name, text in KONTEN.items()},
    "hitungan:hitungan": "Misalnya: foto 3, link 1, repost 1",
    "hitungan:tanggal": KONTEN["tanggal"],
}


def of_question(form: str, question: str) -> str:
    """The example for a question of a form; empty for a question that buttons answer."""
    return EXAMPLES.get(f"{form}:{question}", "")
