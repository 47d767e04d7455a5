"""Hour and people of a kegiatan."""

import sqlalchemy as sa
from alembic import op

revision = "0107"
down_revision = "0106"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("kegiatan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("waktu", sa.String(), server_default=sa.text("''"), nullable=False))
        batch_op.add_column(sa.Column("peserta", sa.String(), server_default=sa.text("''"), nullable=False))
