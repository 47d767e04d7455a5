"""The heads of the columns of e-Kinerja."""

import sqlalchemy as sa
from alembic import op

revision = "0119"
down_revision = "0118"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kolom_kinerja", sa.JSON(), server_default=sa.text("'[]'"), nullable=False))
    # The models fill it from now on.
    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.alter_column("kolom_kinerja", existing_type=sa.JSON(), server_default=None)
