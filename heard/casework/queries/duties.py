"""What is owed in many cases at once?

Worked out from the records alone, so that it also answers for imported ones. The number of queries is the same for one case and for
five hundred.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Q, QuerySet

from heard.accounts.models import Authority
from heard.cases.models import Case, Concern
from heard.cases.queries import cases_for
from heard.casework.queries.facts import facts_of, timescales
from heard.casework.queries.not_needed import as_said, said_not_needed_in
from heard.casework.queries.rows import concerns_with_answers
from heard.rules.next_steps.all_steps import next_steps
from heard.rules.next_steps.listed import is_listed
from heard.rules.next_steps.not_needed import still_asked
from heard.rules.next_steps.step import NextStep
from heard.rules.pathway import CaseStage

AT_ONCE = 500
AFTER_CLOSING = timedelta(days=100)  # what is owed after closing, feedback last of all, stays in the team's view this long


@dataclass(frozen=True)
class CaseSteps:
    """One case, the references of its concerns (the sender's, or else Heard's own), and what it needs, soonest first."""

    case: Case
    concern_refs: tuple[str, ...]
    steps: tuple[NextStep, ...]


def steps_of(cases: Iterable[Case]) -> list[CaseSteps]:
    """What each case needs, but for what somebody said is not needed. The cases must have been read in scope, with their person."""
    cases = list(cases)
    ids = [case.pk for case in cases]
    concerns, said = concerns_with_answers(ids), said_not_needed_in(ids)
    references = defaultdict(list)
    for one in concerns:
        references[one.case_id].append(one.ref or one.reference)
    facts, days = facts_of(cases, concerns=concerns), timescales()
    return [
        CaseSteps(case, tuple(references[case.pk]), still_asked(next_steps(facts[case.pk], days), map(as_said, said[case.pk])))
        for case in cases
    ]


def steps_by_case(cases: QuerySet[Case]) -> Iterator[CaseSteps]:
    """What each of very many cases needs, in their order, some at a time."""
    found = list(cases)
    for first in range(0, len(found), AT_ONCE):
        yield from steps_of(found[first : first + AT_ONCE])


def of_lately(cases: QuerySet[Case], today: date) -> QuerySet[Case]:
    """Those of the cases that are open or closed lately: in the others nothing is owed any more."""
    return cases.filter(~Q(stage=CaseStage.CLOSED) | Q(closed_on__gte=today - AFTER_CLOSING))


def duties_for(user, today: date, *, what: str = "", is_overdue: bool = False) -> list[tuple[Case, NextStep]]:
    """What is owed in this user's cases that are open or closed lately, the longest overdue first; each with person, lead and team."""
    cases = of_lately(cases_for(user), today).select_related("person", "lead", "team").order_by("reference")
    owed = [(one.case, step) for one in steps_by_case(cases) for step in one.steps]
    wanted = [
        (case, step) for case, step in owed if (not what or step.slug == what) and (not is_overdue or step.is_overdue(today))
    ]  # fmt: skip
    return sorted(wanted, key=lambda one: one[1].due)


def cases_named(authority: Authority, reference: str) -> QuerySet[Case]:
    """The case of that reference, or those with a concern of it: the reference it was imported with, or Heard's own."""
    of_concern = Concern.objects.filter(authority=authority, in_error_at__isnull=True).filter(Q(ref=reference) | Q(reference=reference))
    return Case.objects.filter(authority=authority).filter(Q(reference=reference) | Q(pk__in=of_concern.values("case")))


def duties_in(authority: Authority, reference: str = "") -> Iterator[dict]:
    """What is owed in an authority, or in the case of one reference, by case and then soonest first; as plain values."""
    cases = cases_named(authority, reference) if reference else Case.objects.filter(authority=authority)
    for one in steps_by_case(cases.select_related("person").order_by("opened_on", "reference")):
        yield from (_plain(one, step) for step in one.steps if is_listed(step.duty))


def _plain(of: CaseSteps, step: NextStep) -> dict:
    return {
        "case": of.case.reference,
        "concern_refs": list(of.concern_refs),
        "duty": str(step.duty),
        "since": step.since.isoformat(),
        "due": step.due.isoformat(),
        "law": "; ".join(str(law) for law in step.law),
        "because": list(step.because),
    }
