"""Which referrals and reviews are there, who may be known from one, and what did reviews find about a sign?"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from uuid import UUID

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.http import Http404

from heard.accounts.models import Authority, User
from heard.accounts.permissions import Permission, may
from heard.assurance.models import (
    EarlierReviewedPerson,
    PanelDecision,
    Recommendation,
    RecommendationLook,
    ReviewedPerson,
    ReviewFinding,
    ReviewReferral,
    SafeguardingAdultReview,
)
from heard.assurance.queries.known import known_about
from heard.cases.models import Case, Concern, Enquiry
from heard.people.models import Person
from heard.rules.reviews.anonymity import Known
from heard.rules.vocabulary.reviews import HappenedTo

NOW = PanelDecision.objects.filter(is_current=True)
IN_ORDER = RecommendationLook.objects.order_by("recorded_at")


def my_referrals(user) -> list[ReviewReferral]:
    """What this user referred, the newest first, each with its decision. Two queries."""
    rows = ReviewReferral.objects.filter(recorded_by=user).prefetch_related(Prefetch("decisions", NOW))
    return list(rows.order_by("-recorded_at"))


def referrals_for(user) -> QuerySet[ReviewReferral]:
    """The authority's referrals, the newest first; none for who does not run reviews."""
    if not may(user, Permission.RUN_REVIEWS):
        return ReviewReferral.objects.none()
    rows = ReviewReferral.objects.filter(authority_id=user.authority_id).select_related("recorded_by", "review")
    return rows.prefetch_related(Prefetch("decisions", NOW)).order_by("-recorded_at")


def referral_for(user, referral_id: UUID) -> ReviewReferral:
    """One referral of this user's authority. Raises Http404 outside it."""
    return _or_404(referrals_for(user).filter(pk=referral_id).first())


def decision_on(referral: ReviewReferral) -> PanelDecision | None:
    """The panel's current decision, or None."""
    return next(iter(referral.decisions.filter(is_current=True)), None)


def reviews_for(user) -> QuerySet[SafeguardingAdultReview]:
    """The authority's reviews, the newest first; none for who does not run reviews."""
    if not may(user, Permission.RUN_REVIEWS):
        return SafeguardingAdultReview.objects.none()
    return SafeguardingAdultReview.objects.filter(authority_id=user.authority_id).order_by("-started_on", "-recorded_at")


def review_for(user, review_id: UUID) -> SafeguardingAdultReview:
    """One review of this user's authority with its parts. Raises Http404 outside it."""
    found = reviews_for(user).filter(pk=review_id).select_related("referral", "published_by")
    return _or_404(found.prefetch_related(
        "people__person", "participants", "findings", "recommendations__actions", Prefetch("recommendations__looks", IN_ORDER),
    ).first())  # fmt: skip


def reviewed_person_for(user, reviewed_id: int) -> ReviewedPerson:
    """Somebody a review of this user's authority is about. Raises Http404 outside it."""
    found = ReviewedPerson.objects.filter(review__in=reviews_for(user), pk=reviewed_id).select_related("review", "person")
    return _or_404(found.prefetch_related("earlier__recorded_by").first())


def happened_to(reviewed: ReviewedPerson | EarlierReviewedPerson) -> HappenedTo:
    """What happened to somebody a review is about, as one word; a bundle may say both, and then they died."""
    return HappenedTo.DIED if reviewed.died else HappenedTo.SURVIVED if reviewed.survived_harm else HappenedTo.NEITHER


def recommendation_for(user, recommendation_id: UUID) -> Recommendation:
    """One recommendation of this user's authority. Raises Http404 outside it."""
    found = Recommendation.objects.filter(review__in=reviews_for(user), pk=recommendation_id).select_related("review")
    return _or_404(found.prefetch_related("actions", Prefetch("looks", IN_ORDER.select_related("recorded_by"))).first())


def published_for(user) -> list[SafeguardingAdultReview]:
    """The published reviews of this user's authority, the newest first."""
    rows = SafeguardingAdultReview.objects.filter(authority_id=user.authority_id, published_at__isnull=False)
    return list(rows.order_by("-published_at"))


def published_review(user, review_id: UUID) -> SafeguardingAdultReview:
    """One published review with its recommendations, each ``is_colleagues`` where its owner is a colleague, who is not named to others.
    Raises Http404 where it is not published, or another authority's."""
    named = User.objects.filter(authority_id=user.authority_id, full_name__iexact=OuterRef("owner_name"))
    recommendations = Recommendation.objects.annotate(is_colleagues=Exists(named))
    rows = SafeguardingAdultReview.objects.filter(authority_id=user.authority_id, published_at__isnull=False, pk=review_id)
    with_parts = rows.prefetch_related(Prefetch("recommendations", recommendations), Prefetch("recommendations__looks", IN_ORDER))
    return _or_404(with_parts.first())


def _or_404(found):
    if found is None:
        raise Http404("No such record")
    return found


def person_of_case(authority: Authority, reference: str) -> Person | None:
    """The adult of the case or concern of that reference in the authority, for a panel that has the reference; else None."""
    if not reference.strip():
        return None
    case = Case.objects.filter(authority=authority, reference__iexact=reference.strip()).select_related("person").first()
    if case is not None:
        return case.person
    concern = Concern.objects.filter(authority=authority, reference__iexact=reference.strip()).select_related("case__person").first()
    return concern.case.person if concern else None


def known_of(review: SafeguardingAdultReview) -> Known:
    """By what the people of the review could be known: all that ``known_about`` finds, and who led their cases. Eight queries."""
    people = list(review.people.values_list("person_id", flat=True))
    cases = dict(Case.objects.filter(person_id__in=people).values_list("pk", "lead__full_name"))
    found = known_about(people=people, cases=list(cases), reviews=[review.pk])
    leads = {*cases.values(), *Enquiry.objects.filter(case_id__in=cases).values_list("lead_name", flat=True)}
    return replace(found, names=(*found.names, *(name.strip() for name in leads if name and name.strip())))


def found_on_topics(authority_id: UUID) -> dict[str, list[ReviewFinding]]:
    """What the authority's reviews found on each topic of learning, the newest review first. One query."""
    found = defaultdict(list)
    rows = ReviewFinding.objects.filter(authority_id=authority_id).exclude(topic="").exclude(prompt="").select_related("review")
    for one in rows.order_by("-review__started_on", "number"):
        found[one.topic].append(one)
    return dict(found)


def found_by_reviews(authority_id: UUID, signs: Iterable[str]) -> dict[str, list[ReviewFinding]]:
    """What the authority's reviews found about each of these signs, the newest review first. One query."""
    found = defaultdict(list)
    rows = ReviewFinding.objects.filter(authority_id=authority_id, sign__in=list(signs)).exclude(prompt="").select_related("review")
    for one in rows.order_by("-review__started_on", "number"):
        found[one.sign].append(one)
    return dict(found)
