"""Whose names must not stand in this user's log? Those of the people they have worked with, and of the reviews they ran or asked for."""

from uuid import UUID

from django.db.models import Q

from heard.assurance.models import ReviewedPerson, ReviewParticipant, ReviewReferral, SafeguardingAdultReview
from heard.assurance.queries.known import known_about
from heard.audit.models import Event
from heard.cases.models import Case
from heard.rules.names_in_learning import Found, identifiers_in, names_among


def identifiers_for(user, text: str) -> tuple[Found, ...]:
    """What in a text could tell who it is about: compared with the cases that the user has opened, written in or leads, and with the
    reviews they opened or wrote in, those they may no longer see included. Nothing of them is given back but the words that the user
    typed themselves.
    """
    opened = Event.objects.filter(by_id=user.pk, case_id__isnull=False).order_by().values("case_id").distinct()
    mine = Case.objects.filter(Q(pk__in=opened) | Q(lead_id=user.pk), authority_id=user.authority_id)
    cases, reviews = dict(mine.values_list("pk", "person_id")), _reviews(user)
    asked_about, references = _referrals(user)
    reviewed = ReviewedPerson.objects.filter(review_id__in=reviews).values_list("person_id", flat=True)
    people = {*cases.values(), *reviewed}
    known = known_about(people=people, cases=list(cases), reviews=reviews)
    return identifiers_in(text, names=(*known.names, *asked_about), references=(*known.references, *references), addresses=known.addresses)


def _reviews(user) -> list[UUID]:
    """The reviews of the user's council that they opened, began, published or wrote in."""
    subject = SafeguardingAdultReview._meta.label_lower
    opened = Event.objects.filter(by_id=user.pk, subject=subject).order_by().values_list("subject_id", flat=True).distinct()
    wrote = ReviewParticipant.objects.filter(recorded_by=user).order_by().values("review_id")
    mine = Q(pk__in=list(opened)) | Q(recorded_by=user) | Q(published_by=user) | Q(pk__in=wrote)
    return list(SafeguardingAdultReview.objects.filter(mine, authority_id=user.authority_id).values_list("pk", flat=True))


def _referrals(user) -> tuple[list[str], list[str]]:
    """Of the referrals the user made or opened: the names among whom they are about, and the references, as typed. No case is looked up
    by such a reference: it may be of one that the user may not see."""
    subject = ReviewReferral._meta.label_lower
    opened = Event.objects.filter(by_id=user.pk, subject=subject).order_by().values_list("subject_id", flat=True).distinct()
    mine = ReviewReferral.objects.filter(Q(pk__in=list(opened)) | Q(recorded_by=user), authority_id=user.authority_id)
    rows = mine.values_list("about", "case_reference")
    return [names_among(about) for about, _ in rows], [reference for _, reference in rows if reference]
