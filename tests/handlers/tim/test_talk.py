"""What words without a slash lead to in the private chat, by role; in the group the bot says nothing to them."""

from itertools import product

import pytest
from sqlalchemy import select

from handlers import table
from handlers.chat.access import NOT_REPORTING
from handlers.reading import requests
from handlers.reading.chatter import Talk, talk
from handlers.rekap.rekap import WHICH
from storage.catatan.drafts import Draft, State
from storage.database import Database
from tests.conftest import NOW
from tests.phone import Phones


@pytest.fixture
def phones(database: Database, office: int) -> Phones:
    assert office
    return Phones(database)


def head(said: list[str]) -> str:
    return said[0] if said else ""


PHRASES = {one.word: one.said for one in table.COMMANDS if one.said}
TODAY = NOW.date()
SEND = "Kirim foto kegiatan dengan keterangannya ke sini, atau ketik /bantuan."
OPENINGS = ("", "pak ", "maaf min, ", "eh ")
ENDINGS = ("", " ya", " dong", " pak", "?", " 🙏")
ASKED = {
    "rekap": (
        "tolong buatkan laporan tw 2",
        "bikinkan rekap triwulan II",
        "minta laporan smt 1",
        "rekap q2",
        "lap tw 2",
    ),
    "kolase": ("kolase minggu ini mana", "kok kolase minggu kemarin ga keluar", "lihat kolase pekan lalu", "kolase"),
    "status": ("siapa belum lapor", "siapa aja yg blm lapor minggu ini", "siapa saja yang belum melapor", "cek status"),
    "saya": ("laporan saya apa saja", "catatan saya bulan ini apa", "lihat kegiatan saya"),
    "daftar": ("laporan apa saja minggu ini", "kegiatan apa aja bulan juni", "minta daftar kegiatan bulan ini"),
    "matriks": ("berapa total postingan bulan juni", "jumlah konten bulan ini berapa", "matriks juni"),
    "cari": (
        "kapan terakhir koordinasi sama bawaslu",
        "carikan foto sosialisasi",
        "cari audiensi partai",
        "cariin audiensi partai",
        "laporan sosialisasi bulan lalu ada ndak",
        "ada laporan audiensi partai bulan mei nda",
    ),
    "akun": ("berapa pengikut ig sekarang", "pengikut berapa", "follower ig kita 1250 per hari ini"),
    "undang": ("minta tautan undangan", "bikin undangan anggota baru"),
    "bantuan": ("menu", "bisa apa saja bot ini", "bantuan"),
}
HOW = {
    "lapor": ("cara lapor gimana", "cara kirim foto gmn", "bagaimana cara melapor", "lapor gimana"),
    "ubah": ("cara ralat gimana", "bagaimana cara ubah laporan"),
    "hapus": ("cara hapus catatan gimana",),
}
BY_REGION = (
    ("baa caronyo", "mangirim gambar sakali banyak", "maubah laporan", "mahapuih catatan"),
    ("kumaha carana", "ngintunkeun poto loba sakaligus", "ngarobah laporan", "ngahapus catatan"),
    ("piye carane", "ngirim gambar akeh sisan", "ngubah laporan", "ngapus catatan"),
    ("pripun caranipun", "ngintun foto kathah sareng-sareng", "ngubah laporan", "ngapus catatan"),
)
HERE = ("", "pak ", "maaf min, ", "bang ")


@pytest.mark.parametrize("word", ASKED)
def test_a_command_is_asked_for_in_many_words(word: str) -> None:
    for opening, asked, ending in product(OPENINGS, ASKED[word], ENDINGS):
        meant = requests.wanted(f"{opening}{asked}{ending}", TODAY, PHRASES)
        assert (meant and meant.word, meant and meant.how) == (word, False), (opening, asked, ending)


@pytest.mark.parametrize("word", HOW)
def test_how_to_do_it_is_asked_for_in_many_words(word: str) -> None:
    for opening, asked, ending in product(OPENINGS, HOW[word], ENDINGS):
        meant = requests.wanted(f"{opening}{asked}{ending}", TODAY, PHRASES)
        assert (meant and meant.word, meant and meant.how) == (word, True), (opening, asked, ending)


