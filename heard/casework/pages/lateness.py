"""Why did a step of an enquiry take longer than the council gives for it?"""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.casework.forms import WhyLate
from heard.casework.queries.lateness import late_enquiry, reasons_for_delay
from heard.enquiries.actions.lateness import say_why_late
from heard.rules.decision import NotAllowed


@allow(Permission.RECORD_IN_CASE)
def why_late(request: HttpRequest, reference: str, step: str) -> HttpResponse:
    """A reason from the council's list, with own words; asked only of a step that did pass its days, in a closed case too."""
    case = read_case(request, reference, "open-why-late")
    enquiry, late = late_enquiry(case, request.GET.get("of", ""), timezone.localdate())
    about = next((one for one in late if one.late.step == step), None)
    if enquiry is None or about is None:
        raise Http404("Nothing of the kind took longer than its days")
    back = f"{reverse('case', args=[reference])}?enquiry={enquiry.concern.reference}#enquiry"
    initial = {"reason": about.said.reason, "words": about.said.words} if about.said else {}
    posted = request.POST if request.method == "POST" else None
    form = WhyLate(posted, about=about, answers={"reasons": reasons_for_delay()}, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            say_why_late(
                enquiry=enquiry, step=about.late.step, is_late=about.days_over > 0, reasons=reasons_for_delay(), by=request.user,
                **form.cleaned_data,
            )  # fmt: skip
        except NotAllowed as no:
            form.refuse(no)
        else:
            messages.success(request, "Saved why it took longer")
            return redirect(back)
    return render(request, "govuk/question.html", {"form": form, "back": back, "cancel": back})
