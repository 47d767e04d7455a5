"""A received Word file becomes a template that is safe to use, or the sentences that say why it does not."""

import json
import os
import subprocess
import sys
from base64 import b64decode
from dataclasses import dataclass

TERBANYAK = 10
_DETIK = 30
_LAMA = "Templat ini terlalu lama atau terlalu besar saat dicoba. Kurangi perulangan di dalamnya, lalu kirim lagi."


@dataclass(frozen=True)
class Berkas:
    """`isi` is the tidy file in base64; empty where `salah` says what is wrong."""

    nama: str
    isi: str = ""
    salah: tuple[str, ...] = ()

    @property
    def docx(self) -> bytes:
        return b64decode(self.isi)


def terima(data: bytes, nama: str, seconds: float = _DETIK) -> Berkas:
    """Judged by a process of its own: a template is a program, and this one came from outside."""
    # The program itself is asked, by its own path, with the packages that this process sees.
    command = [sys.executable, "-m", "renderers.templat_kantor.coba"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    try:
        done = subprocess.run(  # noqa: S603  (a list, no shell, nothing from outside in it)
            command, input=data, env=env, capture_output=True, timeout=seconds, check=True
        )
        told = json.loads(done.stdout)
    except (subprocess.SubprocessError, ValueError):
        return Berkas(nama, salah=(_LAMA,))
    return Berkas(nama, told["isi"], tuple(told["salah"][:TERBANYAK]))
