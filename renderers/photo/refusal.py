"""Why a photo is not taken, as its sender reads it."""

EMPTY = "Berkas ini kosong. Mohon kirim ulang fotonya."
TOO_HEAVY = "Foto ini lebih dari 32 MB. Mohon kirim versi yang lebih kecil."
NOT_A_PHOTO = "Berkas ini bukan foto yang dapat dibaca. Mohon kirim sebagai foto JPEG atau PNG."
BROKEN = "Foto ini terpotong atau rusak. Mohon kirim ulang."
TOO_MUCH = "Foto ini terlalu berat untuk dibuka. Mohon kirim sebagai foto biasa, bukan sebagai berkas."
TOO_LARGE = "Foto ini berukuran {} megapiksel, paling banyak {}. Mohon kirim versi yang lebih kecil."


class Unreadable(Exception):  # noqa: N818  (an outcome with a sentence, like Rejected; not a fault)
    """The message is the sentence for the sender."""


class Broken(Unreadable):
    """The picture could be opened, but not read to its end."""

    def __init__(self) -> None:
        super().__init__(BROKEN)
