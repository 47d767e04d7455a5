"""Files on the line to the Bot API: of every size and name they arrive as they were sent."""

import pytest

from bot.telegram.channel import connect
from tests.botapi import TOKEN, BotAPI

MIB = 2**20


@pytest.mark.parametrize("size", [1, 1000, MIB - 1, MIB, MIB + 1, 3 * MIB])
@pytest.mark.parametrize(
    "name", ["Laporan.docx", "Laporan Triwulan II – Kota.docx", "Rekap_Q2_'22'.pdf", 'Rekap "Q2".pdf']
)
async def test_a_file_arrives_as_it_was_sent(api: BotAPI, size: int, name: str) -> None:
    content = bytes(n % 251 for n in range(size))
    async with connect(TOKEN, api.url) as bot:
        await bot.send_document(11, content, filename=name)
    assert [call.files for call in api.calls if call.method == "sendDocument"] == [{name: content}]
