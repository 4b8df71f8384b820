"""What does every command have: how it ends, why it cannot run, and the council it is about?"""

import argparse
import json
import sys
from datetime import date

WENT_WELL, CANNOT = 0, 2


class CannotRun(Exception):
    """A command cannot do what it was asked; the message says why and what to do."""


def say(words: str) -> None:
    """A line of progress, where it does not mix with what a command gives back."""
    print(words, file=sys.stderr, flush=True)


def say_rows(rows: list[dict]) -> None:
    """Rows as JSON, one to a line: there may be many."""
    print("[\n " + ",\n ".join(map(json.dumps, rows)) + "\n]" if rows else "[]")


def day(words: str) -> date:
    """A day given on the command line. Raises ArgumentTypeError where it is none."""
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{words!r} is not a day; write YYYY-MM-DD") from None


def ask_whose(command: argparse.ArgumentParser) -> None:
    """Let a command be told which council it is about."""
    command.add_argument("--authority", metavar="NAME", help="the council; not needed where there is only one")


def ask_by(command: argparse.ArgumentParser) -> None:
    """Let a command be told by what its figures are broken down."""
    from heard.rules.indicators.breakdowns import By

    command.add_argument(
        "--by", choices=[str(one) for one in By], default=str(By.TEAM), help="what the figures are broken down by; team if it is not given"
    )


def authority_of(asked: argparse.Namespace):
    """The council that was named, or the only one there is. Raises CannotRun where that is not clear."""
    from heard.config.authority import NoSuchAuthority, authority_for_command

    try:
        return authority_for_command(asked.authority or "", make=not getattr(asked, "dry_run", False))
    except NoSuchAuthority as why:
        raise CannotRun(str(why)) from None
