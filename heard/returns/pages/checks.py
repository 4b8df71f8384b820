"""What do the checks find, in which cases, and how is it explained?"""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_list
from heard.returns.actions import explain_check
from heard.returns.forms import Explain
from heard.returns.pages.opening import open_year
from heard.returns.queries import cases_with_names, counted_and_checked, in_scope, said_before
from heard.rules.return_checks import Check, Severity

ON_A_PAGE = 25


@allow(Permission.SIGN_OFF_RETURN)
def checks(request: HttpRequest, year: int) -> HttpResponse:
    """What each check finds now, what was said about it, and which find nothing."""
    opened = open_year(request, year, "return-checks")
    read_list(request, "open-return-checks", [], year=year)
    _, found = counted_and_checked(opened.reader.authority, year)
    named = {one["check"] for one in found}
    context = {
        **opened.context, "found": found, "Check": Check, "Severity": Severity, "quiet": [one for one in Check if one not in named],
        "to_paste": "\n\n".join(in_words(one) for one in found if one["said"]),
    }  # fmt: skip
    return render(request, "returns/checks.html", context)


def in_words(one: dict) -> str:
    """A finding and its explanation as plain text, to paste into a comment box."""
    return "\n".join((Check(one["check"]).label + (f" ({one['about']})" if one["about"] else ""), one["explanation"], one["said"]))


@allow(Permission.SIGN_OFF_RETURN)
def check(request: HttpRequest, year: int, check: str) -> HttpResponse:
    """One finding: the cases it is about that the reader may open, what was said about it, and the words to keep."""
    opened = open_year(request, year, "return-checks")
    if check not in set(Check):
        raise Http404("No such check")
    about = request.GET.get("about", "")
    _, everything = counted_and_checked(opened.reader.authority, year)
    found = next((one for one in everything if (one["check"], one["about"]) == (check, about)), None)
    before = said_before(opened.reader.authority, year, check, about)
    form = Explain(request.POST or None, initial={"words": before[0].words if before else ""})
    if request.method == "POST" and found is not None and form.is_valid():
        finding = {"authority": opened.reader.authority, "year": year, "what": check, "about": about}
        explain_check(**finding, words=form.cleaned_data["words"], by=request.user)
        messages.success(request, "Your explanation is kept")
        return redirect("return-checks", year)
    page = Paginator(in_scope(request.user, tuple(found["cases"]) if found else ()), ON_A_PAGE).get_page(request.GET.get("page"))
    cases = cases_with_names(request.user, list(page.object_list))
    read_list(request, "open-return-check", cases, year=year, check=check, about=about)
    back = reverse("return-checks", args=[year])
    context = {
        **opened.context, "check": Check(check), "about": about, "found": found, "before": before, "form": form, "page": page,
        "cases": cases, "outside": len(found["cases"]) - page.paginator.count if found else 0, "Severity": Severity,
        "back": back, "cancel": back,
    }  # fmt: skip
    return render(request, "returns/check.html", context)
