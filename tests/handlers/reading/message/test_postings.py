"""Konten and tallies out of messages: by links, by words that something was published, by counts."""

import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from itertools import product

import pytest

from handlers.chat.messages import Rejected
from handlers.reading.dates.forms import Days
from handlers.reading.links import PLATFORM_WORDS
from handlers.reading.message.gazetteer import Gazetteer
from handlers.reading.message.parts import Reading
from handlers.reading.message.postings import read

TODAY = date(2024, 9, 12)
OFFICE = Gazetteer(platforms=PLATFORM_WORDS, bawaan=("IG", "FB", "Twitter"))
IG, IG2 = "https://www.instagram.com/p/AAAAA11/", "https://www.instagram.com/p/BBBBB22/"
WEB, BERITA = "https://kab-jember.kpu.go.id/berita/baca/8123", "Promote link berita web"
YOUTUBE = "https://youtu.be/a1B2c3D4e5F"
FB, X = "https://www.facebook.com/kpu/posts/99", "https://x.com/kpu/status/1801234567890123456"


@dataclass(frozen=True)
class Told:
    """What a konten's card shows."""

    judul: str
    where: str
    day: str = ""
    jenis: str = ""
    rest: tuple[str, ...] = ()


def told(reading: Reading) -> Told:
    answers = reading.answers
    day = Days.of(answers["tanggal"]).mulai.isoformat() if "tanggal" in answers else ""
    where = " ".join(dict.fromkeys([*answers.get("tautan", ()), *answers.get("platform", ())]))
    return Told(answers.get("judul", ""), where, day, answers.get("jenis", ""), reading.rest)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{IG} Pelantikan PPK", [Told("Pelantikan PPK", "IG")]),
        (f"Pelantikan PPK ({IG})", [Told("Pelantikan PPK", "IG")]),
        (f"IG : {IG}\nFB : {FB}\nX : {X}", [Told("", "IG FB Twitter")]),
        (f"Link Instagram {IG}\njg di fb {FB}", [Told("", "IG FB")]),
        (f"LINK POSTINGAN PELANTIKAN PPK\n{IG}\n{X}", [Told("PELANTIKAN PPK", "IG Twitter")]),
        (f"infografis coklit sudah naik\nIG {IG}\nFB {FB}", [Told("infografis coklit", "IG FB", jenis="Infografik")]),
        (f"{IG}\n{FB}\nPelantikan PPK", [Told("Pelantikan PPK", "IG FB")]),
        (f"Pelantikan PPK {IG}\nPelantikan PPK {FB}", [Told("Pelantikan PPK", "IG FB")]),
        (f"Pelantikan PPK {IG}\nBimtek PPS {FB}", [Told("Pelantikan PPK", "IG"), Told("Bimtek PPS", "FB")]),
        (f"Pelantikan PPK {IG} Bimtek PPS {IG2}", [Told("Pelantikan PPK", "IG"), Told("Bimtek PPS", "IG")]),
        (f"{IG} Pelantikan PPK {IG2} Bimtek PPS", [Told("Pelantikan PPK", "IG"), Told("Bimtek PPS", "IG")]),
        (f"Pelantikan PPK\n{IG}\nBimtek PPS\n{IG2}", [Told("Pelantikan PPK", "IG"), Told("Bimtek PPS", "IG")]),
        (f"{IG},{IG2}", [Told("", "IG"), Told("", "IG")]),
        (f"{IG} lagi: {IG} Pelantikan PPK", [Told("lagi: Pelantikan PPK", "IG")]),
        (f"Coklit dimulai, {WEB}, dishare di fb dan x", [Told("Coklit dimulai", "Website FB Twitter", jenis=BERITA)]),
        (f"{IG} Coklit TPS 2 kemarin", [Told("Coklit TPS 2", "IG", "2024-09-11")]),
        (f"Selasa, 10 September 2024\n{IG}\nCoklit", [Told("Coklit", "IG", "2024-09-10")]),
    ],
)
def test_links_tell_of_konten(text: str, expected: list[Told]) -> None:
    assert [told(reading) for reading in read(text, TODAY, OFFICE)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sudah diunggah di ig dan fb: ucapan hari batik",
         Told("ucapan hari batik", "IG FB")),
        ("posting infografis coklit di instagram, facebook & x",
         Told("infografis coklit", "IG FB Twitter", jenis="Infografik")),
        ("meme jangan golput → story ig, yt shorts (tadi pagi)",
         Told("meme jangan golput", "IG YouTube", "2024-09-12", "Meme Quote", ("story", "shorts"))),
        ("upload video maskot di semua akun kmrn",
         Told("video maskot", "IG FB Twitter", "2024-09-11", "Video lainnya")),
        ("Posting ucapan Hari Santri di IG, FB, dan Twitter",
         Told("ucapan Hari Santri", "IG FB Twitter")),
        ("infografis dapil udah tayang", Told("infografis dapil", "", jenis="Infografik")),
    ],
)  # fmt: skip
def test_words_tell_that_something_was_published(text: str, expected: Told) -> None:
    assert [told(reading) for reading in read(text, TODAY, OFFICE)] == [expected]


