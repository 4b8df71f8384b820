"""What of the return is still to be asked, in which team, and in which cases?

All read within ``flat_relations``; the same blanks that the counting rules count as "not recorded".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet
from django.db.models.expressions import RawSQL

from heard.accounts.models import Authority
from heard.cases.models import Concern, Enquiry
from heard.cases.queries import concerns_for, enquiries_for
from heard.returns.tables import ANSWER, NOT_KNOWN, people, quoted
from heard.rules.still_to_ask import Among, StillToAsk, asked_among, is_looked_at
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import FINDINGS_WITH_OUTCOME
from heard.rules.vocabulary.voice import Asked

_IDENTIFIED = ", ".join(quoted(one) for one in FINDINGS_WITH_OUTCOME)
_RISKS = "SELECT 1 FROM flat_risk r WHERE r.enquiry_id = mine.id"
BLANK: dict[StillToAsk, str] = {
    StillToAsk.ASKED: "answer = ''",
    StillToAsk.RATING: f"answer = {quoted(Asked.YES_EXPRESSED)} AND (standing = 0 OR unrated > 0)",
    StillToAsk.CAPACITY: "had_capacity = ''",
    StillToAsk.SUPPORT: f"had_capacity = {quoted(Answer.NO)} AND NOT EXISTS (SELECT 1 FROM rights_supportinenquiry s "  # noqa: S608
    "WHERE s.enquiry_id = mine.id AND s.is_current)",
    StillToAsk.RISK: f"NOT EXISTS ({_RISKS})",
    StillToAsk.FINDING: f"EXISTS ({_RISKS} AND r.finding = '')",
    StillToAsk.OUTCOME: f"EXISTS ({_RISKS} AND r.finding IN ({_IDENTIFIED}) AND r.outcome = '')",
    StillToAsk.REASON: "support_reason = ''",
    StillToAsk.BIRTH_DATE: f"band = {quoted(NOT_KNOWN)}",
    StillToAsk.GENDER: "gender = ''",
    StillToAsk.ETHNICITY: "ethnicity = ''",
    StillToAsk.CONDITIONS: "NOT EXISTS (SELECT 1 FROM flat_condition h WHERE h.person_id = mine.person_id)",
}


@dataclass(frozen=True)
class TeamRow:
    """One team (None for cases that no team has) and how many records lack each thing."""

    team_id: UUID | None
    name: str
    counts: dict[StillToAsk, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())


def lacking(item: StillToAsk, among: Among, year: int) -> str:
    """The query that gives the ids of the enquiries (or, among those received, the concerns) that lack something."""
    if among == Among.RECEIVED:
        mine = f"""SELECT c.*, people.gender AS gender, people.ethnicity AS ethnicity, people.band AS band FROM flat_concern c
            JOIN people ON people.id = c.person_id WHERE c.in_area = 1 AND (c.year_in = {int(year)}
            OR c.id IN (SELECT concern_id FROM flat_enquiry WHERE year_started = {int(year)}))"""  # noqa: S608
    else:
        state = f"= {int(year)}" if among == Among.CONCLUDED else f"IS NULL AND e.year_started <= {int(year)}"
        mine = f"""SELECT e.*, {ANSWER} AS answer FROM flat_enquiry e JOIN people ON people.id = e.person_id
            WHERE e.in_area = 1 AND e.year_concluded {state}"""  # noqa: S608
    return f"WITH {people(int(year))}, mine AS ({mine}) SELECT id FROM mine WHERE {BLANK[item]}"  # noqa: S608


def _everybodys(authority: Authority, among: Among) -> QuerySet:
    return (Concern if among == Among.RECEIVED else Enquiry).objects.filter(authority=authority)


def _in_scope(user, among: Among) -> QuerySet:
    return concerns_for(user) if among == Among.RECEIVED else enquiries_for(user)


def _lacking(records: QuerySet, item: StillToAsk, among: Among, year: int, team: UUID | None | str = "") -> QuerySet:
    found = records.filter(pk__in=RawSQL(lacking(item, among, year), []))  # noqa: S611 - whole numbers and codes of our own
    return found if team == "" else found.filter(case__team_id=team)


def teams_to_ask(authority: Authority, year: int, *, year_now: int, of=None) -> Iterator[tuple[Among, list[TeamRow]]]:
    """For each kind of record that is looked at, its teams by name, with how many lack what: in the whole authority, or in the scope of the
    user ``of``. As many queries whatever there is."""
    for among in Among:
        if is_looked_at(among, year=year, year_now=year_now):
            yield among, list(_rows(_in_scope(of, among) if of else _everybodys(authority, among), among, year))


def _rows(records: QuerySet, among: Among, year: int) -> Iterator[TeamRow]:
    found: dict[tuple, dict[StillToAsk, int]] = {}
    items = asked_among(among)
    for item in items:
        lack = _lacking(records, item, among, year).order_by()
        for team, name, number in lack.values_list("case__team_id", "case__team__name").annotate(number=Count("pk")):
            found.setdefault((name or "", team), {})[item] = number
    for (name, team), counts in sorted(found.items(), key=lambda one: one[0][0]):
        yield TeamRow(team, name, {item: counts.get(item, 0) for item in items})


def cases_to_ask(user, item: StillToAsk, among: Among, year: int, team: UUID | None | str = "") -> QuerySet:
    """The records in this user's scope that lack something, the longest waiting first; of one team, or of all where it is blank."""
    found = _lacking(_in_scope(user, among), item, among, year, team)
    if among == Among.RECEIVED:
        return found.select_related("case__person", "case__team").order_by("received_at", "reference")
    found = found.select_related("case__person", "case__team", "concern").prefetch_related("case__enquiries")
    return found.order_by("started_on", "case__reference", "pk")


def number_to_ask(authority: Authority, item: StillToAsk, among: Among, year: int, team: UUID | None | str = "") -> int:
    """How many records of the whole authority lack something, whoever may open them."""
    return _lacking(_everybodys(authority, among), item, among, year, team).count()
