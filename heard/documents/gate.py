"""May this go out? Reads the adult's safe-contact card and asks the one rule; every outgoing thing passes here."""

from datetime import datetime

from django.utils import timezone

from heard.cases.models import Case
from heard.people.models import Person, SafeContactCard
from heard.people.queries import safe_contact_card_of, told_of
from heard.rules.decision import Decision
from heard.rules.safe_contact import Card, WayOnCard, may_go
from heard.rules.safe_hours import Hours
from heard.rules.vocabulary.safe_contact import SentHow, Way

WAY_OF = {SentHow.POST: Way.POST, SentHow.EMAIL: Way.EMAIL, SentHow.IN_PERSON: Way.VISIT, SentHow.READ_ALOUD: Way.VISIT}


def card_for_rule(card: SafeContactCard | None, person: Person) -> Card | None:
    """The card as the rule reads it, or None where nobody has written one."""
    if card is None:
        return None
    return Card(
        ways=tuple(WayOnCard(**one) for one in card.ways),
        safe_times=tuple(card.safe_times),
        hours=tuple(Hours(**one) for one in card.hours),
        must_not_know="\n".join(part for part in (card.must_not_know, person.must_not_know) if part.strip()),
        shared_or_watched=tuple(card.shared_or_watched),
        told_since=card.told != told_of(person),
    )


def ask_gate(*, case: Case, how: SentHow | str, where: str = "", at: datetime | None = None, to_whom: str = "") -> Decision:
    """Whether a document may leave for the adult of this case, or for somebody else (``to_whom``). One query."""
    return ask_gate_by(case=case, way=WAY_OF[SentHow(how)], where=where, at=at, to_whom=to_whom)


def ask_gate_by(
    *, case: Case, way: Way, where: str = "", at: datetime | None = None, to_whom: str = "", is_opened: bool = False
) -> Decision:
    """Whether anything may go to them this way, as a link in a message may, or be opened there now (``is_opened``). One query."""
    person = case.person
    card = card_for_rule(safe_contact_card_of(person), person)
    local = timezone.localtime(at) if at else None
    died = person.death_date is not None
    return may_go(card=card, died=died, way=way, where=where, at=local, to_whom=to_whom, is_opened=is_opened)
