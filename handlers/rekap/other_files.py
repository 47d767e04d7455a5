"""How to make a Word document (.docx) of a file that another program saved, told to who was asked for a template."""

from collections.abc import Mapping

_SAVE = "lalu Dokumen Word (.docx), dan kirim yang .docx itu."
_WORD = f"buka di Word, pilih Berkas, Simpan Sebagai, {_SAVE}"
_HOW: Mapping[str, str] = {
    ".doc": _WORD,
    ".dot": _WORD,
    ".dotx": _WORD,
    ".docm": _WORD,
    ".dotm": _WORD,
    ".rtf": _WORD,
    ".odt": f"buka di LibreOffice, pilih Berkas, Simpan Sebagai, {_SAVE}",
    ".ott": f"buka di LibreOffice, pilih Berkas, Simpan Sebagai, {_SAVE}",
    ".wps": f"buka di WPS Office, pilih Menu, Simpan Sebagai, {_SAVE}",
    ".wpt": f"buka di WPS Office, pilih Menu, Simpan Sebagai, {_SAVE}",
    ".pages": "buka di Pages, pilih Berkas, Ekspor ke, lalu Word, dan kirim yang .docx itu.",
    ".gdoc": "buka di Google Dokumen, pilih Berkas, Unduh, lalu Microsoft Word (.docx), dan kirim yang .docx itu.",
    ".pdf": "kirim berkas Word-nya (.docx), karena isi PDF tidak dapat diisi.",
}


def instead(suffix: str) -> str:
    """The sentence about a file with this suffix, such as ".doc"; "" where nothing is known of it."""
    how = _HOW.get(suffix)
    return f"Templat berupa Dokumen Word (.docx), bukan {suffix}: {how}" if how else ""
