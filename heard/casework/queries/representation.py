"""Who helps each adult to be involved, and does it hold today?

Two queries whatever the number of cases; what there is one of in a case comes with its enquiries (``with_representation``).
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.utils import timezone

from heard.cases.models import Enquiry
from heard.people.models import Person
from heard.rights.models import Advocacy, AppropriatePerson, CapacityAssessment, ImcaConsideration, SubstantialDifficulty
from heard.rights.queries.advocacy import advocates_of, days_of
from heard.rights.queries.appropriate_person import local_representation, people_named
from heard.rules.appropriate_person import advocate_as_well, capacity_has_changed
from heard.rules.next_steps.facts import AdvocateFacts, RepresentationFacts, RepresentativeFacts
from heard.rules.substantial_difficulty import has_substantial_difficulty
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.rights import CapacityConclusion, ImcaPoint


@dataclass
class Helping:
    """The people named as appropriate person, and the advocates, of one case; those whose part has ended too."""

    people: list[AppropriatePerson] = field(default_factory=list)
    advocates: list[Advocacy] = field(default_factory=list)


def helping_in(cases: Iterable[UUID]) -> dict[UUID, Helping]:
    """Who helps the adult of each case. Two queries."""
    ids, found = list(cases), defaultdict(Helping)
    for one in people_named(ids):
        found[one.case_id].people.append(one)
    for one in advocates_of(ids):
        found[one.case_id].advocates.append(one)
    return found


def with_representation(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    """The enquiries with the case's current answer about difficulty, the last assessment of capacity, and when an IMCA was considered."""
    shown = Q(case=OuterRef("case_id"), in_error_at__isnull=True)
    difficulty = SubstantialDifficulty.objects.filter(shown, is_current=True)
    about_this = Q(enquiry=OuterRef("pk")) | Q(enquiry__isnull=True)
    concluded = [CapacityConclusion.HAS, CapacityConclusion.LACKS]
    assessed = CapacityAssessment.objects.filter(shown, about_this, is_current=True, is_about_enquiry=True, conclusion__in=concluded)
    last = assessed.order_by("-assessed_at", "-recorded_at")
    return enquiries.annotate(
        difficulty_areas=Subquery(difficulty.values("areas")[:1]),
        difficulty_on=Subquery(difficulty.values("considered_on")[:1]),
        adjustments_tried=Subquery(difficulty.values("adjustments_tried")[:1]),
        last_conclusion=Subquery(last.values("conclusion")[:1]),
        last_assessed_at=Subquery(last.values("assessed_at")[:1]),
        **_considered(ImcaPoint.PLANNING, shown),
        **_considered(ImcaPoint.PLAN, shown),
    )


def _considered(at: ImcaPoint, shown: Q) -> dict[str, Subquery]:
    """``imca_planning_reason`` and the like: what was decided when an IMCA was last considered at this point."""
    last = ImcaConsideration.objects.filter(shown, at=at).order_by("-considered_on", "-recorded_at")
    return {f"imca_{at}_{column}": Subquery(last.values(column)[:1]) for column in ("is_instructed", "reason", "considered_by_name")}


def representation_facts(person: Person, enquiries: list[Enquiry], helping: Helping) -> RepresentationFacts:
    """The facts of one case, its enquiries read with ``with_representation``."""
    newest = max(enquiries, key=lambda one: (one.concluded_on is None, one.started_on), default=None)
    assessed_on = timezone.localdate(newest.last_assessed_at) if newest and newest.last_assessed_at else None
    conclusion = (newest.last_conclusion or "") if newest else ""
    ended = [one.ended_on for one in [*helping.people, *helping.advocates] if one.ended_on]
    return RepresentationFacts(
        difficulty=has_substantial_difficulty((newest.difficulty_areas if newest else None) or {}).yes,
        considered_on=newest.difficulty_on if newest else None,
        needs_advocate_support=CommunicationNeed.ADVOCATE_SUPPORT in (person.communication_needs or []),
        last_conclusion=conclusion,
        last_assessed_on=assessed_on,
        people=tuple(_representative(one, conclusion, assessed_on) for one in helping.people if not one.ended_on),
        advocates=tuple(AdvocateFacts(one.kind, days_of(one)) for one in helping.advocates),
        last_ended_on=max(ended, default=None),
        imca_considered=tuple(point for point in ImcaPoint if newest and getattr(newest, f"imca_{point}_is_instructed")),
    )


def _representative(one: AppropriatePerson, conclusion: str, assessed_on: date | None) -> RepresentativeFacts:
    since_then = assessed_on is not None and assessed_on > one.started_on
    changed = capacity_has_changed(one.tests, lacks_capacity=conclusion == CapacityConclusion.LACKS) if since_then else ()
    one.to_look_at_again = (*one.now_against, *changed)
    reason = one.tests.get("advocate-as-well", {}).get("answer", "")
    return RepresentativeFacts(
        name=one.member.name, started_on=one.started_on, is_appropriate=one.said.yes,
        wants_advocate_as_well=bool(advocate_as_well(reason, local_representation())),
        against=one.to_look_at_again, against_since=assessed_on if changed else None,
    )  # fmt: skip
