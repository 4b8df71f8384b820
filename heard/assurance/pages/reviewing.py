"""How does a review go on: who takes part, what happened when, what is found, what should change, and did it?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.assurance.actions import reviews as actions
from heard.assurance.actions.learning import add_learning_action
from heard.assurance.forms.audits import AddLearningAction
from heard.assurance.forms.reviews import AddFinding, AddRecommendation, AddToChronology, LookAt, Participant, SetOut
from heard.assurance.pages.asking import ask, opened, reflect, typed
from heard.assurance.pages.referring import RUNS
from heard.assurance.queries.reviews import decision_on, happened_to, recommendation_for, review_for
from heard.rules.next_steps.curiosity import Wonder
from heard.rules.reviews.chronology import merged
from heard.rules.reviews.recommendation import look_again_on, state_of
from heard.rules.vocabulary.reviews import RecommendationState, RecommendationStep, ReviewKind

PROOF = (RecommendationStep.PROVED,)
LOOKS = (RecommendationStep.HELD, RecommendationStep.PARTLY, RecommendationStep.NOT_HELD)


def state(recommendation) -> RecommendationState:
    """Where a recommendation stands, its looks read in order."""
    return state_of([one.step for one in recommendation.looks.all()])


def look_again(recommendation):
    """The day from which it can be said whether it held, or None where there is nothing to look at again."""
    waits = state(recommendation) in (RecommendationState.PROVED, RecommendationState.PARTLY)
    return look_again_on(list(recommendation.looks.all())[-1].on) if waits else None


@allow(Permission.RUN_REVIEWS)
def review(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """The review: how it is done, who takes part, findings, recommendations and where each stands."""
    found = review_for(request.user, review_id)
    opened(request, "open-review", found, why=RUNS)
    decided = decision_on(found.referral) if found.referral else None
    context = {
        "review": found, "decided": ReviewKind(decided.decision).label if decided else "", "state": state, "look_again": look_again,
        "signs": {str(one): one.label for one in Wonder}, "happened_to": happened_to,
        "back": reverse("reviews"), "today": timezone.localdate(), "reflect": reflect(),
    }  # fmt: skip
    return render(request, "assurance/review.html", context)


def _add(request: HttpRequest, review_id: UUID, form_class, do, *, done: str = "Saved", **more) -> HttpResponse:
    """One page that adds something to a review; ``do`` takes the review and what was answered."""
    found = review_for(request.user, review_id)
    form = form_class(typed(request), **({"files": request.FILES or None} if form_class is AddToChronology else {}), **more)

    def save() -> None:
        do(found, form.cleaned_data)

    template = "assurance/add_chronology.html" if form_class is AddToChronology else "assurance/question.html"
    then = reverse("chronology" if form_class is AddToChronology else "review", args=[review_id])
    return ask(request, form, save, then=then, done=done, template=template)


@allow(Permission.RUN_REVIEWS)
def set_out(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Method, terms and who leads it."""
    found = review_for(request.user, review_id)
    first = {name: getattr(found, name) for name in ("method", "method_because", "terms", "reviewer_name")}
    return _add(request, review_id, SetOut, lambda one, said: actions.set_out_review(review=one, by=request.user, **said), initial=first)


@allow(Permission.RUN_REVIEWS)
def participant(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Who takes part, how, and with whose help."""
    return _add(request, review_id, Participant, lambda one, said: actions.add_participant(review=one, by=request.user, **said))


@allow(Permission.RUN_REVIEWS)
def finding(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """What was found, and what is shown beside live cases that show the same sign."""
    return _add(request, review_id, AddFinding, lambda one, said: actions.add_finding(review=one, by=request.user, **said))


@allow(Permission.RUN_REVIEWS)
def add_recommendation(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """What should change."""

    def do(found, said) -> None:
        actions.add_recommendation(review=found, by=request.user, **said)

    return _add(request, review_id, AddRecommendation, do, initial={"agreed_on": timezone.localdate()})


@allow(Permission.RUN_REVIEWS)
def add_chronology(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """What one agency tells: typed in, pasted or uploaded."""

    def do(found, said) -> None:
        actions.add_chronology(review=found, agency=said["agency"], rows=said["rows"], by=request.user)

    return _add(request, review_id, AddToChronology, do, done="It is in the chronology")


@allow(Permission.RUN_REVIEWS)
def chronology(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Every agency's chronology merged into one."""
    found = review_for(request.user, review_id)
    opened(request, "open-chronology", found, why=RUNS)
    rows = merged(found.chronology.all())
    context = {"review": found, "rows": rows, "agencies": sorted({one.agency for one in rows}), "back": reverse("review", args=[review_id])}
    return render(request, "assurance/chronology.html", context)


@allow(Permission.RUN_REVIEWS)
def recommendation(request: HttpRequest, recommendation_id: UUID) -> HttpResponse:
    """One recommendation: its actions, what proves it, and whether it held."""
    found = recommendation_for(request.user, recommendation_id)
    opened(request, "open-recommendation", found, why=RUNS)
    context = {
        "one": found, "state": state(found), "again": look_again(found), "today": timezone.localdate(), "State": RecommendationState,
        "back": reverse("review", args=[found.review_id]),
    }  # fmt: skip
    return render(request, "assurance/recommendation.html", context)


@allow(Permission.RUN_REVIEWS)
def look(request: HttpRequest, recommendation_id: UUID) -> HttpResponse:
    """Give the proof, or say after a look whether it held."""
    found = recommendation_for(request.user, recommendation_id)
    waits = state(found) in (RecommendationState.PROVED, RecommendationState.PARTLY)
    form = LookAt(typed(request), about=LOOKS if waits else PROOF, initial={"on": timezone.localdate(), "step": "" if waits else PROOF[0]})

    def save() -> None:
        said = form.cleaned_data
        step = RecommendationStep(said["step"])
        actions.look_at_recommendation(recommendation=found, step=step, on=said["on"], words=said["words"], by=request.user)

    before = f"{found.words}\n\nHow it will be seen: {found.measure_of_change}"
    return ask(request, form, save, then=reverse("recommendation", args=[recommendation_id]), before=before)


@allow(Permission.RUN_REVIEWS)
def recommendation_action(request: HttpRequest, recommendation_id: UUID) -> HttpResponse:
    """Add an action to a recommendation."""
    found = recommendation_for(request.user, recommendation_id)
    form = AddLearningAction(typed(request), initial={"theme": found.theme, "owner_name": found.owner_name})

    def save() -> None:
        add_learning_action(recommendation=found, by=request.user, **form.cleaned_data)

    return ask(request, form, save, then=reverse("recommendation", args=[recommendation_id]), done="Action saved", before=found.words)
