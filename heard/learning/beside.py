"""Which resource helps with this duty, this prompt or this question? It opens beside the work, in a page of its own, so nothing is lost.

The tables are ours. A question names its own resource: ``learn = "slug"`` on the form.
"""

from dataclasses import dataclass
from functools import cache

from django.http import HttpRequest
from django.template.loader import render_to_string
from markupsafe import Markup

from heard.accounts.permissions import Permission, may
from heard.assurance.queries.reviews import found_on_topics
from heard.learning.library import library
from heard.learning.marking import in_short, plain_words
from heard.rules.next_steps.curiosity import Wonder
from heard.rules.next_steps.step import Duty
from heard.rules.readability import minutes_to_read

MSP, CURIOSITY, CAPACITY, ADVOCACY = "making-safeguarding-personal", "professional-curiosity", "mental-capacity", "advocacy"
CONSENT, RISK, POLICY, PERSON = "consent", "risk-assessment", "policy-and-procedure", "person-centred-approaches"
WHAT, QUALITY = "what-is-safeguarding", "quality-and-safeguarding"

FOR_DUTY: dict[Duty, str] = {
    Duty.TALK: MSP, Duty.SEE_ALONE: CURIOSITY, Duty.ASK_AGAIN: CURIOSITY, Duty.ASK_WISHES: MSP, Duty.RECORD_DIFFICULTY: ADVOCACY,
    Duty.ARRANGE_ADVOCATE: ADVOCACY, Duty.NAME_APPROPRIATE: ADVOCACY, Duty.REVIEW_REPRESENTATIVE: ADVOCACY,
    Duty.CONSIDER_IMCA: ADVOCACY, Duty.MEET_COMMUNICATION: PERSON, Duty.RECORD_GROUND: CONSENT, Duty.TELL_ADULT: CONSENT,
    Duty.DECIDE: WHAT, Duty.TELL_REFERRER: POLICY, Duty.ASSESS: CAPACITY, Duty.BEST_INTERESTS: CAPACITY, Duty.REVIEW_PLAN: RISK,
    Duty.JUDGE: MSP, Duty.ANSWER_ASKED: MSP, Duty.ANSWER_CAPACITY: CAPACITY, Duty.ANSWER_SUPPORT: ADVOCACY, Duty.OFFER_FEEDBACK: MSP,
    Duty.ASK_EXPERIENCE: MSP, Duty.JUDGE_AGAIN: MSP,
}  # fmt: skip
FOR_PROMPT: dict[Wonder, str] = {
    Wonder.NEVER_ALONE: CURIOSITY, Wonder.SAME_PERSON: CURIOSITY, Wonder.THIRD_CONCERN: CURIOSITY, Wonder.REFUSALS: CONSENT,
    Wonder.MISSED: CURIOSITY, Wonder.NEEDS: PERSON, Wonder.INVOLVED: PERSON, Wonder.REVIEW: POLICY,
}  # fmt: skip


@dataclass(frozen=True)
class Beside:
    """What stands beside the work: the short part of a resource, and the way to the whole of it."""

    slug: str
    title: str
    minutes: int
    html: Markup


def beside_of(slug: str) -> Beside | None:
    """The short part of a resource; None where there is none of that name, so that a page never fails for want of one."""
    books = library()
    found = books.resources.get(slug)
    return Beside(found.slug, found.title, minutes_to_read(plain_words(found)), in_short(found, books)) if found else None


def beside(slug: str, *, reviews=(), signed_in: bool = False) -> Markup:
    """A panel that opens in place, for a template; blank where there is no such resource. ``reviews`` are findings on its topic."""
    found = beside_of(slug)
    context = {"one": found, "reviews": reviews, "signed_in": signed_in}
    return Markup(render_to_string("learning/parts/beside.html", context)) if found else Markup("")  # noqa: S704 - our template


def learning_for(asked) -> str:
    """The slug for a step that is owed or a prompt to wonder about; blank where there is none."""
    return FOR_DUTY.get(getattr(asked, "duty", None)) or FOR_PROMPT.get(getattr(asked, "wonder", None)) or ""


def beside_work(request: HttpRequest) -> dict:
    """Context for every page: what its template needs to put a resource beside a question, a duty or a prompt."""
    signed_in = may(request.user, Permission.USE_HEARD)

    @cache
    def on_topics() -> dict:
        return found_on_topics(request.user.authority_id) if signed_in else {}

    def for_them(slug: str) -> Markup:
        return beside(slug, reviews=on_topics().get(slug, ()), signed_in=signed_in) if slug else Markup("")

    return {"beside": for_them, "learning_for": learning_for}
