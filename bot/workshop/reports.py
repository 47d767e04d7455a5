"""A report with its PDF: filled in a child of the workshop, printed by LibreOffice, each within the report's limits."""

import json
import logging
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any, Protocol, TypeVar

from bot.workshop import allowance
from bot.workshop.allowance import Allowance, Share
from bot.workshop.beside import sheets
from bot.workshop.beside.sheets import Given
from bot.workshop.wire import LETTER, REPORT, WORKBOOK, Said
from bot.workshop.workshop import WORKSHOP, Died, Talk, Workshop
from renderers.figures import Kolase, Rekap
from renderers.frozen import freeze
from renderers.provinsi.recap import RekapSatker
from renderers.report import DOCUMENT, PASSES, Letter, Made, Print, Report, Step, unheard
from renderers.word import office
from renderers.word.printing.ahead import ahead

log = logging.getLogger(__name__)

R = TypeVar("R", Report, Letter)

TOO_HEAVY = "Templat kantor terlalu berat untuk data periode ini, jadi laporan memakai templat bawaan. "
LETTER_TOO_HEAVY = "Templat surat kantor terlalu berat untuk data periode ini, jadi surat memakai templat bawaan. "
TOO_LONG = "Laporan terlalu panjang untuk dijadikan PDF"
# A child may have ended for want of memory elsewhere: only an office's template with which it ends again is too heavy.
FILLED = 2


class Shelf(Protocol):
    """Where the sheets of a report are kept."""

    def found(self, weeks: Sequence[Kolase]) -> list[list[str]]:
        """For each week the names of its sheets in the folder of the photos; none where they are to be drawn."""

    def keep(self, week: Kolase, sheets: Sequence[bytes]) -> None:
        """Keep the sheets of a week; what fails is logged, for the report does not need it."""


class _Bare:
    def found(self, weeks: Sequence[Kolase]) -> list[list[str]]:
        return [[] for _ in weeks]

    def keep(self, week: Kolase, sheets: Sequence[bytes]) -> None: ...


BARE = _Bare()


class Faulty(Exception):  # noqa: N818 - a fault of our own, told by the child
    """The message names the fault and its place, and nothing of what people wrote."""


def draw(
    rekap: Rekap,
    folder: Path,
    step: Step = unheard,
    template: bytes | None = None,
    workshop: Workshop = WORKSHOP,
    *,
    annex: bool = False,
    shelf: Shelf = BARE,
    prints: Print | None = None,
) -> Report:
    """The report; `folder` has the photos; `annex`: without its letter; `shelf`: has sheets that were drawn before;
    `prints`: an office program that was started for it before. A template that goes beyond the limits makes way for the
    built-in one.

    Raises Died where not even that one can be filled, Faulty, or NotNow.
    """
    with ThreadPoolExecutor(1) as keeper:
        files = shelf.found(rekap.kolase)
        order = _Order(
            workshop, rekap, folder, step, allowance.of(rekap), files, _keeping(rekap, shelf, keeper), annex, prints
        )
        return _filled(order.made, template, TOO_HEAVY)


def _filled(made: Callable[[bytes], R], template: bytes | None, heavy: str) -> R:
    """What is `made` of a template; `heavy` says that it has made way for the built-in one."""
    if template is None:
        return made(b"")
    for _ in range(FILLED):
        with suppress(Died):
            return made(template)
    plain = made(b"")
    return replace(plain, catatan=heavy + plain.catatan)


Keep = Callable[[int, Sequence[bytes]], None]


def _keeping(rekap: Rekap, shelf: Shelf, keeper: ThreadPoolExecutor) -> Keep:
    """What becomes of the sheets of a week once they are drawn: they are kept beside what goes on, and only once."""
    seen = set[int]()

    def keep(week: int, sheets: Sequence[bytes]) -> None:
        if week not in seen and week < len(rekap.kolase):
            seen.add(week)
            keeper.submit(shelf.keep, rekap.kolase[week], sheets)

    return keep


def letter(rekap: Rekap, folder: Path, template: bytes | None = None) -> Letter:
    """Its covering letter alone; a template goes and makes way as with a report."""
    return _filled(partial(_letter, rekap, folder), template, LETTER_TOO_HEAVY)


def _letter(rekap: Rekap, folder: Path, template: bytes) -> Letter:
    share = allowance.of(rekap).filled
    head = {"photos": str(folder.absolute())}
    with WORKSHOP.budget.held(share.room), _asked(WORKSHOP, LETTER, rekap, share, head, template) as talk:
        answer = _sound(talk.hear())
    return Letter(bytes(answer.blobs[0]), str(answer.head["catatan"]), _told(answer))


def workbook(rekap: Rekap, made: Made | None = None) -> bytes:
    """Its tables as an .xlsx, which the province takes where a version was `made`; raises Died, Faulty or NotNow."""
    share = allowance.of(rekap).filled
    with (
        WORKSHOP.budget.held(share.room),
        _asked(WORKSHOP, WORKBOOK, rekap, share, {"made": made}) as talk,
    ):
        return bytes(_sound(talk.hear()).blobs[0])


