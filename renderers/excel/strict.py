"""A workbook in the strict form of Open XML becomes one in the usual form, which the library reads."""

import io
import re
from zipfile import ZipFile

_NAME = re.compile(rb"http://purl\.oclc\.org/ooxml/(\w+)/")
# The usual form says the year of its names behind the first word.
_USUAL = rb"http://schemas.openxmlformats.org/\1/2006/"


def transitional(data: bytes) -> bytes:
    """The same .xlsx where it is in the usual form already; its size when unfolded was checked before."""
    with ZipFile(io.BytesIO(data)) as archive:
        parts = {info.filename: archive.read(info) for info in archive.infolist()}
    if not any(_NAME.search(part) for part in parts.values()):
        return data
    out = io.BytesIO()
    with ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, _NAME.sub(_USUAL, part))
    return out.getvalue()
