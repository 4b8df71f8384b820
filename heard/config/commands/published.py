"""How is the published national file loaded, to stand beside a council's own figures?"""

import argparse
from pathlib import Path

from heard.config.commands.asked import WENT_WELL, CannotRun, say
from heard.config.commands.returns import year


def add_to(commands) -> None:
    """Add ``benchmarks`` with its part, ``load``."""
    published = commands.add_parser("benchmarks", help="published figures, shown as context beside the council's own")
    parts = published.add_subparsers(dest="part", required=True, metavar="PART")
    load = parts.add_parser("load", help="load the national file of the Safeguarding Adults Collection (CSV, twelve columns)")
    load.add_argument("file", type=Path, metavar="FILE")
    load.add_argument("--year", type=year, required=True, metavar="YEAR", help="2024 is April 2024 to March 2025")
    load.add_argument("--source", default="Safeguarding Adults, England", help="where the file is from, shown beside its figures")
    load.set_defaults(run=_load)


def _load(asked: argparse.Namespace) -> int:
    from heard.measures.actions import load_published
    from heard.measures.benchmarks.national_file import NotTheNationalFile, read_national_file

    try:
        file = read_national_file(asked.file)
    except NotTheNationalFile as why:
        raise CannotRun(str(why)) from None
    except UnicodeDecodeError:
        raise CannotRun(f"{asked.file} is not UTF-8 text. Save it as CSV UTF-8 and try again. Nothing was changed.") from None
    for line in file.refused:
        say(f"Refused: {line}")
    if not file.rows:
        raise CannotRun(f"{asked.file} holds no cell that can be kept. Nothing was changed.")
    number = load_published(file=file, year=asked.year, source=asked.source, by=None)
    print(f"Loaded {number:,} cells of {asked.year} to {asked.year + 1}; refused {len(file.refused):,}.")
    return WENT_WELL
