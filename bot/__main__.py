"""The command line: bot run | link | try | load | rekap | kolase | backup | restore | move | check."""

import os
from pathlib import Path
from pkgutil import resolve_name

import click

from bot.loading import stays


def _command(name: str, does: str, tells: str, *params: click.Parameter) -> click.Command:
    """A command that is imported when it runs, so that its help needs none of the program.

    `does`: "module:function", called with the values of `params` by name; `tells`: its help, the first sentence also
    in the list of commands."""

    def run(**told: object) -> None:
        with stays():
            function = resolve_name(does)
        function(**told)

    return click.Command(name, callback=run, help=tells, params=list(params))


FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
FOLDER = click.Path(file_okay=False, path_type=Path)
OUT = click.Option(["--out"], type=FOLDER, default=Path(), help="folder to write into")
SATKER = click.Option(["--satker", "kode"], help="region code, where there are several offices")
COMMANDS = (
    _command(
        "run",
        "bot.commands.run:run",
        "Run the bot on Telegram, on WhatsApp or on both, as the settings say. Telegram is polled, or calls where "
        "WEBHOOK_URL is set; WhatsApp calls.",
    ),
    _command(
        "link",
        "bot.commands.link:link",
        "Print a link for the ketua pelaksana of an office, good once and for 24 hours, also while the bot runs.\n\n"
        "The way back in where nobody leads the office any more, or the wrong person does.",
        SATKER,
    ),
    _command(
        "try",
        "bot.commands.tryout:tryout",
        "The try-out: a web page with phones on 127.0.0.1, sample data, no token.",
        click.Option(["--port"], default=8022, show_default=True, help="port on 127.0.0.1"),
        click.Option(["--data-dir"], type=FOLDER, help="keep the data there"),
    ),
    _command(
        "load",
        "bot.commands.load:load_from",
        'Take an office and its history from the file SOURCE; "sample" is Probolinggo, January to June 2022.\n\n'
        "A SOURCE that ends in .docx becomes the Word template of the office's reports.",
        click.Argument(["source"]),
        SATKER,
    ),
    _command(
        "rekap",
        "bot.commands.rekap:write",
        'Write the report of PERIOD, such as "Q2 2022", "S1 2022" or "2022".',
        click.Argument(["period"], nargs=-1, required=True),
        OUT,
        SATKER,
    ),
    _command(
        "kolase",
        "bot.commands.draw:write_kolase",
        "Write the kolase of PEKAN, such as 2022-W15; without it, of this week.",
        click.Argument(["pekan"], nargs=-1),
        OUT,
        SATKER,
    ),
    _command(
        "backup",
        "bot.commands.backups.backup:back_up",
        "Write a checked copy of database, photos and sent reports to the tar file TARGET, also while the bot runs.\n\n"
        "In a folder TARGET the file is named by the time, and the last of 14 days and of 12 months are kept.",
        click.Argument(["target"], type=click.Path(path_type=Path)),
        click.Option(["--with-photos"], is_flag=True, help="fetch the photos that lie in the bucket"),
    ),
    _command(
        "restore",
        "bot.commands.backups.restore:restore_from",
        "Unpack the backup SOURCE into a data folder without a database.\n\n"
        "What comes out sweeps no photos until bot check --take-over says that it is the only one.",
        click.Argument(["source"], type=FILE),
        click.Option(["--incomplete"], is_flag=True, help="although photos or reports are missing"),
    ),
    _command(
        "move",
        "bot.commands.backups.backup:move_from",
        "Bring everything from the SQLite file SOURCE into the empty database of DATABASE_URL; stop the bot before.",
        click.Argument(["source"], type=FILE),
    ),
    _command(
        "check",
        "bot.commands.doctor:examine",
        "The doctor: database, disk, office program, token, time.",
        click.Option(["--take-over"], is_flag=True, help="no other bot uses these photos: sweep them from now on"),
    ),
)


@click.group(commands=COMMANDS)
@click.version_option(package_name="bakohumas-bot")
def main() -> None:
    """Bakohumas-bot: reports by chat, the weekly kolase and the quarterly report."""
    # The files that a command writes hold names, photos or a report: they are for its owner alone.
    os.umask(0o077)


if __name__ == "__main__":
    main()