@pytest.mark.parametrize("region", BY_REGION)
def test_how_to_do_it_is_asked_for_in_the_languages_of_the_regions(region: tuple[str, ...]) -> None:
    for opening, (word, asked), ending in product(
        HERE, zip(HOW, region[1:], strict=True), ("", " yo?", " nggih", " ya bang")
    ):
        meant = requests.wanted(f"{opening}{region[0]} {asked}{ending}", TODAY, PHRASES)
        assert (meant and meant.word, meant and meant.how) == (word, True), (opening, asked, ending)


@pytest.mark.parametrize(
    "text",
    [
        "Rapat pleno rekapitulasi suara",
        "Sosialisasi cara lapor harta kekayaan bagi komisioner dan sekretariat di aula",
        "mohon izin lapor apel pagi",
        "tolong dicatat kolase ucapan hari ibu sudah tayang di ig",
        "Sosialisasi status pemilih pindahan",
        "pengumuman daftar pemilih tetap",
        "Penyerahan laporan dana kampanye partai",
        "apel pagi",
        "foto bersama tim undangan",
        "jumlah postingan bulan juni\nig 41\nfb 40\ntiktok 7",
        "Laporan Bu: Rabu, 9 Maret 2022 senam bersama di aula",
        "",
        "?",
        "🙏" * 4096,
        "kolase " * 600,
    ],
)
def test_what_tells_something_asks_for_nothing(text: str) -> None:
    assert requests.wanted(text, TODAY, PHRASES) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *(
            (text, Talk.THANKS)
            for text in ("makasih min", "👍", "siap ndan 86", "Siaaap pak 🙏", "ok noted", "terimakasih")
        ),
        *(
            (text, Talk.GREETING)
            for text in ("halo", "Assalamu’alaikum wr wb", "selamat pagi semua", "p", "apa kabar min")
        ),
        *(
            (text, Talk.GREETING)
            for text in ("sampurasun, wilujeng enjing", "om swastyastu, met pagi min", "Shalom pak", "tabik pun")
        ),
        *((text, None) for text in ("siap rapat", "ok besok apel", "selamat hari jadi", ".", "", "86 peserta hadir")),
    ],
)
def test_talk_is_told_from_reports(text: str, meant: Talk | None) -> None:
    assert talk(text) == meant


