"""Doubts and further records of a card."""

import sqlalchemy as sa
from alembic import op

revision = "0108"
down_revision = "0107"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("draft", schema=None) as batch_op:
        batch_op.add_column(sa.Column("doubts", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column("rest", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column("others", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column("place", sa.Integer(), server_default=sa.text("0"), nullable=False))
        batch_op.add_column(sa.Column("photos_at", sa.Integer(), server_default=sa.text("0"), nullable=False))
    # The models fill them from now on.
    with op.batch_alter_table("draft", schema=None) as batch_op:
        for name in ("doubts", "rest", "others"):
            batch_op.alter_column(name, existing_type=sa.JSON(), server_default=None)
        for name in ("place", "photos_at"):
            batch_op.alter_column(name, existing_type=sa.Integer(), server_default=None)
