"""How does a page keep what is typed on it, and offer it again?"""

from django.http import HttpRequest, JsonResponse
from django.urls import Resolver404, resolve

from heard.accounts.permissions import Permission, allow
from heard.flows.actions import forget_words, keep_words
from heard.flows.queries import kept_words
from heard.govuk.words import clock, day

TOO_MUCH = "Not saved by itself: this is more than can be kept while you type. Press the button below."


@allow(Permission.USE_HEARD)
def kept(request: HttpRequest) -> JsonResponse:
    """GET: what this user typed at ``?of=`` and did not save. POST: keep what they type now, or forget it (``forget``)."""
    address = request.GET.get("of", "")[:300]
    if request.method != "POST":
        return _offer(request, address)
    if not _is_ours(address):
        return JsonResponse({"problem": "There is no such page."}, status=400)
    if "forget" in request.POST:
        forget_words(by=request.user, address=address)
        return JsonResponse({})
    at = keep_words(by=request.user, address=address, typed=dict(request.POST.lists()))
    return JsonResponse({"saved": clock(at)}) if at else JsonResponse({"problem": TOO_MUCH}, status=413)


def _offer(request: HttpRequest, address: str) -> JsonResponse:
    found = kept_words(by=request.user, address=address)
    return JsonResponse({"words": found.words, "when": f"{day(found.kept_at)} at {clock(found.kept_at)}"} if found else {})


def _is_ours(address: str) -> bool:
    try:
        resolve(address)
    except Resolver404:
        return False
    return True
