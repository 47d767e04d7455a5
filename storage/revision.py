"""Writes a migration from the schema to the models: `python -m storage.revision "A sentence"`."""

import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from alembic import command
from alembic.script import Script, ScriptDirectory

from storage.database import Database, migrations


def write(sentence: str) -> None:
    """Write the migration; its number follows the last one, its file is named by the sentence."""
    with TemporaryDirectory() as folder:
        database = Database(f"sqlite:///{folder}/schema.db")
        database.upgrade()
        with database.engine.connect() as connection:
            config = migrations(connection)
            last = ScriptDirectory.from_config(config).get_current_head() or "0"
            made = command.revision(config, sentence, autogenerate=True, rev_id=f"{int(last) + 1:04}")
        database.close()
    if isinstance(made, Script):
        _tidied(Path(made.path))


def _tidied(path: Path) -> None:
    """The file without Alembic's own remarks."""
    path.write_text(re.sub(r"\n +# ### .*", "", path.read_text("utf-8")), "utf-8")


if __name__ == "__main__":
    write(" ".join(sys.argv[1:]))
