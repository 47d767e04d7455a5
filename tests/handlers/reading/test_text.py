"""Links, tallies, choices, numbers and clean sentences out of what people type."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.chat.messages import Rejected
from handlers.reading.dates.within import days_within
from handlers.reading.jenis import NATIONAL
from handlers.reading.links import Tautan, find_tautan, places, tautan
from handlers.reading.message.counts import by_jenis
from handlers.reading.message.events.fixed import fixed
from handlers.reading.message.parts import Kind
from handlers.reading.text import clean, number

IG = Tautan("IG", "https://www.instagram.com/p/CdX_y-1/", "IG:CdX_y-1")
VIDEO = Tautan("YouTube", "https://youtu.be/dQw4w9WgXcQ", "YouTube:dQw4w9WgXcQ")
CUIT = Tautan("Twitter", "https://x.com/i/status/1512345", "Twitter:1512345")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://www.instagram.com/p/CdX_y-1/?igshid=a", IG),
        ("https://instagram.com/kpukotaprobolinggo/reel/CdX_y-1/", IG),
        ("(instagram.com/tv/CdX_y-1).", IG),
        ("https://twitter.com/kpu/status/1512345?s=20", CUIT),
        ("https://mobile.twitter.com/i/web/status/1512345", CUIT),
        ("https://x.com/kpu/status/1512345", CUIT),
        ("https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=3", VIDEO),
        ("https://youtu.be/dQw4w9WgXcQ?si=x", VIDEO),
        ("https://youtube.com/shorts/dQw4w9WgXcQ", VIDEO),
        ("https://www.youtube.com/live/dQw4w9WgXcQ", VIDEO),
        (
            "https://www.tiktok.com/@kpu.prob/video/7100000?lang=id",
            Tautan("TikTok", "https://www.tiktok.com/@kpu.prob/video/7100000", "TikTok:7100000"),
        ),
        ("https://vt.tiktok.com/ZSabc/", Tautan("TikTok", "https://vt.tiktok.com/ZSabc/", "TikTok:ZSabc")),
        (
            "https://www.facebook.com/KPU/posts/pfbid02?__cft__=x",
            Tautan("FB", "https://www.facebook.com/KPU/posts/pfbid02", "FB:pfbid02"),
        ),
        (
            "https://m.facebook.com/story.php?story_fbid=123&id=9",
            Tautan("FB", "https://www.facebook.com/story.php?story_fbid=123&id=9", "FB:123"),
        ),
        ("https://fb.watch/abc123/", Tautan("FB", "https://fb.watch/abc123/", "FB:abc123")),
        ("https://instagr.am/p/CdX_y-1/", IG),
        (
            "https://www.instagram.com/share/reel/_zQ1w2E3?x=1",
            Tautan("IG", "https://www.instagram.com/share/reel/_zQ1w2E3", "IG:share/reel/_zQ1w2E3"),
        ),
        (
            "https://instagram.com/stories/kpu.jember/3321456/",
            Tautan("IG", "https://instagram.com/stories/kpu.jember/3321456/", "IG:stories/kpu.jember/3321456"),
        ),
        (
            "https://www.youtube.com/post/UgkxAbCdEf",
            Tautan("YouTube", "https://www.youtube.com/post/UgkxAbCdEf", "YouTube:post/UgkxAbCdEf"),
        ),
        (
            "https://www.facebook.com/stories/12/Uzpf/?view_single=1",
            Tautan("FB", "https://www.facebook.com/stories/12/Uzpf", "FB:Uzpf"),
        ),
        (
            "https://kab-jember.kpu.go.id/?p=8080",
            Tautan("Website", "https://kab-jember.kpu.go.id/?p=8080", "Website:kab-jember.kpu.go.id?p=8080"),
        ),
        (
            "https://kota-probolinggo.kpu.go.id/index.php/blog/read/8080/judul?utm_source=wa",
            Tautan(
                "Website",
                "https://kota-probolinggo.kpu.go.id/index.php/blog/read/8080/judul",
                "Website:kota-probolinggo.kpu.go.id/blog/read/8080/judul",
            ),
        ),
    ],
)
def test_a_link_names_its_platform_and_content(text: str, expected: Tautan) -> None:
    assert tautan(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        "https://www.facebook.com/KPUProbolinggo",
        "https://www.instagram.com/kpukotaprobolinggo/",
        "https://kota-probolinggo.kpu.go.id/",
        "https://contoh.com/instagram.com/p/xxx",
        "https://kpu.go.id.contoh.com/blog",
        "https://[x/y",
        "siap, terima kasih",
    ],
)
def test_accounts_home_pages_and_other_sites_are_no_konten(text: str) -> None:
    assert tautan(text) == ()


ADDRESSES = (
    "https://threads.net/@kpu/post/C9", "http://192.168.1.5/5/6/2022", "https://contoh/2/3/2022",
    "www.kpu.go.id", "kpu.go.id/berita/5/6/2022", "drive.google.com/x?id=7/6/2022", "WWW.X.ID/1/2",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("around", ["{}", "Apel pagi {}", "({})", "lihat {}, ya", "{}\nApel pagi"])
def test_an_address_is_one_to_every_reader(address: str, around: str) -> None:
    """Links, days and the facts of an event agree about its letters; nothing of it is a name or a day."""
    text = around.format(address)
    start = text.index(address)
    span = start, start + len(address)
    assert [(place.start, place.end) for place in places(text)] == [span]
    assert [(fact.start, fact.end) for fact in fixed(text) if fact.kind is Kind.LINK] == [span]
    assert days_within(text, date(2022, 6, 24)) == ()


@pytest.mark.parametrize("between", [" ", ",", ";", ", ", "", "|", "\n"])
@pytest.mark.parametrize("second", ["https://x.com/a/status/1512345", "http://twitter.com/a/status/1512345"])
def test_addresses_are_two_whatever_stands_between_them(between: str, second: str) -> None:
    assert tautan(f"https://instagram.com/p/CdX_y-1/{between}{second} Rapat") == (IG, CUIT)


def test_several_links_of_one_konten_and_the_words_around_them() -> None:
    text = "Infografis PDPB Juni:\nhttps://instagram.com/p/CdX_y-1/ https://x.com/a/status/1512345,\n"
    again = "https://www.instagram.com/reel/CdX_y-1/ (IG lagi)"
    assert find_tautan(text + again) == ((IG, CUIT), "Infografis PDPB Juni\n(IG lagi)")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("foto 3, link 1, repost 1", {"Foto Berita": 3, "Promote link berita web": 1, "Repost": 1}),
        ("Foto 3 link 1 repost 2", {"Foto Berita": 3, "Promote link berita web": 1, "Repost": 2}),
        ("+2 foto", {"Foto Berita": 2}),
        ("2 foto, 1 repost dan 3 link", {"Foto Berita": 2, "Repost": 1, "Promote link berita web": 3}),
        ("Foto Berita: 3\nUcapan Selamat: 2", {"Foto Berita": 3, "Ucapan Selamat": 2}),
        ("infografis 1 duka 2 meme 1", {"Infografik": 1, "Ucapan Dukacita": 2, "Meme Quote": 1}),
        ("2 foto 1 foto", {"Foto Berita": 3}),
        ("foto 0", {}),
        ("foto kegiatan 3", {}),
        ("rapat 3 foto", {}),
        ("Rapat pleno", {}),
        ("", {}),
    ],
)
def test_a_tally(text: str, expected: dict[str, int]) -> None:
    assert by_jenis(text, NATIONAL).numbers == expected


@pytest.mark.parametrize(("text", "n"), [("1", 1), (" 12 ", 12), ("999", 999), ("Tiga", 3), ("sepuluh", 10)])
def test_a_number(text: str, n: int) -> None:
    assert number(text) == n


@pytest.mark.parametrize("text", ["0", "000", "1000", "-3", "3,5", "٣", "banyak", ""])
def test_no_number_between_1_and_999(text: str) -> None:
    with pytest.raises(Rejected) as ditolak:
        number(text)
    assert str(ditolak.value) == "Mohon tulis bilangan 1 sampai 999, misalnya 3."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Rapat  Pleno\t Rutin ", "Rapat Pleno Rutin"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\x00\x08b\ud800c\ufffed\ufdd0e", "abcde"),
        ("zero\u200bwidth\ufeff\u2069", "zerowidth"),
        ("cafe\u0301", "caf\u00e9"),
        ("<A & B> “selesai” 🙏", "<A & B> “selesai” 🙏"),
    ],
)
def test_a_sentence_is_cleaned(text: str, expected: str) -> None:
    assert clean(text, 100) == expected


@pytest.mark.parametrize(
    ("text", "kalimat_"),
    [
        ("x" * 300, "Terlalu panjang: 300 huruf, paling banyak 200."),
        ("x" * 4096, "Terlalu panjang: 4.096 huruf, paling banyak 200."),
        (" \n\u200b", "Teksnya masih kosong; mohon ditulis."),
    ],
)
def test_a_sentence_has_a_length(text: str, kalimat_: str) -> None:
    with pytest.raises(Rejected) as ditolak:
        clean(text, 200)
    assert str(ditolak.value) == kalimat_


@given(st.text(min_size=1, max_size=200))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    try:
        bersih = clean(text, 1000)
    except Rejected:
        return
    assert clean(bersih, 1000) == bersih
