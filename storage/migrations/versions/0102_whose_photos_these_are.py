"""Whose photos these are: the mark of a deployment, and the photos that it once held."""

import sqlalchemy as sa
from alembic import op

revision = "0102"
down_revision = "0101"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "deployment",
        sa.Column("mark", sa.String(), nullable=False),
        sa.Column("copy", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("mark", name=op.f("pk_deployment")),
    )
    op.create_table(
        "held",
        sa.Column("sha256", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_held")),
    )
