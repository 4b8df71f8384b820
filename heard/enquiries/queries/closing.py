"""How far is an enquiry on its way to being closed?

Everything starts from a case that was already read in the reader's scope. The number of queries never grows with the records.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from heard.cases.models import Case, Concern, Enquiry, Task
from heard.concerns.models import ReferrerFeedback, Report
from heard.enquiries.models import Closing, PlanAction, Risk, RiskFinding, RiskView
from heard.rights.models import CapacityForEnquiry, SupportInEnquiry
from heard.rules.ceasing_at_adults_request import is_ceasing
from heard.rules.closing import ClosingFacts
from heard.rules.judging import adults_rating, differs
from heard.rules.risk_remained import asks_four_questions, has_outcome, may_leave_high_risk
from heard.rules.telling_the_referrer import must_be_told
from heard.rules.vocabulary.concern import ConcernState, TellReferrer
from heard.rules.vocabulary.enquiry import ChecklistAnswer, ChecklistItem, ClosingView, Finding, ReasonForClosing, RiskLevel
from heard.rules.vocabulary.experience import Who
from heard.rules.vocabulary.voice import Asked, ExpressedBy, Judge, Rating
from heard.voice.models import AskedWhatTheyWant, Conversation, Experience, Wish
from heard.voice.queries import wishes_for


@dataclass(frozen=True)
class ToClose:
    """An enquiry with all that closing looks at: its wishes (with their judgements), risks (with findings), closing and facts."""

    enquiry: Enquiry
    wishes: list[Wish]
    risks: list[Risk]
    closing: Closing
    facts: ClosingFacts
    is_ceasing: bool


def closing_of(enquiry: Enquiry) -> Closing:
    """The closing under way, or the one it was closed with; an empty, unsaved one before anybody began or since it was reopened."""
    found = enquiry.closings.filter(is_current=True, reopened_at__isnull=True).select_related("manager", "closed_by").first()
    return found or Closing(enquiry=enquiry)


def _current(model, **of) -> QuerySet:
    return model.objects.filter(is_current=True, **of)


def _with_answers(enquiries: QuerySet[Enquiry]) -> QuerySet[Enquiry]:
    """The enquiries with what is known of each from other tables, so that one query tells it all."""
    asked = _current(AskedWhatTheyWant, enquiry=OuterRef("pk"))
    told = _current(ReferrerFeedback, concern=OuterRef("concern_id"))
    report = _current(Report, concern=OuterRef("concern_id"))
    talked = _current(Conversation, asked_what_they_want="yes", in_error_at__isnull=True)
    undone = PlanAction.objects.filter(enquiry=OuterRef("pk"), done_on__isnull=True, in_error_at__isnull=True).order_by()
    return enquiries.annotate(
        asked_answer=Subquery(asked.values("answer")[:1]),
        asked_because=Subquery(asked.values("because")[:1]),
        has_been_asked=Exists(talked.filter(Q(enquiry=OuterRef("pk")) | Q(concern=OuterRef("concern_id")))),
        capacity=Subquery(_current(CapacityForEnquiry, enquiry=OuterRef("pk")).values("had_capacity")[:1]),
        support=Subquery(_current(SupportInEnquiry, enquiry=OuterRef("pk")).values("supported_by")[:1]),
        told=Subquery(told.values("told")[:1]),
        told_on=Subquery(told.values("told_on")[:1]),
        told_more=Subquery(told.values("more_than_the_list")[:1]),
        not_told_because=Subquery(told.values("not_told_because")[:1]),
        raised_by=Subquery(report.values("raised_by")[:1]),
        raised_by_contact=Subquery(report.values("raised_by_contact")[:1]),
        feedback_how=Subquery(report.values("feedback_how")[:1]),
        wants_feedback=Subquery(report.values("wants_feedback")[:1]),
        asked_how_it_was=Exists(_current(Experience, enquiry=OuterRef("pk"), who=Who.ADULT, in_error_at__isnull=True)),
        undone=Subquery(undone.values("enquiry").annotate(number=Count("pk")).values("number")),
    )


def risks_with_findings(enquiry: Enquiry) -> QuerySet[Risk]:
    """The risks of an enquiry but for those in error, each with its current ``finding``, ``outcome`` and reasons. One query.

    Also ``professionals_level``, and ``has_action`` where the plan does something about it.
    """
    found = _current(RiskFinding, risk=OuterRef("pk"))
    names = ("finding", "outcome", "adults_reason", "no_reason_because", "before_remaining")
    seen = _current(RiskView, risk=OuterRef("pk"), whose=RiskView.Whose.PROFESSIONAL)
    acted_on = PlanAction.objects.filter(risk=OuterRef("pk"), in_error_at__isnull=True)
    risks = enquiry.risks.filter(in_error_at__isnull=True).order_by("recorded_at", "pk")
    with_view = risks.annotate(professionals_level=Subquery(seen.values("level")[:1]), has_action=Exists(acted_on))
    return with_view.annotate(**{name: Subquery(found.values(name)[:1]) for name in names})


def risk_with_finding(enquiry: Enquiry, risk_id: UUID) -> Risk | None:
    """One risk of an enquiry, as ``risks_with_findings`` gives it, or None."""
    risk = risks_with_findings(enquiry).filter(pk=risk_id).first()
    if risk is not None:
        risk.enquiry = enquiry
    return risk


def _is_referrer_settled(enquiry: Enquiry) -> bool:
    """Whether they know that it ended: told so (or told before Heard kept what), not told for a reason, or nobody waits to hear."""
    if enquiry.not_told_because or enquiry.told_more or TellReferrer.ENDED in (enquiry.told or ()):
        return True
    if enquiry.told_on and not enquiry.told:
        return True
    contact = enquiry.raised_by_contact or enquiry.feedback_how or ""
    return not must_be_told(raised_by=enquiry.raised_by or "", contact=contact, wants_feedback=enquiry.wants_feedback or "")


def ratings_of(wish: Wish) -> dict[Judge, Rating]:
    """Each judge's current rating of a wish that ``wishes_for`` gave."""
    return {judge: Rating(one.rating) for judge, one in wish.judged.items()}


