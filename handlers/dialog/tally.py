"""A tally becomes counted konten: one for each jenis ("foto 3, link 1"), on the platforms that the satker usually posts
to; or one with a number for each platform ("ig 69, fb 69"), whose jenis is asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from handlers.catatan import konten, late, receipt
from handlers.catatan.kegiatan import show_tanggal
from handlers.chat.messages import Outgoing, Rejected, Turn
from handlers.reading.dates.forms import Days
from handlers.reading.forms import Answers, Form, Question
from handlers.reading.links import PLATFORM_WORDS
from handlers.reading.message.counts import by_jenis, by_platform
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.parts import Reading
from storage.catatan import drafts
from storage.catatan import konten as rows
from storage.catatan.drafts import Draft
from storage.catatan.konten import Konten
from storage.foto import photos
from storage.kantor import audit
from storage.kantor.satker import next_nomor
from storage.nasional import jenis, platform


def read(text: str, _today: date) -> dict[str, int]:
    """The number of each jenis, or of each platform."""
    return counted(text, Gazetteer(platforms=PLATFORM_WORDS))


def counted(text: str, known: Gazetteer) -> dict[str, int]:
    """The same by the words of an office; Rejected where the text counts nothing."""
    found = by_jenis(text, known.jenis).numbers or by_platform(text, known.platforms).numbers
    if not found:
        raise Rejected("Hitungannya belum terbaca. Tulis misalnya foto 3, link 1, repost 1.")
    ranked = [*jenis.keys(), *platform.every()]
    return {name: found[name] for name in (*ranked, *(one for one in found if one not in ranked)) if name in found}


def of_platforms(answers: Answers) -> bool:
    """Whether the numbers are those of platforms; a tally counts either, and jenis of the country are known."""
    told = answers.get("hitungan") or {}
    return bool(told) and all(_is_platform(answers, name) for name in told)


def _is_platform(answers: Answers, name: str) -> bool:
    return name in platform.every() or (name not in jenis.every() and name in (answers.get("platform") or ()))


def of_jenis(answers: Answers) -> bool:
    return not of_platforms(answers)


def show(value: dict[str, int]) -> str:
    return ", ".join(f"{jenis} {n}" for jenis, n in value.items())


def show_named(value: dict[str, int], answers: Answers) -> str:
    """The same with platforms by the names that they had on the day."""
    return show(dict(zip(konten.names(value, answers), value.values(), strict=True)))


_JENIS, _WHERE, _TANGGAL = (konten.FORM.question(name) for name in ("jenis", "platform", "tanggal"))
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
            show_beside=show_named,
            required=True,
        ),
        *(replace(q, relevant=of_platforms) for q in (_JENIS,) if q),
        *(replace(q, relevant=of_jenis) for q in (_WHERE,) if q),
        *(q for q in (_TANGGAL,) if q),
    ),
)


def save(turn: Turn, draft: Draft) -> Outgoing:
    """Save one counted konten for each jenis, and return one receipt with all their numbers."""
    rows = made(turn, draft, Reading(draft.macam, draft.answers, rest=tuple(draft.rest)))
    rows[0].draft_id = draft.id
    photos.move(turn.session, draft, rows[0])
    draft.state, draft.nomor, draft.diubah_at = drafts.State.SAVED, rows[0].nomor, turn.now
    return _receipt(turn, draft, rows, draft.answers)


def made(turn: Turn, draft: Draft, told: Reading) -> list[Konten]:
    """New counted konten, one for each jenis; their history keeps the words that no field took."""
    kept = FORM.kept(told.answers)
    return [_konten(turn, draft, kept, jenis, numbers, told.rest) for jenis, numbers in _numbers(kept)]


def _numbers(answers: Answers) -> list[tuple[str, dict[str, int]]]:
    """Each jenis with its numbers by platform."""
    if of_platforms(answers):
        return [(answers["jenis"], answers["hitungan"])]
    return [(jenis, dict.fromkeys(answers["platform"], n)) for jenis, n in answers["hitungan"].items()]


def _konten(
    turn: Turn, draft: Draft, answers: Answers, jenis: str, numbers: dict[str, int], unused: Sequence[str]
) -> Konten:
    row = konten.new(turn, next_nomor(turn))
    told = Days.of(answers["tanggal"])
    row.jenis, row.tanggal, row.sebulan = jenis, told.mulai, told.sebulan
    rows.place(row, numbers)
    turn.session.add(row)
    turn.session.flush()
    after = {"jenis": jenis, "jumlah": row.jumlah, "draft": draft.id}
    after |= {audit.UNUSED: [*unused]} if unused else {}
    audit.note(turn.session, turn.anggota, turn.now, "konten", row.nomor, "catat", after=after)
    return row


def _receipt(turn: Turn, draft: Draft, made: list[Konten], answers: Answers) -> Outgoing:
    each = show_named(answers["hitungan"], answers) if of_platforms(answers) else ""
    told = [f"#{row.nomor} {row.jenis}: {each or row.jumlah}" for row in made]
    when = show_tanggal(answers["tanggal"])
    title = f"Tercatat #{made[0].nomor}" + (f"–#{made[-1].nomor}" if len(made) > 1 else "")
    text = "\n".join(
        [
            *told,
            f"Platform: {konten.where(made[0])}",
            f"Tanggal: {when}",
            *late.told(made[0], late.of(turn, late.closings(turn), made[0]), turn.anggota),
        ]
    )
    return turn.reply(text, title=title, menu=receipt.of_each(made), card=f"draft:{draft.id}")
