"""The report of the full quarter, drawn once for each module that reads it."""

import pytest

from tests.renderers.rekap.drawn import drawn


@pytest.fixture(scope="module")
def docx() -> bytes:
    return drawn().docx
