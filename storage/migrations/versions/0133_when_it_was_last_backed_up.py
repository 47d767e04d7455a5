"""When the database was last backed up, for whichever machine is asked."""

import sqlalchemy as sa
from alembic import op

revision = "0133"
down_revision = "0124"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("deployment", schema=None) as batch_op:
        batch_op.add_column(sa.Column("backed_up_at", sa.DateTime(timezone=True), nullable=True))
