"""Which message pushed a card up."""

import sqlalchemy as sa
from alembic import op

revision = "0106"
down_revision = "0105"
branch_labels = None
depends_on = None

LAST = "9" * 30


def upgrade() -> None:
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.add_column(sa.Column("pushed_by", sa.String(), nullable=False, server_default=""))
    outbox = sa.table("outbox", sa.column("pushed", sa.Boolean()), sa.column("pushed_by", sa.String()))
    # Of what is just going out it is not known any more which message stands below.
    op.execute(outbox.update().where(outbox.c.pushed).values(pushed_by=LAST))
    with op.batch_alter_table("outbox") as batch_op:
        batch_op.alter_column("pushed_by", server_default=None)
        batch_op.drop_column("pushed")
