"""Photos that are not shown"""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("foto") as batch_op:
        batch_op.add_column(sa.Column("tersembunyi", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("anak", sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("foto") as batch_op:
        batch_op.drop_column("anak")
        batch_op.drop_column("tersembunyi")
