"""The workbook of a report, sent to the province by whom it has invited for that office."""

from datetime import date, timedelta

from handlers.chat.messages import Outgoing, Rejected, Says, Turn
from handlers.reading.dates import periods
from handlers.reading.dates.periods import Periode
from renderers import indonesian
from renderers.frozen import freeze
from renderers.provinsi import baca, hitung, lembar
from renderers.provinsi.kiriman import Kiriman
from storage.kantor import audit
from storage.kantor.people import Role
from storage.nasional import wilayah
from storage.provinsi import kiriman as rows

SHOWN = 8
SEND = "Kirim berkas .xlsx yang dibuat bot satker bersama laporannya; /status menunjukkan yang sudah diterima."
NOT_HERE = (
    "Berkas laporan ini untuk bot KPU provinsi, dikirim oleh orang yang diundang untuk satker itu (/undang di sana)."
)
NOT_BEGUN = "Berkas ini untuk {}, yang belum dimulai; kirim laporan {} atau {}."
OVER = "Berkas ini untuk {}, yang tidak diterima lagi; kirim laporan {} atau {}."
OTHER_PROVINCE = "Berkas ini milik {}, di luar {}; kirim ke bot provinsinya."
OTHER_OFFICE = "Berkas ini milik {}, sedangkan Anda diundang untuk {}; mintalah tautan untuk satker itu kepada {}."
OTHER_NAME = "Berkas ini menyebut {} dengan kode milik {}; betulkan kode satker itu dengan /atur, lalu buat versi baru."
OLDER = "Versi {} ({}) sudah diterima; versi {} lebih lama, jadi tidak dipakai."
DIFFERENT = "Versi {} sudah diterima dengan isi yang lain; mintalah satker membuat versi baru, lalu kirim itu."


def workbook(turn: Turn) -> Says | None:
    """None where it is no report, or not sent by a pengirim."""
    sheets = turn.incoming.workbook
    if turn.anggota.role == Role.PENGIRIM:
        return [_received(turn)] if sheets else [turn.reply(SEND)]
    if any(one.name == lembar.NAMA for one in sheets):
        raise Rejected(NOT_HERE)
    return None


def _received(turn: Turn) -> Outgoing:
    try:
        told = baca.read(turn.incoming.workbook)
        periode = Periode.of_kode(told.nasional.periode)
    except baca.Unfit as unfit:
        raise Rejected(str(unfit)) from unfit
    except ValueError as misfit:
        raise Rejected(baca.ALTERED) from misfit
    _of_this_office(turn, told)
    _of_this_time(turn, told, periode)
    known = _known(turn, told, periode)
    return known or _kept(turn, told, periode)


def _of_this_office(turn: Turn, told: Kiriman) -> None:
    kode, own, province = told.nasional.kode, turn.anggota.untuk, turn.satker
    if not kode.startswith(province.kode):
        raise Rejected(OTHER_PROVINCE.format(told.nama, province.nama))
    regions = wilayah.regions()
    if kode != own:
        named = regions[own].kantor if own in regions else own
        raise Rejected(OTHER_OFFICE.format(told.nama, named, province.nama))
    if any(one.kantor == told.nama for one in regions.values() if one.kode != kode):
        raise Rejected(OTHER_NAME.format(told.nama, regions[kode].kantor if kode in regions else kode))


def _of_this_time(turn: Turn, told: Kiriman, periode: Periode) -> None:
    """The running period of its kind, or the one before."""
    this = periods.running(periode.jenis, turn.today)
    wanted = periode.judul, this.previous().judul, this.judul
    if periode.mulai > turn.today:
        raise Rejected(NOT_BEGUN.format(*wanted))
    if periode not in (this, this.previous()):
        raise Rejected(OVER.format(*wanted))
    if told.made_at > turn.now + timedelta(days=1):
        raise Rejected(baca.ALTERED)


def _known(turn: Turn, told: Kiriman, periode: Periode) -> Outgoing | None:
    """What is said of a version that came before, or that is older than one that did."""
    made, found = told.made_at, baca.pemeriksaan(turn.incoming.workbook)
    for row in rows.of(turn, told.nasional.kode, periode.kode):
        if (row.versi, row.dibuat_at) == (told.versi, made):
            if row.pemeriksaan != found:
                raise Rejected(DIFFERENT.format(told.versi))
            when = indonesian.moment(turn.satker.local(row.diterima_at))
            return turn.reply(f"Versi {told.versi} sudah diterima pada {when}; tidak ada yang berubah.")
        if row.dibuat_at > made:
            day = indonesian.tanggal(turn.satker.local(row.dibuat_at).date())
            raise Rejected(OLDER.format(row.versi, day, told.versi))
    return None


def _kept(turn: Turn, told: Kiriman, periode: Periode) -> Outgoing:
    row = rows.Kiriman(kode=told.nasional.kode, periode=periode.kode, versi=told.versi, dibuat_at=told.made_at)
    row.pemeriksaan, row.figures = baca.pemeriksaan(turn.incoming.workbook), freeze(told)
    rows.add(turn, row, turn.anggota)
    what = {"kode": row.kode, "periode": row.periode, "versi": row.versi}
    audit.note(turn.session, turn.anggota, turn.now, rows.Kiriman.__tablename__, row.id, "kirim", after=what)
    counted = (f"{indonesian.angka(hitung.total(told, name))} {name}" for name in ("kegiatan", "konten", "postingan"))
    head = f"Diterima: laporan {periode.judul} {told.nama}, versi {told.versi}"
    made = indonesian.tanggal(made_on(turn, told))
    return turn.reply(f"{head}, dibuat {made}.\nIsinya {indonesian.daftar([*counted])}.")


def made_on(turn: Turn, told: Kiriman) -> date:
    return turn.satker.local(told.made_at).date()


def sent(turn: Turn) -> Says:
    """What a person has sent, and which of it counts."""
    lines = []
    for row in rows.sent_by(turn, turn.anggota, SHOWN):
        last = rows.of(turn, row.kode, row.periode)[-1]
        when = indonesian.moment(turn.satker.local(row.diterima_at))
        counts = "dipakai" if last.id == row.id else f"digantikan versi {last.versi}"
        lines.append(f"• {Periode.of_kode(row.periode).judul}, versi {row.versi}: diterima {when}, {counts}")
    title = f"Kiriman Anda, {turn.anggota.jabatan_tim}" if turn.anggota.jabatan_tim else "Kiriman Anda"
    return [turn.reply("\n".join(lines) or f"Belum ada yang diterima. {SEND}", title=title)]
