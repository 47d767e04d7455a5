"""Every command in the group: what is answered there, and that its button goes on in the private chat."""

import pytest

from handlers.chat import onward
from handlers.chat.door import ANYBODY
from handlers.table import COMMANDS
from storage.database import Database
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
HERE = ["Bot@Grup: 👌", "Bot@Grup> Silakan lanjutkan di chat pribadi.", "   │ [Buka chat pribadi]"]
# The commands with an answer of their own in the group.
ELSE = {
    "start": [],  # an app says it by itself when it adds the bot
    "kolase": ["Bot@Grup> Belum ada kegiatan berfoto pada Pekan Keempat Juni 2022 (20–24 Juni 2022)."],
    "lapor": ["Bot@Grup: 👌", "Bot@Grup> Silakan lapor lewat chat pribadi.", "   │ [Buka chat pribadi]"],
    "hubungkan": ["Bot@Grup> Grup ini sudah terhubung."],
    "rekap": ["Bot@Grup> Pilihan periode laporan dikirim ke chat pribadi.", "   │ [Buka chat pribadi]"],
}


@pytest.fixture
def phones(database: Database) -> Phones:
    return Phones(database)


def in_group(lines: list[str]) -> list[str]:
    """What of these lines is said in the group, without what goes to the private chat before it."""
    first = next((n for n, line in enumerate(lines) if line.startswith("Bot@Grup")), len(lines))
    return lines[first:]


def payload(phones: Phones, grup: str = "Grup") -> str:
    """The payload of the newest button of the group that opens the private chat."""
    shown = [b for one in phones.shown[grup].values() for row in one.menu for b in row if b.start]
    return shown[-1].start


def test_no_command_is_met_with_silence_in_the_group(phones: Phones) -> None:
    told = {one.word: in_group(phones.say("Qori", f"/{one.word}", "Grup")) for one in COMMANDS}
    assert told.pop("status")[-2:] == ["   │ [Buka chat pribadi]", "Bot@Grup> <status 1>"]
    assert told == {one: ELSE.get(one, HERE) for one in told}


GOES_ON = {
    **{f"/{one.word}": f"/{one.word}" for one in COMMANDS if one.said and one.word != "kolase"},
    "/status Q1": "/status Q1",
    "/ringkas TW I 2022": "/ringkas TW I 2022",
    "/cari rapat pleno": "/cari rapat pleno",
    "/daftar hari": "/daftar hari",
    # Opening a chat changes nothing: a command that may is asked for without its words, or looked up.
    "/hapus 1": "/hapus",
    "/undang Siti Aminah, anggota": "/undang",
    "/batal": "/bantuan",
    "/buka Juni": "/bantuan",
    "/ingatkan mati": "/bantuan",
    f"/cari {'kegiatan ' * 6}": "/cari",
}


def test_the_button_goes_on_where_the_group_stopped(phones: Phones) -> None:
    for said, there in GOES_ON.items():
        typed = phones.say("Qori", there)
        phones.say("Qori", said, "Grup")
        went_on = phones.say("Qori", f"/start {payload(phones)}")
        assert [line.partition(" <")[0] for line in went_on] == [line.partition(" <")[0] for line in typed]


def test_a_link_records_nothing(phones: Phones) -> None:
    phones.say("Qori", "/akun IG 2.345", "Grup")
    assert phones.say("Qori", f"/start {payload(phones)}")[0] == "Bot→Qori> **Akun media sosial**"


def test_a_command_of_another_role_says_so_in_the_group(phones: Phones) -> None:
    assert phones.say("Rudi", "/undang", "Grup") == ["Bot@Grup> Perintah /undang hanya untuk Ketua Pelaksana."]


def test_a_link_gives_nobody_another_role(phones: Phones) -> None:
    assert phones.say("Rudi", "/start undang") == ["Bot→Rudi> Perintah /undang hanya untuk Ketua Pelaksana."]


def test_a_payload_of_no_command_is_a_plain_start(phones: Phones) -> None:
    plain = phones.say("Kadir", "/start")
    for one in ("batal", "cari-***", "start", "ubah2", "cari-"):
        assert phones.say("Kadir", f"/start {one}") == plain


def test_every_payload_fits_and_leads_somewhere() -> None:
    every = [onward.payload(one, "x" * 99) for one in COMMANDS]
    assert all(onward.payloads(COMMANDS).fullmatch(one) for one in every)
    assert all(len(one) <= onward.LONGEST for one in every)
    assert next(one for one in COMMANDS if one.word == onward.HELP).who == ANYBODY
