"""What did the letter say, as it was sent, and how is it taken away?"""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.shortcuts import redirect, render
from django.utils.safestring import mark_safe

from heard.accounts.permissions import Permission, allow
from heard.cases.reading import read_case
from heard.documents.actions import may_take, take_file
from heard.documents.files import CONTENT_TYPES, file_name
from heard.documents.letter import letter_from
from heard.documents.queries import sent_document_of
from heard.documents.rendering import hash_of
from heard.documents.showing import card_in_words
from heard.documents.spoken import CANNOT, CannotSpeak, can_say, program
from heard.rules.decision import NotAllowed
from heard.rules.vocabulary.documents import FileKind
from heard.rules.vocabulary.safe_contact import SentHow


@allow(Permission.SEE_CASES)
def sent_document(request: HttpRequest, reference: str, document_id: UUID) -> HttpResponse:
    """One document as it left, to read, print or take away; what the gate said is never on the paper."""
    case = read_case(request, reference, "open-sent-document")
    sent = sent_document_of(case, document_id)
    letter = letter_from(sent.words)
    context = {
        "case": case,
        "sent": sent,
        "now": may_take(sent),
        "was_changed": bool(sent.sha256) and sent.sha256 != hash_of(sent.html),
        "card": card_in_words(case.current_card, case.person),
        "letter": mark_safe(sent.html),  # noqa: S308  made by our own template, which escapes every word
        "kinds": [kind for kind in FileKind if kind != FileKind.AUDIO or program()],
        "no_sound": "" if program() else CANNOT,
        "unspoken": letter.second.language.label if letter.second and program() and not can_say(letter.second.language) else "",
        "by_email": sent.how == SentHow.EMAIL,
    }
    return render(request, "documents/sent.html", context)


@allow(Permission.RECORD_IN_CASE)
def take(request: HttpRequest, reference: str, document_id: UUID, file_kind: str) -> HttpResponse:
    """The document as a file, if the gate lets it; it is asked again each time."""
    case = read_case(request, reference, "take-file-of-letter")
    sent = sent_document_of(case, document_id)
    if file_kind not in set(FileKind):
        raise Http404("No such file")
    if request.method != "POST":
        return HttpResponseNotAllowed(["POST"])
    kind = FileKind(file_kind)
    try:
        kept = take_file(sent=sent, kind=kind, by=request.user)
    except NotAllowed as no:
        messages.error(request, "Nothing was taken: the safe-contact card stops this letter now. " + " ".join(no.decision.because))
        return redirect("sent-document", reference, document_id)
    except CannotSpeak as fault:
        messages.error(request, str(fault))
        return redirect("sent-document", reference, document_id)
    answer = HttpResponse(bytes(kept.content), content_type=CONTENT_TYPES[kind])
    answer.headers["Content-Disposition"] = f'attachment; filename="{file_name(kind)}"'
    return answer
