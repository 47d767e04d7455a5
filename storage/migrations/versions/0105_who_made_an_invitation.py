"""Who made an invitation."""

import sqlalchemy as sa
from alembic import op

revision = "0105"
down_revision = "0104"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("oleh_id", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(batch_op.f("fk_invitation_oleh_id"), "anggota", ["oleh_id"], ["id"])
