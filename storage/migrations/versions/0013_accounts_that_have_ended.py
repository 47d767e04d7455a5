"""Accounts that have ended"""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("akun") as batch_op:
        batch_op.add_column(sa.Column("aktif_sampai", sa.Date(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("akun") as batch_op:
        batch_op.drop_column("aktif_sampai")
