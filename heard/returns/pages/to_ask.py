"""What is still to be asked, team by team, while it still can be?"""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.models import Concern
from heard.cases.reading import read_list
from heard.returns.live import flat_relations
from heard.returns.pages.opening import open_year
from heard.returns.to_ask import cases_to_ask, number_to_ask, teams_to_ask
from heard.returns.ways import ANSWERS, ways_to
from heard.rules.disclosure_control import shown_count
from heard.rules.statutory_return import year_of
from heard.rules.still_to_ask import MEANS, Among, StillToAsk, asked_among, is_looked_at

ON_A_PAGE = 25
NO_TEAM = "none"


@allow(Permission.SEE_FIGURES)
def teams(request: HttpRequest, year: int) -> HttpResponse:
    """How many records of each team lack what the return asks. Exactly in the reader's own cases, or for who signs the return."""
    opened = open_year(request, year, "return-to-ask")
    reader = opened.reader
    read_list(request, "open-still-to-ask", [], year=year, of=reader.authority.slug)
    own_only = request.user if reader.may_open and not reader.is_exact else None
    with flat_relations(reader.authority):
        found = list(teams_to_ask(reader.authority, year, year_now=year_of(timezone.localdate()), of=own_only))
    number = (lambda count: count) if reader.may_open else shown_count
    context = {**opened.context, "found": found, "asked_among": asked_among, "means": MEANS, "number": number, "own_only": own_only}
    return render(request, "returns/to-ask.html", context)


@allow(Permission.SEE_CASES)
def cases(request: HttpRequest, year: int, among: str, item: str) -> HttpResponse:
    """The records in the reader's scope that lack one thing, the longest waiting first, each with where to answer it."""
    opened = open_year(request, year, "return-to-ask")
    where, what = _asked(among, item, year)
    team, back = _team(request), request.get_full_path()
    with flat_relations(opened.reader.authority):
        everybodys = number_to_ask(opened.reader.authority, what, where, year, team)
        page = Paginator(cases_to_ask(request.user, what, where, year, team), ON_A_PAGE).get_page(request.GET.get("page"))
        units = list(page.object_list)
    read_list(request, "open-cases-still-to-ask", units, year=year, among=among, item=item, team=team or "")
    outside = everybodys - page.paginator.count
    context = {
        **opened.context, "what": what, "where": where, "page": page, "units": [_row(one, what, request.user, back) for one in units],
        "outside": outside if opened.reader.is_exact else shown_count(outside), "means": MEANS[what],
        "base": f"?team={request.GET.get('team', '')}&",
    }  # fmt: skip
    return render(request, "returns/to-ask-cases.html", context)


def _asked(among: str, item: str, year: int) -> tuple[Among, StillToAsk]:
    if among not in set(Among) or item not in asked_among(Among(among)):
        raise Http404("Nothing of the kind is asked")
    if not is_looked_at(Among(among), year=year, year_now=year_of(timezone.localdate())):
        raise Http404("Only in the year that runs")
    return Among(among), StillToAsk(item)


def _team(request: HttpRequest) -> UUID | None | str:
    asked_for = request.GET.get("team", "")
    if asked_for in ("", NO_TEAM):
        return None if asked_for else ""
    try:
        return UUID(asked_for)
    except ValueError:
        raise Http404("No such team") from None


def _row(one, what: StillToAsk, user, back: str) -> dict:
    concern, enquiry = (one, None) if isinstance(one, Concern) else (one.concern, one)
    ways = ways_to(ANSWERS[what], user, case=one.case, concern=concern, enquiry=enquiry, blank=True, back=back)
    return {"case": one.case, "concern": concern, "enquiry": enquiry, "ways": ways}
