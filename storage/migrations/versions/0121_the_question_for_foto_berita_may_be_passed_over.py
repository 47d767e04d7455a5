"""The question for Foto Berita may be passed over."""

import sqlalchemy as sa
from alembic import op

revision = "0121"
down_revision = "0119"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("kegiatan", schema=None) as batch_op:
        batch_op.add_column(sa.Column("terjawab", sa.Boolean(), server_default=sa.false(), nullable=False))
    # The models fill it from now on.
    with op.batch_alter_table("kegiatan", schema=None) as batch_op:
        batch_op.alter_column("terjawab", existing_type=sa.Boolean(), server_default=None)
