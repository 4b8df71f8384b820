"""How does an enquiry of the demo go on: its risks, its plan, and its end?"""

from demo import words
from demo.clock import as_of
from demo.stories import Story
from heard.enquiries.actions.closing import (
    close_enquiry,
    decide_against_view,
    record_before_ceasing,
    record_checklist,
    record_reason,
    record_view,
)
from heard.enquiries.actions.findings import record_finding
from heard.enquiries.actions.plan import add_action, agree_plan, finish_action
from heard.enquiries.actions.risks import add_risk_with_views
from heard.rights.actions.for_the_return import answer_capacity, answer_support
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import BeforeCeasing, ChecklistItem
from heard.voice.actions.experience import record_anonymous_answers, record_experience
from heard.voice.actions.feedback import offer_feedback
from heard.voice.actions.judging import Asking, answer_asked, judge_wish
from heard.voice.models import Wish
from heard.voice.queries import standing_wishes_of
from heard.voice.questionnaires import instrument_in_use


def risks_seen(story: Story) -> None:
    """The risk, as the adult and as the professional see it."""
    _, kind, source, location, _, _, _ = story.worry
    n = story.number
    views = {
        "adult": {"level": ("low", "medium", "high")[n % 3], "words": words.ADULT_VIEWS[n % len(words.ADULT_VIEWS)]},
        "professional": {"level": ("medium", "high", "high")[n % 3], "words": words.PROFESSIONAL_VIEWS[n % len(words.PROFESSIONAL_VIEWS)]},
    }
    with as_of(story.at(6)):
        add_risk_with_views(enquiry=story.enquiry, by=story.lead, views=views, type=kind, source=source, location=location)
        if n % 5 == 0:
            add_risk_with_views(
                enquiry=story.enquiry, by=story.lead, views={}, type="psychological", source="known-to-adult", location="own-home"
            )


def _actions_for(story: Story, wish: Wish | None, risk) -> None:
    for n in range(2 + story.number % 2):
        what, owner, plain = words.ACTIONS[(story.number + n) % len(words.ACTIONS)]
        name = {"network": "the adult's sister", "worker": story.lead.full_name, "organisation": "the landlord"}.get(owner, "")
        on_risk = wish is None or n % 2
        action = add_action(
            enquiry=story.enquiry, by=story.lead, what=what, owner=owner, owner_name=name, due_on=story.day(20 + n * 7), plain_words=plain,
            wish=None if on_risk else wish, risk=risk if on_risk else None,
        )  # fmt: skip
        if n == 0:
            finish_action(action=action, on=story.day(14), by=story.lead)


def planned(story: Story, *, review_after: int = 45) -> None:
    """A plan the adult agrees with, in their words."""
    with as_of(story.at(12)):
        wish = next(iter(standing_wishes_of(story.enquiry.case)), None)
        _actions_for(story, wish, story.enquiry.risks.first())
        agree_plan(
            enquiry=story.enquiry,
            by=story.lead,
            on=story.day(12),
            adult_agrees="agrees" if story.number % 3 else "agrees-in-part",
            adults_words="Yes. As long as you ring before you come.",
            review_on=story.day(review_after),
        )
    story.enquiry.case.refresh_from_db()


def _asked(story: Story) -> Asking:
    """Somebody else asked in three of four, as it should be."""
    if story.number % 4:
        return Asking("visit" if story.number % 2 else "phone", "somebody-else", story.users["manager"].full_name)
    return Asking("visit", "lead", story.lead.full_name)


def _judged(story: Story, after: int, ratings: tuple[tuple[str, str], ...]) -> None:
    for wish, (adults, professionals) in zip(standing_wishes_of(story.enquiry.case), ratings * 9, strict=False):
        common = {"wish": wish, "by": story.lead, "judged_on": story.day(after)}
        judge_wish(**common, judge=wish.expressed_by, rating=adults, words=words.JUDGED[adults], asking=_asked(story))
        differs = "" if adults in (professionals, "declined") else "The visits have stopped, though the adult still lies awake."
        judge_wish(**common, judge="professional", rating=professionals, difference_reason=differs)


def _found(story: Story, finding: str, outcome: str) -> None:
    for risk in story.enquiry.risks.all():
        reason = words.REMAINED if outcome == "remained" else ""
        asked = dict.fromkeys(BeforeCeasing, Answer.NO) if outcome == "remained" else {}
        record_finding(risk=risk, finding=finding, outcome=outcome, adults_reason=reason, before_remaining=asked, by=story.lead)


