"""How is a review asked for, decided and begun, and how does it find, recommend and follow?"""

from collections.abc import Iterable
from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from heard.accounts.versions import answer_again
from heard.assurance.models import (
    ChronologyEntry,
    PanelDecision,
    Recommendation,
    RecommendationLook,
    ReviewedPerson,
    ReviewFinding,
    ReviewParticipant,
    ReviewReferral,
    SafeguardingAdultReview,
)
from heard.assurance.queries.reviews import decision_on, known_of, person_of_case
from heard.audit.actions import record, record_many
from heard.rules.decision import Decision, NotAllowed, insist
from heard.rules.reviews.anonymity import may_be_shown_before_publication, warnings_in
from heard.rules.reviews.chronology import Row
from heard.rules.reviews.recommendation import may_take, state_of
from heard.rules.reviews.section_44 import may_decide, review_of
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.reviews import Criterion, RecommendationStep, ReviewKind


@transaction.atomic
def refer_for_review(
    *, by, about: str, died: str, what_happened: str, why_together: str, case_reference: str = "", familys_view: str = ""
) -> ReviewReferral:
    """Ask for a review. Anybody who uses Heard may."""
    referral = ReviewReferral.objects.create(
        authority_id=by.authority_id, recorded_by=by, about=about.strip(), died=died, what_happened=what_happened.strip(),
        why_together=why_together.strip(), case_reference=case_reference.strip(), familys_view=familys_view.strip(),
    )  # fmt: skip
    record("refer-for-review", on=referral, by=by)
    return referral


@transaction.atomic
def decide_on_referral(
    *, referral: ReviewReferral, criteria: dict[str, dict], decision: ReviewKind, reasons: str, panel: str, decided_on: date, by
) -> PanelDecision:
    """Keep the panel's answer to each criterion, and its decision with reasons. Decided again, it is a new row.

    Raises NotAllowed where the decision does not fit the answers, or once the review has begun.
    """
    if SafeguardingAdultReview.objects.filter(referral=referral).exists():
        raise NotAllowed(Decision(False, ("The review has begun. What was decided stays.",)))
    found = review_of({name: said["answer"] for name, said in criteria.items()})
    insist(may_decide(decision=decision, found=found, reasons=reasons))
    return answer_again(
        PanelDecision, of={"referral": referral}, event="decide-on-review", by=by, authority_id=referral.authority_id, case_id=None,
        criteria=criteria, rule_said=found.kind or "", decision=decision, reasons=reasons.strip(), panel=panel.strip(),
        decided_on=decided_on,
    )  # fmt: skip


@transaction.atomic
def start_review(*, referral: ReviewReferral, title: str, started_on: date, case_reference: str, by) -> SafeguardingAdultReview:
    """Begin the review that was decided on; from now on the return counts it. The adult is found by the reference of a case or concern.

    Raises NotAllowed without such a decision, where it has begun, or for a reference that nobody has.
    """
    decided = decision_on(referral)
    if decided is None or decided.decision == ReviewKind.NOT:
        raise NotAllowed(Decision(False, ("The panel has not decided on a review.",)))
    if SafeguardingAdultReview.objects.select_for_update().filter(referral=referral).exists():
        raise NotAllowed(Decision(False, ("This review has begun already.",)))
    person = person_of_case(referral.authority, case_reference)
    if person is None:
        raise NotAllowed(Decision(False, ("No case or concern has that reference. Ask whoever referred it.",)))
    review = SafeguardingAdultReview.objects.create(
        authority_id=referral.authority_id, recorded_by=by, referral=referral, title=title.strip(), started_on=started_on
    )  # fmt: skip
    record("start-review", on=review, by=by, detail={"kind": decided.decision})
    said = {name: one["answer"] for name, one in decided.criteria.items()}
    died = said.get(Criterion.DIED) == Answer.YES
    survived = not died and said.get(Criterion.SERIOUS) == Answer.YES
    reviewed = ReviewedPerson.objects.create(review=review, person=person, died=died, survived_harm=survived)
    record("name-reviewed-person", on=reviewed, by=by, authority_id=review.authority_id)
    names_nobody(review, title)
    return review


def names_nobody(review: SafeguardingAdultReview, words: str) -> None:
    """Go on only where words that others read could not tell who the review is about. Raises NotAllowed with what could."""
    if warned := warnings_in(words, known_of(review), today=timezone.localdate()):
        because = tuple(f"‘{one.found}’ is {one.name}. Others read these words: take it out." for one in warned)
        raise NotAllowed(Decision(False, because))


