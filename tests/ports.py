"""Ports of this machine: those that nobody listens on, and whether somebody does."""

from contextlib import ExitStack
from random import SystemRandom
from socket import socket

# A server may take the port ten thousand above its own too, for its other protocol.
LOW, HIGH, ABOVE = 11000, 20000, 10000


def free_ports(count: int) -> list[int]:
    candidates = SystemRandom().sample(range(LOW, HIGH), k=100)
    return [port for port in candidates if _free(port, port + ABOVE)][:count]


def _free(*ports: int) -> bool:
    with ExitStack() as stack:
        try:
            for port in ports:
                stack.enter_context(socket()).bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def listens(port: int) -> bool:
    with socket() as caller:
        return caller.connect_ex(("127.0.0.1", port)) == 0
