"""When the report of a triwulan is made, and when the office is told of it."""

import sqlalchemy as sa
from alembic import op

revision = "0114"
down_revision = "0113"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.add_column(sa.Column("laporan_hari", sa.Integer(), server_default=sa.text("0"), nullable=False))
        told = sa.Column("laporan_ingat", sa.JSON(), server_default=sa.text("'[10, 3, 1, 0]'"), nullable=False)
        batch_op.add_column(told)
    # The models fill them from now on.
    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.alter_column("laporan_hari", existing_type=sa.Integer(), server_default=None)
        batch_op.alter_column("laporan_ingat", existing_type=sa.JSON(), server_default=None)
