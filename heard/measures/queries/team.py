"""What is a manager's teams' caseload, what is owed in it, and what has not been asked? Counts of cases they may open."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date

from heard.accounts.models import Authority
from heard.cases.models import Case
from heard.casework.queries.duties import of_lately, steps_by_case
from heard.measures.models import TeamsRefreshed
from heard.rules.caseload import OpenFor, is_not_asked, open_for
from heard.rules.next_steps.step import Duty
from heard.rules.pathway import CaseStage

NO_TEAM = "No team yet"
_COUNTS = ("stages", "ages", "owed", "overdue")


@dataclass
class Caseload:
    """One team: its open cases by stage and by how long, duties open and overdue, and what has not been asked, by duty."""

    name: str
    stages: Counter = field(default_factory=Counter)
    ages: Counter = field(default_factory=Counter)
    owed: Counter = field(default_factory=Counter)
    overdue: Counter = field(default_factory=Counter)

    @property
    def cases(self) -> int:
        return self.stages.total()

    @property
    def not_asked(self) -> Counter:
        return Counter({duty: number for duty, number in self.owed.items() if is_not_asked(duty)})


@dataclass(frozen=True)
class TeamPicture:
    """The teams in the order of the alphabet, and all of them together."""

    teams: list[Caseload]
    everything: Caseload

    @property
    def duties(self) -> list[Duty]:
        """The duties that are owed somewhere, in the order of the vocabulary."""
        return [duty for duty in Duty if self.everything.owed[duty]]

    @property
    def not_asked(self) -> list[Duty]:
        return [duty for duty in self.duties if is_not_asked(duty)]


def caseloads_of(authority: Authority, today: date) -> dict[str, dict[str, Counter]]:
    """Each team's counts by its id, as ``TeamsRefreshed`` keeps them. The same number of queries for each 500 cases."""
    found: dict[str, dict[str, Counter]] = defaultdict(lambda: {name: Counter() for name in _COUNTS})
    cases = of_lately(Case.objects.filter(authority=authority), today).select_related("person").order_by("reference")
    for one in steps_by_case(cases):
        counts, case = found[str(one.case.team_id or "")], one.case
        if case.stage != CaseStage.CLOSED:
            counts["stages"][case.stage] += 1
            counts["ages"][open_for(case.opened_on, today)] += 1
        counts["owed"].update(step.slug for step in one.steps)
        counts["overdue"].update(step.slug for step in one.steps if step.is_overdue(today))
    return found


def team_picture(user, kept: TeamsRefreshed) -> TeamPicture:
    """The picture of this manager's teams and of what no team has yet: exact, for they may open every case. One query."""
    names = {str(team.pk): team.name for team in user.teams.all()}
    teams = [
        Caseload(names.get(team, NO_TEAM), **{name: Counter(counts[name]) for name in _COUNTS})
        for team, counts in kept.teams.items() if team in names or not team
    ]  # fmt: skip
    everything = Caseload("All")
    for one in teams:
        for name in _COUNTS:
            getattr(everything, name).update(getattr(one, name))
    return TeamPicture(sorted(teams, key=lambda one: (one.name == NO_TEAM, one.name.casefold())), everything)


STAGES = tuple(one for one in CaseStage if one != CaseStage.CLOSED)
AGES = tuple(OpenFor)
