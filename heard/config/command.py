"""What does each `heard` command do?

    heard migrate                                          prepare the database, or bring it up to date
    heard import BUNDLE [--dry-run] [--authority NAME]     bring records in: all of them or none
    heard export BUNDLE [--authority NAME]                 take them out
    heard measures [--from DATE] [--to DATE] --json        what difference it made
    heard duties [--case REF] --json                       what each case needs next, worked out from the records
    heard delete-expired-drafts                            delete concerns that were begun and never sent
    heard demo [--if-empty]                                put invented cases into an empty database

Every command ends with 0, or with 2 and a line that says what is wrong.
"""

import argparse
import json
import os
import sys
from datetime import date
from pathlib import Path

WENT_WELL, CANNOT = 0, 2


class CannotRun(Exception):
    """A command cannot do what it was asked; the message says why and what to do."""


def _say(words: str) -> None:
    """A line of progress, where it does not mix with what a command gives back."""
    print(words, file=sys.stderr, flush=True)


def _day(words: str) -> date:
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not a day; write YYYY-MM-DD") from None


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="heard", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("migrate", help="prepare the database, or bring it up to date").set_defaults(run=_migrate)
    bring = commands.add_parser("import", help="bring records in from a bundle")
    bring.add_argument("bundle", metavar="BUNDLE", type=Path, help="a folder of CSV files, or a .zip of it")
    bring.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
    bring.set_defaults(run=_import)
    take = commands.add_parser("export", help="take records out as a bundle")
    take.add_argument("bundle", metavar="BUNDLE", type=Path, help="the folder to write, or the .zip if the name ends so")
    take.set_defaults(run=_export)
    figures = commands.add_parser("measures", help="what difference it made, by month and team")
    figures.add_argument("--from", dest="first", type=_day, metavar="DATE", help="the first day of conclusion counted")
    figures.add_argument("--to", dest="last", type=_day, metavar="DATE", help="the last day of conclusion counted")
    figures.add_argument("--json", action="store_true", required=True, help="as JSON, which is all there is")
    figures.set_defaults(run=_measures)
    owed = commands.add_parser("duties", help="what each case needs next, since when and by when")
    owed.add_argument("--case", dest="reference", default="", metavar="REF", help="one case: its reference, or one of its concerns'")
    owed.add_argument("--json", action="store_true", required=True, help="as JSON, which is all there is")
    owed.set_defaults(run=_duties)
    for command in (bring, take, figures, owed):
        command.add_argument("--authority", metavar="NAME", help="the council; not needed where there is only one")
    drafts = commands.add_parser("delete-expired-drafts", help="delete concerns that were begun and never sent")
    drafts.set_defaults(run=_delete_expired_drafts)
    demo = commands.add_parser("demo", help="put invented cases into an empty database")
    demo.add_argument("--if-empty", action="store_true", help="do nothing where there are records already")
    demo.set_defaults(run=_demo)
    return parser


def main(arguments: list[str] | None = None) -> int:
    """Run one command; returns what it ends with."""
    asked = _parser().parse_args(arguments)
    sys.stdout.reconfigure(errors="backslashreplace")  # a name that this terminal cannot show must not end the command
    try:
        _set_up()
        return _run(asked)
    except CannotRun as why:
        _say(str(why))
        return CANNOT
    except KeyboardInterrupt:
        _say("Stopped. Nothing was changed.")
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
            _say(line)
        number = len(bad.faults.found) + bad.faults.not_kept
        _say(f"{number:,} {'fault' if number == 1 else 'faults'}. Nothing was written.")
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


def _migrate(asked: argparse.Namespace) -> int:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=1 if asked.command == "migrate" else 0)
    return WENT_WELL


def _authority(asked: argparse.Namespace):
    from heard.config.authority import NoSuchAuthority, authority_for_command

    try:
        return authority_for_command(asked.authority or "", make=not getattr(asked, "dry_run", False))
    except NoSuchAuthority as why:
        raise CannotRun(str(why)) from None


def _import(asked: argparse.Namespace) -> int:
    from heard.exchange.telling import import_and_tell

    import_and_tell(asked.bundle, authority_of=lambda: _authority(asked), dry_run=asked.dry_run, say=_say)
    return WENT_WELL


def _export(asked: argparse.Namespace) -> int:
    from heard.exchange.telling import export_and_tell

    export_and_tell(asked.bundle, authority=_authority(asked), say=_say)
    return WENT_WELL


def _measures(asked: argparse.Namespace) -> int:
    from heard.measures.queries import measures_for

    if asked.first and asked.last and asked.last < asked.first:
        raise CannotRun(f"--to {asked.last} is before --from {asked.first}.")
    print(json.dumps(measures_for(_authority(asked), asked.first, asked.last), indent=1))
    return WENT_WELL


def _duties(asked: argparse.Namespace) -> int:
    from heard.casework.queries.duties import cases_named, duties_in

    authority = _authority(asked)
    if asked.reference and not cases_named(authority, asked.reference).exists():
        raise CannotRun(f"No case or concern has the reference '{asked.reference}'.")
    print(json.dumps(list(duties_in(authority, asked.reference)), indent=1))
    return WENT_WELL


def _delete_expired_drafts(asked: argparse.Namespace) -> int:
    from heard.flows.actions import delete_expired_drafts

    print(f"Drafts deleted: {delete_expired_drafts()}")
    return WENT_WELL


def _demo(asked: argparse.Namespace) -> int:
    from heard.config import demo

    _migrate(asked)
    try:
        cases = demo.load()
    except ImportError:
        raise CannotRun("The demo is in the project's own folder, and this copy of Heard was installed without it.") from None
    if not cases and not asked.if_empty:
        raise CannotRun("There are records already, so the demo was left out. Nothing was changed.")
    return WENT_WELL


if __name__ == "__main__":
    sys.exit(main())
