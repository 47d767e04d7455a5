"""The journeys that are counted: what somebody does, line by line, until the bot says that it is done."""

from dataclasses import dataclass

LINK, JOINED = "(tautan)", "(ditambahkan)"
# The link and the button Start of the app; the button of the card and the group in the app's list.
TWICE = (LINK, JOINED)


@dataclass(frozen=True)
class Journey:
    """`lines` as in a transcript: words, "(foto) words", "(balas) words", "[button]", the link that lets one in, the
    picture of a logo, or that the bot was put into the group; "… words" waits until the bot has said them. `ends` is
    what the last answer says, in the group where `group` is set."""

    name: str
    who: str
    lines: tuple[str, ...]
    ends: str
    group: bool = False

    @property
    def messages(self) -> int:
        return sum(not line.startswith(("[", "…")) and line not in TWICE for line in self.lines)

    @property
    def taps(self) -> int:
        return sum(2 if line in TWICE else line.startswith("[") for line in self.lines)


JOURNEYS = (
    Journey("Join by an invitation", "Siti", (LINK,), "Selamat datang, Siti"),
    Journey("First report: photo, caption", "Rudi", ("(foto) Rapat Pleno Rutin kemarin", "[Simpan]"), "Tercatat #"),
    Journey("Correction in reply", "Rudi", ("(balas) tanggal 16",), "Diubah #"),
    Journey("Correction by buttons", "Rudi", ("[Ubah]", "[Tanggal]", "[Kemarin]", "[Simpan]"), "Diubah #"),
    Journey("Delete", "Rudi", ("[Hapus]",), "Dihapus #"),
    Journey("Take the deletion back", "Rudi", ("[Kembalikan]",), "Tercatat #"),
    Journey("Report with a partner", "Rudi", ("(foto) Audiensi Bawaslu kemarin", "[Simpan]"), "Tercatat #"),
    Journey(
        "Link whose words tell its jenis",
        "Rudi",
        ("https://www.instagram.com/p/Cketuk1/ Infografik Tahapan Pemilu", "[Simpan]"),
        "Tercatat #",
    ),
    Journey(
        "Link whose words do not",
        "Rudi",
        ("https://www.instagram.com/p/Cketuk2/ Kabar dari Gudang Logistik", "[Foto Berita]", "[Simpan]"),
        "Tercatat #",
    ),
    Journey("Tally", "Rudi", ("foto 3, link 1, repost 1", "[Simpan]"), "Tercatat #"),
    Journey("Own entries for e-Kinerja", "Rudi", ("/saya",), "Mengunggah"),
    Journey("Kolase of the week", "Rudi", ("/kolase",), "Kegiatan KPU Kota Probolinggo"),
    Journey("Report of a quarter", "Qori", ("/rekap Q2", "[Buat laporan]"), "Laporan Bakohumas", group=True),
)

TEAM = "Siti Aminah\nAhmad Hudri, pembina\nBudi Santoso\nRina Dewi, ketua"
ACCOUNTS = "@kpukotaprobolinggo di IG\nhttps://www.tiktok.com/@kpu.kota\nFB KPU Kota Probolinggo"
SET_UP = (
    Journey(
        "Set-up of a new office",
        "Qori",
        (
            LINK,
            "kota probolinggo",
            "Jl. Panglima Sudirman 514 Probolinggo\nAhmad Hudri",
            ACCOUNTS,
            "[Lanjut]",
            TEAM,
            "[Semua undangan]",
            JOINED,
            "[Pakai Jumat 16.00]",
            "(logo)",
            "… 7 dari 7",
            "[Lewati]",
        ),
        "siap dipakai",
    ),
)
