"""What does one case need, what should make a worker wonder, and what was said not to be needed?"""

from dataclasses import dataclass, replace

from django.utils import timezone

from heard.assurance.models import ReviewedPerson
from heard.cases.models import Case, Concern, NotNeeded
from heard.casework.queries.facts import facts_of, timescales
from heard.casework.queries.not_needed import as_said, said_not_needed_in
from heard.rules.next_steps.all_steps import next_steps
from heard.rules.next_steps.curiosity import Prompt, Wonder, prompts
from heard.rules.next_steps.facts import CaseFacts
from heard.rules.next_steps.not_needed import key_of, stands, still_asked
from heard.rules.next_steps.settled import settled_by
from heard.rules.next_steps.step import Duty, NextStep

NAMES = {str(one): one.label for one in (*Duty, *Wonder)}


@dataclass(frozen=True)
class DutiesPage:
    """What is owed, soonest first; what to wonder about; what was said not to be needed, and of that what no longer counts.

    ``settled`` is each duty that is not owed, with the records that settle it or end its ground.
    """

    owed: tuple[NextStep, ...]
    prompts: tuple[Prompt, ...]
    not_needed: list[NotNeeded]
    lapsed: list[NotNeeded]
    settled: list[tuple[Duty, tuple[str, ...]]]

    def asked(self, key: str) -> NextStep | Prompt | None:
        """The duty or prompt of that key, or None where it is no longer asked for."""
        return next((one for one in (*self.owed, *self.prompts) if key_of(one) == key), None)


def duties_page(case: Case) -> DutiesPage:
    """The page of a case read in scope, with its person. The same number of queries whatever is recorded."""
    facts = _with_the_adults_history(case, facts_of([case])[case.pk])
    steps, wondered = next_steps(facts, timescales()), prompts(facts)
    rows = said_not_needed_in([case.pk])[case.pk]
    for row in rows:
        row.name = NAMES.get(row.what, row.what)
    standing = [row for row in rows if any(stands(as_said(row), one) for one in (*steps, *wondered))]
    said = [as_said(row) for row in standing]
    lapsed = [row for row in rows if row not in standing]
    return DutiesPage(still_asked(steps, said), still_asked(wondered, said), standing, lapsed, _settled(facts, steps))


def _settled(facts: CaseFacts, steps: tuple[NextStep, ...]) -> list[tuple[Duty, tuple[str, ...]]]:
    owed = {step.duty for step in steps}
    return [(duty, records) for duty in Duty if duty not in owed and (records := settled_by(duty, facts))]


def _with_the_adults_history(case: Case, facts: CaseFacts) -> CaseFacts:
    """The facts with what only the prompts ask: days of concerns in the adult's other cases, and whether a review is recorded."""
    elsewhere = Concern.objects.filter(case__person_id=case.person_id, in_error_at__isnull=True).exclude(case=case)
    days = tuple(timezone.localdate(at) for at in elsewhere.values_list("received_at", flat=True))
    has_a_review = ReviewedPerson.objects.filter(person_id=case.person_id).exists()
    return replace(facts, received_in_other_cases=days, has_a_review=has_a_review)
