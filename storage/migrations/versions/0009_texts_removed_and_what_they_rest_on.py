"""Texts removed and what they rest on"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table in ("masalah", "saran"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column("dihapus_at", sa.DateTime(timezone=True), nullable=True))
    with op.batch_alter_table("narasi", schema=None) as batch_op:
        batch_op.add_column(sa.Column("dasar", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    with op.batch_alter_table("narasi", schema=None) as batch_op:
        batch_op.drop_column("dasar")
    for table in ("saran", "masalah"):
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.drop_column("dihapus_at")
