"""Messages of the bot as bodies for WhatsApp: equal to what the API takes, in the order in which they are read."""

from typing import Any

import pytest

from bot.whatsapp.write import Uploaded, link, payloads, reaction, split, template
from handlers.chat.door import Run
from handlers.chat.messages import Button, Chat, Outgoing, Reaction, Template

Json = dict[str, Any]

RUDI = Chat("whatsapp", "ID.61")
SAVE, CHANGE, DROP = (Button(word, Run(word.casefold())) for word in ("Simpan", "Ubah", "Batal"))
MENU = ((SAVE, CHANGE), (DROP,))
SHEET, SECOND = Uploaded("m1", "kolase.png", picture=True), Uploaded("m2", "kolase-2.png", picture=True)
REPORT, XLSX = Uploaded("m3", "Laporan.docx", picture=False), Uploaded("m4", "Data.xlsx", picture=False)
NUMBER = "6281100000001"


def words(text: str) -> Json:
    return {"type": "text", "text": {"body": text, "preview_url": False}}


def image(media: str, caption: str = "") -> Json:
    return {"type": "image", "image": {"id": media} | ({"caption": caption} if caption else {})}


def document(media: str, name: str, caption: str = "") -> Json:
    return {"type": "document", "document": {"id": media, "filename": name} | ({"caption": caption} if caption else {})}


def buttons(text: str, *titles: str, **more: Any) -> Json:
    replies = [{"type": "reply", "reply": {"id": f"j:{title.casefold()}", "title": title}} for title in titles]
    menu = {"type": "button", "action": {"buttons": replies}, "body": {"text": text}, **more}
    return {"type": "interactive", "interactive": menu}


def listed(text: str, titles: range) -> Json:
    rows = [{"id": f"j:{n}", "title": f"Nomor {n}"} for n in titles]
    action = {"button": "Pilih", "sections": [{"rows": rows}]}
    return {"type": "interactive", "interactive": {"type": "list", "action": action, "body": {"text": text}}}


def numbered(count: int) -> tuple[tuple[Button, ...], ...]:
    return tuple((Button(f"Nomor {n}", Run(str(n))),) for n in range(count))


def opening(text: str, label: str, url: str) -> Json:
    return {"type": "interactive", "interactive": {"type": "cta_url", "body": {"text": text},
            "action": {"name": "cta_url", "parameters": {"display_text": label, "url": url}}}}  # fmt: skip


