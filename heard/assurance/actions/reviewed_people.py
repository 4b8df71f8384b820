"""Whom is a review about, and what happened to each? The return counts them by it."""

from django.db import transaction

from heard.assurance.models import EarlierReviewedPerson, ReviewedPerson, SafeguardingAdultReview
from heard.assurance.queries.reviews import happened_to, person_of_case
from heard.audit.actions import record
from heard.rules.decision import Decision, NotAllowed
from heard.rules.vocabulary.reviews import HappenedTo


@transaction.atomic
def name_reviewed_person(*, review: SafeguardingAdultReview, case_reference: str, happened: HappenedTo, by) -> ReviewedPerson:
    """Say that a review is about a further adult, found by the reference of their case or concern, and what happened to them.

    Raises NotAllowed for a reference that nobody has, or for an adult the review is about already.
    """
    review = SafeguardingAdultReview.objects.select_for_update().get(pk=review.pk)
    person = person_of_case(review.authority, case_reference)
    if person is None:
        raise NotAllowed(Decision(False, ("No case or concern has that reference. Ask whoever referred it.",)))
    if review.people.filter(person=person).exists():
        raise NotAllowed(Decision(False, ("The review is about this adult already. Say there what happened to them.",)))
    named = ReviewedPerson.objects.create(review=review, person=person, **_flags(happened))
    record("name-reviewed-person", on=named, by=by, authority_id=review.authority_id, detail={"happened": str(happened)})
    return named


@transaction.atomic
def correct_what_happened(*, reviewed: ReviewedPerson, happened: HappenedTo, because: str, by) -> ReviewedPerson:
    """Put right what happened to somebody a review is about; what was said before is kept. Raises NotAllowed where nothing differs."""
    reviewed = ReviewedPerson.objects.select_for_update(of=("self",)).select_related("review").get(pk=reviewed.pk)
    if happened_to(reviewed) == happened:
        raise NotAllowed(Decision(False, ("That is what is recorded already.",)))
    earlier = EarlierReviewedPerson.objects.create(
        authority_id=reviewed.review.authority_id, recorded_by=by, reviewed=reviewed, died=reviewed.died,
        survived_harm=reviewed.survived_harm, because=because.strip(),
    )  # fmt: skip
    record("keep-what-happened-before", on=earlier, by=by)
    for name, value in _flags(happened).items():
        setattr(reviewed, name, value)
    reviewed.save(update_fields=["died", "survived_harm"])
    detail = {"happened": str(happened)}
    record("correct-what-happened", on=reviewed, by=by, authority_id=reviewed.review.authority_id, detail=detail)
    return reviewed


def _flags(happened: HappenedTo) -> dict[str, bool]:
    return {"died": happened == HappenedTo.DIED, "survived_harm": happened == HappenedTo.SURVIVED}
