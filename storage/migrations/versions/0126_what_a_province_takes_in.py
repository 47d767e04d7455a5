"""What a province takes in: workbooks of its offices, who may send them, and whose reports it has read."""

import sqlalchemy as sa
from alembic import op

revision = "0126"
down_revision = "0125"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("anggota", schema=None) as batch_op:
        batch_op.add_column(sa.Column("untuk", sa.String(), server_default=sa.text("''"), nullable=False))
    op.create_table(
        "kiriman",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("versi", sa.Integer(), nullable=False),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("pemeriksaan", sa.String(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("pengirim_id", sa.Integer(), nullable=True),
        sa.Column("diterima_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["pengirim_id"], ["anggota.id"], name=op.f("fk_kiriman_pengirim_id")),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_kiriman_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_kiriman")),
        sa.UniqueConstraint(
            "satker_id",
            "kode",
            "periode",
            "versi",
            "dibuat_at",
            name=op.f("uq_kiriman_satker_id_kode_periode_versi_dibuat_at"),
        ),
    )
    with op.batch_alter_table("kiriman", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_kiriman_satker_id"), ["satker_id"], unique=False)
    op.create_table(
        "dibaca",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("kode", sa.String(), nullable=False),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("dibaca_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_dibaca_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dibaca")),
        sa.UniqueConstraint("satker_id", "kode", "periode", name=op.f("uq_dibaca_satker_id_kode_periode")),
    )
