"""How is the database made ready, filled with the demo, and rid of what was never sent?"""

import argparse

from heard.config.commands.asked import WENT_WELL, CannotRun


def add_to(commands) -> None:
    """Add ``migrate``, ``delete-expired-drafts`` and ``demo``."""
    commands.add_parser("migrate", help="prepare the database, or bring it up to date").set_defaults(run=_migrate)
    drafts = commands.add_parser("delete-expired-drafts", help="delete concerns that were begun and never sent")
    drafts.set_defaults(run=_delete_expired_drafts)
    demo = commands.add_parser("demo", help="put invented cases into an empty database")
    demo.add_argument("--if-empty", action="store_true", help="do nothing where there are records already")
    demo.set_defaults(run=_demo)


def _migrate(asked: argparse.Namespace) -> int:
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=1 if asked.command == "migrate" else 0)
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
