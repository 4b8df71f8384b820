"""How is it safe to reach the adult, and who says so?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.documents.forms.safe_contact import SafeContact, as_written, card_from
from heard.documents.showing import card_in_words
from heard.people.actions import record_safe_contact


@allow(Permission.RECORD_IN_CASE)
def safe_contact(request: HttpRequest, reference: str) -> HttpResponse:
    """The card, to read and to write anew."""
    case = read_case(request, reference, "open-safe-contact")
    card = case.current_card
    form = SafeContact(request.POST if request.method == "POST" else None, initial=as_written(card, case.person))
    if request.method == "POST" and form.is_valid():
        record_safe_contact(person=case.person, by=request.user, case_id=case.pk, **card_from(form.cleaned_data))
        messages.success(request, "Safe-contact card saved")
        return redirect("case", reference)
    here = reverse("case", args=[reference])
    context = {"form": form, "case": case, "card": card_in_words(card, case.person), "back": here, "cancel": here}
    return render(request, "documents/safe-contact-form.html", context)
