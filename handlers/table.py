"""THE table: which command, button, awaited answer and drawing belongs to which function, and who may."""

from collections.abc import Callable
from dataclasses import dataclass

from handlers.atur import akun, atur
from handlers.chat import access, drawn
from handlers.chat.messages import Says, Turn
from handlers.daftar import cari, daftar, saya
from handlers.deliveries import uncertain
from handlers.dialog import asking
from handlers.excel import ekspor, impor
from handlers.kolase import asli, kolase, pratinjau, susun, tema, when
from handlers.koreksi import edited, foto, gabung, minta, riwayat, ubah, urungkan
from handlers.lapor import buttons, foto_berita, lapor, remind, repost
from handlers.matriks import matriks
from handlers.naskah import masalah, narasi, saran, surat
from handlers.persiapan import card, onward, persiapan
from handlers.rekap import kelengkapan, progress, rekap, ringkas, status, templat, tutup
from handlers.tim import bantuan, data, grup, masuk
from storage.kantor.people import Role

Handler = Callable[[Turn], Says]


@dataclass(frozen=True)
class Command:
    """`group`: may also be said in the satker's group."""

    word: str
    who: frozenset[Role]
    run: Handler
    tells: str
    group: bool = False


def help_(turn: Turn) -> Says:
    return bantuan.bantuan(turn, _told_of(turn))


def _told_of(turn: Turn) -> list[bantuan.Told]:
    return [(c.word, c.tells) for c in COMMANDS if turn.anggota.role in c.who]


def doors(turn: Turn) -> frozenset[str]:
    """The prefixes of the buttons that this person may press."""
    return frozenset(prefix for prefix, (who, _) in PRESSES.items() if turn.anggota.role in who)


COMMANDS = (
    Command("start", access.EVERYONE, masuk.start, "siapa saya di sini"),
    Command("bantuan", access.EVERYONE, help_, "apa yang dapat saya lakukan"),
    Command("lapor", access.ANGGOTA, lapor.lapor, "laporkan kegiatan atau konten", group=True),
    Command("batal", access.ANGGOTA, lapor.batal, "batalkan laporan yang sedang diisi"),
    Command("daftar", access.EVERYONE, daftar.daftar, "yang tercatat, misalnya /daftar bulan"),
    Command("cari", access.EVERYONE, cari.cari, "cari catatan, misalnya /cari Bawaslu"),
    Command("saya", access.ANGGOTA, saya.saya, "catatan saya untuk e-Kinerja, misalnya /saya bulan"),
    Command("ubah", access.ANGGOTA, ubah.ubah, "ubah catatan, misalnya /ubah 12"),
    Command("hapus", access.ANGGOTA, ubah.hapus, "hapus catatan, misalnya /hapus 12"),
    Command("riwayat", access.ANGGOTA, riwayat.riwayat, "siapa mengubah apa, misalnya /riwayat 12"),
    Command("kolase", access.EVERYONE, kolase.kolase, "kolase pekan ini, atau /kolase pekan lalu", group=True),
    Command("matriks", access.EVERYONE, matriks.matriks, "matriks postingan sebulan, misalnya /matriks Juni"),
    Command("status", access.EVERYONE, status.status, "triwulan ini sekilas: angka, grafik, dan kekurangan"),
    Command("ringkas", access.EVERYONE, ringkas.ringkas, "satu periode pada satu halaman, misalnya /ringkas Q2"),
    Command("ingatkan", access.DIINGATKAN, remind.ingatkan, "pengingat sore, /ingatkan mati atau /ingatkan hidup"),
    Command(
        "rekap",
        access.PEMIMPIN,
        lambda turn: rekap.rekap(turn, doors(turn)),
        "laporan triwulan ke grup, misalnya /rekap Q2",
        group=True,
    ),
    Command("masalah", access.KETUA_PELAKSANA, masalah.masalah, "masalah dan tantangan untuk laporan"),
    Command("saran", access.KETUA_PELAKSANA, saran.saran, "saran dan rekomendasi, misalnya /saran Q2"),
    Command("surat", access.KETUA_PELAKSANA, surat.surat, "nomor dan tanggal surat pengantar, misalnya /surat Q2"),
    Command("narasi", access.KETUA_PELAKSANA, narasi.narasi, "teks laporan: baca, tulis sendiri, sebab, rencana"),
    Command("tutup", access.KETUA_PELAKSANA, tutup.ask, "tutup bulan, misalnya /tutup Juni"),
    Command("buka", access.KETUA_PELAKSANA, tutup.buka, "buka lagi bulan yang ditutup, misalnya /buka Juni"),
    Command("akun", access.EVERYONE, akun.akun, "pengikut akun, misalnya /akun TikTok 586 pengikut, 1713 suka"),
    Command("ekspor", access.KETUA_PELAKSANA, ekspor.ekspor, "semua catatan sebagai berkas Excel"),
    Command("impor", access.KETUA_PELAKSANA, impor.impor, "masukkan berkas /ekspor yang sudah diubah"),
    Command("atur", access.KETUA_PELAKSANA, atur.atur, "pengaturan satker, misalnya /atur kolase Jumat 16.00"),
    Command("templat", access.KETUA_PELAKSANA, templat.templat, "templat Word laporan: unduh, ubah, unggah"),
    Command("tema", access.KETUA_PELAKSANA, tema.tema, "warna, pola, dan logo kolase"),
    Command("data", access.EVERYONE, data.data, "data pribadi saya yang disimpan bot, atau /data hapus"),
    Command("panduan", access.EVERYONE, bantuan.panduan, "panduan yang dapat dicetak, menurut peran Anda"),
    Command("undang", access.KETUA_PELAKSANA, masuk.undang, "tautan undangan untuk anggota"),
    Command("hubungkan", access.KETUA_PELAKSANA, grup.hubungkan, "hubungkan grup satker", group=True),
)

