"""What is known of one concern, and of earlier concerns about the same adult?

Each function takes a concern that was already read in scope.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count, Exists, FilteredRelation, Max, OuterRef, Q, Subquery

from heard.accounts.models import Team, User
from heard.audit.models import Event
from heard.cases.models import Case, Concern, Enquiry
from heard.cases.queries import concerns_for
from heard.concerns.models import FurtherInformation, Link, Report, Section42Decision
from heard.rules.decision import Decision
from heard.rules.joining_a_case import may_join
from heard.rules.vocabulary.people_who_use_heard import Role

LEADS = (Role.SOCIAL_WORKER, Role.MANAGER)

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
    full = Concern.objects.annotate(**joined).select_related("enquiry", *_CURRENT).get(pk=concern.pk)
    for name in _CURRENT:
        setattr(full, name, getattr(full, name, None))  # Django sets nothing where there is no such row
    return full


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


def who_has_looked(concern: Concern) -> list[dict]:
    """Everybody who has opened a page of this concern, with how often and when last: for whoever marks it as recorded in error."""
    looked = Event.objects.filter(subject="cases.concern", subject_id=str(concern.pk), is_read=True, by__isnull=False)
    return list(looked.values("by__full_name").annotate(times=Count("pk"), last=Max("at")).order_by("by__full_name"))


def left_behind(people: list[UUID]) -> set[UUID]:
    """Those of these people from whom a link leads to somebody else: provisional, and not offered as a match."""
    standing = Link.objects.filter(from_person_id__in=people, undone_at__isnull=True)
    return set(standing.values_list("from_person_id", flat=True))


def cases_to_join(user, people: list[UUID]) -> dict[UUID, tuple[str, Decision]]:
    """For each of these people of the user's authority who has a case: the likeliest to join, and whether a concern may join it."""
    is_open = Exists(Enquiry.objects.filter(case_id=OuterRef("pk"), concluded_on__isnull=True))
    cases = Case.objects.filter(authority_id=user.authority_id, person_id__in=people).annotate(is_open=is_open).order_by("opened_on")
    found: dict[UUID, tuple[str, Decision]] = {}
    for case in cases:
        said = may_join(same_person=True, stage=case.stage, has_open_enquiry=case.is_open)
        if case.person_id not in found or said or not found[case.person_id][1]:
            found[case.person_id] = (case.reference, said)
    return found


def teams_and_leads(user) -> tuple[list[Team], list[User]]:
    """The teams of the user's authority, and the colleagues who can lead an enquiry, by name."""
    leads = User.objects.filter(authority_id=user.authority_id, is_active=True, role__in=LEADS).order_by("full_name")
    return list(Team.objects.filter(authority_id=user.authority_id).order_by("name")), list(leads)


def link_of(concern: Concern) -> Link | None:
    """The link of a concern to a person already known that has not been undone, or None, with the person it left behind."""
    return Link.objects.filter(concern=concern, undone_at__isnull=True).select_related("from_person", "to_person").first()