@transaction.atomic
def set_out_review(*, review: SafeguardingAdultReview, method: str, method_because: str, terms: str, reviewer_name: str, by) -> None:
    """Say how the review is done, why so, by whom and what it asks."""
    review.method, review.method_because, review.terms, review.reviewer_name = method, method_because, terms, reviewer_name
    review.save(update_fields=["method", "method_because", "terms", "reviewer_name"])
    record("set-out-review", on=review, by=by)


@transaction.atomic
def add_participant(
    *, review: SafeguardingAdultReview, name: str, relationship: str, how: str, by, words: str = "", advocate: str = ""
) -> ReviewParticipant:
    """Say who of the adult's people takes part, how, and with whose help."""
    one = ReviewParticipant.objects.create(
        authority_id=review.authority_id, recorded_by=by, review=review, name=name.strip(), relationship=relationship.strip(), how=how,
        words=words.strip(), advocate=advocate.strip(),
    )  # fmt: skip
    record("add-review-participant", on=one, by=by)
    return one


@transaction.atomic
def add_chronology(*, review: SafeguardingAdultReview, agency: str, rows: Iterable[Row], by) -> int:
    """Add what one agency tells, row by row; returns how many. A row that it told before in the same words is not added twice."""
    held = set(review.chronology.filter(agency__iexact=agency.strip()).values_list("on", "at", "what"))
    made = [
        ChronologyEntry(
            authority_id=review.authority_id, recorded_by=by, review=review, agency=agency.strip(), on=row.on, at=row.at, what=row.what,
            source=row.source[:300],
        )
        for row in dict.fromkeys(rows) if (row.on, row.at, row.what) not in held
    ]  # fmt: skip
    ChronologyEntry.objects.bulk_create(made)
    return record_many("add-to-chronology", on=made, by=by)


def _next_number(review: SafeguardingAdultReview, of: str) -> int:
    """One more than the highest so far; the review is held, so that two who add at once are given two numbers."""
    held = SafeguardingAdultReview.objects.select_for_update().get(pk=review.pk)
    return (getattr(held, of).aggregate(last=Max("number"))["last"] or 0) + 1


@transaction.atomic
def add_finding(
    *, review: SafeguardingAdultReview, words: str, theme: str, by, sign: str = "", topic: str = "", prompt: str = ""
) -> ReviewFinding:
    """Add a finding. What is to be shown beside live cases or learning is shown at once, published or not: it may name nobody and no day.

    Raises NotAllowed with what could tell who it is about.
    """
    names_nobody(review, prompt)
    insist(may_be_shown_before_publication(prompt))
    finding = ReviewFinding.objects.create(
        authority_id=review.authority_id, recorded_by=by, review=review, number=_next_number(review, "findings"), words=words.strip(),
        theme=theme, sign=sign, topic=topic, prompt=prompt.strip(),
    )  # fmt: skip
    record("add-review-finding", on=finding, by=by)
    return finding


@transaction.atomic
def add_recommendation(
    *, review: SafeguardingAdultReview, words: str, theme: str, owner_name: str, measure_of_change: str, due_on: date, by,
    agreed_on: date | None = None,
) -> Recommendation:
    """Add a recommendation, with who sees to it, how it will be seen that something changed, and since when it is agreed.

    It is published with the review, so it may name nobody: raises NotAllowed with what could tell who it is about.
    """
    names_nobody(review, f"{words}\n{owner_name}")
    made = Recommendation.objects.create(
        authority_id=review.authority_id, recorded_by=by, review=review, number=_next_number(review, "recommendations"),
        words=words.strip(), theme=theme, owner_name=owner_name.strip(), measure_of_change=measure_of_change.strip(), due_on=due_on,
        agreed_on=agreed_on,
    )  # fmt: skip
    record("add-recommendation", on=made, by=by)
    return made


@transaction.atomic
def look_at_recommendation(*, recommendation: Recommendation, step: RecommendationStep, on: date, words: str, by) -> RecommendationLook:
    """Take a step: proof, or what a look six months later found. Raises NotAllowed as the rule says."""
    looks = list(recommendation.looks.select_for_update().order_by("recorded_at"))
    state = state_of([one.step for one in looks])
    insist(may_take(step, state=state, last_on=looks[-1].on if looks else None, on=on, words=words))
    look = RecommendationLook.objects.create(
        authority_id=recommendation.authority_id, recorded_by=by, recommendation=recommendation, step=step, on=on, words=words.strip()
    )
    record("look-at-recommendation", on=look, by=by, detail={"step": str(step)})
    return look
