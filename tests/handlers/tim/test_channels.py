"""One anggota on two channels: connected by a link of their own, answered where they spoke, told of things once."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import select

from bot.whatsapp.greeting import started
from handlers import dispatch, table
from handlers.chat import changes
from handlers.chat.messages import Chat, Incoming
from handlers.lapor import remind
from handlers.tim import channels, masuk, undang
from handlers.tim.doors import Connect, Disconnect, InviteAgain
from storage.chat import reach
from storage.chat.outbox import Outbox, State
from storage.database import Database
from storage.kantor import people
from storage.kantor.people import Identity, Role
from tests.conftest import NOW, WIB
from tests.handlers.team import came
from tests.phone import Phones, forged

pytestmark = pytest.mark.usefixtures("office")
TEAM_NAME = "tim Bakohumas KPU Kota Probolinggo"
NUDGED = datetime(2022, 6, 24, 15, 30, tzinfo=WIB)


@pytest.fixture(autouse=True)
def _nudge_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(table, "JOBS", (remind.nudge,))


def both(database: Database) -> tuple[Phones, Phones]:
    """Phones of the channel that tests have, and of WhatsApp, which the bot is served on too."""
    for channel, link in (("test", "https://t.me/bot?start="), ("whatsapp", "https://wa.me/62?text=")):
        dispatch.reached(database, channel, link + reach.PAYLOAD, NOW)
    return Phones(database), Phones(database, channel="whatsapp", alone=True, count=1000)


def token_of(phones: Phones, chat: str) -> str:
    """The token of the newest button that opens WhatsApp in a chat."""
    urls = [button.url for out in phones.shown[chat].values() for row in out.menu for button in row if button.url]
    return urls[-1].removeprefix("https://wa.me/62?text=")


def connected(database: Database) -> tuple[Phones, Phones]:
    """Rudi, on both."""
    phones, others = both(database)
    phones.say("Rudi", "/bantuan")
    phones.say("Rudi", "[Sambungkan WhatsApp]")
    others.now = NOW + timedelta(seconds=9)
    others.say("628rudi", started(f"Halo, kode saya {token_of(phones, 'Rudi')}"))
    phones.now = NOW + timedelta(seconds=10)
    phones.hear()
    return phones, others


def accounts(database: Database) -> list[tuple[int, str, str]]:
    with database.transaction() as session:
        rows = session.scalars(select(Identity).where(Identity.anggota_id == 4).order_by(Identity.id))
        return [(row.anggota_id, row.channel, row.chat) for row in rows]


def test_whoever_asks_gets_a_link_of_their_own_and_is_the_same_anggota_there(database: Database) -> None:
    phones, others = both(database)
    assert phones.say("Rudi", "/bantuan")[-1] == "   │ [Sambungkan WhatsApp]"
    assert phones.say("Rudi", "[Sambungkan WhatsApp]") == [
        f"Bot→Rudi> Buka WhatsApp dengan tombol ini, {undang.how('whatsapp')}. Berlaku satu jam, untuk Anda saja.",
        "   │ [Buka WhatsApp]",
    ]
    token = token_of(phones, "Rudi")
    assert others.say("628rudi", f"/start {token}")[:2] == [
        "Bot→628rudi> **Selamat datang, Rudi**",
        "   │ Anda terdaftar sebagai Anggota tim Bakohumas KPU Kota Probolinggo.",
    ]
    assert phones.hear() == [
        "Bot→Rudi> Akun WhatsApp (628rudi) kini tersambung sebagai Anda. Jawaban datang di tempat Anda bertanya.",
        "   │ [Bukan saya]",
    ]
    assert accounts(database) == [(4, "test", "Rudi"), (4, "whatsapp", "628rudi")]
    assert others.say("Orang", f"/start {token}") == [
        "Bot→Orang> Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."
    ]


def test_a_link_of_ones_own_is_over_after_an_hour_or_with_the_membership(database: Database) -> None:
    phones, others = both(database)
    for later in (timedelta(hours=1), timedelta(minutes=5)):
        phones.say("Rudi", forged(Connect("whatsapp")))
        others.now = NOW + later
        if later < timedelta(hours=1):
            with database.transaction() as session:
                rudi = people.find(session, "test", "Rudi")
                assert rudi
                rudi.berlaku_sampai = (NOW - timedelta(days=1)).date()
        assert others.say("628rudi", f"/start {token_of(phones, 'Rudi')}") == [
            "Bot→628rudi> Tautan undangan ini tidak berlaku lagi. Mintalah yang baru kepada Ketua Pelaksana."
        ]
    assert accounts(database) == [(4, "test", "Rudi")]


def test_answers_come_where_somebody_asks_and_what_comes_by_itself_where_they_spoke_last(database: Database) -> None:
    phones, others = connected(database)
    assert others.at(NUDGED) == [f"Bot→628rudi> {remind.NUDGE}", "   │ [Matikan pengingat]"]
    phones.now = NUDGED
    assert phones.hear() == [f"Bot→Kadir> {remind.NUDGE}", "   │ [Matikan pengingat]"]
    assert phones.say("Rudi", "/batal") == ["Bot→Rudi> Tidak ada laporan yang sedang diisi."]
    tomorrow = NUDGED + timedelta(days=3)
    assert others.at(tomorrow) == []
    phones.now = tomorrow
    told = [line for line in phones.hear() if line.endswith(remind.NUDGE)]
    assert told == [f"Bot→Rudi> {remind.NUDGE}", f"Bot→Kadir> {remind.NUDGE}"]


def test_whoever_has_blocked_the_bot_in_one_channel_hears_in_the_other(database: Database) -> None:
    phones, others = connected(database)
    phones.now = others.now = NOW + timedelta(minutes=1)
    phones.say("Rudi", "/batal")
    phones.say("Rudi", "(memblokir)")
    assert others.at(NUDGED)[0] == f"Bot→628rudi> {remind.NUDGE}"


def test_a_wrong_account_is_taken_away_again(database: Database) -> None:
    phones, others = connected(database)
    assert phones.say("Rudi", "[Bukan saya]") == ["Bot→Rudi* Akun WhatsApp itu tidak lagi tersambung."]
    assert accounts(database) == [(4, "test", "Rudi")]
    others.now = phones.now
    assert others.say("628rudi", "/saya") == []
    assert phones.say("Rudi", forged(Disconnect(2000))) == ["Bot! Akun itu sudah tidak tersambung."]


def test_nobody_takes_away_the_account_with_which_they_speak_nor_one_of_others(database: Database) -> None:
    phones, others = connected(database)
    with database.transaction() as session:
        own = session.scalars(select(Identity.id).where(Identity.channel == "whatsapp")).one()
    assert others.say("628rudi", forged(Disconnect(own))) == ["Bot→628rudi> Ini akun yang sedang Anda pakai."]
    assert phones.say("Qori", forged(Disconnect(own))) == ["Bot! Akun itu sudah tidak tersambung."]


def moved(old: str, new: str, event: str = "sistem") -> Incoming:
    return Incoming(Chat("whatsapp", old), event, old, name="Rudi", migrated_to=new)


def test_a_number_that_changed_is_known_by_the_old_number_too(database: Database) -> None:
    _, others = connected(database)
    others.now = NOW + timedelta(minutes=1)
    others.send_event(Incoming(Chat("whatsapp", "628rudi"), "n", "628rudi", text="/batal", number="62811"))
    others.send_event(Incoming(Chat("whatsapp", "628rudi"), "o", "628rudi", text="/batal"))
    others.hear()
    assert hears(others, moved("62811", "ID.99")) == [f"Bot→ID.99> {channels.MOVED}"]
    assert accounts(database) == [(4, "test", "Rudi"), (4, "whatsapp", "ID.99")]


def hears(phones: Phones, incoming: Incoming) -> list[str]:
    phones.send_event(incoming)
    return phones.hear()


def test_a_number_that_changed_stays_the_same_anggota_with_all_that_waits(database: Database) -> None:
    phones, others = connected(database)
    with database.transaction() as session:
        waits = Outbox(channel="whatsapp", chat="628rudi", group=False, kind="say", next_try=NOW)
        waits.payload = {"chat": {"channel": "whatsapp", "id": "628rudi"}, "text": "Menyusul"}
        session.add(waits)
    assert hears(others, moved("628rudi", "ID.99")) == [
        "Bot→ID.99> Menyusul",
        f"Bot→ID.99> {channels.MOVED}",
    ]
    assert phones.hear() == [
        "Bot→Rudi* Akun WhatsApp (Rudi) kini tersambung sebagai Anda. Jawaban datang di tempat Anda bertanya.",
        "   │ [Bukan saya]",
    ]
    assert accounts(database) == [(4, "test", "Rudi"), (4, "whatsapp", "ID.99")]
    assert others.say("ID.99", "/batal") == ["Bot→ID.99> Tidak ada laporan yang sedang diisi."]


def test_who_was_known_by_the_number_alone_is_known_by_the_id_that_comes_beside_it(database: Database) -> None:
    _, others = connected(database)
    others.now = NOW + timedelta(minutes=1)
    said = Incoming(Chat("whatsapp", "ID.5"), "n", "ID.5", text="/batal", number="628rudi")
    assert hears(others, said) == ["Bot→ID.5> Tidak ada laporan yang sedang diisi."]
    assert accounts(database) == [(4, "test", "Rudi"), (4, "whatsapp", "ID.5")]


def test_a_number_that_another_person_has_now_is_nobodys_way_in(database: Database) -> None:
    _, others = connected(database)
    others.now = NOW + timedelta(minutes=1)
    others.send_event(Incoming(Chat("whatsapp", "628rudi"), "n", "628rudi", text="/batal", number="62811"))
    others.hear()
    said = Incoming(Chat("whatsapp", "ID.5"), "o", "ID.5", text="/batal", number="62811")
    assert hears(others, said) == [f"Bot→ID.5> {masuk.STRANGER}"]
    assert accounts(database) == [(4, "test", "Rudi"), (4, "whatsapp", "628rudi")]


@pytest.mark.parametrize(("old", "new"), [("orang", "ID.99"), ("628rudi", "628kadir")])
def test_nobody_moves_who_is_unknown_or_takes_the_place_of_another(database: Database, old: str, new: str) -> None:
    _, others = connected(database)
    with database.transaction() as session:
        kadir = people.find(session, "test", "Kadir")
        assert kadir
        people.identify(session, kadir, "whatsapp", "628kadir", "628kadir")
    assert hears(others, moved(old, new)) == []
    assert accounts(database) == [(4, "test", "Rudi"), (4, "whatsapp", "628rudi")]


def test_who_has_lost_an_account_is_invited_once_more_and_what_waited_follows(database: Database) -> None:
    phones, others = connected(database)
    assert phones.say("Qori", "/undang")[-1] == "   │ [Nomor atau akun baru]"
    assert phones.say("Qori", "[Nomor atau akun baru]") == [
        "Bot→Qori> Siapa yang berganti nomor atau akun?",
        *(f"   │ [{name}]" for name in ("Hudri", "Agus", "Rudi", "Kadir")),
    ]
    link = phones.say("Qori", "[Rudi]")
    token = phones.token("Rudi")
    assert link == [
        "Bot→Qori> **Undangan untuk Rudi**",
        f"   │ Anda diundang menjadi Anggota {TEAM_NAME}. Pilih satu tautan, atau pindai gambarnya. {undang.UNTIL}",
        "   │",
        "   │ WhatsApp, lalu kirim pesan yang sudah tertulis:",
        f"   │ https://wa.me/62?text={token}",
        "   │",
        "   │ Telegram, lalu tekan Mulai:",
        "   │ <qr 0>",
        "   │ <tautan>",
    ]
    assert others.say("ID.77", f"/start {token}")[0] == "Bot→ID.77> **Selamat datang, Rudi**"
    assert phones.hear() == [
        "Bot→Rudi> Akun WhatsApp (ID.77) kini tersambung sebagai Anda. Jawaban datang di tempat Anda bertanya.",
        "   │ [Bukan saya]",
        "Bot→Qori> Rudi (akun WhatsApp: ID.77) kini aktif sebagai Anggota melalui tautan undangan.",
        "   │ [Bukan orangnya]",
    ]
    assert accounts(database) == [(4, "test", "Rudi"), (4, "whatsapp", "ID.77")]


def test_such_a_link_is_for_the_active_and_not_for_oneself(database: Database) -> None:
    phones, _ = both(database)
    for whom in (3, 99):
        assert phones.say("Qori", forged(InviteAgain(whom))) == ["Bot! Orang itu tidak aktif. Undang dengan /undang."]
    assert phones.say("Rudi", forged(InviteAgain(5))) == ["Bot! Tombol ini bukan untuk peran Anda."]


def test_where_the_bot_is_on_one_channel_alone_nobody_is_led_to_another(database: Database) -> None:
    phones, _ = both(database)
    dispatch.served(database, ["test"])
    assert phones.say("Rudi", "/bantuan")[-1] == "   │ [Melapor] [Melihat] [Panduan cetak]"
    assert phones.say("Rudi", forged(Connect("whatsapp"))) == [
        "Bot! WhatsApp sudah tersambung, atau bot ini tidak ada di sana."
    ]
    with database.transaction() as session:
        assert list(session.scalars(select(reach.Reach.channel))) == ["test"]


def test_nothing_of_a_link_is_kept(database: Database) -> None:
    phones, _ = connected(database)
    phones.say("Qori", "/undang Siti Aminah")
    token = phones.token("Siti")
    with database.transaction() as session:
        rows = session.scalars(select(Outbox).where(Outbox.state == State.SENT)).all()
        assert [row.id for row in rows if token in str(row.payload)] == []


def test_who_has_just_come_invites_nobody_once_more_who_was_there_before(database: Database) -> None:
    phones, _ = both(database)
    came(phones, "Siti", Role.KETUA_PELAKSANA)
    (told,) = phones.say("Siti", forged(InviteAgain(4)))
    assert told == f"Bot! {changes.YOU} 25 Juni 2022 pukul 09.00."


def test_an_account_that_was_taken_away_is_taken_in_once_more_in_place_of_another(database: Database) -> None:
    phones, others = connected(database)
    others.say("628rudi", "/bantuan")
    phones.say("Rudi", "[Bukan saya]")
    phones.say("Rudi", forged(Connect("whatsapp")))
    others.say("628baru", f"/start {token_of(phones, 'Rudi')}")
    others.say("628baru", "/bantuan")
    phones.say("Qori", forged(InviteAgain(4)))
    assert others.say("628rudi", f"/start {phones.token('Rudi')}")[0] == "Bot→628rudi> **Selamat datang, Rudi**"
    assert accounts(database) == [(4, "test", "Rudi"), (4, "whatsapp", "628rudi")]
