"""What is the whole of an enquiry on one page, to read, to print and to talk over?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow, may
from heard.cases.reading import read_case
from heard.documents.showing import card_in_words
from heard.enquiries.pages.closing_parts import four_answers
from heard.enquiries.queries.summary import summary_of
from heard.rights.queries.advocacy import advocates_of
from heard.rights.queries.capacity import decisions_named_in
from heard.rules.vocabulary.enquiry import NotAskedBecause


@allow(Permission.SEE_CASES)
def summary(request: HttpRequest, reference: str) -> HttpResponse:
    """One page: the adult's words first, both judgements, the risks with both views, the plan, and how it ended."""
    case = read_case(request, reference, "open-summary")
    found = summary_of(case)
    if found is None:
        raise Http404("No enquiry in this case")
    for risk in found.risks:
        risk.four_answers = four_answers(risk)
    context = {
        "case": case,
        "summary": found,
        "card": card_in_words(case.current_card, case.person),
        "may_record": may(request.user, Permission.RECORD_IN_CASE),
        "assessed": list(decisions_named_in(case).values()),
        "advocates": advocates_of([case.pk]),
        "not_asked": dict(NotAskedBecause.choices()),
        "printed_at": timezone.localtime(),
        "back": reverse("case", args=[reference]),
        "may_reopen": may(request.user, Permission.REOPEN_ENQUIRY) and found.enquiry.concluded_on is not None,
        "may_correct": may(request.user, Permission.RECORD_IN_CASE) and found.enquiry.concluded_on is not None,
    }
    return render(request, "enquiries/summary.html", context)
