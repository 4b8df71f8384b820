"""What was sent? Each starts from a case that was already read in the reader's scope."""

from base64 import b64encode
from uuid import UUID

from django.http import Http404

from heard.cases.models import Case
from heard.documents.models import Portrait, SentDocument, SentFile


def sent_of(case: Case) -> list[SentDocument]:
    """What was sent in this case, the newest first, without the pages themselves. One query."""
    rows = SentDocument.objects.filter(case=case).defer("html", "words").select_related("recorded_by", "overridden_by")
    return list(rows.order_by("-sent_at"))


def sent_document_of(case: Case, document_id: UUID) -> SentDocument:
    """One document of the case, as it was sent. Raises Http404 where the case has none such."""
    found = SentDocument.objects.filter(case=case, pk=document_id).select_related("recorded_by", "overridden_by").first()
    if found is None:
        raise Http404("No such document")
    found.case = case
    return found


def file_of(sent: SentDocument, kind: str) -> SentFile | None:
    """The file of that kind that was made of a document, or None where nobody has taken it yet. One query."""
    return SentFile.objects.filter(document=sent, kind=kind).first()


def face_of(user) -> str:
    """The worker's own picture as an address that needs no other file, or blank where they gave none. One query."""
    found = Portrait.objects.filter(user_id=user.pk).first()
    return f"data:image/jpeg;base64,{b64encode(bytes(found.content)).decode()}" if found else ""
