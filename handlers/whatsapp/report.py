"""What a text for WhatsApp says of a report: that it is made, of what days, and its sums."""

from handlers.reading.dates.periods import Periode
from handlers.whatsapp.text import Text, text
from renderers import indonesian
from renderers.figures import Rekap
from renderers.frozen import thaw
from storage.kantor.satker import Satker
from storage.laporan.laporan import Laporan


def of_report(office: Satker, row: Laporan) -> Text:
    kini, judul = thaw(Rekap, row.figures).kini, Periode.of_kode(row.periode).judul
    made = f"Izin melaporkan, Laporan Bakohumas {office.nama} {judul} telah selesai disusun."
    until = f"Versi {row.versi}, data sampai dengan {indonesian.tanggal(row.batas)}."
    sums = (("Kegiatan", kini.kegiatan), ("Konten", kini.konten), ("Publikasi", kini.publikasi)) if kini else ()
    return text([made, until, *([""] if sums else []), *(f"{name}: {indonesian.angka(n)}" for name, n in sums)], ())
