"""Are the learning resources in order?"""

import argparse

from heard.config.commands.asked import CANNOT, WENT_WELL


def add_to(commands) -> None:
    """Add ``learning`` with its part, ``check``."""
    learning = commands.add_parser("learning", help="the learning resources, a council's own included")
    parts = learning.add_subparsers(dest="part", required=True, metavar="PART")
    parts.add_parser("check", help="say what is wrong with them: out of date, too hard, no source, dead links").set_defaults(run=_check)


def _check(asked: argparse.Namespace) -> int:
    from django.utils import timezone

    from heard.learning.checking import problems_of
    from heard.learning.library import library

    books = library()
    found = problems_of(books, today=timezone.localdate())
    for problem in found:
        print(problem)
    print(f"{len(books.resources)} resources and {len(books.twins)} in Easy Read; {len(found) or 'nothing'} to put right")
    return CANNOT if found else WENT_WELL
