"""Is this page open to whoever asks? Only with the browser's own key, and only while it may be shown.

Whatever is not open shows the one neutral page. Words sent from a page that closed by itself are kept, and nothing of the page is shown.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from uuid import uuid4

from django.conf import settings
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from heard.audit.actions import record_read
from heard.mypage.actions.saying import say_simply
from heard.mypage.models import Opening
from heard.mypage.queries.shown import called
from heard.mypage.queries.ways_in import may_be_shown, may_still_say, opening_with
from heard.rules.own_page import WORDS_KEPT_FOR
from heard.rules.vocabulary.own_page import Said

COOKIE = "page"
SALT = "heard.mypage.seen"
ON_TO, ON_TO_FOR = "on", 60  # seconds in which a page that was left goes on to the council's chosen one


@dataclass(frozen=True)
class Here:
    """An open page. ``is_late`` where it has closed by itself and only words sent from it still count."""

    opening: Opening
    key: str
    is_late: bool = False


def neutral(request: HttpRequest, *, had_words: bool = False) -> HttpResponse:
    """The one page for what is used, expired, ended, wrong or unknown: the same bytes, whoever asks and why.

    ``had_words``: something was sent to a page inside; that it was not kept is said, whatever the page is or was.
    """
    return render(request, "mypage/closed.html", {"had_words": had_words})


def visiting(request: HttpRequest) -> Here | None:
    """The page that this browser has open, or None."""
    try:
        key, seen = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=WORDS_KEPT_FOR)
    except (signing.BadSignature, ValueError):
        return None
    opening = opening_with(key)
    if opening is None:
        return None
    if may_be_shown(opening, datetime.fromtimestamp(seen, tz=UTC)):
        return Here(opening, key)
    return Here(opening, key, is_late=True) if request.method == "POST" and may_still_say(opening) else None


def keep_open(response: HttpResponse, key: str) -> HttpResponse:
    """Give the browser its key again, with when it was last here; gone when the browser closes."""
    value = signing.dumps([key, datetime.now(tz=UTC).timestamp()], salt=SALT)
    response.set_cookie(COOKIE, value, path="/p", httponly=True, secure=settings.HTTPS, samesite="Lax")
    return response


def around(here: Here) -> dict:
    """What every page inside shows: whom to ring now, and when what is sent is read."""
    return {"here": here, "council": here.opening.case.authority, "read_when": settings.HEARD_OWN_PAGE_READ, "called": called}


def _late(answer: HttpResponse, request: HttpRequest, here: Here) -> HttpResponse:
    """What follows words from a page that has closed by itself: they are kept, as something else said where the form was not whole."""
    words = request.POST.get("words", "").strip()[:20_000]
    if answer.status_code != 302 and words and request.POST.get("no_name") != "yes":
        say_simply(opening=here.opening, once=uuid4(), said=Said.ANYTHING, words=words)
        return render(request, "mypage/kept.html")
    return render(request, "mypage/kept.html") if answer.status_code == 302 else neutral(request, had_words=True)


def _shown(view: Callable, request: HttpRequest, here: Here, *args, **kwargs) -> HttpResponse:
    """The page, or that there is nothing here: never the page for staff, which says what this is about."""
    try:
        return view(request, here, *args, **kwargs)
    except Http404:
        return render(request, "mypage/nothing.html", around(here), status=404)


def own_page(view: Callable) -> Callable:
    """Open a view of the page to whoever may read it, as ``view(request, here, …)``; the neutral page to anybody else."""

    @wraps(view)
    def guarded(request: HttpRequest, *args, **kwargs) -> HttpResponse:
        here = visiting(request)
        if here is None:
            return neutral(request, had_words=request.method == "POST")
        if here.is_late:
            return _late(_shown(view, request, here, *args, **kwargs), request, here)
        if request.method == "GET":
            record_read("read-own-page", on=here.opening, by=None)  # not which page: answers without a name leave no trace
        return keep_open(_shown(view, request, here, *args, **kwargs), here.key)

    guarded.expired_page = "mypage/again.html"
    return guarded
