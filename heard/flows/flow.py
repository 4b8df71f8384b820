"""What is asked, in what order, and what happens at the end?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Model
from django.http import HttpRequest

from heard.flows.models import Draft
from heard.govuk.forms import Question

RESERVED = frozenset({"add", "added", "autosave", "check", "delete", "done", "leave", "page", "resume", "saved", "new"})


class Answers(dict):
    """What has been answered so far, by field name. A question not asked or not answered is None; ``about`` is the record."""

    about: Any = None

    def __missing__(self, key: str) -> None:
        return None


def always(answers: Answers) -> bool:
    """Shown to everybody."""
    return True


@dataclass(frozen=True)
class Page:
    """One page of a flow. ``template`` extends flows/page.html where it needs more than its form.

    ``shown_if`` gets the answers of the pages before. ``after`` is called once a page is answered, with the visit and the answers;
    a response from it is sent instead of the next page.
    """

    slug: str
    form: type[Question]
    shown_if: Callable[[Answers], bool] = always
    title: str = ""
    template: str = "flows/page.html"
    after: Callable | None = None


@dataclass(frozen=True)
class Submission:
    """What ``on_submit`` is given: the answers of the pages shown, who sent them, for which council and about which record."""

    answers: Answers
    draft: Draft
    by: Any
    about: Any

    @property
    def authority(self):
        return self.draft.authority

    @property
    def reference(self) -> str:
        """What the person was given to come back with; use it as the record's reference where they will quote it."""
        return self.draft.reference


@dataclass(frozen=True)
class Flow:
    """Pages in order, one permission, one action at the end.

    Exactly one of ``permission`` and ``public`` is given. ``about(request, **kwargs)`` turns the address into the record, or raises
    Http404. ``on_submit(submission)`` returns the record made (or its id); it may raise NotAllowed, and nothing is lost.
    With ``begins_on_first_page`` the public meet the first question at once, and the draft begins when it is answered.
    ``done_url(draft, about)`` is where to go then; without it, ``done_template``. ``on_add(draft, words)`` takes words added later.
    """

    slug: str
    title: str
    pages: tuple[Page, ...]
    on_submit: Callable[[Submission], Model | str | None]
    permission: Any = None
    public: bool = False
    about: Callable[..., Any] | None = None
    begins_on_first_page: bool = False
    check_answers: bool = True
    check_title: str = "Check your answers"
    send: str = "Send"
    start_template: str = "flows/start.html"
    check_template: str = "flows/check.html"
    done_template: str = "flows/done.html"
    done_url: Callable[[Draft, Any], str] | None = None
    on_add: Callable[[Draft, str], None] | None = None

    def __post_init__(self):
        slugs = [page.slug for page in self.pages]
        if not slugs or len(set(slugs)) < len(slugs) or RESERVED & set(slugs):
            raise ValueError(f"Flow {self.slug}: each page needs a slug of its own, and none of {sorted(RESERVED)}.")
        if self.public == bool(self.permission):
            raise ValueError(f"Flow {self.slug}: give either a permission or public=True.")

    def page(self, slug: str) -> Page | None:
        """The page of that slug, or None."""
        return next((page for page in self.pages if page.slug == slug), None)

    def record_in(self, request: HttpRequest, kwargs: Mapping) -> Any:
        """The record that the address names, or None for a flow about nothing in particular."""
        return self.about(request, **kwargs) if self.about else None