# The first part of a button's data -> who may press it, and what it does.
PRESSES: dict[str, tuple[frozenset[Role], Handler]] = {
    "l": (access.ANGGOTA, buttons.press),
    "c": (access.ANGGOTA, ubah.press),
    "e": (access.ANGGOTA, edited.press),
    "f": (access.ANGGOTA, foto_berita.press),
    "g": (access.ANGGOTA, gabung.press),
    "k": (access.ANGGOTA, urungkan.press),
    "m": (access.KETUA_PELAKSANA, minta.press),
    "p": (access.ANGGOTA, foto.press),
    "r": (access.ANGGOTA, riwayat.press),
    "d": (access.EVERYONE, daftar.press),
    "q": (access.EVERYONE, cari.press),
    "i": (access.DIINGATKAN, remind.press),
    "w": (access.KETUA_PELAKSANA, repost.press),
    "x": (access.KETUA_PELAKSANA, matriks.press),
    "b": (access.KETUA_PELAKSANA, lambda turn: onward.imported(turn, impor.press(turn))),
    "at": (access.KETUA_PELAKSANA, atur.press),
    "ak": (access.EVERYONE, akun.press),
    bantuan.PRESS: (access.EVERYONE, lambda turn: bantuan.press(turn, _told_of(turn))),
    "n": (access.EVERYONE, asking.press),
    "dt": (access.EVERYONE, data.press),
    "u": (access.KETUA_PELAKSANA, masuk.press),
    "o": (access.KETUA_PELAKSANA, uncertain.press),
    "ms": (access.KETUA_PELAKSANA, masalah.press),
    "sr": (access.KETUA_PELAKSANA, saran.press),
    "su": (access.KETUA_PELAKSANA, surat.press),
    "tp": (access.KETUA_PELAKSANA, templat.press),
    "na": (access.KETUA_PELAKSANA, narasi.press),
    "rk": (access.PEMIMPIN, lambda turn: rekap.press(turn, doors(turn))),
    "pk": (access.PEMIMPIN, lambda turn: kelengkapan.press(turn, doors(turn))),
    "tu": (access.KETUA_PELAKSANA, tutup.press),
    "ko": (access.EVERYONE, asli.press),
    "ks": (access.KETUA_PELAKSANA, susun.press),
    tema.PRESS: (access.KETUA_PELAKSANA, tema.press),
    card.PRESS: (access.KETUA_PELAKSANA, persiapan.press),
    "pb": (access.KETUA_PELAKSANA, lambda turn: kelengkapan.biarkan(turn, doors(turn))),
}

# The buttons that stand in the satker's group; a press of any other there, or elsewhere, was never offered.
IN_GROUP = frozenset({"ko"})

# The first part of what a card asked for -> who may answer, and what takes the answer.
ANSWERS: dict[str, tuple[frozenset[Role], asking.Answer]] = {
    "at": (access.KETUA_PELAKSANA, atur.answer),
    "ak": (access.ANGGOTA, akun.answer),
    masalah.PRESS: (access.KETUA_PELAKSANA, masalah.answer),
    saran.PRESS: (access.KETUA_PELAKSANA, saran.answer),
    surat.PRESS: (access.KETUA_PELAKSANA, surat.answer),
    templat.PRESS: (access.KETUA_PELAKSANA, templat.answer),
    narasi.PRESS: (access.KETUA_PELAKSANA, narasi.answer),
    when.PRESS: (access.KETUA_PELAKSANA, susun.answer),
    tema.PRESS: (access.KETUA_PELAKSANA, tema.answer),
    card.PRESS: (access.KETUA_PELAKSANA, persiapan.answer),
    card.SENT: (access.KETUA_PELAKSANA, persiapan.answer),
}

# A renderer's name -> who hears what became of its drawings.
EVENTS = {
    "kolase": pratinjau.happened,
    "logo": onward.logo,
    "qr": onward.invited,
    "rekap": progress.happened,
    "matriks": drawn.happened,
    "status": drawn.happened,
    "ekspor": drawn.happened,
    "impor": drawn.happened,
    "data": data.happened,
    "templat": templat.happened,
    "contoh": templat.happened,
    "ringkas": drawn.happened,
    "panduan": drawn.happened,
}
