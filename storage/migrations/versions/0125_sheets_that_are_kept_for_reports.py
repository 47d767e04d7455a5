"""Sheets of kolase that are kept for reports."""

import sqlalchemy as sa
from alembic import op

revision = "0125"
down_revision = "0124"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "lembar",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("pekan", sa.String(), nullable=False),
        sa.Column("figures", sa.JSON(), nullable=False),
        sa.Column("stamp", sa.String(), nullable=False),
        sa.Column("files", sa.JSON(), nullable=False),
        sa.Column("gone", sa.JSON(), nullable=False),
        sa.Column("due", sa.Boolean(), nullable=False),
        sa.Column("dibuat_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_lembar_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lembar")),
        sa.UniqueConstraint("satker_id", "pekan", name=op.f("uq_lembar_satker_id_pekan")),
    )
    op.create_index(op.f("ix_lembar_due"), "lembar", ["due"], unique=False)
