"""How fast the bot talks on each channel, on a clock that stands still."""

from datetime import UTC, datetime, timedelta

from bot.work.pace import Pace

NOW = datetime(2022, 6, 24, 2, tzinfo=UTC)


def later(seconds: float) -> datetime:
    return NOW + timedelta(seconds=seconds)


def test_one_message_a_second_in_a_chat_and_others_go_on() -> None:
    pace = Pace()
    pace.note("a", False, NOW)
    waits = [pace.wait("a", False, later(s)) for s in (0, 0.4, 1)]
    assert (waits, pace.wait("b", False, NOW)) == ([1, 0.6, 0], 0)


def test_every_picture_of_an_album_counts() -> None:
    pace = Pace()
    pace.note("a", False, NOW, messages=3)
    assert pace.wait("a", False, later(1)) == 2


def test_eighteen_a_minute_in_a_group() -> None:
    pace = Pace()
    for second in range(18):
        assert pace.wait("g", True, later(second)) == 0
        pace.note("g", True, later(second))
    assert [pace.wait("g", True, later(s)) for s in (18, 60)] == [42, 0]


def test_twenty_five_a_second_in_all() -> None:
    pace = Pace()
    for chat in range(25):
        pace.note(str(chat), False, later(0.01 * chat))
    assert [round(pace.wait("x", False, later(s)), 2) for s in (0.5, 1)] == [0.5, 0]


def test_a_clock_that_is_set_back_silences_nobody_for_long() -> None:
    pace = Pace()
    pace.note("a", False, NOW)
    assert pace.wait("a", False, later(-3600)) == 60


def test_what_is_over_is_forgotten() -> None:
    pace = Pace()
    for chat in range(50):
        pace.note(str(chat), False, later(10 * chat))
    assert list(pace.free) == ["49"]


def test_on_whatsapp_forty_at_once_in_a_chat_and_then_one_each_six_seconds() -> None:
    pace = Pace("whatsapp")
    for _ in range(40):
        assert pace.wait("a", False, NOW) == 0
        pace.note("a", False, NOW)
    assert [pace.wait("a", False, later(s)) for s in (0, 6)] == [6, 0]
    assert pace.wait("b", False, NOW) == 0


def test_on_whatsapp_sixty_a_second_in_all() -> None:
    pace = Pace("whatsapp")
    for chat in range(60):
        pace.note(str(chat), False, NOW)
    assert [pace.wait("x", False, later(s)) for s in (0, 1)] == [1, 0]
