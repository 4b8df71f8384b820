"""What is owed in many cases at once?

Worked out from the records alone, so that it also answers for imported ones. Nine queries for every five hundred cases.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from heard.accounts.models import Authority
from heard.cases.models import Case, Concern
from heard.casework.queries.facts import facts_of, timescales
from heard.casework.queries.rows import concerns_with_answers
from heard.rules.next_steps.all_steps import next_steps
from heard.rules.next_steps.listed import is_listed
from heard.rules.next_steps.step import NextStep

AT_ONCE = 500


@dataclass(frozen=True)
class CaseSteps:
    """One case, the references of its concerns (the sender's, or else Heard's own), and what it needs, soonest first."""

    case: Case
    concern_refs: tuple[str, ...]
    steps: tuple[NextStep, ...]


def steps_of(cases: Iterable[Case]) -> list[CaseSteps]:
    """What each case needs. The cases must have been read in scope, with their person. The same number of queries for any number."""
    cases = list(cases)
    concerns = concerns_with_answers([case.pk for case in cases])
    references = defaultdict(list)
    for one in concerns:
        references[one.case_id].append(one.ref or one.reference)
    facts, days = facts_of(cases, concerns=concerns), timescales()
    return [CaseSteps(case, tuple(references[case.pk]), next_steps(facts[case.pk], days)) for case in cases]


def cases_named(authority: Authority, reference: str) -> QuerySet[Case]:
    """The case of that reference, or those with a concern of it: the reference it was imported with, or Heard's own."""
    of_concern = Concern.objects.filter(authority=authority, in_error_at__isnull=True).filter(Q(ref=reference) | Q(reference=reference))
    return Case.objects.filter(authority=authority).filter(Q(reference=reference) | Q(pk__in=of_concern.values("case")))


def duties_in(authority: Authority, reference: str = "") -> Iterator[dict]:
    """What is owed in an authority, or in the case of one reference, by case and then soonest first; as plain values."""
    cases = cases_named(authority, reference) if reference else Case.objects.filter(authority=authority)
    all_of_them = list(cases.select_related("person").order_by("opened_on", "reference"))
    for first in range(0, len(all_of_them), AT_ONCE):
        for one in steps_of(all_of_them[first : first + AT_ONCE]):
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
