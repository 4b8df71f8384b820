"""How are records brought in and taken out?"""

import argparse
from pathlib import Path

from heard.config.commands.asked import WENT_WELL, ask_whose, authority_of, say


def add_to(commands) -> None:
    """Add ``import`` and ``export``."""
    bring = commands.add_parser("import", help="bring records in from a bundle")
    bring.add_argument("bundle", metavar="BUNDLE", type=Path, help="a folder of CSV files, or a .zip of it")
    bring.add_argument("--dry-run", action="store_true", help="say what would happen and write nothing")
    bring.set_defaults(run=_import)
    take = commands.add_parser("export", help="take records out as a bundle")
    take.add_argument("bundle", metavar="BUNDLE", type=Path, help="the folder to write, or the .zip if the name ends so")
    take.add_argument("--version", choices=("1", "1.1"), default="1", help="of the format; 1.1 carries rights and communication too")
    take.set_defaults(run=_export)
    ask_whose(bring)
    ask_whose(take)


def _import(asked: argparse.Namespace) -> int:
    from heard.exchange.telling import import_and_tell

    import_and_tell(asked.bundle, authority_of=lambda: authority_of(asked), dry_run=asked.dry_run, say=say)
    return WENT_WELL


def _export(asked: argparse.Namespace) -> int:
    from heard.exchange.telling import export_and_tell

    export_and_tell(asked.bundle, authority=authority_of(asked), version=asked.version, say=say)
    return WENT_WELL
