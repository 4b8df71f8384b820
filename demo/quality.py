"""What did audits and one Safeguarding Adult Review find in the demo? All of it is invented."""

from datetime import date, datetime, time, timedelta

from demo.clock import as_of
from demo.stories import LONDON
from heard.accounts.models import User
from heard.assurance.actions.auditing import answer_question, confirm_settlement, finish_audit, record_own_view, settle_difference
from heard.assurance.actions.drawing import draw_round
from heard.assurance.actions.learning import add_learning_action, give_feedback, prove_learning_action
from heard.assurance.actions.publishing import publish_review, write_review
from heard.assurance.actions.reviews import (
    add_chronology,
    add_finding,
    add_participant,
    add_recommendation,
    decide_on_referral,
    look_at_recommendation,
    refer_for_review,
    set_out_review,
    start_review,
)
from heard.assurance.models import Audit, AuditRound, SafeguardingAdultReview
from heard.assurance.queries.audits import differences_left, sampled_in
from heard.assurance.queries.entries import entries_of
from heard.assurance.questions import set_of
from heard.cases.models import Case
from heard.rules.reviews.chronology import Row
from heard.rules.vocabulary.assurance import WhoseView
from heard.rules.vocabulary.reviews import RecommendationStep, ReviewKind

CRITERIA = {"adult-in-area": "yes", "together": "yes", "died": "no", "serious": "yes"}
HELD = {
    "words": "Speak with each adult alone before the decision, and say where it was.", "theme": "seen-alone", "owner_name": "North team",
    "measure_of_change": "In nine of ten enquiries the adult was heard alone.",
}  # fmt: skip
LET_GO = {
    "words": "Ring the surgery within one working day of a concern.", "theme": "other-routes", "owner_name": "Duty team",
    "measure_of_change": "The call stands in the record of each concern.",
}  # fmt: skip
KEPT_ON = {
    "words": "Write down who else is in the house at each visit.", "theme": "recording",
    "measure_of_change": "The record of each visit names who was there.",
}  # fmt: skip
PUBLISHED = (
    "This review is invented, as everything in this demo is.\n\nAdult K lived with a relative who answered for them. Four agencies came "
    "to the house. Each wrote that all was well, and none of them spoke with Adult K alone.\n\n"
    "Adult K told the reviewer: “They all asked him.”"
)


def _at(day: date) -> datetime:
    return datetime.combine(day, time(11), tzinfo=LONDON)


def reviewed(case: Case, users: dict[str, User], today: date) -> SafeguardingAdultReview:
    """A review from its referral to a recommendation that held, one that did not, and one that waits to be looked at again; published."""
    by, began = users["manager"], today - timedelta(days=420)
    with as_of(_at(began - timedelta(days=30))):
        referral = refer_for_review(
            by=users["social-worker"], about="Somebody invented", died="no", case_reference=case.reference,
            what_happened="They were found alone after three days. Four agencies had been to the house.",
            why_together="Each agency thought that another had spoken with them.",
        )  # fmt: skip
    with as_of(_at(began)):
        criteria = {name: {"answer": answer, "words": "An invented reason."} for name, answer in CRITERIA.items()}
        decide_on_referral(
            referral=referral, criteria=criteria, decision=ReviewKind.MUST, reasons="Four agencies held a part each.",
            panel="The Board’s invented review group", decided_on=began, by=by,
        )  # fmt: skip
        review = start_review(referral=referral, title="Adult K", started_on=began, case_reference=case.reference, by=by)
        set_out_review(
            review=review, method="systems", method_because="Each saw a part.", terms="What each agency knew, and when.",
            reviewer_name="Ro Reviewer", by=by,
        )  # fmt: skip
        add_participant(review=review, name=case.person.name, relationship="the adult", how="meets", words="They all asked him.", by=by)
        for agency, hour, what in (("Surgery", 14, "Nobody came to the door."), ("Police", 9, "A neighbour rang.")):
            add_chronology(review=review, agency=agency, rows=[Row(began - timedelta(days=60), time(hour), what, "Invented notes")], by=by)
    _found_and_followed(review, by, began + timedelta(days=90))
    with as_of(_at(began + timedelta(days=100))):
        write_review(review=review, title="Adult K", text=PUBLISHED, by=by)
        return publish_review(review=review, by=by)


