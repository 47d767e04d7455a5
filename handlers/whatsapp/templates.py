"""The texts that WhatsApp must approve: they tell somebody who has been silent for a day of what waits until they press
Buka."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from handlers.chat.messages import Act, Edit, Outgoing, Template

CHANNEL = "whatsapp"
LANGUAGE, CATEGORY, OPEN = "id", "UTILITY", "Buka"
# So much of what waits is told; WhatsApp takes no more than 1024 letters in all.
SUBJECT = 120
CUT = "…"
# What a message without words is called.
DRAWN, NEW = "gambar atau berkas yang Anda minta", "pesan baru"


@dataclass(frozen=True)
class Text:
    """A text with one gap, `{{1}}`, for what waits; `example`: what may stand there, as WhatsApp asks for one."""

    name: str
    body: str
    example: str

    @property
    def asked(self) -> dict[str, Any]:
        """What WhatsApp is asked to approve, in the form of its API."""
        body = {"type": "BODY", "text": self.body, "example": {"body_text": [[self.example]]}}
        buttons = {"type": "BUTTONS", "buttons": [{"type": "QUICK_REPLY", "text": OPEN}]}
        return {"name": self.name, "language": LANGUAGE, "category": CATEGORY, "components": [body, buttons]}


PENGINGAT = Text(
    "bakohumas_pengingat",
    "Ada pesan dari bot Bakohumas untuk Anda: {{1}}. Tekan Buka untuk membacanya di sini.",
    "Hari ini belum ada yang tercatat",
)
KOLASE_SIAP = Text(
    "bakohumas_kolase_siap",
    "Kolase Bakohumas sudah siap: {{1}}. Tekan Buka untuk menerima gambarnya di sini.",
    "Kegiatan KPU Kota Probolinggo, Pekan Keempat Juni 2026",
)
LAPORAN_SIAP = Text(
    "bakohumas_laporan_siap",
    "Laporan Bakohumas sudah siap: {{1}}. Tekan Buka untuk menerima berkasnya di sini.",
    "Laporan Bakohumas KPU Kota Probolinggo Triwulan II 2026",
)
EVERY = (PENGINGAT, KOLASE_SIAP, LAPORAN_SIAP)
# What a message brings decides which text tells of it.
BRINGS = {"kolase": KOLASE_SIAP, "rekap": LAPORAN_SIAP}


def knocking(says: Iterable[Act]) -> Iterator[Act]:
    """The same messages; each that is new on WhatsApp knows by which text its person is called."""
    for one in says:
        new = isinstance(one, Outgoing) and not isinstance(one, Edit) and one.chat.channel == CHANNEL
        yield replace(one, template=of(one)) if isinstance(one, Outgoing) and new else one


def of(said: Outgoing) -> Template:
    text = BRINGS.get(said.drawing.renderer, PENGINGAT) if said.drawing else PENGINGAT
    return Template(text.name, (subject(said),))


def subject(said: Outgoing) -> str:
    """What a message is about: one line without tabs and runs of blanks, for WhatsApp takes no other."""
    head = said.title or said.text.strip().partition("\n")[0]
    line = " ".join(head.split()).rstrip(".:;,")
    line = line if len(line) <= SUBJECT else line[:SUBJECT].rpartition(" ")[0] + CUT
    return line or (DRAWN if said.drawing else NEW)
