"""The report of the full quarter, drawn once for all tests that read it."""

import pytest

from tests.renderers.rekap.drawn import drawn


@pytest.fixture(scope="session")
def docx() -> bytes:
    return drawn().docx
