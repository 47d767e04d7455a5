"""What a text for WhatsApp says of records: one with all its fields, several with a line each; links by platform."""

from collections.abc import Sequence
from datetime import date

from handlers.catatan import konten as of_konten
from handlers.catatan.records import Catatan, kind_of
from handlers.catatan.seen import Seen
from handlers.reading.forms import shown
from handlers.reading.text import shortened
from handlers.whatsapp.text import Part, Text, text
from renderers import indonesian
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.kantor.satker import Satker
from storage.nasional import platform

# Columns of the report, which say nothing to a reader of the group; links have a list of their own.
UNTOLD = ("sektor", "uraian", "tautan", "informasi")

# So much of a value that is longer than a form takes, so that all fields together have room.
FIELD = 500


def of_one(office: Satker, one: Seen) -> Text:
    """Every field of the record, as its receipt names it."""
    photos = [f"Dokumentasi: {one.photos} foto"] if one.photos else []
    fields = _fields(one.row)
    told = [f"{label}: {value if len(value) <= FIELD else shortened(value, FIELD)}" for label, value in fields]
    cut = [label.casefold() for label, value in fields if len(value) > FIELD]
    return text([f"Izin melaporkan {_what([one])} {office.nama}:", "", *told, *photos], _links([one]), cut)


def _fields(row: Catatan) -> list[tuple[str, str]]:
    """The labels of what was told with the values in words."""
    kind, answers = kind_of(row), kind_of(row).answers_of(row)
    # A keterangan that nobody told repeats the name.
    same = ("keterangan",) if answers.get("keterangan") == answers.get("nama") else ()
    told = [q for q in kind.form.questions if q.name not in (*UNTOLD, *same) and q.relevant(answers)]
    return [(q.label, shown(q, answers)) for q in told if answers.get(q.name)]


def when(first: date, last: date) -> str:
    return indonesian.hari_tanggal(first) if first == last else indonesian.short_span(first, last)


def of_several(office: Satker, every: Sequence[Seen], first: date, last: date) -> Text:
    """A line for each record; the day stands behind it unless all are of one day."""
    held = [_held(one, one.row, first, last) for one in every if isinstance(one.row, Kegiatan)]
    posted = [_posting(one.row, first, last) for one in every if isinstance(one.row, Konten)]
    parts = [Part("Kegiatan:", "kegiatan", held), Part("Konten:", "konten", posted), *_links(every)]
    return text([f"Izin melaporkan {_what(every)} {office.nama}, {when(first, last)}:"], parts)


def _what(every: Sequence[Seen]) -> str:
    kinds = {one.row.__tablename__ for one in every}
    return indonesian.daftar([kind for kind in ("kegiatan", "konten") if kind in kinds])


def _held(one: Seen, row: Kegiatan, first: date, last: date) -> str:
    partner = f" bersama {row.instansi}" if row.instansi and row.instansi.casefold() not in row.nama.casefold() else ""
    place = "" if row.tempat.casefold() in row.nama.casefold() else row.tempat
    facts = [f"pukul {row.waktu}" if row.waktu[:1].isdigit() else row.waktu, place]
    facts += ["" if row.mulai == row.selesai == first == last else indonesian.span(row.mulai, row.selesai)]
    facts += [f"{one.photos} foto" if one.photos else ""]
    return _flat(f"{row.nama}{partner}", facts)


def _posting(row: Konten, first: date, last: date) -> str:
    count = f" ×{row.jumlah}" if row.jumlah > 1 else ""
    day = "" if row.tanggal == first == last and not row.sebulan else _day(row)
    return _flat(f"{row.jenis}{count}{f': {row.judul}' if row.judul else ''}", [of_konten.where(row), day])


def _day(row: Konten) -> str:
    return indonesian.bulan(row.tanggal) if row.sebulan else indonesian.tanggal(row.tanggal)


def _flat(head: str, facts: Sequence[str]) -> str:
    told = "; ".join(shortened(fact, FIELD) for fact in facts if fact)
    head = shortened(head, FIELD)
    return " ".join(f"{head} ({told})".split()) if told else " ".join(head.split())


def _links(every: Sequence[Seen]) -> list[Part]:
    """The links of the konten and of the Foto Berita of the kegiatan, a list for each platform."""
    found: dict[str, list[str]] = {}
    for row in _posted(every):
        for post in row.postingan:
            if post.url:
                found.setdefault(post.platform, []).append(post.url)
    day = max((one.row.day for one in every), default=date.min)
    return [Part(f"Tautan {platform.shown(key, day)}:", "tautan", found[key]) for key in platform.in_order(found)]


def _posted(every: Sequence[Seen]) -> list[Konten]:
    """Each konten once, also where it stands in the list beside the kegiatan that it came from."""
    told: list[Catatan | None] = [*(one.row for one in every), *(one.foto_berita for one in every)]
    rows = {row.id: row for row in told if isinstance(row, Konten) and row.dihapus_at is None}
    return list(rows.values())
