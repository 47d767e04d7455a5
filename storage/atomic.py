"""Writes a file so that it is never found half written."""

from pathlib import Path
from uuid import uuid4


def written(target: Path, data: bytes) -> None:
    """Write a file and its folder. A power cut may lose it, which is allowed for bytes that can be made again."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{uuid4().hex}.tmp")
    part.write_bytes(data)
    part.replace(target)
