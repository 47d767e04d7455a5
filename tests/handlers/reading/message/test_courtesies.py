"""What is said to somebody before a report and in its midst is no part of it."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.reading.message.read import read
from tests.handlers.reading.message.test_read import EVENTS, OFFICE, PLACES, TODAY

ASIDES = ("nggih bapak ibu", "ya pak", "njih bu", "ya bapak/ibu")
LEADS = (
    "monggo dilaporkan njih, ", "siap laksanakan pak, ", "siap ndan lapor 86, ", "nun sewu pak, ", "tabik pun, ",
    "haloo kak, ", "siang kak mel, ", "punten teh, tos ", "wau sampun ", "ampon lastareh ", "guysss, ",
    "bapak ibu mohon doanya, ", "mohon maaf ralat, yang benar ", "telah dilaksanakan ",
    "giat hari ini melaksanakan ", "izin umi, lapor tadi habis ",
)  # fmt: skip


@given(
    st.sampled_from(sorted(EVENTS)),
    st.sampled_from(sorted(PLACES)[1:]),
    st.sampled_from(ASIDES),
    st.sampled_from(LEADS),
)
def test_courtesies_before_and_within_change_no_reading(event: str, place: str, aside: str, lead: str) -> None:
    (alone,) = read(f"{event}, {place}", TODAY, OFFICE)
    (one,) = read(f"{lead}{event}, {aside}, {place}", TODAY, OFFICE)
    shown = ("nama", "tempat", "sektor", "instansi", "keterangan")
    assert [one.answers.get(name) for name in shown] == [alone.answers.get(name) for name in shown]
