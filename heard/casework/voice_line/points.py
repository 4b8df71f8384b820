"""Which opportunities did the adult have to be heard, from concern to close, and what did they want at each?

Built from the records of one case that were already read in scope; no queries here.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from django.utils import timezone

from heard.cases.models import Concern, Enquiry
from heard.rules.heard_how import heard_at_closing, heard_in_wish, heard_when_raised
from heard.rules.judging import own_judge
from heard.rules.labelled import label_of
from heard.rules.seen_alone import HEARD, HowHeard
from heard.rules.vocabulary.concern import RaisedBy
from heard.rules.vocabulary.enquiry import ClosingView, PlanView, Stage
from heard.rules.vocabulary.voice import Alone, ExpressedBy, NotHeardBecause, Rating, WhatTheySaid
from heard.voice.models import Conversation, Wish


@dataclass
class Point:
    """One opportunity: when, at what stage, how the adult was heard, why not or who was there, and what they wanted then."""

    at: datetime
    stage: str
    how: HowHeard
    why: list[str] = field(default_factory=list)
    wants: list[str] = field(default_factory=list)
    number: int = 0

    @property
    def because(self) -> str:
        """Why not, or who was there, as one line."""
        words = ", ".join(self.why)
        return f"{words[:1].upper()}{words[1:]}"

    @property
    def is_heard(self) -> bool:
        """Whether the adult was heard themselves."""
        return self.how in HEARD


def points_of(concerns: list[Concern], enquiries: list[Enquiry], conversations: list[Conversation], wishes: list[Wish]) -> list[Point]:
    """Every opportunity in order of time, numbered from 1. Concerns and enquiries "with answers"; wishes as ``wishes_of`` gives them."""
    found = [_raised(one) for one in concerns]
    talks = [_talk(one) for one in conversations]
    found += talks
    for on, how, words in _said_apart(wishes):
        _put(found, talks, on, how, words)
    for enquiry in enquiries:
        found += _plan_and_close(enquiry)
    found.sort(key=lambda point: point.at)
    for number, point in enumerate(found, 1):
        point.number = number
    return found


def _raised(concern: Concern) -> Point:
    report, agreement = concern.report, concern.agreement
    raised_by = report.raised_by if report else ""
    answer = agreement.answer if agreement else ""
    words = (report.what_the_adult_wants or report.adults_words) if report else ""
    how = heard_when_raised(raised_by=raised_by, agreement=answer, words=words)
    by_themselves = raised_by == RaisedBy.ADULT
    why = ["They raised it themselves"] if by_themselves else [f"Raised by: {label_of(RaisedBy, raised_by)}"]
    if not by_themselves and words.strip():
        why.append("their words as the person who raised it gave them")
    wants = [f"“{report.what_the_adult_wants.strip()}”"] if report and report.what_the_adult_wants.strip() else []
    return Point(concern.received_at, "Concern raised", how, why, wants)


def _talk(one: Conversation) -> Point:
    why = []
    if one.not_heard_because:
        why.append(label_of(NotHeardBecause, one.not_heard_because))
    elif one.alone and one.alone != Alone.YES:
        why.append(label_of(Alone, one.alone).removeprefix("No, ").capitalize() if one.alone != Alone.NO else "Not alone")
    if one.present:
        why.append(f"there: {', '.join(str(name) for name in one.present)}")
    if one.ask_again_on:
        why.append(f"to try again on {one.ask_again_on.day} {one.ask_again_on:%B}")
    wants = [_wish_words(wish) for wish in one.said_wishes]
    if not wants and one.said_they_want in (WhatTheySaid.NOTHING, WhatTheySaid.LEAVE_ME_ALONE):
        wants = [label_of(WhatTheySaid, one.said_they_want)]
    return Point(one.held_at or one.recorded_at, label_of(Stage, one.stage) if one.stage else "Conversation", one.how, why, wants)


def _wish_words(wish: Wish) -> str:
    whose = "" if wish.expressed_by == ExpressedBy.ADULT else f" ({label_of(ExpressedBy, wish.expressed_by).lower()})"
    is_put_right = bool(wish.before) and wish.before[-1].is_denied
    changed = "Put right: " if is_put_right else "Changed to: " if wish.replaces_id else ""
    denied = f" ({wish.denied})" if wish.is_denied else ""
    return f"{changed}“{wish.words.strip()}”{whose}{denied}"


def _said_apart(wishes: Iterable[Wish]) -> Iterable[tuple[date, HowHeard, str]]:
    """What was said outside a recorded conversation: wishes, changes of mind, and the adult's judgement of what came of them."""
    for wish in wishes:
        how = heard_in_wish(wish.expressed_by)
        if wish.conversation_id is None:
            yield wish.expressed_on or timezone.localdate(wish.recorded_at), how, _wish_words(wish)
        if wish.withdrawn_on:
            yield wish.withdrawn_on, how, f"No longer wanted: “{wish.words.strip()}”"
        judgement = wish.judged.get(own_judge(wish.expressed_by))
        if judgement:
            on = judgement.judged_on or timezone.localdate(judgement.recorded_at)
            yield on, how, f"“{wish.words.strip()}”: {label_of(Rating, judgement.rating).lower()}, in their own judgement"


def _put(found: list[Point], talks: list[Point], on: date, how: HowHeard, words: str) -> None:
    """Beside the conversation of that day in which they were heard; else beside what was said that day in the same way; else apart."""
    same_day = [point for point in talks if timezone.localdate(point.at) == on and point.how != HowHeard.NOT_HEARD]
    apart = [point for point in found if point.stage == "Said" and timezone.localdate(point.at) == on and point.how == how]
    if same_day or apart:
        (same_day or apart)[-1].wants.append(words)
        return
    midday = timezone.make_aware(datetime.combine(on, time(12)))
    found.append(Point(midday, "Said", how, ["no conversation is recorded for this"], [words]))


def _plan_and_close(enquiry: Enquiry) -> list[Point]:
    found = []
    plan, closing = enquiry.plan, enquiry.closing
    if plan and plan.adult_agrees:
        heard = plan.adult_agrees not in (PlanView.NOT_ASKED, PlanView.UNABLE)
        how = HowHeard.ALONE_NOT_RECORDED if heard else HowHeard.NOT_HEARD
        view = [label_of(PlanView, plan.adult_agrees)]
        found.append(Point(plan.recorded_at, "The safeguarding plan", how, view, _quoted(plan.adults_words)))
    how = heard_at_closing(closing.view) if closing else None
    if how:
        found.append(Point(_closed_at(enquiry), "Closing", how, [label_of(ClosingView, closing.view)], _quoted(closing.view_words)))
    return found


def _closed_at(enquiry: Enquiry) -> datetime:
    if enquiry.concluded_on is None:
        return enquiry.closing.recorded_at
    return timezone.make_aware(datetime.combine(enquiry.concluded_on, time(23, 59)))


def _quoted(words: str) -> list[str]:
    return [f"“{words.strip()}”"] if words.strip() else []
