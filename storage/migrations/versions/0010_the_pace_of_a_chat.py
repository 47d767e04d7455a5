"""The pace of a chat"""

from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_inbox_lane", "inbox", ["lane", "received_at"])


def downgrade() -> None:
    op.drop_index("ix_inbox_lane", "inbox")
