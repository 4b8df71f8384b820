"""How do figures leave for analysis without anybody's name, and how are they counted there?"""

import argparse
import sys
from pathlib import Path

from heard.config.commands.asked import WENT_WELL, CannotRun, ask_by, ask_whose, authority_of, say, say_rows
from heard.config.commands.returns import year


def add_to(commands) -> None:
    """Add ``analytics`` with its parts, ``export`` and ``run``."""
    analytics = commands.add_parser("analytics", help="de-identified files, and the return counted over them")
    parts = analytics.add_subparsers(dest="part", required=True, metavar="PART")
    export = parts.add_parser("export", help="write the de-identified records as Parquet files")
    export.add_argument("--parquet", type=Path, required=True, metavar="DIR", help="the folder to write")
    export.set_defaults(run=_export)
    ask_whose(export)
    run = parts.add_parser("run", help="count the return, or the measures, over an export")
    run.add_argument("folder", type=Path, metavar="DIR", help="the folder of an export")
    run.add_argument("--engine", choices=("duckdb", "spark"), required=True, help="DuckDB for a region, Spark for a national file")
    run.add_argument(
        "--year", type=year, metavar="YEAR",
        help="2025 is April 2025 to March 2026; if it is not given, the return of the last whole year, or the measures of every year",
    )  # fmt: skip
    run.add_argument("--measures", action="store_true", help="the figures of `heard measures`, as JSON, instead of the return")
    run.add_argument("--experience", action="store_true", help="what was said of how it was, as JSON, instead of the return")
    ask_by(run)
    run.set_defaults(run=_run)


def _export(asked: argparse.Namespace) -> int:
    from heard.returns.parquet import export_parquet

    for relation, rows in export_parquet(authority_of(asked), asked.parquet, by=None).items():
        print(f"{relation:<16} {rows:>12,} rows")
    return WENT_WELL


def _run(asked: argparse.Namespace) -> int:
    from heard.returns.parquet import NotAnExport

    try:
        (_experience if asked.experience else _measures if asked.measures else _return)(asked)
    except NotAnExport as why:
        raise CannotRun(str(why)) from None
    except ImportError:
        raise CannotRun("Spark is not installed. Install it with: uv sync --extra spark (it needs Java too).") from None
    say(f"Counted with {asked.engine}")
    return WENT_WELL


def _return(asked: argparse.Namespace) -> None:
    from django.utils import timezone

    from heard.returns.files import write_return
    from heard.returns.parquet import count_with
    from heard.rules.statutory_return import last_whole_year

    write_return(count_with(asked.engine, asked.folder, asked.year or last_whole_year(timezone.localdate())), sys.stdout)


def _measures(asked: argparse.Namespace) -> None:
    from heard.returns.parquet import measures_with
    from heard.rules.indicators.breakdowns import By

    say_rows(measures_with(asked.engine, asked.folder, asked.year, By(asked.by)))


def _experience(asked: argparse.Namespace) -> None:
    from heard.returns.parquet import experience_with

    say_rows(experience_with(asked.engine, asked.folder, asked.year))
