"""The second step of the setting up: the accounts of the office, and which of them count as publikasi."""

from collections.abc import Sequence

from handlers.chat import changes
from handlers.chat.messages import Button, Rejected, Turn
from handlers.naskah import period
from handlers.persiapan import akun_baca
from handlers.persiapan.card import PRESS, Hasil, Isi, Langkah
from handlers.reading.forms import in_rows, marked
from renderers import indonesian
from storage.catatan.konten import PLATFORM
from storage.kantor import satker as rows
from storage.kantor import setelan
from storage.kantor.satker import Akun

# What the office's reports count, and where a content goes unless something else is said.
DIHITUNG, BAWAAN = ("IG", "TikTok"), ("IG", "Twitter", "FB")
LABEL, MOST = 40, 20
ASK = (
    "Tempel tautannya, atau tulis platform dan nama akunnya, satu baris satu akun. Misalnya:\nIG kpu_kota\nFB KPU Kota"
)


def _done(turn: Turn) -> bool:
    return bool(rows.akun_of(turn.session, turn.satker))


def _shown(turn: Turn) -> Isi:
    known = rows.akun_of(turn.session, turn.satker)
    if not known:
        return Isi(f"Akun media sosial satker Anda. {ASK}", ask=PRESS)
    buttons = [
        Button(period.pendek(marked(f"{row.platform} {row.nama}", row.dihitung), LABEL), f"{PRESS}:akun:{row.id}")
        for row in known[:MOST]
    ]
    how = "Tekan akun untuk menandai yang dihitung sebagai publikasi (✓). Akun lain: tulis seperti tadi."
    return Isi(how, in_rows(buttons, 1), PRESS)


def _take(turn: Turn) -> Hasil:
    found = akun_baca.baca(turn.incoming.text)
    if not found.akun and not found.website:
        raise Rejected(f"“{period.pendek(turn.incoming.text, 40)}” belum terbaca. {ASK}")
    known = rows.akun_of(turn.session, turn.satker)
    for platform, nama in found.akun:
        _put(turn, known, platform, nama, alone=[p for p, _ in found.akun].count(platform) == 1)
    if found.website:
        changes.changed(turn, turn.satker, website=found.website)
    _default(turn)
    return Hasil(_told(found), stay=True)


def _put(turn: Turn, known: list[Akun], platform: str, nama: str, *, alone: bool) -> None:
    """A new account; one that is typed again under another name was misspelt."""
    same = [row for row in known if row.platform == platform]
    if any(row.nama.casefold() == nama.casefold() for row in same):
        return
    if alone and len(same) == 1:
        changes.changed(turn, same[0], nama=nama)
        return
    urut = setelan.last(turn.session, turn.satker, Akun) + 1
    row = Akun(satker_id=turn.satker.id, urut=urut, platform=platform, nama=nama, dihitung=platform in DIHITUNG)
    changes.added(turn, row)


def _default(turn: Turn) -> None:
    there = {row.platform for row in rows.akun_of(turn.session, turn.satker)}
    usual = [p for p in PLATFORM if p in there and p in BAWAAN]
    if usual and not turn.satker.platform_bawaan:
        changes.changed(turn, turn.satker, platform_bawaan=usual)


def _told(found: akun_baca.Terbaca) -> str:
    read = [f"{platform} {nama}" for platform, nama in found.akun] + ([found.website] if found.website else [])
    lost = [f"Belum terbaca: {'; '.join(period.pendek(line, 40) for line in found.salah[:5])}."] if found.salah else []
    return "\n".join([f"Terbaca: {indonesian.daftar(read)}.", *lost])


def _press(turn: Turn, rest: Sequence[str]) -> Hasil:
    """ps:akun:<id>."""
    row: Akun = changes.find(turn, Akun, int(rest[0]))
    changes.changed(turn, row, dihitung=not row.dihitung)
    return Hasil(stay=True)


AKUN = Langkah("akun", 2, "Akun", _done, _shown, _take, _press, sure=True)
