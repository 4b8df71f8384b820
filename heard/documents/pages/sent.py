"""What did the letter say, as it was sent?"""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.documents.gate import ask_gate
from heard.documents.queries import sent_document_of
from heard.documents.showing import card_in_words


@allow(Permission.SEE_CASES)
def sent_document(request: HttpRequest, reference: str, document_id: UUID) -> HttpResponse:
    """One document as it left, to read and to print; what the gate said is never on the paper."""
    case = read_case(request, reference, "open-sent-document")
    sent = sent_document_of(case, document_id)
    context = {
        "case": case,
        "sent": sent,
        "now": ask_gate(case=case, how=sent.how, where=sent.where, at=sent.planned_for, to_whom=sent.to_whom),
        "card": card_in_words(case.current_card, case.person),
        "letter": mark_safe(sent.html),  # noqa: S308  made by our own template, which escapes every word
    }
    return render(request, "documents/sent.html", context)
