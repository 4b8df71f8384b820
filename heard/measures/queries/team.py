"""What is a manager's teams' caseload, what is owed in it, and what has not been asked? Counts of cases they may open."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from heard.cases.models import Case
from heard.cases.queries import cases_for
from heard.casework.queries.duties import duties_for
from heard.rules.caseload import OpenFor, is_not_asked, open_for
from heard.rules.next_steps.step import Duty
from heard.rules.pathway import CaseStage

NO_TEAM = "No team yet"


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


def team_picture(user, today: date) -> TeamPicture:
    """The picture of the cases in this user's scope: exact, for they may open every one. The same number of queries for each 500 cases."""
    teams: dict[str, Caseload] = {}
    everything = Caseload("All")
    for case in cases_for(user).exclude(stage=CaseStage.CLOSED).select_related("team"):
        for one in (_of(teams, case), everything):
            one.stages[case.stage] += 1
            one.ages[open_for(case.opened_on, today)] += 1
    for case, step in duties_for(user, today):
        for one in (_of(teams, case), everything):
            one.owed[step.duty] += 1
            one.overdue[step.duty] += step.is_overdue(today)
    return TeamPicture([teams[name] for name in sorted(teams, key=lambda name: (name == NO_TEAM, name.casefold()))], everything)


def _of(teams: dict[str, Caseload], case: Case) -> Caseload:
    name = case.team.name if case.team else NO_TEAM
    return teams.setdefault(name, Caseload(name))


STAGES = tuple(one for one in CaseStage if one != CaseStage.CLOSED)
AGES = tuple(OpenFor)
