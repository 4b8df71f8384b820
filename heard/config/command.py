"""What does each `heard` command do?

    heard migrate                                          prepare the database, or bring it up to date
    heard import BUNDLE [--dry-run] [--authority NAME]     bring records in: all of them or none
    heard export BUNDLE [--version 1.1] [--authority NAME] take them out
    heard measures [--from DATE] [--to DATE] --json        what difference it made
    heard measures refresh [--authority NAME]              work out what the Board's picture shows; a job for every 15 minutes
    heard benchmarks load FILE --year YEAR                 the national file, as context beside the council's own figures
    heard duties [--case REF] --json                       what each case needs next, worked out from the records
    heard return sac --year YEAR [--disclosure-control] [--output FILE]   the statutory return
    heard analytics export --parquet DIR                   the records without names, as Parquet files
    heard analytics run --engine duckdb|spark --year YEAR DIR   the return, counted over them
    heard learning check                                   what is wrong with the learning resources, a council's own included
    heard delete-expired-drafts                            delete concerns that were begun and never sent
    heard demo [--if-empty]                                put invented cases into an empty database

Every command ends with 0, or with 2 and a line that says what is wrong.
"""

import argparse
import os
import sys

from heard.config.commands import analytics, database, figures, learning, published, records, returns
from heard.config.commands.asked import CANNOT, CannotRun, say

COMMANDS = (database, records, figures, published, returns, analytics, learning)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="heard", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for subject in COMMANDS:
        subject.add_to(commands)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns what it ends with."""
    asked = _parser().parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # a name that this terminal cannot show must not end the command
    try:
        _set_up()
        return _run(asked)
    except CannotRun as why:
        say(str(why))
        return CANNOT
    except KeyboardInterrupt:
        say("Stopped. Nothing was changed.")
        return CANNOT


def _set_up() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heard.config.settings")
    try:
        django.setup()
    except (ValueError, OSError) as why:
        raise CannotRun(f"Heard cannot start: {why}") from None


def _run(asked: argparse.Namespace) -> int:
    from django.db import Error

    from heard.exchange.faults import BadBundle

    try:
        if asked.command not in ("migrate", "demo"):
            _check_database()
        return asked.run(asked)
    except BadBundle as bad:
        for line in [*bad.faults.notes, *bad.faults.lines()]:
            say(line)
        number = len(bad.faults.found) + bad.faults.not_kept
        say(f"{number:,} {'fault' if number == 1 else 'faults'}. Nothing was written.")
        return CANNOT
    except Error as why:
        raise CannotRun(f"The database said no, and nothing was written: {str(why).splitlines()[0] if str(why) else why!r}") from None
    except OSError as why:
        raise CannotRun(f"A file could not be read or written: {why.strerror or why}. Nothing else was changed.") from None


def _check_database() -> None:
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise CannotRun("The database is not ready for this version of Heard. Run: heard migrate")


if __name__ == "__main__":
    sys.exit(main())
