"""What does the council return each year?"""

import argparse
import json
import sys
from pathlib import Path

from heard.config.commands.asked import WENT_WELL, CannotRun, ask_whose, authority_of, say


def year(words: str) -> int:
    """A year of the return given on the command line. Raises ArgumentTypeError where it is none."""
    if not (words.isascii() and words.isdecimal() and len(words) == 4 and 2000 <= int(words) <= 2100):
        raise argparse.ArgumentTypeError(f"{words!r} is not a year; 2025 is April 2025 to March 2026")
    return int(words)


def add_to(commands) -> None:
    """Add ``return`` with its parts, ``sac`` and ``check``."""
    of_return = commands.add_parser("return", help="the statutory return")
    parts = of_return.add_subparsers(dest="part", required=True, metavar="PART")
    sac = parts.add_parser("sac", help="the Safeguarding Adults Collection as CSV, a row a cell")
    sac.add_argument("--disclosure-control", action="store_true", help="hide numbers under five and round the rest to five")
    sac.add_argument("--output", type=Path, metavar="FILE", help="the file to write, instead of the screen")
    sac.set_defaults(run=_sac)
    check = parts.add_parser("check", help="what to look at before the return is sent, each with its cases")
    check.add_argument("--json", action="store_true", required=True, help="as JSON, which is all there is")
    check.set_defaults(run=_check)
    for part in (sac, check):
        part.add_argument("--year", type=year, required=True, metavar="YEAR", help="2025 is April 2025 to March 2026")
        ask_whose(part)


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


def _check(asked: argparse.Namespace) -> int:
    from heard.returns.checks import check_return

    results = [
        {
            "check": str(one.found.check), "severity": str(one.found.severity), "cases": list(one.cases),
            "concern_refs": list(one.concern_refs), "explanation": one.explanation,
        }
        for one in check_return(authority_of(asked), asked.year)
    ]  # fmt: skip
    print(json.dumps(results, indent=1, ensure_ascii=False))
    return WENT_WELL
