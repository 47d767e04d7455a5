"""Every setting can be read, shown, changed and taken back in one line; nothing of it is somebody else's."""

from dataclasses import dataclass
from datetime import date, time

import pytest
from sqlalchemy import func, select

from handlers.atur.sections import OF_OFFICE, SECTIONS
from handlers.chat.messages import Rejected
from handlers.dialog.fields import Field
from storage.database import Database
from storage.kantor.audit import Audit
from storage.kantor.fakta import About
from storage.kantor.satker import Satker
from tests.facts import told as told_of
from tests.phone import Phones

TODAY = date(2022, 6, 24)
TYPED = {
    "kumulatif": ("tidak", False),
    "salam": ("hindu", "hindu"),
    "laporan_hari": ("7 hari sebelum triwulan berakhir", 7),
    "laporan_ingat": ("H-5 dan H-1", [5, 1, 0]),
    "ketepatan": ("ya", True),
    "zona": ("wita", "Asia/Makassar"),
    "kolase_hari": ("Rabu", 2),
    "kolase_jam": ("pukul 9", time(9)),
    "kolase_pratinjau": ("6", 6),
    "wa_jam": ("pukul 9", time(9)),
    "kolom_kinerja": (
        "Tgl; Pukul; Kegiatan;Hasil; Bukti dukung",
        ["Tgl", "Pukul", "Kegiatan", "Hasil", "Bukti dukung"],
    ),
    "platform_bawaan": ("Instagram, tiktok dan x", ["IG", "Twitter", "TikTok"]),
    "dasar_pembentukan": ("UU 7, Pasal 1; PKPU 1", ["UU 7, Pasal 1", "PKPU 1"]),
}
LONG = ("anggaran", "dasar_laporan")
OLD = "Bot! Tombol ini sudah tidak berlaku. Ketik /bantuan untuk melihat perintah."


@dataclass
class Office:
    """The settings of one satker, as they are kept."""

    database: Database
    id: int

    def __getitem__(self, name: str) -> object:
        with self.database.transaction() as session:
            return getattr(session.get_one(Satker, self.id), name)


@pytest.fixture
def kept(database: Database, office: int) -> Office:
    return Office(database, office)


@pytest.mark.parametrize("field", [one for _, one in OF_OFFICE], ids=lambda one: one.name)
def test_each_setting_of_the_satker_is_changed_taken_back_asked_for_and_emptied(kept: Office, field: Field) -> None:
    phones = Phones(kept.database)
    typed, value = TYPED.get(field.name, ("Nilai Baru", "Nilai Baru"))
    before = kept[field.name]
    told = phones.say("Qori", f"/atur {field.label.casefold()} {typed}")
    assert kept[field.name] == value
    assert told[1].startswith(f"   │ {field.label}: ")
    assert " → " in told[1]
    phones.say("Qori", "[Urungkan]")
    assert kept[field.name] == before
    told = phones.say("Qori", f"/atur {field.name.replace('_', ' ')}")
    assert (told[0], told[-1]) == (f"Bot→Qori> **{field.label}**", "   │ [Batal]")
    phones.say("Qori", typed)
    assert kept[field.name] == value
    told = phones.say("Qori", f"/atur {field.label}")
    phones.say("Qori", "-")
    empty = None if isinstance(value, time) else type(value)()
    assert kept[field.name] == (empty if "“-” untuk mengosongkan" in told[-2] else value)


def test_no_two_settings_or_sections_go_by_one_name() -> None:
    names = [name for _, one in OF_OFFICE for name in {one.label.casefold(), one.name.replace("_", " ")}]
    names += [name for section in SECTIONS for name in {section.key, section.label.casefold(), *section.alias}]
    assert sorted(names) == sorted(set(names))


@pytest.mark.parametrize("name", LONG)
def test_long_texts_have_fifteen_hundred_letters(kept: Office, name: str) -> None:
    phones = Phones(kept.database)
    phones.say("Qori", f"/atur {name} {'a' * 1500}")
    assert [row[0] for row in told_of(kept.database, kept.id, About(name))] == ["a" * 1500]
    told = phones.say("Qori", f"/atur {name} {'a' * 1501}")
    assert told == ["Bot→Qori> Terlalu panjang: 1.501 huruf, paling banyak 1.500."]
    assert phones.say("Qori", f"/atur {name}")[1] == f"   │ Sekarang: {'a' * 1500}"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("17 Juni 2030", date(2030, 6, 17)),
        ("kemarin", date(2022, 6, 23)),
        ("30 Februari 2022", "Tanggal itu tidak ada dalam kalender."),
        ("Mei", "Tulis satu tanggal, misalnya 17 Juni 2022."),
    ],
)
def test_a_day_may_be_years_away(typed: str, said: date | str) -> None:
    berlaku = next(one for section in SECTIONS for one in section.fields if one.name == "berlaku_sampai")
    if isinstance(said, date):
        assert berlaku.read(typed, TODAY) == said
        return
    with pytest.raises(Rejected, match=said):
        berlaku.read(typed, TODAY)


