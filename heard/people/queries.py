"""Who in this authority might be the same person, and what may be shown of them?

The one query that looks past a worker's own cases: through the whole authority, and it gives back only enough to choose from.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Case, IntegerField, Sum, Value, When

from heard.people.models import AboutMe, CommunicationCheck, CommunicationNeeds, Person, SafeContactCard, SearchKey
from heard.rules.labelled import label_of
from heard.rules.possible_match import Match, best_matches, start_of_postcode
from heard.rules.search_keys import Details, is_strong, keys_to_look_for
from heard.rules.vocabulary.adult import CommunicationNeed
from heard.rules.vocabulary.communication import NeedsStep

LOOKED_AT = 200  # candidates compared; those who share an NHS number, birth date or postcode come first


@dataclass(frozen=True)
class PossiblePerson:
    """As much of a person as it takes to choose: no address, no cases, no words. ``pk`` is for the audit and the choice."""

    pk: UUID
    name: str
    year_of_birth: int | None
    birth_date_if_same: date | None
    postcode_area: str
    is_provisional: bool
    match: Match


def details_of(person: Person) -> Details:
    """What of a person matching looks at."""
    return Details(
        given_name=person.given_name,
        family_name=person.family_name,
        known_as=person.known_as,
        birth_date=person.birth_date,
        nhs_number=person.nhs_number,
        postcode=person.postcode,
    )


def _candidates(user, keys: list[str]) -> list[UUID]:
    strong = [key for key in keys if is_strong(key)]
    weight = Case(When(key__in=strong, then=Value(100)), default=Value(1), output_field=IntegerField())
    found = SearchKey.objects.filter(authority_id=user.authority_id, key__in=keys).values("person_id")
    best_first = found.annotate(weight=Sum(weight)).order_by("-weight", "person_id")
    return list(best_first.values_list("person_id", flat=True)[:LOOKED_AT])


def _shown(person: Person, asked: Details, match: Match) -> PossiblePerson:
    born = person.birth_date
    return PossiblePerson(
        pk=person.pk,
        name=person.name,
        year_of_birth=born.year if born else None,
        birth_date_if_same=born if born and born == asked.birth_date else None,
        postcode_area=start_of_postcode(person.postcode),
        is_provisional=person.is_provisional,
        match=match,
    )


def possible_matches(
    user, asked: Details, *, leave_out: Callable[[list[UUID]], set[UUID]] | None = None, most: int = 10
) -> list[PossiblePerson]:
    """People of this user's authority who may be the one asked about, best first, with the reasons. Two queries, whatever it holds.

    ``leave_out`` is given the ids found and gives back those not to offer.
    """
    keys = keys_to_look_for(asked)
    if not user.is_active or not keys:
        return []
    found = _candidates(user, keys)
    gone = leave_out(found) if leave_out else set()
    offered = [one for one in found if one not in gone]
    people = Person.objects.filter(pk__in=offered, authority_id=user.authority_id).order_by("recorded_at", "pk")
    best = best_matches(asked, ((one, details_of(one)) for one in people), most)
    return [_shown(person, asked, match) for person, match in best]


def person_to_link(user, pk: str) -> Person | None:
    """The person of this user's authority with that id, or None: the choice made from ``possible_matches``."""
    try:
        return Person.objects.filter(pk=UUID(pk), authority_id=user.authority_id).first() if user.is_active else None
    except (ValueError, AttributeError, TypeError):
        return None


def safe_contact_card_of(person: Person) -> SafeContactCard | None:
    """The current safe-contact card of a person who was already read in scope, or None. One query."""
    return SafeContactCard.objects.filter(person=person, is_current=True).select_related("recorded_by").first()


def who_must_not_know(card: SafeContactCard | None, person: Person) -> list[str]:
    """Who must not know, as the card and the person's own record say: a line for each. No query."""
    said = [card.must_not_know if card else "", person.must_not_know]
    return [line.strip() for part in said for line in part.splitlines() if line.strip()]


def told_of(person: Person) -> str:
    """What was told in words about safe contact and who must not know."""
    return "\n".join(part.strip() for part in (person.safe_contact, person.must_not_know) if part.strip())


@dataclass(frozen=True)
class Communication:
    """What is recorded of how a person communicates: the newest row or None, those before it, and what was shared and reviewed."""

    now: CommunicationNeeds | None
    before: list[CommunicationNeeds]
    shared: list[CommunicationCheck]
    reviewed: list[CommunicationCheck]


def communication_of(person: Person) -> Communication:
    """How a person who was read in scope communicates, newest first in each list; each row has ``in_words``. Two queries."""
    rows = list(CommunicationNeeds.objects.filter(person=person).select_related("recorded_by").order_by("-recorded_at"))
    for one in rows:
        one.in_words = [label_of(CommunicationNeed, need) for need in one.needs]
    checks = list(
        CommunicationCheck.objects.filter(person=person, in_error_at__isnull=True).select_related("recorded_by")
        .order_by("-on", "-recorded_at")
    )  # fmt: skip
    return Communication(
        now=next((one for one in rows if one.is_current), None),
        before=[one for one in rows if not one.is_current],
        shared=[one for one in checks if one.step == NeedsStep.SHARE],
        reviewed=[one for one in checks if one.step == NeedsStep.REVIEW],
    )


def about_me_of(person: Person) -> list[AboutMe]:
    """What matters to a person who was read in scope, in their words: the newest first. One query."""
    return list(AboutMe.objects.filter(person=person).select_related("recorded_by").order_by("-is_current", "-recorded_at"))
