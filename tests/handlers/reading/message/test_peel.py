"""A message gives back its body, whatever chat and courtesy put around it."""

import time
from datetime import date

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from handlers.reading.message.parts import Kind, whole
from handlers.reading.message.peel import peel

TODAY = date(2024, 9, 12)
HEADS = (
    "[12/9 14.05] Kadir: ",
    "[12/9/2024, 2:05 PM] Kadir: ",
    "[12/09/24, 2:05:33\u202fPM] Kadir: ",
    "\u200e[12/09/24 14.05.33] +62 812-3456-7890: \u200e",
    "12/09/24 14.05 - ~Nur Aini: ",
    "12/9/2024, 14:05 - Pak Yusuf: ",
    "[14.05, 12/9/2024] Bu Maria: ",
    "Kadir, [12/09/2024 14:05]\n",
    "Diteruskan\n",
    "Forwarded many times\n",
)
GREETINGS = (
    "Selamat pagi",
    "selamat siang Bapak/Ibu",
    "Assalamu’alaikum Wr. Wb.",
    "assalamualaikum warahmatullahi wabarakatuh",
    "Salam sejahtera bagi kita semua",
    "Om Swastiastu",
    "Shalom",
    "Horas",
    "Sugeng enjing",
    "Wilujeng siang",
    "Sampurasun",
    "Tabe",
    "Malam pak",
    "Bismillah",
    "Halo semua",
    "Siap",
)
ADDRESSEES = (
    "Yth. Bapak Ketua KPU Kabupaten Sleman",
    "Yth. Ibu Sekretaris",
    "Kepada Yth. Bapak/Ibu Pimpinan",
    "Bapak/Ibu pimpinan",
    "Bu Sekretaris",
    "Pak",
    "Bpk Kasubbag",
    "Yth. Bapak/Ibu di tempat",
)
OPENINGS = (
    "mohon izin melaporkan",
    "Izin melaporkan kegiatan",
    "mohon ijin untuk menyampaikan",
    "ijin lapor",
    "izin share dokumentasi",
    "Mhn izin melaporkn bahwa",
    "Berikut kami sampaikan laporan kegiatan",
    "Kami laporkan bahwa",
    "izin menyampaikan giat hari ini",
    "maaf baru sempat lapor",
    "LAPORAN KEGIATAN",
    "Giat hari ini ",
)
CLOSINGS = (
    "Demikian",
    "Demikian yang dapat kami laporkan, atas perhatian Bapak/Ibu diucapkan terima kasih",
    "terima kasih",
    "Terimakasih pak",
    "Tks",
    "Dumm",
    "Dump.",
    "Sekian dan terima kasih",
    "mohon arahan lebih lanjut",
    "Mohon koreksi bila ada yang kurang",
    "Matur nuwun",
    "Suwun nggih",
    "🙏🙏",
    "Dokumentasi terlampir",
    "Foto menyusul.",
    "Wassalamu'alaikum wr. wb.",
    "Hormat kami",
    "<Pesan ini diedit>",
    "IMG-20240912-WA0003.jpg (file terlampir)",
    "✓✓ 16.02",
)
BODIES = (
    "rapat koordinasi dengan Dinas Sosial di aula",
    "Pagi: apel\nSiang: rapat staf",
    "Tadi pagi senam bersama Polres Sleman, diikuti 40 orang",
    "- bimtek PPS\n- terima tamu",
    "1. Apel pagi\n2. Audiensi partai",
    "Sore tadi gladi bersih di GOR, hadir Bapak Bupati",
    "📍 Aula\n📅 Selasa, 10 September 2024",
    "Nama kegiatan : Sosialisasi\nTempat ; Pasar Godean",
    "Kegiatan\nKirab maskot\nTempat\nAlun-alun",
    "*Pelantikan* KPPS di _Balai Desa_",
    "Ketua, 4 anggota dan sekretaris menerima tamu",
    "pada hari ini Kamis, 12 September 2024 upacara di lapangan",
    "foto 3 link 1 repost 2",
    "https://www.instagram.com/p/CdX_y-1/ ucapan selamat pagi",
    "Peserta menunggu arahan ketua di ruang rapat",
    "Bapak Wakil Bupati meninjau gudang, ketua mendampingi",
    "izin keramaian diserahkan ke Polsek",
    "ig ✅ fb ❌",
)