@pytest.mark.parametrize(
    ("who", "text", "answer"),
    [
        ("Rudi", "makasih min", "Bot: 👍"),
        ("Hudri", "siap 🙏", "Bot: 👍"),
        ("Rudi", "assalamualaikum", f"Bot→Rudi> Waalaikumsalam, Rudi. {SEND}"),
        ("Rudi", "halo", f"Bot→Rudi> Selamat pagi, Rudi. {SEND}"),
        ("Rudi", "tolong buatkan laporan tw 2", "Bot→Rudi> Perintah /rekap hanya untuk Ketua dan Ketua Pelaksana."),
        ("Rudi", "cara ubah gimana", "Bot→Rudi> /ubah – ubah catatan, misalnya /ubah 12; lihat dengan #12"),
        ("Rudi", "laporan saya mana", "Bot→Rudi> Belum ada catatan Anda pada Juni 2022."),
        ("Rudi", "berapa total postingan bulan mei?", "Bot→Rudi> **Matriks Mei 2022**"),
        ("Rudi", "siapa belum lapor", "Bot→Rudi> **Triwulan II 2022, sampai 24 Juni 2022**"),
        ("Rudi", "kapan terakhir rapat pleno", "Bot→Rudi> **Pencarian “rapat pleno”**"),
        (
            "Rudi",
            "min yg senam di waduk minggu lalu udah masuk belum ya? tolong cariin",
            "Bot→Rudi> **Pencarian “senam waduk”**",
        ),
        ("Rudi", "kapan ya terakhir ke waduk? butuh buat paparan", "Bot→Rudi> **Pencarian “waduk”**"),
        ("Rudi", "laporan saya minggu ini apa saja", "Bot→Rudi> Belum ada catatan Anda pada 20 s/d 26 Juni 2022."),
        ("Rudi", "laporanku bulan ini apa", "Bot→Rudi> Belum ada catatan Anda pada Juni 2022."),
        (
            "Rudi",
            "tolong yang Jumat dihapus, dobel sama laporannya Kadir",
            "Bot→Rudi> “tolong yang Jumat dihapus, dobel sama laporannya Kadir”",
        ),
        ("Hudri", "kegiatan apa aja bulan juni", "Bot→Hudri> **Daftar Juni 2022**"),
        ("Hudri", "rapat", f"Bot→Hudri> {NOT_REPORTING}"),
        ("Rudi", "follower ig kita 1250", "Bot→Rudi> **Akun media sosial**"),
        (
            "Rudi",
            "bang cari apel sama Kodim pekan kemarin ya, di daftar kok nggak ketemu",
            "Bot→Rudi> **Pencarian “apel kodim”**",
        ),
        ("Rudi", "ada nggak foto senam kemarin", "Bot→Rudi> “ada nggak foto senam kemarin”"),
        ("Rudi", "piye carane ngubah laporan", "Bot→Rudi> /ubah – ubah catatan, misalnya /ubah 12; lihat dengan #12"),
        ("Rudi", "gak jadi", "Bot→Rudi> Tidak ada laporan yang sedang diisi."),
        ("Qori", "minta laporan smt 1 dong", f"Bot→Qori> {WHICH}"),
        ("Qori", "Sudah ada kabar?", "Bot→Qori> “Sudah ada kabar?”"),
    ],
)
def test_everybody_is_answered_by_what_they_may_do(phones: Phones, who: str, text: str, answer: str) -> None:
    assert head(phones.say(who, text)) == answer


@pytest.mark.parametrize(
    "text", ["makasih min", "halo", "kolase minggu ini mana", "hapus yang tadi", "tolong dicek ya"]
)
def test_talk_in_the_group_is_not_answered(phones: Phones, text: str) -> None:
    phones.say("Qori", "/hubungkan", "Grup")
    assert phones.say("Rudi", text, "Grup") == []


@pytest.mark.parametrize(
    "text",
    [
        "jangan lupa besok apel jam 7 semua wajib hadir",
        "kapan rapat pleno?",
        "dua kata",
        "Warga bertanya soal TPS",
        "besok sosialisasi di SMAN 1",
        "koreksi data pemilih",
        "rapat staf yang lalu belum masuk ya",
        "0812 3456 7890",
    ],
)
def test_what_may_be_no_report_is_kept_and_asked_about(phones: Phones, text: str) -> None:
    assert phones.say("Rudi", text) == [
        f"Bot→Rudi> “{text}”",
        "   │",
        "   │ Pesan ini untuk apa?",
        "   │ [Kegiatan] [Konten]",
        "   │ [Cari]",
        "   │ [Bukan laporan]",
    ]
    assert kept(phones) == [{"teks": text}]
    assert "**Laporan kegiatan**" in head(phones.say("Rudi", "[Kegiatan]"))


def test_a_form_is_a_report_whatever_comes_of_it(phones: Phones) -> None:
    said = phones.say("Rudi", "Kegiatan: Rapat evaluasi⏎Tgl: 23/6/2022⏎Dmn: aula⏎Hasil: SOP disusun minggu depan")
    assert said[:2] == ["Bot→Rudi> **Laporan kegiatan**", "   │ Nama: Rapat Evaluasi"]


@pytest.mark.parametrize("text", ["fotonya dikirim sekaligus apa satu2 ya? masih baru", "gambarnya sekalian ya?"])
def test_how_photos_are_sent_is_told_by_the_help(phones: Phones, text: str) -> None:
    assert phones.say("Rudi", text) == phones.say("Rudi", "/bantuan")


