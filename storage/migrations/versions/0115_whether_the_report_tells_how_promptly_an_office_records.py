"""Whether the report tells how promptly an office records."""

import sqlalchemy as sa
from alembic import op

revision = "0115"
down_revision = "0114"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.add_column(sa.Column("ketepatan", sa.Boolean(), server_default=sa.false(), nullable=False))
    # The models fill it from now on.
    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.alter_column("ketepatan", existing_type=sa.Boolean(), server_default=None)
