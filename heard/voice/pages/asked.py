"""Was the adult asked what they want? The enquiry's own answer, given by a person."""

from django.http import Http404, HttpRequest, HttpResponse

from heard.accounts.permissions import Permission, allow
from heard.cases.queries import enquiry_named
from heard.cases.reading import read_case
from heard.rules.asked_what_they_want import suggested_answer
from heard.rules.recording_in_a_case import may_answer_for_return
from heard.voice.actions import judging
from heard.voice.asking import ask, closed, typed
from heard.voice.forms.asked import AskedForm
from heard.voice.queries import asked_answer_of, conversations_of, wishes_for


@allow(Permission.RECORD_IN_CASE)
def answer(request: HttpRequest, reference: str) -> HttpResponse:
    """The return's question, with what the conversations and wishes suggest filled in; nothing is saved until a person says so."""
    case = read_case(request, reference, "open-asked-answer")
    enquiry = enquiry_named(case, request.GET.get("of", ""))
    if enquiry is None:
        raise Http404("No enquiry yet")
    enquiry.case = case
    now = asked_answer_of(enquiry)
    if (no := closed(request, case, may_answer_for_return(stage=case.stage, is_answered=now is not None))) is not None:
        return no
    wishes = wishes_for(enquiry)
    asked = [one.asked_what_they_want for one in conversations_of(case, wishes)]
    suggested = suggested_answer(wishes=len(wishes), asked=asked)
    form = AskedForm(typed(request), about=suggested, initial={"answer": now.answer if now else suggested.answer})

    def save() -> None:
        judging.answer_asked(enquiry=enquiry, by=request.user, **form.cleaned_data)

    around = {"suggested": suggested, "now": now, "enquiry": enquiry}
    return ask(request, form, save, case=case, done="Answer saved", template="voice/asked.html", **around)
