"""What a bot has to bear: many large photos, a bomb of every format, a workbook, a template, reports without end."""

import io
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from PIL import Image

from handlers.chat import queue
from handlers.chat.messages import Chat, Drawing, Outgoing
from renderers.figures import Cell, Kegiatan, Kolase, Rekap, Tautan
from renderers.frozen import freeze
from renderers.photo import prepared
from renderers.word.ooxml import pack
from storage.database import Database
from storage.foto import photos
from storage.kantor import people, templat
from storage.kantor.people import Role
from storage.kantor.satker import Satker
from storage.laporan import laporan
from tests.benchmarks import report_data
from tests.benchmarks.kolase_photos import FORTY_EIGHT, made
from tests.bot.conftest import jpeg
from tests.bot.trouble.pressure import Attack, answers, document
from tests.bot.updates import GROUP, USERS
from tests.bot.workshop.heic import grid
from tests.bot.workshop.test_received import BOMBS, book
from tests.botapi import BotAPI
from tests.conftest import here
from tests.renderers.templat_kantor.by_hand import typed

MANY = range(201, 209)
WEEKS, EACH = 13, 6
Made = Callable[[], bytes]


def _saved(form: str, **how: int) -> Made:
    def save() -> bytes:
        out = io.BytesIO()
        made(1, FORTY_EIGHT).save(out, form, **how)
        return out.getvalue()

    return save


# As heavy as Telegram lets a bot fetch them: 20 MB.
LARGE: dict[str, Made] = {
    "JPEG": _saved("JPEG", quality=85),
    "HEIC": lambda: grid(*FORTY_EIGHT),
    "PNG": lambda: _flat("PNG"),
    "GIF": lambda: _flat("GIF"),
    "WEBP": lambda: _flat("WEBP"),
    "AVIF": lambda: _flat("AVIF"),
}


def _flat(form: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", FORTY_EIGHT, "maroon").save(out, form, **({"speed": 10} if form == "AVIF" else {}))
    return out.getvalue()


def crowd(database: Database, _folder: Path) -> None:
    """Eight more who may send photos, so that all come at once."""
    with database.transaction() as session:
        office = here(session, session.get_one(Satker, 1))
        for number in MANY:
            row = people.add(office, f"Anggota {number}", Role.ANGGOTA)
            row.ingatkan = False
            people.identify(session, row, "telegram", str(number), str(number))


def large(form: str) -> Attack:
    return _files(f"eight {form} of 48 MP at once", form.lower(), [LARGE[form]] * len(MANY))


def bombs() -> Attack:
    return _files(f"{len(BOMBS)} bombs at once", "bomb", list(BOMBS.values()))


def _files(name: str, kind: str, files: list[Made]) -> Attack:
    data = {make: make() for make in set(files)}
    senders = [MANY[n % len(MANY)] for n in range(len(files))]

    def begin(api: BotAPI) -> None:
        for n, make in enumerate(files):
            api.deliver(**document(senders[n], f"{n}.{kind}", f"image/{kind}", data[make], api))

    return Attack(name, begin, _answered(senders), crowd)


def _answered(senders: Iterable[int]) -> Callable[[BotAPI], bool]:
    wanted = list(senders)
    return lambda api: all(answers(api, one) >= 1 for one in wanted)


def styles() -> Attack:
    """A workbook of 15 kB with 1.5 million formats."""
    data = book(1_500_000)

    def begin(api: BotAPI) -> None:
        sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
        api.deliver(**document(USERS["Qori"], "a.xlsx", sheet, data, api))

    return Attack("workbook of 1.5 million styles", begin, _answered([USERS["Qori"]]))


def reported(name: str, scale: int, template: bytes | None = None) -> Attack:
    """A report of so many times the sample that waits when the bot starts; over when the group has it."""

    def before(database: Database, folder: Path) -> None:
        names = kept(folder / "foto")
        with database.transaction() as session:
            office = here(session, session.get_one(Satker, 1), datetime.now(UTC))
            frozen = report(scale, names)
            row = laporan.add(office, "2022-TW2", freeze(frozen), frozen.batas)
            row.templat_id = templat.add(office, "a.docx", template, None).id if template else None
            group = Chat("telegram", str(GROUP), group=True)
            said = Outgoing(group, title="Laporan", drawing=Drawing("rekap", row.id), satker=1)
            queue.queue(session, [said], office.now)

    return Attack(name, lambda _: None, lambda api: answers(api, GROUP) > 0, before)


def kept(folder: Path) -> list[str]:
    """The names of photos enough for the sheets of a quarter, with their small copies beside them."""
    names = [photos.keep(folder, jpeg(n, (1280, 960))) for n in range(WEEKS * EACH)]
    for name in names:
        photos.keep_small(folder, name, prepared.make((folder / photos.name_of(name)).read_bytes()))
    return [photos.name_of(name) for name in names]


def report(scale: int, names: list[str]) -> Rekap:
    """The figures of the benchmark, kegiatan and links so many times, and the photos and sheets of a quarter."""
    plain = report_data.rekap(scale)
    days = [plain.periode.bulan[0] + timedelta(days=n % 90) for n in range(40 * scale)]
    links = tuple((one, f"https://contoh.id/{one}") for one in ("IG", "FB", "Twitter"))
    return replace(
        plain,
        kegiatan=tuple(
            Kegiatan(f"Rapat ke-{n}", day, day, "Aula", (names[n],) if n < len(names) else ())
            for n, day in enumerate(days)
        ),
        tautan=tuple(Tautan(day, False, "Foto Berita", f"Berita ke-{n}", links) for n, day in enumerate(days)),
        kolase=tuple(_week(n, names[n * EACH : (n + 1) * EACH]) for n in range(WEEKS)),
    )


def _week(number: int, names: list[str]) -> Kolase:
    cells = tuple(Cell(name, f"Rapat koordinasi ke-{n + 1}", "Senin, 18 April 2022") for n, name in enumerate(names))
    pekan = f"Pekan ke-{number + 1}"
    return Kolase("KPU", "Sukamaju", ("Satu",), "Kegiatan KPU", pekan, "", cells, "laman.id", ())


def bomb() -> bytes:
    """A template that the trial lets pass: what it repeats is short in the sample, and long in a year of records."""
    loop = "{% for a in koordinasi.nonpemerintah %}{% for b in koordinasi.nonpemerintah %}"
    return pack(typed("{{ surat.nomor }}", f"{loop}{'{{ a.uraian }}' * 200}{{% endfor %}}{{% endfor %}}"))


ALL: dict[str, Callable[[], Attack]] = {
    **{form: partial(large, form) for form in LARGE},
    "bombs": bombs,
    "styles": styles,
    "template": lambda: reported("a template that multiplies a year", 10, bomb()),
    "x10": lambda: reported("a report ten times the sample", 10),
    "x100": lambda: reported("a report a hundred times the sample", 100),
}
