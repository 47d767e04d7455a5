"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0100"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "card",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("message_id", sa.String(), nullable=False),
        sa.Column("pushed", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "chat", "card", name=op.f("pk_card")),
    )
    op.create_table(
        "inbox",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("event", sa.String(), nullable=False),
        sa.Column("urut", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try", sa.DateTime(timezone=True), nullable=True),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("channel", "event", name=op.f("pk_inbox")),
    )
    op.create_index(op.f("ix_inbox_lane_received_at"), "inbox", ["lane", "received_at"])
    op.create_index(op.f("ix_inbox_state_channel"), "inbox", ["state", "channel"])
    op.create_table(
        "last_heard",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_last_heard")),
    )
    op.create_table(
        "offered",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("mark", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "chat", name=op.f("pk_offered")),
    )
    op.create_table(
        "satker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("tingkat", sa.String(), nullable=False),
        sa.Column("lembaga", sa.String(), nullable=False),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("wilayah", sa.String(), nullable=False),
        sa.Column("kota", sa.String(), nullable=False),
        sa.Column("provinsi", sa.String(), nullable=False),
        sa.Column("alamat", sa.String(), nullable=False),
        sa.Column("zona", sa.String(), nullable=False),
        sa.Column("tagline", sa.JSON(), nullable=False),
        sa.Column("website", sa.String(), nullable=False),
        sa.Column("atasan", sa.String(), nullable=False),
        sa.Column("kota_atasan", sa.String(), nullable=False),
        sa.Column("ketua", sa.String(), nullable=False),
        sa.Column("anggaran", sa.String(), nullable=False),
        sa.Column("dasar_laporan", sa.String(), nullable=False),
        sa.Column("dasar_pembentukan", sa.JSON(), nullable=False),
        sa.Column("logo", sa.String(), nullable=True),
        sa.Column("platform_bawaan", sa.JSON(), nullable=False),
        sa.Column("kumulatif", sa.Boolean(), nullable=False),
        sa.Column("kolase_hari", sa.Integer(), nullable=False),
        sa.Column("kolase_jam", sa.Time(), nullable=False),
        sa.Column("kolase_pratinjau", sa.Integer(), nullable=False),
        sa.Column("tema", sa.String(), nullable=False),
        sa.Column("pola", sa.String(), nullable=False),
        sa.Column("nomor_terakhir", sa.Integer(), nullable=False),
        sa.Column("grup_channel", sa.String(), nullable=True),
        sa.Column("grup", sa.String(), nullable=True),
        sa.Column("terhubung_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("persiapan", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_satker")),
        sa.UniqueConstraint("kode", name=op.f("uq_satker_kode")),
    )
    op.create_table(
        "akun",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("dihitung", sa.Boolean(), nullable=False),
        sa.Column("aktif_sejak", sa.Date(), nullable=True),
        sa.Column("aktif_sampai", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_akun_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_akun")),
    )
    op.create_index(op.f("ix_akun_satker_id"), "akun", ["satker_id"])
    op.create_table(
        "anggota",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("jabatan_kedinasan", sa.String(), nullable=False),
        sa.Column("jabatan_tim", sa.String(), nullable=False),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("ingatkan", sa.Boolean(), nullable=False),
        sa.Column("berlaku_dari", sa.Date(), nullable=True),
        sa.Column("berlaku_sampai", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_anggota_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_anggota")),
    )
    op.create_index(op.f("ix_anggota_satker_id"), "anggota", ["satker_id"])
    op.create_table(
        "dasar_hukum",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("teks", sa.String(), nullable=False),
        sa.Column("berlaku_dari", sa.Date(), nullable=True),
        sa.Column("berlaku_sampai", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_dasar_hukum_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dasar_hukum")),
    )
    op.create_index(op.f("ix_dasar_hukum_satker_id"), "dasar_hukum", ["satker_id"])
    op.create_table(
        "delivery",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("view", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("message_ids", sa.JSON(), nullable=False),
        sa.Column("lembar", sa.Integer(), nullable=False),
        sa.Column("grup", sa.String(), nullable=True),
        sa.Column("dilihat", sa.Integer(), nullable=False),
        sa.Column("semula", sa.JSON(), nullable=True),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_delivery_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery")),
        sa.UniqueConstraint("kind", "satker_id", "period", name=op.f("uq_delivery_kind_satker_id_period")),
    )
    op.create_index(op.f("ix_delivery_satker_id"), "delivery", ["satker_id"])
    op.create_table(
        "dipakai",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("sebagai", sa.String(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_dipakai_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dipakai")),
        sa.UniqueConstraint("satker_id", "nomor", "sebagai", name=op.f("uq_dipakai_satker_id_nomor_sebagai")),
    )
    op.create_table(
        "keputusan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_keputusan_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keputusan")),
    )
    op.create_index(op.f("ix_keputusan_satker_id"), "keputusan", ["satker_id"])
    op.create_table(
        "masalah",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("judul", sa.String(), nullable=False),
        sa.Column("isi", sa.String(), nullable=False),
        sa.Column("dibuka", sa.Date(), nullable=False),
        sa.Column("ditutup", sa.Date(), nullable=True),
        sa.Column("dihapus_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_masalah_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_masalah")),
    )
    op.create_index(op.f("ix_masalah_satker_id"), "masalah", ["satker_id"])
    op.create_table(
        "mitra",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("sektor", sa.String(), nullable=False),
        sa.Column("alias", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_mitra_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mitra")),
    )
    op.create_index(op.f("ix_mitra_satker_id"), "mitra", ["satker_id"])
    op.create_table(
        "narasi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("bagian", sa.String(), nullable=False),
        sa.Column("teks", sa.String(), nullable=False),
        sa.Column("dasar", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_narasi_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_narasi")),
        sa.UniqueConstraint("satker_id", "periode", "bagian", name=op.f("uq_narasi_satker_id_periode_bagian")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=True),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("group", sa.Boolean(), nullable=False),
        sa.Column("kind", sa.String(20), nullable=False),
        sa.Column("card", sa.String(), nullable=False),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("next_try", sa.DateTime(timezone=True), nullable=False),
        sa.Column("error", sa.String(), nullable=False),
        sa.Column("message_ids", sa.JSON(), nullable=False),
        sa.Column("pushed", sa.Boolean(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_outbox_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    op.create_index(op.f("ix_outbox_channel_chat_card"), "outbox", ["channel", "chat", "card"])
    op.create_index(op.f("ix_outbox_state_channel"), "outbox", ["state", "channel"])
    op.create_table(
        "saran",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("isi", sa.String(), nullable=False),
        sa.Column("dihapus_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_saran_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saran")),
    )
    op.create_index(op.f("ix_saran_satker_id"), "saran", ["satker_id"])
    op.create_table(
        "surat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("nomor", sa.String(), nullable=True),
        sa.Column("tanggal", sa.Date(), nullable=True),
        sa.Column("sifat", sa.String(), nullable=True),
        sa.Column("lampiran", sa.String(), nullable=True),
        sa.Column("tembusan", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_surat_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_surat")),
        sa.UniqueConstraint("satker_id", "periode", name=op.f("uq_surat_satker_id_periode")),
    )
    op.create_table(
        "susunan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("sel", sa.JSON(), nullable=False),
        sa.Column("urut", sa.JSON(), nullable=False),
        sa.Column("tunda", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_susunan_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_susunan")),
        sa.UniqueConstraint("satker_id", "period", name=op.f("uq_susunan_satker_id_period")),
    )
    op.create_table(
        "akun_snapshot",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("akun_id", sa.Integer(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("pengikut", sa.Integer(), nullable=True),
        sa.Column("suka", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["akun_id"], ["akun.id"], name=op.f("fk_akun_snapshot_akun_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_akun_snapshot")),
    )
    op.create_index(op.f("ix_akun_snapshot_akun_id"), "akun_snapshot", ["akun_id"])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("anggota_id", sa.Integer(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("ref", sa.Integer(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("before", sa.JSON(), nullable=False),
        sa.Column("after", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_audit_anggota_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_audit_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_satker_id_id"), "audit", ["satker_id", "id"])
    op.create_table(
        "dibiarkan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("kunci", sa.String(), nullable=False),
        sa.Column("anggota_id", sa.Integer(), nullable=False),
        sa.Column("dibiarkan_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_dibiarkan_anggota_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_dibiarkan_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dibiarkan")),
        sa.UniqueConstraint("satker_id", "periode", "kunci", name=op.f("uq_dibiarkan_satker_id_periode_kunci")),
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("anggota_id", sa.Integer(), nullable=False),
        sa.Column("macam", sa.String(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("terbuka", sa.String(), nullable=False),
        sa.Column("rev", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=True),
        sa.Column("mengubah", sa.Boolean(), nullable=False),
        sa.Column("semula", sa.JSON(), nullable=False),
        sa.Column("diingatkan_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("diubah_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_draft_anggota_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_draft_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
    )
    op.create_index(
        "ix_draft_anggota_id_open",
        "draft",
        ["anggota_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(op.f("ix_draft_satker_id"), "draft", ["satker_id"])
    op.create_table(
        "identity",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("anggota_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("person", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_identity_anggota_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identity")),
        sa.UniqueConstraint("channel", "person", name=op.f("uq_identity_channel_person")),
    )
    op.create_index(op.f("ix_identity_anggota_id"), "identity", ["anggota_id"])
    op.create_table(
        "invitation",
        sa.Column("token_hash", sa.String(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=True),
        sa.Column("anggota_id", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(20), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_invitation_anggota_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_invitation_satker_id")),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_invitation")),
    )
    op.create_table(
        "isian",
        sa.Column("anggota_id", sa.Integer(), nullable=False),
        sa.Column("perihal", sa.String(), nullable=False),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_isian_anggota_id")),
        sa.PrimaryKeyConstraint("anggota_id", name=op.f("pk_isian")),
    )
    op.create_table(
        "koreksi",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("bulan", sa.Date(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("nilai", sa.Integer(), nullable=False),
        sa.Column("alasan", sa.String(), nullable=False),
        sa.Column("oleh_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["oleh_id"], ["anggota.id"], name=op.f("fk_koreksi_oleh_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_koreksi_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_koreksi")),
        sa.UniqueConstraint(
            "satker_id", "bulan", "jenis", "platform", name=op.f("uq_koreksi_satker_id_bulan_jenis_platform")
        ),
    )
    op.create_table(
        "permintaan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("peminta_id", sa.Integer(), nullable=False),
        sa.Column("isi", sa.String(), nullable=False),
        sa.Column("state", sa.String(20), nullable=False),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["peminta_id"], ["anggota.id"], name=op.f("fk_permintaan_peminta_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_permintaan_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_permintaan")),
    )
    op.create_index(op.f("ix_permintaan_peminta_id"), "permintaan", ["peminta_id"])
    op.create_index(op.f("ix_permintaan_satker_id_nomor"), "permintaan", ["satker_id", "nomor"])
    op.create_table(
        "templat",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("isi", sa.LargeBinary(), nullable=False),
        sa.Column("berlaku", sa.Boolean(), nullable=False),
        sa.Column("anggota_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_templat_anggota_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_templat_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_templat")),
    )
    op.create_index(op.f("ix_templat_satker_id"), "templat", ["satker_id"])
    op.create_table(
        "tutup",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("bulan", sa.Date(), nullable=False),
        sa.Column("anggota_id", sa.Integer(), nullable=False),
        sa.Column("ditutup_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_tutup_anggota_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_tutup_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tutup")),
        sa.UniqueConstraint("satker_id", "bulan", name=op.f("uq_tutup_satker_id_bulan")),
    )
    op.create_table(
        "kegiatan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("mulai", sa.Date(), nullable=False),
        sa.Column("selesai", sa.Date(), nullable=False),
        sa.Column("sektor", sa.String(), nullable=False),
        sa.Column("instansi", sa.String(), nullable=False),
        sa.Column("uraian", sa.String(), nullable=False),
        sa.Column("keterangan", sa.String(), nullable=False),
        sa.Column("tempat", sa.String(), nullable=False),
        sa.Column("pelapor_id", sa.Integer(), nullable=True),
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("mirip", sa.Integer(), nullable=True),
        sa.Column("digabung", sa.Integer(), nullable=True),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dihapus_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_kegiatan_draft_id")),
        sa.ForeignKeyConstraint(["pelapor_id"], ["anggota.id"], name=op.f("fk_kegiatan_pelapor_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_kegiatan_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kegiatan")),
        sa.UniqueConstraint("draft_id", name=op.f("uq_kegiatan_draft_id")),
        sa.UniqueConstraint("satker_id", "nomor", name=op.f("uq_kegiatan_satker_id_nomor")),
    )
    op.create_index(op.f("ix_kegiatan_mulai"), "kegiatan", ["mulai"])
    op.create_index(op.f("ix_kegiatan_satker_id"), "kegiatan", ["satker_id"])
    op.create_table(
        "laporan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("batas", sa.Date(), nullable=False),
        sa.Column("pembuat_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("catatan", sa.String(), nullable=False),
        sa.Column("message_ids", sa.JSON(), nullable=False),
        sa.Column("templat_id", sa.Integer(), nullable=True),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["pembuat_id"], ["anggota.id"], name=op.f("fk_laporan_pembuat_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_laporan_satker_id")),
        sa.ForeignKeyConstraint(["templat_id"], ["templat.id"], name=op.f("fk_laporan_templat_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_laporan")),
        sa.UniqueConstraint("satker_id", "periode", "versi", name=op.f("uq_laporan_satker_id_periode_versi")),
    )
    op.create_index(op.f("ix_laporan_satker_id"), "laporan", ["satker_id"])
    op.create_table(
        "pesan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("message", sa.String(), nullable=False),
        sa.Column("tentang", sa.String(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("usulan", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_pesan_draft_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_pesan_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pesan")),
        sa.UniqueConstraint("channel", "chat", "message", name=op.f("uq_pesan_channel_chat_message")),
    )
    op.create_index(op.f("ix_pesan_draft_id"), "pesan", ["draft_id"])
    op.create_index(op.f("ix_pesan_satker_id"), "pesan", ["satker_id"])
    op.create_table(
        "konten",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("nomor", sa.Integer(), nullable=False),
        sa.Column("jenis", sa.String(), nullable=False),
        sa.Column("judul", sa.String(), nullable=False),
        sa.Column("tanggal", sa.Date(), nullable=False),
        sa.Column("sebulan", sa.Boolean(), nullable=False),
        sa.Column("informasi", sa.Boolean(), nullable=False),
        sa.Column("perkiraan", sa.Boolean(), nullable=False),
        sa.Column("kegiatan_id", sa.Integer(), nullable=True),
        sa.Column("pelapor_id", sa.Integer(), nullable=True),
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dihapus_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_konten_draft_id")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_konten_kegiatan_id")),
        sa.ForeignKeyConstraint(["pelapor_id"], ["anggota.id"], name=op.f("fk_konten_pelapor_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_konten_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_konten")),
        sa.UniqueConstraint("draft_id", name=op.f("uq_konten_draft_id")),
        sa.UniqueConstraint("satker_id", "nomor", name=op.f("uq_konten_satker_id_nomor")),
    )
    op.create_index(op.f("ix_konten_satker_id"), "konten", ["satker_id"])
    op.create_index(op.f("ix_konten_tanggal"), "konten", ["tanggal"])
    op.create_table(
        "rekan",
        sa.Column("kegiatan_id", sa.Integer(), nullable=False),
        sa.Column("anggota_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_rekan_anggota_id")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_rekan_kegiatan_id")),
        sa.PrimaryKeyConstraint("kegiatan_id", "anggota_id", name=op.f("pk_rekan")),
    )
    op.create_table(
        "foto",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("lebar", sa.Integer(), nullable=False),
        sa.Column("tinggi", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("album", sa.String(), nullable=False),
        sa.Column("caption", sa.String(), nullable=False),
        sa.Column("draft_id", sa.Integer(), nullable=True),
        sa.Column("kegiatan_id", sa.Integer(), nullable=True),
        sa.Column("konten_id", sa.Integer(), nullable=True),
        sa.Column("diterima_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("dihapus_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tersembunyi", sa.Boolean(), nullable=False),
        sa.Column("anak", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["draft_id"], ["draft.id"], name=op.f("fk_foto_draft_id")),
        sa.ForeignKeyConstraint(["kegiatan_id"], ["kegiatan.id"], name=op.f("fk_foto_kegiatan_id")),
        sa.ForeignKeyConstraint(["konten_id"], ["konten.id"], name=op.f("fk_foto_konten_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_foto_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_foto")),
    )
    op.create_index(op.f("ix_foto_draft_id"), "foto", ["draft_id"])
    op.create_index(op.f("ix_foto_kegiatan_id"), "foto", ["kegiatan_id"])
    op.create_index(op.f("ix_foto_konten_id"), "foto", ["konten_id"])
    op.create_index(op.f("ix_foto_satker_id_album"), "foto", ["satker_id", "album"])
    op.create_table(
        "postingan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("konten_id", sa.Integer(), nullable=False),
        sa.Column("urut", sa.Integer(), nullable=False),
        sa.Column("platform", sa.String(), nullable=False),
        sa.Column("jumlah", sa.Integer(), nullable=False),
        sa.Column("url", sa.String(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["konten_id"], ["konten.id"], name=op.f("fk_postingan_konten_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_postingan")),
        sa.UniqueConstraint("konten_id", "platform", name=op.f("uq_postingan_konten_id_platform")),
    )
    op.create_index(op.f("ix_postingan_kode"), "postingan", ["kode"])
    op.create_index(op.f("ix_postingan_konten_id"), "postingan", ["konten_id"])
