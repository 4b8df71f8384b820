"""What is said in a letter to the adult about their plan, and about how it ended? Plain data."""

from collections.abc import Iterable

from heard.accounts.models import Authority
from heard.documents.letter import Helper, Letter, Line, Part, Said
from heard.documents.phrases import TELL_US, TITLE, greeting, parts, spoken_to, who_to_call, who_will_help
from heard.enquiries.models import Closing, PlanAction, SafeguardingPlan
from heard.govuk.words import day
from heard.people.models import Person
from heard.rules.vocabulary.enquiry import PlanOwner, PlanView
from heard.rules.vocabulary.safe_contact import DocumentKind
from heard.rules.vocabulary.voice import Rating
from heard.voice.letters import quoted, who_said
from heard.voice.models import Wish

AGREES = {
    PlanView.AGREES: ("You said yes to this plan.", "yes"), PlanView.PARTLY: ("You said yes to some of this plan.", "so-so"),
    PlanView.DISAGREES: ("You said no to this plan.", "no"),
}  # fmt: skip
HAPPENED = {
    Rating.MET: ("{} told us that this happened.", "yes"), Rating.PARTLY_MET: ("{} told us that some of this happened.", "so-so"),
    Rating.NOT_MET: ("{} told us that this did not happen.", "no"), Rating.DECLINED: ("{} did not want to say.", "not-sure"),
    None: ("Tell us if this happened.", "question"),
}  # fmt: skip
FINISHED = (("You can ask us to start again.", "change"), ("Call us if you are worried.", "phone-call"))


def your_plan(
    *, person: Person, wishes: Iterable[Wish], actions: Iterable[PlanAction], plan: SafeguardingPlan | None, helpers: Iterable[Helper],
    worker: str, council: Authority,
) -> Letter:  # fmt: skip
    """What you want, then each step: what, who and when; what you said of the plan; and when we look at it again."""
    steps = [_step(number, action) for number, action in enumerate(actions, 1)]
    return Letter(
        DocumentKind.YOUR_PLAN, TITLE, greeting(person),
        parts(_wants(wishes), *steps, _your_view(plan), who_will_help(helpers), TELL_US, who_to_call(worker, council)),
    )  # fmt: skip


def what_happened(
    *, person: Person, wishes: Iterable[tuple[Wish, Rating | None]], actions: Iterable[PlanAction], closing: Closing | None, more: str,
    worker: str, council: Authority,
) -> Letter:  # fmt: skip
    """For each thing you wanted, whether you said that it happened; then what we did. ``more`` is typed by the worker."""
    wanted = [_whether(number, wish, rating) for number, (wish, rating) in enumerate(wishes, 1)]
    done = tuple(Line(one.to_the_adult, "finish", key=f"done_{number}") for number, one in enumerate(actions, 1) if one.done_on)
    ended = closing.concluded_on if closing else None
    return Letter(
        DocumentKind.WHAT_HAPPENED, TITLE, greeting(person),
        parts(
            *wanted, Part("What we did", lines=done) if done else None,
            Part("What else happened", text=more, picture="talking") if more.strip() else None,
            Part("The end", lines=(Line(f"We finished on {day(ended)}.", "calendar"),)) if ended else None, TELL_US,
            who_to_call(worker, council),
        ),
    )  # fmt: skip


def closing_letter(*, person: Person, closing: Closing | None, happens_next: str, worker: str, council: Authority) -> Letter:
    """That we have finished, first; what you said about it; what happens now; and that you can come back."""
    ended = f"We finished on {day(closing.concluded_on)}." if closing and closing.concluded_on else "We are going to finish."
    said = closing.view_words.strip() if closing else ""
    return Letter(
        DocumentKind.CLOSING, TITLE, greeting(person),
        parts(
            Part("The main things", lines=(Line(ended, "finish"), *(Line(*one) for one in FINISHED))),
            Part("What you said about it", said=(_quoted(said, "You said this."),), picture="speak-up") if said else None,
            Part("What happens now", text=happens_next, picture="calendar") if happens_next.strip() else None, who_to_call(worker, council),
        ),
        ending="Thank you for talking with us.",
    )  # fmt: skip


def _whether(number: int, wish: Wish, rating: Rating | None) -> Part:
    """What was wanted, and whether it happened in the judgement of whoever said it."""
    words, picture = HAPPENED[rating]
    return Part(f"What you wanted: {number}", said=(quoted(wish),), text=words.format(who_said(wish)), picture=picture)


def _wants(wishes: Iterable[Wish]) -> Part | None:
    said = tuple(quoted(wish) for wish in wishes)
    return Part("What you want", said=said, picture="speak-up") if said else None


def _quoted(words: str, note: str) -> Said:
    return Said(f"“{words.strip()}”", note)


def _step(number: int, action: PlanAction) -> Part:
    when = Line("Done.", "finish") if action.done_on else Line(f"When: by {day(action.due_on)}.", "calendar")
    lines = (Line(action.to_the_adult, "plan", key=f"step_{number}"), Line(f"Who: {_owner(action)}.", "worker"))
    return Part(f"Step {number}", lines=(*lines, when) if action.done_on or action.due_on else lines)


def _owner(action: PlanAction) -> str:
    if action.owner == PlanOwner.ADULT:
        return "you"
    if action.owner_kept_back:
        return "somebody"
    named = action.owner_member.name if action.owner_member else action.owner_name
    words = named or {PlanOwner.WORKER: "one of us", PlanOwner.NETWORK: "somebody you know"}.get(action.owner, "another team")
    return spoken_to(words)


def _your_view(plan: SafeguardingPlan | None) -> Part | None:
    if plan is None:
        return None
    lines = [Line(*AGREES[plan.adult_agrees])] if plan.adult_agrees in AGREES else []
    lines += [Line(f"We will look at this plan again on {day(plan.review_on)}.", "calendar")] if plan.review_on else []
    said = (_quoted(plan.adults_words, "You said this."),) if plan.adults_words.strip() else ()
    return Part("What you said about this plan", lines=tuple(lines), said=said, picture="speak-up") if lines or said else None
