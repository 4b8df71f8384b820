"""Which facts do the rules of "what this case needs next" rest on?

Gathered for one case or for hundreds in the same number of queries: eleven.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from heard.accounts.records import Version
from heard.cases.models import Case, Concern, Enquiry
from heard.casework.queries.agreement import override_facts
from heard.casework.queries.assessments import assessments_in
from heard.casework.queries.communication import asked_in
from heard.casework.queries.judged import JudgedWish, judged_wishes
from heard.casework.queries.representation import Helping, helping_in, representation_facts
from heard.casework.queries.rows import concerns_with_answers, enquiries_with_answers
from heard.casework.queries.sources_of_risk import may_pose_risk_to
from heard.rules.next_steps.facts import AssessmentFacts, CaseFacts, ConcernFacts, EnquiryFacts
from heard.rules.next_steps.step import Timescales
from heard.rules.pathway import CaseStage
from heard.rules.seen_alone import MayPoseRisk
from heard.rules.vocabulary.concern import Channel, ConcernState, RaisedBy
from heard.voice.facts import ASKED_OF, talk_facts
from heard.voice.models import Conversation


def timescales() -> Timescales:
    """The days a council gives for each thing: the defaults, but for those named in ``HEARD_TIMESCALES``."""
    return Timescales(**getattr(settings, "HEARD_TIMESCALES", {}))


def facts_of(
    cases: Iterable[Case],
    *,
    concerns: list[Concern] | None = None,
    enquiries: list[Enquiry] | None = None,
    helping: dict[UUID, Helping] | None = None,
    wishes: list[JudgedWish] | None = None,
    talks: list[Conversation] | None = None,
    assessments: dict[UUID, tuple[AssessmentFacts, ...]] | None = None,
    risky: dict[UUID, tuple[MayPoseRisk, ...]] | None = None,
) -> dict[UUID, CaseFacts]:
    """The facts of each case by its id. The cases must have been read in scope, with their person. Eleven queries, whatever their number.

    Hand in what the page has read already: the concerns and enquiries "with answers", who helps, the wishes and the conversations shown.
    """
    cases = list(cases)
    ids = [case.pk for case in cases]
    concerns = concerns_with_answers(ids) if concerns is None else concerns
    enquiries = enquiries_with_answers(ids) if enquiries is None else enquiries
    wishes = judged_wishes(ids) if wishes is None else wishes
    talks = _conversations(ids) if talks is None else talks
    by_case = {name: _by_case(rows) for name, rows in (("c", concerns), ("e", enquiries), ("w", wishes), ("t", talks))}
    helping = helping_in(ids) if helping is None else helping
    assessed = assessments_in(ids) if assessments is None else assessments
    risky = may_pose_risk_to({case.person_id for case in cases}) if risky is None else risky
    asked = asked_in(cases)
    found = {}
    for case in cases:
        rows = {name: rows[case.pk] for name, rows in by_case.items()}
        representation = representation_facts(case.person, rows["e"], helping.get(case.pk, Helping()))
        more = {
            **asked[case.pk],
            "representation": representation,
            "may_pose_risk": risky.get(case.person_id, ()),
            "assessments": assessed.get(case.pk, ()),
        }
        found[case.pk] = replace(_facts(case, **rows), **more)
    return found


def _by_case(rows: Iterable) -> dict[UUID, list]:
    grouped = defaultdict(list)
    for row in rows:
        grouped[row.case_id].append(row)
    return grouped


def _facts(case: Case, c: list[Concern], e: list[Enquiry], w: list[JudgedWish], t: list[Conversation]) -> CaseFacts:
    return CaseFacts(
        reference=case.reference,
        is_closed=case.stage == CaseStage.CLOSED,
        died_on=case.person.death_date,
        has_a_wish=bool(w),
        communication_needs=tuple(case.person.communication_needs or ()),
        concerns=tuple(_concern(one) for one in c),
        enquiries=tuple(_enquiry(one, [wish for wish in w if wish.enquiry_id == one.pk]) for one in e),
        conversations=tuple(talk_facts(one) for one in t),
    )


def _given_at(answer: Version | None) -> datetime | None:
    """When somebody gave an answer in Heard. An answer that was brought in has no such moment: the day of an import is nobody's answer."""
    return answer.recorded_at if answer and answer.recorded_by_id else None


