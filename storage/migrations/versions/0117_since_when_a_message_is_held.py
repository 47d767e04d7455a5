"""Since when a message is held."""

import sqlalchemy as sa
from alembic import op

revision = "0117"
down_revision = "0116"
branch_labels = None
depends_on = None

DELIVERY = sa.table("delivery", sa.column("id", sa.Integer()), sa.column("state", sa.String()))
OUTBOX = sa.table("outbox", sa.column("state", sa.String()), sa.column("payload", sa.JSON()))


def upgrade() -> None:
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.add_column(sa.Column("held_at", sa.DateTime(timezone=True), nullable=True))
    # A post whose arrival nobody knows is marked as such, so that the next correction offers a new one.
    for (payload,) in op.get_bind().execute(sa.select(OUTBOX.c.payload).where(OUTBOX.c.state == "uncertain")):
        drawing = payload.get("drawing") or {}
        if drawing.get("renderer") == "kolase":
            mine = (DELIVERY.c.id == drawing["id"]) & (DELIVERY.c.state == "claimed")
            op.execute(DELIVERY.update().where(mine).values(state="uncertain"))