LONG = "\n\n".join(f"Paragraf {n}. " + "kata " * 30 for n in range(9)).strip()
LAST = LONG[LONG.rfind("Paragraf 6") :]
WRITTEN: tuple[tuple[str, Outgoing, tuple[Uploaded, ...], list[Json]], ...] = (
    ("title and words", Outgoing(RUDI, title="Tim", text="1. *Rudi*"), (), [words("*Tim*\n1. *\u200aRudi*")]),
    ("nothing at all", Outgoing(RUDI, text=" \n"), (), []),
    ("three choices", Outgoing(RUDI, title="Laporan", text="Sudah benar?", menu=MENU), (),
     [buttons("*Laporan*\nSudah benar?", "Simpan", "Ubah", "Batal")]),
    ("choices without words", Outgoing(RUDI, menu=((DROP,),)), (), [buttons("Silakan pilih.", "Batal")]),
    ("ten choices", Outgoing(RUDI, text="Yang mana?", menu=numbered(10)), (), [listed("Yang mana?", range(10))]),
    ("more words than a menu takes", Outgoing(RUDI, text=LONG, menu=MENU), (),
     [words(LONG.removesuffix(LAST).rstrip()), buttons(LAST, "Simpan", "Ubah", "Batal")]),
    ("a reply", Outgoing(RUDI, text="Ya", answers="wamid.1"), (),
     [words("Ya") | {"context": {"message_id": "wamid.1"}}]),
    ("a picture", Outgoing(RUDI, title="Kolase", text="Pekan 3"), (SHEET,), [image("m1", "*Kolase*\nPekan 3")]),
    ("a picture with buttons", Outgoing(RUDI, text="Pekan 3", menu=MENU), (SHEET,),
     [buttons("Pekan 3", "Simpan", "Ubah", "Batal", header={"type": "image", "image": {"id": "m1"}})]),
    ("a picture with a list", Outgoing(RUDI, text="Pekan 3", menu=numbered(4)), (SHEET,),
     [image("m1"), listed("Pekan 3", range(4))]),
    ("a picture with more words than a caption", Outgoing(RUDI, text=LONG), (SHEET,), [image("m1"), words(LONG)]),
    ("a picture uncompressed", Outgoing(RUDI, text="Asli", document=True), (SHEET,), [image("m1", "Asli")]),
    ("two pictures", Outgoing(RUDI, text="Pekan 3"), (SHEET, SECOND), [image("m1", "Pekan 3"), image("m2")]),
    ("two pictures with buttons below", Outgoing(RUDI, text="Pekan 3", companion="Foto asli:", menu=((SAVE,),)),
     (SHEET, SECOND), [image("m1", "Pekan 3"), image("m2"), buttons("Foto asli:", "Simpan")]),
    ("two documents", Outgoing(RUDI, text="Laporan"), (REPORT, XLSX),
     [document("m3", "Laporan.docx"), document("m4", "Data.xlsx", "Laporan")]),
    ("a document with buttons", Outgoing(RUDI, text="Laporan", menu=((SAVE,),)), (REPORT,),
     [buttons("Laporan", "Simpan",
              header={"type": "document", "document": {"id": "m3", "filename": "Laporan.docx"}})]),
    ("texts to copy stand alone", Outgoing(RUDI, text="Salin:", blocks=("*Kegiatan* hari ini",), menu=((SAVE,),)), (),
     [buttons("Salin:", "Simpan"), words("*Kegiatan* hari ini")]),
    ("one link", Outgoing(RUDI, text="Simpan di kalender.", menu=((Button("Kalender", url="https://kpu.go.id/a_b"),),)),
     (), [opening("Simpan di kalender.", "Kalender", "https://kpu.go.id/a_b")]),
    ("a link beside choices", Outgoing(RUDI, text="Ada.", menu=((SAVE, Button("Situs", url="https://kpu.go.id")),)), (),
     [buttons("Ada.\nSitus: https://kpu.go.id", "Simpan")]),
    ("an invitation", Outgoing(RUDI, title="Undangan", text="Kirim ini.", start="abc-1"), (),
     [words(f"*Undangan*\nKirim ini.\nhttps://wa.me/{NUMBER}?text=Halo%2C%20kode%20saya%20abc-1")]),
    ("a choice of groups is none", Outgoing(RUDI, text="Grup?", menu=((Button("Pilih", startgroup="h"),),)), (),
     [words("Grup?")]),
)  # fmt: skip


@pytest.mark.parametrize(("said", "files", "written"), [one[1:] for one in WRITTEN], ids=[one[0] for one in WRITTEN])
def test_messages_become_what_the_api_takes(said: Outgoing, files: tuple[Uploaded, ...], written: list[Json]) -> None:
    assert payloads(said, files, NUMBER) == written


def test_a_reaction_names_its_message() -> None:
    assert reaction(Reaction(RUDI, "wamid.1", "👌")) == {
        "type": "reaction",
        "reaction": {"message_id": "wamid.1", "emoji": "👌"},
    }


def test_words_in_an_approved_text_are_one_line_each_and_never_empty() -> None:
    told = template(Template("kolase_siap", ("Pekan 3,\n\t20     Juni", "")))["template"]
    assert told["components"][0]["parameters"] == [
        {"type": "text", "text": "Pekan 3, 20 Juni"},
        {"type": "text", "text": "–"},
    ]
    assert (told["language"], told["components"][1]["parameters"]) == (
        {"code": "id"},
        [{"type": "payload", "payload": "buka"}],
    )
    assert [one["type"] for one in template(Template("pengingat"))["template"]["components"]] == ["button"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("a" * 25, ["a" * 10, "a" * 10, "a" * 5]),
        ("satu dua tiga", ["satu dua", "tiga"]),
        ("satu dua\ntiga", ["satu dua", "tiga"]),
        ("satu a\n\ndua b", ["satu a", "dua b"]),
        ("👍" * 6, ["👍" * 4, "👍" * 2]),
        (" \n ", []),
    ],
)
def test_long_texts_end_at_a_paragraph_a_line_or_a_word(text: str, parts: list[str]) -> None:
    assert split(text, 10) == parts


def test_the_link_to_the_chat_carries_its_payload_in_words() -> None:
    assert link(NUMBER, "lapor") == f"https://wa.me/{NUMBER}?text=Halo%2C%20kode%20saya%20lapor"