def adults_rating_for(wish: Wish) -> Rating | None:
    """The rating of a wish that stands as the adult's: by whoever expressed it."""
    return adults_rating(expressed_by=ExpressedBy(wish.expressed_by), ratings=ratings_of(wish))


def _differ_unexplained(wish: Wish) -> bool:
    theirs = wish.judged.get(Judge.PROFESSIONAL)
    apart = differs(adults=adults_rating_for(wish), professionals=ratings_of(wish).get(Judge.PROFESSIONAL))
    return apart and not theirs.difference_reason.strip()


def is_left_unasked(risk: Risk) -> bool:
    """Whether a risk that ``risks_with_findings`` gave remained, is high to the professional, and the four questions are not answered."""
    asked = asks_four_questions(outcome=risk.outcome or None, professionals_level=risk.professionals_level)
    return asked and not may_leave_high_risk(answers=risk.before_remaining or {})


def _facts(enquiry: Enquiry, wishes: list[Wish], risks: list[Risk], closing: Closing, *, has_wishes: bool) -> ClosingFacts:
    return ClosingFacts(
        asked=Asked(enquiry.asked_answer) if enquiry.asked_answer else None,
        asked_because=enquiry.asked_because or "",
        has_trace_of_asking=has_wishes or enquiry.has_been_asked,
        view=ClosingView(closing.view) if closing.view else None,
        not_asked_because=closing.not_asked_because,
        reason=ReasonForClosing(closing.reason) if closing.reason else None,
        wishes=len(wishes),
        wishes_unjudged_by_adult=sum(adults_rating_for(wish) is None for wish in wishes),
        wishes_unjudged_by_professional=sum(Judge.PROFESSIONAL not in wish.judged for wish in wishes),
        wishes_differing_unexplained=sum(_differ_unexplained(wish) for wish in wishes),
        risks=len(risks),
        risks_without_finding=sum(not risk.finding for risk in risks),
        risks_without_outcome=sum(has_outcome(risk.finding) and not risk.outcome for risk in risks),
        high_risks_without_action=sum(risk.professionals_level == RiskLevel.HIGH and not risk.has_action for risk in risks),
        high_risks_left_unasked=sum(is_left_unasked(risk) for risk in risks),
        actions_not_done=enquiry.undone or 0,
        is_capacity_answered=bool(enquiry.capacity),
        is_support_answered=bool(enquiry.support),
        is_referrer_settled=_is_referrer_settled(enquiry),
        checklist={
            ChecklistItem(item): ChecklistAnswer(said["answer"]) for item, said in closing.checklist.items() if said.get("answer")
        },
    )


def enquiry_with_answers(case: Case) -> Enquiry | None:
    """The enquiry of a case that is open, or else the newest, with its answers; None where there is none. One query."""
    every = _with_answers(case.enquiries.select_related("lead", "concern"))
    found = sorted(every, key=lambda one: (one.concluded_on is None, one.started_on, one.recorded_at))
    return found[-1] if found else None


def to_close(enquiry: Enquiry) -> ToClose:
    """All that closing looks at, of an enquiry that ``enquiry_with_answers`` gave. Five queries."""
    every = wishes_for(enquiry)
    standing = [wish for wish in every if wish.is_standing]
    risks, closing = list(risks_with_findings(enquiry)), closing_of(enquiry)
    findings = tuple(Finding(risk.finding) for risk in risks if risk.finding)
    return ToClose(
        enquiry=enquiry,
        wishes=standing,
        risks=risks,
        closing=closing,
        facts=_facts(enquiry, standing, risks, closing, has_wishes=bool(every)),
        is_ceasing=is_ceasing(reason=ReasonForClosing(closing.reason) if closing.reason else None, findings=findings),
    )


def to_close_now(enquiry: Enquiry) -> ToClose:
    """The same, read again from the database, for an action that has just locked the enquiry."""
    fresh = _with_answers(Enquiry.objects.filter(pk=enquiry.pk)).select_related("case", "concern").get()
    return to_close(fresh)


def open_tasks_of(case: Case) -> list[Task]:
    """What is still to be done in a case, soonest first."""
    return list(case.tasks.filter(done_at__isnull=True).order_by("due_on", "recorded_at"))


def goes_on_without(enquiry: Enquiry) -> bool:
    """Whether the case goes on when this enquiry ends: another enquiry is open in it, or a concern waits for a decision."""
    others = Enquiry.objects.filter(case_id=enquiry.case_id, concluded_on__isnull=True).exclude(pk=enquiry.pk)
    waiting = Concern.objects.filter(case_id=enquiry.case_id, state=ConcernState.WAITING, in_error_at__isnull=True)
    return others.exists() or waiting.exists()


def closings_of(enquiry: Enquiry) -> Iterable[Closing]:
    """Each time it was closed and reopened, newest first."""
    found = enquiry.closings.filter(Q(reopened_at__isnull=False) | Q(closed_by__isnull=False, is_current=True))
    return found.select_related("closed_by", "reopened_by").order_by("-recorded_at")
