"""Which case is capacity assessed in, and does what is recorded of its risks let the decision wait?

The form is ``heard.rights.flows.capacity``. It stands here because risks do.
"""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from heard.cases.models import Case
from heard.cases.queries import case_for, enquiry_of
from heard.cases.reading import read_case
from heard.enquiries.queries.risks import waiting_in
from heard.rights.flows.capacity import assessment_flow
from heard.rights.queries.capacity import decisions_named_in
from heard.voice.asking import adult_card


def case_to_assess_in(request: HttpRequest, reference: str) -> Case:
    """The case with what the form needs. What is saved by itself shows nothing, so it is no reading; everything else is."""
    saves_itself = request.resolver_match.url_name.endswith("-autosave")
    case = case_for(request.user, reference) if saves_itself else read_case(request, reference, "open-capacity-form")
    case.adult = adult_card(case)
    case.decisions = decisions_named_in(case)
    case.enquiry_now = enquiry_of(case)
    case.waiting = SimpleLazyObject(lambda: waiting_in(case))
    return case


CAPACITY = assessment_flow(about=case_to_assess_in)
