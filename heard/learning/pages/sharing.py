"""How is one entry shown to a colleague, read by them, commented on and taken back? And what may a learning lead see?"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.audit.actions import record_read
from heard.learning.actions import sharing as actions
from heard.learning.forms.log import Asking, Comment, ShareWith
from heard.learning.pages.log import labels_of
from heard.learning.queries.counts import counted_since, counts_for
from heard.learning.queries.log import entry_of, own_share, shared_entry_for
from heard.learning.queries.names import identifiers_for
from heard.rules.decision import NotAllowed
from heard.rules.sharing_learning import FEWEST_PEOPLE


@allow(Permission.USE_HEARD)
def share(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Show one of one's own entries to one colleague."""
    entry = entry_of(request.user, entry_id)
    form = ShareWith(request.POST or None, user=request.user)
    here = reverse("log-entry", args=[entry.pk])
    if request.method == "POST" and form.is_valid():
        try:
            actions.share_entry(entry=entry, peer=form.peer_chosen(), by=request.user)
        except NotAllowed as no:
            form.refuse(no)
        else:
            messages.success(request, "Shared. They find it under Learning, in their own record.")
            return redirect(here)
    return render(request, "govuk/question.html", {"form": form, "back": here, "cancel": here})


@allow(Permission.USE_HEARD)
def shared(request: HttpRequest, share_id: UUID) -> HttpResponse:
    """An entry that a colleague shows one, and one's comment on it."""
    post = request.POST if request.method == "POST" else None
    try:
        found = shared_entry_for(request.user, share_id)
    except Http404:
        if post is None:
            raise
        return _taken_back(request, post.get("comment", ""))
    record_read("open-shared-learning", on=found, by=request.user)
    about = Asking(found=identifiers_for(request.user, post.get("comment", "")) if post else ())
    form = Comment(post, about=about, initial={"comment": found.comment})
    if post is not None and form.is_valid():
        try:
            actions.comment_on_entry(share=found, comment=form.cleaned_data["comment"], by=request.user)
        except NotAllowed:
            return _taken_back(request, form.cleaned_data["comment"])
        messages.success(request, "Your comment is saved. The owner of the entry can read it.")
        return redirect("shared-entry", found.pk)
    context = {"share": found, "entry": found.entry, "form": form, "back": reverse("log")}
    return render(request, "learning/shared.html", context | labels_of(found.entry))


def _taken_back(request: HttpRequest, words: str) -> HttpResponse:
    """That the comment was not sent, with the words that were typed; nothing of the entry, which may never have been."""
    return render(request, "learning/taken-back.html", {"words": words, "back": reverse("log")}, status=404)


@allow(Permission.USE_HEARD)
def withdraw(request: HttpRequest, share_id: UUID) -> HttpResponse:
    """Take one's own entry back from a colleague, once asked."""
    found = own_share(request.user, share_id)
    here = reverse("log-entry", args=[found.entry_id])
    if request.method == "POST":
        actions.withdraw_share(share=found, by=request.user)
        messages.success(request, "Taken back. They cannot read it any more.")
        return redirect(here)
    because = "They cannot read the entry any more. A comment that they wrote stays with it."
    context = {"title": "Take this entry back?", "because": because, "action_text": "Take it back", "cancel": here}
    return render(request, "govuk/confirm.html", context)


@allow(Permission.SEE_LEARNING_COUNTS)
def counts(request: HttpRequest) -> HttpResponse:
    """How much is being learnt in the council: counts only, and only from five people up."""
    since = counted_since(timezone.localdate())
    context = {"counts": counts_for(request.user, since=since), "since": since, "fewest": FEWEST_PEOPLE, "back": reverse("log")}
    return render(request, "learning/counts.html", context)
