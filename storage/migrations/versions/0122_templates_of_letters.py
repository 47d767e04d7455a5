"""Templates of letters."""

import sqlalchemy as sa
from alembic import op

revision = "0122"
down_revision = "0121"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("templat", schema=None) as batch_op:
        # Those that an office has taken in so far are for its reports.
        batch_op.add_column(sa.Column("jenis", sa.String(20), server_default=sa.text("'laporan'"), nullable=False))
    # The models fill it from now on.
    with op.batch_alter_table("templat", schema=None) as batch_op:
        batch_op.alter_column("jenis", existing_type=sa.String(20), server_default=None)
