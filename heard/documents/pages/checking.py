"""Which of the words being typed are hard? Nothing of them is kept."""

from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import render

from heard.accounts.permissions import Permission, allow
from heard.rules.easy_read import to_reword

MOST = 5000  # characters: more is not Easy Read


@allow(Permission.RECORD_IN_CASE)
def check_words(request: HttpRequest) -> HttpResponse:
    """A piece of a page: what the check of plain words finds in what was typed, with a button for each plain twin."""
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    return render(request, "documents/found-words.html", {"found": to_reword(request.POST.get("words", "")[:MOST])})
