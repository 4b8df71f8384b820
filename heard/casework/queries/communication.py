"""What was asked of the adults of these cases: what they need, whether it was met, and how much they want to be involved?"""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import F, QuerySet, Value

from heard.cases.models import Case
from heard.people.models import CommunicationCheck, CommunicationNeeds
from heard.rules.vocabulary.communication import NeedsStep
from heard.voice.models import Involvement

_NEEDS, _REVIEW, _INVOLVED = "needs", "review", "involved"


def asked_in(cases: Iterable[Case]) -> dict[UUID, dict]:
    """For each case by id, the facts of ``CaseFacts`` about what was asked of the adult, those that are recorded. One query."""
    cases = list(cases)
    people = {case.person_id for case in cases}
    needs = CommunicationNeeds.objects.filter(person__in=people, is_current=True)
    reviews = CommunicationCheck.objects.filter(person__in=people, step=NeedsStep.REVIEW, in_error_at__isnull=True)
    involved = Involvement.objects.filter(case__in=[case.pk for case in cases], is_current=True)
    rows = _rows(needs, _NEEDS, of="person_id", on="asked_on", said=Value("")).union(
        _rows(reviews, _REVIEW, of="person_id", on="on", said=F("was_met")),
        _rows(involved, _INVOLVED, of="case_id", on="said_on", said=F("how_much")), all=True,
    )  # fmt: skip
    found: dict[UUID, dict] = {}
    for kind, of, day, said in sorted(rows, key=lambda row: row[2]):
        found.setdefault(of, {}).update(_fact(kind, day, said))
    return {case.pk: found.get(case.person_id, {}) | found.get(case.pk, {}) for case in cases}


def _rows(found: QuerySet, kind: str, *, of: str, on: str, said) -> QuerySet:
    return found.order_by().annotate(kind=Value(kind), of=F(of), day=F(on), said=said).values_list("kind", "of", "day", "said")


def _fact(kind: str, day: date, said: str) -> dict:
    if kind == _NEEDS:
        return {"needs_asked_on": day}
    if kind == _INVOLVED:
        return {"involvement": said}
    return {"needs_reviewed_on": day, "needs_were_met": said}
