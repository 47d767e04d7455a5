"""What is stored about one person, table by table, as the workbook of /data shows it."""

import json
from datetime import datetime
from typing import Any

from handlers.chat.door import ROLE_NAMES
from handlers.chat.messages import Turn
from renderers import indonesian
from renderers.excel.ekspor import Column, Ekspor, Table
from storage.catatan.kegiatan import Kegiatan
from storage.catatan.konten import Konten
from storage.foto import photos
from storage.kantor import people
from storage.kantor.people import Role
from storage.pribadi import pribadi
from storage.pribadi.retention import RETENTION
from storage.provinsi import kiriman

Baris = tuple[str | int | None, ...]
DIRI = (Column("Hal", 26), Column("Isi", 50))
CATATAN = (
    Column("Nomor", 9),
    Column("Macam", 12),
    Column("Nama", 50),
    Column("Tanggal", 13, tanggal=True),
    Column("Foto", 7),
    Column("Keadaan", 14),
)
RIWAYAT = (
    Column("Waktu", 22),
    Column("Tindakan", 22),
    Column("Tentang", 16),
    Column("Sebelum", 50),
    Column("Sesudah", 50),
)
DRAF = (Column("Terakhir disentuh", 22), Column("Macam", 12), Column("Isi", 60))
MINTA = (Column("Waktu", 22), Column("Catatan", 10), Column("Permintaan Anda", 60))
PESAN = (Column("Diterima", 22), Column("Isi mentah", 80))
KIRIMAN = (Column("Diterima", 22), Column("Satker", 10), Column("Periode", 12), Column("Versi", 8))
LAMA = (Column("Data", 56), Column("Disimpan", 44))
KOSONG = "(sudah dikosongkan)"


def gather(turn: Turn) -> Ekspor:
    tables = (
        Table("Diri", DIRI, _diri(turn)),
        Table("Catatan", CATATAN, _catatan(turn)),
        Table("Riwayat", RIWAYAT, _riwayat(turn)),
        Table("Draf", DRAF, _draf(turn)),
        Table("Permintaan", MINTA, _permintaan(turn)),
        Table("Pesan", PESAN, _pesan(turn)),
        *([Table("Kiriman", KIRIMAN, _kiriman(turn))] if turn.anggota.role == Role.PENGIRIM else []),
        Table("Lama simpan", LAMA, tuple((kept.data, kept.span) for kept in RETENTION)),
    )
    return Ekspor(f"Data pribadi {turn.anggota.nama}", turn.today, tables)


def _diri(turn: Turn) -> tuple[Baris, ...]:
    me = turn.anggota
    known = [" ".join(filter(None, (i.channel, i.person, i.number))) for i in people.identities(turn.session, me)]
    return (
        ("Satker", turn.satker.nama),
        ("Nama", me.nama),
        ("Jabatan kedinasan", me.jabatan_kedinasan),
        ("Jabatan dalam tim", me.jabatan_tim),
        ("Peran di bot", ROLE_NAMES[me.role]),
        ("Berlaku dari", indonesian.tanggal(me.berlaku_dari) if me.berlaku_dari else "tidak dibatasi"),
        ("Berlaku sampai", indonesian.tanggal(me.berlaku_sampai) if me.berlaku_sampai else "tidak dibatasi"),
        ("Pengingat", "hidup" if me.ingatkan else "mati"),
        ("Nomor akun", "\n".join(known)),
    )


def _kiriman(turn: Turn) -> tuple[Baris, ...]:
    """The workbooks that who sends them has sent to the province."""
    sent = kiriman.sent_by(turn, turn.anggota)
    return tuple((_at(turn, row.diterima_at), row.kode, row.periode, row.versi) for row in sent)


def _catatan(turn: Turn) -> tuple[Baris, ...]:
    held, shown = pribadi.kegiatan(turn.session, turn.anggota), pribadi.konten(turn.session, turn.anggota)
    rows: list[Kegiatan | Konten] = [*held, *shown]
    return tuple(_one(turn, row) for row in sorted(rows, key=lambda row: row.nomor))


def _one(turn: Turn, row: Kegiatan | Konten) -> Baris:
    held = isinstance(row, Kegiatan)
    name, day = (row.nama, row.mulai) if isinstance(row, Kegiatan) else (row.judul or row.jenis, row.tanggal)
    state = "dihapus" if row.dihapus_at else "tercatat"
    count = photos.count(turn.session, row)
    return row.nomor, "kegiatan" if held else "konten", name, day.isoformat(), count, state


def _riwayat(turn: Turn) -> tuple[Baris, ...]:
    entries = pribadi.acts(turn.session, turn.anggota)
    return tuple((_at(turn, e.at), e.action, f"{e.what} {e.ref}", _told(e.before), _told(e.after)) for e in entries)


def _draf(turn: Turn) -> tuple[Baris, ...]:
    rows = pribadi.drafts(turn.session, turn.anggota)
    return tuple((_at(turn, row.diubah_at), row.macam, _told(row.answers) or KOSONG) for row in rows)


def _permintaan(turn: Turn) -> tuple[Baris, ...]:
    rows = pribadi.requests(turn.session, turn.anggota)
    return tuple((_at(turn, row.dibuat_at), row.nomor, row.isi) for row in rows)


def _pesan(turn: Turn) -> tuple[Baris, ...]:
    rows = pribadi.messages(turn.session, turn.anggota)
    return tuple((_at(turn, row.received_at), _told(row.body) or KOSONG) for row in rows)


def _told(facts: dict[str, Any]) -> str:
    return json.dumps(facts, ensure_ascii=False) if facts else ""


def _at(turn: Turn, at: datetime) -> str:
    return indonesian.moment(turn.satker.local(at))
