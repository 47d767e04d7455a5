"""Own rows in the lists of the country."""

import sqlalchemy as sa
from alembic import op

revision = "0113"
down_revision = "0112"
branch_labels = None
depends_on = None

OWN = ("platform_sendiri", "jenis_sendiri", "sektor_sendiri")


def upgrade() -> None:
    with op.batch_alter_table("satker", schema=None) as batch_op:
        for name in OWN:
            batch_op.add_column(sa.Column(name, sa.JSON(), server_default=sa.text("'{}'"), nullable=False))
    # The models fill them from now on.
    with op.batch_alter_table("satker", schema=None) as batch_op:
        for name in OWN:
            batch_op.alter_column(name, existing_type=sa.JSON(), server_default=None)
