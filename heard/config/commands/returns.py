"""What does the council return each year?"""

import argparse
import sys
from pathlib import Path

from heard.config.commands.asked import WENT_WELL, CannotRun, ask_whose, authority_of, say


def year(words: str) -> int:
    """A year of the return given on the command line. Raises ArgumentTypeError where it is none."""
    if not (words.isascii() and words.isdecimal() and len(words) == 4 and 2000 <= int(words) <= 2100):
        raise argparse.ArgumentTypeError(f"{words!r} is not a year; 2025 is April 2025 to March 2026")
    return int(words)


def add_to(commands) -> None:
    """Add ``return`` with its part ``sac``."""
    of_return = commands.add_parser("return", help="the statutory return")
    parts = of_return.add_subparsers(dest="part", required=True, metavar="PART")
    sac = parts.add_parser("sac", help="the Safeguarding Adults Collection as CSV, a row a cell")
    sac.add_argument("--disclosure-control", action="store_true", help="hide numbers under five and round the rest to five")
    sac.add_argument("--output", type=Path, metavar="FILE", help="the file to write, instead of the screen")
    sac.set_defaults(run=_sac)
    sac.add_argument("--year", type=year, required=True, metavar="YEAR", help="2025 is April 2025 to March 2026")
    ask_whose(sac)


def _sac(asked: argparse.Namespace) -> int:
    from heard.returns.files import write_return
    from heard.returns.live import count_return
    from heard.rules.return_disclosure import disclosed

    cells = count_return(authority_of(asked), asked.year)
    shown = disclosed(cells) if asked.disclosure_control else cells
    if asked.output is None:
        write_return(shown, sys.stdout)
        return WENT_WELL
    if not asked.output.parent.is_dir():
        raise CannotRun(f"{asked.output} cannot be written: its folder does not exist.")
    with asked.output.open("w", encoding="utf-8", newline="") as file:
        write_return(shown, file)
    say(f"Wrote {len(shown):,} cells to {asked.output}")
    return WENT_WELL
