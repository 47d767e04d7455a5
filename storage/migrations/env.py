"""Runs the migrations over the connection that storage.database hands in."""

from typing import Literal

from alembic import context

import storage.audit
import storage.deliveries
import storage.denyut
import storage.dibiarkan
import storage.dipakai
import storage.drafts
import storage.inbox
import storage.isian
import storage.kegiatan
import storage.konten
import storage.laporan
import storage.mitra
import storage.outbox
import storage.people
import storage.perintah
import storage.permintaan
import storage.pesan
import storage.photos
import storage.rekan
import storage.satker
import storage.susunan
import storage.templat
import storage.tutup  # noqa: F401 - each adds its tables to Row.metadata
from storage.database import Instant, Row


def render(_kind: str, item: object, _context: object) -> str | Literal[False]:
    """A migration names no type of ours, so that it stays true when the code moves on."""
    return "sa.DateTime(timezone=True)" if isinstance(item, Instant) else False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    render_item=render,
)
with context.begin_transaction():
    context.run_migrations()
