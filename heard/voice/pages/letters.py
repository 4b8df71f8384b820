"""How is a letter to the adult written, looked at, and let go or stopped?"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow, may
from heard.cases.models import Case
from heard.cases.reading import read_case
from heard.documents.actions import send_document
from heard.documents.gate import ask_gate
from heard.documents.letter import Letter
from heard.documents.rendering import html_of, mark_of
from heard.documents.showing import card_in_words
from heard.rules.decision import Decision, NotAllowed
from heard.rules.easy_read import to_reword
from heard.rules.safe_contact import DIED, LAW
from heard.rules.seen_alone import HEARD
from heard.voice.asking import typed
from heard.voice.forms.letters import PutIn, SendLetter, WriteLetter
from heard.voice.letters import unmet_needs, what_you_told_us
from heard.voice.queries import conversations_of, wishes_of

NOT_CARRIED = {"csrfmiddlewaretoken", "send", "change", "seen", "has_read", "override_because"}
CHANGED = "What is recorded has changed since you looked at the letter. Read it again before it goes."


@allow(Permission.RECORD_IN_CASE)
def new_letter(request: HttpRequest, reference: str) -> HttpResponse:
    """Write the letter "what you told us"; then look at it with what the gate says; then let it go."""
    case = read_case(request, reference, "open-new-letter")
    if case.person.death_date:
        return render(request, "documents/not-sent.html", {"case": case, "said": Decision(False, (DIED,), LAW)})
    address = "\n".join(part for part in (case.person.address, case.person.postcode) if part)
    form = WriteLetter(typed(request), initial={"where": address, "put_in": [PutIn.SAID, PutIn.WANTS]})
    if request.method == "POST" and form.is_valid() and "change" not in request.POST:
        return _look_at(request, case, form.cleaned_data)
    here = reverse("case", args=[reference])
    return render(request, "voice/write_letter.html", {"form": form, "back": here, "cancel": here, **_around(request, case)})


def _around(request: HttpRequest, case: Case) -> dict:
    """What stands on both pages: the safe-contact card, and what a letter cannot give."""
    card = card_in_words(case.current_card, case.person)
    return {"case": case, "card": card, "unmet": unmet_needs(case.person), "may_record": True}


def _letter(case: Case, said: dict, worker: str) -> Letter:
    wishes = wishes_of(case)
    talks = conversations_of(case, wishes) if PutIn.SAID in said["put_in"] else []
    return what_you_told_us(
        person=case.person,
        latest=next((one for one in reversed(talks) if one.how in HEARD and one.words.strip()), None),
        wishes=[wish for wish in wishes if wish.is_standing] if PutIn.WANTS in said["put_in"] else [],
        happens_next=said["happens_next"],
        worker=worker,
        council=case.authority,
    )


def _look_at(request: HttpRequest, case: Case, said: dict) -> HttpResponse:
    letter = _letter(case, said, (case.lead or request.user).full_name)
    going = {"how": said["how"], "where": said["where"], "at": said["at"]}
    html = html_of(letter)
    mark, gate = mark_of(html, *map(str, going.values())), ask_gate(case=case, **going)
    form = SendLetter(request.POST if "send" in request.POST else None, about=gate)
    if form.is_bound and (sent := _send(form, request, case=case, letter=letter, mark=mark, **going)):
        messages.success(request, "Kept as it was sent. Print it from here.")
        return redirect("sent-document", case.reference, sent.pk)
    context = {
        "form": form,
        "letter": letter,
        "gate": gate,
        "mark": mark,
        "said": said,
        "to_reword": to_reword(said["happens_next"]),
        "carried": [(name, one) for name, values in request.POST.lists() if name not in NOT_CARRIED for one in values],
        "may_send": gate.yes or may(request.user, Permission.OVERRIDE_SAFE_CONTACT),
    }
    return render(request, "voice/look_at_letter.html", {**context, **_around(request, case)})


def _send(form: SendLetter, request: HttpRequest, *, mark: str, **going):
    """The document that left; None where something is missing or the gate stopped it, which the form then says."""
    if request.POST.get("seen") != mark:
        form.add_error(None, CHANGED)
    if not form.is_valid():
        return None
    try:
        return send_document(by=request.user, override_because=form.cleaned_data.get("override_because", ""), **going)
    except NotAllowed as no:
        form.refuse(no)
        return None
