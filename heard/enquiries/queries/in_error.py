"""Which record is (or was) on the wrong file, who has seen it, and what hangs from it?"""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.db.models import Count, Max, Min, Model, Q, QuerySet, Value
from django.http import Http404

from heard.audit.models import Event
from heard.cases.models import Case, Concern
from heard.concerns.models import Report
from heard.enquiries.models import PlanAction, Risk
from heard.govuk.words import day
from heard.people.models import NetworkMember
from heard.rights.models import (
    ActingWithoutAgreement,
    Advocacy,
    AppropriatePerson,
    BestInterestsDecision,
    CapacityAssessment,
    ImcaConsideration,
    LegalAuthority,
    Sharing,
    SubstantialDifficulty,
)
from heard.rules.labelled import label_of
from heard.rules.recorded_in_error import Kind
from heard.rules.vocabulary.enquiry import RiskLocation, RiskSource, RiskType
from heard.rules.vocabulary.experience import Who
from heard.rules.vocabulary.picture_cards import DECKS
from heard.rules.vocabulary.voice import Judge, Rating
from heard.voice.models import Conversation, Experience, Judgement, LaterJudgement, PictureTalk, Wish


class Marked(NamedTuple):
    """That a record is marked as recorded in error: by whom, when and why."""

    kind: Kind
    pk: UUID
    recorded_at: datetime
    at: datetime
    by_name: str
    because: str


OF_CASE: dict[Kind, Callable[[Case], QuerySet]] = {
    Kind.CONVERSATION: lambda case: Conversation.objects.filter(case=case),
    Kind.PICTURE_TALK: lambda case: PictureTalk.objects.filter(case=case),
    Kind.WISH: lambda case: Wish.objects.filter(case=case),
    Kind.JUDGEMENT: lambda case: Judgement.objects.filter(wish__case=case).select_related("wish"),
    Kind.LATER_JUDGEMENT: lambda case: LaterJudgement.objects.filter(wish__case=case).select_related("wish"),
    Kind.EXPERIENCE: lambda case: Experience.objects.filter(enquiry__case=case),
    Kind.RISK: lambda case: Risk.objects.filter(enquiry__case=case),
    Kind.PLAN_ACTION: lambda case: PlanAction.objects.filter(enquiry__case=case),
    Kind.CONCERN: lambda case: Concern.objects.filter(case=case),
    Kind.NETWORK_MEMBER: lambda case: NetworkMember.objects.filter(person_id=case.person_id),
    Kind.CAPACITY: lambda case: CapacityAssessment.objects.filter(case=case),
    Kind.BEST_INTERESTS: lambda case: BestInterestsDecision.objects.filter(case=case),
    Kind.LEGAL_AUTHORITY: lambda case: LegalAuthority.objects.filter(person_id=case.person_id).select_related("holder"),
    Kind.OVERRIDE: lambda case: ActingWithoutAgreement.objects.filter(case=case),
    Kind.SHARING: lambda case: Sharing.objects.filter(case=case),
    Kind.DIFFICULTY: lambda case: SubstantialDifficulty.objects.filter(case=case),
    Kind.REPRESENTATIVE: lambda case: AppropriatePerson.objects.filter(case=case).select_related("member"),
    Kind.ADVOCACY: lambda case: Advocacy.objects.filter(case=case),
    Kind.IMCA: lambda case: ImcaConsideration.objects.filter(case=case),
}


def record_of(case: Case, kind: Kind, pk: UUID) -> Model:
    """One record of a case that was read in scope, in error or not. Raises Http404 where the case has no such record."""
    found = OF_CASE[kind](case).filter(pk=pk).select_related("in_error_by").first()
    if found is None:
        raise Http404("No such record in this case")
    return found


def in_words(kind: Kind, record: Model) -> str:
    """What the record says, so that the right one is marked. At most one query."""
    if kind == Kind.CONVERSATION:
        return record.words or record.not_heard_words or record.interpretation
    if kind == Kind.PICTURE_TALK:
        return f"{DECKS[record.deck].label}, {day(record.begun_at)}"
    if kind in (Kind.JUDGEMENT, Kind.LATER_JUDGEMENT):
        return f"{label_of(Judge, record.judge)}: {label_of(Rating, record.rating).lower()}. {record.words}".strip()
    if kind == Kind.EXPERIENCE:
        return f"{record.who_name or label_of(Who, record.who)}, {day(record.asked_on)}. {record.words}".strip()
    if kind == Kind.RISK:
        parts = (label_of(RiskType, record.type), label_of(RiskSource, record.source), label_of(RiskLocation, record.location))
        return f"{', '.join(parts)}. {record.words}".strip()
    if kind == Kind.PLAN_ACTION:
        return record.what
    if kind == Kind.CONCERN:
        return Report.objects.filter(concern=record, is_current=True).values_list("description", flat=True).first() or ""
    if kind == Kind.NETWORK_MEMBER:
        return f"{record.name}, {record.relationship}" if record.relationship else record.name
    return _rights_in_words(kind, record) or _representation_in_words(kind, record) or record.words


