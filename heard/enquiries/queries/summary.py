"""What is on the one page that sums up an enquiry?

Starts from a case that was already read in the reader's scope. The number of queries never grows with the records.
"""

from dataclasses import dataclass

from heard.cases.models import Case, Enquiry
from heard.concerns.models import Section42Decision
from heard.concerns.queries.answers import current_decision
from heard.enquiries.models import Closing, PlanAction, Risk, SafeguardingPlan
from heard.enquiries.queries.closing import (
    adults_rating_for,
    closing_of,
    closings_of,
    enquiry_with_answers,
    ratings_of,
    risks_with_findings,
)
from heard.enquiries.queries.plan import actions_of, plan_of
from heard.enquiries.queries.risks import risks_of
from heard.rules.judging import (
    Achieved,
    differs,
    in_whose_judgement,
    judge_that_counts,
    own_judge,
    rating_that_counts,
    roll_up,
    where_they_differ,
)
from heard.rules.labelled import label_of
from heard.rules.risk_remained import how_it_ended
from heard.rules.vocabulary.enquiry import Finding
from heard.rules.vocabulary.voice import ExpressedBy, Judge, Rating
from heard.voice.models import Conversation, Judgement, Wish
from heard.voice.queries import conversations_of, wishes_for


@dataclass(frozen=True)
class Summary:
    """One enquiry from the adult's words to the adult's view of its end."""

    enquiry: Enquiry
    wishes: list[Wish]
    gone: list[Wish]
    achieved: Achieved | None
    in_whose_judgement: str
    where_they_differ: str
    last_said: Conversation | None
    risks: list[Risk]
    actions: list[PlanAction]
    plan: SafeguardingPlan | None
    decision: Section42Decision | None
    closing: Closing
    reopened: list[Closing]


def _by_judge(wish: Wish) -> None:
    """Put beside a wish: ``own`` (the judgement that stands as the adult's), ``professional``, and ``others``, kept apart."""
    own = own_judge(ExpressedBy(wish.expressed_by))
    wish.own, wish.professional = wish.judged.get(own), wish.judged.get(Judge.PROFESSIONAL)
    wish.others: list[Judgement] = [one for judge, one in wish.judged.items() if judge not in (own, Judge.PROFESSIONAL)]


def _come_to(standing: list[Wish]) -> dict:
    """What the judgements come to together, whose they are, and whether the professional's differs."""
    judged = [{"expressed_by": ExpressedBy(wish.expressed_by), "ratings": ratings_of(wish)} for wish in standing]
    differing = sum(differs(adults=adults_rating_for(wish), professionals=ratings_of(wish).get(Judge.PROFESSIONAL)) for wish in standing)
    return {
        "achieved": roll_up(rating_that_counts(**one) for one in judged),
        "in_whose_judgement": in_whose_judgement(judge_that_counts(**one) for one in judged),
        "where_they_differ": where_they_differ(differing=differing, wishes=len(standing)),
    }


def _risks(enquiry: Enquiry) -> list[Risk]:
    found = {risk.pk: risk for risk in risks_with_findings(enquiry)}
    risks = risks_of(enquiry)
    for risk in risks:
        with_it = found[risk.pk]
        risk.finding, risk.adults_reason, risk.no_reason_because = with_it.finding, with_it.adults_reason, with_it.no_reason_because
        risk.before_remaining = with_it.before_remaining
        risk.found = label_of(Finding, risk.finding) if risk.finding else "No finding yet"
        risk.ended = how_it_ended(outcome=with_it.outcome or None, adults_reason=with_it.adults_reason or "")
    return risks


def _last_said(case: Case, enquiry: Enquiry, wishes: list[Wish]) -> Conversation | None:
    theirs = [
        one
        for one in conversations_of(case, wishes)
        if one.words and (one.enquiry_id == enquiry.pk or one.concern_id == enquiry.concern_id)
    ]
    return theirs[-1] if theirs else None


def summary_of(case: Case) -> Summary | None:
    """The summary of the case's open or newest enquiry; None where there is none."""
    enquiry = enquiry_with_answers(case)
    if enquiry is None:
        return None
    enquiry.case = case
    wishes = wishes_for(enquiry)
    standing = [wish for wish in wishes if wish.is_standing]
    for wish in standing:
        _by_judge(wish)
        wish.again_in_words = label_of(Rating, wish.judged_again) if wish.judged_again else ""
    return Summary(
        enquiry=enquiry,
        wishes=standing,
        gone=[wish for wish in wishes if not wish.is_standing],
        **_come_to(standing),
        last_said=_last_said(case, enquiry, wishes),
        risks=_risks(enquiry),
        actions=actions_of(enquiry, wishes),
        plan=plan_of(enquiry),
        decision=current_decision(enquiry.concern),
        closing=closing_of(enquiry),
        reopened=[one for one in closings_of(enquiry) if one.reopened_at],
    )
