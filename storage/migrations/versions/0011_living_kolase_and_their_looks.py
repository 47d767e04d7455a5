"""Living kolase and their looks"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "susunan",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("satker_id", sa.Integer(), nullable=False),
        sa.Column("period", sa.String(), nullable=False),
        sa.Column("sel", sa.JSON(), nullable=False),
        sa.Column("urut", sa.JSON(), nullable=False),
        sa.Column("tunda", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["satker_id"], ["satker.id"], name=op.f("fk_susunan_satker_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_susunan")),
        sa.UniqueConstraint("satker_id", "period", name=op.f("uq_susunan_satker_id_period")),
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index("ix_audit_newest", ["satker_id", "id"], unique=False)

    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lembar", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("grup", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("dilihat", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("semula", sa.JSON(), nullable=True))

    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.add_column(sa.Column("kolase_pratinjau", sa.Integer(), server_default="3", nullable=False))
        batch_op.add_column(sa.Column("tema", sa.String(), server_default="marun", nullable=False))
        batch_op.add_column(sa.Column("pola", sa.String(), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("satker", schema=None) as batch_op:
        batch_op.drop_column("pola")
        batch_op.drop_column("tema")
        batch_op.drop_column("kolase_pratinjau")

    with op.batch_alter_table("delivery", schema=None) as batch_op:
        batch_op.drop_column("semula")
        batch_op.drop_column("dilihat")
        batch_op.drop_column("grup")
        batch_op.drop_column("lembar")

    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index("ix_audit_newest")

    op.drop_table("susunan")
