"""How does anybody refer a case for a review, and how does the panel decide?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.assurance.actions.reviews import decide_on_referral, refer_for_review, start_review
from heard.assurance.forms.reviews import Decide, Refer, Start
from heard.assurance.models import PanelDecision
from heard.assurance.pages.asking import ask, opened, typed
from heard.assurance.queries.due import due_for
from heard.assurance.queries.reviews import decision_on, my_referrals, referral_for, referrals_for, reviews_for
from heard.cases.reading import read_list
from heard.rules.labelled import label_of
from heard.rules.reviews.section_44 import review_of
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.reviews import Criterion, ReviewKind

RUNS = "Runs reviews"


@allow(Permission.USE_HEARD)
def refer(request: HttpRequest) -> HttpResponse:
    """Ask for a review; what I referred before is below."""
    mine = my_referrals(request.user)
    read_list(request, "open-refer-for-review", mine)
    form = Refer(typed(request))

    def save() -> None:
        refer_for_review(by=request.user, **form.cleaned_data)

    done = "The Board has your referral. You see here what it decides"
    return ask(request, form, save, then=reverse("refer-for-review"), back=reverse("quality"), done=done, mine=mine, ReviewKind=ReviewKind,
               template="assurance/refer.html")  # fmt: skip


@allow(Permission.RUN_REVIEWS)
def reviews(request: HttpRequest) -> HttpResponse:
    """Referrals that wait, and every review."""
    referrals, all_reviews = list(referrals_for(request.user)), list(reviews_for(request.user))
    read_list(request, "open-reviews", [*referrals, *all_reviews])
    waiting = [one for one in referrals if not hasattr(one, "review") and not _is_no(one)]
    past = [one for one in referrals if not hasattr(one, "review") and _is_no(one)]
    context = {
        "waiting": waiting, "past": past, "reviews": all_reviews, "due": due_for(request.user, timezone.localdate()),
        "back": reverse("quality"), "ReviewKind": ReviewKind,
    }  # fmt: skip
    return render(request, "assurance/reviews.html", context)


def _is_no(referral) -> bool:
    return any(one.decision == ReviewKind.NOT for one in referral.decisions.all())


@allow(Permission.RUN_REVIEWS)
def referral(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """One referral in its words, with the criteria as answered and the decision."""
    found = referral_for(request.user, referral_id)
    opened(request, "open-referral", found, why=RUNS)
    decided = decision_on(found)
    said = review_of({name: one["answer"] for name, one in decided.criteria.items()}) if decided else None
    context = {
        "referral": found, "decided": decided, "said": said, "criteria": _criteria(decided), "ReviewKind": ReviewKind, "Answer": Answer,
        "label_of": label_of, "back": reverse("reviews"), "review": getattr(found, "review", None),
    }  # fmt: skip
    return render(request, "assurance/referral.html", context)


def _criteria(decided: PanelDecision | None) -> list[tuple[str, str, str]]:
    if decided is None:
        return []
    rows = [(one, decided.criteria.get(str(one), {})) for one in Criterion]
    return [(one.label, label_of(Answer, said.get("answer")), said.get("words", "")) for one, said in rows if said.get("answer")]


@allow(Permission.RUN_REVIEWS)
def decide(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """The criteria one by one, then the decision."""
    found = referral_for(request.user, referral_id)
    opened(request, "open-referral", found, why=RUNS)
    form = Decide(typed(request), initial={"died": found.died, "decided_on": timezone.localdate()})

    def save() -> None:
        said = form.cleaned_data
        decide_on_referral(
            referral=found, criteria=form.criteria, decision=said["decision"], reasons=said["reasons"], panel=said["panel"],
            decided_on=said["decided_on"], by=request.user,
        )  # fmt: skip

    return ask(request, form, save, then=reverse("referral", args=[referral_id]), done="The decision is saved", before=found.what_happened)


@allow(Permission.RUN_REVIEWS)
def start(request: HttpRequest, referral_id: UUID) -> HttpResponse:
    """Begin the review that was decided on."""
    found = referral_for(request.user, referral_id)
    if hasattr(found, "review"):
        return redirect("review", found.review.pk)
    form = Start(typed(request), initial={"case_reference": found.case_reference, "started_on": timezone.localdate()})

    def save() -> None:
        said = dict(form.cleaned_data)
        start_review(referral=found, title=said.pop("name"), by=request.user, **said)

    return ask(request, form, save, then=reverse("referral", args=[referral_id]), done="The review has begun. The return counts it")
