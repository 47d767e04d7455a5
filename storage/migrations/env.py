"""Runs the migrations over the connection that storage.database hands in."""

from importlib import import_module
from pkgutil import walk_packages
from typing import Literal

from alembic import context
from sqlalchemy import Enum

import storage
from storage.database import Instant, Row

# Alembic compares with Row.metadata, to which a table is added only when its module is imported.
for module in walk_packages(storage.__path__, "storage."):
    if not module.name.startswith("storage.migrations"):
        import_module(module.name)


def render(_kind: str, item: object, _context: object) -> str | Literal[False]:
    """A migration names no type of ours, so that it stays true when the code moves on."""
    if isinstance(item, Enum):
        return f"sa.String({item.length})"
    return "sa.DateTime(timezone=True)" if isinstance(item, Instant) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
