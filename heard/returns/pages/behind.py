"""Which cases are behind a cell?"""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_list
from heard.returns.behind import Behind, explained, how_many, reviews_behind, units_for
from heard.returns.live import flat_relations, with_noughts
from heard.returns.pages.opening import open_year
from heard.returns.ways import Way, answer_behind, is_blank, ways_to
from heard.rules.disclosure_control import shown_count
from heard.rules.return_disclosure import disclosed
from heard.rules.return_layout import cell_in_words, cell_named, counts_people
from heard.rules.statutory_return import REVIEWED, REVIEWS, Cell

ON_A_PAGE = 25


@allow(Permission.SEE_CASES)
def behind(request: HttpRequest, year: int, cell: str) -> HttpResponse:
    """The cases behind a cell in the reader's own scope: what makes each count, and where to put it right. The rest is a number."""
    opened = open_year(request, year, "return-figures")
    found = cell_named(cell)
    if found is None:
        raise Http404("No such cell")
    is_of_reviews = found.enquiry_type in (REVIEWS, REVIEWED)
    with flat_relations(opened.reader.authority, (year,)) as ask:
        counts, everybodys = with_noughts(ask, year), how_many(ask, found, year)
        units = (reviews_behind if is_of_reviews else units_for)(request.user, found, year)
        page = Paginator(units, ON_A_PAGE).get_page(request.GET.get("page"))
        mine, shown = page.paginator.count, list(page.object_list)
        rows = [] if is_of_reviews else explained(ask, shown, found, year)
    read_list(request, "open-cases-behind-a-cell", shown, year=year, cell=cell)
    exact = opened.reader.is_exact
    context = {
        **opened.context, "cell": found, "name": cell_in_words(found), "value": (counts if exact else disclosed(counts))[found],
        "page": page, "rows": [(one, _ways(request, found, one)) for one in rows], "reviews": shown if is_of_reviews else [],
        "outside": everybodys - mine if exact else shown_count(everybodys - mine), "counts_people": counts_people(found.table),
        "is_of_reviews": is_of_reviews,
    }  # fmt: skip
    return render(request, "returns/behind.html", context)


def _ways(request: HttpRequest, cell: Cell, one: Behind) -> list[Way]:
    about = {"case": one.case, "concern": one.concern, "enquiry": one.enquiry}
    return ways_to(answer_behind(cell), request.user, **about, blank=is_blank(cell), back=request.get_full_path())
