"""How far a new office is"""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("satker") as batch_op:
        batch_op.add_column(sa.Column("persiapan", sa.JSON(), server_default="[]", nullable=False))
    satker = sa.table("satker", sa.column("persiapan", sa.JSON()))
    # Whoever has worked until now is not asked to begin.
    op.execute(satker.update().values(persiapan=["selesai"]))


def downgrade() -> None:
    with op.batch_alter_table("satker") as batch_op:
        batch_op.drop_column("persiapan")
