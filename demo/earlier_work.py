"""How was the work of the earlier enquiries done? Invented, so that What changed and the Board have every measure to show."""

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

from django.utils import timezone

from heard.cases.models import Enquiry
from heard.concerns.models import Section42Answers, Section42Decision
from heard.enquiries.models import Closing, ReasonForDelay, SafeguardingPlan
from heard.people.models import AboutMe, CommunicationCheck, CommunicationNeeds, NetworkMember
from heard.rights.models import Advocacy
from heard.rules.lateness import TimedStep
from heard.voice.models import Involvement, LaterJudgement

REASONS = ("needs_because", "at_risk_because", "cannot_protect_because")
WHY = "An invented reason."


def earlier_work(enquiries: Iterable[Enquiry], *, since: date, dice: Random) -> None:
    """Give concluded enquiries what the record holds of the work; more of it the later they ended, as after a recommendation."""
    rows: dict[type, list] = {model: [] for model in (
        SafeguardingPlan, Closing, Involvement, CommunicationNeeds, CommunicationCheck, AboutMe, NetworkMember, Advocacy, ReasonForDelay,
        LaterJudgement,
    )}  # fmt: skip
    apart = Random(since.toordinal())
    for one in enquiries:
        for row in _and_afterwards(one, apart):
            rows[type(row)].append(row)
        better = min(1.0, max(0.0, (one.concluded_on - since).days / 720))
        for row in _of(one, dice, share=0.45 + 0.35 * better):
            rows[type(row)].append(row)
        _give_reasons(one, WHY if dice.random() < 0.5 + 0.4 * better else "")
    for model, made in rows.items():
        model.objects.bulk_create(made)


def _and_afterwards(one: Enquiry, dice: Random) -> Iterable:
    """An advocate for some; why it took longer, where it did; and the wish judged again some weeks after the end."""
    council, began, ended = {"authority": one.authority}, one.started_on, one.concluded_on
    if dice.random() < 0.3:
        days = {"referred_on": began, "met_on": began + timedelta(days=dice.choice((2, 3, 5, 8, 15))), "ended_on": ended}
        yield Advocacy(**council, case=one.case, kind="care-act", organisation="Invented Advocacy", **days)
    if (ended - began).days > 84 and dice.random() < 0.85:
        reason = dice.choice(("adults-pace", "adults-pace", "police-or-court", "another-organisation", "nobody-free"))
        yield ReasonForDelay(**council, enquiry=one, step=TimedStep.CONCLUDING, reason=reason)
    again = ended + timedelta(days=42)
    for wish in one.wishes.all() if again < timezone.localdate() and dice.random() < 0.5 else ():
        yield LaterJudgement(
            **council, wish=wish, judge="adult", rating=dice.choice(("met", "met", "met", "partly-met", "not-met")), judged_on=again,
            how="phone", asked_by="somebody-else", asked_by_name="Somebody Earlier", by_lead=False, closed_on=ended, days_since_closing=42,
        )  # fmt: skip


def _give_reasons(one: Enquiry, why: str) -> None:
    answers = Section42Answers.objects.filter(concern_id=one.concern_id, is_current=True)
    answers.update(**dict.fromkeys(REASONS, why))
    Section42Decision.objects.filter(concern_id=one.concern_id, is_current=True).update(answers=answers.first())


def _of(one: Enquiry, dice: Random, *, share: float) -> Iterable:
    council, person, case = one.authority, one.case.person, one.case
    on = one.started_on

    def happens(chance: float) -> bool:
        return dice.random() < chance

    if happens(0.8):
        view = "agrees" if happens(share + 0.1) else "disagrees"
        yield SafeguardingPlan(authority=council, enquiry=one, adult_agrees=view)
    if not one.closings.exists():
        answer = "done" if happens(share + 0.1) else "not-yet"
        yield Closing(authority=council, enquiry=one, checklist={"person-who-may-pose-a-risk": {"answer": answer, "words": ""}})
    if happens(share):
        yield Involvement(authority=council, case=case, how_much="decisions", said_by="adult", said_on=on)
    if happens(share + 0.2):
        yield CommunicationNeeds(authority=council, person=person, asked_on=on, asked_whom="The adult")
        yield CommunicationCheck(authority=council, person=person, step="review", on=on, was_met="yes" if happens(0.8) else "partly")
    if happens(share - 0.1):
        yield AboutMe(authority=council, person=person, words={"people": "I like my neighbour."}, written_on=on)
    if happens(share):
        yield NetworkMember(authority=council, person=person, name="Sam Invented", adult_wants_involved="yes", ref=f"earlier-{one.pk}")