def _found_and_followed(review: SafeguardingAdultReview, by: User, agreed: date) -> None:
    with as_of(_at(agreed)):
        add_finding(
            review=review, words="Four agencies came to the house, and nobody spoke with Adult K alone.", theme="seen-alone",
            sign="never-seen-alone", topic="professional-curiosity", by=by,
            prompt="In an invented review four agencies asked a relative, and nobody asked the adult. Where could this one speak alone?",
        )  # fmt: skip
        due = agreed + timedelta(days=90)
        mine = KEPT_ON | {"owner_name": by.full_name}
        made = [add_recommendation(review=review, by=by, agreed_on=agreed, due_on=due, **each) for each in (HELD, LET_GO, mine)]
    steps = (
        (made[0], 80, RecommendationStep.PROVED, "Thirty-one of thirty-four adults were heard alone."),
        (made[1], 85, RecommendationStep.PROVED, "The call stood in eleven records of twelve."),
        (made[2], 88, RecommendationStep.PROVED, "Nine records of ten name who was there."),
        (made[0], 280, RecommendationStep.HELD, "Forty of forty-three were heard alone."),
        (made[1], 290, RecommendationStep.NOT_HELD, "Four records of twelve. The form that asked for it was changed."),
    )
    for one, after, step, words in steps:
        day = agreed + timedelta(days=after)
        with as_of(_at(day)):
            look_at_recommendation(recommendation=one, step=step, on=day, words=words, by=by)


def audited(users: dict[str, User], today: date) -> AuditRound:
    """A round of four cases, half of them audited by two; one difference settled, the worker told, an action proved."""
    by, day = users["manager"], today - timedelta(days=30)
    with as_of(_at(day)):
        made = draw_round(
            by=by, name="Heard alone", question_set="heard-1", method="random", size=4, seed=20, twice=50, start=day - timedelta(days=300),
            end=day, auditors=[users[name] for name in ("social-worker", "social-worker-2", "social-worker-3")],
        )  # fmt: skip
    with as_of(_at(day + timedelta(days=9))):
        for sampled in sampled_in(made)[:3]:
            for audit in sampled.audits.select_related("auditor", "sampled__round"):
                _audit(audit)
    with as_of(_at(day + timedelta(days=12))):
        for sampled in sampled_in(made)[:3]:
            _settled_and_told(sampled, by)
    return made


def _audit(audit: Audit) -> None:
    who = audit.auditor
    for place, question in enumerate(set_of(audit.sampled.round.question_set).questions):
        answer = "no" if audit.is_second and question.key == "seen-alone" else ("yes", "yes", "partly")[place % 3]
        seen = [one.key for one in entries_of(audit.sampled.case, question.records)][:2] if answer != "no" else []
        words = "As the record shows." if seen else "Nothing in the record shows it."
        answer_question(audit=audit, question=question.key, answer=answer if seen else "no", words=words, evidence=seen, by=who)
    record_own_view(sampled=audit.sampled, whose=WhoseView.ADULT, by=who, not_asked_because="They asked us not to ring again.")
    worker = audit.sampled.worker
    said = {"words": "The door had to stay open that day."} if worker else {"not_asked_because": "Nobody led this case by then."}
    record_own_view(sampled=audit.sampled, whose=WhoseView.WORKER, by=worker or who, **said)
    finish_audit(
        audit=audit, grade="good", what_was_good="The adult’s own words are there, from the first day.",
        learning="Say where the talk was, and who could hear it.", by=who,
    )  # fmt: skip


def _settled_and_told(sampled, by: User) -> None:
    auditors = [one.auditor for one in sampled.audits.order_by("is_second")]
    for question in differences_left(sampled):
        settle_difference(sampled=sampled, question=question, answer="partly", because="Alone, with the door open.", by=auditors[0])
        confirm_settlement(sampled=sampled, question=question, by=auditors[1])
    if sampled.worker_id:
        give_feedback(sampled=sampled, feedback="Your record lets the adult be heard. Next time, say where you sat.", by=auditors[0])
    due = sampled.round.end + timedelta(days=60)
    action = add_learning_action(
        sampled=sampled, theme="seen-alone", what="Ask the surgery for a room.", owner_name=by.full_name, due_on=due, by=auditors[0]
    )
    if sampled.position == 1:
        prove_learning_action(action=action, proof="The surgery’s diary shows six bookings.", on=sampled.round.end, by=by)
