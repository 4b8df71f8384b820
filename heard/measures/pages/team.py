"""How is the team doing: its caseload, what is owed, and what has not been asked?"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from heard.accounts.permissions import Permission, allow
from heard.cases.queries import said_not_safe_for
from heard.cases.reading import read_list
from heard.casework.menu import address
from heard.measures.actions import fresh_teams
from heard.measures.charts.bars import draw_bars
from heard.measures.queries.team import AGES, STAGES, Caseload, team_picture

NOT_SAFE_SHOWN = 25


@allow(Permission.SEE_TEAM)
def team(request: HttpRequest) -> HttpResponse:
    """The picture of the manager's teams, by team; each duty leads to the list of cases that owe it."""
    return render(request, "measures/team.html", drawn_team(request, "open-team-picture"))


def drawn_team(request: HttpRequest, event: str) -> dict:
    """The picture of the reader's teams, its sentence and its chart; the reading is written down as ``event``."""
    not_safe = list(said_not_safe_for(request.user)[:NOT_SAFE_SHOWN])
    read_list(request, event, not_safe)
    kept = fresh_teams(authority=request.user.authority)
    found = team_picture(request.user, kept)
    sentence = _sentence(found.everything)
    ages = [(one.label, found.everything.ages[one]) for one in AGES]
    return {
        "not_safe": not_safe,
        "found": found, "as_at": kept.as_at, "stages": STAGES, "ages": AGES, "sentence": sentence, "to_ask": address("returns"),
        "chart": draw_bars(ages, title="Open cases, by how long", sentence=sentence),
        "columns": [found.everything, *found.teams] if len(found.teams) > 1 else found.teams,
    }  # fmt: skip


def _sentence(one: Caseload) -> str:
    owed, overdue, longest = one.owed.total(), one.overdue.total(), one.ages[AGES[-1]]
    cases = {0: "No case is open", 1: "1 case is open"}.get(one.cases, f"{one.cases} cases are open")
    duties = "1 duty is owed" if owed == 1 else f"{owed} duties are owed"
    long = f", {longest} of them for over 26 weeks" if longest else ""
    return f"{cases}{long}; {duties}{f', {overdue} of them overdue' if overdue else ''}."
