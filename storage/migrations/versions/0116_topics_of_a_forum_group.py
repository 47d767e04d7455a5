"""Topics of a forum group."""

import sqlalchemy as sa
from alembic import op

revision = "0116"
down_revision = "0115"
branch_labels = None
depends_on = None

COLUMNS = (("satker", "grup_topik"), ("outbox", "topic"))


def upgrade() -> None:
    for table, name in COLUMNS:
        with op.batch_alter_table(table, schema=None) as batch_op:
            batch_op.add_column(sa.Column(name, sa.String(), server_default=sa.text("''"), nullable=False))