KOLASE = (
    ("Kamis 15.30", (3, time(15, 30))),
    ("kamis, pukul 9", (3, time(9))),
    ("Jum'at jam 8.05", (4, time(8, 5))),
    ("pukul 7", (4, time(7))),
    ("Senin", (0, time(16))),
    ("Kam", (3, time(16))),
    ("Lusa 10.00", (4, time(16))),
    ("Kamis 24.00", (4, time(16))),
    ("...", (4, time(16))),
)


@pytest.mark.parametrize(("typed", "value"), KOLASE, ids=[row[0] for row in KOLASE])
def test_the_day_and_time_of_the_kolase_in_one_line(kept: Office, typed: str, value: tuple[int, time]) -> None:
    Phones(kept.database).say("Qori", f"/atur kolase {typed}")
    assert (kept["kolase_hari"], kept["kolase_jam"]) == value


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("semboyn Melayani", "“semboyn” bukan nama setelan. Maksud Anda semboyan?"),
        ("kota atasn Surabaya", "Kota: belum ada → atasn Surabaya"),
        ("kumulatip tidak", "“kumulatip” bukan nama setelan. Maksud Anda kumulatif?"),
        ("qqq", "“qqq” bukan nama setelan. Ketik /atur untuk melihat semuanya."),
        (f"{'q' * 99} x", f"“{'q' * 39}…” bukan nama setelan. Ketik /atur untuk melihat semuanya."),
    ],
)
def test_an_unknown_word_is_answered_with_the_nearest_names(kept: Office, typed: str, answer: str) -> None:
    told = Phones(kept.database).say("Qori", f"/atur {typed}")
    assert "\n".join(told).split("Bot→Qori> ")[1].split("   │ ")[-2 if len(told) > 1 else 0].strip() == answer


def test_a_change_that_somebody_has_changed_again_is_not_taken_back(kept: Office) -> None:
    phones = Phones(kept.database)
    phones.say("Qori", "/atur kota Satu")
    with kept.database.transaction() as session:
        first = session.scalar(select(func.max(Audit.id)))
    phones.say("Qori", "/atur kota Dua")
    assert phones.say("Qori", f"[!k:{first}]") == ["Bot! Bagian itu sudah diubah lagi sesudahnya."]
    assert kept["kota"] == "Dua"
    phones.say("Qori", "/atur kota -")
    assert phones.say("Qori", f"[!k:{first}]") == ["Bot! Sudah diurungkan."]


def test_who_changed_a_setting_from_what_to_what_is_kept(kept: Office) -> None:
    Phones(kept.database).say("Qori", "/atur kota Probolinggo")
    with kept.database.transaction() as session:
        entry = session.scalars(select(Audit).order_by(Audit.id.desc())).first()
        assert entry is not None
        assert (entry.what, entry.ref, entry.action) == ("satker", kept.id, "ubah")
        assert (entry.before, entry.after) == ({"kota": ""}, {"kota": "Probolinggo"})


def test_batal_ends_the_question(kept: Office) -> None:
    phones = Phones(kept.database)
    phones.say("Qori", "/atur ketua")
    assert phones.say("Qori", "[Batal]")[0] == "Bot→Qori* **Satker**"
    assert phones.say("Qori", "Rapat staf")[0] == "Bot→Qori> **Laporan kegiatan**"
    assert told_of(kept.database, kept.id, About.KETUA) == []


FORGED = (
    "at:x",
    "at:satker:x",
    "aq:satker:1:x",
    "ap:laporan:1:kumulatif:9",
    "at:tim:x",
    "au",
    "ar:sk:0",
)


def test_a_press_that_no_button_holds_changes_nothing(kept: Office) -> None:
    phones, before = Phones(kept.database), [kept[one.name] for _, one in OF_OFFICE]
    for data in FORGED:
        assert phones.say("Qori", f"[!{data}]") == [OLD]
    assert [kept[one.name] for _, one in OF_OFFICE] == before