def _day_of(moment: datetime | None) -> date | None:
    return timezone.localdate(moment) if moment else None


def _concern(one: Concern) -> ConcernFacts:
    report, agreement, decision, feedback = one.report, one.agreement, one.decision, one.feedback_given
    override = one.override
    decided_at = decision.decided_at or _given_at(decision) or one.received_at if decision else None
    said = report.what_the_adult_wants if report and report.raised_by == RaisedBy.ADULT else ""
    return ConcernFacts(
        reference=one.reference,
        received_on=timezone.localdate(one.received_at),
        is_waiting=one.state == ConcernState.WAITING,
        decided_on=_day_of(decided_at) if one.state != ConcernState.WAITING else None,
        follow_up_on=one.answers.follow_up_on if one.answers else None,
        agreement=agreement.answer if agreement else "",
        adult_knows=agreement.adult_knows if agreement else "",
        ground=override.ground if override else (agreement.ground if agreement else ""),
        override=override_facts(override),
        raised_by=report.raised_by if report else "",
        raised_by_contact=report.raised_by_contact if report else "",
        wants_feedback="no" if _cannot_be_told(one) else report.wants_feedback if report else "",
        referrer_settled=bool(feedback and (feedback.told_on or feedback.not_told_because)),
        adult_said_what_they_want=bool(said.strip()),
    )


def _cannot_be_told(one: Concern) -> bool:
    """What an adult who raised it themselves heard before it was brought in is not known: where the file gives no way to reach them, nobody
    is sent after it years later."""
    is_adults = one.channel == Channel.IMPORTED and one.report and one.report.raised_by == RaisedBy.ADULT
    return bool(is_adults and not one.report.raised_by_contact.strip())


def _enquiry(one: Enquiry, wishes: list[JudgedWish]) -> EnquiryFacts:
    standing = [wish for wish in wishes if wish.is_standing]
    plan = one.plan
    return EnquiryFacts(
        concern_reference=one.concern.reference,
        started_on=one.started_on,
        concluded_on=one.concluded_on,
        has_a_wish=bool(wishes),
        asked=one.asked_answer.answer if one.asked_answer else "",
        capacity_answered=one.capacity is not None,
        capacity_answered_on=_day_of(_given_at(one.capacity)),
        support_answered=one.support is not None,
        kind=one.kind,
        had_capacity=one.capacity.had_capacity if one.capacity else "",
        supported_by=tuple(one.support.supported_by) if one.support else (),
        wishes_standing=len(standing),
        wishes_the_adult_has_not_judged=sum(wish.adults_rating is None for wish in standing),
        wishes_to_judge_again=sum(wish.is_to_be_asked_again(one.concluded_on) for wish in standing),
        judged_again_on=_judged_again_on(one.concluded_on, standing),
        judging_began_on=min((wish.judged_on for wish in standing if wish.judged_on), default=None),
        has_a_plan=plan is not None,
        plan_made_on=timezone.localdate(plan.recorded_at) if plan else None,
        plan_review_on=plan.review_on if plan else None,
        plan_reviewed_on=plan.reviewed_on if plan else None,
        feedback_offered_on=one.offer.offered_on if one.offer else None,
        feedback_answer=one.offer.answer if one.offer else "",
        asked_how_it_was_on=one.asked_how_it_was_on,
        asked_again_how_it_was_on=one.asked_again_how_it_was_on,
    )


def _judged_again_on(concluded_on: date | None, wishes: list[JudgedWish]) -> date | None:
    """The last day since the closing on which a wish was judged."""
    days = [wish.last_judged_on for wish in wishes if wish.last_judged_on]
    return max((day for day in days if concluded_on and day > concluded_on), default=None)


def _conversations(ids: list[UUID]) -> list[Conversation]:
    shown = Conversation.objects.filter(case__in=ids, is_current=True, in_error_at__isnull=True)
    return list(shown.only(*ASKED_OF))
