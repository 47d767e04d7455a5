"""What a child says is heard as it was said, and what it says of sizes is not believed."""

import struct
from collections.abc import Iterator
from socket import SHUT_WR, socket, socketpair
from threading import Event, Thread

import pytest

from bot.workshop.wire import Said, receive, send


@pytest.fixture
def line() -> Iterator[tuple[socket, socket]]:
    ours, theirs = socketpair()
    ours.settimeout(10)
    with ours, theirs:
        yield ours, theirs


# More than a socket takes at once: where it waits it is read in one piece, where it has a time limit in many.
SAID = Said({"weight": 7}, [bytes(range(256)) * 4096, b"", b"x"])


@pytest.mark.parametrize("to_child", [True, False])
def test_what_is_said_is_heard(line: tuple[socket, socket], to_child: bool) -> None:
    ours, theirs = line if to_child else line[::-1]
    speaker = Thread(target=send, args=(ours, SAID))
    speaker.start()
    assert receive(theirs) == SAID
    speaker.join()


def test_who_has_heard_everything_may_end_before_the_speaker_goes_on(line: tuple[socket, socket]) -> None:
    ours, theirs = line
    ended = Event()

    class Slow(socket):
        """Its process is put aside for a while after each word, as on a busy machine."""

        def sendall(self, data: object, flags: int = 0, /) -> None:
            super().sendall(data, flags)  # type: ignore[arg-type]  # whatever a socket takes
            ended.wait(0.1)

    def hear() -> None:
        with theirs:
            receive(theirs)
        ended.set()

    listener = Thread(target=hear)
    listener.start()
    with Slow(fileno=ours.detach()) as slow:
        send(slow, Said({}, [b"x", b""]))
    listener.join()


@pytest.mark.parametrize("sizes", ["[1000000000000]", "[-1, 4]", "[1000000000000, -999999999997]", "[2]", "[3.0]", "3"])
def test_blobs_that_are_not_the_parts_of_what_comes_are_no_sense(line: tuple[socket, socket], sizes: str) -> None:
    ours, theirs = line
    head = f'{{"sizes": {sizes}}}'.encode()
    theirs.sendall(struct.pack(">IQ", len(head), 3) + head + b"abc")
    theirs.shutdown(SHUT_WR)
    with pytest.raises(EOFError, match="no sense said"):
        receive(ours)


def test_what_ends_in_the_middle_was_not_said(line: tuple[socket, socket]) -> None:
    ours, theirs = line
    head = b'{"sizes": [3]}'
    theirs.sendall(struct.pack(">IQ", len(head), 3) + head + b"ab")
    theirs.shutdown(SHUT_WR)
    with pytest.raises(EOFError, match="the other has ended"):
        receive(ours)
