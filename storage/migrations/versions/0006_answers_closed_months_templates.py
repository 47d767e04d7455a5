"""Awaited answers, closed months, templates and hashes"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "isian",
        sa.Column("anggota_id", sa.Integer(), nullable=False),
        sa.Column("perihal", sa.String(), nullable=False),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["anggota_id"], ["anggota.id"], name=op.f("fk_isian_anggota_id")),
        sa.PrimaryKeyConstraint("anggota_id", name=op.f("pk_isian")),
    )
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
    with op.batch_alter_table("templat", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_templat_satker_id"), ["satker_id"], unique=False)

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
    with op.batch_alter_table("laporan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("templat_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("sha256", sa.String(), nullable=False, server_default=""))
        batch_op.create_foreign_key(batch_op.f("fk_laporan_templat_id"), "templat", ["templat_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("laporan", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_laporan_templat_id"), type_="foreignkey")
        batch_op.drop_column("sha256")
        batch_op.drop_column("templat_id")

    op.drop_table("tutup")
    with op.batch_alter_table("templat", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_templat_satker_id"))

    op.drop_table("templat")
    op.drop_table("isian")
