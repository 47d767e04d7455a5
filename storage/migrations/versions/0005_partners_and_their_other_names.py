"""Partners and their other names"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "mitra",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("nama", sa.String(), nullable=False),
        sa.Column("sektor", sa.String(), nullable=False),
        sa.Column("alias", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_mitra_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mitra")),
    )
    with op.batch_alter_table("mitra", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_mitra_satker_id"), ["satker_id"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("mitra", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_mitra_satker_id"))

    op.drop_table("mitra")
