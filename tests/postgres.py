"""Databases on the PostgreSQL that TEST_DATABASE_URL names; each worker of a test run has its own."""

import os
from functools import cache

from alembic.script import ScriptDirectory
from sqlalchemy import make_url, text

from storage.database import Database, Row, migrations

URL = os.environ.get("TEST_DATABASE_URL", "")
ALONE = """SELECT pg_terminate_backend(pid) FROM pg_stat_activity
WHERE datname = current_database() AND pid <> pg_backend_pid()"""
# The view shows the locks of all databases of the server.
LEADER = """FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory'
AND datname = current_database() AND objid::bigint = (hashtextextended('leader', 0) & 4294967295)"""
EMPTIED = """DO $$ DECLARE one text; BEGIN {deletes} UPDATE alembic_version SET version_num = '{head}';
FOR one IN SELECT quote_ident(sequencename) FROM pg_sequences LOOP PERFORM setval(one, 1, false); END LOOP; END $$"""


def named(purpose: str) -> str:
    """The URL of this worker's database for a purpose."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "alone")
    return make_url(URL).set(database=f"test_{purpose}_{worker}").render_as_string(hide_password=False)


def created(purpose: str, template: str = "template1") -> str:
    """A new database, with all that another of this worker holds; whatever had its name before is gone."""
    url = named(purpose)
    wanted, source = make_url(url).database, make_url(named(template)).database if template != "template1" else template
    server = Database(URL)
    with server.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{wanted}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{wanted}" TEMPLATE "{source}"'))
    server.close()
    return url


def emptied(database: Database) -> None:
    """As new, but for the schema: to delete takes milliseconds, to make it anew takes a second."""
    deletes = " ".join(f'DELETE FROM "{table.name}";' for table in reversed(Row.metadata.sorted_tables))
    with database.engine.begin() as connection:
        # A process that a test before has killed may hold locks for a moment longer.
        connection.execute(text(ALONE))
        connection.execute(text(EMPTIED.format(deletes=deletes, head=head())))


@cache
def head() -> str | None:
    return ScriptDirectory.from_config(migrations(None)).get_current_head()
