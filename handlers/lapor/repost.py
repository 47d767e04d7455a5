"""The weekly question for Repost, which nobody reports one by one; the answer is one counted konten of that pekan."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from handlers.chat.door import Stale
from handlers.chat.messages import Button, Chat, Menu, Outgoing, Says, Turn
from handlers.chat.pages import in_rows
from handlers.koreksi.doors import Change, Delete
from handlers.lapor.doors import Reposts
from handlers.reading.dates.calendar import is_workday
from handlers.reading.dates.pekan import Pekan
from renderers import indonesian
from storage.catatan import konten
from storage.catatan.konten import Konten
from storage.kantor import audit, people
from storage.kantor.people import Role
from storage.kantor.satker import Here, next_nomor
from storage.laporan import deliveries
from storage.laporan.deliveries import Delivery

KIND, JENIS = "repost", "Repost"
DAY, HOUR, MORNING = 4, time(15), time(8)
# On a holiday the question waits for the next working day; a week that is long past is not asked about.
PATIENCE = timedelta(days=6)
MOST = 15


def weekly(here: Here) -> Says:
    local = here.clock
    pekan = due(local)
    if pekan is None or deliveries.taken(here, KIND, pekan.kode):
        return ()
    told = {"mulai": pekan.mulai.isoformat()}
    row = deliveries.claim(here, KIND, pekan.kode, told, deliveries.State.SENT)
    return list(_questions(here, row, local.date())) if row else ()


def due(local: datetime) -> Pekan | None:
    """The pekan whose reposts are asked for at this hour, if any."""
    this = Pekan.of(local.date())
    for pekan in (this, this.previous()):
        friday = datetime.combine(pekan.mulai + timedelta(days=DAY), HOUR, local.tzinfo)
        on_time = local.date() == friday.date() or local.time() >= MORNING
        if friday <= local < friday + PATIENCE and on_time and is_workday(local.date()):
            return pekan
    return None


def _questions(here: Here, row: Delivery, today: date) -> Iterator[Outgoing]:
    text = _question(here, _pekan(row), today)
    for member in people.current(here, today):
        if member.role == Role.KETUA_PELAKSANA and member.ingatkan:
            for known in people.identities(here.session, member):
                yield Outgoing(Chat(known.channel, known.chat), text=text, menu=_numbers(row), card=_card(row))


def _question(here: Here, pekan: Pekan, today: date) -> str:
    known = sum(k.jumlah for k in konten.between(here, pekan.mulai, pekan.selesai) if _counts(k))
    beside = f" di luar {known} yang sudah tercatat" if known else ""
    when = "pekan ini" if today < pekan.selesai else "pekan lalu"
    return f"Berapa repost {when} ({_named(pekan)}){beside}?"


def _counts(row: Konten) -> bool:
    return row.jenis == JENIS and not row.sebulan


def _pekan(row: Delivery) -> Pekan:
    return Pekan(date.fromisoformat(row.figures["mulai"]))


def _named(pekan: Pekan) -> str:
    return indonesian.short_span(pekan.mulai, pekan.mulai + timedelta(days=DAY))


def _card(row: Delivery) -> str:
    return f"{KIND}:{row.period}"


def _numbers(row: Delivery) -> Menu:
    return in_rows([Button(str(n), Reposts(row.id, n)) for n in range(MOST + 1)], 4)


def count(turn: Turn, door: Reposts) -> Says:
    """Record the answer as a counted konten, once; afterwards it is changed like any catatan."""
    row, n = deliveries.find(turn, door.delivery), door.count
    if row is None or row.kind != KIND or n > MOST:
        raise Stale
    if nomor := row.figures.get("nomor"):
        return [turn.toast(f"Sudah tercatat #{nomor}. Tekan Ubah, atau ketik /ubah {nomor}.")]
    return [_counted(turn, row, n) if n else _none(turn, row)]


def _none(turn: Turn, row: Delivery) -> Outgoing:
    text = f"Tidak ada repost pada {_named(_pekan(row))}. Bila ternyata ada, tekan angkanya."
    return turn.reply(text, menu=_numbers(row), card=_card(row))


def _counted(turn: Turn, row: Delivery, n: int) -> Outgoing:
    made = Konten(satker_id=turn.satker.id, nomor=next_nomor(turn), jenis=JENIS)
    # The week belongs to the month of its Thursday, so its counted konten does too.
    made.tanggal, made.pelapor_id, made.dibuat_at = _pekan(row).thursday, turn.anggota.id, turn.now
    turn.session.add(made)
    konten.place(made, dict.fromkeys(turn.satker.platform_bawaan or konten.PLATFORM[:1], n))
    turn.session.flush()
    row.figures = row.figures | {"nomor": made.nomor}
    after = {"jenis": JENIS, "jumlah": n, "pekan": row.period}
    audit.note(turn.session, turn.anggota, turn.now, "konten", made.nomor, "catat", after=after)
    where = indonesian.daftar([p.platform for p in made.postingan])
    menu = ((Button("Ubah", Change(made.nomor)), Button("Hapus", Delete(made.nomor))),)
    text = f"{n} Repost di {where}, {_named(_pekan(row))}."
    return turn.reply(text, title=f"Tercatat #{made.nomor}", menu=menu, card=_card(row))
