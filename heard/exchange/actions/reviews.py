"""How do the Safeguarding Adult Reviews of a bundle become records?"""

from uuid import UUID, uuid4

from heard.assurance.models import ReviewedPerson, SafeguardingAdultReview
from heard.exchange.actions.writing import Writing, in_batches
from heard.exchange.cells import items_of, read_date
from heard.exchange.merging import Change


def _people(writing: Writing, change: Change) -> dict[UUID, tuple[bool, bool]]:
    """For each person of the review: whether they died, and whether they survived serious harm."""
    died, survived = (set(items_of(change.after.get(name, ""))) for name in ("died_refs", "survived_harm_refs"))
    refs = items_of(change.after.get("person_refs", ""))
    return {writing.ids["people.csv"][ref]: (ref in died, ref in survived) for ref in refs}


def create_reviews(writing: Writing, changes: list[Change]) -> None:
    """Save new reviews, with the people each is about."""
    for batch in in_batches(changes):
        reviews, people = [], []
        for change in batch:
            change.record_id = writing.ids["safeguarding_adult_reviews.csv"][change.row.key] = uuid4()
            started_on = read_date(change.after["started_on"])
            reviews.append(writing.new(SafeguardingAdultReview, pk=change.record_id, ref=change.row.key, started_on=started_on))
            people += _reviewed(writing, change)
        writing.create(reviews, cases={})
        writing.create(people, cases={})


def _reviewed(writing: Writing, change: Change) -> list[ReviewedPerson]:
    return [
        ReviewedPerson(review_id=change.record_id, person_id=pk, died=died, survived_harm=survived)
        for pk, (died, survived) in _people(writing, change).items()
    ]


def update_reviews(writing: Writing, changes: list[Change]) -> None:
    """Save what differs, of a review and of each person in it."""
    for batch in in_batches(changes, 200):
        reviews = SafeguardingAdultReview.objects.in_bulk([change.record_id for change in batch])
        held = {(one.review_id, one.person_id): one for one in ReviewedPerson.objects.filter(review_id__in=list(reviews))}
        before = {change.record_id: {name: change.before.get(name, "") for name in sorted(change.names)} for change in batch}
        for change in batch:
            reviews[change.record_id].started_on = read_date(change.after["started_on"])
        writing.change(list(reviews.values()), ["started_on"], before=before)
        wanted = {(one.review_id, one.person_id): one for change in batch for one in _reviewed(writing, change)}
        gone = [one for key, one in held.items() if key not in wanted]
        writing.create([one for key, one in wanted.items() if key not in held], cases={})
        writing.change(_as_wanted(held, wanted), ["died", "survived_harm"], before={})
        writing.delete(gone)


def _as_wanted(held: dict, wanted: dict) -> list[ReviewedPerson]:
    """The people already in a review about whom something else is now said."""
    differ = []
    for key, one in held.items():
        new = wanted.get(key)
        if new and (one.died, one.survived_harm) != (new.died, new.survived_harm):
            one.died, one.survived_harm = new.died, new.survived_harm
            differ.append(one)
    return differ
