"""The usual form of the number of a covering letter, by which offices are shown an example; the data is
nomor_surat.toml."""

from storage.nasional import rows

FILE = "nomor_surat.toml"


def example(kode: str, tahun: int) -> str:
    """The number of an invented letter of the office with this code: "138/PR.04.1-SD/3574/2022"."""
    (usual,) = rows.of(FILE, "nomor")
    return str(usual["bentuk"]).format(urut=usual["urut"], kode=kode, tahun=tahun)
