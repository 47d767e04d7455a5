"""A file that is there whole or not at all."""

from pathlib import Path
from uuid import uuid4


def written(target: Path, data: bytes) -> None:
    """Write a file, and its folder where there is none. A power cut may take it, for its bytes can be made again."""
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{uuid4().hex}.tmp")
    part.write_bytes(data)
    part.replace(target)