ends = st.sampled_from([", ", ". ", "\n", ",\n\n", " ,\n", ": "])
gaps = st.sampled_from(["\n", ". ", "\n\n", ".\n"])


@st.composite
def fronts(draw: st.DrawFn) -> str:
    """Heads, then courtesies in any number, as people pile them."""
    head = draw(st.sampled_from(("", *HEADS)))
    greeting = "".join(
        g + draw(ends).replace(": ", ", ") for g in draw(st.lists(st.sampled_from(GREETINGS), max_size=2))
    )
    addressee = draw(st.sampled_from(("", *ADDRESSEES)))
    opening = "".join(draw(st.lists(st.sampled_from(OPENINGS), max_size=2).map(lambda told: [f"{o}:\n" for o in told])))
    return head + greeting + (addressee + draw(ends) if addressee else "") + opening


@st.composite
def backs(draw: st.DrawFn) -> str:
    return "".join(draw(gaps) + c for c in draw(st.lists(st.sampled_from(CLOSINGS), max_size=3)))


def goes_on(front: str, body: str) -> bool:
    """ "Bu Sekretaris, ketua dan anggota …": nobody can say whether the first one is spoken to."""
    return front.endswith((", ", " ,\n", ",\n\n")) and body.startswith(("Ketua", "Bapak"))


def bodies(text: str) -> list[str]:
    return [part.body(text) for part in peel(text, TODAY).parts if part.body(text)]


@settings(max_examples=200)
@given(fronts(), st.sampled_from(BODIES), backs())
def test_any_pile_of_envelopes_gives_the_body_back(front: str, body: str, back: str) -> None:
    assume(not goes_on(front, body))
    assert [told.rstrip(".") for told in bodies(front + body + back)] == [body]


@given(fronts(), st.sampled_from(BODIES), backs())
def test_what_was_peeled_has_nothing_more_to_peel(front: str, body: str, back: str) -> None:
    assert [bodies(told) for told in bodies(front + body + back)] == [[told] for told in bodies(front + body + back)]


NOISE = st.text(
    st.sampled_from(" \n.,:;-*_~[]()<>/@🙏📍\u200e\u202f0123456789abcdeizn'’") | st.characters(), max_size=80
)


@given(st.lists(NOISE | st.sampled_from((*HEADS, *GREETINGS, *ADDRESSEES, *OPENINGS, *CLOSINGS, *BODIES)), max_size=6))
def test_every_text_is_parted_whole(pieces: list[str]) -> None:
    text = "".join(pieces)
    peeled = peel(text, TODAY)
    assert whole(text, peeled.spans)
    assert {span.kind for span in peeled.spans} <= {Kind.ENVELOPE, Kind.BODY}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[10/9 08.05] Kadir: rapat\n[11/9 08.05] Siti: siap ndan\n[11/9 08.06] Kadir: di aula", [
            (date(2024, 9, 10), "Kadir", "rapat"),
            (date(2024, 9, 11), "Siti", ""),
            (date(2024, 9, 11), "Kadir", "di aula"),
        ]),
        ("9/13/23, 8:05 PM - Ana: rapat\nlanjutan\n", [(date(2023, 9, 13), "Ana", "rapat\nlanjutan")]),
        ("9/8/24, 8:05 PM - Ana: rapat", [(date(2024, 9, 8), "Ana", "rapat")]),
        ("9/8/24 20.05 - Ana: rapat", [(date(2024, 8, 9), "Ana", "rapat")]),
        ("[2024-09-08 20:05] Ana: rapat", [(date(2024, 9, 8), "Ana", "rapat")]),
        ("[12 Sep 2024 20.05] Ana: rapat", [(TODAY, "Ana", "rapat")]),
        ("[31/12 20.05] Ana: rapat", [(date(2023, 12, 31), "Ana", "rapat")]),
        ("[32/13 20.05] Ana: rapat", [(TODAY, "Ana", "rapat")]),
        ("Mohon izin meneruskan:\n[10/9 08.05] Ana: rapat", [(TODAY, "", ""), (date(2024, 9, 10), "Ana", "rapat")]),
        ("12/9/24 14.05 - Ana menambahkan Budi\n12/9/24 14.06 - Ana: apel", [(TODAY, "", ""), (TODAY, "Ana", "apel")]),
        ("Pak Yusuf:\nIzin lapor\napel pagi", [(TODAY, "Pak Yusuf", "apel pagi")]),
        ("10/9/2024, 09:15 - Pesan dan panggilan dienkripsi secara end-to-end.\n10/9/2024, 09:20 - Ana: apel", [
            (date(2024, 9, 10), "", ""), (date(2024, 9, 10), "Ana", "apel"),
        ]),
    ],
)  # fmt: skip
def test_a_head_tells_day_and_author(text: str, said: list[tuple[date, str, str]]) -> None:
    assert [(part.today, part.author, part.body(text)) for part in peel(text, TODAY).parts] == said


