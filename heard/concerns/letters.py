"""What is said in a letter about a concern: to the adult, and to whoever raised it? Plain data."""

from collections.abc import Iterable
from datetime import datetime

from heard.accounts.models import Authority
from heard.documents.letter import Helper, Letter, Line, Part
from heard.documents.phrases import TELL_US, TITLE, greeting, parts, who_to_call, who_will_help
from heard.govuk.words import day
from heard.people.models import Person
from heard.rules.vocabulary.concern import OtherRoute, SectionDecision, TellReferrer
from heard.rules.vocabulary.safe_contact import DocumentKind

BEING_SAFE = (
    ("Safeguarding means helping you to be safe.", "safe"), ("Everybody has the right to be safe.", "yes"),
    ("Some people hurt us.", "not-happy"), ("Some people take things that are not theirs.", "money"),
    ("Some people scare us.", "not-happy"), ("Some people do not give us the care we need.", "medicine"),
    ("It is not your fault.", "happy"),
)  # fmt: skip
WHAT_WE_DO = (
    ("We listen to you.", "listening"), ("We ask what you want to happen.", "speak-up"), ("We make a plan with you.", "plan"),
    ("Sometimes we must tell other people to keep somebody safe.", "phone-call"), ("We try to ask you first.", "question"),
)  # fmt: skip
YOU_CHOOSE = (
    ("You can ask somebody to help you speak up.", "friends"), ("You can ask us to go slowly.", "clock"),
    ("You can change your mind.", "change"),
)  # fmt: skip
WE_WILL = (("We will find out more.", "question"), ("We will do it with you.", "together"), ("We will ask what you want.", "speak-up"))
WE_WILL_NOT = (("We will not look into this more now.", "finish"), ("You can still call us.", "phone-call"))
INSTEAD = {
    OtherRoute.ADVICE: "We will tell you who can help.", OtherRoute.ASSESSMENT: "We will talk about what help you need.",
    OtherRoute.CARERS_ASSESSMENT: "We will talk with your carer about help.", OtherRoute.COMPLAINT: "You can tell us what went wrong.",
    OtherRoute.QUALITY: "We will talk with the people who give you care.",
}  # fmt: skip
TOLD = {
    TellReferrer.BEING_LOOKED_INTO: "We are looking into what you told us.",
    TellReferrer.ENDED: "Our work on what you told us has ended.",
}


def what_safeguarding_is(*, person: Person, helpers: Iterable[Helper], worker: str, council: Authority) -> Letter:
    """What safeguarding is, what we do, and what you choose."""
    return Letter(
        DocumentKind.WHAT_SAFEGUARDING_IS, TITLE, greeting(person),
        parts(
            _part("Being safe", BEING_SAFE), _part("What we do", WHAT_WE_DO), _part("You choose", YOU_CHOOSE), who_will_help(helpers),
            who_to_call(worker, council),
        ),
    )  # fmt: skip


def decision(
    *, person: Person, decided: SectionDecision | str, route: OtherRoute | str, why: str, helpers: Iterable[Helper], worker: str,
    council: Authority,
) -> Letter:  # fmt: skip
    """What we decided, first; then why, in words that the worker typed for the adult, never those of the record."""
    facts = WE_WILL_NOT if decided == SectionDecision.NO_ENQUIRY else WE_WILL
    instead = INSTEAD.get(OtherRoute(route)) if route and decided == SectionDecision.NO_ENQUIRY else None
    lines = (*facts, (instead, "help")) if instead else facts
    return Letter(
        DocumentKind.DECISION, TITLE, greeting(person),
        parts(
            _part("What we decided", lines), Part("Why", text=why, picture="talking") if why.strip() else None, who_will_help(helpers),
            TELL_US, who_to_call(worker, council),
        ),
        ending="Tell us if you do not agree. We will listen.",
    )  # fmt: skip


def receipt(*, name: str, received_at: datetime, reference: str, told: Iterable[TellReferrer | str], council: Authority) -> Letter:
    """That we have what they told us, and no more than the short list of what a referrer may be told. Nothing of it names the adult."""
    facts = [Line(f"We have what you told us on {day(received_at)}.", "letters"), Line(f"Your reference is {reference}.", "write")]
    facts += [Line(TOLD[TellReferrer(one)], "question") for one in told if one in TOLD]
    more = ("We cannot tell you more.", "no"), ("This keeps a person’s private life private.", "key")
    call = (
        Line(f"Tell us if you know more: {council.telephone}.", "phone-call"),
        Line(f"At night and at weekends: {council.out_of_hours}.", "clock"),
        Line("If somebody is in danger now, call 999.", "danger"),
    )  # fmt: skip
    return Letter(
        DocumentKind.RECEIPT, TITLE, f"Dear {name or 'you'},",
        (Part("Thank you", lines=tuple(facts)), _part("What we can tell you", more), Part("Who to call", lines=call)),
    )  # fmt: skip


def _part(heading: str, lines: Iterable[tuple[str, str]]) -> Part:
    return Part(heading, lines=tuple(Line(*one) for one in lines))
