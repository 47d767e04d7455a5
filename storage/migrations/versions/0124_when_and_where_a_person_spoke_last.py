"""When and where a person spoke last, the channels of the bot, and links for who comes in once more."""

import sqlalchemy as sa
from alembic import op

revision = "0124"
down_revision = "0123"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reach",
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("link", sa.String(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("channel", name=op.f("pk_reach")),
    )
    with op.batch_alter_table("identity", schema=None) as batch_op:
        batch_op.add_column(sa.Column("spoke_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("number", sa.String(), server_default=sa.text("''"), nullable=False))
    with op.batch_alter_table("invitation", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lagi", sa.Boolean(), server_default=sa.false(), nullable=False))
