"""Where the bot is run as we ship it, LibreOffice prints, and neither opens a socket nor reads the data folder."""

import signal

import pytest

from renderers.templat_bawaan import build
from renderers.word import office
from renderers.word.ooxml import pack
from tests.renderers.word.shipped import container, unit
from tests.renderers.word.shipped.inside import Told

# All that a program that is shut in is told of the machine; Python adds LC_CTYPE.
OWN = ["HOME", "LANG", "PATH", "TMPDIR"]
SHIPPED = {"unit": unit, "container": container}
pytestmark = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module", params=SHIPPED)
def told(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Told:
    shipped = SHIPPED[request.param]
    if lacks := shipped.lacking(tmp_path_factory.mktemp("tried")):
        pytest.skip(f"this machine lacks {lacks}")
    answer: Told = shipped.told(tmp_path_factory.mktemp(request.param), pack(build.parts()))
    return answer


def test_a_report_is_printed_there_and_nothing_is_lacking(told: Told) -> None:
    assert (told["printed"], told["lacks"]) == ("%PDF-", "")


def test_a_program_in_its_place_opens_no_socket_and_reads_no_data(told: Told) -> None:
    shut = told["shut"]
    assert (shut["own"], shut["environment"]) == ("1", OWN)
    assert {what for what, came in shut.items() if came != "PermissionError"} == {"own", "environment"}


def test_the_walls_are_libreoffices_own_and_not_the_bots(told: Told) -> None:
    free = told["free"]
    assert (free["read"], free["tcp"][:14]) == ("rahasia", "<socket.socket")


def test_the_bot_itself_may_do_nothing_that_needs_a_right(told: Told) -> None:
    status = told["status"]
    nothing = dict.fromkeys(("CapInh", "CapPrm", "CapEff", "CapBnd", "CapAmb"), "0" * 16)
    assert {name: status[name] for name in nothing} == nothing
    assert (status["NoNewPrivs"], status["Seccomp"], told["files"]) == ("1", "2", 4096)


@pytest.mark.parametrize("told", ["container"], indirect=True)
def test_where_memory_runs_out_the_program_is_ended_and_the_bot_goes_on(told: Told) -> None:
    assert told["grown"] == -signal.SIGKILL
