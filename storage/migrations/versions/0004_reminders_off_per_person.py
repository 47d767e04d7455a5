"""Reminders off per person"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("anggota", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ingatkan", sa.Boolean(), server_default=sa.true(), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("anggota", schema=None) as batch_op:
        batch_op.drop_column("ingatkan")