NOTHING = ("", " \n", ".", "🙏🙏", "👍", "siap pak", "Siap ndan 86", "makasih min", "Dokumentasi", "<Media omitted>")


@pytest.mark.parametrize("text", [*NOTHING, "Selamat pagi Bapak/Ibu semua"])
def test_courtesy_alone_leaves_no_body(text: str) -> None:
    assert bodies(text) == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Selamat pagi Pak Budi, apel di halaman", "apel di halaman"),
        ("Izin Bu Ketua, tadi rapat", "tadi rapat"),
        ("Lapor ndan, giat apel", "giat apel"),
        ("Pagi, izin lapor apel", "apel"),
        ("Yth. Bapak Ketua izin melaporkan apel", "apel"),
        ("Terima kasih. Sosialisasi di pasar. Terima kasih", "Sosialisasi di pasar."),
        ("Demikian, besok dilanjutkan rapat", "Demikian, besok dilanjutkan rapat"),
        ("Terima kasih kepada Polres yang mengamankan gudang", "Terima kasih kepada Polres yang mengamankan gudang"),
        ("Mohon izin melaporkan Bapak Bupati meninjau gudang", "Bapak Bupati meninjau gudang"),
        ("Laporan dana kampanye diterima", "Laporan dana kampanye diterima"),
        ("Izin melaporkan hari ini telah dilaksanakan apel", "hari ini telah dilaksanakan apel"),
        ("Selamat pagi Pak Ketua, Ibu Anggota, dan rekan-rekan. Izin melaporkan apel", "apel"),
        ("Bapak Ketua, Ibu Anggota dan staf menerima tamu", "Bapak Ketua, Ibu Anggota dan staf menerima tamu"),
        ("Bpk/Ibu Pimpinan yang saya hormati. Ijinkan kami melaporkan apel", "apel"),
        ("Mohon izin melaporkan kepada Bapak Ketua bahwa apel selesai", "apel selesai"),
        ("Info: apel bersama Dispora", "apel bersama Dispora"),
        ("Terlampir dokumentasi kegiatan apel", "apel"),
        ("Apel di aula. Hormat kami,\nSubbag Teknis", "Apel di aula. Hormat kami,\nSubbag Teknis"),
        ("Apel di aula.\n\nHormat kami,\nSubbag Teknis\nAna", "Apel di aula."),
        ("SIMULASI TPS\nSelamat pagi\nIzin melaporkan apel", "SIMULASI TPS\n            \n                apel"),
        ("apel\nDokumentasi terlampir\nrapat staf", "apel\n                     \nrapat staf"),
        ("Peserta:\n- Bapak Sekretaris\n- Pak Budi", "Peserta:\n- Bapak Sekretaris\n- Pak Budi"),
        ("> rapat evaluasi\n> di aula", "rapat evaluasi\n  di aula"),
        ("apel (dokumentasi terlampir) di halaman", "apel                         di halaman"),
    ],
)
def test_facts_beside_a_courtesy_stay(text: str, body: str) -> None:
    assert bodies(text) == [body]


HOSTILE = [
    *("*_~", "[", "[1/1 1.1", "12/9/24 1.1 - ", "[1/1 1.11] a: \n", "(", ">", "'", "🙏", "\u200d", "\n", " ", "aaaa "),
    *("selamat ", "izin ", "mohon izin melaporkan ", "bahwa ", "yth. ", "pak ", "Pak Budi ", "laporan ", "a.b "),
    *("wr wb ", "mohon maaf lapor ", "salam sejahtera ", "kepada ", "lampiran: ", "hari ini ", "terima kasih "),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_is_quick(piece: str) -> None:
    text = (piece * 4096)[:4095] + "x"
    begun = time.process_time()
    peel(text, TODAY)
    assert time.process_time() - begun < 0.5
