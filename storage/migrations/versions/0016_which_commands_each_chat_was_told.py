"""Which commands each chat was told"""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "perintah",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("chat", sa.String(), nullable=False),
        sa.Column("tanda", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("channel", "chat", name=op.f("pk_perintah")),
    )


def downgrade() -> None:
    op.drop_table("perintah")