LEADS = (
    "Berita di web", "Berita", "Berita terbaru di website", "Link berita", "Postingan kita", "Konten IG", "Reels baru",
    "Info konten terbaru", "Yang sudah tayang di ig", "Video di youtube", "Update medsos", "Live streaming di yt",
)  # fmt: skip
TITLES = ("Gudang Baru Diresmikan", "Ketua Lantik PPK Berita Acara Diteken", "Video Call dengan Saksi")


@pytest.mark.parametrize("lead", LEADS)
def test_the_title_follows_the_words_that_lead_to_it(lead: str) -> None:
    for title, (day, iso), colon, gap in product(
        TITLES, (("", ""), (" hari ini", "2024-09-12")), (": ", " :\n"), " \n"
    ):
        text = f"{lead}{day}{colon}{title}{gap}{WEB}"
        (found,) = [told(reading) for reading in read(text, TODAY, OFFICE)]
        assert (found.judul, found.day, found.rest) == (title, iso, ()), text


@pytest.mark.parametrize("title", ["Berita Acara Diteken", "Video Call dengan Saksi", "Konten Kreator Muda", "Video"])
def test_a_title_that_begins_like_a_lead_is_whole(title: str) -> None:
    assert [told(reading).judul for reading in read(f"{title}\n{IG}", TODAY, OFFICE)] == [title]


PODCAST, GUEST = "podcast suara kita", "Rektor Unej"
ITS = ("linknya", "link nyo", "link nya", "linkna", "linke", "link", "linknya ada di", "link di sini")
PRESENT = {
    "bintang tamunya": "dengan bintang tamu", "bintang tamunyo": "dengan bintang tamu", "narsum": "dengan narsum",
    "narasumbernya:": "dengan narasumber", "pembicarane": "dengan pembicara", "bersama": "bersama",
    "tamunya": "dengan tamu", "moderatornya": "dengan moderator", "feat": "feat",
}  # fmt: skip


@pytest.mark.parametrize("present", PRESENT)
def test_who_was_in_a_posting_is_told_by_its_title(present: str) -> None:
    for its, joint, out in product(ITS, (", ", ". "), ("dah tayang di yt", "sudah naik di youtube kmrn")):
        text = f"{PODCAST} {out}{joint}{present} {GUEST}. {its} {YOUTUBE}"
        (found,) = [told(reading) for reading in read(text, TODAY, OFFICE)]
        assert (found.judul, found.rest) == (f"{PODCAST} {PRESENT[present]} {GUEST}", ()), text


