"""Menus: every label that the suite shows fits a button or a row of a list, or has a short form beside it."""

import re
from pathlib import Path

from bot.whatsapp.menus import (
    BUTTON,
    DESCRIPTION,
    ROW,
    ROWS,
    SHORT,
    Choice,
    choices,
    cut,
    interactive,
    length,
    linked,
    short,
)
from handlers.chat.messages import Button, Menu

TRANSCRIPTS = Path(__file__).parents[2] / "transcripts"
GUTTER = "   │ "
ROW_OF_BUTTONS = re.compile(r"(?:\[[^\[\]]+\] ?)+")


def shown() -> list[list[str]]:
    """The labels of every menu in the transcripts."""
    menus: list[list[str]] = []
    for path in sorted(TRANSCRIPTS.glob("*.txt")):
        menus.append([])
        for line in path.read_text(encoding="utf-8").splitlines():
            if not line.startswith(GUTTER):
                menus.append([])
            elif ROW_OF_BUTTONS.fullmatch(line.removeprefix(GUTTER)):
                menus[-1] += re.findall(r"\[([^\[\]]+)\]", line)
    return [menu for menu in menus if menu]


def laid_out(labels: list[str]) -> list[tuple[str, str]]:
    """Titles and descriptions as they stand on the phone."""
    offered = [Choice(str(n), label) for n, label in enumerate(labels)]
    found: list[tuple[str, str]] = []
    # Those beyond ten are the menu of a further message.
    for start in range(0, len(offered), ROWS):
        action = interactive(offered[start : start + ROWS])["action"]
        found += [(button["reply"]["title"], "") for button in action.get("buttons", ())]
        rows = [row for section in action.get("sections", ()) for row in section["rows"]]
        found += [(row["title"], row.get("description", "")) for row in rows]
    return found


def test_every_label_fits_or_has_its_whole_words_below() -> None:
    menus = shown()
    assert len(menus) > 1000
    for labels in menus:
        told = laid_out(labels)
        assert len(told) == len(labels)
        assert [t for t, below in told if not 1 <= length(t) <= ROW or length(below) > DESCRIPTION] == []
        assert [
            label
            for label, (t, below) in zip(labels, told, strict=True)
            if label not in (t, below) and t != SHORT.get(label)
        ] == []


def test_up_to_three_choices_are_buttons_wherever_the_bot_has_a_short_word() -> None:
    few = {tuple(labels) for labels in shown() if len(labels) <= 3}
    lists = [labels for labels in few if "sections" in interactive([Choice(x, x) for x in labels])["action"]]
    # But for the names of periods and of offices, which are long.
    assert sorted(lists) == [
        ("Kirim pengingat ke semua", "KPU Kabupaten Pacitan", "Berikutnya ›"),
        ("Kirim pengingat ke semua", "KPU Kabupaten Ponorogo", "Berikutnya ›"),
        ("Tambah", "Salin dari Triwulan II 2022", "Triwulan II 2022"),
    ]


def test_the_short_words_fit_and_shorten_what_does_not() -> None:
    assert {label: word for label, word in SHORT.items() if length(word) > BUTTON or length(label) <= BUTTON} == {}


def pressed(*labels: str) -> Menu:
    return tuple((button(label, f"x:{n}"),) for n, label in enumerate(labels))


def button(label: str, data: str) -> Button:
    made = Button(label)
    vars(made).update(data=data)
    return made


def test_links_are_no_choices_and_a_press_stands_once() -> None:
    menu = (
        (button("Simpan", "l:1"), button("Simpan saja", "l:1")),
        (Button("Situs", url="https://kpu.go.id"), Button("Grup", startgroup="hubungkan")),
    )
    assert choices(menu) == [Choice("l:1", "Simpan")]
    assert linked(menu) == [Button("Situs", url="https://kpu.go.id")]


def test_two_buttons_of_one_title_are_a_list_for_buttons_may_not_look_alike() -> None:
    assert interactive(choices(pressed("Ya", "Ya")))["type"] == "list"


def test_a_long_label_ends_at_a_word_and_an_emoji_counts_twice() -> None:
    assert cut("Keputusan KPU 172/2021 Bakohumas KPU", ROW) == "Keputusan KPU 172/2021…"
    assert cut("Keputusanketujuhratuspuluhan", ROW) == "Keputusanketujuhratuspu…"
    assert (length("👍"), short("👍" * 10, BUTTON), short("👍" * 11, BUTTON)) == (2, "👍" * 10, "👍" * 9 + "…")
    assert short("Rapat\nPleno", BUTTON) == "Rapat Pleno"
