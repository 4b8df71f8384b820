"""How does somebody take their learning record with them? As a tagged PDF, a .docx or JSON; none of it names a case or a person."""

import json
from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.documents.pdf import pdf_of
from heard.documents.word import word_of
from heard.govuk.words import day
from heard.learning.models import LogEntry
from heard.learning.queries.log import choice_of, entries_of
from heard.rules.vocabulary.learning import DiscussedWith, LearningKind, StartedFrom

TITLE = "Learning record"
ASKED = (
    ("why_relevant", "Why it was relevant"), ("learnt", "What I learnt"), ("differently", "What I do differently"),
    ("difference", "What difference it makes to people"), ("discussed", "What I learnt by talking it over"),
)  # fmt: skip


@allow(Permission.USE_HEARD)
def take(request: HttpRequest) -> HttpResponse:
    """The three ways to take it."""
    return render(request, "learning/take.html", {"count": entries_of(request.user).count(), "back": reverse("log")})


def facts_of(entry: LogEntry) -> list[tuple[str, str]]:
    """The short facts of an entry, in words."""
    found = [("Kind", LearningKind(entry.kind).label), ("When", day(entry.done_on))]
    found += [("How long", f"{entry.minutes} minutes")] if entry.minutes else []
    return [*found, ("Talked over with", DiscussedWith(entry.discussed_with).label)]


def answers_of(entry: LogEntry) -> list[tuple[str, str]]:
    """What was written in an entry, under its questions, and what colleagues said of it; what is blank is left out."""
    found = [(words, getattr(entry, name)) for name, words in ASKED if getattr(entry, name).strip()]
    return found + [(f"{share.peer.full_name} said", share.comment) for share in entry.shares.all() if share.comment]


@allow(Permission.USE_HEARD)
def take_pdf(request: HttpRequest) -> HttpResponse:
    """The whole record as a tagged PDF."""
    context = {"entries": [(one, facts_of(one), answers_of(one)) for one in entries_of(request.user)], "owner": request.user.full_name}
    html = render_to_string("learning/record.html", {**context, "title": TITLE, "today": timezone.localdate()})
    return _file(pdf_of(html), "application/pdf", "pdf")


@allow(Permission.USE_HEARD)
def take_word(request: HttpRequest) -> HttpResponse:
    """The whole record as a .docx."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    return _file(word_of(TITLE, _blocks(entries_of(request.user), request.user.full_name)), kind, "docx")


def _blocks(entries, owner: str) -> Iterator[tuple[str, str]]:
    yield "text", owner
    for entry in entries:
        yield "heading", entry.what
        yield "text", ". ".join(f"{name}: {words}" for name, words in facts_of(entry))
        for name, words in answers_of(entry):
            yield "subheading", name
            yield from (("text", part) for part in words.split("\n\n") if part.strip())


@allow(Permission.USE_HEARD)
def take_json(request: HttpRequest) -> HttpResponse:
    """The whole record as JSON, with every field and the register."""
    rows = [_row(entry) for entry in entries_of(request.user)]
    whole = {"title": TITLE, "register": _register(request.user), "entries": rows}
    return _file(json.dumps(whole, indent=1, ensure_ascii=False).encode(), "application/json", "json")


def _register(user) -> dict | None:
    """Which register they said they are on, or None."""
    choice = choice_of(user)
    renews_on = choice.renews_on.isoformat() if choice and choice.renews_on else None
    return {"slug": choice.register, "renews_on": renews_on, "reminds": choice.reminds} if choice else None


def _row(entry: LogEntry) -> dict:
    plain = ("what", "minutes", "resource", "scaffold", *(name for name, _ in ASKED))
    comments = [
        {"by": one.peer.full_name, "on": timezone.localdate(one.commented_at).isoformat(), "words": one.comment}
        for one in entry.shares.all() if one.comment
    ]  # fmt: skip
    return {
        "done_on": entry.done_on.isoformat(),
        "kind": {"slug": entry.kind, "label": LearningKind(entry.kind).label},
        "discussed_with": {"slug": entry.discussed_with, "label": DiscussedWith(entry.discussed_with).label},
        "started_from": {"slug": entry.started_from, "label": StartedFrom(entry.started_from).label},
        **{name: getattr(entry, name) for name in plain},
        "written_at": entry.written_at.isoformat(),
        "changed_at": entry.changed_at.isoformat(),
        "comments": comments,
    }


def _file(content: bytes, kind: str, ending: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="learning-record.{ending}"'})
