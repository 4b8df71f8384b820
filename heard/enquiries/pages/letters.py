"""How is a letter chosen, written, looked at, and let go or stopped?"""

from dataclasses import replace

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from heard.accounts.permissions import Permission, allow, may
from heard.cases.models import Case
from heard.cases.reading import read_case
from heard.concerns.actions.receipts import send_receipt
from heard.documents.actions import send_document
from heard.documents.gate import ask_gate
from heard.documents.letter import Letter, SecondLanguage
from heard.documents.queries import sent_of
from heard.documents.rendering import html_of, mark_of
from heard.documents.rows import findings_of, rows_of
from heard.documents.showing import card_in_words
from heard.enquiries.forms.letters import SendLetter, WriteLetter, form_for, refuse_translation, translated_lines
from heard.enquiries.queries.letters import Writing, writing_of
from heard.rules.decision import Decision, NotAllowed
from heard.rules.easy_read import to_reword
from heard.rules.safe_contact import DIED, LAW
from heard.rules.vocabulary.documents import Look
from heard.rules.vocabulary.safe_contact import DocumentKind
from heard.voice.asking import typed
from heard.voice.letters import QUESTIONS, look_for, unmet_needs

NOT_CARRIED = {"csrfmiddlewaretoken", "send", "change", "check", "seen", "has_read", "override_because"}
CHANGED = "What is recorded has changed since you looked at the letter. Read it again before it goes."


@allow(Permission.RECORD_IN_CASE)
def letters(request: HttpRequest, reference: str) -> HttpResponse:
    """What can be written in this case, and what was sent."""
    case = read_case(request, reference, "open-letters")
    kinds = [kind for kind in DocumentKind if kind == DocumentKind.RECEIPT or not case.person.death_date]
    context = {"kinds": kinds, "sent": sent_of(case), "back": reverse("case", args=[reference])}
    return render(request, "enquiries/letters.html", {**context, **_around(case)})


@allow(Permission.RECORD_IN_CASE)
def write_letter(request: HttpRequest, reference: str, letter: str) -> HttpResponse:
    """Write a letter of one kind; then look at it with what the gate says; then let it go."""
    case = read_case(request, reference, "open-new-letter")
    if letter not in set(DocumentKind):
        raise Http404("No such letter")
    kind = DocumentKind(letter)
    if case.person.death_date and kind != DocumentKind.RECEIPT:
        return render(request, "documents/not-sent.html", {"case": case, "said": Decision(False, (DIED,), LAW)})
    writing, back = writing_of(case, kind, request.user, to=request.GET.get("to", "")), reverse("new-letter", args=[reference])
    if writing.missing:
        return render(request, "enquiries/letter-not-ready.html", {"case": case, "missing": writing.missing, "back": back})
    form = form_for(kind, writing, typed(request), _first(case, writing))
    if request.method == "POST" and not {"change", "check"} & set(request.POST) and form.is_valid() and (made := _letter(form, case)):
        return _look_at(request, case, writing, form, made)
    if {"change", "check"} & set(request.POST):
        form.errors.clear()
    found = to_reword(form.typed_words()) if "check" in request.POST else None
    context = {"form": form, "back": back, "found": found, "rows": _to_translate(form, case), **_around(case)}
    return render(request, "enquiries/write-letter.html", context)


def _first(case: Case, writing: Writing) -> dict:
    """What stands in the form at first: what the adult needs and where the letter would go; for somebody else never the adult's address."""
    if writing.to_whom:
        return {"look": Look.PLAIN, "where": writing.where, "put_in": [part.heading for part in writing.make({}).parts]}
    address = "\n".join(part for part in (case.person.address, case.person.postcode) if part)
    headings = [part.heading for part in writing.make({}).parts]
    return {"look": look_for(case.person), "where": address, "put_in": headings, "questions": QUESTIONS}


def _around(case: Case) -> dict:
    """What stands on each page: the safe-contact card, and what a letter cannot give."""
    card = card_in_words(case.current_card, case.person)
    return {"case": case, "card": card, "unmet": unmet_needs(case.person), "may_record": True}


def _in_english(form: WriteLetter, case: Case) -> Letter:
    said = form.cleaned_data
    letter = form.about.make(said).reworded({name: words for name, words in said.items() if isinstance(words, str)})
    letter = replace(letter.without(form.left_out), look=said["look"])
    return replace(letter, council=case.authority.name, subject=letter.kind.label) if said["named"] else letter


def _letter(form: WriteLetter, case: Case) -> Letter | None:
    """The letter as it would go; None where the second language does not fit it, which the form then says."""
    letter, said = _in_english(form, case), form.cleaned_data
    if not said["language"]:
        return letter
    lines = translated_lines(said["translation"])
    if len(lines) != len(rows_of(letter)):
        refuse_translation(form, letter)
        return None
    return replace(letter, second=SecondLanguage(said["language"], said["translated_by"], lines))


def _to_translate(form: WriteLetter, case: Case) -> list[str]:
    """The rows to be put into the second language, once one was chosen."""
    if not form.is_bound or not form.data.get("language"):
        return []
    complete = form.cleaned_data.get("look") if hasattr(form, "cleaned_data") else None
    return [row.all_words for row in rows_of(_in_english(form, case))] if complete else []


def _look_at(request: HttpRequest, case: Case, writing: Writing, form: WriteLetter, letter: Letter) -> HttpResponse:
    said = form.cleaned_data
    going = {"how": said["how"], "where": said["where"], "at": said.get("at"), "to_whom": writing.to_whom}
    html, gate = html_of(letter), ask_gate(case=case, **going)
    mark = mark_of(html, *map(str, going.values()))
    last = SendLetter(request.POST if "send" in request.POST else None, about=gate)
    if last.is_bound and (sent := _send(last, request, writing, told=said.get("told", ()), case=case, letter=letter, mark=mark, **going)):
        messages.success(request, "Kept as it was sent. Print it or take it from here.")
        return redirect("sent-document", case.reference, sent.pk)
    context = {
        "form": last,
        "html": html,
        "gate": gate,
        "mark": mark,
        "said": said,
        "to_whom": writing.to_whom,
        "to_reword": findings_of(letter),
        "carried": [(name, one) for name, values in request.POST.lists() if name not in NOT_CARRIED for one in values],
        "may_send": gate.yes or may(request.user, Permission.OVERRIDE_SAFE_CONTACT),
    }
    return render(request, "enquiries/look-at-letter.html", {**context, **_around(case)})


def _send(form: SendLetter, request: HttpRequest, writing: Writing, *, mark: str, told=(), **going):
    """The document that left; None where something is missing or the gate stopped it, which the form then says."""
    if request.POST.get("seen") != mark:
        form.add_error(None, CHANGED)
    if not form.is_valid():
        return None
    because = form.cleaned_data.get("override_because", "")
    try:
        if writing.concern is not None:
            return send_receipt(concern=writing.concern, told=tuple(told), by=request.user, override_because=because, **going)
        return send_document(by=request.user, override_because=because, **going)
    except NotAllowed as no:
        form.refuse(no)
        return None
