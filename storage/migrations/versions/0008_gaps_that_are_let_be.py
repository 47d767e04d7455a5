"""Gaps that are let be"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
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


def downgrade() -> None:
    op.drop_table("dibiarkan")
