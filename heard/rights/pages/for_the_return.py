"""How are capacity and support answered for an enquiry?"""

from django.http import Http404, HttpRequest, HttpResponse

from heard.accounts.permissions import Permission, allow
from heard.cases.models import Case, Enquiry
from heard.cases.queries import enquiry_named
from heard.cases.reading import read_case
from heard.rights.actions import for_the_return as actions
from heard.rights.forms.for_the_return import CapacityAnswer, SupportAnswer
from heard.rights.queries.capacity import suggested_for
from heard.rights.queries.for_the_return import capacity_answers_of, support_answers_of
from heard.rules.recording_in_a_case import may_answer_for_return
from heard.rules.vocabulary.answers import Answer
from heard.rules.vocabulary.enquiry import SupportedBy
from heard.voice.asking import ask, closed, typed


def _enquiry(request: HttpRequest, case: Case) -> Enquiry:
    enquiry = enquiry_named(case, request.GET.get("of", ""))
    if enquiry is None:
        raise Http404("No enquiry yet")
    enquiry.case = case
    return enquiry


@allow(Permission.RECORD_IN_CASE)
def capacity(request: HttpRequest, reference: str) -> HttpResponse:
    """This enquiry's answer for the return: never a statement about the person."""
    case = read_case(request, reference, "open-capacity-answer")
    enquiry = _enquiry(request, case)
    given = capacity_answers_of(enquiry)
    if (no := closed(request, case, may_answer_for_return(stage=case.stage, is_answered=bool(given)))) is not None:
        return no
    now = given[0] if given else None
    suggested = suggested_for(enquiry)
    first = {"had_capacity": now.had_capacity, "answered_by_name": now.answered_by_name} if now else {"had_capacity": suggested.answer}
    form = CapacityAnswer(typed(request), about=suggested, initial={"answered_by_name": request.user.full_name, **first})

    def save() -> None:
        actions.answer_capacity(enquiry=enquiry, by=request.user, **form.cleaned_data)

    before = [(one, Answer(one.had_capacity).label, one.answered_by_name) for one in given]
    around = {"before": before, "suggested": suggested, "labels": dict(Answer.choices()), "enquiry": enquiry}
    return ask(request, form, save, case=case, template="rights/capacity.html", done="Answer saved", **around)


@allow(Permission.RECORD_IN_CASE)
def support(request: HttpRequest, reference: str) -> HttpResponse:
    """Who supported or represented the adult in this enquiry."""
    case = read_case(request, reference, "open-support-answer")
    enquiry = _enquiry(request, case)
    given = support_answers_of(enquiry)
    if (no := closed(request, case, may_answer_for_return(stage=case.stage, is_answered=bool(given)))) is not None:
        return no
    form = SupportAnswer(typed(request), initial={"supported_by": given[0].supported_by if given else []})

    def save() -> None:
        actions.answer_support(enquiry=enquiry, by=request.user, **form.cleaned_data)

    labels = dict(SupportedBy.choices())
    before = [(one, ", ".join(labels.get(who, who) for who in one.supported_by), "") for one in given]
    return ask(request, form, save, case=case, template="rights/support.html", done="Answer saved", before=before, enquiry=enquiry)
