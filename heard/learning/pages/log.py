"""How does somebody write in their own learning log, read it, and have it deleted?"""

from collections.abc import Mapping
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.learning.actions import log as actions
from heard.learning.actions.opened import forget_opened
from heard.learning.forms.log import TEXTS, Asking, LogForm, WhichRegister
from heard.learning.library import library
from heard.learning.models import LogEntry
from heard.learning.pages.hub import minutes
from heard.learning.queries.log import choice_of, entries_of, entry_of, opened_by, parts_missing, shared_with, standing_of
from heard.learning.queries.names import identifiers_for
from heard.rules.reflecting import Scaffold
from heard.rules.vocabulary.learning import DiscussedWith, LearningKind, StartedFrom

ON_A_PAGE = 20


@allow(Permission.USE_HEARD)
def log(request: HttpRequest) -> HttpResponse:
    """One's own record: how far, what was opened, what colleagues ask, and the entries."""
    me = request.user
    context = {
        "page": Paginator(entries_of(me), ON_A_PAGE).get_page(request.GET.get("page")),
        "standing": standing_of(me, today=timezone.localdate()),
        "opened": opened_by(me),
        "asked": list(shared_with(me)),
        "missing": parts_missing,
        "kind_of": lambda entry: LearningKind(entry.kind).label,
        "sees_counts": may(me, Permission.SEE_LEARNING_COUNTS),
    }
    return render(request, "learning/log.html", context)


@allow(Permission.USE_HEARD)
def write(request: HttpRequest) -> HttpResponse:
    """A new entry; ``?from=`` is the slug of a resource or a kind of start, and nothing of a case."""
    start, resource = _start(request.GET.get("from", ""))

    def save(said: dict) -> LogEntry:
        return actions.write_entry(by=request.user, resource=resource, **said)

    return _ask(
        request, save, initial={"done_on": timezone.localdate(), "discussed_with": DiscussedWith.NOBODY, **start}, cancel=reverse("log")
    )


def _start(given: str) -> tuple[dict, str]:
    """What an entry starts with, and the slug of the resource it starts from."""
    found = library().resources.get(given)
    if found:
        started = {"what": found.title[:200], "kind": LearningKind.READING, "minutes": minutes(found), "started_from": StartedFrom.RESOURCE}
        return started, found.slug
    return ({"started_from": StartedFrom(given)} if given in set(StartedFrom) else {}), ""


@allow(Permission.USE_HEARD)
def entry(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """One of one's own entries, with whom it was shared and what they said."""
    found = entry_of(request.user, entry_id)
    context = {"entry": found, "missing": parts_missing(found), "back": reverse("log")}
    return render(request, "learning/entry.html", context | labels_of(found))


def labels_of(found: LogEntry) -> dict:
    """What stands in an entry as a choice, in words."""
    return {"kind": LearningKind(found.kind).label, "discussed_with": DiscussedWith(found.discussed_with).label}


@allow(Permission.USE_HEARD)
def change(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Change one of one's own entries."""
    found = entry_of(request.user, entry_id)

    def save(said: dict) -> LogEntry:
        return actions.change_entry(entry=found, by=request.user, **said)

    now = {name: getattr(found, name) for name in actions.WRITTEN}
    return _ask(request, save, initial=now, cancel=reverse("log-entry", args=[found.pk]), title="Change an entry")


def _ask(request: HttpRequest, save, *, initial: dict, cancel: str, title: str = "") -> HttpResponse:
    """Draw the form; save it; or, where prompts were asked for, draw it again with them and with everything that was typed."""
    post = request.POST if request.method == "POST" else {}
    wants_prompts = post.get("prompts", "") in set(Scaffold)
    scaffold = _scaffold(post.get("prompts") or post.get("scaffold") or initial.get("scaffold", ""))
    found = identifiers_for(request.user, _words(post)) if post and not wants_prompts else ()
    typed = post if post and not wants_prompts else None
    form = LogForm(typed, about=Asking(scaffold, found), initial=_as_typed(post) if wants_prompts else initial)
    if typed is not None and form.is_valid():
        said = {name: value for name, value in form.cleaned_data.items() if name != "sure"}
        kept = save({**said, "scaffold": scaffold, "started_from": said["started_from"] or StartedFrom.NOTHING})
        messages.success(request, _who_reads(kept))
        return redirect("log-entry", kept.pk)
    context = {"form": form, "title": title or form.title, "cancel": cancel, "back": cancel, "scaffolds": Scaffold, "scaffold": scaffold}
    return render(request, "learning/write.html", context)


def _who_reads(entry: LogEntry) -> str:
    names = [one.peer.full_name for one in entry.shares.select_related("peer").filter(withdrawn_at__isnull=True).order_by("shared_at")]
    return f"Saved. You can read it, and those you share it with: {', '.join(names)}." if names else "Saved. Only you can read it."


def _scaffold(slug: str) -> Scaffold:
    return Scaffold(slug) if slug in set(Scaffold) else Scaffold.NONE


def _words(post: Mapping) -> str:
    return "\n".join(post.get(name, "") for name in TEXTS)


def _as_typed(post: Mapping) -> dict:
    """What was typed, as the form takes it to draw itself, without a check."""
    return {name: field.widget.value_from_datadict(post, {}, name) for name, field in LogForm.base_fields.items()}


@allow(Permission.USE_HEARD)
def delete(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Delete one of one's own entries, once asked."""
    found = entry_of(request.user, entry_id)
    if request.method == "POST":
        actions.delete_entry(entry=found, by=request.user)
        messages.success(request, "The entry is deleted.")
        return redirect("log")
    because = "It is erased, with every comment on it, and cannot be brought back. Nobody else is told."
    context = {"title": "Delete this entry?", "because": because, "action_text": "Delete it", "danger": True}
    return render(request, "govuk/confirm.html", {**context, "cancel": reverse("log-entry", args=[found.pk])})


@allow(Permission.USE_HEARD)
def delete_everything(request: HttpRequest) -> HttpResponse:
    """Delete all that Heard keeps of one's learning, once asked."""
    if request.method == "POST":
        deleted = actions.delete_everything(by=request.user)
        messages.success(request, f"Everything in your learning record is deleted: {deleted} {'entry' if deleted == 1 else 'entries'}.")
        return redirect("log")
    return render(request, "learning/delete-everything.html", {"title": "Delete my whole learning record?", "cancel": reverse("log")})


@allow(Permission.USE_HEARD)
def register(request: HttpRequest) -> HttpResponse:
    """Which register one is on."""
    choice = choice_of(request.user)
    now = {"register": choice.register, "renews_on": choice.renews_on, "reminds": "yes" if choice.reminds else "no"} if choice else {}
    form = WhichRegister(request.POST or None, initial=now)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        actions.choose_register(by=request.user, register=said["register"], renews_on=said["renews_on"], reminds=said["reminds"] == "yes")
        messages.success(request, "Saved.")
        return redirect("log")
    return render(request, "govuk/question.html", {"form": form, "back": reverse("log"), "cancel": reverse("log")})


@allow(Permission.USE_HEARD)
def forget(request: HttpRequest) -> HttpResponse:
    """Forget what one opened: one resource, or all."""
    if request.method == "POST":
        forget_opened(by=request.user, resource=request.POST.get("resource", "")[:100])
    return redirect("log")