def kept(phones: Phones) -> list[dict[str, str]]:
    with phones.database.transaction() as session:
        return list(session.scalars(select(Draft.answers).where(Draft.state == State.KEPT).order_by(Draft.id)))


def test_several_kept_messages_wait_side_by_side_and_follow_their_edits(phones: Phones) -> None:
    phones.say("Rudi", "dua kata")
    phones.say("Rudi", "tiga kata lagi")
    phones.say("Rudi", "(mengedit dua kata) dua kata lain")
    assert kept(phones) == [{"teks": "dua kata lain"}, {"teks": "tiga kata lagi"}]
    phones.say("Rudi", "[Bukan laporan]")
    assert kept(phones) == [{"teks": "tiga kata lagi"}]
    assert "   │ Nama: Tiga Kata Lagi" in phones.say("Rudi", "[Kegiatan]")
    assert kept(phones) == []


def test_a_request_of_another_person_opens_nothing_of_mine(phones: Phones) -> None:
    phones.say("Rudi", "dua kata")
    door = phones.button("Rudi", "[Kegiatan]")
    assert phones.say("Kadir", f"[!{door}]") == ["Bot! Kartu ini bukan milik Anda."]
    assert kept(phones) == [{"teks": "dua kata"}]


def test_rekap_alone_offers_the_running_and_the_last_period(phones: Phones) -> None:
    assert phones.say("Qori", "/rekap")[1:] == ["   │ [Triwulan II 2022]", "   │ [Triwulan I 2022]"]
    assert head(phones.say("Qori", "[Triwulan I 2022]")) == "Bot→Qori> **Kelengkapan Triwulan I 2022**"


def test_rekap_in_the_group_asks_in_private(phones: Phones) -> None:
    phones.say("Qori", "/hubungkan", "Grup")
    said = phones.say("Qori", "/rekap", "Grup")
    assert [line for line in said if line.startswith("Bot@")] == [
        "Bot@Grup> Pilihan periode laporan dikirim ke chat pribadi."
    ]


def test_figures_in_words_are_recorded_and_a_question_about_them_records_nothing(phones: Phones) -> None:
    assert phones.say("Rudi", "follower ig kita 1.250")[1] == "   │ IG per 24 Juni 2022: 1.250 pengikut"
    assert phones.say("Rudi", "pengikut ig tahun 2022 berapa")[1] == (
        "   │ IG KPU Kota Probolinggo IG: 1.250 pengikut per 24 Juni 2022"
    )
    said = phones.say("Rudi", "follower ig per hari ini 1.260, naik sedikit dari pekan lalu")
    assert said[1] == "   │ IG per 24 Juni 2022: 1.250 pengikut → 1.260 pengikut"
    assert phones.say("Rudi", "followers per hari ini IG 1.270, fb 870")[1:3] == [
        "   │ IG per 24 Juni 2022: 1.260 pengikut → 1.270 pengikut",
        "   │ FB per 24 Juni 2022: 870 pengikut",
    ]
    assert phones.say("Rudi", "follower tiktok 12.34.5")[1] == (
        "   │ Jumlah pada “follower tiktok 12.34.5” belum terbaca. Ketik misalnya /akun TikTok 586 pengikut, 1713 suka."
    )


@pytest.mark.parametrize("text", ["batal aja deh", "gak jadi pak maaf", "ga jadi lapor", "cancel"])
def test_what_is_called_off_closes_the_card_or_asks_about_the_last_record(phones: Phones, text: str) -> None:
    phones.say("Rudi", "(foto a) Apel Pagi")
    assert phones.say("Rudi", text) == ["Bot→Rudi> Dibatalkan. Tidak ada yang disimpan."]
    phones.say("Rudi", "(foto b) Apel Pagi")
    phones.say("Rudi", "simpan")
    assert phones.say("Rudi", text)[:2] == ["Bot→Rudi> **Tercatat #1**", "   │ Catatan ini yang dihapus? Tekan Hapus."]