def recap(figures: RekapSatker, job: str) -> list[bytes]:
    """The roll-up of a province: its PICTURES, or as a workbook (ROLLUP); raises Died, Faulty or NotNow."""
    share = allowance.of_recap(figures)
    with WORKSHOP.budget.held(share.room), _asked(WORKSHOP, job, figures, share) as talk:
        return list(map(bytes, _sound(talk.hear()).blobs))


@contextmanager
def _asked(
    workshop: Workshop,
    job: str,
    rekap: Rekap | RekapSatker,
    share: Share,
    head: dict[str, Any] | None = None,
    template: bytes = b"",
) -> Iterator[Talk]:
    """A child that makes it, within that share of the machine."""
    head = {"job": job, "seconds": share.seconds, "room": share.room} | (head or {})
    figures = json.dumps(freeze(rekap)).encode()
    with workshop.talk(job, 2 * share.seconds) as talk:
        talk.say(Said(head, [figures, template]))
        yield talk


def _sound(answer: Said) -> Said:
    if "fault" in answer.head:
        log.error("a report has failed in its child: %s", answer.head["fault"])
        raise Faulty(answer.head["fault"])
    return answer


def _reported(answer: Said, pdf: bytes | None) -> Report:
    return Report(bytes(answer.blobs[0]), pdf, str(answer.head["catatan"]), _told(answer))


def _told(answer: Said) -> str:
    """The fault for which an office's own template could not be filled."""
    fault = str(answer.head["template"])
    if fault:
        log.warning("an office's own template cannot be filled: %s", fault)
    return fault


@dataclass
class _Order:
    """`pdf`: what the office program gave last; `printing`: the document is filled, and pages are being made of it;
    `started`: an office program for it;
    `opened`: the child has seen an office's template, so that nothing it says is kept for other reports."""

    workshop: Workshop
    rekap: Rekap
    folder: Path
    step: Step
    allowed: Allowance
    files: list[list[str]]
    keep: Keep
    annex: bool = False
    started: Print | None = None
    pdf: bytes = b""
    printing: bool = False
    opened: bool = False

    def made(self, template: bytes) -> Report:
        """`template`: nothing for the built-in one. A document of which no pages can be made comes without them."""
        self.printing = self.opened = False
        try:
            return self._attempted(template, self.allowed.printed)
        except Died:
            if not self.printing:
                raise
            return self._attempted(template, None)

    def _attempted(self, template: bytes, printer: Share | None) -> Report:
        head = {"photos": str(self.folder.absolute()), "office": office.program() is not None, "annex": self.annex}
        head["kept"] = self.files
        share, room = self.allowed.filled, self.allowed.together(printer)
        with (
            self.workshop.budget.held(room),
            _printing(printer, self.started) as prints,
            _asked(self.workshop, REPORT, self.rekap, share, head, template) as talk,
            sheets.beside(self.workshop, self._lacking(), self.folder, share) as given,
        ):
            return self._answered(talk, printer, prints, given)

    def _lacking(self) -> dict[int, Kolase]:
        return {n: week for n, (week, files) in enumerate(zip(self.rekap.kolase, self.files, strict=True)) if not files}

    def _answered(self, talk: Talk, printer: Share | None, prints: Print, given: Given) -> Report:
        ends = time.monotonic() + 2 * self.allowed.filled.seconds + (PASSES * printer.seconds if printer else 0)
        while time.monotonic() < ends:
            answer = _sound(talk.hear())
            if "step" in answer.head:
                self.step(str(answer.head["step"]))
                self.opened = self.opened or answer.head["step"] == DOCUMENT
            elif "week" in answer.head and not self.opened:
                self.keep(int(answer.head["week"]), [bytes(sheet) for sheet in answer.blobs])
            elif "wanted" in answer.head:
                talk.say(Said({}, given(int(answer.head["wanted"]))))
            elif "print" in answer.head:
                self.printing = True
                talk.say(self._printed(bytes(answer.blobs[0]), prints))
            else:
                pdf = self.pdf if answer.head["printed"] else None
                return _reported(answer, pdf)
        raise Died(REPORT)

    def _printed(self, docx: bytes, prints: Print) -> Said:
        try:
            self.pdf = prints(docx)
        except office.NoPdf as problem:
            return Said({"without": str(problem)})
        return Said({}, [self.pdf])


@contextmanager
def _printing(printer: Share | None, started: Print | None) -> Iterator[Print]:
    """How a document becomes its pages: where there is an office program, by one that starts now beside the drawing."""
    soffice = office.program()
    if printer is None or soffice is None or started is not None:
        yield started if printer and started else _too_long
        return
    with ahead(soffice, printer.seconds, printer.room) as prints:
        yield prints


def _too_long(_docx: bytes) -> bytes:
    raise office.NoPdf(TOO_LONG)
