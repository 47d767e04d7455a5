"""National law, and what a decree does to another."""

import sqlalchemy as sa
from alembic import op

revision = "0111"
down_revision = "0110"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("dasar_hukum", schema=None) as batch_op:
        batch_op.add_column(sa.Column("nasional", sa.String(), nullable=True))
    with op.batch_alter_table("keputusan", schema=None) as batch_op:
        for name in ("tentang", "hubungan", "terhadap"):
            batch_op.add_column(sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False))
