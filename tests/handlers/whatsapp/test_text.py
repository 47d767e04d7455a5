"""The text for WhatsApp: all of it where it fits, and what of it found no room."""

from handlers.whatsapp.text import ROOM, Part, Text, text

HEAD = ["Izin melaporkan konten KPU Kota Probolinggo:"]


def test_lists_are_numbered_each_from_one() -> None:
    assert text(HEAD, [Part("Konten:", "konten", ["a", "b"]), Part("Tautan IG:", "tautan", ["c"])]) == Text(
        "Izin melaporkan konten KPU Kota Probolinggo:\n\nKonten:\n1. a\n2. b\n\nTautan IG:\n1. c\n\nTerima kasih."
    )


def test_a_part_without_lines_has_no_head() -> None:
    assert text(HEAD, [Part("Kegiatan:", "kegiatan", [])]).words == f"{HEAD[0]}\n\nTerima kasih."


def test_what_finds_no_room_is_counted_and_nothing_behind_it_is_told() -> None:
    long, short = "x" * 1000, "y"
    parts = [Part("Konten:", "konten", [long, long, long, long]), Part("Tautan IG:", "tautan", [short, short])]
    told = text(HEAD, parts)
    assert (told.left_out, len(told.words) <= ROOM) == ("1 konten dan 2 tautan", True)
    assert told.words.split("\n")[-3:] == ["(Tidak termuat: 1 konten dan 2 tautan.)", "", "Terima kasih."]
    assert [line[:4] for line in told.words.split("\n") if line.endswith(long)] == ["1. x", "2. x", "3. x"]
