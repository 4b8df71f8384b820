"""By what could somebody be known who is in these cases, around these adults, or part of these reviews?"""

from collections.abc import Collection, Iterator
from datetime import date
from uuid import UUID

from heard.assurance.models import ReviewParticipant
from heard.cases.models import Case, Concern
from heard.concerns.models import Report
from heard.people.models import EarlierDetails, NetworkMember, Person
from heard.rights.models import Advocacy
from heard.rules.names_in_learning import names_among
from heard.rules.reviews.anonymity import Known


def known_about(*, people: Collection[UUID], cases: Collection[UUID], reviews: Collection[UUID] = ()) -> Known:
    """The adults, as they are and as they were before a change; those in their lives, who spoke for them, who raised a concern (where it
    was written down), and who took part in the reviews. Five queries."""
    details = list(_details(people))
    references = Case.objects.filter(pk__in=cases).values_list("reference")
    return Known(
        names=tuple(sorted({name for one in details for name in _names(one)} | set(_others(people, cases, reviews)))),
        references=tuple(one for (one,) in references.union(Concern.objects.filter(case_id__in=cases).values_list("reference"))),
        addresses=tuple(dict.fromkeys(_address(one) for one in details if one.get("address"))),
        born=tuple(dict.fromkeys(one["birth_date"] for one in details if one.get("birth_date"))),
    )


def _details(people: Collection[UUID]) -> Iterator[dict]:
    """What is known of each adult, and what stood before each change: only what was changed, so a family name may stand alone."""
    columns = ("given_name", "family_name", "known_as", "address", "postcode", "birth_date")
    yield from Person.objects.filter(pk__in=people).values(*columns)
    for earlier in EarlierDetails.objects.filter(person_id__in=people).values_list("details", flat=True):
        born = earlier.get("birth_date")
        yield {**{name: earlier.get(name) or "" for name in columns}, "birth_date": date.fromisoformat(born) if born else None}


def _names(one: dict) -> Iterator[str]:
    whole = f"{one['given_name']} {one['family_name']}".strip()
    yield from (name for name in (whole, one["known_as"].strip()) if name)


def _address(one: dict) -> str:
    return f"{one['address']}\n{one['postcode']}".strip()


def _others(people: Collection[UUID], cases: Collection[UUID], reviews: Collection[UUID]) -> Iterator[str]:
    """The names of everybody but the adults. Two queries."""
    helpers = Advocacy.objects.filter(case_id__in=cases).values_list("advocate_name")
    parts = ReviewParticipant.objects.filter(review_id__in=reviews)
    members = NetworkMember.objects.filter(person_id__in=people).values_list("name")
    for (name,) in members.union(helpers, parts.values_list("name"), parts.values_list("advocate")):
        if name.strip():
            yield name.strip()
    for words in Report.objects.filter(concern__case_id__in=cases).values_list("raised_by_name", flat=True).distinct():
        if name := names_among(words):
            yield name