def closed(
    story: Story, after: int, *, ratings: tuple, finding: str = "risk-action", outcome: str = "reduced", view: str = "agrees"
) -> None:
    """The adult judges first, then the professional; then the findings, the adult's view, and the end."""
    enquiry, lead = story.enquiry, story.lead
    with as_of(story.at(after, 16)):
        answer_asked(enquiry=enquiry, answer="yes-expressed" if ratings else "yes-nothing-expressed", by=lead)
        capacity = ("yes", "yes", "no", "not-known")[story.number % 4]
        answer_capacity(enquiry=enquiry, had_capacity=capacity, answered_by_name=lead.full_name, by=lead)
        answer_support(enquiry=enquiry, supported_by=(["advocate"], ["family"], ["none"])[story.number % 3], by=lead)
        _judged(story, after, ratings)
        _found(story, finding, outcome)
        record_reason(enquiry=enquiry, reason="plan-complete" if finding == "risk-action" else "enquiry-complete", by=lead)
        record_view(
            enquiry=enquiry,
            view=view,
            words="I'm glad it was you that came." if view == "agrees" else "I'd rather you kept coming.",
            by=lead,
        )
        record_checklist(enquiry=enquiry, checklist={str(item): {"answer": "done", "words": ""} for item in ChecklistItem}, by=lead)
        if view == "disagrees":
            decide_against_view(
                enquiry=enquiry, reason="The plan goes on with the care team, and the adult knows whom to ring.", by=story.users["manager"]
            )
        close_enquiry(enquiry=enquiry, concluded_on=story.day(after), by=lead, today=story.day(after))


def ceased(story: Story, after: int) -> None:
    """The adult asks for it to stop, and nobody else is at risk."""
    enquiry, lead = story.enquiry, story.lead
    with as_of(story.at(after, 16)):
        answer_asked(enquiry=enquiry, answer="yes-expressed", by=lead)
        _judged(story, after, (("declined", "not-met"),))
        _found(story, "ceased-at-adults-request", "")
        record_reason(enquiry=enquiry, reason="adults-request", by=lead)
        record_before_ceasing(enquiry=enquiry, answers={question: "no" for question in BeforeCeasing}, by=lead)
        record_view(enquiry=enquiry, view="agrees", words="Thank you. I can manage now.", by=lead)
        close_enquiry(enquiry=enquiry, concluded_on=story.day(after), by=lead, today=story.day(after))


HOW_IT_WAS = (
    {"listened-to": "yes", "understood-why": "yes", "involved": "partly", "happy-with-result": "yes", "feel-safer": "yes"},
    {"listened-to": "yes", "understood-why": "partly", "involved": "yes", "happy-with-result": "partly", "feel-safer": "partly"},
    {"listened-to": "partly", "understood-why": "not-sure", "involved": "no", "happy-with-result": "no", "feel-safer": "no"},
    {"listened-to": "yes", "understood-why": "yes", "involved": "yes", "happy-with-result": "yes", "feel-safer": "not-say"},
)


def how_it_was(story: Story, after: int, n: int) -> None:
    """The adult is asked as the enquiry closes, and some again; somebody who spoke for them too; a few answer without a name."""
    manager, answers = story.users["manager"], HOW_IT_WAS[n % len(HOW_IT_WAS)]
    asked = {"how": "phone", "asked_by": "somebody-else", "asked_by_name": manager.full_name, "by": manager}
    with as_of(story.at(after, 17)):
        if n % 2 == 0:
            _said(story, after, **{**asked, "how": "visit", "asked_by": "lead", "asked_by_name": story.lead.full_name}, answers=answers)
        record_anonymous_answers(
            authority=story.lead.authority, month=story.day(after), instrument=instrument_in_use(), answers=answers,
            who="representative" if n % 5 == 4 else "adult",
        )  # fmt: skip
    with as_of(story.at(after + 4)):
        if n % 4 == 0:
            _said(story, after + 4, **asked, asking="after-closing", answers=HOW_IT_WAS[(n + 1) % 4], words=words.HOW_IT_WAS[n % 3])
        if n % 4 == 1:
            _said(story, after + 4, **asked, asking="after-closing", ended="declined")
        if n % 4 == 2:
            _said(story, after + 4, **{**asked, "how": "paper", "asked_by": "nobody", "asked_by_name": ""}, asking="after-closing",
                  who="representative", who_name="Their sister", answers=answers)  # fmt: skip


def _said(story: Story, after: int, *, who: str = "adult", asking: str = "at-closing", **said) -> None:
    record_experience(
        enquiry=story.enquiry, instrument=instrument_in_use(), who=who, asking=asking, asked_on=story.day(after), **said
    )


def say_offered(story: Story, after: int) -> None:
    """Somebody who did not lead the enquiry offers the adult a say on how it went."""
    with as_of(story.at(after)):
        offer_feedback(
            enquiry=story.enquiry, by=story.users["manager"], offered_on=story.day(after), how="phone",
            offered_by_name=story.users["manager"].full_name, answer=("yes", "later", "no")[story.number % 3],
        )  # fmt: skip
