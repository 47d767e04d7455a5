"""Whose word stands behind a link."""

import sqlalchemy as sa
from alembic import op

revision = "0104"
down_revision = "0103"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("oleh_pengelola", sa.Boolean(), server_default=sa.false(), nullable=False))
