"""Where is it recorded that the adult was offered a say on how it went?"""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.queries import enquiry_of
from heard.cases.reading import read_case
from heard.voice.actions import feedback
from heard.voice.asking import ask, typed
from heard.voice.forms.feedback import OfferASay


@allow(Permission.RECORD_IN_CASE)
def offer_feedback(request: HttpRequest, reference: str) -> HttpResponse:
    """Record the offer, after closing too. 404 where there was no enquiry."""
    case = read_case(request, reference, "open-feedback-offer")
    enquiry = enquiry_of(case)
    if enquiry is None:
        raise Http404("No enquiry in this case")
    enquiry.case = case
    form = OfferASay(typed(request), initial={"offered_on": timezone.localdate(), "offered_by_name": request.user.full_name})

    def save() -> None:
        feedback.offer_feedback(enquiry=enquiry, by=request.user, **form.cleaned_data)

    return ask(request, form, save, case=case, done="The offer is saved")
