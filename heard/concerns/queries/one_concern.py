"""What is known of one concern, and of earlier concerns about the same adult?

Each function takes a concern that was already read in scope.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, FilteredRelation, OuterRef, Q, Subquery

from heard.cases.models import Concern
from heard.cases.queries import concerns_for
from heard.concerns.models import FurtherInformation, Report, Section42Decision

_CURRENT = {
    "report_now": "reports",
    "agreement_now": "agreements",
    "answers_now": "section_42_answers",
    "decision_now": "decisions",
    "feedback_now": "feedback",
}


def in_full(concern: Concern) -> Concern:
    """The concern with its current report, agreement, answers, decision and feedback (``report_now`` and so on, or None): one query."""
    joined = {name: FilteredRelation(of, condition=Q(**{f"{of}__is_current": True})) for name, of in _CURRENT.items()}
    return Concern.objects.annotate(**joined).select_related(*_CURRENT).get(pk=concern.pk)


def report_of(concern: Concern) -> Report | None:
    """What was said when the concern was raised, as it now stands."""
    return Report.objects.filter(concern=concern, is_current=True).first()


def added_since(concern: Concern) -> list[FurtherInformation]:
    """What was added after the concern was sent, oldest first."""
    return list(FurtherInformation.objects.filter(concern=concern).order_by("recorded_at"))


@dataclass(frozen=True)
class EarlierConcern:
    """Another concern about the same adult. Out of the reader's scope it is a date and nothing more."""

    received_at: datetime
    reference: str = ""
    decision: str = ""
    state: str = ""


def other_concerns(user, concern: Concern) -> list[EarlierConcern]:
    """The other concerns about the same adult, newest first: reference and decision where the reader may open them, else the date."""
    decided = Section42Decision.objects.filter(concern_id=OuterRef("pk"), is_current=True).values("decision")[:1]
    others = Concern.objects.filter(case__person_id=concern.case.person_id, in_error_at__isnull=True).exclude(pk=concern.pk)
    mine = Exists(concerns_for(user).filter(pk=OuterRef("pk")))
    found = others.annotate(may_open=mine, decided=Subquery(decided)).order_by("-received_at")
    return [
        EarlierConcern(one.received_at, one.reference, one.decided or "", one.state) if one.may_open else EarlierConcern(one.received_at)
        for one in found
    ]
