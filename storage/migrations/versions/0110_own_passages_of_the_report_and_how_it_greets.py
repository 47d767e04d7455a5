"""Own passages of the report, and how it greets."""

import sqlalchemy as sa
from alembic import op

revision = "0110"
down_revision = "0109"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "naskah",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("kunci", sa.String(), nullable=False),
        sa.Column("periode", sa.String(), nullable=False),
        sa.Column("mulai", sa.Date(), nullable=False),
        sa.Column("hanya", sa.Boolean(), nullable=False),
        sa.Column("teks", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_naskah_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_naskah")),
        sa.UniqueConstraint(
            "satker_id", "kunci", "periode", "hanya", name=op.f("uq_naskah_satker_id_kunci_periode_hanya")
        ),
    )
    with op.batch_alter_table("naskah", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_naskah_satker_id"), ["satker_id"], unique=False)

    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.add_column(sa.Column("salam", sa.String(), server_default=sa.text("'umum'"), nullable=False))
