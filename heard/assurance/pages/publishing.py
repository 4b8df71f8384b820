"""How is a review written for everybody, checked for who could be known, published and read?"""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.assurance.actions.publishing import answer_warning, publish_review, write_review
from heard.assurance.forms.reviews import AnswerWarning, WriteReview
from heard.assurance.pages.asking import ask, opened, reflect, typed
from heard.assurance.pages.referring import RUNS
from heard.assurance.pages.reviewing import state
from heard.assurance.queries.publishing import answered_elsewhere, answered_in, warnings_of
from heard.assurance.queries.reviews import published_for, published_review, review_for
from heard.cases.reading import read_list
from heard.documents.pdf import pdf_of
from heard.rules.decision import NotAllowed


@allow(Permission.RUN_REVIEWS)
def write(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Write what is published."""
    found = review_for(request.user, review_id)
    form = WriteReview(typed(request), initial={"name": found.title, "text": found.text})

    def save() -> None:
        write_review(review=found, title=form.cleaned_data["name"], text=form.cleaned_data["text"], by=request.user)

    then = reverse("publish-review", args=[review_id])
    return ask(request, form, save, then=then, back=reverse("review", args=[review_id]))


@allow(Permission.RUN_REVIEWS)
def publish(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """Who could be known from it, each to be answered or taken out; then it is published."""
    found = review_for(request.user, review_id)
    opened(request, "open-review", found, why=RUNS)
    no = None
    if request.method == "POST":
        try:
            publish_review(review=found, by=request.user)
        except NotAllowed as refused:
            no = refused.decision
        else:
            messages.success(request, "It is published")
            return redirect("published-review", review_id)
    answered = answered_in(found)
    warned = [(number, one, answered.get(one.key)) for number, one in enumerate(warnings_of(found), 1)]
    context = {"review": found, "warned": warned, "no": no, "left": sum(not said for _, _, said in warned),
               "back": reverse("review", args=[review_id])}  # fmt: skip
    return render(request, "assurance/publish.html", context)


@allow(Permission.RUN_REVIEWS)
def warning(request: HttpRequest, review_id: UUID, number: int) -> HttpResponse:
    """Say why nobody can be known from the words of one warning. It is named by its place, so that no name stands in an address."""
    found = review_for(request.user, review_id)
    warned = warnings_of(found)
    then = reverse("publish-review", args=[review_id])
    if not 1 <= number <= len(warned):
        return redirect(then)
    one = warned[number - 1]
    answered = answered_in(found)
    said = answered.get(one.key) or answered_elsewhere(one, answered)
    form = AnswerWarning(typed(request), initial={"because": said})

    def save() -> None:
        answer_warning(review=found, warning=one, because=form.cleaned_data["because"], by=request.user)

    return ask(request, form, save, then=then, before=f"‘{one.found}’ is {one.name}. It stands here:\n\n{one.sentence}")


@allow(Permission.USE_HEARD)
def published(request: HttpRequest) -> HttpResponse:
    """The published reviews, the newest first."""
    found = published_for(request.user)
    read_list(request, "open-published-reviews", found)
    return render(request, "assurance/published.html", {"reviews": found, "back": reverse("quality")})


@allow(Permission.USE_HEARD)
def one_published(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One published review, and where each of its recommendations stands."""
    found = published_review(request.user, review_id)
    opened(request, "open-published-review", found, why="Published")
    context = {"review": found, "state": state, "reflect": reflect(), "back": reverse("reviews-published")}
    return render(request, "assurance/one_published.html", context)


@allow(Permission.USE_HEARD)
def published_pdf(request: HttpRequest, review_id: UUID) -> HttpResponse:
    """One published review as a tagged PDF, for the council to put where everybody can read it."""
    found = published_review(request.user, review_id)
    opened(request, "open-published-review", found, why="Published")
    html = render_to_string("assurance/published_review.html", {"review": found, "state": state, "today": timezone.localdate()})
    headers = {"Content-Disposition": 'attachment; filename="safeguarding-adult-review.pdf"'}
    return HttpResponse(pdf_of(html), content_type="application/pdf", headers=headers)
