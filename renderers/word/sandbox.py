"""A program shut into a folder of its own and cut off from every network, by Landlock and a filter of system calls.

Run as `python sandbox.py FOLDER PROGRAM ARGUMENT…`; ends with LACKING where the system cannot shut it in.
"""

import ctypes
import errno
import os
import platform
import struct
import sys
from collections.abc import Sequence

LACKING = 97
# Paths that the program may read: programs, libraries and fonts; the data folder, homes and the rest of /etc are
# missing on purpose.
_SYSTEM: tuple[str, ...] = ("/usr", "/bin", "/sbin", "/lib", "/lib64", "/nix/store", "/var/cache/fontconfig")
_SYSTEM += ("/var/lib/libreoffice", "/var/spool/libreoffice")
_SYSTEM += ("/etc/fonts", "/etc/ld.so.cache", "/etc/libreoffice", "/etc/localtime", "/etc/passwd", "/etc/nsswitch.conf")
_SYSTEM += ("/dev/null", "/dev/zero", "/dev/random", "/dev/urandom", "/sys/devices/system/cpu")
# These numbers of system calls are the same on every kind of machine.
_CREATE, _ADD, _RESTRICT, _IO_URING = 444, 445, 446, 425
_EXECUTE, _WRITE, _READ, _LIST, _REMOVE_FILE, _MAKE_SOCKET = 1, 2, 4, 8, 32, 512
_FILE_RIGHTS = _EXECUTE | _WRITE | _READ | 1 << 14 | 1 << 15
_RIGHTS = (13, 14, 15, 15, 16)  # number of rights that each version of Landlock knows, from the first version on
_TCP, _SCOPED = 3, 3  # binding and connecting; signals and sockets without a file
_SOCKET, _CONNECT, _ARCHITECTURE = {
    "x86_64": (41, 42, 0xC000003E),
    "aarch64": (198, 203, 0xC00000B7),
}.get(platform.machine(), (0, 0, 0))
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


class Missing(Exception):  # noqa: N818  (a property of the system)
    """This system cannot shut a program in; the message names the part that is missing."""


def shut_in(folder: str, program: str) -> None:
    """From now on this process sees only `folder`, `program` and the system, and reaches no network; raises Missing."""
    if not sys.platform.startswith("linux"):
        raise Missing("Landlock")
    if not _SOCKET:
        raise Missing("seccomp")
    _done(_libc().prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0), "no new privileges")
    _hide(folder, program)
    _cut_off()


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _done(result: int, what: str) -> int:
    if result < 0:
        raise Missing(f"{what} ({os.strerror(ctypes.get_errno())})")
    return result


def _hide(folder: str, program: str) -> None:
    version = _done(_libc().syscall(_CREATE, None, ctypes.c_size_t(0), 1), "Landlock")
    rights = (1 << _RIGHTS[min(version, len(_RIGHTS)) - 1]) - 1
    known = struct.pack("QQQ", rights, _TCP, _SCOPED)[: 8 if version < 4 else 16 if version < 6 else 24]  # noqa: PLR2004
    rules = _done(_libc().syscall(_CREATE, known, ctypes.c_size_t(len(known)), 0), "Landlock")
    for path in (*_SYSTEM, f"{os.path.realpath(program)}/../.."):
        _allow(rules, path, _EXECUTE | _READ | _LIST)
    _allow(rules, "/dev/null", _WRITE)
    _allow(rules, folder, rights)
    # LibreOffice makes a socket there, on which other copies of itself might call, and takes it away at its end.
    _allow(rules, "/tmp", _MAKE_SOCKET | _REMOVE_FILE)  # noqa: S108  (the place is LibreOffice's choice)
    _done(_libc().syscall(_RESTRICT, rules, 0), "Landlock")
    os.close(rules)


def _allow(rules: int, path: str, rights: int) -> None:
    path = os.path.realpath(path)
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return  # this system keeps nothing there
    rights = rights if os.path.isdir(path) else rights & _FILE_RIGHTS  # noqa: PTH112  (as below)
    rule = struct.pack("=Qi", rights, place)
    _done(_libc().syscall(_ADD, rules, 1, rule, 0), "Landlock")
    os.close(place)


def _cut_off() -> None:
    """Forbid all sockets except pairs of streams between processes of this machine, and any connection with these."""
    load, equal, above, masked, give = 0x20, 0x15, 0x35, 0x54, 0x06
    number, architecture, family, kind = 0, 4, 16, 24  # where the kernel tells them
    steps = (
        (load, 0, 0, architecture),
        (equal, 0, 11, _ARCHITECTURE),  # under another one the calls have other numbers
        (load, 0, 0, number),
        (above, 9, 0, 0x40000000),
        (equal, 8, 0, _CONNECT),
        (equal, 7, 0, _IO_URING),  # io_uring could open sockets without the system call that is forbidden here
        (equal, 0, 5, _SOCKET),
        (load, 0, 0, family),
        (equal, 0, 4, 1),  # the family AF_UNIX, sockets within this machine
        (load, 0, 0, kind),
        (masked, 0, 0, 0xF),
        (equal, 0, 1, 1),  # the kind SOCK_STREAM, a pair of streams
        (give, 0, 0, 0x7FFF0000),  # allowed
        (give, 0, 0, 0x00050000 | errno.EACCES),
    )
    code = ctypes.create_string_buffer(b"".join(struct.pack("HBBI", *step) for step in steps))
    program = struct.pack("HxxxxxxP", len(steps), ctypes.addressof(code))
    _done(_libc().prctl(_SECCOMP, _FILTER, program, 0, 0), "seccomp")


def main(arguments: Sequence[str]) -> None:
    folder, *command = arguments
    try:
        shut_in(folder, command[0])
    except Missing as missing:
        sys.stdout.write(str(missing))
        sys.exit(LACKING)
    os.execv(command[0], command)  # noqa: S606  (a list, no shell)


if __name__ == "__main__":
    main(sys.argv[1:])