def test_a_guest_who_makes_the_title_too_long_stays_beside_it() -> None:
    (found,) = [told(one) for one in read(f"{'a' * 190} tayang di yt, bersama {GUEST} {YOUTUBE}", TODAY, OFFICE)]
    assert (found.judul, found.rest) == ("a" * 190, (f"bersama {GUEST}",))


@pytest.mark.parametrize(
    ("text", "hitungan", "platforms", "rest"),
    [
        ("foto 3, link 1, repost 1", {"Foto Berita": 3, "Promote link berita web": 1, "Repost": 1}, OFFICE.bawaan, ()),
        ("kemarin upload 2 foto sama 1 flash di ig", {"Foto Berita": 2, "KPU Flash": 1}, ("IG",), ()),
        ("rekap medsos Agustus: ig 40, fb 38, tiktok 7", {"IG": 40, "FB": 38, "TikTok": 7}, ("IG", "FB", "TikTok"), ()),
        ("IG: 40\nFB: 38", {"IG": 40, "FB": 38}, ("IG", "FB"), ()),
        (
            "repost bawaslu 4, repost kpu jatim 2",
            {"Repost": 6},
            OFFICE.bawaan,
            ("repost bawaslu 4", "repost kpu jatim 2"),
        ),
    ],
)
def test_counts_tell_how_many(text: str, hitungan: dict[str, int], platforms: tuple[str, ...], rest: object) -> None:
    (found,) = read(text, TODAY, OFFICE)
    assert (found.form, found.answers["hitungan"]) == ("hitungan", hitungan)
    assert (tuple(found.answers["platform"]), found.rest) == (platforms, rest)


def test_a_count_of_a_month_keeps_the_month() -> None:
    (found,) = read("rekap konten bulan Agustus: ig 40, fb 38", TODAY, OFFICE)
    assert found.answers["tanggal"] == Days(date(2024, 8, 1), date(2024, 8, 31), sebulan=True).json


@pytest.mark.parametrize(
    "text",
    [
        "Audiensi Partai Buruh di ruang ketua",
        "Rapat koordinasi media sosial dengan Diskominfo",
        "Ucapan selamat HUT RI ke 77 dan HUT Jatim ke 77",
        "Selamat pagi, izin melaporkan upacara bendera",
        "Pengunggahan DPT ke Sidalih",
        "https://radarkediri.jawapos.com/kota/123/kpu-gelar-rapat Rapat pleno",
        "",
    ],
)
def test_what_tells_of_no_posting_is_none(text: str) -> None:
    assert read(text, TODAY, OFFICE) == ()


@pytest.mark.parametrize("near", ["kemarin", "kmrn", "tadi pagi", "td siang", "hari ini", "smlm", "tadi malam"])
def test_a_word_for_a_day_near_by_wins_over_a_date_in_the_title(near: str) -> None:
    (found,) = read(f"infografis hari jadi 4 September, sudah tayang di ig {near}", TODAY, OFFICE)
    day = Days.of(found.answers["tanggal"]).mulai
    assert (TODAY - day).days == (0 if near in {"tadi pagi", "td siang", "hari ini"} else 1)


def test_a_day_of_a_posting_that_is_asked_about_offers_what_it_may_be() -> None:
    (found,) = read(f"Selasa, 11 September 2024\n{IG}\nCoklit", TODAY, OFFICE)
    (doubt,) = found.doubts
    assert (doubt.question, "tanggal" in found.answers) == ("tanggal", False)
    assert [label for _, label in doubt.candidates] == ["Selasa, 10 September", "Rabu, 11 September"]


@pytest.mark.parametrize(
    "unit", ["live streaming ", "konten medsos ", "bersama ", "bintang tamunya ", "ini ya min ", "IG dua "]
)
def test_hostile_words_beside_a_link_are_read_at_once(unit: str) -> None:
    begun = time.process_time()
    with suppress(Rejected):
        read(f"konten {(unit * 4096)[:4000]} x {IG}", TODAY, OFFICE)
    assert time.process_time() - begun < 1
