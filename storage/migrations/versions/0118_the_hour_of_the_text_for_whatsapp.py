"""The hour of the text for WhatsApp."""

import sqlalchemy as sa
from alembic import op

revision = "0118"
down_revision = "0117"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.add_column(sa.Column("wa_jam", sa.Time(), nullable=True))
