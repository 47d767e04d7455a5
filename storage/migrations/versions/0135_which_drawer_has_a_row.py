"""Which of several drawers has a row that is to be drawn."""

import sqlalchemy as sa
from alembic import op

revision = "0135"
down_revision = "0134"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("drawer", sa.String(), server_default=sa.text("''"), nullable=False))
