"""What can be read to learn, by anybody, and does the reader know it now?"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, may, public
from heard.assurance.queries.due import due_for
from heard.assurance.queries.reviews import found_on_topics
from heard.learning.actions.opened import note_opened
from heard.learning.library import Resource, library
from heard.learning.marking import page_of, plain_words, reason_of
from heard.learning.queries.hub import (
    easy_read_of,
    further_reading,
    lines_by_source,
    resource_called,
    resources_for,
    resources_found,
    sources_of,
)
from heard.rules.readability import minutes_to_read

MOST_WORDS = 200
FURTHER = ("LGA-MSP", "LGA-MYTHS", "LGA-SAB", "LGA-SAR2", "SCIE-SHARING", "SCIE-COMM")


def minutes(resource: Resource) -> int:
    """How long a resource takes to read."""
    return minutes_to_read(plain_words(resource))


@public
def hub(request: HttpRequest) -> HttpResponse:
    """All resources, or those that match ``?words=``; Easy Read; further reading; the way to one's own log."""
    books = library()
    words = request.GET.get("words", "")[:MOST_WORDS].strip()
    shown = resources_for(request.user, books)
    context = {
        "words": words,
        "found": resources_found(shown, words) if words else [],
        "ours": [one for one in shown if not one.is_local],
        "local": [one for one in shown if one.is_local],
        "easy": [(one, books.twins[one.slug]) for one in shown if one.slug in books.twins],
        "further": further_reading(FURTHER, books),
        "minutes": minutes,
        "signed_in": may(request.user, Permission.USE_HEARD),
        "due": due_for(request.user, timezone.localdate()),
    }
    return render(request, "learning/hub.html", context)


@public
def resource(request: HttpRequest, resource: str) -> HttpResponse:
    """One resource with its self-check. Whoever is signed in is offered it for their log; nothing else notes who read it."""
    books = library()
    found = resource_called(resource, books)
    if (led := _led_to_sign_in(request, found)) is not None:
        return led
    if may(request.user, Permission.USE_HEARD):
        note_opened(resource=found.slug, by=request.user)
    reviews = found_on_topics(request.user.authority_id).get(found.slug, []) if may(request.user, Permission.USE_HEARD) else []
    return render(request, "learning/resource.html", _shown(request, found, books) | {"html": page_of(found, books), "reviews": reviews})


@public
def self_check(request: HttpRequest, resource: str) -> HttpResponse:
    """What each answer chosen in the self-check means. The answers stand in the address and are kept nowhere."""
    books = library()
    found = resource_called(resource, books)
    if (led := _led_to_sign_in(request, found)) is not None:
        return led
    chosen = [_chosen(request.GET.get(str(number), ""), situation) for number, situation in enumerate(found.situations, 1)]
    return render(request, "learning/self-check.html", _shown(request, found, books) | {"chosen": chosen, "reason_of": reason_of})


@public
def easy_read(request: HttpRequest, resource: str) -> HttpResponse:
    """The Easy Read twin, with pictures."""
    books = library()
    found, twin = resource_called(resource, books), easy_read_of(resource, books)
    if (led := _led_to_sign_in(request, found)) is not None:
        return led
    context = {"resource": found, "twin": twin, "sources": lines_by_source(twin, books), "back": reverse("resource", args=[found.slug])}
    return render(request, "learning/easy-read.html", context)


def _shown(request: HttpRequest, found: Resource, books) -> dict:
    return {
        "resource": found,
        "minutes": minutes(found),
        "sources": sources_of(found, books),
        "further": further_reading(found.further, books),
        "signed_in": may(request.user, Permission.USE_HEARD),
    }


def _chosen(number: str, situation):
    """The answer with this number, or None where none or no such one was chosen."""
    return situation.answers[int(number) - 1] if number in {str(one + 1) for one in range(len(situation.answers))} else None


def _led_to_sign_in(request: HttpRequest, found: Resource) -> HttpResponse | None:
    if found.is_public or request.user.is_authenticated:
        return None
    return redirect(f"{settings.LOGIN_URL}?next={request.path}")
