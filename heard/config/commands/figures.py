"""What difference was made, and what is owed, as JSON; and when are the kept figures worked out?"""

import argparse
import json

from heard.config.commands.asked import WENT_WELL, CannotRun, ask_by, ask_whose, authority_of, day, say_rows


def add_to(commands) -> None:
    """Add ``measures`` and ``duties``."""
    figures = commands.add_parser("measures", help="what difference it made, by month and team or another part")
    figures.add_argument("part", nargs="?", choices=("refresh",), help="keep the Board's and each team's figures, for every council")
    figures.add_argument("--from", dest="first", type=day, metavar="DATE", help="the first day of conclusion counted")
    figures.add_argument("--to", dest="last", type=day, metavar="DATE", help="the last day of conclusion counted")
    figures.add_argument("--json", action="store_true", help="as JSON; needed unless they are refreshed")
    ask_by(figures)
    figures.set_defaults(run=_measures, refuse=figures.error)
    owed = commands.add_parser("duties", help="what each case needs next, since when and by when")
    owed.add_argument("--case", dest="reference", default="", metavar="REF", help="one case: its reference, or one of its concerns'")
    owed.add_argument("--json", action="store_true", required=True, help="as JSON, which is all there is")
    owed.set_defaults(run=_duties)
    ask_whose(figures)
    ask_whose(owed)


def _measures(asked: argparse.Namespace) -> int:
    from heard.measures.queries.tallied import measures_for
    from heard.rules.indicators.breakdowns import By

    if asked.part == "refresh":
        return _refresh(asked)
    if not asked.json:
        asked.refuse("say --json for the figures, or refresh to work out what the Board's picture shows")
    if asked.first and asked.last and asked.last < asked.first:
        raise CannotRun(f"--to {asked.last} is before --from {asked.first}.")
    say_rows(measures_for(authority_of(asked), asked.first, asked.last, By(asked.by)))
    return WENT_WELL


def _refresh(asked: argparse.Namespace) -> int:
    from heard.config.authority import every_authority
    from heard.measures.actions import refresh_figures, refresh_teams
    from heard.measures.own_question.actions import make_case_table

    for authority in [authority_of(asked)] if asked.authority else every_authority():
        kept = refresh_figures(authority=authority)
        table = make_case_table(authority=authority, by=None)
        teams = refresh_teams(authority=authority)
        took = f"{kept.seconds:.1f} seconds, the case table in {table.seconds:.1f}, the teams in {teams.seconds:.1f}"
        print(f"{authority.name}: worked out in {took}")
    return WENT_WELL


def _duties(asked: argparse.Namespace) -> int:
    from heard.casework.queries.duties import cases_named, duties_in

    authority = authority_of(asked)
    if asked.reference and not cases_named(authority, asked.reference).exists():
        raise CannotRun(f"No case or concern has the reference '{asked.reference}'.")
    print(json.dumps(list(duties_in(authority, asked.reference)), indent=1))
    return WENT_WELL
