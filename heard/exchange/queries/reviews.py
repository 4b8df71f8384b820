"""How do the Safeguarding Adult Reviews Heard holds look as rows of the format?"""

from collections import defaultdict
from collections.abc import Iterator

from heard.assurance.models import ReviewedPerson, SafeguardingAdultReview
from heard.exchange.queries.keys import HeldRow, Keys, filled


def held_reviews(keys: Keys) -> Iterator[HeldRow]:
    """Every review, with the people it is about."""
    people = defaultdict(list)
    found = ReviewedPerson.objects.filter(review__authority=keys.authority).order_by("pk")
    for review, person, died, survived in found.values_list("review_id", "person_id", "died", "survived_harm"):
        people[review].append((keys.people[person], died, survived))
    rows = SafeguardingAdultReview.objects.filter(authority=keys.authority).order_by("started_on", "pk")
    for pk, started_on in rows.values_list("pk", "started_on"):
        cells = filled(
            review_ref=keys.reviews[pk],
            started_on=started_on,
            person_refs=";".join(key for key, _, _ in people[pk]),
            died_refs=";".join(key for key, died, _ in people[pk] if died),
            survived_harm_refs=";".join(key for key, _, survived in people[pk] if survived),
        )
        yield HeldRow(keys.reviews[pk], pk, cells)