def _rights_in_words(kind: Kind, record: Model) -> str:
    if kind == Kind.CAPACITY:
        return f"{record.decision}, assessed {day(record.assessed_at)}"
    if kind == Kind.BEST_INTERESTS:
        return f"{record.decided}, decided {day(record.decided_on)}"
    if kind == Kind.LEGAL_AUTHORITY:
        return ": ".join(filter(None, (record.get_kind_display(), record.holder.name if record.holder else "")))
    if kind == Kind.OVERRIDE:
        return f"{record.get_ground_display()}, decided {day(record.decided_on)}"
    if kind == Kind.SHARING:
        return f"{record.with_whom}, {day(record.shared_on)}: {record.what}"
    return ""


def _representation_in_words(kind: Kind, record: Model) -> str:
    if kind == Kind.DIFFICULTY:
        return f"Considered {day(record.considered_on)}. {record.adjustments_tried}".strip()
    if kind == Kind.REPRESENTATIVE:
        return f"{record.member.name}, from {day(record.started_on)}"
    if kind == Kind.ADVOCACY:
        return f"{record.get_kind_display()}, asked for {day(record.referred_on)}"
    if kind == Kind.IMCA:
        return f"{record.get_at_display()}, {day(record.considered_on)}: {record.reason}"
    return ""


def who_has_seen(case: Case, since: datetime) -> list[dict]:
    """Who has opened the case since a record was made in it: name, role, how often, first and last, from the audit. One query."""
    looked = Event.objects.filter(case_id=case.pk, is_read=True, at__gte=since, by__isnull=False).order_by()
    people = looked.values("by_id", "by__full_name", "by__role")
    return list(people.annotate(times=Count("pk"), first=Min("at"), last=Max("at")).order_by("first", "by_id"))


def in_error_of(case: Case) -> list[Marked]:
    """Every record of the case that is marked as recorded in error, newest mark first; not what they say. One query for all kinds."""
    columns = ("pk", "recorded_at", "in_error_at", "in_error_by__full_name", "in_error_because")
    parts = [
        of_case(case).filter(in_error_at__isnull=False).select_related(None).order_by().values_list(Value(str(kind)), *columns)
        for kind, of_case in OF_CASE.items()
    ]
    found = [Marked(Kind(kind), *rest) for kind, *rest in parts[0].union(*parts[1:], all=True)]
    return sorted(found, key=lambda one: one.at, reverse=True)


def is_older_version(record: Model) -> bool:
    """Whether a newer version of this record stands in its place."""
    return getattr(record, "is_current", True) is False


def is_there_another(kind: Kind, record: Model) -> bool:
    """Whether the same risk, or a decision to act without agreement in the same concern, has been recorded again since this was marked."""
    if kind == Kind.RISK:
        same = Q(enquiry_id=record.enquiry_id, type=record.type, source=record.source, location=record.location)
        return Risk.objects.filter(same, in_error_at__isnull=True).exclude(pk=record.pk).exists()
    if kind == Kind.OVERRIDE:
        same = ActingWithoutAgreement.objects.filter(concern_id=record.concern_id, is_current=True, in_error_at__isnull=True)
        return same.exclude(pk=record.pk).exists()
    if kind in (Kind.DIFFICULTY, Kind.REPRESENTATIVE):
        about = {"member_id": record.member_id} if kind == Kind.REPRESENTATIVE else {}
        now = type(record).objects.filter(case_id=record.case_id, is_current=True, in_error_at__isnull=True, **about)
        return now.exclude(pk=record.pk).exists()
    return False


def what_hangs_from(kind: Kind, record: Model) -> list[str]:
    """What else was recorded from this record, and stays: each in words, so that it can be marked too. At most two queries."""
    counts: dict[str, int] = {}
    if kind == Kind.CONVERSATION:
        counts = {"wish said in it": record.wishes.filter(in_error_at__isnull=True, is_current=True).count()}
    elif kind in (Kind.WISH, Kind.RISK):
        counts = {"action in the plan": record.actions.filter(in_error_at__isnull=True).count()}
    elif kind == Kind.CONCERN:
        counts = {
            "conversation about it": record.conversations.filter(in_error_at__isnull=True, is_current=True).count(),
            "wish said about it": record.wishes.filter(in_error_at__isnull=True, is_current=True).count(),
        }
    elif kind == Kind.NETWORK_MEMBER:
        counts = {"risk that names them": record.risks.filter(in_error_at__isnull=True).count()}
    elif kind == Kind.CAPACITY:
        counts = {"decision in their best interests": record.best_interests_decisions.filter(in_error_at__isnull=True).count()}
    return [f"{number} × {words}" for words, number in counts.items() if number]
