"""A post of which nobody knows whether it arrived: the next correction offers a new one."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from handlers import dispatch, table
from handlers.chat.events import Became, Outcome
from handlers.kolase import hidup, kolase
from storage.chat import outbox
from storage.chat.outbox import Outbox
from storage.database import Database
from storage.laporan.deliveries import WEEKLY, Delivery
from tests.conftest import WIB
from tests.phone import Phones

pytestmark = pytest.mark.usefixtures("office")
FRIDAY = datetime(2022, 6, 24, 16, tzinfo=WIB)
WEEK = "Pekan Keempat Juni 2022 (20–24 Juni 2022)"
NOT_CHANGED = (
    "kolasenya di grup tidak dapat diperbarui: jaringan terputus saat mengirimnya. Kirim yang baru, lalu hapus yang "
    "lama bila ada."
)
OFFER = [
    f"Bot→Qori> Catatan {WEEK} berubah, tetapi {NOT_CHANGED}",
    "   │ [Kirim yang baru]",
]


@pytest.fixture(autouse=True)
def _kolase_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (kolase.weekly, hidup.renew))


@pytest.fixture
def phones(database: Database) -> Phones:
    """A week with one kegiatan, whose post arrived perhaps; the ketua pelaksana was asked."""
    phones = Phones(database, FRIDAY - timedelta(hours=1))
    report(phones, "Rapat Pleno Rutin", "a")
    phones.now = FRIDAY
    dispatch.tick(database, FRIDAY)
    with database.transaction() as session:
        row = session.scalars(select(Outbox).where(Outbox.group)).one()
        outbox.drawn(row, [])
        outbox.give_up(row, outbox.State.UNCERTAIN, "reset")
        dispatch.happened(Outcome(session, row, Became.UNCERTAIN, FRIDAY))
    assert phones.hear()[-1] == "   │ [Sudah ada] [Kirim ulang]"
    return phones


def report(phones: Phones, text: str, foto: str) -> None:
    phones.say("Rudi", f"(foto {foto}) {text}")
    phones.say("Rudi", "simpan")


def after(phones: Phones, minutes: float) -> list[str]:
    return phones.at(phones.now + timedelta(minutes=minutes))


def corrected(phones: Phones) -> list[str]:
    report(phones, "Apel Pagi Senin lalu 20 Juni 2022", "b")
    return after(phones, 4)


def state(database: Database) -> str:
    with database.transaction() as session:
        return (
            session.scalars(select(Delivery).where(Delivery.kind == WEEKLY, Delivery.period == "2022-W25")).one().state
        )


def test_a_correction_offers_a_new_post_which_lives_on(phones: Phones, database: Database) -> None:
    assert state(database) == "uncertain"
    again = phones.button("Qori", "[Kirim ulang]")
    assert corrected(phones) == OFFER
    assert [after(phones, n) for n in (5, 600)] == [[], []]
    told = phones.say("Qori", "[Kirim yang baru]")
    assert told[0] == "Bot→Qori* Dikirim ulang ke grup."
    assert told[1:3] == [
        f"Bot@Grup> **Kegiatan KPU Kota Probolinggo, {WEEK}**",
        "   │ 2 kegiatan pekan ini. Terima kasih kepada Rudi.",
    ]
    assert phones.say("Qori", f"[!{again}]") == ["Bot! Sudah dijawab."]
    assert state(database) == "sent"
    report(phones, "Apel Siang 21 Juni 2022", "c")
    assert after(phones, 4)[0] == f"Bot@Grup* **Kegiatan KPU Kota Probolinggo, {WEEK}**"


@pytest.mark.parametrize("answer", ["[Sudah ada]", None])
def test_whatever_was_answered_a_post_that_nobody_can_change_is_replaced_only_after_a_correction(
    phones: Phones, answer: str | None
) -> None:
    if answer:
        assert phones.say("Qori", answer) == ["Bot→Qori* Baik, kiriman itu dianggap sudah ada di grup."]
    assert after(phones, 30) == []
    assert corrected(phones) == OFFER


def test_what_was_sent_again_is_changed_in_place(phones: Phones, database: Database) -> None:
    assert phones.say("Qori", "[Kirim ulang]")[0] == f"Bot@Grup> **Kegiatan KPU Kota Probolinggo, {WEEK}**"
    assert state(database) == "sent"
    assert corrected(phones)[0] == f"Bot@Grup* **Kegiatan KPU Kota Probolinggo, {WEEK}**"


def test_the_preview_says_what_is_not_known_and_offers_a_new_post(phones: Phones) -> None:
    phones.say("Qori", "/kolase 2022-W25")
    told = phones.say("Qori", "[Susun]")
    assert [told[1], *(line for line in told if "[" in line)] == [
        "   │ Belum pasti apakah kolase ini sampai di grup: jaringan terputus saat mengirimnya.",
        "   │ [Kirim yang baru]",
        "   │ [Susun] [Teks WA]",
    ]
